# SPDX-License-Identifier: MIT
"""The toolbar of a window with an open visit, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from visitplanner.gui import icons
from visitplanner.gui.actions import LANES
from visitplanner.gui.looks import TOOL_ICON
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

    from visitplanner.gui.bars import Fillers
    from visitplanner.gui.phrases import Phrases


class Tools(QToolBar):
    """Undo, items, lanes, days, zoom, export, and how many problems there are."""

    def __init__(
        self,
        window: QMainWindow,
        phrases: Phrases,
        actions: Mapping[str, QAction],
        fillers: Fillers,
    ) -> None:
        super().__init__(phrases.say(N_("Toolbar")), window)
        self._phrases = phrases
        self._actions = actions
        self._fillers = fillers
        self.day, self.count = QToolButton(), QToolButton()
        self.lanes, self.new_item = QToolButton(), QToolButton()
        self._fill()

    def _fill(self) -> None:
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(TOOL_ICON, TOOL_ICON))
        self.addAction(self._actions["undo"])
        self.addAction(self._actions["redo"])
        self.addSeparator()
        self.addWidget(self._new_item())
        self.addSeparator()
        self.addWidget(self._lanes())
        self.addAction(self._actions["previous-day"])
        self.addWidget(self._day())
        self.addAction(self._actions["next-day"])
        self.addSeparator()
        self.addAction(self._actions["zoom-out"])
        self.addAction(self._actions["zoom-in"])
        self.addAction(self._actions["ripple"])
        self.addSeparator()
        self.addWidget(self._export())
        self.addAction(self._actions["palette"])
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addWidget(self._count())

    def _day(self) -> QToolButton:
        self.day.setObjectName("day")
        self.day.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.day.setToolTip(self._phrases.say(N_("Day shown")))
        days = QMenu(self.day)
        days.aboutToShow.connect(lambda: self._fillers["days"](days))
        self.day.setMenu(days)
        return self.day

    def _count(self) -> QToolButton:
        self.count.setObjectName("problem count")
        self.count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.count.clicked.connect(self._actions["show-problems"].trigger)
        return self.count

    def _new_item(self) -> QToolButton:
        button = self.new_item
        button.setObjectName("new item")
        button.setText(self._phrases.say(N_("Item")))
        button.setIcon(icons.icon("add"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setToolTip(self._actions["new-item"].toolTip())
        button.clicked.connect(self._actions["new-item"].trigger)
        kinds = QMenu(button)
        kinds.aboutToShow.connect(lambda: self._fillers["kinds"](kinds))
        button.setMenu(kinds)
        return button

    def _lanes(self) -> QToolButton:
        button = self.lanes
        button.setObjectName("lanes")
        button.setIcon(icons.icon("lanes"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self._phrases.say(N_("Lanes")))
        menu = QMenu(button)
        for name in LANES:
            menu.addAction(self._actions[name])
        button.setMenu(menu)
        return button

    def _export(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("export")
        button.setDefaultAction(self._actions["export"])
        button.setText(self._phrases.say(N_("Export")))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button
