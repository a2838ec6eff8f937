# SPDX-License-Identifier: MIT
"""Minutes and lanes as pixels, and back; the steps of zoom and of the ruler. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from visitplanner.gui.timeline.lanes import MINUTES_A_DAY

LEAST: Final = 5 / 60
MOST: Final = 720 / 60
USUAL: Final = 96 / 60
"""Pixels a minute at which 15 minutes hold one line of text."""
STEP: Final = 1.2
_LABEL_ROOM: Final = 26
"""Pixels a label of the ruler wants for itself."""
_LINE_ROOM: Final = 9
_LABELLED: Final = (5, 15, 30, 60, 120, 180, 240, 360)
_LINED: Final = (5, 15, 30, 60, 120, 360)


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels a minute, and the width of a lane."""

    minute: float = USUAL
    lane: float = 240.0

    @property
    def height(self) -> int:
        """Pixels of a whole day."""
        return round(self.minute * MINUTES_A_DAY)

    def y(self, minute: float) -> int:
        """The pixel row of a minute."""
        return round(minute * self.minute)

    def minute_at(self, y: float) -> float:
        """The minute at a pixel row."""
        return y / self.minute

    def x(self, lane: float) -> int:
        """The pixel column of a place between lanes."""
        return round(lane * self.lane)

    def lane_at(self, x: float) -> float:
        """The place between lanes at a pixel column."""
        return x / self.lane

    def zoomed(self, factor: float) -> Scale:
        """The scale with another number of pixels a minute, within the limits."""
        return Scale(min(MOST, max(LEAST, self.minute * factor)), self.lane)

    @property
    def label_step(self) -> int:
        """Minutes between labels of the ruler."""
        return next((s for s in _LABELLED if s * self.minute >= _LABEL_ROOM), 360)

    @property
    def line_step(self) -> int:
        """Minutes between the finest lines."""
        return next((s for s in _LINED if s * self.minute >= _LINE_ROOM), 360)
