# SPDX-License-Identifier: MIT
"""Which lanes of a visit are hidden or moved, kept for the user and not in the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.gui.timeline.layout import Choice

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.gui.settings import Settings
    from visitplanner.gui.timeline.lanes import LaneMode

_MOST: Final = 100
"""How many arrangements are kept; the oldest is forgotten first."""


class LaneMemory:
    """The arrangements of one visit, by what its lanes stand for.

    The filter is not kept: a plan that is opened the next day shows what it holds.
    """

    def __init__(self, settings: Settings, uid: str) -> None:
        self._settings = settings
        self._uid = uid

    def choice(self, mode: LaneMode, day: date) -> Choice:
        """Lanes as they were left."""
        key = f"{self._uid} {mode}"
        hidden = self._settings.hidden_lanes.get(key, [])
        return Choice(mode, day, frozenset(hidden), tuple(self._settings.lane_order.get(key, [])))

    def keep(self, choice: Choice) -> None:
        """Notes how they are left."""
        key = f"{self._uid} {choice.mode}"
        _put(self._settings.hidden_lanes, key, sorted(choice.hidden))
        _put(self._settings.lane_order, key, list(choice.order))


def _put(kept: dict[str, list[str]], key: str, lanes: list[str]) -> None:
    kept.pop(key, None)
    if lanes:
        kept[key] = lanes
    while len(kept) > _MOST:
        del kept[next(iter(kept))]
