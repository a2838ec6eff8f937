# SPDX-License-Identifier: MIT
"""Chapters for what only some kinds have: forms and short tables, made of declared sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.domain import particulars
from visitplanner.gui import icons
from visitplanner.gui.actions import BY_NAME
from visitplanner.gui.editors.form import Form
from visitplanner.gui.editors.short_table import ShortTable
from visitplanner.gui.inspector import paper_sheets, sheets
from visitplanner.gui.inspector.chapter import LABEL_WIDTH, Chapter
from visitplanner.gui.looks import SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.editors.form import Entry
    from visitplanner.gui.editors.short_table import Sheet
    from visitplanner.gui.inspector.chapter import Pen

_NOWHERE: Final = ""


class Particular(Chapter):
    """A heading, fields, and tables of what an item alone has."""

    title = ""
    form_of: Callable[[str], tuple[Entry, ...]] | None = None
    tables_of: tuple[Callable[[str], Sheet], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """Actions of the window that lead to a drawing or a larger table, with their texts."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self._owner = pen.item_id
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE)
        self.grid.addLayout(self.column, 0, 0, 1, 2)
        kind = type(self)
        if kind.title:
            heading = QLabel(pen.say(kind.title))
            heading.setProperty("heading", True)
            self.column.addWidget(heading)
        self.form: Form | None = None
        if kind.form_of is not None:
            self.form = Form(pen.desk, kind.form_of(self._owner), label=LABEL_WIDTH)
            self.column.addWidget(self.form)
        self.tables: list[ShortTable] = []
        for sheet_of in kind.tables_of:
            table = ShortTable(pen.desk, sheet_of(self._owner))
            self.tables.append(table)
            self.column.addWidget(table)
        if kind.links:
            across = QHBoxLayout()
            across.setSpacing(SPACE)
            for action, text in kind.links:
                across.addWidget(self._link(action, pen.say(text)))
            across.addStretch(1)
            self.column.addLayout(across)

    def _link(self, action: str, text: str) -> QPushButton:
        button = QPushButton(icons.icon(BY_NAME[action].icon), text)
        button.setObjectName(action)

        def open_it() -> None:
            bars = getattr(self.window(), "bars", None)
            if bars is not None:
                bars.actions[action].trigger()

        button.clicked.connect(open_it)
        return button

    @override
    def read(self, item: ProgrammeItem) -> None:
        kind = type(self)
        if item.id != self._owner:
            self._owner = item.id
            for table, sheet_of in zip(self.tables, kind.tables_of, strict=True):
                table.show_sheet(sheet_of(item.id))
        if self.form is not None and kind.form_of is not None:
            self.form.show_row(item.id, kind.form_of(item.id))
        self.sum_up(item)

    def sum_up(self, item: ProgrammeItem) -> None:
        """Says how long all of it takes; a kind of chapter knows."""

    @override
    def allow(self, *, writing: bool) -> None:
        if self.form is not None:
            self.form.setEnabled(writing)
        for table in self.tables:
            table.allow(writing=writing)

    def show_sum(self, table: ShortTable, minutes: int, whole: int) -> None:
        """The running total against the length of the item."""
        text = self.pen.say(N_("{n} of {whole} min"), n=minutes, whole=whole)
        table.sum.setText(text)
        over = minutes > whole > 0
        table.sum.setToolTip(self.pen.say(N_("Longer than the item")) if over else "")
        if bool(table.sum.property("over")) != over:
            table.sum.setProperty("over", over)
            table.sum.style().unpolish(table.sum)
            table.sum.style().polish(table.sum)


class Steps(Particular):
    """What happens minute by minute."""

    tables_of = (sheets.steps,)

    @override
    def sum_up(self, item: ProgrammeItem) -> None:
        self.show_sum(self.tables[0], particulars.steps_minutes(item), item.minutes)
        self.tables[0].sum.setVisible(bool(item.steps))


class LayingOf(Particular):
    """Wreaths, ribbons and flowers."""

    title = N_("Wreaths and flowers")
    form_of = staticmethod(sheets.laying)
    tables_of = (sheets.wreaths,)


