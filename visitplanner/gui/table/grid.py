# SPDX-License-Identifier: MIT
"""The cells on the screen: keys, clipboard, selection and typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu
from typing_extensions import override

from visitplanner.gui.keyboard import latin_key
from visitplanner.gui.table.columns import TITLE
from visitplanner.gui.table.delegate import CellDelegate
from visitplanner.gui.table.menu import fill_menu
from visitplanner.gui.table.transfer import Transfer
from visitplanner.gui.table.typed_grid import TypedGrid
from visitplanner.gui.table.widths import MARKS, Widths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QResizeEvent

    from visitplanner.gui.table.columns import Column
    from visitplanner.gui.table.field import CellField
    from visitplanner.gui.table.model import TableModel

    Index = QModelIndex | QPersistentModelIndex

_PLAIN_MODIFIERS: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Flag = QItemSelectionModel.SelectionFlag


class Grid(TypedGrid):
    """The table itself."""

    search_wanted = Signal()

    def __init__(self, model: TableModel) -> None:
        super().__init__(model)
        self.rows: Final = model
        self.setObjectName("grid")
        self.transfer: Final = Transfer(self)
        self._new = ""
        """The item just added, while its title is being typed."""
        self.setModel(model)
        self.delegate = CellDelegate(model, self.font(), self)
        self.delegate.opened.connect(self._opened)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(True)
        self._heads()
        self.widths: Final = Widths(self)
        model.modelReset.connect(self.widths.lay)

    def _heads(self) -> None:
        side, top = self.verticalHeader(), self.horizontalHeader()
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        side.setDefaultSectionSize(self.delegate.height)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        side.setHighlightSections(False)
        top.setHighlightSections(False)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setMinimumSectionSize(MARKS)
        top.setFixedHeight(self.fontMetrics().height() + 14)
        self.setSortingEnabled(True)
        top.setSortIndicatorClearable(False)
        self.sortByColumn(self.rows.number_of(self.rows.order.column), Qt.SortOrder.AscendingOrder)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.lay()

    # What is selected.

    def chosen_rows(self) -> list[int]:
        """The rows with a selected cell, from top to bottom."""
        return sorted({row for part in self._parts() for row in range(part[0], part[1] + 1)})

    def _parts(self) -> list[tuple[int, int, int, int]]:
        chosen = self.selectionModel().selection()
        parts = (chosen.at(n) for n in range(chosen.size()))
        return [(p.top(), p.bottom(), p.left(), p.right()) for p in parts]

    def chosen_ids(self) -> tuple[str, ...]:
        """The items with a selected cell, the current one first."""
        ids = [item.id for row in self.chosen_rows() if (item := self.rows.item(row)) is not None]
        here = self.rows.item(self.currentIndex().row())
        if here is not None and here.id in ids:
            ids.remove(here.id)
            ids.insert(0, here.id)
        return tuple(ids)

    def chosen_columns(self) -> list[Column]:
        """The columns with a selected cell, from left to right."""
        numbers = sorted({c for p in self._parts() for c in range(max(1, p[2]), p[3] + 1)})
        return [column for n in numbers if (column := self.rows.column(n)) is not None]

    def chosen_cells(self) -> list[tuple[str, Column]]:
        """The selected cells by item and column."""
        found = []
        for top, bottom, left, right in self._parts():
            for row in range(top, bottom + 1):
                item = self.rows.item(row)
                columns = (self.rows.column(n) for n in range(max(1, left), right + 1))
                found += [(item.id, c) for c in columns if item is not None and c is not None]
        return found

    @property
    def whole_rows(self) -> bool:
        """Whether rows are selected, and not cells."""
        parts = self._parts()
        last = self.rows.columnCount() - 1
        return bool(parts) and all(p[2] <= 0 and p[3] == last for p in parts)

    def show_ids(self, ids: Iterable[str]) -> None:
        """Selects the rows of items, the first as the current one."""
        rows = [row for key in ids if (row := self.rows.row_of(key)) >= 0]
        model = self.selectionModel()
        if not rows:
            model.clearSelection()
            return
        column = max(1, self.currentIndex().column())
        at = self.rows.index(rows[0], column)
        model.setCurrentIndex(at, Flag.ClearAndSelect)
        last = self.rows.columnCount() - 1
        whole = QItemSelection()
        for row in rows[1:]:
            whole.select(self.rows.index(row, 0), self.rows.index(row, last))
        if rows[1:]:
            whole.select(self.rows.index(rows[0], 0), self.rows.index(rows[0], last))
            model.select(whole, Flag.Select)
        self.scrollTo(at)

    def select_block(self, ids: list[str], left: int, right: int) -> None:
        """Selects what was pasted."""
        block = QItemSelection()
        right = min(right, self.rows.columnCount() - 1)
        for key in ids:
            row = self.rows.row_of(key)
            if row >= 0:
                block.select(self.rows.index(row, left), self.rows.index(row, right))
        if not block.isEmpty():
            first = self.rows.index(self.rows.row_of(ids[0]), left)
            self.selectionModel().setCurrentIndex(first, Flag.NoUpdate)
            self.selectionModel().select(block, Flag.ClearAndSelect)

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

    def edit_title(self, item_id: str, *, new: bool = False) -> None:
        """Opens the title of an item; that of a new one is empty."""
        row = self.rows.row_of(item_id)
        if row >= 0:
            self.setFocus()
            self.stand_at(self.rows.index(row, self.rows.number_of(TITLE)))
            self.begin()
            self._new = item_id if new else ""

    @override
    def _drop(self, field: CellField) -> None:
        """Lets a typed text go; a row that was only just added goes with it."""
        item = self.rows.item(field.index.row())
        self._shut(field)
        if item is not None and item.id == self._new and not item.title:
            self.rows.desk.undo()
        self._new = ""

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
        return self._types(event) and event.text().isalpha()

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key begins typing in the current cell."""
        column = self.rows.column(self.currentIndex().column())
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
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not modifiers:
            self.transfer.clear()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._go(self.currentIndex(), 0, 1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._select_rows()
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

    def _select_rows(self) -> None:
        self.selectionModel().select(self.selectionModel().selection(), Flag.Select | Flag.Rows)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        fill_menu(QMenu(self), self).popup(event.globalPos())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.field is not None and self.field.refused:
            self.field.setFocus()  # first what was typed is mended or let go
            return
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            row = self.rows.row_of_day(self.rows.desk.day)
            self.stand_at(self.rows.index(row, self.rows.number_of(TITLE)))
        super().focusInEvent(event)
        if self.field is not None and self.field.refused:
            self.field.setFocus()
