# SPDX-License-Identifier: MIT
"""Cells exchanged with Excel and Word by the clipboard, filled and emptied: a step of undo each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic

from visitplanner.domain.text import message
from visitplanner.gui.clipboard import offer_cells, offered_cells
from visitplanner.gui.typed.model import C

if TYPE_CHECKING:
    from visitplanner.gui.typed.grid import TypedGrid


class Transfer(Generic[C]):
    """What the clipboard and Del do to the selected cells."""

    def __init__(self, grid: TypedGrid[C]) -> None:
        self._grid: Final = grid
        self._model: Final = grid.typed

    def copy(self) -> None:
        """Puts the selected cells on the clipboard, for Excel and for Word."""
        keys, columns = self._grid.chosen, self._grid.chosen_columns()
        if keys and columns:
            offer_cells(self._model.copied(keys, columns))

    def cut(self) -> None:
        """Copies the selected cells and empties them."""
        self.copy()
        self._grid.wipe()

    def paste(self) -> None:
        """Writes the cells of the clipboard from the current cell on."""
        cells = offered_cells()
        if not cells:
            reason = message("There is no text on the clipboard to paste.")
            self._model.desk.refused.emit(reason)
            return
        several = self._cells()
        if len(cells) == 1 and len(cells[0]) == 1 and len(several) > 1:
            self._model.fill(several, cells[0][0])  # as in a spreadsheet
            return
        rows, columns = self._grid.chosen_rows(), self._grid.chosen_columns()
        top = rows[0] if rows else max(0, self._grid.currentIndex().row())
        left = self._model.columns.index(columns[0]) if columns else 0
        written = self._model.paste(cells, top, self._model.columns[left:])
        self._grid.select_block(written, left + 1, left + len(cells[0]))

    def clear(self) -> None:
        """Empties the selected cells where they may be empty."""
        cells = self._cells()
        if cells and not any(column.clears for _, column in cells):
            self._model.desk.refused.emit(message("This cell cannot be empty."))
        elif cells:
            self._model.clear(cells)

    def _cells(self) -> list[tuple[str, C]]:
        """The selected cells that can be written."""
        chosen = self._grid.chosen_cells()
        return [(key, column) for key, column in chosen if self._model.editable(column)]
