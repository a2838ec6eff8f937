# SPDX-License-Identifier: MIT
"""Edits of an item's times as people name them: a time of day, a length, a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.edits import item_of, move_item, put, resize_item, set_item_field
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.period import on
from visitplanner.domain.text import Quote, message
from visitplanner.domain.visit import end_zone_of, zone_of

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.visit import Visit

_EVENING: Final = 18
_DAY: Final = 24 * 60


def start_at(visit: Visit, item_id: str, minute: int, day: date) -> Patch:
    """Moves an item to a time of its own day; `day` is for one that stands on no day yet."""
    item = item_of(visit, item_id)
    if item.start is not None:
        day = item.start.date
    elif item.day is not None:
        day = item.day
    return move_item(visit, item_id, on(day, minute))


def untime(visit: Visit, item_id: str) -> Patch:
    """Takes the times off: the item stands on the shelf of its day."""
    item = item_of(visit, item_id)
    day = item.start.date if item.start is not None else item.day
    name = message("Change “{title}”", title=Quote(text=item.title))
    return put(visit, name, "items", replace(item, start=None, end=None, day=day))


def end_at(visit: Visit, item_id: str, minute: int) -> Patch:
    """Ends an item at a time of day: that of its start, after midnight when it is an evening's."""
    item = item_of(visit, item_id)
    start = _start(item.start)
    days = item.end.minutes - start.minutes >= _DAY if item.end is not None else False
    end = on(item.end.date if days and item.end is not None else start.date, minute)
    same_clock = zone_of(visit, item) == end_zone_of(visit, item)
    if end <= start and start.hour >= _EVENING and same_clock:
        end = end.plus(_DAY)
    return resize_item(visit, item_id, start, end)


def make_last(visit: Visit, item_id: str, minutes: int) -> Patch:
    """Gives an item a length on the clock of its place; the end moves."""
    start = _start(item_of(visit, item_id).start)
    return resize_item(visit, item_id, start, start.plus(minutes))


def move_to_day(visit: Visit, item_id: str, day: date) -> Patch:
    """Moves an item to the same time of another day, or to the shelf of that day."""
    item = item_of(visit, item_id)
    if item.start is None:
        return set_item_field(visit, item_id, "day", day)
    return move_item(visit, item_id, on(day, item.start.minute_of_day))


def _start(start: LocalTime | None) -> LocalTime:
    if start is None:
        raise EditRefusedError(message("The item has no time yet: its start comes first."))
    return start
