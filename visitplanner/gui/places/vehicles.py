# SPDX-License-Identifier: MIT
"""The window of vehicles: all of them as a table, and who sits where on each transfer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTabWidget, QWidget
from typing_extensions import override

from visitplanner.domain import boarding
from visitplanner.domain.roster import Roster
from visitplanner.gui import icons
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.places.boarding import Boarding, transfers
from visitplanner.gui.places.columns import vehicle_listing
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

_SIZE: Final = (1280, 800)
_KEY: Final = Qt.ItemDataRole.UserRole


class VehiclesWindow(EditorWindow):
    """Vehicles and seats."""

    tabs: QTabWidget
    table: EntityTable
    list: QListWidget
    boarding: Boarding

    def __init__(self, window: MainWindow) -> None:
        self._item = ""
        self._tab = 0
        super().__init__(window)
        self.resize(*_SIZE)
        self.desk.changed.connect(self._told)
        chosen = self.desk.item
        if chosen is not None and chosen.id in transfers(self.desk.visit):
            self.show_transfer(chosen.id)

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Vehicles and seats")))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.table = EntityTable(self.desk, vehicle_listing())
        self.boarding = Boarding(self.desk)
        self.list = QListWidget()
        self.list.setAccessibleName(say(N_("Transfers")))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._choose)
        seats = QSplitter(Qt.Orientation.Horizontal)
        seats.setHandleWidth(1)
        seats.setChildrenCollapsible(False)
        seats.addWidget(self.list)
        seats.addWidget(self.boarding)
        seats.setSizes([210, 1070])
        seats.setStretchFactor(1, 1)
        seats.setFocusProxy(self.list)
        self.tabs.addTab(self.table, say(N_("Vehicles")))
        self.tabs.addTab(seats, say(N_("Who sits where")))
        self._read()
        self.tabs.setCurrentIndex(self._tab)
        self.tabs.currentChanged.connect(self._turned)
        self.table.setFocus()
        return self.tabs

    def _turned(self, number: int) -> None:
        self._tab = number

    def _read(self) -> None:
        """Lists the transfers, each with its time and what is wrong with it."""
        visit, language = self.desk.visit, self.desk.language
        keys = transfers(visit)
        roster = Roster(visit)
        if self._item not in keys:
            self._item = keys[0] if keys else ""
        self.list.blockSignals(True)
        self.list.clear()
        for key in keys:
            item = visit.items[key]
            entry = QListWidgetItem(f"{self._when(item)}\n{item.title.best(language)}")
            waiting = len(boarding.unseated(visit, key, roster))
            if waiting:
                entry.setIcon(icons.icon("warning", self.desk.theme.warning))
                entry.setToolTip(
                    self.desk.phrases.count(
                        "{n} person without a seat", "{n} people without a seat", waiting
                    )
                )
            else:
                entry.setIcon(icons.icon("vehicle"))
            entry.setData(_KEY, key)
            self.list.addItem(entry)
        if self._item in keys:
            self.list.setCurrentRow(keys.index(self._item))
        self.list.blockSignals(False)
        self.boarding.show_transfer(self._item)

    def _when(self, item: ProgrammeItem) -> str:
        visit, language = self.desk.visit, self.desk.language
        if item.start is None or item.end is None:
            return self.desk.phrases.say(N_("Untimed"))
        text = dates.range_text(item.start, item.end, language, visit.policy.time_separator)
        if visit.about.starts == visit.about.ends:
            return text
        return f"{dates.day_mark(item.start.date, language)} {text}"

    def _choose(self, entry: QListWidgetItem | None, *_: object) -> None:
        if entry is not None:
            self._item = str(entry.data(_KEY))
            self.boarding.show_transfer(self._item)

    def show_transfer(self, item: str) -> None:
        """Shows who sits where on a transfer."""
        self.tabs.setCurrentIndex(1)
        self._item = item
        self._read()

    def show_vehicle(self, key: str) -> None:
        """Shows a vehicle in the table."""
        self.tabs.setCurrentIndex(0)
        self.table.show_row(key)

    def _told(self, _notice: Notice) -> None:
        self._read()

    @override
    def finish_typing(self) -> None:
        self.table.finish_typing()
