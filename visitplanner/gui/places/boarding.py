# SPDX-License-Identifier: MIT
"""Who sits where on one transfer: the column drawn, who has no seat, and the checks below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain import boarding, column
from visitplanner.domain.kinds import Kind
from visitplanner.domain.roster import Roster
from visitplanner.gui import icons
from visitplanner.gui.flow import Flow
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.gui.places.checks import Checks
from visitplanner.gui.places.entries import label
from visitplanner.gui.places.people_list import PeopleList
from visitplanner.gui.places.vehicle import VehicleCard, least_width
from visitplanner.gui.scrolled import scrolled
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QAbstractButton

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk

CODES: Final = frozenset({"C01", "C02", "C03", "C04", "C05"})
_SIDE: Final = 250


def transfers(visit: Visit) -> list[str]:
    """The transfers of the visit by time, and every other item that has vehicles."""
    driven = {movement.item for movement in visit.movements.values()}
    found = [
        item for item in visit.items.values() if item.kind is Kind.TRANSFER or item.id in driven
    ]
    found.sort(key=lambda item: (item.start.minutes if item.start else 0, item.id))
    return [item.id for item in found]


class Boarding(QWidget):
    """The column of one transfer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.item = ""
        self.cards: dict[str, VehicleCard] = {}
        say = desk.phrases.say
        self.waiting = PeopleList(say(N_("Without a seat")))
        self.own = PeopleList(say(N_("By own car")))
        self.checks = Checks(desk)
        self.add = QPushButton(icons.icon("add"), say(N_("Vehicle into the column")))
        self.add.setMenu(QMenu(self.add))
        self.add.menu().aboutToShow.connect(self._fill_vehicles)
        self.by_rank = QPushButton(icons.icon("fix"), say(N_("Seat by precedence")))
        self.by_rank.setToolTip(say(N_("Seats those without a seat: by rank, with their own side")))
        self.by_rank.clicked.connect(self._seat_by_rank)
        self.copy = QPushButton(icons.icon("copy"), say(N_("As on another transfer")))
        self.copy.setMenu(QMenu(self.copy))
        self.copy.menu().aboutToShow.connect(self._fill_transfers)
        self._lay()
        self._connect()

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE + SMALL, SPACE, SPACE + SMALL, SPACE)
        head.setSpacing(SPACE)
        for button in (self.add, self.copy, self.by_rank):
            button.setVisible(self._desk.writable)
            head.addWidget(button)
        head.addStretch(1)
        self._flow_page = QWidget()
        inset = QVBoxLayout(self._flow_page)
        inset.setContentsMargins(SPACE, 0, SPACE, SPACE)
        cards = QWidget()
        self._flow = Flow(cards, SPACE)
        inset.addWidget(cards)
        inset.addStretch(1)
        self._area = scrolled(self._flow_page)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._area, 1)
        middle.addWidget(self._people())
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(middle, 1)
        whole.addWidget(rule)
        whole.addWidget(self.checks)

    def _people(self) -> QWidget:
        say = self._desk.phrases.say
        side = QWidget()
        side.setFixedWidth(max(_SIDE, self.fontMetrics().averageCharWidth() * 34))
        box = QVBoxLayout(side)
        box.setContentsMargins(SPACE, 0, SPACE + SMALL, SPACE)
        box.setSpacing(SMALL)
        self._waiting_title = label("", heading=True)
        box.addWidget(self._waiting_title)
        box.addWidget(self.waiting, 3)
        self.own_car = QPushButton(icons.icon("vehicle"), say(N_("Goes by own car")))
        self.own_car.setToolTip(say(N_("The person asks for no seat (Space in the list)")))
        self.own_car.clicked.connect(lambda: self._own(self.waiting.current, own=True))
        box.addWidget(self.own_car)
        box.addSpacing(SPACE)
        box.addWidget(label(say(N_("By own car")), heading=True))
        box.addWidget(self.own, 1)
        self.with_us = QPushButton(say(N_("Asks for a seat")))
        self.with_us.clicked.connect(lambda: self._own(self.own.current, own=False))
        box.addWidget(self.with_us)
        for button in (self.own_car, self.with_us):
            button.setVisible(self._desk.writable)
        return side

    def _connect(self) -> None:
        self.waiting.acted.connect(self._seat_best)
        self.waiting.toggled.connect(lambda person: self._own(person, own=True))
        self.waiting.dropped.connect(self._come_back)
        self.own.dropped.connect(lambda person: self._own(person, own=True))
        self.own.acted.connect(lambda person: self._own(person, own=False))
        self.own.toggled.connect(lambda person: self._own(person, own=False))

    # What is true now.

    def show_transfer(self, item: str) -> None:
        """Shows the column of a transfer."""
        if item != self.item:
            self.item = item
            for key in tuple(self.cards):
                self._drop(key)
        self.read()

    def read(self) -> None:
        """Shows everything as it is now."""
        visit = self._desk.visit
        known = self.item in visit.items
        self.setEnabled(known)
        movements = column.column_of(visit, self.item) if known else ()
        for key in [key for key in self.cards if key not in {m.id for m in movements}]:
            self._drop(key)
        for movement in movements:
            if movement.id not in self.cards:
                self.cards[movement.id] = self._new_card(movement.id)
            self.cards[movement.id].read(movement)
        self._fit()
        self._arrange([m.id for m in movements])
        self._read_people(visit if known else None)
        self._read_checks()
        self.by_rank.setEnabled(bool(movements) and self.waiting.count() > 0)

    def _drop(self, key: str) -> None:
        card = self.cards.pop(key)
        self._flow.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _new_card(self, key: str) -> VehicleCard:
        card = VehicleCard(self._desk, self._desk.visit.movements[key])
        card.asked.connect(self._ask)
        card.walked_on.connect(self._walk)
        return card

    def _arrange(self, order: list[str]) -> None:
        shown = [self._flow.itemAt(n) for n in range(self._flow.count())]
        if [entry.widget() for entry in shown if entry] == [self.cards[key] for key in order]:
            return
        for key in order:
            self._flow.removeWidget(self.cards[key])
        for key in order:
            self._flow.addWidget(self.cards[key])
            self.cards[key].show()

    def _fit(self) -> None:
        """As many cards side by side as there is room for, all of one width."""
        room = self._area.viewport().width() - 2 * SPACE
        number = max(1, (room + SPACE) // (least_width(self) + SPACE))
        for card in self.cards.values():
            card.setFixedWidth(max(least_width(self), (room + SPACE) // number - SPACE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _read_people(self, visit: Visit | None) -> None:
        waiting: tuple[str, ...] = ()
        own: tuple[str, ...] = ()
        if visit is not None:
            roster = Roster(visit)
            waiting = boarding.unseated(visit, self.item, roster)
            entries = roster.attendance(visit.items[self.item])
            own = roster.ranked({who for who, entry in entries.items() if entry.own_car})
        self.waiting.show_people([self._named(person) for person in waiting])
        self.own.show_people([self._named(person) for person in own])
        phrases = self._desk.phrases
        self._waiting_title.setText(
            phrases.count("{n} person without a seat", "{n} people without a seat", len(waiting))
            if waiting
            else phrases.say(N_("Everybody has a seat"))
        )
        self.own_car.setEnabled(bool(waiting))
        self.with_us.setEnabled(bool(own))

    def _named(self, person: str) -> tuple[str, str, str]:
        visit, language = self._desk.visit, self._desk.language
        found = visit.people.get(person)
        if found is None:
            return person, person, ""
        post = Roster(visit).post(person, visit.about.starts)
        title = cases.post_title(post, language) if post is not None else ""
        full = cases.person_name(found, language)
        return (
            person,
            cases.person_name(found, language, style="surname-first"),
            (f"{full}\n{title}".strip()),
        )

    def _read_checks(self) -> None:
        found = [
            problem
            for problem in self._desk.session.problems
            if problem.code in CODES and self.item in problem.items and problem.waiver is None
        ]
        fine = self._desk.phrases.say(N_("Seats and vehicles fit."))
        self.checks.show_problems(found, fine)

    # What is done.

    def _ask(self, movement: str, code: str, seat: QAbstractButton) -> None:
        """Offers who may sit there: first who has no seat, then the others to change places."""
        menu = self.choices(movement, code)
        menu.exec(seat.mapToGlobal(QPoint(0, seat.height())))
        menu.deleteLater()

    def choices(self, movement: str, code: str) -> QMenu:
        """The menu of a seat."""
        say = self._desk.phrases.say
        card = self.cards[movement]
        menu = QMenu(self)
        here = next((s.person for s in card.movement.passengers if s.seat == code and code), "")
        for person in self.waiting.people:
            self._choice(menu, person, card, code)
        if not menu.isEmpty():
            menu.addSeparator()
        others = menu.addMenu(say(N_("Change places with")))
        for other in self.cards.values():
            for seat in other.movement.passengers:
                if seat.person != here:
                    self._choice(others, seat.person, card, code)
        others.menuAction().setVisible(not others.isEmpty())
        if here:
            menu.addAction(icons.icon("close"), say(N_("Free the seat")), lambda: card.free(here))
        if menu.isEmpty() or (not here and others.isEmpty() and not self.waiting.people):
            nobody = menu.addAction(say(N_("Everybody has a seat")))
            nobody.setEnabled(False)
        return menu

    def _choice(self, menu: QMenu, person: str, card: VehicleCard, code: str) -> None:
        action = QAction(self._named(person)[1], menu)
        action.setData(person)
        action.triggered.connect(lambda _=False: card.seat_person(person, code))
        menu.addAction(action)

    def _seat_best(self, person: str) -> None:
        """Seats somebody on the free seat that fits best."""
        item = self.item
        found = boarding.best_seat(self._desk.visit, item, person)
        if found is not None:
            self._desk.edit(lambda visit: boarding.seat_person(visit, found[0], person, found[1]))

    def _seat_by_rank(self) -> None:
        item = self.item
        self._desk.edit(lambda visit: boarding.seat_by_rank(visit, item))

    def _come_back(self, person: str) -> None:
        """Somebody dropped on the list has no seat any more."""
        item = self.item
        if person in self.own.people:
            self._own(person, own=False)
        elif person not in self.waiting.people:
            self._desk.edit(lambda visit: boarding.unseat(visit, item, person))

    def _own(self, person: str, *, own: bool) -> None:
        item = self.item
        if person and self._desk.writable:
            self._desk.edit(lambda visit: boarding.go_by_own_car(visit, item, person, own=own))

    def _fill_vehicles(self) -> None:
        visit, language, item = self._desk.visit, self._desk.language, self.item
        menu = self.add.menu()
        menu.clear()
        used = {m.vehicle for m in column.column_of(visit, item)}
        for vehicle in visit.vehicles.values():
            if vehicle.id not in used:
                name = vehicle.name.best(language) or vehicle.plate or vehicle.id
                menu.addAction(name[:1].upper() + name[1:], partial(self._join, vehicle.id))
        if menu.isEmpty():
            menu.addAction(self._desk.phrases.say(N_("No other vehicles"))).setEnabled(False)

    def _join(self, vehicle: str) -> None:
        item = self.item
        self._desk.edit(lambda visit: column.add_to_column(visit, item, vehicle))

    def _fill_transfers(self) -> None:
        visit, menu = self._desk.visit, self.copy.menu()
        menu.clear()
        for other in transfers(visit):
            if other != self.item and column.column_of(visit, other):
                title = visit.items[other].title.best(self._desk.language)
                menu.addAction(title, partial(self._copy, other))
        if menu.isEmpty():
            menu.addAction(self._desk.phrases.say(N_("No other columns"))).setEnabled(False)

    def _copy(self, source: str) -> None:
        item = self.item
        self._desk.edit(lambda visit: column.copy_column(visit, source, item))

    def _walk(self, key: str, step: int) -> None:
        order = [m.id for m in column.column_of(self._desk.visit, self.item)]
        place = order.index(key) + step
        if 0 <= place < len(order):
            card = self.cards[order[place]]
            seats = list(card.seats)
            card.focus_seat(seats[0] if step > 0 else seats[-1])
            self._area.ensureWidgetVisible(card)
