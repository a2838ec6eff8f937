# SPDX-License-Identifier: MIT
"""A list of people who can be dragged into a vehicle and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from visitplanner.gui.places.seat import PERSON, dragged_person, person_data

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent

_WHO: Final = Qt.ItemDataRole.UserRole


class PeopleList(QListWidget):
    """People who can be dragged into a vehicle; somebody dropped here leaves his seat."""

    dropped = Signal(str)
    acted = Signal(str)
    """Enter or a double click on a person."""
    toggled = Signal(str)
    """Space on a person."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemDoubleClicked.connect(lambda entry: self.acted.emit(str(entry.data(_WHO))))

    @property
    def people(self) -> list[str]:
        """Who is listed."""
        return [str(self.item(n).data(_WHO)) for n in range(self.count())]

    @property
    def current(self) -> str:
        """The current person, or empty."""
        entry = self.currentItem()
        return str(entry.data(_WHO)) if entry is not None else ""

    def show_people(self, people: list[tuple[str, str, str]]) -> None:
        """Lists people: id, name, tooltip."""
        row = self.currentRow()
        self.clear()
        for person, name, tip in people:
            entry = QListWidgetItem(name)
            entry.setData(_WHO, person)
            entry.setToolTip(tip)
            self.addItem(entry)
        if people:
            self.setCurrentRow(max(0, min(row, len(people) - 1)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.acted.emit(self.current)
        elif event.key() == Qt.Key.Key_Space and self.current:
            self.toggled.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        if self.current:
            drag = QDrag(self)
            drag.setMimeData(person_data(self.current))
            drag.exec(Qt.DropAction.MoveAction)

    @override
    def mimeTypes(self) -> list[str]:
        return [PERSON]

    @override
    def mimeData(self, items: object) -> QMimeData:
        return person_data(self.current)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_person(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dragged_person(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        person = dragged_person(event.mimeData())
        if person:
            event.acceptProposedAction()
            self.dropped.emit(person)
