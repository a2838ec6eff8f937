# SPDX-License-Identifier: MIT
"""A short table inside a page: its heading, its rows, and the form of the current row below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from visitplanner.gui import icons
from visitplanner.gui.editors.form import Entry, Form
from visitplanner.gui.editors.grid import EntityGrid
from visitplanner.gui.editors.model import EntityModel
from visitplanner.gui.looks import SMALL
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.editors.column import Listing
    from visitplanner.session.session import Notice

_MOST_ROWS: Final = 9


@dataclass(frozen=True)
class Sheet:
    """What a short table shows: the listing, and the fields of a row that have no column."""

    listing: Listing
    fields: tuple[Entry, ...] = ()


class ShortTable(QWidget):
    """Rows with their form."""

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        super().__init__()
        self._desk = desk
        self._sheet = sheet
        say = desk.phrases.say
        self.model = EntityModel(desk, sheet.listing)
        self.model.setParent(self)
        self.grid = EntityGrid(self.model, marks=False)
        self.grid.setAccessibleName(say(sheet.listing.title))
        self.grid.verticalHeader().hide()
        self.grid.setSortingEnabled(False)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = QLabel(say(sheet.listing.title))
        self.title.setProperty("heading", True)
        self.sum = QLabel()
        self.sum.setProperty("muted", True)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(SMALL)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.sum)
        self.add = self._button("add", say(N_("Add a row: {title}"), title=self.title.text()))
        self.remove = self._button(
            "delete", say(N_("Remove the row: {title}"), title=self.title.text())
        )
        self.up = self._button("up", say(N_("Move the row up: {title}"), title=self.title.text()))
        self.down = self._button(
            "down", say(N_("Move the row down: {title}"), title=self.title.text())
        )
        self.add.clicked.connect(self.add_row)
        self.remove.clicked.connect(self.remove_row)
        self.up.clicked.connect(lambda: self.move_row(-1))
        self.down.clicked.connect(lambda: self.move_row(1))
        self.form = Form(desk, sheet.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self.head)
        column.addWidget(self.grid)
        column.addWidget(self.form)
        self.grid.rows_chosen.connect(self._choose)
        self.grid.remove_wanted.connect(self.remove_row)
        desk.changed.connect(self._told)
        self._fit()

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.addWidget(button)
        return button

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows the rows of another owner."""
        self.finish_typing()
        self._sheet = sheet
        self.model.show_listing(sheet.listing)
        self._fit()

    def add_row(self) -> None:
        """Adds a row after the current one."""
        key = self.model.add(self.grid.current)
        if key:
            self.grid.show_row(key)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_row(self) -> None:
        """Removes the chosen rows."""
        keys = self.grid.chosen
        if keys and self.model.remove(keys) and self.model.rows:
            last = len(self.model.rows) - 1
            row = min(self.grid.currentIndex().row(), last)
            self.grid.show_row(self.model.key(max(0, row)))

    def move_row(self, step: int) -> None:
        """Moves the current row up or down."""
        row = self.model.row_of(self.grid.current)
        to = row + step
        if row < 0 or not 0 <= to < len(self.model.rows):
            return
        key = self.grid.current
        if self.model.move((key,), to if step < 0 else to + 1):
            self.grid.show_row(self.model.key(to))

    def allow(self, *, writing: bool) -> None:
        """Lets rows be edited, or only read."""
        listing = self._sheet.listing
        self.add.setVisible(writing and listing.add is not None)
        for button in (self.up, self.down):
            button.setVisible(writing and listing.move is not None and len(self.model.rows) > 1)
        self.remove.setVisible(writing and listing.remove is not None and bool(self.model.rows))
        self.form.setEnabled(writing)

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        self.grid.finish()
        self.form.finish_typing()

    def _told(self, notice: Notice) -> None:
        self.model.told(notice)
        self._fit()

    def _fit(self) -> None:
        """As high as the rows, up to a few; without rows only the heading stays."""
        count = min(self.model.rowCount(), _MOST_ROWS)
        self.grid.setVisible(bool(self.model.rows))
        row, head = self.grid.verticalHeader().defaultSectionSize(), self.grid.horizontalHeader()
        self.grid.setFixedHeight(count * row + head.height() + 2 * self.grid.frameWidth())
        self.allow(writing=self._desk.writable)
        self._choose()

    def _choose(self) -> None:
        row = self.grid.current
        shown = bool(row) and bool(self._sheet.fields) and row in self.model.rows
        self.form.setVisible(shown)
        if shown:
            if row != self.form.row:
                self.form.finish_typing()
            self.form.show_row(row, self._sheet.fields)
