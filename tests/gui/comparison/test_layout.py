# SPDX-License-Identifier: MIT
"""Where items of two states stand on one day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import DAY, clock, having, item, small_visit
from visitplanner.domain.comparison import compared
from visitplanner.gui.comparison.layout import IS, WAS, Plan, changed_days, plan_of

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem

LATE = item("late", "23:00", "23:50", "anna")


def _plan(*before: ProgrammeItem, after: tuple[ProgrammeItem, ...]) -> Plan:
    was, now = having(small_visit(), items=before), having(small_visit(), items=after)
    changes = {c.item: c for c in compared(was, now)}
    return plan_of(was, now, changes, DAY)


def test_an_item_past_midnight_ends_with_the_day_and_begins_the_next() -> None:
    longer = replace(LATE, end=clock("01:00", DAY + timedelta(days=1)))
    was, now = having(small_visit(), items=(LATE,)), having(small_visit(), items=(longer,))
    changes = {c.item: c for c in compared(was, now)}

    today = plan_of(was, now, changes, DAY)
    tomorrow = plan_of(was, now, changes, DAY + timedelta(days=1))

    assert [(b.side, b.top, b.bottom) for b in today.blocks] == [
        (WAS, 23 * 60, 23 * 60 + 50),
        (IS, 23 * 60, 24 * 60),
    ]
    assert [(b.side, b.top, b.bottom) for b in tomorrow.blocks] == [(IS, 0, 60)]
    assert (today.last, tomorrow.first) == (24 * 60, 0)


def test_what_runs_at_the_same_time_stands_side_by_side() -> None:
    one, two = item("one", "10:00", "11:00", "anna"), item("two", "10:30", "11:30", "boris")

    plan = _plan(one, two, after=(one, replace(two, room="blue", venue="hall")))

    assert [(b.item.id, b.left, b.right) for b in plan.blocks if b.side == IS] == [
        ("one", 0.0, 0.5),
        ("two", 0.5, 1.0),
    ]
    assert [(a.item.id, b.item.id) for a, b in plan.links] == [("two", "two")]


def test_in_a_crowd_only_what_has_changed_is_shown() -> None:
    crowd = tuple(item(f"item-{n}", "10:00", "11:00", "anna") for n in range(5))
    moved = replace(crowd[2], start=clock("10:15"), end=clock("11:15"))

    plan = _plan(*crowd, after=(*crowd[:2], moved, *crowd[3:]))

    assert [(b.item.id, b.side, b.left, b.right) for b in plan.blocks] == [
        ("item-2", WAS, 0.0, 1.0),
        ("item-2", IS, 0.0, 1.0),
    ]


def test_both_days_of_a_move_to_another_day_are_offered() -> None:
    tomorrow = DAY + timedelta(days=1)
    moved = replace(LATE, start=clock("10:00", tomorrow), end=clock("11:00", tomorrow))
    was, now = having(small_visit(), items=(LATE,)), having(small_visit(), items=(moved,))

    changes = compared(was, now)

    assert changed_days(changes) == [DAY, tomorrow]
    (block,) = plan_of(was, now, {c.item: c for c in changes}, DAY).blocks
    assert block.elsewhere == tomorrow
