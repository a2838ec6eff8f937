# SPDX-License-Identifier: MIT
"""The name of a place in each language and case, and how it reads in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visitplanner.domain.edits import set_entity_field
from visitplanner.domain.premises import rename, set_form
from visitplanner.domain.text import LANGUAGES, Case
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.inspector.fields import LineField
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.edits import Edit
    from visitplanner.domain.text import Language
    from visitplanner.domain.venues import Venue
    from visitplanner.gui.desk import Desk

_LANGUAGES: Final = {
    "ru": N_("Name in Russian"),
    "be": N_("Name in Belarusian"),
    "en": N_("Name in English"),
}
_MARKS: Final = {"ru": "RU", "be": "BE", "en": "EN"}
_CASES: Final = {
    Case.GEN: (N_("of what"), N_("Genitive")),
    Case.DAT: (N_("to what"), N_("Dative")),
    Case.ACC: (N_("into what"), N_("Accusative")),
    Case.INS: (N_("by what"), N_("Instrumental")),
    Case.PREP: (N_("where"), N_("Prepositional")),
}


class Naming(QWidget):
    """Fields of one place; each edits at once, an undo step a field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.venue = ""
        say = desk.phrases.say
        self.title = QLabel(say(N_("Names and cases")))
        self.title.setProperty("heading", True)
        self.names: dict[Language, LineField] = {x: LineField() for x in LANGUAGES}
        self.forms = {case: LineField() for case in _CASES}
        self.preposition = ChoiceField([("в", "в"), ("на", "на")])
        self.preposition.setSizePolicy(
            self.preposition.sizePolicy().Policy.Fixed, self.preposition.sizePolicy().Policy.Fixed
        )
        self.phrase = QLabel()
        self.phrase.setProperty("muted", True)
        self.phrase.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        for line, (language, field) in enumerate(self.names.items()):
            self._row(grid, line, _MARKS[language], say(_LANGUAGES[language]), field)
            field.edited.connect(lambda text, x=language: self._rename(x, text))
        for line, (case, field) in enumerate(self.forms.items(), len(self.names)):
            short, full = _CASES[case]
            self._row(grid, line, say(short), say(full), field)
            field.edited.connect(lambda text, c=case: self._set_form(c, text))
        self.preposition.setAccessibleName(say(N_("Preposition of place")))
        self.preposition.chosen.connect(self._set_preposition)
        end = len(self.names) + len(self.forms)
        grid.addWidget(self._label(say(N_("Preposition"))), end, 0)
        last = QHBoxLayout()
        last.setSpacing(SPACE)
        last.addWidget(self.preposition)
        last.addWidget(self.phrase, 1)
        grid.addLayout(last, end, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + SMALL, SPACE, SPACE + SMALL, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addStretch(1)
        self.show_venue("")

    def _row(self, grid: QGridLayout, line: int, short: str, full: str, field: LineField) -> None:
        label = self._label(short)
        label.setToolTip(full)
        field.setAccessibleName(full)
        field.setReadOnly(not self._desk.writable)
        grid.addWidget(label, line, 0)
        grid.addWidget(field, line, 1)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("muted", True)
        return label

    def show_venue(self, key: str) -> None:
        """Shows a place, or nothing."""
        if key != self.venue:
            self.finish_typing()
            self.venue = key
        self.read()

    def read(self) -> None:
        """Shows what is true now."""
        found = self._desk.visit.venues.get(self.venue)
        self.setEnabled(found is not None)
        for language, field in self.names.items():
            field.show_text(found.name.own(language) if found is not None else "")
        for case, form in self.forms.items():
            form.show_text(found.forms.own(case) if found is not None else "")
            form.setPlaceholderText(self._proposed(found, case))
        self.preposition.show_value(found.preposition if found is not None else "")
        self.preposition.setEnabled(found is not None and self._desk.writable)
        self.phrase.setText(self._sentence(found))

    def _proposed(self, found: Venue | None, case: Case) -> str:
        return cases.venue_name(found, "ru", case) if found is not None and found.name.ru else ""

    def _sentence(self, found: Venue | None) -> str:
        if found is None or not found.name.ru:
            return ""
        phrase = cases.place_phrase(found, "ru")
        return self._desk.phrases.say(N_("reads: … {phrase}"), phrase=phrase)

    def finish_typing(self) -> None:
        """Takes what is being typed."""
        for field in (*self.names.values(), *self.forms.values()):
            field.typing.finish()

    def _edit(self, field: LineField, edit: Edit) -> None:
        step = f"naming {self.venue} {id(field)} {field.typing.visits}"
        self._desk.edit(edit, merge=step)
        self.read()

    def _rename(self, language: Language, text: str) -> None:
        key, typed = self.venue, " ".join(text.split())
        self._edit(
            self.names[language], lambda visit: rename(visit, "venues", key, language, typed)
        )

    def _set_form(self, case: Case, text: str) -> None:
        key, typed = self.venue, " ".join(text.split())
        self._edit(self.forms[case], lambda visit: set_form(visit, key, case, typed))

    def _set_preposition(self, value: str) -> None:
        key = self.venue
        self._desk.edit(lambda visit: set_entity_field(visit, "venues", key, "preposition", value))
