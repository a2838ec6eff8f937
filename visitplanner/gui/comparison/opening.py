# SPDX-License-Identifier: MIT
"""Opens the window that compares two states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.editors.window import show_editor

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow


def show_comparison(window: MainWindow, from_number: int, to_number: int | None) -> None:
    """What has changed from one state to another, each named by its last line of the log.

    Without the second one, up to now; what is edited meanwhile shows at once.
    """
    from visitplanner.gui.comparison.window import ComparisonWindow

    editor = show_editor(window, ComparisonWindow)
    if editor is not None:
        editor.compare(from_number, to_number)


def open_comparison(window: MainWindow) -> None:
    """What has changed since the newest version; without any, since the beginning."""
    from visitplanner.gui.comparison.window import ComparisonWindow

    show_editor(window, ComparisonWindow)
