# SPDX-License-Identifier: MIT
"""What floats over the plan while something is dragged: the moved blocks and a note beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from visitplanner.gui import icons
from visitplanner.gui.theme import SEVERITY_ICON, Theme, translucent
from visitplanner.gui.timeline.typesetter import Role, Typesetter

if TYPE_CHECKING:
    from visitplanner.gui.timeline.plates import Plate
    from visitplanner.rules.rule import Severity

_WIDEST: Final = 380
_INSIDE: Final = 10
_ICON: Final = 16


@dataclass(frozen=True, slots=True)
class Note:
    """The card beside the pointer: times first, then what would be wrong."""

    heading: str
    lines: tuple[tuple[Severity | None, str], ...] = ()


class Overlay:
    """The floating layer; it knows which part of the screen it covers."""

    def __init__(self) -> None:
        self.plates: list[Plate] = []
        self.note: Note | None = None
        self.note_rect = QRect()
        self.ring: QColor | None = None

    def covered(self) -> QRegion:
        """The part of the content it is drawn on."""
        region = QRegion()
        for plate in self.plates:
            region |= QRegion(plate.rect.toAlignedRect().adjusted(-6, -4, 6, 10))
        if self.note is not None:
            region |= QRegion(self.note_rect.adjusted(-4, -3, 4, 8))
        return region

    def place_note(self, note: Note, at: QPoint, area: QRect, typesetter: Typesetter) -> None:
        """Puts the card beside a point, inside the visible area."""
        self.note = note
        size = _size(note, typesetter)
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
        for plate in self.plates:
            _shadow(painter, plate.rect, theme)
            plate.draw(painter, typesetter)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.ring if self.ring is not None else theme.accent, 2))
            painter.drawRoundedRect(plate.rect.adjusted(-1, -1, 1, 1), 6, 6)
        if self.note is not None:
            self._draw_note(painter, theme, typesetter, ratio)

    def _draw_note(
        self, painter: QPainter, theme: Theme, typesetter: Typesetter, ratio: float
    ) -> None:
        note = self.note
        if note is None:
            return
        card = QRectF(self.note_rect)
        _shadow(painter, card, theme)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        x, y = card.x() + _INSIDE, card.y() + 7
        painter.setFont(typesetter.fonts[Role.TITLE])
        painter.setPen(theme.text)
        painter.drawStaticText(QPointF(x, y), typesetter.shaped(Role.TITLE, note.heading)[0])
        y += typesetter.heights[Role.TITLE] + 2
        for severity, text in note.lines:
            left = x
            if severity is not None:
                colour = theme.severity(severity)
                mark = icons.pixmap(SEVERITY_ICON[severity], _ICON, colour, ratio)
                painter.drawPixmap(QPointF(x, round(y + 1)), mark)
                left += _ICON + 6
            painter.setFont(typesetter.fonts[Role.BODY])
            painter.setPen(theme.text if severity is not None else theme.muted)
            for line in typesetter.lines(Role.BODY, text, _room(severity is not None)):
                painter.drawStaticText(QPointF(left, y), typesetter.shaped(Role.BODY, line)[0])
                y += typesetter.heights[Role.BODY]
            y += 3


def _room(marked: bool) -> float:  # noqa: FBT001 -- with or without an icon before it
    return _WIDEST - 2 * _INSIDE - (_ICON + 6 if marked else 0)


def _size(note: Note, typesetter: Typesetter) -> QSize:
    width = typesetter.shaped(Role.TITLE, note.heading)[1]
    height = typesetter.heights[Role.TITLE] + 2
    for severity, text in note.lines:
        indent = _ICON + 6 if severity is not None else 0
        lines = typesetter.lines(Role.BODY, text, _room(severity is not None))
        width = max(width, *(typesetter.shaped(Role.BODY, n)[1] + indent for n in lines))
        height += len(lines) * typesetter.heights[Role.BODY] + 3
    return QSize(round(width) + 2 * _INSIDE + 2, round(height) + 14)


def _shadow(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """A soft shadow in three strokes."""
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, share in ((3, 0.05), (2, 0.07), (1, 0.09)):
        painter.setBrush(translucent(QColor("black"), share * (2.2 if theme.dark else 1)))
        painter.drawRoundedRect(rect.adjusted(-grow, -grow + 2, grow, grow + 2), 7, 7)
