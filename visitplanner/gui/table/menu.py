# SPDX-License-Identifier: MIT
"""The menu under the right button: the clipboard, and what the window can do with rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence

from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from visitplanner.gui.table.grid import Grid

_OF_THE_WINDOW: Final = ("new-item", "duplicate", "lock", "delete")


def fill_menu(menu: QMenu, grid: Grid) -> QMenu:
    """The entries; those that cannot be now are grey."""
    desk, transfer = grid.rows.desk, grid.transfer
    cells = bool(grid.chosen_cells())
    for text, key, act, possible in (
        (N_("Cut cells"), QKeySequence.StandardKey.Cut, transfer.cut, cells and desk.writable),
        (N_("Copy cells"), QKeySequence.StandardKey.Copy, transfer.copy, cells),
        (N_("Paste cells"), QKeySequence.StandardKey.Paste, transfer.paste, desk.writable),
    ):
        entry = menu.addAction(desk.phrases.say(text))
        entry.setShortcut(QKeySequence(key))
        entry.setEnabled(possible)
        entry.triggered.connect(act)
    menu.addSeparator()
    for name in _OF_THE_WINDOW:
        action = grid.window().findChild(QAction, name)
        if isinstance(action, QAction):
            menu.addAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
