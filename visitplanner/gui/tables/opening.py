# SPDX-License-Identifier: MIT
"""Opens the windows of seating, flags, preparation, papers, days off and the accepted order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.flags.window import FlagsWindow
from visitplanner.gui.seating.window import SeatingWindow
from visitplanner.gui.tables.days import DaysWindow
from visitplanner.gui.tables.windows import (
    DocumentsWindow,
    MeasuresWindow,
    PolicyWindow,
    PreparationWindow,
)

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow


def _item_of(window: MainWindow, key: str) -> str:
    """An item as it is, or the one of a seating plan."""
    if window.desk is None:
        return ""
    plan = window.desk.visit.seatings.get(key)
    selected = window.desk.item
    return plan.item if plan else key or (selected.id if selected else "")


def open_seating(window: MainWindow, key: str = "") -> None:
    """The seating of the selected item, or of a plan."""
    editor = show_editor(window, SeatingWindow)
    if editor is not None and key:
        editor.show_item(_item_of(window, key))


def open_flags(window: MainWindow, key: str = "") -> None:
    """The flags of the selected item."""
    editor = show_editor(window, FlagsWindow)
    if editor is not None and (item := _item_of(window, key)):
        editor.show_item(item)


def open_preparation(window: MainWindow, key: str = "") -> None:
    """Tasks, resources, interpreters, site safety and gifts."""
    editor = show_editor(window, PreparationWindow)
    if editor is not None and key:
        editor.show_row(key)


def open_documents(window: MainWindow, key: str = "") -> None:
    """Documents to sign."""
    editor = show_editor(window, DocumentsWindow)
    if editor is not None and key:
        editor.show_row(key)


def open_measures(window: MainWindow, key: str = "") -> None:
    """Measures of the Plan and instructions."""
    editor = show_editor(window, MeasuresWindow)
    if editor is not None and key:
        editor.show_row(key)


def open_days(window: MainWindow, key: str = "") -> None:
    """Days off."""
    editor = show_editor(window, DaysWindow)
    if editor is not None and key:
        editor.show_row(key)


def open_policy(window: MainWindow, key: str = "") -> None:
    """The accepted order."""
    del key
    show_editor(window, PolicyWindow)
