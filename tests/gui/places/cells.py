# SPDX-License-Identifier: MIT
"""Cells of an entity table as a test's hands hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import settle
from tests.gui.table.handling import keys

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from visitplanner.gui.editors.table import EntityTable


def cell(table: EntityTable, row: str, column: str) -> QModelIndex:
    """A cell; the empty last row is called "new"."""
    model = table.model
    number = len(model.rows) if row == "new" else model.row_of(row)
    assert number >= 0, row
    return model.index(number, [c.key for c in model.columns].index(column) + 1)


def text(table: EntityTable, row: str, column: str) -> str:
    return str(cell(table, row, column).data() or "")


def go(table: EntityTable, row: str, column: str) -> None:
    """Clicks a cell."""
    at = cell(table, row, column)
    table.grid.scrollTo(at)
    place = table.grid.visualRect(at).center()
    QTest.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    table.grid.setFocus()
    settle()


def type_into(table: EntityTable, row: str, column: str, typed: str) -> None:
    """Types over a cell and takes it with Enter."""
    go(table, row, column)
    keys(table.grid, typed[0])
    assert table.grid.field is not None
    keys(table.grid.field, typed[1:])
    assert table.grid.field is not None
    QTest.keyClick(table.grid.field, Qt.Key.Key_Return)
    settle()
