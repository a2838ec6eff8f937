# SPDX-License-Identifier: MIT
"""Cells exchanged with Excel and Word by the clipboard, filled and emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import message
from visitplanner.gui.clipboard import offer_cells, offered_cells
from visitplanner.gui.table import pasting

if TYPE_CHECKING:
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.cells import Cells
    from visitplanner.gui.table.columns import Column
    from visitplanner.gui.table.grid import Grid


class Transfer:
    """What the clipboard and Del do to the selected cells; each is one step of undo."""

    def __init__(self, grid: Grid) -> None:
        self._grid: Final = grid
        self._rows: Final = grid.rows

    def copy(self) -> None:
        """Puts the selected cells on the clipboard, for Excel and for Word."""
        rows = self._rows
        ids = [i.id for row in self._grid.chosen_rows() if (i := rows.item(row)) is not None]
        columns = self._grid.chosen_columns()
        if not ids or not columns:
            return
        offer_cells(pasting.copied(rows.sheet, rows.sheet.visit, ids, columns))

    def cut(self) -> None:
        """Copies the selected cells and empties them."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Writes the cells of the clipboard from the current cell on."""
        cells = offered_cells()
        if not cells:
            self._refuse(message("There is no text on the clipboard to paste."))
            return
        chosen = self._grid.chosen_cells()
        if len(cells) == 1 and len(cells[0]) == 1 and len(chosen) > 1:
            self._fill(chosen, cells[0][0])
        else:
            self._paste(cells)

    def clear(self) -> None:
        """Empties the selected cells; a title, an end or a status cannot be empty."""
        cells, rows = self._grid.chosen_cells(), self._rows
        record = rows.desk.session.record
        if cells and not any(column.clears for _, column in cells):
            self._refuse(message("This cell cannot be empty."))
        elif cells:
            rows.change(lambda visit: pasting.cleared(rows.sheet, visit, record, cells))

    def _fill(self, cells: list[tuple[str, Column]], text: str) -> None:
        """One text goes into all selected cells, as in a spreadsheet."""
        rows, record = self._rows, self._rows.desk.session.record
        rows.change(lambda visit: pasting.filled(rows.sheet, visit, record, cells, text))

    def _paste(self, cells: Cells) -> None:
        rows = self._rows
        chosen, columns = self._grid.chosen_rows(), self._grid.chosen_columns()
        top = chosen[0] if chosen else max(0, self._grid.currentIndex().row())
        left = rows.columns.index(columns[0]) if columns else 0
        block = pasting.Block(cells, rows.rows[top:], rows.columns[left:], rows.desk.day)
        written: list[str] = []

        def edit(visit: Visit) -> Patch:
            patch, ids = pasting.pasted(rows.sheet, visit, rows.desk.session.record, block)
            written[:] = ids
            return patch

        if rows.change(edit):
            self._grid.select_block(written, left + 1, left + len(cells[0]))

    def _refuse(self, reason: Message) -> None:
        self._rows.desk.refused.emit(reason)
