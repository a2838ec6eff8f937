# SPDX-License-Identifier: MIT
"""Rows of texts as a model: column 0 holds marks, and the last row may be an empty new one.

It reads the visit again after each notice and holds no truth; each change is an edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from visitplanner.domain.patch import EditRefusedError
from visitplanner.gui.typed.keyed import KeyedModel
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.cells import Cells
    from visitplanner.gui.desk import Desk
    from visitplanner.words.meant import Candidates

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class TypedColumn(Protocol):
    """What every column of such a table says of itself."""

    @property
    def title(self) -> str: ...
    @property
    def full_title(self) -> str: ...
    @property
    def opens(self) -> bool: ...
    @property
    def several(self) -> bool: ...
    @property
    def clears(self) -> bool: ...
    @property
    def letters(self) -> bool: ...
    @property
    def digits(self) -> bool: ...
    @property
    def weight(self) -> int: ...


C = TypeVar("C", bound=TypedColumn)


class TypedModel(KeyedModel, Generic[C]):
    """Rows known by ids, with columns of texts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk: Final = desk

    # What a kind of table says.

    @property
    def columns(self) -> tuple[C, ...]:
        """The columns after the marks."""
        raise NotImplementedError

    @property
    def grows(self) -> bool:
        """Whether there is an empty last row."""
        raise NotImplementedError

    def editable(self, column: C) -> bool:
        """Whether the cells of a column can be typed into."""
        raise NotImplementedError

    def offered(self, column: C) -> Candidates | None:
        """What can be named in a column."""
        raise NotImplementedError

    def take(self, index: Index, text: str) -> Message | None:
        """Writes a text into a cell; the sentence that says why not."""
        raise NotImplementedError

    def copied(self, keys: Sequence[str], columns: Sequence[C]) -> Cells:
        """The texts of a block of cells."""
        raise NotImplementedError

    def paste(self, cells: Cells, top: int, columns: Sequence[C]) -> tuple[str, ...]:
        """Writes a block from a row on; the rows it stands in."""
        raise NotImplementedError

    def fill(self, cells: Sequence[tuple[str, C]], text: str) -> None:
        """Writes one text into many cells."""
        raise NotImplementedError

    def clear(self, cells: Sequence[tuple[str, C]]) -> None:
        """Empties cells."""
        raise NotImplementedError

    # What views ask.

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows) + self.grows

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.column(index.column())
        if self.desk.writable and column is not None and self.editable(column):
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

    def head(self, column: C | None, role: int, marks: str) -> object:
        """What the heading of a column says; `marks` names the column of marks."""
        say = self.desk.phrases.say
        if role == Qt.ItemDataRole.DisplayRole:
            return say(column.title) if column else ""
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return say(column.full_title or column.title) if column else say(marks)
        return None

    # What the grid asks.

    def key(self, row: int) -> str:
        """The id of a row; empty in the empty last one."""
        return self.rows[row] if 0 <= row < len(self.rows) else ""

    def column(self, number: int) -> C | None:
        """The column of a number; None for the marks."""
        return self.columns[number - 1] if 0 < number <= len(self.columns) else None

    def number_of(self, column: C) -> int:
        """Where a column stands."""
        return self.columns.index(column) + 1

    # What it changes: each an edit of the session.

    def change(self, make: Callable[[Visit], Patch]) -> bool:
        """Makes an edit; a refusal is told to the windows."""
        refusal = self.made(make)
        if refusal is not None:
            self.desk.refused.emit(refusal)
        return refusal is None

    def made(self, edit: Callable[[Visit], Patch], merge: str | None = None) -> Message | None:
        """Makes an edit, or says why not."""
        try:
            self.desk.session.edit(edit, merge=merge)
        except EditRefusedError as error:
            return error.reason
        except StoreError as error:
            self.desk.failed.emit(error.sentence)
            return error.sentence
        return None


def side_of(column: TypedColumn | None) -> Qt.AlignmentFlag:
    """Numbers stand at the right."""
    right = column is not None and column.digits
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
