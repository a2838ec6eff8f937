# SPDX-License-Identifier: MIT
"""The large visits of benches and the crowded window are what they claim to be."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.crowd import PEOPLE_AN_ITEM, crowded_visit
from visitplanner.domain import codec, references
from visitplanner.domain.record import EMPTY_RECORD

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

SIZES = [(200, 60, 3), (2_000, 200, 3), (1, 1, 1), (30, 9, 2)]


def _clashes(visit: Visit) -> int:
    """Pairs of items that overlap for somebody, counted once per person."""
    days = defaultdict(list)
    for item in visit.items.values():
        assert item.start is not None
        assert item.end is not None
        for p in item.participants:
            days[p.who].append((item.start, item.end))
    return sum(b[0] < a[1] for spans in days.values() for a, b in pairwise(sorted(spans)))


@pytest.mark.parametrize(("items", "people", "days"), SIZES)
def test_crowd_has_the_size_asked_for_and_holds_together(
    items: int, people: int, days: int
) -> None:
    visit = crowded_visit(items, people, days)

    references.validate(visit)
    assert len(visit.items) == items
    assert len(visit.people) == people
    assert (visit.about.ends - visit.about.starts).days + 1 == days
    assert all(
        item.start and visit.about.starts <= item.start.date <= visit.about.ends
        for item in visit.items.values()
    )


def test_crowd_is_valid_where_it_is_read_from_a_file() -> None:
    visit = crowded_visit(200, 60, 3)

    assert codec.load(codec.dump(visit, EMPTY_RECORD))[0] == visit


def test_same_seed_gives_the_same_crowd() -> None:
    assert crowded_visit(200, 60, 3, seed=5) == crowded_visit(200, 60, 3, seed=5)
    assert crowded_visit(200, 60, 3, seed=5).items != crowded_visit(200, 60, 3, seed=6).items


@pytest.mark.parametrize(("items", "people", "days"), SIZES[:2])
def test_items_have_about_nine_people_and_one_in_a_hundred_clashes(
    items: int, people: int, days: int
) -> None:
    visit = crowded_visit(items, people, days)

    seats = sum(len(item.participants) for item in visit.items.values())
    assert PEOPLE_AN_ITEM - 1 <= seats / items <= PEOPLE_AN_ITEM + 1
    assert _clashes(visit) == items // 100


def test_no_room_is_booked_twice() -> None:
    rooms = defaultdict(list)
    for item in crowded_visit(200, 60, 3).items.values():
        assert item.start is not None
        assert item.end is not None
        rooms[item.room].append((item.start, item.end))

    assert all(a[1] <= b[0] for spans in rooms.values() for a, b in pairwise(sorted(spans)))


def test_more_items_than_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        crowded_visit(2_000, 9, 1)
