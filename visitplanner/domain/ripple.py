# SPDX-License-Identifier: MIT
"""Moving items to later and, with them, all that must give way (screens.md, Ripple)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.edits import item_of, shift_each
from visitplanner.domain.period import instant
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Quote, message
from visitplanner.domain.visit import end_zone_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit


def ripple_items(
    visit: Visit, item_ids: Iterable[str], minutes: int, roster: Roster | None = None
) -> Patch:
    """Moves timed items by the same minutes and pushes what follows them that day as one step.

    A later item moves when it shares a required person or a vehicle with one that moved and
    would begin before that one ends; gaps absorb first. It moves whole, for everybody, and so
    does its block. A fixed item stays. A move to earlier pulls nothing.
    """
    ids = tuple(dict.fromkeys(item_ids))
    shifts = pushed(visit, ids, minutes, roster or Roster(visit))
    others = len(shifts) - 1
    if len(ids) > 1:
        name = message("Move {n} item", "Move {n} items", n=len(shifts))
    elif others > 0:
        name = message(
            "Move “{title}” and {n} item after it",
            "Move “{title}” and {n} items after it",
            title=Quote(text=item_of(visit, ids[0]).title),
            n=others,
        )
    else:
        name = message("Move “{title}”", title=Quote(text=item_of(visit, ids[0]).title))
    return shift_each(visit, name, shifts)


def pushed(
    visit: Visit, item_ids: Collection[str], minutes: int, roster: Roster
) -> Mapping[str, int]:
    """Minutes by which the items and those after them move; the items are always named."""
    items = [item for key in item_ids if (item := item_of(visit, key)).start is not None]
    shifts = {item.id: minutes for item in items}
    if minutes <= 0:
        return shifts
    for day in dict.fromkeys(item.start.date for item in items if item.start):
        of_day = [item for item in items if item.start and item.start.date == day]
        shifts.update(_pushed(_Day(visit, day, item_ids, roster), of_day, minutes))
    return shifts


def _pushed(day: _Day, items: Iterable[ProgrammeItem], minutes: int) -> dict[str, int]:
    """What moves on one day with those of its items that are moved."""
    shifts = {key: minutes for item in items for key in (item.id, *day.moving_with(item))}
    changed = True
    while changed:
        changed = False
        for later in day.items:
            need = day.need(later, shifts)
            if need > shifts.get(later.id, 0):
                for member in day.moving_with(later):
                    shifts[member] = max(need, shifts.get(member, 0))
                changed = True
    return shifts


class _Day:
    """The items of a day that may give way to those moved, with whom and what they hold."""

    def __init__(self, visit: Visit, day: date, moved: Collection[str], roster: Roster) -> None:
        self._visit = visit
        timed = [
            item
            for item in visit.items.values()
            if item.start
            and item.end
            and item.start.date == day
            and item.status is not ItemStatus.CANCELLED
        ]
        timed.sort(key=lambda item: (self._begins(item), item.id))
        self._fixed_blocks = {item.block for item in timed if item.fixed and item.block}
        self.items = [item for item in timed if item.id not in moved and self._may_move(item)]
        self._by_id = {item.id: item for item in timed}
        vehicles: dict[str, set[str]] = {}
        for movement in visit.movements.values():
            vehicles.setdefault(movement.item, set()).add(movement.vehicle)
        self._holds = {
            item.id: {p for p, entry in roster.attendance(item).items() if entry.required}
            | vehicles.get(item.id, set())
            for item in timed
        }

    def _begins(self, item: ProgrammeItem) -> int:
        return instant(item.start, zone_of(self._visit, item)) if item.start else 0

    def _ends(self, item: ProgrammeItem) -> int:
        return instant(item.end, end_zone_of(self._visit, item)) if item.end else 0

    def _may_move(self, item: ProgrammeItem) -> bool:
        return not item.fixed and item.block not in self._fixed_blocks

    def moving_with(self, item: ProgrammeItem) -> tuple[str, ...]:
        """The item and the rest of its block."""
        if not item.block or item.block in self._fixed_blocks:
            return (item.id,)
        return tuple(i.id for i in self.items if i.block == item.block)

    def need(self, later: ProgrammeItem, shifts: Mapping[str, int]) -> int:
        """Minutes by which an item must move for those before it that moved."""
        begins, held = self._begins(later), self._holds[later.id]
        return max(
            (
                self._ends(moved) + by - begins
                for key, by in shifts.items()
                if key != later.id
                and (moved := self._by_id.get(key)) is not None
                and self._ends(moved) <= begins
                and held & self._holds[key]
            ),
            default=0,
        )
