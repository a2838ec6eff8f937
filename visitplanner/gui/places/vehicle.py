# SPDX-License-Identifier: MIT
"""One vehicle of a column: its number and role, who is in charge, and the drawing of its seats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain import boarding, column
from visitplanner.domain.seats import rows_of
from visitplanner.domain.transport import ColumnRole, VehicleClass
from visitplanner.editions.labels import COLUMN_ROLES, SEATS
from visitplanner.gui import icons
from visitplanner.gui.inspector.choices import ChoiceField, PickField
from visitplanner.gui.inspector.elided import Elided
from visitplanner.gui.looks import SMALL, SPACE
from visitplanner.gui.places.entries import label
from visitplanner.gui.places.seat import SeatButton
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.seats import Row
    from visitplanner.domain.transport import Movement, Vehicle
    from visitplanner.gui.desk import Desk

_WIDTH: Final = 340
_LETTERS: Final = 46
"""As many letters a card is wide."""
_FINE: Final = 14
"""Fine columns of a drawing."""


def _spots(row: Row, category: VehicleClass) -> list[tuple[str, int]]:
    """The seats of a row from left to right, each with its width; the aisle has no name."""
    seats = [*row.left, *row.right]
    if row.driver:
        return [("driver", _FINE // 2), *((seat, _FINE // 2) for seat in seats)]
    if category is VehicleClass.CAR or len(seats) > len(row.left) + len(row.right[:2]):
        return [(seat, _FINE // len(seats)) for seat in seats]
    wide = 3 if category is VehicleClass.BUS or len(row.right) > 1 else 4
    aisle = _FINE - wide * (3 if wide == 4 else 4)  # noqa: PLR2004 -- three or four seats across
    left, right = ([(seat, wide) for seat in side] for side in (row.left, row.right))
    return [*left, ("", aisle), *right] if right else left


class Drawing(QFrame):
    """The body of a vehicle seen from above, front up; its seats stand on it."""

    def __init__(self, desk: Desk, category: VehicleClass) -> None:
        super().__init__()
        self._theme = desk.theme
        self._category = category
        self.grid = QGridLayout(self)
        nose = 22 if category is VehicleClass.CAR else 12
        self.grid.setContentsMargins(14, nose, 14, 12)
        self.grid.setSpacing(SMALL)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme.muted, 1.4))
        painter.setBrush(theme.window)
        car = self._category is VehicleClass.CAR
        painter.drawRoundedRect(rect, 26 if car else 14, 22 if car else 14)
        painter.setPen(QPen(theme.line, 1.4))
        # The windscreen tells where the front is.
        top = rect.top() + (15 if car else 7)
        painter.drawLine(int(rect.left() + 22), int(top), int(rect.right() - 22), int(top))
        painter.end()


def least_width(widget: QWidget) -> int:
    """What a card needs."""
    return max(_WIDTH, widget.fontMetrics().averageCharWidth() * _LETTERS)


class VehicleCard(QFrame):
    """A movement on the screen."""

    asked = Signal(str, str, object)
    """A movement and a seat somebody is to be chosen for; the seat's button."""
    walked_on = Signal(str, int)
    """The keyboard goes on to the card before (-1) or after (1)."""

    def __init__(self, desk: Desk, movement: Movement) -> None:
        super().__init__()
        self._desk = desk
        self.movement = movement
        self.seats: dict[str, SeatButton] = {}
        self._places: dict[str, tuple[int, int]] = {}
        self._shape: tuple[VehicleClass, int] | None = None
        self._drawing: Drawing | None = None
        self._loose: list[SeatButton] = []
        self.setObjectName("card")
        say = desk.phrases.say
        self._number, self._title = QLabel(), Elided()
        self._count = QLabel()
        self._number.setProperty("heading", True)
        self._title.setProperty("heading", True)
        self._count.setProperty("badge", True)
        self._more = self._menu()
        self.role = ChoiceField([(r.value, say(text)) for r, text in COLUMN_ROLES.items()])
        self.role.setAccessibleName(say(N_("Role in the column")))
        self.role.chosen.connect(lambda value: self._set("role", ColumnRole(value)))
        self.escorted = QCheckBox(say(N_("escorted")))
        self.escorted.clicked.connect(lambda ticked: self._set("escorted", ticked))
        self.charge = PickField()
        self.charge.setAccessibleName(say(N_("In charge of the vehicle")))
        self.charge.picked.connect(lambda who: self._set("in_charge", who or None))
        for widget in (self.role, self.escorted, self.charge, self._more):
            widget.setEnabled(desk.writable)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE + SMALL, SPACE, SPACE + SMALL, SPACE + SMALL)
        self._column.setSpacing(SPACE)
        self._lay_head()
        self.read(movement)

    def _lay_head(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._number)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._more)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.role, 1)
        line.addWidget(self.escorted)
        charge = QHBoxLayout()
        charge.setSpacing(SPACE)
        charge.addWidget(label(self._desk.phrases.say(N_("In charge")), wraps=False))
        charge.addWidget(self.charge, 1)
        self._column.addLayout(head)
        self._column.addLayout(line)
        self._column.addLayout(charge)

    def _menu(self) -> QToolButton:
        say = self._desk.phrases.say
        button = QToolButton()
        button.setIcon(icons.icon("more"))
        button.setAccessibleName(say(N_("What can be done with the vehicle")))
        button.setToolTip(button.accessibleName())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(
            icons.icon("up"), say(N_("Further ahead in the column")), lambda: self.move_by(-1)
        )
        menu.addAction(
            icons.icon("down"), say(N_("Further back in the column")), lambda: self.move_by(1)
        )
        menu.addSeparator()
        menu.addAction(icons.icon("delete"), say(N_("Take out of the column")), self._leave)
        button.setMenu(menu)
        return button

    # What is true now.

    @property
    def vehicle(self) -> Vehicle | None:
        """The vehicle itself."""
        return self._desk.visit.vehicles.get(self.movement.vehicle)

    def read(self, movement: Movement) -> None:
        """Shows the movement as it is now."""
        self.movement = movement
        vehicle = self.vehicle
        if vehicle is None:
            return
        desk, say = self._desk, self._desk.phrases.say
        self._number.setText(f"№\N{NO-BREAK SPACE}{movement.order}" if movement.order else "№ –")
        name = vehicle.name.best(desk.language) or vehicle.plate or vehicle.id
        self._title.setText(name[:1].upper() + name[1:])
        self._title.setToolTip(self._title.text())
        self.setAccessibleName(f"{self._number.text()} {name}")
        riding = len(movement.passengers) + movement.unnamed
        self._count.setText(say(N_("{n} of {seats}"), n=riding, seats=vehicle.seats))
        self._count.setProperty("stale", riding > vehicle.seats)
        self._count.style().unpolish(self._count)
        self._count.style().polish(self._count)
        self.role.show_value(movement.role.value)
        self.escorted.setChecked(movement.escorted)
        self._read_charge(movement)
        if self._shape != (vehicle.category, vehicle.seats):
            self._draw(vehicle)
        self._fill(movement)

    def _read_charge(self, movement: Movement) -> None:
        riding = [seat.person for seat in movement.passengers]
        if movement.in_charge is not None and movement.in_charge not in riding:
            riding.append(movement.in_charge)
        self.charge.offer((person, self._name(person)) for person in riding)
        self.charge.show_value(movement.in_charge or "")

    def _name(self, person: str) -> str:
        found = self._desk.visit.people.get(person)
        if found is None:
            return person
        return cases.person_name(found, self._desk.language, style="surname-first")

    def place_name(self, code: str) -> str:
        """How a seat is called."""
        say = self._desk.phrases.say
        if not code:
            return say(N_("seat not said"))
        known = SEATS.get(code)
        return say(known) if known else say(N_("seat {n}"), n=code)

    def _draw(self, vehicle: Vehicle) -> None:
        """The drawing made anew: another class, or another number of seats."""
        focused = next((code for code, seat in self.seats.items() if seat.hasFocus()), "")
        if self._drawing is not None:
            self._column.removeWidget(self._drawing)
            self._drawing.hide()
            self._drawing.deleteLater()
        self._shape = (vehicle.category, vehicle.seats)
        self.seats, self._places, self._loose = {}, {}, []
        self._drawing = Drawing(self._desk, vehicle.category)
        for fine in range(_FINE):
            self._drawing.grid.setColumnStretch(fine, 1)
        for line, row in enumerate(rows_of(vehicle)):
            self._draw_row(line, row, vehicle)
        self._column.addWidget(self._drawing)
        if focused in self.seats:
            self.seats[focused].setFocus()

    def _draw_row(self, line: int, row: Row, vehicle: Vehicle) -> None:
        """Fine columns, so that rows of two, three and four share one grid."""
        if self._drawing is None:
            return
        at = 0
        for number, (code, wide) in enumerate(_spots(row, vehicle.category)):
            if code:
                self._drawing.grid.addWidget(self._spot(code, (number, line)), line, at, 1, wide)
            at += wide

    def _spot(self, code: str, at: tuple[int, int]) -> SeatButton:
        if code == "driver":
            seat = SeatButton(
                self._desk.theme, "", self._desk.phrases.say(N_("driver")), fixed=True
            )
            self._driver = seat
            return seat
        seat = self._new_seat(code)
        self.seats[code] = seat
        self._places[code] = at
        return seat

    def _new_seat(self, code: str) -> SeatButton:
        seat = SeatButton(self._desk.theme, code, self.place_name(code))
        seat.setEnabled(self._desk.writable)
        seat.clicked.connect(lambda: self.asked.emit(self.movement.id, code, seat))
        seat.dropped.connect(lambda person: self.seat_person(person, code))
        seat.freed.connect(lambda: self.free(seat.person))
        seat.walked.connect(lambda right, down: self._walk(code, right, down))
        return seat

    def _fill(self, movement: Movement) -> None:
        sitting = {s.seat: s.person for s in movement.passengers if s.seat in self.seats}
        for code, seat in self.seats.items():
            self._show(seat, sitting.get(code, ""))
        vehicle = self.vehicle
        driver = vehicle.driver if vehicle is not None else None
        name = self._name(driver) if driver else ""
        text = self._desk.phrases.say(N_("driver"))
        self._driver.show_person("", name, f"{text}: {name}".rstrip(": "), f"{text} {name}".strip())
        shown = set(sitting.values())
        self._fill_loose([s.person for s in movement.passengers if s.person not in shown])

    def _fill_loose(self, people: list[str]) -> None:
        """Who rides without a seat of the drawing stands below it."""
        if self._drawing is None or [seat.person for seat in self._loose] == people:
            return
        for seat in self._loose:
            self._drawing.grid.removeWidget(seat)
            seat.hide()
            seat.deleteLater()
        self._loose = []
        first = self._drawing.grid.rowCount()
        for number, person in enumerate(people):
            seat = self._new_seat("")
            self._show(seat, person)
            self._loose.append(seat)
            at = number % 2 * _FINE // 2
            self._drawing.grid.addWidget(seat, first + number // 2, at, 1, _FINE // 2)

    def _show(self, seat: SeatButton, person: str) -> None:
        name = self._name(person) if person else ""
        say = self._desk.phrases.say
        place = seat.place[:1].upper() + seat.place[1:]
        spoken = f"{self._number.text()}, {seat.place}: {name or say(N_('free'))}"
        found = self._desk.visit.people.get(person)
        full = cases.person_name(found, self._desk.language) if found is not None else ""
        seat.show_person(person, name, f"{place}\n{full}" if full else place, spoken)

    # What is done.

    def _edit(self, edit: Edit) -> None:
        self._desk.edit(edit)

    def _set(self, field: str, value: object) -> None:
        key = self.movement.id
        self._edit(lambda visit: column.set_movement_field(visit, key, field, value))

    def seat_person(self, person: str, code: str) -> None:
        """Seats a person."""
        key = self.movement.id
        self._edit(lambda visit: boarding.seat_person(visit, key, person, code))

    def free(self, person: str) -> None:
        """Takes a person out of his seat."""
        item = self.movement.item
        if person:
            self._edit(lambda visit: boarding.unseat(visit, item, person))

    def move_by(self, step: int) -> None:
        """Goes ahead (-1) or back (1) in the column."""
        key, item = self.movement.id, self.movement.item
        places = [m.id for m in column.column_of(self._desk.visit, item)]
        before = places.index(key) + (step if step < 0 else step + 1)
        if 0 <= before <= len(places):
            self._edit(lambda visit: column.move_in_column(visit, key, before))

    def _leave(self) -> None:
        key = self.movement.id
        self._edit(lambda visit: column.leave_column(visit, key))

    def focus_seat(self, code: str = "") -> None:
        """Gives the keyboard to a seat, or to the first free one."""
        free = next((seat for seat in self.seats.values() if not seat.person), None)
        seat = self.seats.get(code) or free or next(iter(self.seats.values()), None)
        if seat is not None:
            seat.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, code: str, right: int, down: int) -> None:
        """Arrow keys go to the nearest seat that way, then to the next vehicle."""
        if code not in self._places:
            return
        x, y = self._places[code]
        ahead = [
            (abs(sy - y) * 4 + abs(sx - x), other)
            for other, (sx, sy) in self._places.items()
            if (right and sy == y and (sx - x) * right > 0) or (down and (sy - y) * down > 0)
        ]
        if ahead:
            self.focus_seat(min(ahead)[1])
        else:
            self.walked_on.emit(self.movement.id, right or down)
