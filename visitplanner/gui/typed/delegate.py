# SPDX-License-Identifier: MIT
"""Opens a field to type in over a cell; how cells look is the business of each kind of table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QWidget
from typing_extensions import override

from visitplanner.gui.typed.field import CellField
from visitplanner.gui.typed.model import C

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from visitplanner.gui.typed.model import TypedModel

    Index = QModelIndex | QPersistentModelIndex


class FieldDelegate(QStyledItemDelegate, Generic[C]):
    """A field that knows the names of its column, and says what it is."""

    opened = Signal(object)
    """A CellField."""

    def __init__(self, model: TypedModel[C], parent: QObject) -> None:
        super().__init__(parent)
        self._typed: Final = model

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = self._typed
        column = model.column(index.column())
        if column is None:  # not editable, so never asked
            return super().createEditor(parent, option, index)
        here = model.index(index.row(), index.column())
        field = CellField(parent, here, column, model.offered(column))
        field.setAccessibleName(model.desk.phrases.say(column.full_title or column.title))
        self.opened.emit(field)
        return field

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellField):
            editor.begin(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: the grid takes the text when it is whole."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched, event  # the field itself knows what Enter, Tab and Esc mean
        return False
