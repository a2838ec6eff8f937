# SPDX-License-Identifier: MIT
"""What floats over the plan while something is dragged: the moved blocks and a note beside them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from visitplanner.gui import icons
from visitplanner.gui.theme import SEVERITY_ICON, translucent
from visitplanner.gui.timeline.typesetter import Role

if TYPE_CHECKING:
    from visitplanner.gui.theme import Theme
    from visitplanner.gui.timeline.plate import Plate
    from visitplanner.gui.timeline.typesetter import Typesetter
    from visitplanner.rules.rule import Severity

_WIDEST: Final = 380
_INSIDE: Final = 10
_ICON: Final = 16
_KEPT: Final = 24
_ROUND: Final = 7
_SHADOW: Final = 7
"""Pixels around the card that its shadow takes."""


@dataclass(frozen=True, slots=True)
class Note:
    """The card beside the pointer: times first, then what would be wrong."""

    heading: str
    lines: tuple[tuple[Severity | None, str], ...] = ()


class Floating(NamedTuple):
    """A plate that is drawn elsewhere than where it was made for."""

    plate: Plate
    shift: QPointF = QPointF()

    @property
    def rect(self) -> QRectF:
        """Where it is."""
        return self.plate.rect.translated(self.shift)


class Overlay:
    """The floating layer; it knows which part of the screen it covers."""

    def __init__(self) -> None:
        self.plates: list[Floating] = []
        self.note: Note | None = None
        self.note_rect = QRect()
        self.ring: QColor | None = None
        self._sizes: dict[Note, QSize] = {}
        self._cards: dict[tuple[Note, bool, float], QPixmap] = {}
        """Cards drawn before: a pointer comes back to the same places again and again."""

    def clear(self) -> None:
        """Nothing floats any more."""
        self.plates = []
        self.note = None
        self._sizes.clear()
        self._cards.clear()

    def covered(self) -> list[QRect]:
        """The parts of the content it is drawn on: the blocks', the note's."""
        blocks = QRect()
        for plate in self.plates:
            blocks |= plate.rect.toAlignedRect()
        parts = [] if blocks.isEmpty() else [blocks.adjusted(-5, -4, 5, 6)]
        if self.note is not None:
            parts.append(self.note_rect.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW))
        return parts

    def opaque(self) -> QRect:
        """A part of the content that nothing is seen of: the inside of the card."""
        if self.note is None:
            return QRect()
        return self.note_rect.adjusted(_ROUND, _ROUND, -_ROUND, -_ROUND)

    def place_note(self, note: Note, at: QPoint, area: QRect, typesetter: Typesetter) -> None:
        """Puts the card beside a point, inside the visible area."""
        size = self._sizes.get(note)
        if size is None:
            size = self._sizes[note] = _size(note, typesetter)
        self.note = note
        corner = at + QPoint(18, 14)
        if corner.x() + size.width() > area.right() - 6:
            corner.setX(at.x() - size.width() - 14)
        if corner.y() + size.height() > area.bottom() - 6:
            corner.setY(at.y() - size.height() - 12)
        corner.setX(max(area.left() + 6, corner.x()))
        corner.setY(max(area.top() + 6, corner.y()))
        self.note_rect = QRect(corner, size)

    def draw(self, painter: QPainter, theme: Theme, typesetter: Typesetter, ratio: float) -> None:
        """Paints the layer over the content."""
        shade = translucent(QColor("black"), 0.35 if theme.dark else 0.16)
        ring = QPen(self.ring if self.ring is not None else theme.accent, 2)
        for plate, shift in self.plates:
            painter.translate(shift)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(plate.rect.adjusted(-2, 0, 2, 4), 7, 7)
            plate.draw(painter)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ring)
            painter.drawRoundedRect(plate.rect.adjusted(-1, -1, 1, 1), 6, 6)
            painter.translate(-shift)
        if self.note is None:
            return
        key = (self.note, theme.dark, ratio)
        card = self._cards.get(key)
        if card is None:
            if len(self._cards) > _KEPT:
                self._cards.clear()
            ink = _Ink(theme, typesetter, ratio)
            card = self._cards[key] = _card(self.note, self.note_rect.size(), ink)
        painter.drawPixmap(self.note_rect.topLeft() - QPoint(_SHADOW, _SHADOW), card)


class _Ink(NamedTuple):
    """What a card is drawn with."""

    theme: Theme
    typesetter: Typesetter
    ratio: float


def _card(note: Note, size: QSize, ink: _Ink) -> QPixmap:
    """The note as a picture with its shadow around it."""
    theme, ratio = ink.theme, ink.ratio
    whole = size + QSize(2 * _SHADOW, 2 * _SHADOW)
    picture = QPixmap(whole * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = QRectF(QPointF(_SHADOW, _SHADOW), size.toSizeF())
    painter.setPen(Qt.PenStyle.NoPen)
    for grow in (4, 1):
        painter.setBrush(translucent(QColor("black"), 0.16 if theme.dark else 0.07))
        rounded = _ROUND + grow
        painter.drawRoundedRect(card.adjusted(-grow, 2 - grow, grow, 2 + grow), rounded, rounded)
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    _words(painter, card.topLeft() + QPointF(_INSIDE, 7), note, ink)
    painter.end()
    return picture


def _words(painter: QPainter, at: QPointF, note: Note, ink: _Ink) -> None:
    theme, typesetter = ink.theme, ink.typesetter
    painter.setFont(typesetter.fonts[Role.TITLE])
    painter.setPen(theme.text)
    painter.drawStaticText(at, typesetter.shaped(Role.TITLE, note.heading)[0])
    y = at.y() + typesetter.heights[Role.TITLE] + 2
    painter.setFont(typesetter.fonts[Role.BODY])
    for severity, text in note.lines:
        left = at.x()
        if severity is not None:
            colour = theme.severity(severity)
            mark = icons.pixmap(SEVERITY_ICON[severity], _ICON, colour, ink.ratio)
            painter.drawPixmap(QPointF(left, round(y + 1)), mark)
            left += _ICON + 6
        painter.setPen(theme.text if severity is not None else theme.muted)
        static, height = typesetter.paragraph(Role.BODY, text, _room(severity))
        painter.drawStaticText(QPointF(left, y), static)
        y += height + 3


def _room(severity: Severity | None) -> float:
    """The width of a line, with or without an icon before it."""
    return _WIDEST - 2 * _INSIDE - (_ICON + 6 if severity is not None else 0)


def _size(note: Note, typesetter: Typesetter) -> QSize:
    width = typesetter.shaped(Role.TITLE, note.heading)[1]
    height = typesetter.heights[Role.TITLE] + 2
    for severity, text in note.lines:
        indent = _ICON + 6 if severity is not None else 0
        static, lines = typesetter.paragraph(Role.BODY, text, _room(severity))
        width = max(width, static.size().width() + indent)
        height += lines + 3
    return QSize(ceil(width) + 2 * _INSIDE, round(height) + 14)
