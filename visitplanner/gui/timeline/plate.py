# SPDX-License-Identifier: MIT
"""A block as a plate: shapes, texts and marks placed once for its size, then only drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QBrush,
        QColor,
        QFont,
        QPainter,
        QPainterPath,
        QPen,
        QPixmap,
        QStaticText,
    )

    from visitplanner.rules.rule import Severity

FADE: Final = 18
"""Pixels over which a text that is too long fades out."""
_FADE_SOURCE: Final = QRectF(0, 0, FADE, 1)


@dataclass(frozen=True, slots=True)
class Status:
    """What changes a block's looks besides its item."""

    selected: bool = False
    hovered: bool = False
    severity: Severity | None = None
    travel: float = 0.0
    """Pixels of a transfer that are spent on the way; they are hatched."""
    cut_above: bool = False
    cut_below: bool = False
    """It goes on beyond the day: that end is not rounded."""


@dataclass(slots=True)
class Plate:
    """Everything to draw, in the coordinates of the content."""

    rect: QRectF
    fill: QBrush
    body: QPainterPath | None = None
    pattern: QBrush | None = None
    patterned: QPainterPath | None = None
    outline: QPen | Qt.PenStyle = Qt.PenStyle.NoPen
    edge: QPainterPath | None = None
    edge_brush: QBrush | None = None
    texts: list[tuple[QFont, QColor, QPointF, QStaticText]] = field(default_factory=list)
    fades: list[QRectF] = field(default_factory=list)
    fade: QPixmap | None = None
    icon: tuple[QPointF, QPixmap] | None = None
    badges: list[tuple[QPointF, QPixmap]] = field(default_factory=list)
    words: QRectF = field(default_factory=QRectF)
    """What the texts cover."""
    limit: float = 0.0
    """Where words must end because badges begin."""

    def draw(self, painter: QPainter, corner: QPointF | None = None) -> None:
        """Paints the plate; the painter's pen, brush and font are changed.

        Words that would be above or left of `corner`, the first visible point, move into sight.
        """
        self.draw_shape(painter)
        for point, pixmap in self.badges:
            painter.drawPixmap(point, pixmap)
        shift = self.shift(corner) if corner is not None else None
        if shift is None:
            self._draw_words(painter)
        else:
            painter.translate(shift)
            self._draw_words(painter)
            painter.translate(-shift)

    def draw_shape(self, painter: QPainter) -> None:
        """Paints the block without words and marks."""
        if self.body is None:
            painter.fillRect(self.rect, self.fill)
        else:
            painter.setPen(self.outline)
            painter.setBrush(self.fill)
            painter.drawPath(self.body)
            if self.pattern is not None and self.patterned is not None:
                painter.fillPath(self.patterned, self.pattern)
        if self.edge is not None and self.edge_brush is not None:
            painter.fillPath(self.edge, self.edge_brush)

    def shift(self, corner: QPointF) -> QPointF | None:
        """How far the words go to stay in sight, inside the block; None where they need not."""
        rect, words = self.rect, self.words
        if rect.x() >= corner.x() and rect.y() >= corner.y():
            return None
        right = min(corner.x() - rect.x(), self.limit - words.right())
        down = min(corner.y() - rect.y(), rect.bottom() - words.bottom() - 3)
        return QPointF(max(0.0, right), max(0.0, down)) if max(right, down) > 0 else None

    def _draw_words(self, painter: QPainter) -> None:
        if self.icon is not None:
            painter.drawPixmap(*self.icon)
        for font, colour, point, text in self.texts:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawStaticText(point, text)
        if self.fade is not None:
            for place in self.fades:
                painter.drawPixmap(place, self.fade, _FADE_SOURCE)
