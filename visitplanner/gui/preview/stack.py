# SPDX-License-Identifier: MIT
"""Pages one under the other: how large they are shown and where they stand; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from visitplanner.exports.pdf.places import PlaceOnPaper

FIT_WIDTH: Final = "width"
FIT_PAGE: Final = "page"
Zoom = int | str
"""Per cent of the true size, or one of the two above."""
LEAST: Final = 50
MOST: Final = 300
STEPS: Final = (50, 75, 100, 125, 150, 200, 250, 300)
MARGIN: Final = 20
"""Between a page and the edge of the view."""
GAP: Final = 20
"""Between two pages."""
_TRUE: Final = 96 / 72
"""Logical pixels in a point at 100 %."""
_LEAST_FIT: Final = 0.1

Sheets = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in logical pixels from the upper left corner of the stack."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Stack:
    """Pages as they stand in a view."""

    scale: float
    """Logical pixels in a point."""
    boxes: tuple[Box, ...]
    width: int
    height: int

    def page_at(self, y: float) -> int:
        """The page at a height; in a gap the one below, past the end the last."""
        for number, box in enumerate(self.boxes):
            if y < box.bottom:
                return number
        return max(0, len(self.boxes) - 1)

    def box_of(self, place: PlaceOnPaper) -> Box:
        """Where an item stands."""
        page = self.boxes[place.page]
        return Box(
            page.left + round(place.left * self.scale),
            page.top + round(place.top * self.scale),
            round(place.width * self.scale),
            round(place.height * self.scale),
        )

    @property
    def percent(self) -> int:
        """The size in per cent of the true one."""
        return round(self.scale / _TRUE * 100)


def stacked(sheets: Sheets, zoom: Zoom, width: int, height: int) -> Stack:
    """The pages at a zoom in a view of this size."""
    if not sheets:
        return Stack(_TRUE, (), width, height)
    scale = _scale(sheets, zoom, width - 2 * MARGIN, height - 2 * MARGIN)
    sizes = [(round(w * scale), round(h * scale)) for w, h in sheets]
    whole = max(width, max(w for w, _ in sizes) + 2 * MARGIN)
    boxes: list[Box] = []
    top = MARGIN
    for w, h in sizes:
        boxes.append(Box((whole - w) // 2, top, w, h))
        top += h + GAP
    bottom = boxes[-1].bottom + MARGIN
    if bottom < height:  # a single small page stands in the middle
        down = (height - bottom) // 2
        boxes = [Box(b.left, b.top + down, b.width, b.height) for b in boxes]
    return Stack(scale, tuple(boxes), whole, max(height, bottom))


def _scale(sheets: Sheets, zoom: Zoom, width: int, height: int) -> float:
    if isinstance(zoom, int):
        return _TRUE * zoom / 100
    widest, tallest = max(w for w, _ in sheets), max(h for _, h in sheets)
    fitting = width / widest
    if zoom == FIT_PAGE:
        fitting = min(fitting, height / tallest)
    return min(max(fitting, _LEAST_FIT), _TRUE * MOST / 100)


def step(percent: int, direction: int) -> int:
    """The next larger or smaller of the usual sizes."""
    beyond = [s for s in STEPS if (s > percent if direction > 0 else s < percent)]
    if not beyond:
        return MOST if direction > 0 else LEAST
    return beyond[0] if direction > 0 else beyond[-1]
