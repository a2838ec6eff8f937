# SPDX-License-Identifier: MIT
"""The tab of the table: filters above, rows below, one selection with the other views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitplanner.domain.kinds import Kind
from visitplanner.gui.table.filters import Filters
from visitplanner.gui.table.grid import Grid
from visitplanner.gui.table.model import TableModel
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.desk import Desk
    from visitplanner.gui.table.rows import Sieve
    from visitplanner.gui.timeline.commands import Commands
    from visitplanner.session.session import Notice


class Table(QWidget):
    """The programme as rows."""

    def __init__(
        self, desk: Desk, drafts: Commands, rippling: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__()
        self._desk = desk
        self.model = TableModel(desk, drafts, rippling)
        self.model.setParent(self)
        self.filters = Filters(desk)
        self.grid = Grid(self.model)
        self.grid.setAccessibleName(desk.phrases.say(N_("Table of the programme")))
        self.setFocusProxy(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.grid, 1)
        self._syncing = False
        self._recount()
        self._follow()
        self.filters.changed.connect(self._sift)
        self.filters.text.left.connect(lambda: self.grid.setFocus(Qt.FocusReason.OtherFocusReason))
        self.grid.search_wanted.connect(self._search)
        self.grid.rows_chosen.connect(self._choose)
        desk.changed.connect(self._told)
        desk.selection_changed.connect(self._follow)
        desk.sight_changed.connect(self._show_day)

    def _told(self, notice: Notice) -> None:
        at = self.grid.currentIndex()
        row, column = at.row(), at.column()
        self._syncing = True
        self.model.told(notice)
        self._syncing = False
        self._recount()
        gone = any(key not in notice.visit.items for key in self._desk.selection)
        if gone and self.isVisible() and row >= 0:
            # The row that has come into the place of the one deleted.
            self.grid.stand_at(self.model.index(min(row, self.model.rowCount() - 1), column))
        else:
            self._follow()

    def _recount(self) -> None:
        items = self._desk.visit.items
        self.filters.offer_kinds({item.kind for item in items.values()})
        self.filters.show_count(len(self.model.rows), len(items))

    def _sift(self, sieve: Sieve) -> None:
        self._syncing = True
        self.model.sift(sieve)
        self._syncing = False
        self._recount()
        self._follow()

    def _search(self) -> None:
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def _choose(self) -> None:
        """The selection of the rows becomes that of all views."""
        if self._syncing:
            return
        ids = self.grid.chosen_ids()
        self._syncing = True
        item = self._desk.visit.items.get(ids[0]) if ids else None
        if item is not None:
            day = item.start.date if item.start is not None else item.day
            if day is not None:
                self._desk.show_day(day)
        self._desk.select(ids)
        self._syncing = False

    def _follow(self) -> None:
        """The selection of another view becomes that of the rows."""
        if self._syncing or self.grid.chosen_ids() == self._desk.selection:
            return
        self._syncing = True
        self.grid.show_ids(self._desk.selection)
        self._syncing = False

    def _show_day(self) -> None:
        """Another day was chosen: its first row comes into sight."""
        if self._syncing:
            return
        row = self.model.row_of_day(self._desk.day)
        self.grid.scrollTo(self.model.index(row, 1), self.grid.ScrollHint.PositionAtTop)

    def edit_title(self) -> None:
        """Opens the title of the current item."""
        if self._desk.item is not None and self._desk.writable:
            self.grid.edit_title(self._desk.item.id)

    def new_item(self, kind: Kind = Kind.OTHER) -> None:
        """Adds a row after the current one and opens its title; Esc there takes it back."""
        fresh = self.model.add_after(self._desk.item, kind)
        if fresh is not None:
            self._desk.select((fresh,))
            self.grid.edit_title(fresh, new=True)

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        self.grid.finish()
