# SPDX-License-Identifier: MIT
"""Who sits where: seats by class, changing places, own cars, seating by rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import example, having, item, small_visit
from visitplanner.domain import boarding, column
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import EditRefusedError, Patch, apply
from visitplanner.domain.people import Side
from visitplanner.domain.seats import rows_of, seats_of
from visitplanner.domain.transport import Vehicle, VehicleClass

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

PEOPLE = ("anna", "boris", "vera", "gleb")


def ride() -> Visit:
    """A transfer of both delegations, a car of each side in its column."""
    entry = item(
        "ride", "12:00", "12:30", "hosts", "guests",
        kind=Kind.TRANSFER, venue="hall", destination="park",
    )  # fmt: skip
    cars = (Vehicle(id="ours", side=Side.HOST), Vehicle(id="theirs", side=Side.GUEST))
    visit = having(small_visit(entry), vehicles=cars)
    for car in ("theirs", "ours"):
        visit = apply(visit, column.add_to_column(visit, "ride", car))
    return visit


def sitting(visit: Visit) -> dict[str, tuple[str, str]]:
    return {
        seat.person: (movement.vehicle, seat.seat)
        for movement in column.column_of(visit, "ride")
        for seat in movement.passengers
    }


@pytest.mark.parametrize("category", list(VehicleClass))
@pytest.mark.parametrize("number", range(1, 56))
def test_a_drawing_has_as_many_seats_as_the_vehicle(category: VehicleClass, number: int) -> None:
    vehicle = Vehicle(id="v", category=category, seats=number)
    drawn = [seat for row in rows_of(vehicle) for seat in (*row.left, *row.right)]

    assert len(drawn) == len(set(drawn)) == number
    assert sorted(seats_of(vehicle)) == sorted(drawn)
    assert rows_of(vehicle)[0].driver


def test_the_seat_of_honour_is_behind_right() -> None:
    assert seats_of(Vehicle(id="v"))[:3] == ("RR", "RL", "FL")


def test_the_example_sits_on_seats_that_are_drawn() -> None:
    visit = example()
    for movement in visit.movements.values():
        drawn = seats_of(visit.vehicles[movement.vehicle])
        assert {seat.seat for seat in movement.passengers} <= set(drawn)


def test_a_taken_seat_changes_hands() -> None:
    visit = ride()
    visit = apply(visit, boarding.seat_person(visit, "ride-ours", "anna", "RR"))
    visit = apply(visit, boarding.seat_person(visit, "ride-theirs", "vera", "RR"))
    visit = apply(visit, boarding.seat_person(visit, "ride-ours", "vera", "RR"))

    assert sitting(visit) == {"vera": ("ours", "RR"), "anna": ("theirs", "RR")}


def test_who_is_driven_out_by_somebody_without_a_seat_has_none() -> None:
    visit = ride()
    visit = apply(visit, boarding.seat_person(visit, "ride-ours", "boris", "RR"))
    visit = apply(visit, boarding.seat_person(visit, "ride-ours", "anna", "RR"))

    assert sitting(visit) == {"anna": ("ours", "RR")}
    assert "boris" in boarding.unseated(visit, "ride")


def test_own_car_gives_the_seat_up_and_asks_for_none() -> None:
    visit = ride()
    visit = apply(visit, boarding.seat_person(visit, "ride-ours", "boris", "RL"))
    visit = apply(visit, boarding.go_by_own_car(visit, "ride", "boris", own=True))

    assert sitting(visit) == {}
    assert boarding.unseated(visit, "ride") == ("anna", "vera", "gleb")

    visit = apply(visit, boarding.seat_person(visit, "ride-ours", "boris", "RL"))

    assert sitting(visit) == {"boris": ("ours", "RL")}
    entry = next(p for p in visit.items["ride"].participants if p.who == "boris")
    assert not entry.own_car


def test_a_stranger_cannot_go_by_own_car() -> None:
    with pytest.raises(EditRefusedError):
        boarding.go_by_own_car(ride(), "ride", "dora", own=True)


def test_by_rank_heads_sit_behind_right_in_cars_of_their_side() -> None:
    visit = ride()
    visit = apply(visit, boarding.seat_by_rank(visit, "ride"))

    assert sitting(visit) == {
        "anna": ("ours", "RR"),
        "boris": ("ours", "RL"),
        "vera": ("theirs", "RR"),
        "gleb": ("theirs", "RL"),
    }


def test_nobody_is_seated_beyond_the_seats() -> None:
    visit = ride()
    for car in ("ours", "theirs"):
        visit = having(visit, vehicles=(Vehicle(id=car, seats=1),))
    visit = apply(visit, boarding.seat_by_rank(visit, "ride"))

    assert len(sitting(visit)) == 2
    assert len(boarding.unseated(visit, "ride")) == 2


def test_a_vehicle_that_leaves_closes_the_column_up() -> None:
    visit = ride()
    visit = apply(visit, column.leave_column(visit, "ride-theirs"))

    assert [(m.vehicle, m.order) for m in column.column_of(visit, "ride")] == [("ours", 1)]


def test_order_of_the_column() -> None:
    visit = ride()
    visit = apply(visit, column.move_in_column(visit, "ride-ours", 0))

    assert [(m.vehicle, m.order) for m in column.column_of(visit, "ride")] == [
        ("ours", 1),
        ("theirs", 2),
    ]


def test_a_vehicle_joins_once() -> None:
    with pytest.raises(EditRefusedError):
        column.add_to_column(ride(), "ride", "ours")


def test_the_column_of_another_transfer_takes_along_only_who_goes() -> None:
    visit = ride()
    visit = apply(visit, boarding.seat_by_rank(visit, "ride"))
    second = item("back", "18:00", "18:30", "hosts", kind=Kind.TRANSFER)
    visit = having(visit, items=(second,))
    visit = apply(visit, column.copy_column(visit, "ride", "back"))

    assert [(m.vehicle, len(m.passengers)) for m in column.column_of(visit, "back")] == [
        ("theirs", 0),
        ("ours", 2),
    ]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.sampled_from(["ride-ours", "ride-theirs", "own", "none"]),
        st.sampled_from(["RR", "RL", "FL"]),
    ),
    max_size=12,
)


@given(STEPS)
def test_nobody_sits_twice_and_no_seat_holds_two(steps: list[tuple[str, str, str]]) -> None:
    visit = first = ride()
    done: list[Patch] = []
    for person, where, seat in steps:
        if where == "own":
            patch = boarding.go_by_own_car(visit, "ride", person, own=True)
        elif where == "none":
            patch = boarding.unseat(visit, "ride", person)
        else:
            patch = boarding.seat_person(visit, where, person, seat)
        visit = apply(visit, patch)
        done.append(patch)
        seats = [s for m in column.column_of(visit, "ride") for s in m.passengers]
        places = [(m.id, s.seat) for m in column.column_of(visit, "ride") for s in m.passengers]
        assert len({s.person for s in seats}) == len(seats)
        assert len(set(places)) == len(places)
    for patch in reversed(done):
        visit = apply(visit, patch.inverse())
    assert visit == first
