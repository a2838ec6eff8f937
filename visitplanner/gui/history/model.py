# SPDX-License-Identifier: MIT
"""Lines of the log as rows, the newest first, read in portions as they are wanted."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from visitplanner.gui.history.telling import edit_name
from visitplanner.gui.typed.titled import ROOT, Index, TitledModel
from visitplanner.gui.versions.naming import moment_text, version_name
from visitplanner.store.contract import StoreError
from visitplanner.words.catalogue import N_
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Version
    from visitplanner.gui.desk import Desk
    from visitplanner.store.contract import Entry

    Line = tuple[Entry, Patch]

PORTION: Final = 100
"""Lines read in one go."""
_AT_ONCE: Final = 3
"""Portions in one turn of the event loop, so that typing goes on meanwhile."""
WHEN, CHANGE, AUTHOR = range(3)
_TITLES: Final = (N_("When"), N_("Change"), N_("Author"))


class HistoryModel(TitledModel):
    """Edits and, between them, the versions that were frozen."""

    searched = Signal()
    """Some more has been read, and nothing of it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _TITLES)
        self.rows: list[Line | Version] = []
        self._item = ""
        self._wanted = ""
        self._versions: list[Version] = []
        self._next = self._head = 0
        self._begins = desk.session.begins
        self._turns = QTimer(self)
        self._turns.setSingleShot(True)
        self._turns.timeout.connect(self.fetchMore)
        self.renew()

    def renew(self) -> None:
        """Reads again from the newest line on."""
        session = self._desk.session
        self.beginResetModel()
        self.rows = []
        self._next = self._head = session.last
        self._versions = sorted(session.record.versions, key=lambda v: v.number)
        self.rows = self._more()
        self.endResetModel()

    def grow(self) -> None:
        """Takes in what has been edited since; what is there already stays as it is."""
        fresh = [line for line in self._desk.session.history(self._head) if self._shows(*line)]
        self._head = self._desk.session.last
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self.rows[:0] = reversed(fresh)
            self.endInsertRows()

    def narrow(self, item: str, wanted: str) -> None:
        """Only lines that touched an item, and only those whose words hold what is wanted."""
        if (item, folded(wanted)) != (self._item, self._wanted):
            self._item, self._wanted = item, folded(wanted)
            self.renew()

    # Reading in portions

    @property
    def whole(self) -> bool:
        """Whether all has been read."""
        return not self.canFetchMore()

    @override
    def canFetchMore(self, parent: Index = ROOT) -> bool:
        return not parent.isValid() and (self._next > self._begins or bool(self._versions))

    @override
    def fetchMore(self, parent: Index = ROOT) -> None:
        more = self._more()
        if not more:
            self.searched.emit()
        else:
            place = len(self.rows)
            self.beginInsertRows(QModelIndex(), place, place + len(more) - 1)
            self.rows += more
            self.endInsertRows()

    def _more(self) -> list[Line | Version]:
        """The rows of the next portions; where a filter leaves none, the next turn goes on."""
        found: list[Line | Version] = []
        for _ in range(_AT_ONCE):
            if found or not self.canFetchMore():
                return found
            found = list(self._portion())
        if not found:
            self._turns.start()
        return found

    def _portion(self) -> Iterator[Line | Version]:
        first = max(self._begins, self._next - PORTION)
        try:
            lines = list(islice(self._desk.session.history(first), self._next - first))
        except StoreError as error:
            self._desk.failed.emit(error.sentence)
            self._next, self._versions = self._begins, []
            return
        self._next = first
        for entry, patch in reversed(lines):
            yield from self._frozen(entry.number)
            if self._shows(entry, patch):
                yield entry, patch
        if first == self._begins:
            yield from self._frozen(-1)

    def _frozen(self, number: int) -> Iterator[Version]:
        """The versions not shown yet that contain a line."""
        while self._versions and self._versions[-1].edit >= number:
            version = self._versions.pop()
            if not self._item and not self._wanted:
                yield version

    def _shows(self, entry: Entry, patch: Patch) -> bool:
        if self._item and not any(
            c.collection == "items" and c.id == self._item for c in patch.changes
        ):
            return False
        words = f"{edit_name(self._desk, entry)} {entry.author}"
        return not self._wanted or self._wanted in folded(words)

    # What Qt asks

    @property
    @override
    def shown(self) -> Sized:
        return self.rows

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.FontRole and not isinstance(row, tuple):
            from visitplanner.gui.theme import window_font

            font = window_font()
            font.setWeight(font.Weight.DemiBold)
            return font
        return None

    def _text(self, row: Line | Version, column: int) -> str:
        entry = row[0] if isinstance(row, tuple) else None
        if column == CHANGE:
            if isinstance(row, tuple):
                return edit_name(self._desk, row[0])
            name = version_name(self._desk.phrases, row)
            return f"{name}: {row.note}" if row.note else name
        if entry is not None:
            return moment_text(self._desk, entry.at) if column == WHEN else entry.author
        if isinstance(row, tuple):
            return ""
        return moment_text(self._desk, row.created) if column == WHEN else row.author
