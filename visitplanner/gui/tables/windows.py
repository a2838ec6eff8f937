# SPDX-License-Identifier: MIT
"""Windows of tables: preparation, papers and the Plan, days off, the accepted order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain import ledger
from visitplanner.domain.people import Side
from visitplanner.domain.visit import delegations_of
from visitplanner.gui import icons
from visitplanner.gui.editors.form import Form
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.inspector.chapter import Pen
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.inspector.particular import Papers
from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.gui.tables import listings
from visitplanner.gui.tables.policy import policy_entries
from visitplanner.imports.days_off import FIRST_YEAR, LAST_YEAR, days_off
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Listing


class TablesWindow(EditorWindow):
    """Several tables as tabs."""

    title = ""
    listings: tuple[Callable[[], Listing], ...] = ()

    _shown = 0

    def _turned(self, number: int) -> None:
        self._shown = number

    @override
    def fill(self) -> QWidget:
        self.setWindowTitle(self.desk.phrases.say(type(self).title))
        self.resize(max(self.width(), 1200), max(self.height(), 640))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tables = [EntityTable(self.desk, make()) for make in type(self).listings]
        for table in self.tables:
            self.tabs.addTab(self.page(table), self.desk.phrases.say(table.model.listing.title))
        self.tabs.setCurrentIndex(self._shown)
        self.tabs.currentChanged.connect(self._turned)
        return self.tabs

    def page(self, table: EntityTable) -> QWidget:
        """What a tab shows; a kind of window may put more beside the table."""
        return table

    def show_table(self, number: int) -> None:
        """Brings a table to the front."""
        self.tabs.setCurrentIndex(number)
        self.tables[number].setFocus()

    def show_row(self, key: str) -> None:
        """Makes a row of one of the tables the current one."""
        for number, table in enumerate(self.tables):
            if table.model.row_of(key) >= 0:
                self.show_table(number)
                table.show_row(key)
                return

    @override
    def finish_typing(self) -> None:
        for table in self.tables:
            table.finish_typing()


class PreparationWindow(TablesWindow):
    """Everything that must be ready before the day."""

    title = N_("Preparation")
    listings = (
        listings.tasks,
        listings.bookings,
        listings.resources,
        listings.shifts,
        listings.sites,
        listings.gifts,
    )


class MeasuresWindow(TablesWindow):
    """What is carried out after the visit."""

    title = N_("Measures of the Plan")
    listings = (listings.measures, listings.instructions)


class DocumentsWindow(TablesWindow):
    """Documents to sign, each with its signatories and originals."""

    title = N_("Documents")
    listings = (listings.documents,)

    @override
    def page(self, table: EntityTable) -> QWidget:
        self.papers = Papers(Pen(self.desk))
        self.papers.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.papers)
        area.setMinimumWidth(400)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(table)
        both.addWidget(area)
        both.setStretchFactor(0, 1)
        both.setSizes([800, 400])
        table.row_chosen.connect(self.papers.show_document)
        if table.model.rows:
            table.show_row(table.model.rows[0])
        self.papers.show_document(table.current)
        self.papers.allow(writing=self.desk.writable)
        return both


COUNTRIES: Final = {"RU": N_("Russia"), "BY": N_("Belarus")}


class DaysWindow(TablesWindow):
    """Days off of both countries, loaded by year or entered by hand."""

    title = N_("Days off")
    listings = (listings.calendars,)

    @override
    def page(self, table: EntityTable) -> QWidget:
        say = self.desk.phrases.say
        self._loader(table)
        note = say(N_("Other countries: add a calendar and enter or paste its days."))
        label = QLabel(note)
        label.setProperty("muted", True)
        label.setContentsMargins(SPACE, 0, SPACE, SPACE)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(table)
        column.addWidget(label)
        self.days = EntityTable(self.desk, listings.days(""))
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(upper)
        both.addWidget(self.days)
        both.setSizes([240, 400])
        table.row_chosen.connect(lambda key: self.days.show_listing(listings.days(key)))
        if table.model.rows:
            table.show_row(table.model.rows[0])
        return both

    def _loader(self, table: EntityTable) -> None:
        """Country, year and the button that loads their days, in the line above the table."""
        say = self.desk.phrases.say
        self.country = ChoiceField((code, say(name)) for code, name in COUNTRIES.items())
        self.country.setAccessibleName(say(N_("Country")))
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(self.desk.visit.about.starts.year)
        self.year.setAccessibleName(say(N_("Year")))
        self.load = QPushButton(icons.icon("import"), say(N_("Load days off")))
        self.load.setToolTip(say(N_("With the working days moved, as far as they are law")))
        self.load.clicked.connect(self.load_days)
        for place, field in enumerate((self.country, self.year, self.load)):
            field.setEnabled(self.desk.writable)
            table.head.insertWidget(1 + place, field)

    def load_days(self) -> None:
        """Loads the days off of the country and the year into the visit."""
        country, year = str(self.country.currentData()), self.year.value()
        if self.desk.edit(lambda visit: _loaded(visit, country, year)) is None:
            return
        calendars = self.desk.visit.calendars.values()
        self.tables[0].show_row(
            next(c.id for c in calendars if (c.country, c.year) == (country, year))
        )

    @override
    def finish_typing(self) -> None:
        super().finish_typing()
        self.days.finish_typing()


def _loaded(visit: Visit, country: str, year: int) -> Patch:
    """The days off of a country, for the side that comes from there."""
    calendar, days = days_off(country, year)
    sides = (
        d.side
        for side in Side
        for d in delegations_of(visit, side)
        if visit.parties[d.party].country == country
    )
    return ledger.load_days(visit, replace(calendar, side=next(sides, None)), days)


class PolicyWindow(EditorWindow):
    """The accepted order as a form."""

    @override
    def fill(self) -> QWidget:
        self.setWindowTitle(self.desk.phrases.say(N_("Policy")))
        self.resize(560, 640)
        self.form = Form(self.desk, policy_entries(), label=240)
        self.form.setEnabled(self.desk.writable)
        self.form.read()
        self.desk.changed.connect(self._told)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.addWidget(self.form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _told(self, _: object) -> None:
        self.form.read()

    @override
    def finish_typing(self) -> None:
        self.form.finish_typing()
