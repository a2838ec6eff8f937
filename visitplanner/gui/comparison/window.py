# SPDX-License-Identifier: MIT
"""The window that compares two states: the changes at the left, both states at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
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

from visitplanner.domain.comparison import Mark
from visitplanner.domain.text import Visibility
from visitplanner.editions.changes.sheet import ADDED, MARK_NAMES, ChangeSheet, ChangeWording
from visitplanner.editions.edition import EDITIONS
from visitplanner.exports.change_text import write_text
from visitplanner.gui import icons
from visitplanner.gui.comparison.ends import NOW, End, default_start, ends
from visitplanner.gui.comparison.layout import changed_days
from visitplanner.gui.comparison.listing import ChangeList
from visitplanner.gui.comparison.two_states import GAP, PLUS, TwoStates
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.theme import Metrics
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.visit import Visit
    from visitplanner.editions.changes.sheet import Entry
    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (1240, 780)
_LIST: Final = 520
_ALL: Final = ""


class ComparisonWindow(EditorWindow):
    """What has changed between two states; what is edited meanwhile shows at once."""

    def __init__(self, window: MainWindow) -> None:
        self._from: int | None = None
        self._to = NOW
        self._audience = Visibility.INTERNAL
        self._person, self._kind = _ALL, _ALL
        self._day: date | None = None
        super().__init__(window)
        self.resize(*_SIZE)
        self.list.setFocus()

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
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._again)
        self.desk.changed.connect(self._soon.start)
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
        column.addLayout(self._filters())
        column.addWidget(both, 1)
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

    def _filters(self) -> QHBoxLayout:
        say = self.desk.phrases.say
        self.person = ChoiceField(())
        self.kind = ChoiceField(())
        self.person.chosen.connect(self._take_person)
        self.kind.chosen.connect(self._take_kind)
        self.person.setMinimumContentsLength(13)
        self.kind.setMinimumContentsLength(13)
        self.copy = QPushButton(icons.icon("copy"), say(N_("Copy the change sheet")))
        self.copy.clicked.connect(self.copy_sheet)
        self.jump = QPushButton(icons.icon("timeline"), say(N_("Show in the plan")))
        self.jump.clicked.connect(self.go)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        for label, field in (
            (N_("Whom it concerns"), self.person),
            (N_("What changed"), self.kind),
        ):
            caption = QLabel(say(label))
            caption.setBuddy(field)
            field.setAccessibleName(say(label))
            line.addWidget(caption)
            line.addWidget(field, 1)
        line.addStretch(1)
        line.addWidget(self.jump)
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
        self._offer_filters()
        self._list()

    def _again(self) -> None:
        """The visit is another one now."""
        self._offer()
        self._read()

    def _offer_filters(self) -> None:
        say, sheet = self.desk.phrases.say, self._sheet
        entries = sheet.entries if sheet is not None else ()
        people = {
            who: name
            for entry in entries
            for who, name in zip(entry.change.people, entry.names, strict=True)
        }
        marks = {mark for entry in entries for mark in entry.change.marks}
        self._fill(self.person, say(N_("Everybody")), sorted(people.items(), key=_by_surname))
        kinds = [(m.value, say(MARK_NAMES[m])) for m in Mark if m in marks]
        self._fill(self.kind, say(N_("All changes")), kinds)
        self._person = str(self.person.currentData())
        self._kind = str(self.kind.currentData())

    @staticmethod
    def _fill(field: ChoiceField, everything: str, options: list[tuple[str, str]]) -> None:
        current = str(field.currentData() or _ALL)
        field.clear()
        field.addItem(everything, _ALL)
        for value, text in options:
            field.addItem(text, value)
        field.show_value(current if field.findData(current) >= 0 else _ALL)

    def _list(self) -> None:
        """Shows what the filters let through."""
        if self._sheet is None or self._states is None:
            return
        sheet = self.filtered()
        self._offer_days([e.change for e in self._sheet.entries])
        self.list.show_sheet(sheet)
        self.count.setText((sheet.counts or sheet.ending).replace(ADDED, PLUS))
        self.copy.setEnabled(bool(sheet.entries or sheet.lists))

    def filtered(self) -> ChangeSheet:
        """The sheet cut down to whom and what has been asked for."""
        sheet = self._sheet
        if sheet is None:
            raise ValueError("nothing has been compared")
        if self._person == _ALL and self._kind == _ALL:
            return sheet
        days = (
            replace(day, entries=tuple(e for e in day.entries if self._wanted(e)))
            for day in sheet.days
        )
        lists = tuple(x for x in sheet.lists if self._person in x.people or self._person == _ALL)
        return replace(
            sheet,
            days=tuple(day for day in days if day.entries),
            lists=lists if self._kind == _ALL else (),
            ending="",
            counts="",
        )

    def _wanted(self, entry: Entry) -> bool:
        concerned = self._person == _ALL or self._person in entry.change.people
        return concerned and (self._kind == _ALL or Mark(self._kind) in entry.change.marks)

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
        QGuiApplication.clipboard().setText(write_text(self.filtered()).rstrip() + "\n")
        self.notices.say(self.desk.phrases.say(N_("The change sheet is on the clipboard.")))

    # Choosing

    def _take(self, *, start: int | None = None, until: int | None = None) -> None:
        self._from = start if start is not None else self._from
        self._to = until if until is not None else self._to
        self._read()

    def _take_edition(self, name: str) -> None:
        self._audience = EDITIONS[name].audience
        self._read()

    def _take_person(self, who: str) -> None:
        self._person = who
        self._list()

    def _take_kind(self, kind: str) -> None:
        self._kind = kind
        self._list()


def _by_surname(entry: tuple[str, str]) -> str:
    """«В. Н. Анохин» by «Анохин»."""
    return entry[1].rpartition("\N{NO-BREAK SPACE}")[2].casefold()
