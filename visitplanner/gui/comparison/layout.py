# SPDX-License-Identifier: MIT
"""Where the items of two states stand on one day, side by side on one scale of time. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from visitplanner.gui.timeline.packing import Run, pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

WAS, IS = 0, 1
"""The column at the left and that at the right."""
_DAY: Final = 24 * 60
_LEAST: Final = 10
"""Minutes the shortest item is drawn as long as."""
_MARGIN: Final = 15


@dataclass(frozen=True, slots=True)
class Block:
    """An item in one of the two columns; left and right are shares of its width."""

    item: ProgrammeItem
    side: int
    top: int
    bottom: int
    left: float
    right: float
    change: ItemChange | None
    elsewhere: date | None = None
    """The day on which the other state has it, if not on this one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One day of both states, from the first minute to the last."""

    first: int
    last: int
    blocks: tuple[Block, ...]
    links: tuple[tuple[Block, Block], ...]
    """The same item in both, where something of it has changed."""


_CROWD: Final = 3
"""Items side by side from which on there is room for what has changed alone."""


def plan_of(before: Visit, after: Visit, changes: Mapping[str, ItemChange], day: date) -> Plan:
    """The plan of a day; what is as it was is left out where it would leave no room for words."""
    sides = ((WAS, before.items.values()), (IS, after.items.values()))
    columns = [_column(items, changes, day, side) for side, items in sides]
    if any(1 / (block.right - block.left) > _CROWD for column in columns for block in column):
        columns = [
            _column([i for i in items if i.id in changes], changes, day, side)
            for side, items in sides
        ]
    blocks = [block for column in columns for block in column]
    left, right = ({b.item.id: b for b in column} for column in columns)
    links = tuple(
        (block, right[key])
        for key, block in left.items()
        if key in right and block.change is not None
    )
    first = max(0, min((b.top for b in blocks), default=9 * 60) - _MARGIN)
    last = min(_DAY, max((b.bottom for b in blocks), default=18 * 60) + _MARGIN)
    return Plan(first, last, tuple(blocks), links)


def changed_days(changes: Iterable[ItemChange]) -> list[date]:
    """The days something has changed on, in either state."""
    found = {
        item.start.date
        for change in changes
        for item in (change.was, change.now)
        if item is not None and item.start is not None
    }
    return sorted(found)


def _column(
    items: Iterable[ProgrammeItem], changes: Mapping[str, ItemChange], day: date, side: int
) -> list[Block]:
    here: dict[str, tuple[ProgrammeItem, Run]] = {}
    for item in items:
        span = _span(item, day)
        if span is not None:
            here[item.id] = (item, Run(item.id, 0, 0, *span))
    pack([run for _, run in here.values()])
    return [
        Block(
            item=item,
            side=side,
            top=run.top,
            bottom=run.bottom,
            left=run.left,
            right=run.right,
            change=(change := changes.get(key)),
            elsewhere=_elsewhere(change, side, day),
        )
        for key, (item, run) in sorted(here.items(), key=lambda entry: entry[1][1].top)
    ]


def _span(item: ProgrammeItem, day: date) -> tuple[int, int] | None:
    """From minute to minute of the day; what runs past midnight ends there."""
    if item.start is None:
        return None
    begin = (item.start.date.toordinal() - day.toordinal()) * _DAY + item.start.minute_of_day
    length = max(_LEAST, item.minutes) if item.end is not None else 2 * _LEAST
    top, bottom = max(0, begin), min(_DAY, begin + length)
    return (top, bottom) if bottom > top else None


def _elsewhere(change: ItemChange | None, side: int, day: date) -> date | None:
    if change is None:
        return None
    other = change.now if side == WAS else change.was
    if other is None or other.start is None or other.start.date == day:
        return None
    return other.start.date
