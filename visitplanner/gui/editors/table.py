# SPDX-License-Identifier: MIT
"""An editable table of entities with its search field and its buttons, ready to be put anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from visitplanner.gui import icons
from visitplanner.gui.editors.grid import EntityGrid
from visitplanner.gui.editors.model import EntityModel
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.gui.table.filters import SearchField
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.editors.column import Listing
    from visitplanner.session.session import Notice


class EntityTable(QWidget):
    """A listing on the screen: search above, cells below, rows added, removed and dragged."""

    row_chosen = Signal(str)
    """The id of the row that is the current one now, or empty."""

    def __init__(self, desk: Desk, listing: Listing) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        self.model = EntityModel(desk, listing)
        self.model.setParent(self)
        self.grid = EntityGrid(self.model, marks=listing.mark is not None)
        self.grid.setAccessibleName(say(listing.title))
        self.search = SearchField()
        self.search.setPlaceholderText(say(N_("Search")))
        self.search.setAccessibleName(say(N_("Search")))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(300)
        self.search.addAction(
            icons.icon("search", desk.theme.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.head = QHBoxLayout()
        """The line above the cells; whoever uses the table puts its own buttons there."""
        self.head.setContentsMargins(SPACE + SMALL, SPACE, SPACE + SMALL, SPACE)
        self.head.setSpacing(SPACE)
        self.head.addWidget(self.search, 1)
        self.head.addStretch(1)
        self.head.addWidget(self.count)
        self.remove = QPushButton(icons.icon("delete"), say(N_("Remove")))
        self.remove.setToolTip(say(N_("Remove the selected rows")))
        self.remove.setVisible(listing.remove is not None and desk.writable)
        self.remove.clicked.connect(self.remove_chosen)
        self.head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)
        self._current = ""
        self.search.textChanged.connect(self._seek)
        self.search.left.connect(lambda: self.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        self.grid.search_wanted.connect(self.seek)
        self.grid.remove_wanted.connect(self.remove_chosen)
        self.grid.rows_chosen.connect(self._choose)
        desk.changed.connect(self._told)
        self._recount()

    @property
    def current(self) -> str:
        """The id of the current row, or empty."""
        return self.grid.current

    def show_listing(self, listing: Listing) -> None:
        """Shows other rows in the same place."""
        self.finish_typing()
        self.model.show_listing(listing)
        self.grid.setAccessibleName(self._desk.phrases.say(listing.title))
        self._recount()
        self._choose()

    def show_row(self, key: str) -> None:
        """Makes a row the current one."""
        self.grid.show_row(key)

    def seek(self) -> None:
        """Gives the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def remove_chosen(self) -> None:
        """Removes the selected rows."""
        keys = self.grid.chosen
        row = self.grid.currentIndex().row()
        if keys and self.model.remove(keys) and self.model.rows:
            self.grid.show_row(self.model.key(min(row, len(self.model.rows) - 1)))

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        self.grid.finish()

    def _seek(self, text: str) -> None:
        self.model.seek(text)
        self._recount()
        self._choose()

    def _told(self, notice: Notice) -> None:
        self.model.told(notice)
        self._recount()
        self._choose()

    def _recount(self) -> None:
        shown, listing = len(self.model.rows), self.model.listing
        whole = len(listing.rows(self._desk.visit))
        phrases = self._desk.phrases
        text = phrases.count("{n} row", "{n} rows", shown)
        if shown != whole:
            text = phrases.say(N_("{shown} of {whole}"), shown=shown, whole=whole)
        self.count.setText(text)

    def _choose(self) -> None:
        self.remove.setEnabled(bool(self.grid.chosen))
        if self.grid.current != self._current:
            self._current = self.grid.current
            self.row_chosen.emit(self._current)
