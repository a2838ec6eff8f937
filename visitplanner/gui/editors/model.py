# SPDX-License-Identifier: MIT
"""The rows of an entity table: read again from the visit after each notice, never the truth.

Column 0 holds the marks. Where rows can be added, the last row is an empty one: what is typed or
pasted into it becomes a new row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from visitplanner.gui.editors import blocks
from visitplanner.gui.editors.column import Column, Reading
from visitplanner.gui.typed.model import TypedModel, side_of
from visitplanner.words.catalogue import N_
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.cells import Cells
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.editors.column import Listing
    from visitplanner.session.session import Notice
    from visitplanner.words.meant import Candidates

Index = QModelIndex | QPersistentModelIndex
_ROWS: Final = "application/x-visitplanner-rows"


class EntityModel(TypedModel[Column]):
    """A listing as a model."""

    def __init__(self, desk: Desk, listing: Listing) -> None:
        super().__init__(desk)
        self.listing = listing
        self.reading = desk.reading
        self.sought = ""
        self.sorted_by: Column | None = None
        self.descending = False
        self._kept: set[str] = set()
        self.set_rows(self._arranged())

    @property
    @override
    def columns(self) -> tuple[Column, ...]:
        return self.listing.columns

    @property
    @override
    def grows(self) -> bool:
        return self.desk.writable and self.listing.add is not None

    @override
    def editable(self, column: Column) -> bool:
        return column.write is not None

    @override
    def offered(self, column: Column) -> Candidates | None:
        return self.reading.known(column.offers) if column.offers is not None else None

    # What views ask.

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, column = self.key(index.row()), self.column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(key, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(key, column) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(key, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return side_of(column)
        return None

    def _spoken(self, key: str, column: Column | None) -> str:
        say = self.desk.phrases.say
        if not key:
            return say(self.listing.hint) or say(N_("empty"))
        return self.text(key, column) or self.tip(key, column) or say(N_("empty"))

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._row_head(section)
            return None
        return self.head(self.column(section), role, N_("Marks"))

    def _row_head(self, section: int) -> str:
        title = self.listing.row_title
        if section >= len(self.rows):
            return "+"
        return title(self.reading, self.rows[section]) if title else str(section + 1)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self.movable:
            return flags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.key(index.row()) else flags

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sorted_by = self.column(column)
        self.descending = order is Qt.SortOrder.DescendingOrder
        self._kept.clear()
        self.bring(self._arranged())

    # What the grid asks.

    def text(self, key: str, column: Column | None) -> str:
        """What a cell says."""
        return column.read(self.reading, key) if key and column is not None else ""

    def mark(self, key: str) -> str:
        """The icon of a row."""
        return self.listing.mark(self.reading, key) if key and self.listing.mark else ""

    def tip(self, key: str, column: Column | None) -> str:
        """The whole text of a cell, or what the mark means."""
        if key and column is None and self.listing.mark_tip is not None:
            return self.listing.mark_tip(self.reading, key)
        return self.text(key, column)

    # What the grid changes: each an edit of the session.

    @override
    def take(self, index: Index, text: str) -> Message | None:
        key, column = self.key(index.row()), self.column(index.column())
        if column is None:
            return None
        if key:
            return self.made(lambda visit: column.written(self._now(visit), visit, key, text))
        return None if not text.strip() else self._add(column, text)

    def _add(self, column: Column, text: str) -> Message | None:
        fresh: list[str] = []

        def new(visit: Visit) -> Patch:
            entry = blocks.Entry(self.listing, self._now(visit))
            fresh[:] = [entry.add(self.rows[-1] if self.rows else "")]
            name = entry.patch.message
            entry.write(fresh[0], column, text)
            return entry.named(name)

        refusal = self.made(new)
        if refusal is None:
            self._keep(fresh)
        return refusal

    @override
    def copied(self, keys: Sequence[str], columns: Sequence[Column]) -> Cells:
        return blocks.copied(self.reading, keys, columns)

    @override
    def paste(self, cells: Cells, top: int, columns: Sequence[Column]) -> tuple[str, ...]:
        written: list[str] = []

        def edit(visit: Visit) -> Patch:
            patch, rows = blocks.pasted(
                self.listing, self._now(visit), cells, self.rows[top:], columns
            )
            written[:] = rows
            return patch

        if not self.change(edit):
            return ()
        self._keep(written)
        return tuple(written)

    def _keep(self, rows: list[str]) -> None:
        """New rows are shown whatever is searched for."""
        if self.sought:
            self._kept.update(rows)
            self.bring(self._arranged())

    @override
    def fill(self, cells: Sequence[tuple[str, Column]], text: str) -> None:
        self.change(lambda visit: blocks.filled(self.listing, self._now(visit), cells, text))

    @override
    def clear(self, cells: Sequence[tuple[str, Column]]) -> None:
        self.change(lambda visit: blocks.cleared(self.listing, self._now(visit), cells))

    def remove(self, keys: tuple[str, ...]) -> bool:
        """Removes rows."""
        remove = self.listing.remove
        return remove is not None and self.change(lambda visit: remove(visit, keys))

    def add(self, below: str = "") -> str:
        """Adds an empty row; its id, or empty when refused."""
        fresh: list[str] = []
        add = self.listing.add

        def new(visit: Visit) -> Patch:
            if add is None:
                return blocks.Entry(self.listing, self._now(visit)).patch
            patch, key = add(visit, below)
            fresh[:] = [key]
            return patch

        if add is None or not self.change(new):
            return ""
        self._keep(fresh)
        return fresh[0]

    def _now(self, visit: Visit) -> Reading:
        return self.reading.renewed(visit)

    # Rows that are dragged.

    @property
    def movable(self) -> bool:
        """Whether rows can be dragged: only in their own order, and all of them in sight."""
        own_order = self.sorted_by is None and not self.sought
        return self.listing.move is not None and self.desk.writable and own_order

    def move(self, keys: tuple[str, ...], before: int) -> bool:
        """Moves rows to before the row of a number."""
        move = self.listing.move
        if move is None or not self.movable:
            return False
        return self.change(lambda visit: move(visit, keys, before))

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_ROWS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(_ROWS, "\n".join(filter(None, map(self.key, rows))).encode())
        return data

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return self.movable and data.hasFormat(_ROWS)

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        keys = tuple(bytes(data.data(_ROWS).data()).decode().split("\n"))
        before = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        self.move(keys, min(before, len(self.rows)))
        return False  # the visit has moved the rows: the view is to remove none

    # How it keeps up with the visit.

    def seek(self, text: str) -> None:
        """Shows only rows that hold all these words."""
        self.sought = text
        self._kept.clear()
        self.bring(self._arranged())

    def show_listing(self, listing: Listing) -> None:
        """Shows other rows in the same place."""
        self.beginResetModel()
        self.listing = listing
        self.reading = self.desk.reading
        self._kept.clear()
        self.set_rows(self._arranged())
        self.endResetModel()

    def told(self, notice: Notice) -> None:
        """Reads again what an edit has changed."""
        touched = {change.collection for change in notice.patch.changes}
        if not touched & self.listing.reads:
            return
        if self.sought:
            self._kept.update(self.rows)  # what is being edited does not vanish under the hand
        before, self.reading = self.reading, self.desk.reading
        after, fresh = self._arranged(), self.reading
        self.reading = before
        self.drop(after)
        self.reading = fresh
        self.bring(after)
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns))
            self.dataChanged.emit(self.index(0, 0), last)

    def _arranged(self) -> tuple[str, ...]:
        reading = self.reading
        rows = [key for key in self.listing.rows(reading.visit) if self._admits(key)]
        column = self.sorted_by
        if column is not None:
            rows.sort(key=lambda key: column.order(reading, key), reverse=self.descending)
        return tuple(rows)

    def _admits(self, key: str) -> bool:
        words = folded(self.sought).split()
        if not words or key in self._kept:
            return True
        texts = [column.read(self.reading, key) for column in self.columns]
        if self.listing.haystack is not None:
            texts.append(self.listing.haystack(self.reading, key))
        haystack = folded("\n".join(texts))
        return all(word in haystack for word in words)
