# SPDX-License-Identifier: MIT
"""A block as a plate: shapes, texts and marks placed once for its size, then only drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QBrush,
        QColor,
        QFont,
        QPainterPath,
        QPen,
        QPixmap,
        QStaticText,
    )

    from visitplanner.rules.rule import Severity


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


class Told(Protocol):
    """A method of QPainter."""

    def __call__(self, painter: QPainter, /, *arguments: object) -> object: ...


Calls = list[tuple[Told, tuple[object, ...]]]


def _told(name: str, *what: object) -> tuple[Told, tuple[object, ...]]:
    method: Told = getattr(QPainter, name)
    return method, what


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
    icon: tuple[QPointF, QPixmap] | None = None
    badges: list[tuple[QPointF, QPixmap]] = field(default_factory=list)
    words: QRectF = field(default_factory=QRectF)
    """What the texts cover."""
    limit: float = 0.0
    """Where words must end because badges begin."""

    _shape: Calls = field(default_factory=list)
    _marks: Calls = field(default_factory=list)
    _words: Calls = field(default_factory=list)
    """What the painter is told, worked out when first drawn: a block is drawn many times."""

    def draw(self, painter: QPainter) -> None:
        """Paints the plate; the painter's pen, brush and font are changed."""
        for tell, what in self.told():
            tell(painter, *what)

    def told(self, corner: QPointF | None = None) -> Calls:
        """All that a painter is told, in order.

        Words that would be above or left of `corner`, the first visible point, move into sight.
        """
        if not self._shape:
            self._work_out()
        shift = self.shift(corner) if corner is not None else None
        if shift is None:
            return [*self._shape, *self._marks, *self._words]
        there, back = _told("translate", shift), _told("translate", -shift)
        return [*self._shape, *self._marks, there, *self._words, back]

    def told_faintly(self) -> Calls:
        """The block as a shade of itself, without words and marks."""
        if not self._shape:
            self._work_out()
        return [_told("setOpacity", 0.35), *self._shape, _told("setOpacity", 1.0)]

    def _work_out(self) -> None:
        shape, words = self._shape, self._words
        if self.body is None:
            shape.append(_told("fillRect", self.rect, self.fill))
        else:
            shape.append(_told("setPen", self.outline))
            shape.append(_told("setBrush", self.fill))
            shape.append(_told("drawPath", self.body))
            if self.pattern is not None and self.patterned is not None:
                shape.append(_told("fillPath", self.patterned, self.pattern))
        if self.edge is not None and self.edge_brush is not None:
            shape.append(_told("fillPath", self.edge, self.edge_brush))
        self._marks += [_told("drawPixmap", *badge) for badge in self.badges]
        if self.icon is not None:
            words.append(_told("drawPixmap", *self.icon))
        for font, colour, point, text in self.texts:
            words.append(_told("setFont", font))
            words.append(_told("setPen", colour))
            words.append(_told("drawStaticText", point, text))

    def shift(self, corner: QPointF) -> QPointF | None:
        """How far the words go to stay in sight, inside the block; None where they need not."""
        rect, words = self.rect, self.words
        if rect.x() >= corner.x() and rect.y() >= corner.y():
            return None
        right = min(corner.x() - rect.x(), self.limit - words.right())
        down = min(corner.y() - rect.y(), rect.bottom() - words.bottom() - 3)
        return QPointF(max(0.0, right), max(0.0, down)) if max(right, down) > 0 else None
