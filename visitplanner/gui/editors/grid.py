# SPDX-License-Identifier: MIT
"""The cells of an entity table on the screen: keys, clipboard, selection, typing, dragging."""

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
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from visitplanner.gui.editors.delegate import PAD, EntityDelegate
from visitplanner.gui.editors.transfer import Transfer
from visitplanner.gui.table.typed_grid import TypedGrid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent

    from visitplanner.gui.editors.column import Column
    from visitplanner.gui.editors.model import EntityModel

    Index = QModelIndex | QPersistentModelIndex

_MARKS: Final = 30
_LEAST_SHARE: Final = 80
_AIR: Final = 12
_PLAIN_MODIFIERS: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Flag = QItemSelectionModel.SelectionFlag


class EntityGrid(TypedGrid):
    """The table itself."""

    search_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, model: EntityModel, *, marks: bool = True) -> None:
        super().__init__(model)
        self.entities: Final = model
        self.setObjectName("grid")
        self._marks = _MARKS if marks else 0
        self.transfer: Final = Transfer(self)
        self.setModel(model)
        self.delegate = EntityDelegate(model, self.font(), self)
        self.delegate.opened.connect(self._opened)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if model.listing.move is not None:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDragDropOverwriteMode(False)
            self.setDropIndicatorShown(True)
        self._heads()
        model.modelReset.connect(self._lay)

    def _heads(self) -> None:
        side, top = self.verticalHeader(), self.horizontalHeader()
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        side.setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        side.setHighlightSections(False)
        top.setHighlightSections(False)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setMinimumSectionSize(_MARKS)
        top.setFixedHeight(self.fontMetrics().height() + 14)
        top.setSortIndicatorClearable(True)
        top.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._dragged = self._laying = False
        top.sectionResized.connect(self._resized)
        self._lay()

    # Widths.

    def _resized(self) -> None:
        self._dragged = self._dragged or not self._laying

    def _lay(self) -> None:
        """Gives columns their width, unless somebody has dragged them."""
        if self._dragged:
            return
        self._laying = True
        metrics, say = self.fontMetrics(), self.entities.desk.phrases.say
        self.setColumnHidden(0, not self._marks)
        if self._marks:
            self.setColumnWidth(0, self._marks)
        left = self.viewport().width() - self._marks
        for column in self.entities.columns:
            if not column.weight:
                texts = (say(column.least), f"{say(column.title)}  ↑")
                width = max(metrics.horizontalAdvance(text) for text in texts) + 2 * PAD + 8
                self.setColumnWidth(self.entities.number_of(column), width)
                left -= width
        shared = [
            (column, self._narrowest(column)) for column in self.entities.columns if column.weight
        ]
        rest = max(0, left - sum(least for _, least in shared))
        whole = sum(column.weight for column, _ in shared)
        for column, least in shared:
            width = least + rest * column.weight // whole
            self.setColumnWidth(self.entities.number_of(column), width)
        self._laying = False

    def _narrowest(self, column: Column) -> int:
        """The width a column that shares what is left has at least: its header, its usual text."""
        say = self.entities.desk.phrases.say
        texts = (say(column.least), say(column.title))
        wide = max(self.fontMetrics().horizontalAdvance(text) for text in texts) + 2 * PAD + 4
        return max(_LEAST_SHARE, wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    # What is selected.

    def _parts(self) -> list[tuple[int, int, int, int]]:
        chosen = self.selectionModel().selection()
        parts = (chosen.at(n) for n in range(chosen.size()))
        return [(p.top(), p.bottom(), p.left(), p.right()) for p in parts]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the rows with a selected cell, from top to bottom."""
        return tuple(key for row in self.chosen_rows() if (key := self.entities.key(row)))

    def chosen_rows(self) -> list[int]:
        """The numbers of the rows with a selected cell, the empty last one included."""
        return sorted({row for part in self._parts() for row in range(part[0], part[1] + 1)})

    def chosen_columns(self) -> list[Column]:
        """The columns with a selected cell, from left to right."""
        numbers = sorted({c for p in self._parts() for c in range(max(1, p[2]), p[3] + 1)})
        return [column for n in numbers if (column := self.entities.column(n)) is not None]

    def chosen_cells(self) -> list[tuple[str, Column]]:
        """The selected cells by row and column."""
        found = []
        for top, bottom, left, right in self._parts():
            for row in range(top, bottom + 1):
                key = self.entities.key(row)
                columns = (self.entities.column(n) for n in range(max(1, left), right + 1))
                found += [(key, c) for c in columns if key and c is not None]
        return found

    def select_block(self, keys: Iterable[str], left: int, right: int) -> None:
        """Selects what was pasted."""
        block = QItemSelection()
        right = min(right, self.entities.columnCount() - 1)
        rows = [row for key in keys if (row := self.entities.row_of(key)) >= 0]
        for row in rows:
            block.select(self.entities.index(row, left), self.entities.index(row, right))
        if rows:
            first = self.entities.index(rows[0], left)
            self.selectionModel().setCurrentIndex(first, Flag.NoUpdate)
            self.selectionModel().select(block, Flag.ClearAndSelect)

    @property
    def current(self) -> str:
        """The id of the current row, or empty."""
        return self.entities.key(self.currentIndex().row())

    @property
    def whole_rows(self) -> bool:
        """Whether rows are selected, and not cells."""
        last = self.entities.columnCount() - 1
        parts = self._parts()
        return bool(parts) and all(p[2] <= 0 and p[3] == last for p in parts)

    def show_row(self, key: str, column: int = 1) -> None:
        """Makes a row the current one."""
        row = self.entities.row_of(key)
        if row >= 0:
            at = self.entities.index(row, column)
            self.selectionModel().setCurrentIndex(at, Flag.ClearAndSelect)
            self.scrollTo(at)

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

    # Keys.

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete} or self._types(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key begins typing in the current cell."""
        column = self.entities.column(self.currentIndex().column())
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
        if self._clipboard_key(event) or self._moving_key(event):
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
            chosen = self.selectionModel().selection()
            self.selectionModel().select(chosen, Flag.Select | Flag.Rows)
        elif self._types(event):
            self.begin(event.text())
        else:
            super().keyPressEvent(event)

    def _clipboard_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.transfer.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.transfer.copy()
            self.transfer.clear()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.transfer.paste()
        else:
            return False
        return True

    def _moving_key(self, event: QKeyEvent) -> bool:
        """Alt+↑ and Alt+↓ move rows where their order is the user's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key())) if event.key() in steps else None
        if step is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return False
        if not self.entities.movable:
            return False
        self.move_chosen(step)
        return True

    def move_chosen(self, step: int) -> None:
        """Moves the selected rows up (−1) or down (1) by one."""
        keys = self.chosen
        if not keys:
            return
        places = [self.entities.row_of(key) for key in keys]
        before = (
            max(0, min(places) - 1) if step < 0 else min(len(self.entities.rows), max(places) + 2)
        )
        here = self.currentIndex().column()
        current = self.current
        if self.entities.move(keys, before):
            self.show_row(current, here)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.field is not None and self.field.refused:
            self.field.setFocus()  # first what was typed is mended or let go
            return
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Before Qt chooses the mark of the first row.
        if not self.currentIndex().isValid() and self.entities.rowCount():
            first = self.entities.index(0, 1)
            self.selectionModel().setCurrentIndex(first, Flag.ClearAndSelect)
        super().focusInEvent(event)
        if self.field is not None and self.field.refused:
            self.field.setFocus()
