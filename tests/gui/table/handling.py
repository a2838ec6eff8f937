# SPDX-License-Identifier: MIT
"""The table as a test's hands hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.opening import press, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.gui.opening import Opened
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.table.grid import Grid
    from visitplanner.gui.table.model import TableModel
    from visitplanner.gui.typed.field import CellField

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def keys(widget: QWidget, text: str) -> None:
    """Types a text of any letters, with the question for shortcuts before each key."""
    for letter in text:
        code = ord(letter.upper()) if letter.isalnum() or letter.isascii() else 0
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)
    settle()


class Rows:
    """The table in front of a window."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        opened.act("table")
        opened.window.activateWindow()
        self.grid.setFocus()
        settle()

    @property
    def grid(self) -> Grid:
        return self.opened.place.centre.table.grid

    @property
    def model(self) -> TableModel:
        return self.grid.rows

    @property
    def visit(self) -> Visit:
        return self.opened.visit

    def item(self, key: str) -> ProgrammeItem:
        return self.visit.items[key]

    @property
    def ids(self) -> list[str]:
        """The items shown, from top to bottom."""
        return list(self.model.rows)

    def index(self, item_id: str, column: str) -> QModelIndex:
        """A cell; the empty last row is called "new"."""
        row = len(self.model.rows) if item_id == "new" else self.model.row_of(item_id)
        assert row >= 0, item_id
        numbers = {c.key: self.model.number_of(c) for c in self.model.columns}
        return self.model.index(row, numbers.get(column, 0))

    def text(self, item_id: str, column: str) -> str:
        """What a cell shows."""
        return str(self.index(item_id, column).data())

    def go(self, item_id: str, column: str) -> None:
        """Makes a cell the current one."""
        self.grid.stand_at(self.index(item_id, column))
        settle()

    def choose(self, first: tuple[str, str], last: tuple[str, str]) -> None:
        """Selects the cells between two corners."""
        upper, lower = self.index(*first), self.index(*last)
        model = self.grid.selectionModel()
        model.setCurrentIndex(upper, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(QItemSelection(upper, lower), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        settle()

    @property
    def field(self) -> CellField:
        """The open field."""
        assert self.grid.field is not None
        return self.grid.field

    @property
    def typing(self) -> bool:
        return self.grid.field is not None

    def type(self, item_id: str, column: str, text: str, *, enter: bool = True) -> None:
        """Types a text into a cell in place of what it says, and Enter."""
        self.go(item_id, column)
        press(self.grid, Qt.Key.Key_Return)
        self.field.selectAll()
        QTest.keyClick(self.field, Qt.Key.Key_Backspace)
        keys(self.field, text)
        if enter:
            self.enter()

    def enter(self) -> None:
        press(self.field, Qt.Key.Key_Return)

    def key(
        self, key: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key pressed in the table."""
        press(self.grid, key, modifiers)

    @property
    def offered(self) -> list[str]:
        """The names offered under the field."""
        names = self.field._list
        if names is None or not names.isVisible():
            return []
        return [names.item(n).text() for n in range(names.count())]

    @property
    def refusal(self) -> str:
        """Why a text was not taken."""
        bubble = self.field._bubble
        assert bubble is not None
        assert bubble.isVisible()
        return bubble.text()

    @property
    def notice(self) -> str:
        """What the window says above the views."""
        return self.opened.window.notices.text

    def undo(self) -> None:
        self.opened.act("undo")

    def paste(self, text: str, html: str = "") -> None:
        """Brings cells by the clipboard, as Excel (text) or Word (HTML as well) puts them."""
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        press(self.grid, Qt.Key.Key_V, CTRL)
