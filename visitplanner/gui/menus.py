# SPDX-License-Identifier: MIT
"""The actions of a window and the entries of its menus, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from visitplanner.gui import icons
from visitplanner.gui.actions import BY_NAME, Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMainWindow, QMenu

    from visitplanner.gui.bars import Fillers, Handlers
    from visitplanner.gui.phrases import Phrases


def make_actions(
    window: QMainWindow, phrases: Phrases, handlers: Handlers
) -> Mapping[str, QAction]:
    """An action of the window for each handler, by name."""
    groups: dict[str, QActionGroup] = {}
    return {name: _made(window, phrases, name, act, groups) for name, act in handlers.items()}


def _made(
    window: QMainWindow,
    phrases: Phrases,
    name: str,
    handler: Callable[[], None],
    groups: dict[str, QActionGroup],
) -> QAction:
    command = BY_NAME[name]
    action = QAction(phrases.say(command.text), window)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    if command.icon:
        action.setIcon(icons.icon(command.icon))
    if command.group:
        action.setCheckable(True)
        if command.group != "*":
            group = groups.setdefault(command.group, QActionGroup(window))
            group.addAction(action)
    # The tick that triggered() brings is not wanted: handlers read the truth elsewhere.
    action.triggered.connect(lambda _ticked=False: handler())
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = f" ({phrases.say(command.tip)})" if command.tip else ""
    action.setToolTip(f"{action.text().rstrip('…')}{tip}  {keys}".strip())
    window.addAction(action)
    return action


def fill_menu(
    place: QMenu, menu: Menu, actions: Mapping[str, QAction], phrases: Phrases, fillers: Fillers
) -> None:
    """The entries of a menu, and of those inside it."""
    place.setObjectName(f"menu {menu.text}")
    place.setToolTipsVisible(False)
    if menu.icon:
        place.setIcon(icons.icon(menu.icon))
    if menu.filled:
        filler = fillers[menu.filled]
        place.aboutToShow.connect(lambda: filler(place))
    for entry in menu.entries:
        if entry is None:
            place.addSeparator()
        elif isinstance(entry, Menu):
            fill_menu(place.addMenu(phrases.say(entry.text)), entry, actions, phrases, fillers)
        else:
            place.addAction(actions[entry])
