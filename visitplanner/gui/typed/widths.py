# SPDX-License-Identifier: MIT
"""How wide columns are: short ones as their texts, the others share what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic

from visitplanner.gui.typed.model import C

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.typed.grid import TypedGrid


class Widths(Generic[C]):
    """Lays the columns out until somebody drags one: from then on they are his."""

    def __init__(
        self,
        grid: TypedGrid[C],
        marks: int,
        fixed: Callable[[C], int],
        least: Callable[[C], int],
    ) -> None:
        """`marks` is the width of the marks, `least` that of a column that takes a share."""
        self._grid: Final = grid
        self._marks: Final = marks
        self._fixed: Final = fixed
        self._least: Final = least
        self._dragged = False
        self._laying = False
        grid.horizontalHeader().sectionResized.connect(self._resized)
        grid.typed.modelReset.connect(self.lay)
        self.lay()

    def _resized(self) -> None:
        self._dragged = self._dragged or not self._laying

    def lay(self) -> None:
        """Gives every column its width."""
        if self._dragged:
            return
        self._laying = True
        self._grid.setColumnHidden(0, not self._marks)
        if self._marks:
            self._grid.setColumnWidth(0, self._marks)
        left = self._grid.viewport().width() - self._marks
        columns = self._grid.typed.columns
        for column in columns:
            if not column.weight:
                width = self._fixed(column)
                self._set(column, width)
                left -= width
        shared = [(column, self._least(column)) for column in columns if column.weight]
        rest = max(0, left - sum(least for _, least in shared))
        whole = sum(column.weight for column, _ in shared)
        for column, least in shared:
            self._set(column, least + rest * column.weight // whole)
        self._laying = False

    def _set(self, column: C, width: int) -> None:
        self._grid.setColumnWidth(self._grid.typed.number_of(column), width)
