# SPDX-License-Identifier: MIT
"""Windows of tables: preparation, papers and the Plan, days off, the accepted order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.gui.editors.form import Form
from visitplanner.gui.editors.short_table import ShortTable
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.inspector.chapter import Pen
from visitplanner.gui.inspector.particular import Papers
from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.gui.tables import listings, plan
from visitplanner.gui.tables.beside import Details, beside
from visitplanner.gui.tables.policy import lead_days, policy_entries, word_terms
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.editors.column import Listing


class TablesWindow(EditorWindow):
    """Several tables as tabs."""

    title = ""
    listings: tuple[Callable[[], Listing], ...] = ()
    usual_width = 1200

    _shown = 0

    def _turned(self, number: int) -> None:
        self._shown = number

    @override
    def fill(self) -> QWidget:
        self.setWindowTitle(self.desk.phrases.say(type(self).title))
        self.resize(max(self.width(), self.usual_width), max(self.height(), 640))
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
    listings = (plan.measures, plan.instructions)
    usual_width = 1420

    @override
    def page(self, table: EntityTable) -> QWidget:
        collection = "instructions" if self.details else "measures"
        fields = {"measures": plan.measure_fields, "instructions": plan.instruction_fields}
        details = Details(self.desk, collection, fields[collection]())
        self.details.append(details)
        return beside(table, details, details.show_row)

    @override
    def fill(self) -> QWidget:
        self.details: list[Details] = []
        return super().fill()

    @override
    def finish_typing(self) -> None:
        super().finish_typing()
        for details in self.details:
            details.finish_typing()


class DocumentsWindow(TablesWindow):
    """Documents to sign, each with its signatories and originals."""

    title = N_("Documents")
    listings = (listings.documents,)

    @override
    def page(self, table: EntityTable) -> QWidget:
        self.papers = Papers(Pen(self.desk))
        self.papers.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self.papers.allow(writing=self.desk.writable)
        return beside(table, self.papers, self.papers.show_document)


class PolicyWindow(EditorWindow):
    """The accepted order as a form."""

    @override
    def fill(self) -> QWidget:
        self.setWindowTitle(self.desk.phrases.say(N_("Policy")))
        self.resize(600, 860)
        self.form = Form(self.desk, policy_entries(), label=240)
        self.form.setEnabled(self.desk.writable)
        self.form.read()
        self.desk.changed.connect(self._told)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(WIDE)
        column.addWidget(self.form)
        self.lists = [ShortTable(self.desk, sheet()) for sheet in (lead_days, word_terms)]
        for table in self.lists:
            column.addWidget(table)
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
        for table in self.lists:
            table.finish_typing()
