# SPDX-License-Identifier: MIT
"""The window that compares two states: the changes at the left, both states at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain.text import Visibility
from visitplanner.editions.changes.sheet import ADDED, ChangeSheet, ChangeWording
from visitplanner.editions.edition import EDITIONS
from visitplanner.exports.change_text import write_text
from visitplanner.gui import icons
from visitplanner.gui.comparison.calendar import CalendarOfChanges
from visitplanner.gui.comparison.ends import NOW, End, default_start, ends
from visitplanner.gui.comparison.filters import Filters
from visitplanner.gui.comparison.layout import changed_days
from visitplanner.gui.comparison.listing import ChangeList
from visitplanner.gui.comparison.two_states import GAP, PLUS, TwoStates
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.theme import Metrics
from visitplanner.publishing import WHOLE, Order
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (1240, 780)
_LIST: Final = 520


class ComparisonWindow(EditorWindow):
    """What has changed between two states; what is edited meanwhile shows at once."""

    def __init__(self, window: MainWindow) -> None:
        self._from: int | None = None
        self._to = NOW
        self._audience = Visibility.INTERNAL
        self._day: date | None = None
        self.calendar: CalendarOfChanges
        super().__init__(window)
        self.calendar = CalendarOfChanges(self)
        self._soon = QTimer(self)  # several edits in a turn are read once
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._again)
        self.desk.changed.connect(self._told)
        self.resize(*_SIZE)
        self.list.setFocus()

    def _told(self, _: object) -> None:
        # A method: unlike a function, it is let go of when the window closes.
        self._soon.start(0)

    # What is compared

    def compare(self, start: int, until: int | None) -> None:
        """Compares two states named by their last lines of the log; without the second, now."""
        self._from, self._to = start, NOW if until is None else until
        self._offer()
        self._read()

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Comparison")))
        self._sheet: ChangeSheet | None = None
        self._days: list[date] = []
        self._states: tuple[Visit, Visit] | None = None
        self.filters = Filters(self.desk.phrases)
        self.filters.changed.connect(self._list)
        self.list = ChangeList(self.desk)
        self.list.setAccessibleName(say(N_("Changes")))
        self.list.chosen.connect(self._choose)
        self.list.itemClicked.connect(lambda _: self.go())
        self.list.itemActivated.connect(lambda _: self.go())
        self.states = TwoStates(self.desk)
        self.states.setAccessibleName(say(N_("Both states side by side")))
        self.states.chosen.connect(self.list.show_item)
        self.states.opened.connect(self._open)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self._left())
        both.addWidget(self._right())
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 3)
        both.setSizes([_LIST, _SIZE[0] - _LIST])
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        column.addWidget(self.filters)
        column.addWidget(both, 1)
        column.addLayout(self._foot())
        self._offer()
        self._read()
        return page

    def _head(self) -> QHBoxLayout:
        """From which state to which, and for whose eyes."""
        say = self.desk.phrases.say
        self.start = ChoiceField(())
        self.until = ChoiceField(())
        self.edition = ChoiceField([(e.name, say(e.title)) for e in EDITIONS.values()])
        self.edition.show_value("working")
        self.start.chosen.connect(lambda value: self._take(start=int(value)))
        self.until.chosen.connect(lambda value: self._take(until=int(value)))
        self.edition.chosen.connect(self._take_edition)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        for label, field, share in (
            (N_("What was"), self.start, 3),
            (N_("What is"), self.until, 3),
            (N_("Edition"), self.edition, 2),
        ):
            caption = QLabel(say(label))
            caption.setBuddy(field)
            field.setAccessibleName(say(label))
            line.addWidget(caption)
            line.addWidget(field, share)
        return line

    def _foot(self) -> QHBoxLayout:
        """What can be done with what is listed."""
        say = self.desk.phrases.say
        self.jump = QPushButton(icons.icon("timeline"), say(N_("Show in the plan")))
        self.jump.clicked.connect(self.go)
        self.ical = QPushButton(icons.icon("calendar"), say(N_("Calendar of the changes…")))
        self.ical.clicked.connect(self.save_calendar)
        self.copy = QPushButton(icons.icon("copy"), say(N_("Copy the change sheet")))
        self.copy.clicked.connect(self.copy_sheet)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.jump)
        line.addStretch(1)
        line.addWidget(self.ical)
        line.addWidget(self.copy)
        return line

    def _left(self) -> QWidget:
        """The changes under their number."""
        box = QWidget()
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.count.setWordWrap(True)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        return box

    def _right(self) -> QWidget:
        """Both states with the days above them."""
        box = QWidget()
        self._days_line = QHBoxLayout()
        self._days_line.setSpacing(SMALL)
        self._day_buttons = QButtonGroup(self)
        self._day_buttons.setExclusive(True)
        self.was_title, self.is_title = QLabel(), QLabel()
        titles = QHBoxLayout()
        titles.setContentsMargins(Metrics.RULER, 0, 0, 0)
        titles.setSpacing(GAP)
        for title in (self.was_title, self.is_title):
            title.setProperty("muted", True)
            titles.addWidget(title, 1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._days_line)
        column.addLayout(titles)
        column.addWidget(self.states, 1)
        return box

    # Reading

    def _offer(self) -> None:
        """Fills the choices of states."""
        wanted = [n for n in (self._from, self._to) if n is not None and n != NOW]
        self._ends = {end.number: end for end in ends(self.desk, *wanted)}
        if self._from not in self._ends:
            self._from = default_start(list(self._ends.values()))
        for field, value in ((self.start, self._from), (self.until, self._to)):
            field.clear()
            for end in self._ends.values():
                field.addItem(end.name, str(end.number))
            field.show_value(str(value))

    def _end(self, number: int | None) -> End:
        return self._ends.get(NOW if number is None else number, self._ends[NOW])

    def _visit(self, number: int | None) -> Visit:
        if number is None or number == NOW:
            return self.desk.visit
        return self.desk.session.states((number,)).get(number, self.desk.visit)

    def _read(self) -> None:
        """Compares anew."""
        before, after = self._visit(self._from), self._visit(self._to)
        wording = ChangeWording(before, after, self._audience, self.desk.language)
        self._states = wording.states
        self._sheet = wording.sheet(self._end(self._from).point, self._end(self._to).point)
        self.was_title.setText(self._end(self._from).name)
        self.is_title.setText(self._end(self._to).name)
        self.filters.offer(self._sheet)
        self._list()

    def _again(self) -> None:
        """The visit is another one now."""
        self._offer()
        self._read()

    def _list(self) -> None:
        """Shows what the filters let through."""
        if self._sheet is None or self._states is None:
            return
        sheet = self.listed()
        self._offer_days([e.change for e in self._sheet.entries])
        self.list.show_sheet(sheet)
        self.count.setText(self._counted(sheet))
        self.copy.setEnabled(bool(sheet.entries or sheet.lists))
        version = self._end(self._from).point.version
        whole = version is not None and self._to == NOW
        self.ical.setEnabled(whole and bool(sheet.entries))

    def _counted(self, sheet: ChangeSheet) -> str:
        """How many changes there are, or are shown."""
        every = len(self._sheet.entries) if self._sheet is not None else 0
        if self.filters.cuts:
            shown = N_("{shown} of {whole}")
            return self.desk.phrases.say(shown, shown=len(sheet.entries), whole=every)
        return (sheet.counts or sheet.ending).replace(ADDED, PLUS)

    def listed(self) -> ChangeSheet:
        """The sheet as it is listed."""
        if self._sheet is None:
            raise ValueError("nothing has been compared")
        return self.filters.cut(self._sheet)

    def _offer_days(self, changes: list[ItemChange]) -> None:
        """A button a day on which something has changed."""
        for button in self._day_buttons.buttons():
            self._day_buttons.removeButton(button)
            self._days_line.removeWidget(button)
            button.deleteLater()
        while self._days_line.count():
            self._days_line.takeAt(0)
        days = changed_days(changes) or [self.desk.visit.about.starts]
        for day in days:
            button = QToolButton()
            button.setText(dates.short_day_heading(day, self.desk.language))
            button.setCheckable(True)
            button.setChecked(day == self._day)
            button.clicked.connect(lambda _=False, d=day: self._show_day(d))
            self._day_buttons.addButton(button)
            self._days_line.addWidget(button)
        self._days_line.addStretch(1)
        self._days = days

    # Looking

    def _choose(self, key: str) -> None:
        """Shows the item of the current entry in both states."""
        change = self._change(key)
        item = (change.now or change.was) if change is not None else None
        days = self._days
        day = item.start.date if item is not None and item.start is not None else None
        if day is None:
            day = self._day if self._day in days else next(iter(days), None)
        if day is not None:
            self._show_day(day)
        self.states.show_item(key)
        self.jump.setEnabled(key in self.desk.visit.items)

    def _change(self, key: str) -> ItemChange | None:
        entries = self._sheet.entries if self._sheet is not None else ()
        return next((e.change for e in entries if e.change.item == key), None)

    def _show_day(self, day: date) -> None:
        if self._sheet is None or self._states is None:
            return
        self._day = day
        for button, known in zip(self._day_buttons.buttons(), self._days, strict=True):
            button.setChecked(known == day)
        changes = {e.change.item: e.change for e in self._sheet.entries}
        self.states.show_day(*self._states, changes, day)

    def go(self) -> None:
        """Shows the item of the current entry in the main window."""
        self._open(self.list.current)

    def _open(self, key: str) -> None:
        if key in self.desk.visit.items:
            self.main.finish_typing()
            self.desk.jump(key)

    def copy_sheet(self) -> None:
        """Puts what is listed on the clipboard, as text."""
        QGuiApplication.clipboard().setText(write_text(self.listed()).rstrip() + "\n")
        self.notices.say(self.desk.phrases.say(N_("The change sheet is on the clipboard.")))

    def order(self) -> Order:
        """The calendar of what is compared, for whom it is cut down to."""
        version = self._end(self._from).point.version
        who = self.filters.who
        return Order(
            format="ical",
            edition=str(self.edition.currentData()),
            scope=who if who in self.desk.visit.people else WHOLE,
            language=self.desk.language,
            since=version.number if version is not None else 0,
        )

    def save_calendar(self) -> None:
        """Asks where to save the calendar of the changes."""
        self.calendar.ask(self.order(), self._visit(self._from))

    # Choosing

    def _take(self, *, start: int | None = None, until: int | None = None) -> None:
        self._from = start if start is not None else self._from
        self._to = until if until is not None else self._to
        self._read()

    def _take_edition(self, name: str) -> None:
        self._audience = EDITIONS[name].audience
        self._read()
