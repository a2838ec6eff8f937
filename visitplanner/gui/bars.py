# SPDX-License-Identifier: MIT
"""Menu bar and toolbar of a window, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from visitplanner.gui import icons
from visitplanner.gui.actions import COMMANDS, MENUS, Menu, When
from visitplanner.gui.looks import TOOL_ICON
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMainWindow

    from visitplanner.gui.phrases import Phrases

    Handlers = Mapping[str, Callable[[], None]]
    Fillers = Mapping[str, Callable[[QMenu], None]]


class Bars:
    """The actions of one window, its menus and its toolbar."""

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
        self.day = QToolButton()
        self.day.setObjectName("day")
        self.count = QToolButton()
        self.toolbar = self._toolbar()
        window.addToolBar(self.toolbar)

    def _action(self, name: str, handler: Callable[[], None]) -> QAction:
        command = next(c for c in COMMANDS if c.name == name)
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
        action.setToolTip(f"{action.text().rstrip('…')}  {keys}".strip())
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

    def _toolbar(self) -> QToolBar:
        bar = QToolBar(self._phrases.say(N_("Toolbar")), self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setIconSize(QSize(TOOL_ICON, TOOL_ICON))
        bar.addAction(self.actions["undo"])
        bar.addAction(self.actions["redo"])
        bar.addSeparator()
        bar.addWidget(self._new_item())
        bar.addSeparator()
        bar.addWidget(self._lanes())
        bar.addSeparator()
        bar.addAction(self.actions["previous-day"])
        self.day.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.day.setToolTip(self._phrases.say(N_("Day shown")))
        days = QMenu(self.day)
        days.aboutToShow.connect(lambda: self._fillers["days"](days))
        self.day.setMenu(days)
        bar.addWidget(self.day)
        bar.addAction(self.actions["next-day"])
        bar.addSeparator()
        bar.addAction(self.actions["zoom-out"])
        bar.addAction(self.actions["zoom-in"])
        bar.addSeparator()
        bar.addWidget(self._export())
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        self.count.setObjectName("problem count")
        self.count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.count.clicked.connect(self.actions["show-problems"].trigger)
        bar.addWidget(self.count)
        return bar

    def _new_item(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("new item")
        button.setText(self._phrases.say(N_("Item")))
        button.setIcon(icons.icon("add"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setToolTip(self.actions["new-item"].toolTip())
        button.clicked.connect(self.actions["new-item"].trigger)
        kinds = QMenu(button)
        kinds.aboutToShow.connect(lambda: self._fillers["kinds"](kinds))
        button.setMenu(kinds)
        self.new_item = button
        return button

    def _lanes(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("lanes")
        button.setIcon(icons.icon("lanes"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._phrases.say(N_("Lanes")))
        menu = QMenu(button)
        for name in ("lanes-track", "lanes-person", "lanes-venue"):
            menu.addAction(self.actions[name])
        button.setMenu(menu)
        self.lanes = button
        return button

    def _export(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("export")
        button.setDefaultAction(self.actions["export"])
        button.setText(self._phrases.say(N_("Export")))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def enable(self, met: set[When]) -> None:
        """Enables what makes sense now."""
        for command in COMMANDS:
            self.actions[command.name].setEnabled(command.when in met)
        for button in (self.lanes, self.day, self.count):
            button.setEnabled(When.OPEN in met)
        self.new_item.setEnabled(When.WRITABLE in met)
        self.toolbar.setVisible(When.OPEN in met)

    def tick(self, name: str, *, ticked: bool = True) -> None:
        """Ticks an action; in a group the others lose theirs."""
        self.actions[name].setChecked(ticked)

    def remove(self) -> None:
        """Takes everything out of the window again."""
        self._window.menuBar().clear()
        self._window.removeToolBar(self.toolbar)
        self.toolbar.deleteLater()
        for action in self.actions.values():
            self._window.removeAction(action)
            action.deleteLater()
