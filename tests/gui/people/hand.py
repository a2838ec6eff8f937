# SPDX-License-Identifier: MIT
"""Short ways to the cells of entity tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.opening import press, settle, type_text
from visitplanner.gui.editors.window import EditorWindow

if TYPE_CHECKING:
    from tests.gui.opening import Opened
    from visitplanner.gui.editors.grid import EntityGrid
    from visitplanner.gui.editors.table import EntityTable

W = TypeVar("W", bound=EditorWindow)


def editor(opened: Opened, kind: type[W], action: str) -> W:
    """The window an action opens."""
    opened.act(action)
    found = [w for w in opened.window.findChildren(kind) if w.isVisible()]
    assert len(found) == 1
    found[0].activateWindow()
    settle()
    return found[0]


def cell(grid: EntityGrid, row: str, column: str) -> str:
    """What a cell says."""
    model = grid.entities
    found = next(c for c in model.columns if c.key == column)
    return str(model.index(model.row_of(row), model.number_of(found)).data() or "")


def go(grid: EntityGrid, row: str, column: str) -> None:
    """Makes a cell the current one; "" is the empty last row."""
    model = grid.entities
    found = next(c for c in model.columns if c.key == column)
    number = model.row_of(row) if row else len(model.rows)
    grid.setFocus()
    at = model.index(number, model.number_of(found))
    grid.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    settle()


def type_cell(grid: EntityGrid, row: str, column: str, text: str) -> None:
    """Types over a cell and presses Enter."""
    go(grid, row, column)
    type_text(grid, text[:1])
    settle()
    assert grid.field is not None, (row, column)
    type_text(grid.field, text[1:])
    settle()
    press(grid.field, Qt.Key.Key_Return)


def keys_in(table: EntityTable) -> tuple[str, ...]:
    """The ids shown, from top to bottom."""
    return table.model.rows


def paste(grid: EntityGrid, text: str) -> None:
    """Pastes a text from the clipboard at the current cell."""
    QApplication.clipboard().setText(text)
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
