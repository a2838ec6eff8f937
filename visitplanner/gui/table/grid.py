# SPDX-License-Identifier: MIT
"""The programme's table on the screen: selection shared with the other views, titles, menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QFrame
from typing_extensions import override

from visitplanner.gui.table.columns import START, STATUS, TITLE, Column
from visitplanner.gui.table.delegate import PAD, CellDelegate
from visitplanner.gui.typed.grid import TypedGrid
from visitplanner.gui.typed.widths import Widths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from visitplanner.gui.table.model import TableModel
    from visitplanner.gui.typed.field import CellField

_MARKS: Final = 28
_OF_THE_WINDOW: Final = ("new-item", "duplicate", "lock", "delete")
_SIGNS: Final = {START: 8, STATUS: 18}
"""What stands in a cell beside its text."""
_WIDE: Final = 1000
"""From this width on the status is written out."""
Flag = QItemSelectionModel.SelectionFlag


class Grid(TypedGrid[Column]):
    """The table itself."""

    def __init__(self, model: TableModel) -> None:
        super().__init__(model)
        self.rows: Final = model
        self._new = ""
        """The item just added, while its title is being typed."""
        self.delegate = CellDelegate(model, self.font(), self)
        self.furnish(self.delegate, self.delegate.height, _MARKS)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(True)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(False)
        self.sortByColumn(self.rows.number_of(self.rows.order.column), Qt.SortOrder.AscendingOrder)
        self.widths: Final = Widths(self, _MARKS, self._fixed, self._least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.lay()

    def _fixed(self, column: Column) -> int:
        """The width of times and other short texts; narrow tables show a status by its sign."""
        texts = [self.rows.desk.phrases.say(column.title)]
        if column is not STATUS or self.viewport().width() > _WIDE:
            texts.append(column.least)
        widest = max(map(self.fontMetrics().horizontalAdvance, texts))
        return widest + 2 * PAD + 4 + _SIGNS.get(column, 0)

    def _least(self, column: Column) -> int:
        title = self.rows.desk.phrases.say(column.title)
        return max(column.narrow, self.fontMetrics().horizontalAdvance(title) + 2 * PAD + 2)

    # What is selected.

    def chosen_ids(self) -> tuple[str, ...]:
        """The items with a selected cell, the current one first."""
        ids = list(self.chosen)
        if self.current in ids:
            ids.remove(self.current)
            ids.insert(0, self.current)
        return tuple(ids)

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

    # Typing.

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

    # Menu and focus.

    @override
    def add_actions(self, menu: QMenu) -> None:
        for name in _OF_THE_WINDOW:
            action = self.window().findChild(QAction, name)
            if isinstance(action, QAction):
                menu.addAction(action)

    @override
    def first_cell(self) -> QModelIndex:
        row = self.rows.row_of_day(self.rows.desk.day)
        return self.rows.index(row, self.rows.number_of(TITLE))
