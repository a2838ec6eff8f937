# SPDX-License-Identifier: MIT
"""A table typed into: one field at a time, what is refused stays in it, then the next cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from visitplanner.domain.text import Message
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.table.field import CellField

    Index = QModelIndex | QPersistentModelIndex

Flag = QItemSelectionModel.SelectionFlag


class Typed(Protocol):
    """What a model of such a table answers."""

    @property
    def desk(self) -> Desk: ...

    def take(self, index: Index, text: str, /) -> Message | None:
        """Edits by what was typed; why not, when it is refused."""

    def index(self, row: int, column: int, /) -> QModelIndex: ...

    def rowCount(self) -> int: ...

    def columnCount(self) -> int: ...


class TypedGrid(QTableView):
    """What the programme's table and the tables of entities share."""

    rows_chosen = Signal()
    """Other rows are selected, or another is the current one."""

    def __init__(self, typed: Typed) -> None:
        super().__init__()
        self._typed = typed
        self.field: CellField | None = None

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.rows_chosen.emit()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.rows_chosen.emit()

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
        refusal = self._typed.take(at, field.text())
        if refusal is not None:
            field.refuse(self._typed.desk.say(refusal))
            return False
        here = self._typed.index(at.row(), at.column())
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
        last = self._typed.columnCount() - 1
        if column > last:
            row, column = row + 1, 1
        elif column < 1:
            row, column = row - 1, last
        row = max(0, min(row, self._typed.rowCount() - 1))
        self.stand_at(self._typed.index(row, column))

    def stand_at(self, index: QModelIndex) -> None:
        """Selects one cell, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
