# SPDX-License-Identifier: MIT
"""When an item is: start, end, length and day, how sure that is, and whether it may move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from visitplanner.domain.edits import move_item, put, resize_item, set_fixed
from visitplanner.domain.kinds import KIND_FACTS
from visitplanner.domain.period import on
from visitplanner.domain.programme import Certainty, ItemStatus
from visitplanner.domain.text import Quote, message
from visitplanner.domain.visit import days_of
from visitplanner.gui import icons
from visitplanner.gui.inspector import typed
from visitplanner.gui.inspector.chapter import Chapter
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.inspector.fields import EntryField
from visitplanner.gui.looks import ICON, SMALL
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
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
_EVENING = 18
_DAY = 24 * 60


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
        self.fixed.clicked.connect(self._fix)
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
        key, day = item.id, item.start.date if item.start else item.day or self.pen.desk.day
        start, usual = on(day, minute), KIND_FACTS[item.kind].usual

        def timed(visit: Visit) -> Patch:
            if item.start is not None:
                return move_item(visit, key, start)
            return resize_item(visit, key, start, start.plus(usual))

        self._told(self.start, done=self.pen.edit(timed, "start", self.start.typing.visits))

    def _untime(self, item: ProgrammeItem) -> None:
        """Without a start an item stands on the shelf of its day."""
        day = item.start.date if item.start is not None else item.day
        name = message("Change “{title}”", title=Quote(text=item.title))
        free = replace(item, start=None, end=None, day=day)
        self.pen.edit(lambda visit: put(visit, name, "items", free), "start", self._visits)

    @property
    def _visits(self) -> int:
        return self.start.typing.visits

    def _end_at(self, minute: int) -> None:
        item = self.pen.item
        if item is None or item.start is None or item.end is None:
            return
        if minute < 0:
            self.end.mark(wrong=True)
            return
        start = item.start
        end = on(item.end.date if item.end.minute_of_day else item.end.plus(-1).date, minute)
        if end <= start and start.hour >= _EVENING:
            end = end.plus(_DAY)  # an evening that ends after midnight
        self._resize(self.end, start, end)

    def _last(self, minutes: int) -> None:
        item = self.pen.item
        if item is not None and item.start is not None:
            self._resize(self.length, item.start, item.start.plus(minutes))

    def _resize(self, field: EntryField, start: LocalTime, end: LocalTime) -> None:
        key = self.pen.item_id
        done = self.pen.edit(
            lambda visit: resize_item(visit, key, start, end), "end", field.typing.visits
        )
        self._told(field, done=done)

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
        if item.start is None:
            self.pen.write("day", day)
            return
        key, start = item.id, on(day, item.start.minute_of_day)
        if self.pen.edit(lambda visit: move_item(visit, key, start)):
            self.pen.desk.show_day(day)

    def _fix(self, *, checked: bool) -> None:
        key = self.pen.item_id
        self.pen.edit(lambda visit: set_fixed(visit, key, fixed=checked))
