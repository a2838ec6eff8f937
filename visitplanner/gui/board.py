# SPDX-License-Identifier: MIT
"""A drawing of things in places: each is walked to by arrows and moved by mouse or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from visitplanner.gui.desk import Desk

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Piece(QWidget):
    """One thing on a board; its number is that of its place."""

    def __init__(self, board: Board[Piece], number: int) -> None:
        super().__init__(board)
        self.board: Final = board
        self.number: Final = number
        self._begun: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def read(self) -> None:
        """Reads again what stands here."""
        raise NotImplementedError

    @property
    def aimed_at(self) -> bool:
        """Whether the keyboard is here, or a dragged piece is held over it."""
        return self.hasFocus() or self.board.target == self.number

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.board.choose(self.number)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            other = self.board.beside(self.number, *way)
            if other is not None:
                if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    self.board.moved.emit(self.number, other)
                self.board.pieces[other].setFocus()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.board.removed.emit(self.number)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.board.asked.emit(self.number)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begun = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._begun is None or not self.board.desk.writable:
            return
        if (here - self._begun).manhattanLength() >= QApplication.startDragDistance():
            self.board.aim(self.number, self.mapTo(self.board, here))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._begun = None
        self.board.drop(self.number)


P_co = TypeVar("P_co", bound=Piece, covariant=True)


class Board(QWidget, Generic[P_co]):
    """All pieces of a drawing."""

    chosen = Signal(int)
    moved = Signal(int, int)
    """A piece is to go to the place of another."""
    removed = Signal(int)
    asked = Signal(int)
    """Enter: what stands here is to be said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk: Final = desk
        self.pieces: list[P_co] = []
        self.target = -1
        """The piece a dragged one is held over."""
        self.current = -1

    def beside(self, number: int, across: int, down: int) -> int | None:
        """The nearest piece in a direction."""
        raise NotImplementedError

    def lay(self) -> None:
        """Puts the pieces into their places."""
        raise NotImplementedError

    def match(self, count: int, make: Callable[[int], P_co]) -> None:
        """As many pieces as there are places, all read anew."""
        while len(self.pieces) > count:
            piece = self.pieces.pop()
            piece.hide()
            piece.deleteLater()
        while len(self.pieces) < count:
            piece = make(len(self.pieces))
            piece.show()
            self.pieces.append(piece)
        self.current = min(self.current, count - 1)
        self.lay()
        self.refresh()

    def refresh(self) -> None:
        """Draws everything again."""
        for piece in self.pieces:
            piece.read()
        self.update()

    def choose(self, number: int) -> None:
        """Makes a piece the current one."""
        self.current = number
        self.chosen.emit(number)

    def aim(self, number: int, point: QPoint) -> None:
        """Marks the piece a dragged one is held over."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        found = (n for n, piece in enumerate(self.pieces) if piece.geometry().contains(point))
        target = next((n for n in found if n != number), -1)
        if target != self.target:
            self.target = target
            self.refresh()

    def drop(self, number: int) -> None:
        """The button is let go."""
        target, self.target = self.target, -1
        self.unsetCursor()
        self.refresh()
        if target >= 0:
            self.moved.emit(number, target)
            self.pieces[target].setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()
