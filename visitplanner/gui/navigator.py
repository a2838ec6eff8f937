# SPDX-License-Identifier: MIT
"""The navigator: programme, delegations and places as lists that lead to what they name."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.visit import days_of, memberships_of
from visitplanner.gui import icons, theme
from visitplanner.gui.looks import ICON
from visitplanner.gui.versions.naming import version_name
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.desk import Desk
    from visitplanner.session.session import Notice

_KIND: Final = Qt.ItemDataRole.UserRole
_KEY: Final = Qt.ItemDataRole.UserRole + 1
_SHOWN: Final = frozenset(
    {
        *("items", "people", "delegations", "memberships", "parties", "venues", "rooms", "about"),
        "vehicles",
        *("documents", "seatings"),
    }
)


_AT_ONCE: Final = 800
"""So many items and people are listed at once; of more, those in what is opened."""


class Entry(Enum):
    """What a line of the navigator leads to."""

    SECTION = "section"
    DAY = "day"
    ITEM = "item"
    PERSON = "person"
    DELEGATION = "delegation"
    VENUE = "venue"
    VEHICLE = "vehicle"
    PAPER = "paper"


class Navigator(QTreeWidget):
    """A tree of what the visit holds."""

    person_chosen = Signal(str)
    venue_chosen = Signal(str)
    vehicle_chosen = Signal(str)
    editor_wanted = Signal(str, str)
    """Enter or a double click on a section, or on a line of it: the section and the line's id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._phrases = desk.phrases
        self._reading = False
        self.setHeaderHidden(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setIndentation(12)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self._chosen)
        self.itemActivated.connect(self._chosen)
        self.itemActivated.connect(self._opened)
        self.itemClicked.connect(self._chosen)
        self._unfilled: dict[tuple[str, str], Callable[[QTreeWidgetItem], None]] = {}
        self.itemExpanded.connect(self._fill)
        self._read()
        desk.changed.connect(self._changed)
        desk.selection_changed.connect(self._follow)

    def _changed(self, notice: Notice) -> None:
        changes = notice.patch.changes
        if not changes or any(change.collection in _SHOWN for change in changes):
            self._read()  # without changes it is a version or what was given out

    def _read(self) -> None:
        """Reads everything again; what was open stays open."""
        open_before = {_name(line) for line in self._lines() if line.isExpanded()}
        first = self.topLevelItemCount() == 0
        self._reading = True
        self.clear()
        self._unfilled.clear()
        self._programme()
        self._delegations()
        self._venues()
        self._vehicles()
        self._papers()
        usual = {(Entry.SECTION.value, "programme"), *self._usual_days()}
        for line in list(self._lines()):
            if line.childCount() or _name(line) in self._unfilled:
                line.setExpanded(_name(line) in (usual if first else open_before))
        self._reading = False
        self._follow()

    def _usual_days(self) -> Iterable[tuple[str, str]]:
        """The days whose items are seen at first: all, unless there are too many."""
        if len(self._desk.visit.items) > _AT_ONCE:
            return ()
        return ((Entry.DAY.value, str(day)) for day in days_of(self._desk.visit))

    def _hold(self, line: QTreeWidgetItem, fill: Callable[[QTreeWidgetItem], None]) -> None:
        """What is below a line: made now in a small visit, in a large one when it is opened."""
        visit = self._desk.visit
        if len(visit.items) + len(visit.people) <= _AT_ONCE:
            fill(line)
            return
        self._unfilled[_name(line)] = fill
        line.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def _fill(self, line: QTreeWidgetItem) -> None:
        fill = self._unfilled.pop(_name(line), None)
        if fill is not None:
            fill(line)
            usual = QTreeWidgetItem.ChildIndicatorPolicy.DontShowIndicatorWhenChildless
            line.setChildIndicatorPolicy(usual)

    def _programme(self) -> None:
        visit, language = self._desk.visit, self._desk.language
        section = self._section(N_("Programme"), "programme", "calendar")
        by_day: dict[object, list[ProgrammeItem]] = {}
        for item in visit.items.values():
            by_day.setdefault(_day(item), []).append(item)
        days = tuple(days_of(visit))
        for day in days:
            # The one day of a short visit is in the toolbar already.
            line = section
            if len(days) > 1:
                heading = dates.short_day_heading(day, language)
                line = _line(section, Entry.DAY, day.isoformat(), heading)
            self._hold(line, partial(self._items, by_day.get(day, ())))
        rest = [item for day, found in by_day.items() if day not in days for item in found]
        if rest:
            line = _line(section, Entry.SECTION, "untimed", self._phrases.say(N_("Untimed")))
            line.setExpanded(True)
            self._items(rest, line)

    def _items(self, items: Iterable[ProgrammeItem], above: QTreeWidgetItem) -> None:
        for item in sorted(items, key=_when):
            self._item(above, item)

    def _item(self, above: QTreeWidgetItem, item: ProgrammeItem) -> None:
        title = item.title.best(self._desk.language) or "…"
        text = title
        if item.start is not None:
            separator = self._desk.visit.policy.time_separator
            time = dates.time_text(item.start, self._desk.language, separator)
            text = f"{time}\N{EN SPACE}{title}"
        line = _line(above, Entry.ITEM, item.id, text)
        line.setToolTip(0, text)
        look = self._desk.theme.kind(item.kind)
        line.setIcon(0, icons.icon(theme.KIND_ICON[item.kind], look.edge))

    def _delegations(self) -> None:
        visit, language = self._desk.visit, self._desk.language
        section = self._section(N_("Delegations"), "delegations", "delegation")
        for delegation in visit.delegations.values():
            name = cases.delegation_name(visit, delegation, language)
            line = _line(section, Entry.DELEGATION, delegation.id, name[:1].upper() + name[1:])
            line.setToolTip(0, line.text(0))
            self._hold(line, partial(self._members, delegation.id))

    def _members(self, delegation: str, above: QTreeWidgetItem) -> None:
        visit, language = self._desk.visit, self._desk.language
        for membership in memberships_of(visit, delegation):
            person = visit.people.get(membership.person)
            if person is None:
                continue
            name = cases.person_name(person, language, style="surname-first")
            entry = _line(above, Entry.PERSON, person.id, name)
            post = visit.posts.get(membership.post or "")
            title = cases.post_title(post, language) if post else ""
            full = cases.person_name(person, language)
            entry.setToolTip(0, f"{full}\n{title}".strip())

    def _venues(self) -> None:
        visit, language = self._desk.visit, self._desk.language
        section = self._section(N_("Venues"), "venues", "venue")
        for venue in visit.venues.values():
            line = _line(section, Entry.VENUE, venue.id, cases.venue_name(venue, language))
            address = venue.address.best(language)
            line.setToolTip(0, f"{line.text(0)}\n{address}".strip())

    def _vehicles(self) -> None:
        visit, language = self._desk.visit, self._desk.language
        section = self._section(N_("Vehicles"), "vehicles", "vehicle")
        for vehicle in visit.vehicles.values():
            name = vehicle.name.best(language) or vehicle.plate or vehicle.id
            line = _line(section, Entry.VEHICLE, vehicle.id, name[:1].upper() + name[1:])
            line.setToolTip(0, line.text(0))

    def _papers(self) -> None:
        visit, language = self._desk.visit, self._desk.language
        documents = self._section(N_("Documents"), "documents", "document")
        for document in visit.documents.values():
            line = _line(documents, Entry.PAPER, document.id, document.title.best(language) or "…")
            line.setToolTip(0, line.text(0))
        seating = self._section(N_("Seating"), "seating", "seating")
        for plan in visit.seatings.values():
            item = visit.items.get(plan.item)
            title = item.title.best(language) if item else plan.item
            _line(seating, Entry.PAPER, plan.id, title).setToolTip(0, title)
        self._section(N_("Preparation"), "preparation", "preparation")
        self._section(N_("Measures of the Plan"), "measures", "measures")
        versions = self._section(N_("Versions"), "versions", "versions")
        for version in sorted(self._desk.session.record.versions, key=lambda v: -v.number):
            name = version_name(self._phrases, version)
            _line(versions, Entry.PAPER, str(version.number), name).setToolTip(0, name)
        self._section(N_("History"), "history", "history")

    def _section(self, title: str, key: str, icon: str) -> QTreeWidgetItem:
        line = _line(self.invisibleRootItem(), Entry.SECTION, key, self._phrases.say(title))
        line.setIcon(0, icons.icon(icon))
        font = line.font(0)
        font.setWeight(font.Weight.DemiBold)
        line.setFont(0, font)
        return line

    def _lines(self) -> Iterable[QTreeWidgetItem]:
        waiting = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        while waiting:
            line = waiting.pop()
            if line is None:
                continue
            yield line
            waiting += [line.child(n) for n in range(line.childCount())]

    def _chosen(self, line: QTreeWidgetItem | None, *_: object) -> None:
        if line is None or self._reading:
            return
        key = str(line.data(0, _KEY))
        match Entry(line.data(0, _KIND)):
            case Entry.ITEM:
                self._desk.jump(key)
            case Entry.DAY:
                self._desk.show_day(next(d for d in days_of(self._desk.visit) if str(d) == key))
            case Entry.PERSON:
                self.person_chosen.emit(key)
            case Entry.VENUE:
                self.venue_chosen.emit(key)
            case Entry.VEHICLE:
                self.vehicle_chosen.emit(key)
            case _:
                pass

    def _opened(self, line: QTreeWidgetItem, *_: object) -> None:
        section = line.parent() or line
        key = str(line.data(0, _KEY)) if section is not line else ""
        self.editor_wanted.emit(str(section.data(0, _KEY)), key)

    def _follow(self) -> None:
        """Shows the selected item as the current line."""
        item = self._desk.item
        if item is None:
            return
        day = (Entry.DAY.value, str(_day(item)))
        if day in self._unfilled:
            self._fill(next(line for line in self._lines() if _name(line) == day))
        for line in self._lines():
            if _name(line) == (Entry.ITEM.value, item.id):
                self._reading = True
                self.setCurrentItem(line)
                self._reading = False
                return


def _line(above: QTreeWidgetItem, kind: Entry, key: str, text: str) -> QTreeWidgetItem:
    line = QTreeWidgetItem(above, [text])
    line.setData(0, _KIND, kind.value)
    line.setData(0, _KEY, key)
    return line


def _name(line: QTreeWidgetItem) -> tuple[str, str]:
    return str(line.data(0, _KIND)), str(line.data(0, _KEY))


def _when(item: ProgrammeItem) -> tuple[LocalTime, str]:
    if item.start is not None:
        return item.start, item.id
    return (on(item.day) if item.day is not None else LocalTime(0)), item.id


def _day(item: ProgrammeItem) -> object:
    return item.start.date if item.start is not None else item.day
