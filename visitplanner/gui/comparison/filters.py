# SPDX-License-Identifier: MIT
"""Whom and what the list of changes is cut down to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from visitplanner.domain.comparison import Mark
from visitplanner.editions.changes.sheet import MARK_NAMES
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.editions.changes.sheet import ChangeSheet, Entry
    from visitplanner.gui.phrases import Phrases

_ALL: Final = ""
_ROOM: Final = 13
"""Letters the chosen value has room for at least."""


class Filters(QWidget):
    """Two choices: somebody a change concerns, and a kind of change."""

    changed = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._say = phrases.say
        self.person, self.kind = ChoiceField(()), ChoiceField(())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        for label, field in (
            (N_("Whom it concerns"), self.person),
            (N_("What changed"), self.kind),
        ):
            caption = QLabel(self._say(label))
            caption.setBuddy(field)
            field.setAccessibleName(self._say(label))
            field.setMinimumContentsLength(_ROOM)
            field.chosen.connect(lambda _: self.changed.emit())
            line.addWidget(caption)
            line.addWidget(field, 2)
        line.addStretch(1)

    @property
    def who(self) -> str:
        """Whose changes are wanted; empty: everybody's."""
        return str(self.person.currentData() or _ALL)

    @property
    def cuts(self) -> bool:
        """Whether not everything is wanted."""
        return bool(self.who or self.kind.currentData())

    def offer(self, sheet: ChangeSheet) -> None:
        """Offers everybody a change of the sheet concerns, and the kinds there are."""
        people = {
            who: name
            for entry in sheet.entries
            for who, name in zip(entry.change.people, entry.names, strict=True)
        }
        marks = {mark for entry in sheet.entries for mark in entry.change.marks}
        _fill(self.person, self._say(N_("Everybody")), sorted(people.items(), key=_by_surname))
        kinds = [(m.value, self._say(MARK_NAMES[m])) for m in Mark if m in marks]
        _fill(self.kind, self._say(N_("All changes")), kinds)

    def cut(self, sheet: ChangeSheet) -> ChangeSheet:
        """The sheet with what is wanted alone; it no longer speaks of all the rest."""
        if not self.cuts:
            return sheet
        days = (
            replace(day, entries=tuple(e for e in day.entries if self._wants(e)))
            for day in sheet.days
        )
        lists = tuple(x for x in sheet.lists if not self.who or self.who in x.people)
        return replace(
            sheet,
            days=tuple(day for day in days if day.entries),
            lists=() if self.kind.currentData() else lists,
            counts="",
            ending="",
        )

    def _wants(self, entry: Entry) -> bool:
        kind = str(self.kind.currentData() or _ALL)
        concerned = not self.who or self.who in entry.change.people
        return concerned and (not kind or Mark(kind) in entry.change.marks)


def _fill(field: ChoiceField, everything: str, options: list[tuple[str, str]]) -> None:
    """Offers choices; what was chosen stays so where it is still one of them."""
    current = str(field.currentData() or _ALL)
    field.clear()
    field.addItem(everything, _ALL)
    for value, text in options:
        field.addItem(text, value)
    field.show_value(current if field.findData(current) >= 0 else _ALL)


def _by_surname(entry: tuple[str, str]) -> str:
    """«В. Н. Анохин» by «Анохин»."""
    return entry[1].rpartition("\N{NO-BREAK SPACE}")[2].casefold()
