# SPDX-License-Identifier: MIT
"""Moving an item to later and, with it, all that must give way (screens.md, Ripple)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.edits import item_of, shift_each
from visitplanner.domain.period import instant
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Quote, message
from visitplanner.domain.visit import end_zone_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit


def ripple_item(
    visit: Visit, item_id: str, start: LocalTime, roster: Roster | None = None
) -> Patch:
    """Moves an item to start then and pushes what follows it that day as one step.

    A later item moves when it shares a required person or a vehicle with one that moved and
    would begin before that one ends; gaps absorb first. It moves whole, for everybody, and so
    does its block. A fixed item stays. A move to earlier pulls nothing.
    """
    item = item_of(visit, item_id)
    shifts = pushed(visit, item, start, roster or Roster(visit))
    title = Quote(text=item.title)
    others = len(shifts) - 1
    name = (
        message(
            "Move “{title}” and {n} item after it",
            "Move “{title}” and {n} items after it",
            title=title,
            n=others,
        )
        if others > 0
        else message("Move “{title}”", title=title)
    )
    return shift_each(visit, name, shifts)


def pushed(
    visit: Visit, item: ProgrammeItem, start: LocalTime, roster: Roster
) -> Mapping[str, int]:
    """Minutes by which the item and those after it move; the item itself is always named."""
    if item.start is None:
        return {}
    by = start.minutes - item.start.minutes
    shifts = {item.id: by}
    if by <= 0:
        return shifts
    day = _Day(visit, item, roster)
    shifts.update(dict.fromkeys(day.moving_with(item), by))
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
    """The items of the moved one's day that may give way, with whom and what they hold."""

    def __init__(self, visit: Visit, moved: ProgrammeItem, roster: Roster) -> None:
        self._visit = visit
        self._moved = moved
        day = moved.start.date if moved.start else None
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
        self.items = [item for item in timed if item.id != moved.id and self._may_move(item)]
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
