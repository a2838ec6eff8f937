# SPDX-License-Identifier: MIT
"""The window of days off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.domain import ledger
from visitplanner.domain.people import Side
from visitplanner.domain.visit import delegations_of
from visitplanner.gui import icons
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SPACE
from visitplanner.gui.tables import listings
from visitplanner.gui.tables.windows import TablesWindow
from visitplanner.imports.days_off import FIRST_YEAR, LAST_YEAR, days_off
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit

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
        self.year.setMinimumHeight(self.country.sizeHint().height())
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
