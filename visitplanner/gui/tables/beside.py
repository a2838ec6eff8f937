# SPDX-License-Identifier: MIT
"""What stands beside a table: the page of its current row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from visitplanner.gui.editors.form import Form
from visitplanner.gui.editors.short_table import ShortTable
from visitplanner.gui.inspector.paper_sheets import reports
from visitplanner.gui.looks import SPACE, WIDE

_NARROWEST: Final = 380

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.desk import Desk
    from visitplanner.gui.editors.form import Entry
    from visitplanner.gui.editors.table import EntityTable
    from visitplanner.session.session import Notice


class Details(QWidget):
    """What has no column: further fields of a row, and the reports on it."""

    def __init__(self, desk: Desk, collection: str, fields: tuple[Entry, ...]) -> None:
        super().__init__()
        self._desk, self._collection = desk, collection
        self.form = Form(desk, fields)
        self.reports = ShortTable(desk, reports(collection, ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(WIDE)
        column.addWidget(self.form)
        column.addWidget(self.reports)
        column.addStretch(1)
        desk.changed.connect(self._told)

    def show_row(self, key: str) -> None:
        """Shows what belongs to a row, or nothing."""
        self.finish_typing()
        there = key in self._desk.visit.collection(self._collection)
        self.setVisible(there)
        if there:
            self.form.show_row(key)
            self.form.setEnabled(self._desk.writable)
            self.reports.show_sheet(reports(self._collection, key))

    def _told(self, notice: Notice) -> None:
        if self.form.row in notice.visit.collection(self._collection):
            self.form.read()

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        self.form.finish_typing()
        self.reports.finish_typing()


def beside(table: EntityTable, page: QWidget, show: Callable[[str], None]) -> QSplitter:
    """A table, and beside it what belongs to its current row."""
    page.setObjectName("page")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.setMinimumWidth(_NARROWEST)
    both = QSplitter(Qt.Orientation.Horizontal)
    both.addWidget(table)
    both.addWidget(area)
    both.setStretchFactor(0, 1)
    both.setSizes([1040, _NARROWEST])
    table.row_chosen.connect(show)
    if table.model.rows:
        table.show_row(table.model.rows[0])
    show(table.current)
    return both
