# SPDX-License-Identifier: MIT
"""A seat in the drawing of a vehicle: somebody is dropped on it, or chosen with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy
from typing_extensions import override

from visitplanner.gui.theme import mixed, sized

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
    )

    from visitplanner.gui.theme import Theme

PERSON: Final = "application/x-visitplanner-person"
_LETTERS: Final = 11
_LINES: Final = 2.9
_GONE: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def person_data(person: str) -> QMimeData:
    """A person as what is dragged."""
    data = QMimeData()
    data.setData(PERSON, person.encode())
    return data


def dragged_person(data: QMimeData) -> str:
    """The person that is dragged, or empty."""
    return bytes(data.data(PERSON).data()).decode() if data.hasFormat(PERSON) else ""


class SeatButton(QAbstractButton):
    """One seat; Enter or a click asks who is to sit there, Del frees it."""

    dropped = Signal(str)
    """A person."""
    freed = Signal()
    walked = Signal(int, int)
    """Arrow keys: columns right and rows down."""

    def __init__(self, theme: Theme, code: str, place: str, *, fixed: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.code = code
        self.place = place
        """How the seat is called: «behind right»."""
        self.person = ""
        self._name = ""
        self._over = False
        self._honour = code == "RR"
        self._pressed_at: QPoint | None = None
        self._fixed = fixed
        self.setAcceptDrops(not fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if fixed else Qt.CursorShape.PointingHandCursor)

    def show_person(self, person: str, name: str, tip: str, spoken: str) -> None:
        """Shows who sits there, or nobody."""
        self.person, self._name = person, name
        self.setToolTip(tip)
        self.setAccessibleName(spoken)
        self.update()

    @property
    def shown_name(self) -> str:
        """What stands on the seat."""
        return self._name

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.averageCharWidth() * _LETTERS + 14
        return QSize(wide, round(metrics.height() * _LINES))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    # Looks.

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        fill, edge = theme.surface, theme.line
        pen = QPen(edge, 1.2)
        if self._fixed:
            fill = theme.faint
        elif self.person:
            fill, pen = theme.accent_soft, QPen(mixed(theme.accent, theme.surface, 0.55), 1.2)
        else:
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setColor(mixed(theme.muted, theme.surface, 0.7))
        if self._over or self.hasFocus():
            pen = QPen(theme.accent, 2)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, 7, 7)
        self._write(painter, rect.adjusted(5, 2, -5, -2))
        painter.end()

    def _write(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        small = sized(self.font(), 0.82)
        half = rect.height() / 2
        top = QRectF(rect.left(), rect.top(), rect.width(), half)
        low = QRectF(rect.left(), rect.top() + half, rect.width(), half)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(theme.text if self.person or self._fixed else theme.muted)
        painter.setFont(self.font())
        metrics = painter.fontMetrics()
        name = self._name or "–"
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(top, middle, cut)
        painter.setFont(small)
        painter.setPen(theme.accent if self._honour else theme.muted)
        cut = painter.fontMetrics().elidedText(
            self.place, Qt.TextElideMode.ElideRight, int(rect.width())
        )
        painter.drawText(low, middle, cut)

    # Keys.

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif key in _GONE and not event.modifiers():
            self.freed.emit()
        elif key in _ARROWS and not event.modifiers():
            self.walked.emit(*_ARROWS[key])
        else:
            super().keyPressEvent(event)

    # Dragging.

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (
            self._pressed_at is not None
            and (event.position().toPoint() - self._pressed_at).manhattanLength()
            >= QApplication.startDragDistance()
        )
        if not self.person or not far or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        self._pressed_at = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(person_data(self.person))
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_person(event.mimeData()):
            self._hover(over=True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        person = dragged_person(event.mimeData())
        if person:
            event.acceptProposedAction()
            self.dropped.emit(person)

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()
