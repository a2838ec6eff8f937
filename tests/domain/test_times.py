# SPDX-License-Identifier: MIT
"""Edits of times as people name them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import DAY, clock, item, small_visit
from visitplanner.domain import times
from visitplanner.domain.patch import EditRefusedError, apply

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

NEXT_DAY = date(2025, 12, 24)


def visit_with(start: str = "11:00", end: str = "12:00", **fields: object) -> Visit:
    return small_visit(item("talks", start, end, **fields))


def talks(visit: Visit) -> ProgrammeItem:
    return visit.items["talks"]


def test_start_moves_an_item_within_its_day() -> None:
    visit = visit_with()
    after = talks(apply(visit, times.start_at(visit, "talks", 9 * 60 + 5, NEXT_DAY)))
    assert (after.start, after.end) == (clock("09:05"), clock("10:05"))


def test_start_of_an_item_on_a_shelf_gives_it_its_usual_length() -> None:
    visit = visit_with()
    shelf = apply(visit, times.untime(visit, "talks"))
    assert (talks(shelf).start, talks(shelf).end, talks(shelf).day) == (None, None, DAY)
    after = talks(apply(shelf, times.start_at(shelf, "talks", 600, NEXT_DAY)))
    assert (after.start, after.minutes, after.day) == (clock("10:00"), 30, None)


def test_start_of_an_item_without_a_day_is_on_the_day_given() -> None:
    visit = visit_with()
    nowhere = small_visit(replace(talks(visit), start=None, end=None))
    after = talks(apply(nowhere, times.start_at(nowhere, "talks", 600, NEXT_DAY)))
    assert after.start == clock("10:00", NEXT_DAY)


@pytest.mark.parametrize(
    ("start", "typed", "end"),
    [
        ("11:00", 11 * 60 + 30, clock("11:30")),
        ("19:00", 30, clock("00:30", NEXT_DAY)),
        ("19:00", 1440, clock("00:00", NEXT_DAY)),
    ],
)
def test_end_is_of_the_same_day_or_of_the_night_after(start: str, typed: int, end: object) -> None:
    visit = visit_with(start, "20:00")
    assert talks(apply(visit, times.end_at(visit, "talks", typed))).end == end


def test_end_after_midnight_comes_back_before_it() -> None:
    visit = visit_with("22:00", "23:00")
    late = apply(visit, times.end_at(visit, "talks", 30))
    after = talks(apply(late, times.end_at(late, "talks", 23 * 60 + 30)))
    assert after.end == clock("23:30")


def test_end_before_the_start_is_refused() -> None:
    visit = visit_with()
    with pytest.raises(EditRefusedError):
        times.end_at(visit, "talks", 10 * 60)


def test_end_and_length_want_a_start() -> None:
    visit = visit_with()
    shelf = apply(visit, times.untime(visit, "talks"))
    for edit in (times.end_at, times.make_last):
        with pytest.raises(EditRefusedError):
            edit(shelf, "talks", 60)


@given(st.integers(1, 24 * 60))
def test_length_is_what_was_asked(minutes: int) -> None:
    visit = visit_with()
    after = talks(apply(visit, times.make_last(visit, "talks", minutes)))
    assert after.minutes == minutes
    assert after.start == clock("11:00")


@given(st.integers(0, 24 * 60 - 1), st.integers(0, 24 * 60))
def test_times_set_are_times_shown_and_can_be_taken_back(start: int, end: int) -> None:
    visit = visit_with()
    moved = times.start_at(visit, "talks", start, DAY)
    after = apply(visit, moved)
    assert talks(after).minutes == 60
    assert apply(after, moved.inverse()) == visit
    try:
        patch = times.end_at(after, "talks", end)
    except EditRefusedError:
        assert end <= start
    else:
        ended = talks(apply(after, patch)).end
        assert ended is not None
        assert ended.minute_of_day == end % (24 * 60)


def test_day_moves_the_item_or_its_shelf() -> None:
    visit = visit_with()
    moved = apply(visit, times.move_to_day(visit, "talks", NEXT_DAY))
    assert talks(moved).start == clock("11:00", NEXT_DAY)
    shelf = apply(moved, times.untime(moved, "talks"))
    back = apply(shelf, times.move_to_day(shelf, "talks", DAY))
    assert (talks(back).start, talks(back).day) == (None, DAY)
