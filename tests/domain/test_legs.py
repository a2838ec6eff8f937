# SPDX-License-Identifier: MIT
"""Travel times: both ways at once, one way, and the guess by coordinates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import having, item, small_visit
from visitplanner.domain import legs
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import EditRefusedError, Patch, apply
from visitplanner.domain.text import Text
from visitplanner.domain.venues import LegSource, Venue

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

NORTH = st.floats(-90, 90)
EAST = st.floats(-180, 180)


def three_places() -> Visit:
    far = Venue(id="far", name=Text(ru="Завод"), latitude=54.90, longitude=32.30)
    return having(small_visit(), venues=(far,))


def minutes(visit: Visit, origin: str, destination: str) -> int | None:
    leg = legs.leg_between(visit, origin, destination)
    return leg.minutes if leg is not None else None


def test_minutes_hold_in_both_directions() -> None:
    visit = three_places()
    visit = apply(visit, legs.set_minutes(visit, "hall", "far", 25))

    assert minutes(visit, "hall", "far") == minutes(visit, "far", "hall") == 25

    visit = apply(visit, legs.set_minutes(visit, "far", "hall", 30))

    assert minutes(visit, "hall", "far") == 30
    assert len(visit.legs) == 2


def test_other_minutes_are_no_longer_the_driven_ones() -> None:
    visit = small_visit()
    visit = apply(visit, legs.set_minutes(visit, "hall", "park", 12))

    assert visit.legs["way"].verified_on is None
    assert visit.legs["way"].source is LegSource.MANUAL

    visit = apply(visit, legs.set_driven(visit, "park", "hall", date(2025, 12, 2)))

    assert visit.legs["way"].source is LegSource.DRIVEN


def test_one_way_leaves_the_way_back_open_until_it_has_minutes_of_its_own() -> None:
    visit = small_visit()
    visit = apply(visit, legs.set_one_way(visit, "park", "hall", one_way=True))

    assert (minutes(visit, "park", "hall"), minutes(visit, "hall", "park")) == (10, None)

    visit = apply(visit, legs.set_minutes(visit, "hall", "park", 17))

    assert (minutes(visit, "park", "hall"), minutes(visit, "hall", "park")) == (10, 17)

    visit = apply(visit, legs.set_one_way(visit, "hall", "park", one_way=False))

    assert (minutes(visit, "park", "hall"), minutes(visit, "hall", "park")) == (17, 17)
    assert len(visit.legs) == 1


def test_an_empty_cell_removes_the_way() -> None:
    visit = small_visit()

    assert apply(visit, legs.set_minutes(visit, "park", "hall", None)).legs == {}


@pytest.mark.parametrize("wrong", [0, -5, 1441])
def test_a_way_takes_some_minutes_of_a_day(wrong: int) -> None:
    with pytest.raises(EditRefusedError):
        legs.set_minutes(small_visit(), "hall", "park", wrong)


def test_no_way_from_a_place_to_itself() -> None:
    with pytest.raises(EditRefusedError):
        legs.set_minutes(small_visit(), "hall", "hall", 5)


def test_estimate_of_a_known_distance() -> None:
    moscow = Venue(id="m", name=Text(ru="Москва"), latitude=55.7558, longitude=37.6173)
    minsk = Venue(id="n", name=Text(ru="Минск"), latitude=53.9023, longitude=27.5619)
    guess = legs.estimate(moscow, minsk)

    assert guess is not None
    assert guess.straight == pytest.approx(675, abs=5)  # by any map service
    assert guess.kilometres == pytest.approx(guess.straight * 1.3, abs=0.1)


@given(NORTH, EAST, NORTH, EAST)
def test_the_straight_line_is_the_same_both_ways_and_no_longer_than_half_the_earth(
    north: float, east: float, other_north: float, other_east: float
) -> None:
    there = legs.straight_line(north, east, (other_north, other_east))
    back = legs.straight_line(other_north, other_east, (north, east))

    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 20_016


def test_estimates_are_marked_and_replace_nothing_that_is_known() -> None:
    visit = three_places()
    pairs = (("hall", "far"), ("far", "hall"), ("hall", "park"))
    patch = legs.take_estimates(visit, pairs)
    fresh = apply(visit, patch)

    assert len(patch.changes) == 1
    assert fresh.legs["way"] is visit.legs["way"]
    leg = legs.leg_between(fresh, "far", "hall")
    assert leg is not None
    assert leg.source is LegSource.ESTIMATE
    assert leg.verified_on is None


def test_without_coordinates_nothing_is_estimated() -> None:
    visit = having(small_visit(), venues=(Venue(id="far", name=Text(ru="Завод")),))

    assert not legs.take_estimates(visit, (("hall", "far"),))


def test_transfers_tell_which_ways_are_needed() -> None:
    ride = item("ride", "12:00", "12:30", kind=Kind.TRANSFER, venue="hall", destination="far")
    known = item("known", "10:00", "10:30", kind=Kind.TRANSFER, venue="hall", destination="park")
    visit = having(three_places(), items=(ride, known))

    assert legs.ways_without_minutes(visit) == (("hall", "far"),)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["hall", "park", "far"]),
        st.sampled_from(["hall", "park", "far"]),
        st.one_of(st.none(), st.integers(1, 1440), st.booleans()),
    ),
    max_size=12,
)


@given(STEPS)
def test_any_edits_are_taken_back_and_leave_one_way_at_most_each(
    steps: list[tuple[str, str, int | bool | None]],
) -> None:
    visit = first = three_places()
    done: list[Patch] = []
    for origin, destination, what in steps:
        try:
            if isinstance(what, bool):
                patch = legs.set_one_way(visit, origin, destination, one_way=what)
            else:
                patch = legs.set_minutes(visit, origin, destination, what)
        except EditRefusedError:
            continue
        visit = apply(visit, patch)
        done.append(patch)
        ends = [(leg.origin, leg.destination) for leg in visit.legs.values()]
        assert len(ends) == len(set(ends))
        if isinstance(what, int) and not isinstance(what, bool):
            assert minutes(visit, origin, destination) == what
    for patch in reversed(done):
        visit = apply(visit, patch.inverse())
    assert visit == first
