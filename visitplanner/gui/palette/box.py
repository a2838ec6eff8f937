# SPDX-License-Identifier: MIT
"""A field with a list below it: letters narrow it, arrows walk it, Enter goes there, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLayout, QLineEdit, QListView, QVBoxLayout
from typing_extensions import override

from visitplanner.gui import icons
from visitplanner.gui.looks import SPACE
from visitplanner.gui.palette.rows import RowModel, RowPainter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QObject

    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.palette.rows import Row

_WIDTH: Final = 640
_MOST_SHOWN: Final = 12
_FROM_TOP: Final = 96
_WALKING: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)


class JumpBox(QDialog):
    """Finds while letters are typed; `search` answers what fits them, the best first."""

    def __init__(
        self,
        window: MainWindow,
        name: str,
        nothing: str,
        search: Callable[[str], Sequence[Row]],
    ) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._search = search
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.field = QLineEdit()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.model = RowModel()
        self.list = QListView()
        self.list.setObjectName("finds")
        self.list.setAccessibleName(name)
        self.list.setStyleSheet("background: transparent;")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setModel(self.model)
        self._painter = RowPainter(window.theme, self.model)
        self.list.setItemDelegate(self._painter)
        self.list.clicked.connect(self._take)
        self.nothing = QLabel(nothing)
        self.nothing.setProperty("muted", True)
        self.nothing.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self.nothing.hide()
        frame = QFrame()
        frame.setObjectName("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.setSpacing(SPACE)
        inside.addWidget(self.field)
        inside.addWidget(self.nothing)
        inside.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        frame.setFixedWidth(min(_WIDTH, window.width() - 4 * SPACE))
        self.field.textChanged.connect(lambda _: self.look())
        self.look()
        self._place(window)

    def _place(self, window: MainWindow) -> None:
        left = (window.width() - self.sizeHint().width()) // 2
        self.move(window.mapToGlobal(QPoint(left, min(_FROM_TOP, window.height() // 8))))

    def look(self) -> None:
        """Shows what fits the letters now; the best is current."""
        rows = self._search(self.field.text())
        self.model.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows and bool(self.field.text().strip()))
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
            tall = self.list.sizeHintForRow(0) * min(len(rows), _MOST_SHOWN)
            self.list.setFixedHeight(tall + 2)

    @property
    def current(self) -> Row | None:
        """The line Enter would take."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.model.rows[index.row()]
            self.accept()
            row.act()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the letters; what walks the list goes there."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _WALKING:
                self._walk(Qt.Key(event.key()))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _walk(self, key: Qt.Key) -> None:
        """One line or one page; from the last line on to the first and back."""
        last = self.model.rowCount() - 1
        if last < 0:
            return
        here = self.list.currentIndex().row()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            there = (here + (1 if key == Qt.Key.Key_Down else -1)) % (last + 1)
        else:
            page = _MOST_SHOWN if key == Qt.Key.Key_PageDown else -_MOST_SHOWN
            there = min(max(0, here + page), last)
        self.list.setCurrentIndex(self.model.index(there))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """A click beside it closes it."""
        super().changeEvent(event)
        leaving = event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow()
        if leaving and self.isVisible():
            self.reject()
