# SPDX-License-Identifier: MIT
"""What flat models of named columns and numbered rows have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized

    from visitplanner.gui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()


class TitledModel(QAbstractTableModel):
    """A table under titles in the reader's language; what its rows are, a model says itself."""

    def __init__(self, desk: Desk, titles: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._titles = titles

    @property
    def shown(self) -> Sized:
        """What stands in the rows."""
        raise NotImplementedError

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return self._desk.phrases.say(self._titles[section])
