# SPDX-License-Identifier: MIT
"""A model whose rows are ids: when they change, views are told what goes, moves and comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

_RUNS: Final = 40
"""Rows that come and go in more runs than this are read anew as a whole."""


class KeyedModel(QAbstractTableModel):
    """Rows known by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[str, ...] = ()
        self._places: dict[str, int] = {}

    def row_of(self, key: str) -> int:
        """Where an id stands; −1 when it is not shown."""
        return self._places.get(key, -1)

    def set_rows(self, rows: tuple[str, ...]) -> None:
        """Sets the rows before anybody looks, or inside a reset."""
        self.rows = rows
        self._places = {key: row for row, key in enumerate(rows)}

    def bring(self, after: tuple[str, ...]) -> None:
        """Brings the rows to what they are now."""
        if after == self.rows:
            return
        fresh = runs(row for row, key in enumerate(after) if key not in self._places)
        if not self.drop(after) or len(fresh) > _RUNS:
            self.beginResetModel()
            self.set_rows(after)
            self.endResetModel()
            return
        self._move(tuple(key for key in after if key in self._places))
        for first, last in fresh:
            self.beginInsertRows(QModelIndex(), first, last)
            self.set_rows(self.rows[:first] + after[first : last + 1] + self.rows[first:])
            self.endInsertRows()

    def drop(self, after: tuple[str, ...]) -> bool:
        """Takes away the rows that are gone; False when they are too many to be told singly.

        A model does so while it can still read them: views look once more at what goes.
        """
        wanted = set(after)
        gone = runs(row for row, key in enumerate(self.rows) if key not in wanted)
        if len(gone) > _RUNS:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self.set_rows(self.rows[:first] + self.rows[last + 1 :])
            self.endRemoveRows()
        return True

    def _move(self, after: tuple[str, ...]) -> None:
        if after == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.rows
        self.set_rows(after)
        kept = self.persistentIndexList()
        moved = [
            self.index(self._places[before[i.row()]], i.column()) if i.row() < len(before) else i
            for i in kept
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as first and last: 1 2 3 7 gives (1, 3) and (7, 7)."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
