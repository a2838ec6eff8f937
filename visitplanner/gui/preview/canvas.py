# SPDX-License-Identifier: MIT
"""The pixels of pages as they arrive: strips of the size shown, and what stood there before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from visitplanner.gui.preview.protocol import Draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage, QPainter

STRIP: Final = 1024
"""Rows of a strip in pixels of the screen: large pages are drawn only where they are seen."""


class PagePixels:
    """One page; until its strips have come it shows the older ones, at whatever size they are."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._number = 0
        self._width = 0
        self._strips: dict[int, QImage] = {}
        self._older: dict[int, QImage] = {}
        self._older_width = 0

    @property
    def first(self) -> QImage | None:
        """The uppermost strip, once it has come."""
        return self._strips.get(0)

    def become(self, number: int, width: int) -> None:
        """Another paper or another size: what is there is shown until the new strips come."""
        if (number, width) == (self._number, self._width):
            return
        if self._strips:
            if self._older_width != self._width:
                self._older = {}
            self._older |= self._strips
            self._older_width = self._width
        self._strips = {}
        self._number, self._width = number, width

    def take(self, asked: Draw, image: QImage) -> None:
        """Keeps a strip that is of this paper and size."""
        if (asked.number, asked.width) == (self._number, self._width):
            self._strips[asked.top // STRIP] = image
            if self._older_width == self._width:
                self._older.pop(asked.top // STRIP, None)

    def missing(self, first: int, last: int, height: int) -> Iterator[Draw]:
        """What is still to be drawn of the rows from `first` to `last`."""
        for strip in range(max(0, first) // STRIP, max(0, min(last, height - 1)) // STRIP + 1):
            if strip not in self._strips:
                top = strip * STRIP
                yield Draw(
                    number=self._number,
                    page=self._page,
                    width=self._width,
                    top=top,
                    height=min(STRIP, height - top),
                )

    def paint(self, painter: QPainter, corner: QPointF, size: tuple[float, float]) -> None:
        """Paints all there is; `corner` lies on a whole pixel of the screen."""
        width, height = size
        if not self._width:
            return
        ratio = self._width / width if width else 1.0
        if self._older_width:
            grown = width / self._older_width
            for strip, image in self._older.items():
                top = corner.y() + strip * STRIP * grown
                box = QRectF(corner.x(), top, width, image.height() * grown)
                painter.drawImage(
                    box.intersected(QRectF(corner.x(), corner.y(), width, height)),
                    image,
                    QRectF(0, 0, image.width(), image.height()),
                )
        for strip, image in self._strips.items():
            image.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(corner.x(), corner.y() + strip * STRIP / ratio), image)
