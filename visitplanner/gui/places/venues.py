# SPDX-License-Identifier: MIT
"""The window of places: all of them as a table, names and rooms of the chosen one below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.gui import icons
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow, show_editor
from visitplanner.gui.places.columns import room_listing, venue_listing
from visitplanner.gui.places.naming import Naming
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

_SIZE: Final = (1240, 760)


class VenuesWindow(EditorWindow):
    """Places and their rooms."""

    table: EntityTable
    rooms: EntityTable
    naming: Naming

    def __init__(self, window: MainWindow) -> None:
        self._current = ""
        super().__init__(window)
        self.resize(*_SIZE)
        self.desk.changed.connect(self._told)

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Places and rooms")))
        self.table = EntityTable(self.desk, venue_listing())
        self.naming = Naming(self.desk)
        self.rooms = EntityTable(self.desk, room_listing(""))
        travel = QPushButton(icons.icon("vehicle"), say(N_("Travel times…")))
        travel.clicked.connect(self._show_travel)
        self.table.head.insertWidget(self.table.head.count() - 1, travel)
        names = QScrollArea()
        names.setWidgetResizable(True)
        names.setFrameShape(QFrame.Shape.NoFrame)
        names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        names.setWidget(self.naming)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(names)
        below.addWidget(self.rooms)
        below.setSizes([440, 800])
        below.setStretchFactor(1, 1)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(self.table)
        whole.addWidget(below)
        whole.setSizes([360, 400])
        for splitter in (below, whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.table.row_chosen.connect(self._choose)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)
        page.setFocusProxy(self.table)
        first = self._current or next(iter(self.desk.visit.venues), "")
        self.show_venue(first)
        self.table.setFocus()
        return page

    def show_venue(self, key: str) -> None:
        """Makes a place the chosen one."""
        if key:
            self.table.show_row(key)
        self._choose(self.table.current)

    def _choose(self, key: str) -> None:
        if key == self._current and self.naming.venue == key:
            return
        self._current = key
        self.naming.show_venue(key)
        self.rooms.show_listing(room_listing(key))
        self.rooms.setEnabled(bool(key))

    def _told(self, notice: Notice) -> None:
        if any(change.collection == "venues" for change in notice.patch.changes):
            self.naming.show_venue(self.table.current)

    def _show_travel(self) -> None:
        from visitplanner.gui.places.travel import TravelWindow

        self.finish_typing()
        show_editor(self.main, TravelWindow)

    @override
    def finish_typing(self) -> None:
        for table in (self.table, self.rooms):
            table.finish_typing()
        self.naming.finish_typing()