class AgendaOf(Particular):
    """Who leads, and the questions with their minutes."""

    form_of = staticmethod(sheets.agenda)
    tables_of = (sheets.questions,)

    @override
    def sum_up(self, item: ProgrammeItem) -> None:
        agenda = particulars.agenda_of(self.pen.desk.visit, item.id)
        self.show_sum(self.tables[0], particulars.agenda_minutes(agenda), item.minutes)


class MealOf(Particular):
    """Menu and toasts."""

    form_of = staticmethod(sheets.meal)
    tables_of = (sheets.toasts,)


class PressOf(Particular):
    """Who speaks to the press."""

    form_of = staticmethod(sheets.press_call)


class JourneyOf(Particular):
    """Train or flight."""

    form_of = staticmethod(sheets.journey)


class EnterpriseOf(Particular):
    """Guide, stops and safety."""

    title = N_("Enterprise and site safety")
    form_of = staticmethod(sheets.site_visit)
    tables_of = (sheets.stops,)


class Column(Particular):
    """The vehicles of a transfer."""

    tables_of = (paper_sheets.movements,)
    links = (("edit-vehicles", N_("Vehicles and seats…")),)


class Drawings(Particular):
    """The ways to the drawings of seats and flags."""

    links = (("edit-seating", N_("Seating…")), ("edit-flags", N_("Flags…")))


class Needs(Particular):
    """Things and services, and how far they are."""

    tables_of = (paper_sheets.bookings,)


class Documents(Particular):
    """The documents signed here, each with its signatories and originals."""

    tables_of = (paper_sheets.documents,)

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self.papers = Papers(pen)
        self.column.addWidget(self.papers)
        self.tables[0].grid.rows_chosen.connect(self._choose)
        self._choose()

    @override
    def read(self, item: ProgrammeItem) -> None:
        super().read(item)
        table = self.tables[0]
        if table.model.rows and not table.grid.current:
            table.grid.show_row(table.model.rows[0])
        self._choose()

    @override
    def allow(self, *, writing: bool) -> None:
        super().allow(writing=writing)
        self.papers.allow(writing=writing)

    def _choose(self) -> None:
        row = self.tables[0].grid.current
        self.papers.show_document(row if row in self.pen.desk.visit.documents else _NOWHERE)


class Papers(QWidget):
    """Signatories, originals and clearances of a document; a button rebuilds the originals."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self._pen = pen
        self.document = _NOWHERE
        desk = pen.desk
        self.signatories = ShortTable(desk, paper_sheets.signatories(_NOWHERE))
        self.copies = ShortTable(desk, paper_sheets.copies(_NOWHERE))
        self.clearances = ShortTable(desk, paper_sheets.clearances(_NOWHERE))
        self.rebuild = QPushButton(icons.icon("repeat"), pen.say(N_("By the alternat")))
        self.rebuild.setToolTip(
            pen.say(N_("One original for each party and language, each party first in its own"))
        )
        self.rebuild.clicked.connect(self._rebuild)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self.signatories, self.copies, self.rebuild, self.clearances):
            column.addWidget(part)
        column.addStretch(1)

    def show_document(self, document: str) -> None:
        """Shows the papers of a document, or nothing."""
        self.setVisible(bool(document))
        if document != self.document:
            self.document = document
            self.signatories.show_sheet(paper_sheets.signatories(document))
            self.copies.show_sheet(paper_sheets.copies(document))
            self.clearances.show_sheet(paper_sheets.clearances(document))

    def allow(self, *, writing: bool) -> None:
        """Lets the papers be edited, or only read."""
        self.signatories.allow(writing=writing)
        self.copies.allow(writing=writing)
        self.clearances.allow(writing=writing)
        self.rebuild.setVisible(writing)

    def _rebuild(self) -> None:
        document = self.document
        if document:
            self._pen.desk.edit(lambda visit: particulars.rebuild_copies(visit, document))
