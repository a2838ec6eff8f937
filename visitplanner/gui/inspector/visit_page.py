# SPDX-License-Identifier: MIT
"""The page of the visit itself, shown while no item is selected: title, days and zone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLabel, QWidget

from visitplanner.domain.edits import set_about
from visitplanner.domain.period import is_zone
from visitplanner.gui.inspector.chapter import LABEL_WIDTH
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.inspector.texts import TextFields, languages_of
from visitplanner.gui.looks import SPACE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import About
    from visitplanner.gui.desk import Desk

ZONES: Final = {
    "Europe/Kaliningrad": N_("Kaliningrad time"),
    "Europe/Minsk": N_("Minsk time"),
    "Europe/Moscow": N_("Moscow time"),
    "Europe/Samara": N_("Samara time"),
    "Asia/Yekaterinburg": N_("Yekaterinburg time"),
    "Asia/Omsk": N_("Omsk time"),
    "Asia/Krasnoyarsk": N_("Krasnoyarsk time"),
    "Asia/Irkutsk": N_("Irkutsk time"),
    "Asia/Yakutsk": N_("Yakutsk time"),
    "Asia/Vladivostok": N_("Vladivostok time"),
    "Asia/Magadan": N_("Magadan time"),
    "Asia/Kamchatka": N_("Kamchatka time"),
}
_LONGEST: Final = 60
"""Days of the longest visit: a slip of the hand in a year is not taken for one."""


class VisitPage(QWidget):
    """What the whole visit has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.phrases.say
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        heading = QLabel(say(N_("Visit")))
        heading.setProperty("muted", True)
        grid.addWidget(heading, 0, 0, 1, 2)
        languages = languages_of(desk.visit.about.languages)
        self.title = TextFields(desk.phrases, say(N_("Title of the visit")), languages)
        self.title.edited.connect(self._rename)
        grid.addWidget(self.title, 1, 0, 1, 2)
        self.first, self.last = self._day(), self._day()
        self.first.dateChanged.connect(lambda day: self._from(_date(day)))
        self.last.dateChanged.connect(lambda day: self._to(_date(day)))
        self.zone = ChoiceField((zone, say(text)) for zone, text in ZONES.items() if is_zone(zone))
        self.zone.chosen.connect(lambda zone: self._change(replace(self._about, zone=zone)))
        rows = (
            (N_("First day"), self.first),
            (N_("Last day"), self.last),
            (N_("Time zone"), self.zone),
        )
        for line, (text, field) in enumerate(rows, 2):
            label = QLabel(say(text))
            label.setProperty("muted", True)
            label.setBuddy(field)
            field.setAccessibleName(say(text))
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        hint = QLabel(say(N_("Select an item to see and change its properties.")))
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        grid.setRowMinimumHeight(len(rows) + 2, 2 * SPACE)
        grid.addWidget(hint, len(rows) + 3, 0, 1, 2)
        grid.setRowStretch(len(rows) + 4, 1)
        self._reading = False

    @staticmethod
    def _day() -> QDateEdit:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setDisplayFormat("dd.MM.yyyy")
        field.setKeyboardTracking(False)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return field

    @property
    def _about(self) -> About:
        return self._desk.visit.about

    def read(self) -> None:
        """Shows the visit as it is now."""
        about = self._about
        self._reading = True
        self.title.read(about.title)
        self.first.setDate(_qdate(about.starts))
        self.last.setDate(_qdate(about.ends))
        if self.zone.findData(about.zone) < 0:
            self.zone.addItem(about.zone, about.zone)
        self.zone.show_value(about.zone)
        self._reading = False

    def allow(self, *, writing: bool) -> None:
        """Lets the fields be edited, or only read."""
        self.setEnabled(writing)

    def finish(self) -> None:
        """Takes what is being typed."""
        self.title.finish()

    def _rename(self, language: Language, text: str, visit: int) -> None:
        about = replace(self._about, title=self._about.title.edited(language, text))
        self._change(about, f"about/title.{language}/{visit}")

    def _from(self, day: date) -> None:
        """Another first day; the visit stays at least a day long."""
        self._change(replace(self._about, starts=day, ends=max(day, self._about.ends)))

    def _to(self, day: date) -> None:
        self._change(replace(self._about, ends=day, starts=min(day, self._about.starts)))

    def _change(self, about: About, merge: str | None = None) -> None:
        if self._reading:
            return
        if (about.ends - about.starts).days < _LONGEST:
            self._desk.edit(lambda visit: set_about(visit, about), merge)
        self.read()


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
