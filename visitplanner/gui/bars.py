# SPDX-License-Identifier: MIT
"""The menu bar of a window and its actions; the actions wait until one of them is wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from visitplanner.gui.actions import COMMANDS, MENUS, When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

    from visitplanner.gui.phrases import Phrases

    Handlers = Mapping[str, Callable[[], None]]
    Fillers = Mapping[str, Callable[[QMenu], None]]


class Bars:
    """The actions of one window and its menus."""

    def __init__(
        self, window: QMainWindow, phrases: Phrases, handlers: Handlers, fillers: Fillers
    ) -> None:
        self._window = window
        self._phrases = phrases
        self._handlers = handlers
        self._fillers = fillers
        window.menuBar().clear()
        self._menus = [window.menuBar().addMenu(phrases.say(menu.text)) for menu in MENUS]

    @cached_property
    def actions(self) -> Mapping[str, QAction]:
        """All actions by name, and in the menus: the window is painted before they are made."""
        from visitplanner.gui.menus import fill_menu, make_actions

        made = make_actions(self._window, self._phrases, self._handlers)
        for place, menu in zip(self._menus, MENUS, strict=True):
            fill_menu(place, menu, made, self._phrases, self._fillers)
        return made

    def enable(self, met: set[When]) -> None:
        """Enables what makes sense now."""
        for command in COMMANDS:
            self.actions[command.name].setEnabled(command.when in met)

    def tick(self, name: str, *, ticked: bool = True) -> None:
        """Ticks an action; in a group the others lose theirs."""
        self.actions[name].setChecked(ticked)

    def remove(self) -> None:
        """Takes everything out of the window again."""
        self._window.menuBar().clear()
        for action in self.actions.values():
            self._window.removeAction(action)
            action.deleteLater()
