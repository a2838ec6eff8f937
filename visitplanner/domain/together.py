# SPDX-License-Identifier: MIT
"""Edits of several items as one step: aligned, copied, taken off the clock, put elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import (
    combined,
    copy_item,
    item_of,
    put,
    remove_item,
    set_fixed,
    set_status,
    shift_each,
)
from visitplanner.domain.patch import Patch, apply, merged
from visitplanner.domain.period import instant
from visitplanner.domain.text import Message, Quote, message
from visitplanner.domain.visit import end_zone_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.programme import ItemStatus, ProgrammeItem
    from visitplanner.domain.visit import Visit


def align_starts(visit: Visit, ids: Sequence[str]) -> Patch:
    """Moves items so that they start with the first one named, on the clock of the world."""
    name = message("Align the start of {n} item", "Align the starts of {n} items", n=len(ids))
    return _aligned(visit, name, ids, _begins)


def align_ends(visit: Visit, ids: Sequence[str]) -> Patch:
    """Moves items so that they end with the first one named, on the clock of the world."""
    name = message("Align the end of {n} item", "Align the ends of {n} items", n=len(ids))
    return _aligned(visit, name, ids, _ends)


def _aligned(
    visit: Visit,
    name: Message,
    ids: Sequence[str],
    time: Callable[[Visit, ProgrammeItem], int | None],
) -> Patch:
    times = {key: found for key in ids if (found := time(visit, item_of(visit, key))) is not None}
    if not times:
        return Patch(name)
    wanted = next(iter(times.values()))
    return shift_each(visit, name, {key: wanted - found for key, found in times.items()})


def _begins(visit: Visit, item: ProgrammeItem) -> int | None:
    return instant(item.start, zone_of(visit, item)) if item.start is not None else None


def _ends(visit: Visit, item: ProgrammeItem) -> int | None:
    return instant(item.end, end_zone_of(visit, item)) if item.end is not None else None


def copy_items(visit: Visit, fresh: Mapping[str, str], minutes: int) -> Patch:
    """Adds a copy of each item under its new id, so many minutes later."""
    patch = Patch(message("Copy {n} item", "Copy {n} items", n=len(fresh)))
    for old, new in fresh.items():
        start = item_of(visit, old).start
        copied = copy_item(visit, old, new, start.plus(minutes) if start is not None else None)
        named = copied.message if len(fresh) == 1 else patch.message
        patch = replace(merged(patch, copied), message=named)
    return patch


def untime_items(visit: Visit, ids: Iterable[str]) -> Patch:
    """Takes the times off items: each stands on the shelf of its day.

    What hung on the times goes with them: presence for a part only, when its cars leave, the lock.
    """
    chosen = [item for key in dict.fromkeys(ids) if (item := item_of(visit, key)).start is not None]
    name = message("Take the time off {n} item", "Take the times off {n} items", n=len(chosen))
    if len(chosen) == 1:
        name = message("Take the time off “{title}”", title=Quote(text=chosen[0].title))
    freed = {item.id for item in chosen}
    movements = [replace(m, departs=None) for m in visit.movements.values() if m.item in freed]
    return combined(
        name,
        put(visit, name, "items", *(_untimed(item) for item in chosen)),
        put(visit, name, "movements", *movements),
    )


def _untimed(item: ProgrammeItem) -> ProgrammeItem:
    people = tuple(
        replace(p, since=None, until=None) if p.since or p.until else p for p in item.participants
    )
    day = item.start.date if item.start is not None else item.day
    return replace(item, start=None, end=None, day=day, fixed=False, participants=people)


def remove_items(visit: Visit, ids: Iterable[str]) -> Patch:
    """Removes items as one step."""
    chosen = tuple(dict.fromkeys(ids))
    name = message("Delete {n} item", "Delete {n} items", n=len(chosen))
    return _each(visit, name, chosen, remove_item)


def fix_items(visit: Visit, ids: Iterable[str], *, fixed: bool) -> Patch:
    """Fixes the times of items, or lets them go, as one step."""
    chosen = tuple(dict.fromkeys(ids))
    name = message("Unlock {n} item", "Unlock {n} items", n=len(chosen))
    if fixed:
        name = message("Lock {n} item", "Lock {n} items", n=len(chosen))
    return _each(visit, name, chosen, partial(set_fixed, fixed=fixed))


def set_statuses(visit: Visit, ids: Iterable[str], status: ItemStatus) -> Patch:
    """Sets the status of items as one step."""
    chosen = tuple(dict.fromkeys(ids))
    name = message("Change {n} item", "Change {n} items", n=len(chosen))
    return _each(visit, name, chosen, partial(set_status, status=status))


def _each(
    visit: Visit, name: Message, ids: Sequence[str], edit: Callable[[Visit, str], Patch]
) -> Patch:
    """An edit of one item made of each in turn; of one alone it keeps its own name."""
    patch = Patch(name)
    for key in ids:
        one = edit(visit, key)
        visit = apply(visit, one)
        patch = replace(merged(patch, one), message=one.message if len(ids) == 1 else name)
    return patch


def put_on_track(visit: Visit, ids: Iterable[str], old: str | None, new: str | None) -> Patch:
    """Puts items from one track of the programme on another; None stands for no track.

    An item that stands on the new track already, or not on the old one, stays as it is.
    """
    moved = []
    chosen = tuple(ids)
    for key in chosen:
        item = item_of(visit, key)
        if new in item.tracks or (old not in item.tracks if old is not None else item.tracks):
            continue
        left = tuple(track for track in item.tracks if track != old)
        place = item.tracks.index(old) if old is not None else 0
        tracks = (*left[:place], new, *left[place:]) if new is not None else left
        moved.append(replace(item, tracks=tracks))
    name = _named(visit, chosen)
    return put(visit, name, "items", *moved)


def put_at_venue(visit: Visit, ids: Iterable[str], new: str | None) -> Patch:
    """Holds items at another venue; a room of the old one is let go."""
    chosen = tuple(ids)
    moved = [
        replace(item, venue=new, room=None)
        for key in chosen
        if (item := item_of(visit, key)).venue != new
    ]
    return put(visit, _named(visit, chosen), "items", *moved)


def _named(visit: Visit, ids: Sequence[str]) -> Message:
    if len(ids) == 1:
        return message("Move “{title}”", title=Quote(text=item_of(visit, ids[0]).title))
    return message("Move {n} item", "Move {n} items", n=len(ids))


def one_after_another(*edits: Edit) -> Edit:
    """Edits as one step under the name of the first; each sees what those before it did."""

    def both(visit: Visit) -> Patch:
        first, *others = edits
        patch = first(visit)
        name = patch.message
        for edit in others:
            patch = merged(patch, edit(apply(visit, patch)))
        return replace(patch, message=name)

    return both
