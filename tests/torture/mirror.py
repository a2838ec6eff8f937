# SPDX-License-Identifier: MIT
"""A view that believes what a model's signals say and nothing else: it shows a missing signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

Row = list[str]


class Mirror:
    """The texts of a table, read again only where the model has said that they changed."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self._model = model
        self.rows = self.now()
        self._kept: list[tuple[QPersistentModelIndex, Row]] = []
        model.modelReset.connect(self._read)
        model.rowsInserted.connect(self._come)
        model.rowsRemoved.connect(self._go)
        model.dataChanged.connect(self._changed)
        model.layoutAboutToBeChanged.connect(self._keep)
        model.layoutChanged.connect(self._moved)

    def now(self) -> list[Row]:
        """What the model says when asked."""
        return [self._row(number) for number in range(self._model.rowCount())]

    def _row(self, number: int) -> Row:
        model = self._model
        return [str(model.index(number, n).data()) for n in range(model.columnCount())]

    def _read(self) -> None:
        self.rows = self.now()

    def _come(self, _: QModelIndex, first: int, last: int) -> None:
        self.rows[first:first] = [self._row(number) for number in range(first, last + 1)]

    def _go(self, _: QModelIndex, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for number in range(first.row(), last.row() + 1):
            self.rows[number] = self._row(number)

    def _keep(self) -> None:
        self._kept = [
            (QPersistentModelIndex(self._model.index(number, 0)), row)
            for number, row in enumerate(self.rows)
        ]

    def _moved(self) -> None:
        self.rows = [row for _, row in sorted(self._kept, key=lambda kept: kept[0].row())]
        self._kept = []
