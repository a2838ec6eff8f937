# SPDX-License-Identifier: MIT
"""One row of a table as a form: a field for each column, each edited at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QWidget
from typing_extensions import override

from visitplanner.domain.patch import EditRefusedError
from visitplanner.gui.inspector.choices import ChoiceField, PickField
from visitplanner.gui.inspector.fields import LineField, TextField
from visitplanner.gui.looks import SPACE
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.editors.column import Column, Reading

LABEL_WIDTH: Final = 100
Field = LineField | TextField | ChoiceField | PickField


@dataclass(frozen=True)
class Entry:
    """A column as a field of a form."""

    column: Column
    paragraphs: bool = False
    """The text has several lines."""
    wide: bool = False
    """The label stands above."""


class ListCompleter(QCompleter):
    """Completes the last name of a list with commas."""

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        name = super().pathFromIndex(index)
        widget = self.widget()
        typed = widget.text() if isinstance(widget, LineField) else ""
        before = typed.rpartition(",")[0]
        return f"{before}, {name}, " if before else f"{name}, "


class Form(QWidget):
    """The fields of one row."""

    def __init__(
        self, desk: Desk, entries: Iterable[Entry], row: str = "", *, label: int = LABEL_WIDTH
    ) -> None:
        super().__init__()
        self._desk = desk
        self.row = row
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SPACE - 2)
        self._grid.setColumnMinimumWidth(0, label)
        self._grid.setColumnStretch(1, 1)
        self._label = label
        self.entries: dict[str, Entry] = {}
        self.fields: dict[str, Field] = {}
        for entry in entries:
            self._make(entry)

    def _make(self, entry: Entry) -> None:
        column, say = entry.column, self._desk.phrases.say
        field = self._field(entry)
        field.setAccessibleName(say(column.full_title or column.title))
        label = QLabel(say(column.title))
        label.setProperty("muted", True)
        label.setWordWrap(True)
        label.setBuddy(field)
        label.setContentsMargins(0, 4, 0, 0)
        label.setToolTip(say(column.full_title))
        line = self._grid.rowCount()
        if entry.wide:
            self._grid.addWidget(label, line, 0, 1, 2)
            self._grid.addWidget(field, line + 1, 0, 1, 2)
        else:
            label.setFixedWidth(self._label)
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, line, 1)
        self.entries[column.key] = entry
        self.fields[column.key] = field

    def _field(self, entry: Entry) -> Field:
        key, column = entry.column.key, entry.column
        if column.offers is None:
            if column.digits or not column.letters:
                short = LineField()
                short.edited.connect(lambda text: self._write(key, text))
                return short
            text = TextField(paragraphs=entry.paragraphs, least=2 if entry.paragraphs else 1)
            text.edited.connect(lambda typed: self._write(key, typed))
            return text
        if column.several:
            line = LineField()
            line.edited.connect(lambda typed: self._write(key, typed))
            completer = ListCompleter(line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            # Qt writes the name after this is told: the text is whole a moment later.
            completer.activated.connect(line.typing.touch, Qt.ConnectionType.QueuedConnection)
            line.setCompleter(completer)
            return line
        if column.opens:
            names = self._desk.reading.known(column.offers)
            options = [(c.id, c.text) for c in names.all]
            choice = ChoiceField([("", "—"), *options] if column.clears else options)
            choice.chosen.connect(lambda value: self._choose(key, value))
            return choice
        pick = PickField()
        pick.picked.connect(lambda value: self._choose(key, value))
        return pick

    # Shows.

    def show_row(self, row: str, entries: Iterable[Entry] = ()) -> None:
        """Shows another row, or the same of another owner."""
        for entry in entries:
            self.entries[entry.column.key] = entry
        self.row = row
        self.read()

    def read(self) -> None:
        """Shows what is true now."""
        reading = self._desk.reading
        for key, field in self.fields.items():
            column = self.entries[key].column
            text = column.read(reading, self.row)
            if isinstance(field, ChoiceField | PickField):
                self._show_name(field, column, reading, text)
            else:
                field.show_text(text)
            if isinstance(field, LineField) and column.offers is not None:
                self._offer(field, column, reading)

    def _show_name(
        self, field: ChoiceField | PickField, column: Column, reading: Reading, text: str
    ) -> None:
        names = reading.known(column.offers).all if column.offers is not None else ()
        if isinstance(field, PickField):
            field.offer((c.id, c.text) for c in names)
        field.show_value(next((c.id for c in names if c.text == text), ""))

    def _offer(self, field: LineField, column: Column, reading: Reading) -> None:
        from PySide6.QtCore import QStringListModel

        completer = field.completer()
        if completer is not None and column.offers is not None:
            known = completer.model()
            names = [c.text for c in reading.known(column.offers).all]
            if not isinstance(known, QStringListModel) or known.stringList() != names:
                completer.setModel(QStringListModel(names, completer))

    # Writes.

    def _choose(self, key: str, value: str) -> None:
        column = self.entries[key].column
        if column.offers is not None:
            names = self._desk.reading.known(column.offers)
            self._write(key, names.by_id(value))

    def _write(self, key: str, text: str) -> None:
        entry, field, row = self.entries[key], self.fields[key], self.row

        def edit(visit: Visit) -> Patch:
            reading = self._desk.reading.renewed(visit)
            if entry.paragraphs and entry.column.write is not None:
                return entry.column.write(reading, visit, row, text.strip())
            return entry.column.written(reading, visit, row, text.rstrip(" ,"))

        merge = None
        if isinstance(field, LineField | TextField):
            merge = f"form/{id(self)}/{row}/{key}/{field.typing.visits}"
        try:
            self._desk.session.edit(edit, merge=merge)
        except EditRefusedError as error:
            self._desk.refused.emit(error.reason)
            self.mark(key, wrong=True)
        except StoreError as error:
            self._desk.failed.emit(error.sentence)
        else:
            self.mark(key, wrong=False)

    def mark(self, key: str, *, wrong: bool) -> None:
        """Marks a field whose text could not be taken."""
        field = self.fields[key]
        if bool(field.property("wrong")) != wrong:
            field.setProperty("wrong", wrong)
            field.style().unpolish(field)
            field.style().polish(field)

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        for field in self.fields.values():
            if isinstance(field, LineField | TextField):
                field.typing.finish()
