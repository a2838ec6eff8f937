# SPDX-License-Identifier: MIT
"""What clipboard and Del do to the selected cells of an entity table; each is one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import message
from visitplanner.gui.clipboard import offer_cells, offered_cells
from visitplanner.gui.editors import blocks

if TYPE_CHECKING:
    from visitplanner.gui.editors.column import Column
    from visitplanner.gui.editors.grid import EntityGrid


class Transfer:
    """Cells copied, pasted, filled and emptied."""

    def __init__(self, grid: EntityGrid) -> None:
        self._grid: Final = grid
        self._entities: Final = grid.entities

    def copy(self) -> None:
        """Puts the selected cells on the clipboard, for Excel and for Word."""
        keys, columns = self._grid.chosen, self._grid.chosen_columns()
        if keys and columns:
            offer_cells(blocks.copied(self._entities.reading, keys, columns))

    def paste(self) -> None:
        """Writes the cells of the clipboard from the current cell on."""
        cells = offered_cells()
        if not cells:
            reason = message("There is no text on the clipboard to paste.")
            self._entities.desk.refused.emit(reason)
            return
        several = self._cells()
        if len(cells) == 1 and len(cells[0]) == 1 and len(several) > 1:
            self._entities.fill(several, cells[0][0])
            return
        rows = self._grid.chosen_rows()
        top = rows[0] if rows else max(0, self._grid.currentIndex().row())
        columns = self._grid.chosen_columns()
        left = self._entities.columns.index(columns[0]) if columns else 0
        written = self._entities.paste(cells, top, self._entities.columns[left:])
        self._grid.select_block(written, left + 1, left + len(cells[0]))

    def clear(self) -> None:
        """Whole rows are removed; cells are emptied, where they may be empty."""
        if self._grid.whole_rows:
            self._grid.remove_wanted.emit()
            return
        cells = self._cells()
        if cells and not any(column.clears for _, column in cells):
            self._entities.desk.refused.emit(message("This cell cannot be empty."))
        elif cells:
            self._entities.clear(cells)

    def _cells(self) -> list[tuple[str, Column]]:
        """The selected cells that can be written, by row and column."""
        return [(key, column) for key, column in self._grid.chosen_cells() if column.write]
