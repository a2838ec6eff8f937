# SPDX-License-Identifier: MIT
"""Three short lists that say which findings are shown: severity, person, day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from visitplanner.domain.roster import Roster
from visitplanner.gui import icons
from visitplanner.gui.filter_list import filter_list
from visitplanner.gui.looks import SMALL
from visitplanner.gui.problems.row import SEVERITIES
from visitplanner.gui.problems.sieve import Sieve, days_of, people_of
from visitplanner.gui.theme import SEVERITY_ICON
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from visitplanner.gui.desk import Desk
    from visitplanner.rules.rule import Problem

_LETTERS: Final = 9
"""As wide as so many letters; a longer name is cut, and whole in the open list."""


class ProblemFilters(QWidget):
    """What of the findings is asked for."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        self.severity = self._list(say(N_("All severities")), say(N_("Severity")))
        self.person = self._list(say(N_("Everybody")), say(N_("Participant")))
        self.day = self._list(say(N_("All days")), say(N_("Day")))
        for severity, text in SEVERITIES.items():
            mark = icons.icon(SEVERITY_ICON[severity], desk.theme.severity(severity))
            self.severity.addItem(mark, say(text), severity)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        for choice in (self.severity, self.person, self.day):
            line.addWidget(choice)
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())

    @staticmethod
    def _list(everything: str, name: str) -> QComboBox:
        choice = filter_list(everything, name, _LETTERS)
        choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return choice

    @property
    def sieve(self) -> Sieve:
        """What is asked for now."""
        return Sieve(self.severity.currentData(), self.person.currentData(), self.day.currentData())

    def clear(self) -> None:
        """Asks for everything again."""
        choices = (self.severity, self.person, self.day)
        if any(choice.currentIndex() > 0 for choice in choices):
            for choice in choices:
                choice.blockSignals(True)
                choice.setCurrentIndex(0)
                choice.blockSignals(False)
            self.changed.emit()

    def offer(self, problems: Iterable[Problem]) -> None:
        """The people and the days there are findings about; what was chosen stays."""
        visit, language = self._desk.visit, self._desk.language
        people: set[str] = set()
        days = set()
        for problem in problems:
            people |= people_of(problem) & visit.people.keys()
            days |= days_of(problem, visit)
        ranked = Roster(visit).ranked(people | {self.person.currentData()} & visit.people.keys())
        names = [
            (cases.person_name(visit.people[key], language, style="surname-first"), key)
            for key in ranked
        ]
        days |= {self.day.currentData()} - {None}
        _offer(self.person, names)
        _offer(self.day, [(dates.short_day_heading(day, language), day) for day in sorted(days)])
        self.day.setVisible(len(days) > 1)
        self.person.setVisible(bool(names))


def _offer(choice: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    known = [(choice.itemText(n), choice.itemData(n)) for n in range(1, choice.count())]
    if known == list(entries):
        return
    chosen = choice.currentData()
    choice.blockSignals(True)
    while choice.count() > 1:
        choice.removeItem(choice.count() - 1)
    for text, key in entries:
        choice.addItem(text, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)) if chosen is not None else 0)
    choice.blockSignals(False)
