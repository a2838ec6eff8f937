# SPDX-License-Identifier: MIT
"""How wide columns are: short ones as their texts, the others share what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.gui.table.columns import START, STATUS
from visitplanner.gui.table.delegate import PAD

if TYPE_CHECKING:
    from visitplanner.gui.table.columns import Column
    from visitplanner.gui.table.grid import Grid

MARKS: Final = 28
_SIGNS: Final = {START: 8, STATUS: 18}
"""What stands in a cell beside its text."""
_WIDE: Final = 1000
"""From this width on the status is written out."""


class Widths:
    """Lays the columns out until somebody drags one: from then on they are his."""

    def __init__(self, grid: Grid) -> None:
        self._grid: Final = grid
        self._columns: Final = grid.rows
        self._dragged = False
        self._laying = False
        grid.horizontalHeader().sectionResized.connect(self._resized)
        self.lay()

    def _resized(self) -> None:
        self._dragged = self._dragged or not self._laying

    def lay(self) -> None:
        """Gives every column its width."""
        if self._dragged:
            return
        self._laying = True
        self._grid.setColumnWidth(0, MARKS)
        left = self._grid.viewport().width() - MARKS
        columns = self._columns.columns
        for column in columns:
            if not column.weight:
                width = self._fixed(column)
                self._set(column, width)
                left -= width
        shared = [
            (column, self._least(column)) for column in self._columns.columns if column.weight
        ]
        rest = max(0, left - sum(least for _, least in shared))
        whole = sum(column.weight for column, _ in shared)
        for column, least in shared:
            self._set(column, least + rest * column.weight // whole)
        self._laying = False

    def _set(self, column: Column, width: int) -> None:
        self._grid.setColumnWidth(self._columns.number_of(column), width)

    def _fixed(self, column: Column) -> int:
        """The width of times and other short texts; narrow tables show a status by its sign."""
        texts = [self._columns.desk.phrases.say(column.title)]
        if column is not STATUS or self._grid.viewport().width() > _WIDE:
            texts.append(column.least)
        widest = max(map(self._grid.fontMetrics().horizontalAdvance, texts))
        return widest + 2 * PAD + 4 + _SIGNS.get(column, 0)

    def _least(self, column: Column) -> int:
        title = self._columns.desk.phrases.say(column.title)
        return max(column.narrow, self._grid.fontMetrics().horizontalAdvance(title) + 2 * PAD + 2)
