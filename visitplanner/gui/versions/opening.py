# SPDX-License-Identifier: MIT
"""Opens the windows of versions and of the history, and asks who edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.editors.window import show_editor

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow


def open_versions(window: MainWindow, key: str = "") -> None:
    """Versions; one of them by its number."""
    from visitplanner.gui.versions.window import VersionsWindow

    editor = show_editor(window, VersionsWindow)
    if editor is not None and key:
        editor.list.show_version(int(key))


def open_history(window: MainWindow, key: str = "") -> None:
    """Every edit."""
    from visitplanner.gui.history.window import HistoryWindow

    del key
    show_editor(window, HistoryWindow)


def open_author(window: MainWindow) -> None:
    """Asks for the name that edits are signed with."""
    from visitplanner.gui.dialogs.author import AuthorDialog

    AuthorDialog(window).open()
