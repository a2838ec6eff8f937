# SPDX-License-Identifier: MIT
"""The field for a holder: somebody of the visit, or any name typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from visitplanner.editions.telling import reader_name
from visitplanner.gui.inspector.choices import NameField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from visitplanner.gui.desk import Desk


class ReaderField(NameField):
    """Completes names of people and delegations; what fits none stays as it was typed."""

    given = Signal(str)
    """The id or the name of the holder, after he has been chosen or typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, letters=10)
        self._desk = desk
        self._shown = ""
        self.offer()
        self.activated.connect(lambda _: self._take())
        self.edit.editingFinished.connect(self._take)

    def offer(self) -> None:
        """Reads again who can be named: delegations, people by surname, names typed before."""
        visit, language = self._desk.visit, self._desk.language
        delegations = [(key, reader_name(visit, key, language)) for key in visit.delegations]
        people = sorted(
            ((key, reader_name(visit, key, language)) for key in visit.people),
            key=lambda entry: entry[1].casefold(),
        )
        known = {*visit.delegations, *visit.people, ""}
        typed = {p.reader for p in self._desk.session.record.publications} - known
        self.blockSignals(True)
        self.clear()
        for key, name in [*delegations, *people, *((name, name) for name in sorted(typed))]:
            self.addItem(name, key)
        self.blockSignals(False)
        self.show_value(self._shown)

    @property
    def value(self) -> str:
        """The id of whom the text names, else the text itself."""
        text = " ".join(self.currentText().split())
        low = text.casefold()
        for n in range(self.count()):
            if self.itemText(n).casefold() == low:
                return str(self.itemData(n))
        return text

    def show_value(self, reader: str) -> None:
        """Shows a holder."""
        self._shown = reader
        index = self.findData(reader) if reader else -1
        self.setCurrentIndex(index)
        self.setEditText(self.itemText(index) if index >= 0 else reader)
        self.setToolTip(self.currentText())
        self.edit.setCursorPosition(0)

    def _take(self) -> None:
        value = self.value
        if value != self._shown:
            self.show_value(value)
            self.given.emit(value)
