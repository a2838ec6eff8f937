# SPDX-License-Identifier: MIT
"""When an item is: start, end, length and day, how sure that is, and whether it may move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from visitplanner.domain import times
from visitplanner.domain.edits import set_fixed
from visitplanner.domain.programme import Certainty, ItemStatus
from visitplanner.domain.visit import days_of
from visitplanner.gui import icons
from visitplanner.gui.inspector.chapter import Chapter
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.inspector.fields import EntryField
from visitplanner.gui.looks import ICON, SMALL
from visitplanner.words import dates, typed
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.inspector.chapter import Pen

STATUSES = {
    ItemStatus.TENTATIVE: N_("Tentative"),
    ItemStatus.CONFIRMED: N_("Confirmed"),
    ItemStatus.CANCELLED: N_("Cancelled"),
}
CERTAINTIES = {
    Certainty.EXACT: N_("Exact"),
    Certainty.ABOUT: N_("About"),
    Certainty.TO_BE_CONFIRMED: N_("To be confirmed"),
}


class TimeField(EntryField):
    """A time of day; empty means none."""

    @override
    def meaning(self, text: str) -> object:
        return -1 if not text.strip() else typed.minute_of_day(text)


class LengthField(EntryField):
    """A length in minutes."""

    @override
    def meaning(self, text: str) -> object:
        return typed.length(text)


class Times(Chapter):
    """The chapter of times."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        say = pen.say
        self.start, self.end = TimeField(5), TimeField(5)
        self.length = LengthField(4)
        self.start.setAccessibleName(say(N_("Start")))
        self.end.setAccessibleName(say(N_("End")))
        self.length.setAccessibleName(say(N_("Length, minutes")))
        for field in (self.start, self.end, self.length):
            field.setToolTip(field.accessibleName())
        self.start.entered.connect(self._start_at)
        self.end.entered.connect(self._end_at)
        self.length.entered.connect(self._last)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SMALL)
        across.addWidget(self.start, 3)
        across.addWidget(QLabel("–"))
        across.addWidget(self.end, 3)
        across.addSpacing(SMALL)
        across.addWidget(self.length, 2)
        across.addWidget(QLabel(say(N_("min"))))
        line.setFocusProxy(self.start)
        self.row(say(N_("Time")), line)
        self.day = ChoiceField(())
        self.day.chosen.connect(self._move_to_day)
        self._day_label = self.row(say(N_("Day")), self.day)
        self.fixed = QCheckBox(say(N_("Fixed time")))
        self.fixed.setIcon(icons.icon("lock"))
        self.fixed.setIconSize(QSize(ICON, ICON))
        self.fixed.setToolTip(say(N_("Moves by hand only")))
        self.fixed.clicked.connect(lambda ticked: self._fix(fixed=ticked))
        self.grid.addWidget(self.fixed, self.grid.rowCount(), 1)
        self.status = ChoiceField((v.value, say(t)) for v, t in STATUSES.items())
        self.status.chosen.connect(lambda value: pen.write("status", ItemStatus(value)))
        self.row(say(N_("Status")), self.status)
        self.certainty = ChoiceField((v.value, say(t)) for v, t in CERTAINTIES.items())
        self.certainty.chosen.connect(lambda value: pen.write("certainty", Certainty(value)))
        self.row(say(N_("Certainty")), self.certainty)

    @override
    def read(self, item: ProgrammeItem) -> None:
        self.start.show_text(self._time(item.start))
        self.end.show_text(self._time(item.end))
        self.length.show_text(str(item.minutes) if item.timed else "")
        self.length.setEnabled(item.timed)
        self.end.setEnabled(item.timed)
        days = tuple(days_of(self.pen.desk.visit))
        day = item.start.date if item.start is not None else item.day
        several = len(days) > 1 or day not in days
        self._offer(sorted({*days, *([day] if day else [])}))
        self.day.show_value(day.isoformat() if day else "")
        self.day.setVisible(several)
        self._day_label.setVisible(several)
        self.fixed.setChecked(item.fixed)
        self.status.show_value(item.status.value)
        self.certainty.show_value(item.certainty.value)

    def _offer(self, days: list[date]) -> None:
        known = [str(self.day.itemData(n)) for n in range(self.day.count())]
        if known != [day.isoformat() for day in days]:
            self.day.clear()
            for day in days:
                self.day.addItem(
                    dates.short_day_heading(day, self.pen.phrases.language), day.isoformat()
                )

    def _time(self, time: LocalTime | None) -> str:
        if time is None:
            return ""
        separator = self.pen.desk.visit.policy.time_separator
        return dates.time_text(time, self.pen.phrases.language, separator)

    def _start_at(self, minute: int) -> None:
        item = self.pen.item
        if item is None:
            return
        if minute < 0:
            self._untime(item)
            return
        key, day = item.id, self.pen.desk.day
        self._tried(self.start, "start", lambda visit: times.start_at(visit, key, minute, day))

    def _untime(self, item: ProgrammeItem) -> None:
        """Without a start an item stands on the shelf of its day."""
        key, visits = item.id, self.start.typing.visits
        self.pen.edit(lambda visit: times.untime(visit, key), "start", visits)

    def _end_at(self, minute: int) -> None:
        item = self.pen.item
        if item is None or item.start is None or item.end is None:
            return
        if minute < 0:
            self.end.mark(wrong=True)
            return
        key = item.id
        self._tried(self.end, "end", lambda visit: times.end_at(visit, key, minute))

    def _last(self, minutes: int) -> None:
        item = self.pen.item
        if item is not None and item.start is not None:
            key = item.id
            self._tried(self.length, "end", lambda visit: times.make_last(visit, key, minutes))

    def _tried(self, field: EntryField, what: str, edit: Edit) -> None:
        self._told(field, done=self.pen.edit(edit, what, field.typing.visits))

    def _told(self, field: EntryField, *, done: bool) -> None:
        """A refused entry stays to be mended; a taken one is shown as times are written."""
        field.mark(wrong=not done)
        item = self.pen.item
        if done and item is not None:
            self.read(item)

    def _move_to_day(self, value: str) -> None:
        item = self.pen.item
        day = next((d for d in days_of(self.pen.desk.visit) if d.isoformat() == value), None)
        if item is None or day is None:
            return
        key = item.id
        if self.pen.edit(lambda visit: times.move_to_day(visit, key, day)):
            self.pen.desk.show_day(day)

    def _fix(self, *, fixed: bool) -> None:
        key = self.pen.item_id
        self.pen.edit(lambda visit: set_fixed(visit, key, fixed=fixed))
