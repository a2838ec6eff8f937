# SPDX-License-Identifier: MIT
"""The programme as a model of rows: it reads the visit again after each notice, and holds no truth.

The last row is an empty one: what is typed or pasted into it becomes a new item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from visitplanner.domain.edits import create_item
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.visit import days_of
from visitplanner.gui import icons
from visitplanner.gui.table import pasting
from visitplanner.gui.table.columns import COLUMNS, DAY, START, TITLE
from visitplanner.gui.table.rows import Order, Sieve, arranged, item_day
from visitplanner.gui.table.sheet import Sheet
from visitplanner.gui.table.telling import SAID
from visitplanner.gui.timeline.alarms import Alarms
from visitplanner.store.contract import StoreError
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.table.columns import Column
    from visitplanner.gui.timeline.commands import Commands
    from visitplanner.session.session import Notice

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_RUNS: Final = 40
"""Rows that come and go in more runs than this are read anew as a whole."""


class TableModel(QAbstractTableModel):
    """The items of the open visit as rows; column 0 holds the marks of problems."""

    def __init__(self, desk: Desk, drafts: Commands) -> None:
        super().__init__()
        self._drafts: Final = drafts
        self.desk: Final = desk
        self.sheet = Sheet(desk.visit, desk.language)
        self.alarms = Alarms(desk.visit, desk.session.problems)
        self.sieve = Sieve()
        self.order = Order(START)
        self.columns: tuple[Column, ...] = self._columns()
        self.fresh = ""
        """The row just added, whose title is still to come."""
        self._kept: set[str] = set()
        self.rows: tuple[str, ...] = self._arranged()
        self._places: dict[str, int] = {}
        self._number()

    # What views ask.

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows) + self.desk.writable

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item, column = self.item(index.row()), self.column(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.text(item, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        said = SAID.get(role)
        return said(self, item, column) if said is not None else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            number = "+" if section >= len(self.rows) else str(section + 1)
            return number if role == Qt.ItemDataRole.DisplayRole else None
        column, say = self.column(section), self.desk.phrases.say
        if role == Qt.ItemDataRole.DisplayRole:
            return say(column.title) if column else ""
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return say(column.full_title or column.title) if column else say(N_("Problems"))
        if role == Qt.ItemDataRole.DecorationRole and column is None:
            return icons.icon("problems", self.desk.theme.muted)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.desk.writable and index.column():
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        refusal = self.take(index, str(value))
        if refusal is not None:
            self.desk.refused.emit(refusal)
        return refusal is None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        chosen = self.column(column) or START
        self.order = Order(chosen, order is Qt.SortOrder.DescendingOrder)
        self._read()

    # What the table asks.

    def item(self, row: int) -> ProgrammeItem | None:
        """The item of a row; None in the empty last one."""
        return self.sheet.visit.items.get(self.rows[row]) if 0 <= row < len(self.rows) else None

    def column(self, number: int) -> Column | None:
        """The column of a number; None for the marks of problems."""
        return self.columns[number - 1] if 0 < number <= len(self.columns) else None

    def number_of(self, column: Column) -> int:
        """Where a column stands."""
        return self.columns.index(column) + 1

    def row_of(self, item_id: str) -> int:
        """Where an item stands; −1 when it is not shown."""
        return self._places.get(item_id, -1)

    def row_of_day(self, day: date) -> int:
        """The first row of a day, else the first of all."""
        days = (item_day(self.sheet.visit.items[key]) for key in self.rows)
        return next((row for row, found in enumerate(days) if found == day), 0)

    def text(self, item: ProgrammeItem | None, column: Column | None) -> str:
        """What a cell says."""
        return column.text(self.sheet, item) if item is not None and column is not None else ""

    # What the table changes: each an edit of the session.

    def take(self, index: Index, text: str) -> Message | None:
        """Writes a text into a cell; the sentence that says why not."""
        item, column = self.item(index.row()), self.column(index.column())
        if column is None:
            return None
        if item is not None:
            key = item.id
            fresh = key if key == self.fresh else ""
            self.fresh = ""
            return self._made(lambda visit: column.written(self.sheet, visit, key, text), fresh)
        return None if not text.strip() else self._add(column, text)

    def _add(self, column: Column, text: str) -> Message | None:
        """A new item from what was typed into the empty row."""

        def new(visit: Visit) -> Patch:
            entry = self._entry(visit)
            title = text.strip() if column is TITLE else ""
            below = pasting.last_item(visit, self.sheet, self.desk.day)
            fresh = entry.add(below, self.desk.day, title, timed=True)
            entry.write(fresh, column, text)
            return entry.named("Paste {n} row", "Paste {n} rows")

        return self._made(new)

    def add_after(self, item: ProgrammeItem | None, kind: Kind) -> str | None:
        """A new item after another one, in its place and with its people; answers its id."""
        desk, drafts = self.desk, self._drafts
        key = item.id if item is not None else pasting.last_item(desk.visit, self.sheet, desk.day)
        draft = drafts.drafted_after(key, kind) if key else drafts.drafted_alone(desk.day, kind)
        made = self.change(lambda visit: create_item(visit, draft), draft.id)
        return draft.id if made else None

    def _entry(self, visit: Visit) -> pasting.Entry:
        return pasting.Entry(self.sheet, visit, self.desk.session.record)

    def change(self, make: Callable[[Visit], Patch], fresh: str = "") -> bool:
        """Makes an edit of several cells; a refusal is told to the window."""
        self.fresh = fresh
        refusal = self._made(make, fresh)
        if refusal is not None:
            self.desk.refused.emit(refusal)
        return refusal is None

    def _made(self, edit: Callable[[Visit], Patch], fresh: str = "") -> Message | None:
        """An edit by the session; that of a row just added is one step with the adding."""
        try:
            self.desk.session.edit(edit, merge=f"new row {fresh}" if fresh else None)
        except EditRefusedError as error:
            return error.reason
        except StoreError as error:
            self.desk.failed.emit(error.sentence)
            return error.sentence
        return None

    # How it keeps up with the visit.

    def sift(self, sieve: Sieve) -> None:
        """Shows only some of the items."""
        self.sieve = sieve
        self._kept.clear()
        self._read()

    def told(self, notice: Notice) -> None:
        """Reads again what an edit has changed."""
        changed = {c.id for c in notice.patch.changes if c.collection == "items"}
        changed |= {key for p in (*notice.appeared, *notice.gone) for key in p.items}
        if self.sieve:
            self._kept |= {key for key in changed if key in self._places}
            self._kept |= {key for key in changed if key not in notice.before.items}
        sheet = self.sheet.renewed(notice.visit)
        everything = sheet is not self.sheet
        self.sheet = sheet
        self.alarms = Alarms(notice.visit, self.desk.session.problems)
        if self._columns() != self.columns:
            self.beginResetModel()
            self.columns = self._columns()
            self.rows = self._arranged()
            self._number()
            self.endResetModel()
            return
        self._read()
        self._announce(range(len(self.rows)) if everything else self._rows_of(changed))

    def _rows_of(self, ids: Iterable[str]) -> list[int]:
        return sorted(self._places[key] for key in ids if key in self._places)

    def _announce(self, rows: Iterable[int]) -> None:
        """Tells views about changed rows, neighbours together."""
        for first, last in _runs(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns)))

    def _columns(self) -> tuple[Column, ...]:
        """The day has a column when there is more than one."""
        several = len(tuple(days_of(self.desk.visit))) > 1
        return COLUMNS if several else tuple(c for c in COLUMNS if c is not DAY)

    def _arranged(self) -> tuple[str, ...]:
        return arranged(self.sheet, self.alarms, self.sieve, self.order, self._kept)

    def _number(self) -> None:
        self._places = {key: row for row, key in enumerate(self.rows)}

    def _read(self) -> None:
        """Brings the rows to what they are now, telling views what goes, moves and comes."""
        after = self._arranged()
        if after == self.rows:
            return
        wanted = set(after)
        gone = _runs(row for row, key in enumerate(self.rows) if key not in wanted)
        fresh = _runs(row for row, key in enumerate(after) if key not in self._places)
        if len(gone) + len(fresh) > _RUNS:
            self.beginResetModel()
            self.rows = after
            self._number()
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._set(self.rows[:first] + self.rows[last + 1 :])
            self.endRemoveRows()
        self._move(tuple(key for key in after if key in self._places))
        for first, last in fresh:
            self.beginInsertRows(QModelIndex(), first, last)
            self._set(self.rows[:first] + after[first : last + 1] + self.rows[first:])
            self.endInsertRows()

    def _set(self, rows: tuple[str, ...]) -> None:
        self.rows = rows
        self._number()

    def _move(self, after: tuple[str, ...]) -> None:
        if after == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.rows
        self._set(after)
        kept = self.persistentIndexList()
        moved = [
            self.index(self._places[before[i.row()]], i.column()) if i.row() < len(before) else i
            for i in kept
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()


def _side(column: Column | None) -> Qt.AlignmentFlag:
    right = column is not None and column.digits
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as first and last: 1 2 3 7 gives (1, 3) and (7, 7)."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
