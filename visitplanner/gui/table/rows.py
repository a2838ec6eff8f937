# SPDX-License-Identifier: MIT
"""Which items are rows, and in what order: the filter and the sorting of the table; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.programme import ItemStatus, ProgrammeItem
    from visitplanner.gui.table.columns import Column
    from visitplanner.gui.table.sheet import Sheet
    from visitplanner.gui.timeline.alarms import Alarms


def item_day(item: ProgrammeItem) -> date | None:
    """The day an item stands on, if on any."""
    return item.start.date if item.start is not None else item.day


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a row must have to be shown."""

    text: str = ""
    kind: Kind | None = None
    status: ItemStatus | None = None
    problems: bool = False

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.kind or self.status or self.problems)

    def admits(self, sheet: Sheet, alarms: Alarms, item: ProgrammeItem) -> bool:
        """Whether an item is shown."""
        if self.kind is not None and item.kind is not self.kind:
            return False
        if self.status is not None and item.status is not self.status:
            return False
        if self.problems and alarms.severity(item.id) is None:
            return False
        words = folded(self.text).split()
        if not words:
            return True
        haystack = sheet.text(item, "haystack")
        return all(word in haystack for word in words)


@dataclass(frozen=True, slots=True)
class Order:
    """What rows are sorted by."""

    column: Column
    descending: bool = False


def arranged(
    sheet: Sheet, alarms: Alarms, sieve: Sieve, order: Order, kept: Collection[str]
) -> tuple[str, ...]:
    """The ids of the items shown, in order; `kept` ones are shown whatever the filter says."""
    items: Iterable[ProgrammeItem] = sheet.visit.items.values()
    if sieve:
        items = [i for i in items if i.id in kept or sieve.admits(sheet, alarms, i)]
    chosen = sorted(items, key=lambda item: order.column.sort(sheet, item))
    if order.descending:
        chosen.reverse()
    return tuple(item.id for item in chosen)
