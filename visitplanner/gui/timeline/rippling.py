# SPDX-License-Identifier: MIT
"""Which items give way when some are dragged to later, worked out once for each place; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.ripple import pushed
from visitplanner.gui.timeline.lanes import axis_span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.gui.timeline.scene import Scene


class Ripple:
    """The followers of the items in hand."""

    def __init__(self, scene: Scene, items: Iterable[str]) -> None:
        self._visit: Final = scene.visit
        self._roster: Final = scene.roster
        self._items: Final = tuple(items)
        self._known: dict[int, tuple[tuple[str, int, int], ...]] = {}

    def followers(self, minutes: int) -> tuple[tuple[str, int, int], ...]:
        """Items that give way when those in hand move so far, with their new times."""
        if minutes <= 0:
            return ()
        found = self._known.get(minutes)
        if found is None:
            found = self._known[minutes] = tuple(self._followers(minutes))
        return found

    def _followers(self, minutes: int) -> list[tuple[str, int, int]]:
        shifts = pushed(self._visit, self._items, minutes, self._roster)
        found = []
        for key, by in shifts.items():
            span = axis_span(self._visit, self._visit.items[key])
            if key not in self._items and by and span is not None:
                found.append((key, span[0] + by, span[1] + by))
        return found
