# SPDX-License-Identifier: MIT
"""The programme as a model of rows: it reads the visit again after each notice, and holds no truth.

The last row is an empty one: what is typed or pasted into it becomes a new item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from visitplanner.domain.edits import create_item
from visitplanner.domain.patch import apply
from visitplanner.domain.period import minutes_between
from visitplanner.domain.ripple import ripple_items
from visitplanner.domain.visit import days_of
from visitplanner.gui import icons
from visitplanner.gui.table import pasting
from visitplanner.gui.table.columns import COLUMNS, DAY, START, TITLE, Column
from visitplanner.gui.table.rows import Order, Sieve, arranged, item_day
from visitplanner.gui.table.sheet import Sheet
from visitplanner.gui.table.telling import SAID
from visitplanner.gui.timeline.alarms import Alarms
from visitplanner.gui.typed.keyed import runs
from visitplanner.gui.typed.model import TypedModel, side_of
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.cells import Cells
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.timeline.commands import Commands
    from visitplanner.session.session import Notice
    from visitplanner.words.meant import Candidates

Index = QModelIndex | QPersistentModelIndex


class TableModel(TypedModel[Column]):
    """The items of the open visit as rows; column 0 holds the marks of problems."""

    def __init__(
        self, desk: Desk, drafts: Commands, rippling: Callable[[], bool] = lambda: False
    ) -> None:
        """`rippling` says whether a move to later pushes what follows."""
        super().__init__(desk)
        self._rippling: Final = rippling
        self._drafts: Final = drafts
        self.sheet = Sheet(desk.visit, desk.language)
        self.alarms = Alarms(desk.visit, desk.session.problems)
        self.sieve = Sieve()
        self.order = Order(START)
        self._shown = self._columns()
        self.fresh = ""
        """The row just added, whose title is still to come."""
        self._kept: set[str] = set()
        self.set_rows(self._arranged())

    @property
    @override
    def columns(self) -> tuple[Column, ...]:
        return self._shown

    @property
    @override
    def grows(self) -> bool:
        return self.desk.writable

    @override
    def editable(self, column: Column) -> bool:
        return True

    @override
    def offered(self, column: Column) -> Candidates | None:
        return column.offers(self.sheet) if column.offers is not None else None

    # What views ask.

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item, column = self.item(index.row()), self.column(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.text(item, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(column)
        said = SAID.get(role)
        return said(self, item, column) if said is not None else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            number = "+" if section >= len(self.rows) else str(section + 1)
            return number if role == Qt.ItemDataRole.DisplayRole else None
        column = self.column(section)
        if role == Qt.ItemDataRole.DecorationRole and column is None:
            return icons.icon("problems", self.desk.theme.muted)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(column)
        return self.head(column, role, N_("Problems"))

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        chosen = self.column(column) or START
        self.order = Order(chosen, order is Qt.SortOrder.DescendingOrder)
        self.bring(self._arranged())

    # What the table asks.

    def item(self, row: int) -> ProgrammeItem | None:
        """The item of a row; None in the empty last one."""
        return self.sheet.visit.items.get(self.rows[row]) if 0 <= row < len(self.rows) else None

    def row_of_day(self, day: date) -> int:
        """The first row of a day, else the first of all."""
        days = (item_day(self.sheet.visit.items[key]) for key in self.rows)
        return next((row for row, found in enumerate(days) if found == day), 0)

    def text(self, item: ProgrammeItem | None, column: Column | None) -> str:
        """What a cell says."""
        return column.text(self.sheet, item) if item is not None and column is not None else ""

    # What the table changes: each an edit of the session.

    @override
    def take(self, index: Index, text: str) -> Message | None:
        item, column = self.item(index.row()), self.column(index.column())
        if column is None:
            return None
        if item is not None:
            key = item.id
            fresh = key if key == self.fresh else ""
            self.fresh = ""
            # The title of a row just added is one step with the adding.
            merge = _new_row(fresh) if fresh else None
            return self.made(lambda visit: self._written(visit, column, key, text), merge)
        return None if not text.strip() else self._add(column, text)

    def _written(self, visit: Visit, column: Column, key: str, text: str) -> Patch:
        """What a typed text changes; a move to later ripples as it does in the timeline."""
        patch = column.written(self.sheet, visit, key, text)
        before, after = visit.items[key], apply(visit, patch).items[key]
        if column is not START or not self._rippling():
            return patch
        if before.start is None or after.start is None or before.minutes != after.minutes:
            return patch
        later = minutes_between(before.start, after.start)
        return ripple_items(visit, (key,), later) if later > 0 else patch

    def _add(self, column: Column, text: str) -> Message | None:
        """A new item from what was typed into the empty row."""

        def new(visit: Visit) -> Patch:
            entry = self._entry(visit)
            title = text.strip() if column is TITLE else ""
            below = pasting.last_item(visit, self.sheet, self.desk.day)
            fresh = entry.add(below, self.desk.day, title, timed=True)
            entry.write(fresh, column, text)
            return entry.named("Paste {n} row", "Paste {n} rows")

        return self.made(new)

    def add_after(self, item: ProgrammeItem | None, kind: Kind) -> str | None:
        """A new item after another one, in its place and with its people; answers its id."""
        desk, drafts = self.desk, self._drafts
        key = item.id if item is not None else pasting.last_item(desk.visit, self.sheet, desk.day)
        draft = drafts.drafted_after(key, kind) if key else drafts.drafted_alone(desk.day, kind)
        self.fresh = draft.id
        refusal = self.made(lambda visit: create_item(visit, draft), _new_row(draft.id))
        if refusal is not None:
            desk.refused.emit(refusal)
            return None
        return draft.id

    def _entry(self, visit: Visit) -> pasting.Entry:
        return pasting.Entry(self.sheet, visit, self.desk.session.record)

    @override
    def change(self, make: Callable[[Visit], Patch]) -> bool:
        self.fresh = ""
        return super().change(make)

    @override
    def copied(self, keys: Sequence[str], columns: Sequence[Column]) -> Cells:
        return pasting.copied(self.sheet, self.sheet.visit, keys, columns)

    @override
    def paste(self, cells: Cells, top: int, columns: Sequence[Column]) -> tuple[str, ...]:
        block = pasting.Block(cells, self.rows[top:], columns, self.desk.day)
        record = self.desk.session.record
        written: list[str] = []

        def edit(visit: Visit) -> Patch:
            patch, written[:] = pasting.pasted(self.sheet, visit, record, block)
            return patch

        return tuple(written) if self.change(edit) else ()

    @override
    def fill(self, cells: Sequence[tuple[str, Column]], text: str) -> None:
        record = self.desk.session.record
        self.change(lambda visit: pasting.filled(self.sheet, visit, record, cells, text))

    @override
    def clear(self, cells: Sequence[tuple[str, Column]]) -> None:
        record = self.desk.session.record
        self.change(lambda visit: pasting.cleared(self.sheet, visit, record, cells))

    # How it keeps up with the visit.

    def sift(self, sieve: Sieve) -> None:
        """Shows only some of the items."""
        self.sieve = sieve
        self._kept.clear()
        self.bring(self._arranged())

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
            self._shown = self._columns()
            self.set_rows(self._arranged())
            self.endResetModel()
            return
        self.bring(self._arranged())
        self._announce(range(len(self.rows)) if everything else self._rows_of(changed))

    def _rows_of(self, ids: Iterable[str]) -> list[int]:
        return sorted(self._places[key] for key in ids if key in self._places)

    def _announce(self, rows: Iterable[int]) -> None:
        """Tells views about changed rows, neighbours together."""
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns)))

    def _columns(self) -> tuple[Column, ...]:
        """The day has a column when there is more than one."""
        several = len(tuple(days_of(self.desk.visit))) > 1
        return COLUMNS if several else tuple(c for c in COLUMNS if c is not DAY)

    def _arranged(self) -> tuple[str, ...]:
        return arranged(self.sheet, self.alarms, self.sieve, self.order, self._kept)


def _new_row(item_id: str) -> str:
    """The step in which a row is added and named."""
    return f"new row {item_id}"
