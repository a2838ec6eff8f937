# SPDX-License-Identifier: MIT
"""A drag as arithmetic: what is held, how far it went, and the edit it means; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from visitplanner.domain import edits
from visitplanner.domain.period import LocalTime, from_instant, instant
from visitplanner.domain.ripple import ripple_items
from visitplanner.domain.together import copy_items, one_after_another, untime_items
from visitplanner.domain.visit import zone_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.aiming import Aim

SNAP: Final = 5
"""Minutes; peers and paper programmes count in fives."""


class Grip(Enum):
    """What of an item is held."""

    WHOLE = "whole"
    COPY = "copy"
    CHIP = "chip"
    """An item without a time, from the shelf."""
    START = "start"
    END = "end"
    GROUND = "ground"
    """Nothing: a new item is drawn."""


def snapped(minute: float, step: int) -> int:
    """The nearest multiple of the step."""
    return round(minute / step) * step


@dataclass(slots=True)
class Held:
    """An item in hand, its minutes on the visit's clock since 1970 when it was taken."""

    item: str
    start: int
    end: int


@dataclass(slots=True)
class Gesture:
    """A drag from the moment the button went down; minutes on the visit's clock since 1970."""

    grip: Grip
    anchor: float
    """Where the pointer was then."""
    held: tuple[Held, ...] = ()
    """The item under the pointer first."""
    lane: int = 0
    """Where it was taken; for new items: their lane."""
    shift: int = 0
    """Minutes the whole, the start or the end has gone."""
    reach: int = 0
    """For new items: minutes from the anchor to the pointer."""
    followers: tuple[tuple[str, int, int], ...] = ()
    """Items that give way with their new times, when the drag ripples."""
    aim: Aim | None = None
    """Another lane, when it is held over one."""
    shelved: bool = False
    """It is held over the shelf: its time is taken off."""

    @property
    def state(self) -> tuple[object, ...]:
        """All that its edit depends on."""
        aimed = self.aim.lane if self.aim is not None else None
        return self.shift, self.reach, len(self.followers), aimed, self.shelved

    def to(self, minute: float, *, free: bool = False) -> bool:
        """Follows the pointer; answers whether anything has changed."""
        step = 1 if free else SNAP
        before = (self.shift, self.reach)
        if self.grip is Grip.GROUND:
            self.reach = snapped(minute, step) - self.origin
        else:
            self.shift = self._shifted(minute - self.anchor, step)
        return (self.shift, self.reach) != before

    def _shifted(self, moved: float, step: int) -> int:
        first = self.held[0]
        if self.grip is Grip.END:
            end = max(snapped(first.end + moved, step), first.start + min(step, SNAP))
            return end - first.end
        start = snapped(first.start + moved, step)
        if self.grip is Grip.START:
            start = min(start, first.end - min(step, SNAP))
        return start - first.start

    @property
    def origin(self) -> int:
        """Where a new item begins, on the grid."""
        return snapped(self.anchor, SNAP)

    def spans(self) -> tuple[tuple[str, int, int], ...]:
        """Item, start and end of all that is held, where they are now."""
        if self.grip is Grip.GROUND:
            low, high = sorted((self.origin, self.origin + self.reach))
            return (("", low, high),)
        start = 0 if self.grip is Grip.END else self.shift
        end = 0 if self.grip is Grip.START else self.shift
        own = tuple((h.item, h.start + start, h.end + end) for h in self.held)
        return (*own, *self.followers)

    def edit(self, fresh: Mapping[str, str] | None = None) -> Edit | None:
        """The edit this drag means when the button goes up; None when it means none.

        `fresh` are the ids of copies by those of their items.
        """
        if self.grip is Grip.GROUND or (self.shelved and self.grip is not Grip.WHOLE):
            return None
        ids = tuple(held.item for held in self.held)
        if self.shelved:
            return lambda visit: untime_items(visit, ids)
        aim, move = self.aim, self._move(ids, fresh or {})
        if aim is None:
            return move
        copies = None if self.grip is not Grip.COPY else tuple((fresh or {}).values())
        if move is None:
            return aim.edit
        return one_after_another(move, lambda visit: aim.edit(visit, copies))

    def _move(self, ids: tuple[str, ...], fresh: Mapping[str, str]) -> Edit | None:
        """The edit of the times alone."""
        first, shift = ids[0], self.shift
        if self.grip is Grip.COPY:
            return lambda visit: copy_items(visit, fresh, shift)
        if self.grip is Grip.CHIP:
            start = self.held[0].start + shift
            return lambda visit: placed(visit, first, start)
        if shift == 0:
            return None
        if self.followers:
            return lambda visit: ripple_items(visit, ids, shift)
        if self.grip is Grip.WHOLE:
            return lambda visit: edits.shift_items(visit, ids, shift)
        starts = self.grip is Grip.START
        return lambda visit: resized(visit, first, shift if starts else 0, 0 if starts else shift)


def placed(visit: Visit, item_id: str, minute: int) -> Patch:
    """Gives an item a start on the visit's clock, in minutes since 1970."""
    item = edits.item_of(visit, item_id)
    moment = instant(LocalTime(minute), visit.about.zone)
    return edits.move_item(visit, item_id, from_instant(moment, zone_of(visit, item)))


def resized(visit: Visit, item_id: str, start: int, end: int) -> Patch:
    """Moves start and end of an item by so many minutes."""
    item = edits.item_of(visit, item_id)
    if item.start is None or item.end is None:
        return edits.shift_items(visit, (item_id,), 0)
    return edits.resize_item(visit, item_id, item.start.plus(start), item.end.plus(end))
