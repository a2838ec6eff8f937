# SPDX-License-Identifier: MIT
"""The actions of a window and its menus, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from visitplanner.gui import icons
from visitplanner.gui.actions import BY_NAME, COMMANDS, MENUS, Menu, When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
        self._fillers = fillers
        self._groups: dict[str, QActionGroup] = {}
        self.actions = {name: self._action(name, handlers[name]) for name in handlers}
        window.menuBar().clear()
        for menu in MENUS:
            self._fill(window.menuBar().addMenu(phrases.say(menu.text)), menu)

    def _action(self, name: str, handler: Callable[[], None]) -> QAction:
        command = BY_NAME[name]
        action = QAction(self._phrases.say(command.text), self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        if command.icon:
            action.setIcon(icons.icon(command.icon))
        if command.group:
            action.setCheckable(True)
            if command.group != "*":
                self._group(command.group).addAction(action)
        # The tick that triggered() brings is not wanted: handlers read the truth elsewhere.
        action.triggered.connect(lambda _ticked=False: handler())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = f" ({self._phrases.say(command.tip)})" if command.tip else ""
        action.setToolTip(f"{action.text().rstrip('…')}{tip}  {keys}".strip())
        self._window.addAction(action)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self._window)
        return self._groups[name]

    def _fill(self, place: QMenu, menu: Menu) -> None:
        place.setObjectName(f"menu {menu.text}")
        place.setToolTipsVisible(False)
        if menu.icon:
            place.setIcon(icons.icon(menu.icon))
        if menu.filled:
            filler = self._fillers[menu.filled]
            place.aboutToShow.connect(lambda: filler(place))
        for entry in menu.entries:
            if entry is None:
                place.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(place.addMenu(self._phrases.say(entry.text)), entry)
            else:
                place.addAction(self.actions[entry])

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
