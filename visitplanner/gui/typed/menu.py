# SPDX-License-Identifier: MIT
"""The menu under the right button: the clipboard, and what can be done with whole rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from visitplanner.gui.typed.grid import TypedGrid
    from visitplanner.gui.typed.model import C


def fill_menu(menu: QMenu, grid: TypedGrid[C]) -> QMenu:
    """The entries; those that cannot be now are grey."""
    desk, transfer = grid.typed.desk, grid.transfer
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
    grid.add_actions(menu)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
