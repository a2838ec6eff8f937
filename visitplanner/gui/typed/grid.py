# SPDX-License-Identifier: MIT
"""A table typed into: one field at a time, what is refused stays in it, then the next cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QMenu, QTableView
from typing_extensions import override

from visitplanner.gui.keyboard import latin_key
from visitplanner.gui.typed.menu import fill_menu
from visitplanner.gui.typed.model import C
from visitplanner.gui.typed.transfer import Transfer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent

    from visitplanner.gui.typed.delegate import FieldDelegate
    from visitplanner.gui.typed.field import CellField
    from visitplanner.gui.typed.model import TypedModel

    Index = QModelIndex | QPersistentModelIndex

_PLAIN_MODIFIERS: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DELETES: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
Flag = QItemSelectionModel.SelectionFlag


class TypedGrid(QTableView, Generic[C]):
    """What the programme's table and the tables of entities share."""

    rows_chosen = Signal()
    """Other rows are selected, or another is the current one."""
    search_wanted = Signal()

    def __init__(self, model: TypedModel[C]) -> None:
        super().__init__()
        self.typed: Final = model
        self.field: CellField | None = None
        self.transfer: Final = Transfer(self)
        self.setObjectName("grid")
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def furnish(self, delegate: FieldDelegate[C], height: int, narrowest: int) -> None:
        """Takes a delegate, with the height of rows and the least width of columns."""
        delegate.opened.connect(self._opened)
        self.setItemDelegate(delegate)
        side, top = self.verticalHeader(), self.horizontalHeader()
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        side.setDefaultSectionSize(height)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        side.setHighlightSections(False)
        top.setHighlightSections(False)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setMinimumSectionSize(narrowest)
        top.setFixedHeight(self.fontMetrics().height() + 14)

    # What is selected.

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.rows_chosen.emit()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.rows_chosen.emit()

    def _parts(self) -> list[tuple[int, int, int, int]]:
        chosen = self.selectionModel().selection()
        parts = (chosen.at(n) for n in range(chosen.size()))
        return [(p.top(), p.bottom(), p.left(), p.right()) for p in parts]

    def chosen_rows(self) -> list[int]:
        """The numbers of the rows with a selected cell, the empty last one included."""
        return sorted({row for part in self._parts() for row in range(part[0], part[1] + 1)})

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the rows with a selected cell, from top to bottom."""
        return tuple(key for row in self.chosen_rows() if (key := self.typed.key(row)))

    @property
    def current(self) -> str:
        """The id of the current row, or empty."""
        return self.typed.key(self.currentIndex().row())

    def chosen_columns(self) -> list[C]:
        """The columns with a selected cell, from left to right."""
        numbers = sorted({c for p in self._parts() for c in range(max(1, p[2]), p[3] + 1)})
        return [column for n in numbers if (column := self.typed.column(n)) is not None]

    def chosen_cells(self) -> list[tuple[str, C]]:
        """The selected cells by row and column."""
        found = []
        for top, bottom, left, right in self._parts():
            for row in range(top, bottom + 1):
                key = self.typed.key(row)
                columns = (self.typed.column(n) for n in range(max(1, left), right + 1))
                found += [(key, c) for c in columns if key and c is not None]
        return found

    @property
    def whole_rows(self) -> bool:
        """Whether rows are selected, and not cells."""
        last = self.typed.columnCount() - 1
        parts = self._parts()
        return bool(parts) and all(p[2] <= 0 and p[3] == last for p in parts)

    def select_block(self, keys: Iterable[str], left: int, right: int) -> None:
        """Selects what was pasted."""
        block = QItemSelection()
        right = min(right, self.typed.columnCount() - 1)
        rows = [row for key in keys if (row := self.typed.row_of(key)) >= 0]
        for row in rows:
            block.select(self.typed.index(row, left), self.typed.index(row, right))
        if rows:
            first = self.typed.index(rows[0], left)
            self.selectionModel().setCurrentIndex(first, Flag.NoUpdate)
            self.selectionModel().select(block, Flag.ClearAndSelect)

    def stand_at(self, index: QModelIndex) -> None:
        """Selects one cell, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)

    # Typing.

    def begin(self, typed: str = "") -> None:
        """Opens the current cell, with a first letter when one was typed."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        self.scrollTo(index)
        self.edit(index)
        if self.field is None:
            return
        if typed:
            self.field.add(typed)
        else:
            self.field.go_on()

    def _opened(self, field: CellField) -> None:
        self.field = field
        field.taken.connect(lambda down, right: self._take(field, down, right))
        field.left.connect(lambda: self._take(field, 0, 0))
        field.dropped.connect(lambda: self._drop(field))
        field.destroyed.connect(lambda: self._forget(field))

    def _forget(self, field: CellField) -> None:
        if self.field is field:
            self.field = None

    def _take(self, field: CellField, down: int, right: int) -> bool:
        """Takes what was typed and goes on; what is refused stays to be mended."""
        if self.field is not field or not field.index.isValid():
            return True
        if field.refused and not (down or right):
            return False
        at = field.index
        refusal = self.typed.take(at, field.text())
        if refusal is not None:
            field.refuse(self.typed.desk.say(refusal))
            return False
        here = self.typed.index(at.row(), at.column())
        self._shut(field)
        if down or right:
            self._go(here, down, right)
        return True

    def _drop(self, field: CellField) -> None:
        self._shut(field)

    def _shut(self, field: CellField) -> None:
        self.field = None
        field.clear_away()
        self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def finish(self) -> None:
        """Takes what is being typed."""
        if self.field is not None:
            self._take(self.field, 0, 0)

    def _go(self, here: QModelIndex, down: int, right: int) -> None:
        """The cell below or beside; at the end of a row the next one begins."""
        row, column = here.row() + down, here.column() + right
        last = self.typed.columnCount() - 1
        if column > last:
            row, column = row + 1, 1
        elif column < 1:
            row, column = row - 1, last
        row = max(0, min(row, self.typed.rowCount() - 1))
        self.stand_at(self.typed.index(row, column))

    def wipe(self) -> None:
        """What Del does: the selected cells are emptied."""
        self.transfer.clear()

    # Keys.

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> bool:
        """Keys the window would take for its own, and that mean something else in a cell."""
        if event.matches(QKeySequence.StandardKey.Find) or event.key() == Qt.Key.Key_F2:
            return True
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            return not self.whole_rows
        return self._types(event)

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key begins typing in the current cell."""
        column = self.typed.column(self.currentIndex().column())
        text = event.text()
        if column is None or not text or not text.isprintable() or self.whole_rows:
            return False
        if event.modifiers() & ~_PLAIN_MODIFIERS:
            return False
        if text == " " and event.modifiers():
            return False
        return column.letters or not text.isalpha()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if self._clipboard_key(event):
            return
        if event.matches(QKeySequence.StandardKey.Find):
            self.search_wanted.emit()
        elif key in _ENTERS or key == Qt.Key.Key_F2:
            self.begin()
        elif key in _DELETES and not modifiers:
            self.wipe()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._go(self.currentIndex(), 0, 1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ShiftModifier:
            chosen = self.selectionModel().selection()
            self.selectionModel().select(chosen, Flag.Select | Flag.Rows)
        elif self._types(event):
            self.begin(event.text())
        elif event.text().isalpha() or latin_key(key) is not None:
            event.ignore()  # a command of the window, in whatever layout
        else:
            super().keyPressEvent(event)

    def _clipboard_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.transfer.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.transfer.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.transfer.paste()
        else:
            return False
        return True

    # Mouse and focus.

    def add_actions(self, menu: QMenu) -> None:
        """What a kind of table can do with whole rows."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        fill_menu(QMenu(self), self).popup(event.globalPos())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.field is not None and self.field.refused:
            self.field.setFocus()  # first what was typed is mended or let go
            return
        super().mousePressEvent(event)

    def first_cell(self) -> QModelIndex:
        """Where the keyboard begins."""
        return self.typed.index(0, 1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Before Qt chooses the mark of the first row.
        if not self.currentIndex().isValid() and self.typed.rowCount():
            self.stand_at(self.first_cell())
        super().focusInEvent(event)
        if self.field is not None and self.field.refused:
            self.field.setFocus()
