# SPDX-License-Identifier: MIT
"""The window of places, by keys and mouse over a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.gui.opening import press, settle, write
from tests.gui.places.cells import go, text, type_into
from visitplanner.domain.text import Case
from visitplanner.domain.venues import Layout

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from tests.gui.opening import Opened
    from visitplanner.gui.places.venues import VenuesWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_place_is_added_by_typing_and_taken_back(shown: Opened, venues: VenuesWindow) -> None:
    before = set(shown.visit.venues)
    type_into(venues.table, "new", "name", "драматический театр")
    (fresh,) = set(shown.visit.venues) - before

    assert shown.visit.venues[fresh].name.ru == "драматический театр"

    type_into(venues.table, fresh, "coordinates", "54.78, 32.05")
    type_into(venues.table, fresh, "hours", "пн-пт 9-18")
    type_into(venues.table, fresh, "contact", "Павлов")
    venue = shown.visit.venues[fresh]

    assert (venue.latitude, venue.longitude) == (54.78, 32.05)
    assert venue.hours[0].closes == "18:00"
    assert venue.contact == "pavlov"

    for _ in range(4):
        press(venues, Qt.Key.Key_Z, CTRL)

    assert set(shown.visit.venues) == before


def test_a_place_is_renamed_in_each_language_and_its_forms_are_proposed_anew(
    shown: Opened, venues: VenuesWindow
) -> None:
    venues.show_venue("memorial")
    assert venues.naming.forms[Case.PREP].text() == "Сквере памяти Героев"
    write(venues.naming.names["ru"], "Площадь Победы")
    write(venues.naming.names["en"], "Victory Square")
    press(venues.naming.names["en"], Qt.Key.Key_Return)
    venue = shown.visit.venues["memorial"]

    assert (venue.name.ru, venue.name.en) == ("Площадь Победы", "Victory Square")
    assert venue.forms.prep == ""
    assert venues.naming.forms[Case.PREP].placeholderText() == "Площади Победы"
    assert "на площади Победы" in venues.naming.phrase.text()

    press(venues, Qt.Key.Key_Z, CTRL)
    press(venues, Qt.Key.Key_Z, CTRL)

    assert shown.visit.venues["memorial"].name.ru == "Сквер памяти Героев"


def test_a_case_form_is_corrected_by_hand(shown: Opened, venues: VenuesWindow) -> None:
    venues.show_venue("works-site")
    write(venues.naming.forms[Case.PREP], "заводе")
    press(venues.naming.forms[Case.PREP], Qt.Key.Key_Return)

    assert shown.visit.venues["works-site"].forms.prep == "заводе"


def test_hours_that_mean_nothing_stay_in_the_cell(shown: Opened, venues: VenuesWindow) -> None:
    type_into(venues.table, "memorial", "hours", "когда как")
    field = venues.table.grid.field

    assert field is not None
    assert field.refused
    assert shown.visit.venues["memorial"].hours[0].closes == "24:00"
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_rooms_of_the_chosen_place(shown: Opened, venues: VenuesWindow) -> None:
    go(venues.table, "memorial", "name")
    assert venues.rooms.model.rows == ()
    go(venues.table, "government-house", "name")
    assert "white-hall" in venues.rooms.model.rows

    type_into(venues.rooms, "white-hall", f"capacity-{Layout.BANQUET.value}", "45")
    type_into(venues.rooms, "new", "name", "Зелёный зал")
    fresh = next(r for r in shown.visit.rooms.values() if r.name.ru == "Зелёный зал")

    assert shown.visit.rooms["white-hall"].capacity[Layout.BANQUET] == 45
    assert fresh.venue == "government-house"
    assert text(venues.rooms, fresh.id, "name") == "Зелёный зал"


def test_rooms_are_pasted_from_a_spreadsheet(shown: Opened, venues: VenuesWindow) -> None:
    venues.show_venue("works-site")
    go(venues.rooms, "new", "name")
    QGuiApplication.clipboard().setText("Цех 1\t20\nПереговорная\t\t30")
    press(venues.rooms.grid, Qt.Key.Key_V, CTRL)
    rooms = {
        room.name.ru: dict(room.capacity)
        for room in shown.visit.rooms.values()
        if room.venue == "works-site"
    }

    assert rooms == {"Цех 1": {Layout.TALKS: 20}, "Переговорная": {Layout.THEATRE: 30}}


def test_a_removed_place_leaves_its_items_without_one(shown: Opened, venues: VenuesWindow) -> None:
    go(venues.table, "memorial", "name")
    venues.table.remove_chosen()
    settle()

    assert "memorial" not in shown.visit.venues
    assert shown.item("laying").venue is None
    assert all("memorial" not in (leg.origin, leg.destination) for leg in shown.visit.legs.values())

    press(venues, Qt.Key.Key_Z, CTRL)

    assert shown.item("laying").venue == "memorial"


def test_the_models_keep_the_rules_of_models(
    shown: Opened, venues: VenuesWindow, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(venues.table.model, force_py=True)  # type: ignore[no-untyped-call]
    type_into(venues.table, "new", "name", "театр")
    shown.desk.undo()
    qtmodeltester.check(venues.table.model, force_py=True)  # type: ignore[no-untyped-call]
