# SPDX-License-Identifier: MIT
"""Vehicles and who sits where: by keys, by dragging, with the checks live."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.opening import click, press, settle
from tests.gui.places.cells import text, type_into
from visitplanner.domain import boarding
from visitplanner.domain.edits import set_entity_field
from visitplanner.domain.transport import ColumnRole, VehicleClass
from visitplanner.gui.places.seat import person_data

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.gui.opening import Opened
    from visitplanner.domain.transport import Movement
    from visitplanner.gui.places.seat import SeatButton
    from visitplanner.gui.places.vehicles import VehiclesWindow

CTRL = Qt.KeyboardModifier.ControlModifier
RIDE = "transfer-3"
MINIBUS = f"{RIDE}-host-minibus"


@pytest.fixture
def seats(vehicles: VehiclesWindow) -> VehiclesWindow:
    vehicles.show_transfer(RIDE)
    settle()
    return vehicles


def drop(person: str, on: QWidget) -> None:
    """Drops a person who is being dragged."""
    data = person_data(person)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPoint(on.width() // 2, on.height() // 2)
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(on, QDragEnterEvent(place, move, data, buttons, keys))
    QApplication.sendEvent(on, QDropEvent(QPointF(place), move, data, buttons, keys))
    settle()


def movement(shown: Opened, key: str) -> Movement:
    return shown.visit.movements[key]


def seat(window: VehiclesWindow, key: str, code: str) -> SeatButton:
    return window.boarding.cards[key].seats[code]


def sits(shown: Opened, person: str) -> tuple[str, str] | None:
    found = boarding.seat_of(shown.visit, RIDE, person)
    return (found[0].vehicle, found[1].seat) if found is not None else None


def test_the_drawing_shows_who_sits_where(seats: VehiclesWindow) -> None:
    honour = seat(seats, f"{RIDE}-guest-car", "RR")

    assert honour.shown_name.startswith("Субботин")
    assert "сзади справа" in honour.accessibleName()
    assert "Субботин" in honour.accessibleName()
    assert "свободно" in seat(seats, f"{RIDE}-guest-car", "FL").accessibleName()


def test_somebody_is_seated_by_keyboard(shown: Opened, seats: VehiclesWindow) -> None:
    target = seat(seats, MINIBUS, "2-1")
    target.setFocus()
    press(target, Qt.Key.Key_Delete)

    assert sits(shown, "kuznetsov") is None
    assert seats.boarding.waiting.people == ["kuznetsov"]
    assert any("Кузнецов" in line for line in seats.boarding.checks.sentences)

    seats.boarding.waiting.setFocus()
    press(seats.boarding.waiting, Qt.Key.Key_Return)

    assert sits(shown, "kuznetsov") is not None
    assert seats.boarding.waiting.people == []


def test_a_seat_offers_first_who_has_none(shown: Opened, seats: VehiclesWindow) -> None:
    shown.desk.edit(lambda visit: boarding.unseat(visit, RIDE, "orlova"))
    menu = seats.boarding.choices(MINIBUS, "5-1")

    assert menu.actions()[0].data() == "orlova"

    menu.actions()[0].trigger()
    settle()

    assert sits(shown, "orlova") == ("host-minibus", "5-1")


def test_arrows_walk_the_seats_and_on_to_the_next_vehicle(seats: VehiclesWindow) -> None:
    first = seat(seats, f"{RIDE}-lead-car", "RL")
    first.setFocus()
    press(first, Qt.Key.Key_Right)
    assert seat(seats, f"{RIDE}-lead-car", "RR").hasFocus()
    press(seat(seats, f"{RIDE}-lead-car", "RR"), Qt.Key.Key_Up)
    assert seat(seats, f"{RIDE}-lead-car", "FL").hasFocus()
    press(seat(seats, f"{RIDE}-lead-car", "FL"), Qt.Key.Key_Right)

    assert any(s.hasFocus() for s in seats.boarding.cards[f"{RIDE}-guest-car"].seats.values())


def test_somebody_is_dragged_to_a_seat_and_back_to_the_list(
    shown: Opened, seats: VehiclesWindow
) -> None:
    drop("orlova", seat(seats, f"{RIDE}-lead-car", "RL"))
    assert sits(shown, "orlova") == ("lead-car", "RL")

    drop("morozova", seat(seats, f"{RIDE}-lead-car", "RL"))
    assert (sits(shown, "morozova"), sits(shown, "orlova")) == (
        ("lead-car", "RL"),
        ("lead-car", "RR"),
    )

    drop("orlova", seats.boarding.waiting.viewport())
    assert seats.boarding.waiting.people == ["orlova"]

    for _ in range(3):
        press(seats, Qt.Key.Key_Z, CTRL)
    assert sits(shown, "orlova") == ("host-minibus", "3-2")


def test_own_car_by_the_space_bar(shown: Opened, seats: VehiclesWindow) -> None:
    shown.desk.edit(lambda visit: boarding.unseat(visit, RIDE, "orlova"))
    settle()
    seats.boarding.waiting.setFocus()
    press(seats.boarding.waiting, Qt.Key.Key_Space)

    assert seats.boarding.waiting.people == []
    assert seats.boarding.own.people == ["orlova"]
    assert not any("Орлова" in line for line in seats.boarding.checks.sentences)

    seats.boarding.own.setFocus()
    press(seats.boarding.own, Qt.Key.Key_Space)

    assert seats.boarding.waiting.people == ["orlova"]


def test_too_few_seats_are_said_at_once(shown: Opened, seats: VehiclesWindow) -> None:
    shown.desk.edit(lambda visit: set_entity_field(visit, "vehicles", "host-minibus", "seats", 4))
    settle()

    assert len(seats.boarding.cards[MINIBUS].seats) == 4
    assert any("микроавтобус" in line.lower() for line in seats.boarding.checks.sentences)
    riding = {seat.person for seat in movement(shown, MINIBUS).passengers}
    drawn = {
        s.person
        for s in seats.boarding.cards[MINIBUS].findChildren(type(seat(seats, MINIBUS, "2-1")))
    }
    assert riding <= drawn


def test_all_are_seated_by_precedence_as_one_step(shown: Opened, seats: VehiclesWindow) -> None:
    before = shown.visit
    for person in ("anokhin", "orlova", "korol"):
        shown.desk.edit(partial(boarding.unseat, item_id=RIDE, person=person))
    settle()
    click(seats.boarding.by_rank)

    assert seats.boarding.waiting.people == []
    assert sits(shown, "anokhin") == ("governor-car", "RR")

    for _ in range(4):
        press(seats, Qt.Key.Key_Z, CTRL)
    assert shown.visit.movements == before.movements


def test_role_order_and_leaving_the_column(shown: Opened, seats: VehiclesWindow) -> None:
    card = seats.boarding.cards[f"{RIDE}-mayors-car"]
    card.role.chosen.emit(ColumnRole.RESERVE.value)
    click(card.escorted)
    card.move_by(-1)
    settle()
    mayors = movement(shown, f"{RIDE}-mayors-car")

    assert (mayors.role, mayors.escorted, mayors.order) == (ColumnRole.RESERVE, False, 3)
    assert movement(shown, f"{RIDE}-governor-car").order == 4

    seats.boarding.add.menu().aboutToShow.emit()
    assert not seats.boarding.add.menu().actions()[0].isEnabled()


def test_a_vehicle_is_added_in_the_table_and_to_the_column(
    shown: Opened, vehicles: VehiclesWindow
) -> None:
    type_into(vehicles.table, "new", "name", "автобус прессы")
    fresh = next(v.id for v in shown.visit.vehicles.values() if v.name.ru == "автобус прессы")
    type_into(vehicles.table, fresh, "category", "микроавтобус")
    type_into(vehicles.table, fresh, "plate", "А 111 АА 67")
    type_into(vehicles.table, fresh, "duty_from", "8.15")
    vehicle = shown.visit.vehicles[fresh]

    assert (vehicle.category, vehicle.seats) == (VehicleClass.MINIBUS, 12)
    assert str(vehicle.duty_from).endswith("08:15")
    assert text(vehicles.table, fresh, "duty_from") == "8.15"

    vehicles.show_transfer(RIDE)
    vehicles.boarding.add.menu().aboutToShow.emit()
    vehicles.boarding.add.menu().actions()[0].trigger()
    settle()

    assert f"{RIDE}-{fresh}" in vehicles.boarding.cards


def test_the_window_opens_on_the_selected_transfer(shown: Opened) -> None:
    from visitplanner.gui.places.vehicles import VehiclesWindow

    shown.desk.jump("transfer-4")
    shown.act("edit-vehicles")
    (window,) = shown.window.findChildren(VehiclesWindow)

    assert window.tabs.currentIndex() == 1
    assert window.boarding.item == "transfer-4"


def test_the_navigator_opens_the_windows(shown: Opened) -> None:
    from visitplanner.gui.places.vehicles import VehiclesWindow
    from visitplanner.gui.places.venues import VenuesWindow

    tree = shown.place.navigator
    for title, kind in (("Места", VenuesWindow), ("Автомобили", VehiclesWindow)):
        (line,) = tree.findItems(title, Qt.MatchFlag.MatchExactly)
        tree.setCurrentItem(line)
        tree.setFocus()
        QTest.keyClick(tree, Qt.Key.Key_Return)
        settle()
        assert [w for w in shown.window.findChildren(kind) if w.isVisible()], title
        shown.window.activateWindow()


def test_lanes_by_vehicle_and_by_day(shown: Opened) -> None:
    shown.act("lanes-vehicle")
    assert shown.tools.lanes.text() == "Колонки: по автомобилям"
    shown.act("lanes-day")
    assert shown.tools.lanes.text() == "Колонки: по дням"
