# SPDX-License-Identifier: MIT
"""Opens the windows of people, of a pasted list and of a replacement, at whom is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.people.paste import PasteWindow
from visitplanner.gui.people.replace import ReplaceWindow
from visitplanner.gui.people.window import PeopleWindow

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow


def open_people(window: MainWindow, key: str = "") -> None:
    """People and delegations, at a person or a group."""
    editor = show_editor(window, PeopleWindow)
    if editor is None or not key:
        return
    if key in editor.desk.visit.groups:
        editor.show_group(key)
    else:
        editor.tabs.setCurrentWidget(editor.people)
        editor.show_person(key)


def open_delegations(window: MainWindow, key: str = "") -> None:
    """The members of a delegation by rank; a person is shown among them."""
    editor = show_editor(window, PeopleWindow)
    if editor is None:
        return
    editor.show_delegation(key if key in editor.desk.visit.delegations else "")
    if key in editor.desk.visit.people:
        editor.show_person(key)


def open_paste(window: MainWindow) -> None:
    """A pasted letter; a list on the clipboard is read at once."""
    editor = show_editor(window, PasteWindow)
    if editor is not None:
        editor.offer_clipboard()


def open_replace(window: MainWindow, key: str = "") -> None:
    """Replacing a participant."""
    editor = show_editor(window, ReplaceWindow)
    if editor is not None and key:
        editor.ask(key)
