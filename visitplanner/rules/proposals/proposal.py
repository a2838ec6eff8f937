# SPDX-License-Identifier: MIT
"""An edit proposed for a problem, and the edits several rules propose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from visitplanner.domain.edits import Edit, move_item, resize_item, shift_items
from visitplanner.domain.text import Message, Value, message
from visitplanner.rules import mention

if TYPE_CHECKING:
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.rules.context import Context
    from visitplanner.rules.rule import Problem

_GRID: Final = 5
"""Programmes are printed in steps of five minutes."""


class Proposal(Value, frozen=True):
    """An edit that may remove a problem, not tried yet; `sure` if it needs no look."""

    title: Message
    edit: Edit
    sure: bool = True


Propose = Callable[["Context", "Problem"], "Iterator[Proposal]"]


def on_grid(time: LocalTime) -> LocalTime:
    """The time, or the next one that programmes are printed in."""
    return time.plus(-time.minutes % _GRID)


def moved(
    context: Context, item: ProgrammeItem, start: LocalTime, *, named: bool = False
) -> Iterator[Proposal]:
    """The item moved to start then, alone and with the rest of its block; never a fixed one."""
    if item.start is None or item.fixed:
        return
    title = message("Move to {time}", time=mention.clock(start))
    if named:
        title = message(
            "Move “{item}” to {time}", item=mention.item(item.id), time=mention.clock(start)
        )
    yield Proposal(title, partial(move_item, item_id=item.id, start=start))
    rest = _rest_of_block(context, item)
    if len(rest) > 1:
        minutes = start.minutes - item.start.minutes
        title = message(
            "Move “{item}” and what follows in its block to {time}",
            item=mention.item(item.id),
            time=mention.clock(start),
        )
        yield Proposal(title, partial(shift_items, item_ids=rest, minutes=minutes), sure=False)


def _rest_of_block(context: Context, item: ProgrammeItem) -> tuple[str, ...]:
    found = []
    for item_id in context.schedule.block_of(item):
        other = context.visit.items.get(item_id)
        if other is None or other.start is None or item.start is None:
            continue
        if other.start >= item.start and not other.fixed:
            found.append(item_id)
    return tuple(found)


def lasting(item: ProgrammeItem, minutes: int) -> Iterator[Proposal]:
    """The item with its end set so that it lasts so many minutes."""
    if item.start is not None:
        title = message("Make it {n} minute long", "Make it {n} minutes long", n=minutes)
        end = item.start.plus(minutes)
        edit = partial(resize_item, item_id=item.id, start=item.start, end=end)
        yield Proposal(title, edit)


def items_of(context: Context, problem: Problem) -> list[ProgrammeItem]:
    """The items of a problem."""
    items = context.visit.items
    return [items[i] for i in problem.items if i in items]
