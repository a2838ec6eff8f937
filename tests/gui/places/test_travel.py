# SPDX-License-Identifier: MIT
"""The matrix of travel times: typed, pasted, guessed, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.gui.opening import click, press, settle, write
from tests.gui.places.cells import cell, go, text, type_into
from visitplanner.domain import legs
from visitplanner.domain.edits import remove
from visitplanner.domain.text import message
from visitplanner.domain.venues import LegSource
from visitplanner.gui.editors.column import Shade

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from tests.gui.opening import Opened
    from visitplanner.gui.places.travel import TravelWindow

CTRL = Qt.KeyboardModifier.ControlModifier
HOUSE, WORKS = "government-house", "works-site"
LEG = "government-house--works-site"


def forget_leg(shown: Opened) -> None:
    shown.desk.edit(lambda visit: remove(visit, message("Change the data"), "legs", LEG))
    settle()


def shade(travel: TravelWindow, row: str, key: str) -> Shade:
    column = next(c for c in travel.table.model.columns if c.key == key)
    assert column.shade is not None
    return column.shade(travel.table.model.reading, row)


def lacking(shown: Opened) -> list[str]:
    """Codes of the checks that lack a travel time."""
    return [p.code for p in shown.desk.session.problems if p.datum == "leg"]


def test_minutes_typed_once_hold_both_ways_and_fill_what_the_checks_lack(
    shown: Opened, travel: TravelWindow
) -> None:
    assert lacking(shown) == []
    forget_leg(shown)
    assert "R01" in lacking(shown)
    assert travel.wants.count() == 1
    assert shade(travel, HOUSE, WORKS) is Shade.WANTED
    assert shade(travel, "border", "city-gate") is Shade.LACKING
    assert shade(travel, HOUSE, HOUSE) is Shade.CLOSED

    type_into(travel.table, WORKS, HOUSE, "9")

    assert text(travel.table, HOUSE, WORKS) == text(travel.table, WORKS, HOUSE) == "9"
    assert lacking(shown) == []
    assert travel.wants.isHidden()

    press(travel, Qt.Key.Key_Z, CTRL)

    assert "R01" in lacking(shown)


def test_what_the_plan_lacks_leads_to_its_cell(shown: Opened, travel: TravelWindow) -> None:
    forget_leg(shown)
    entry = travel.wants.item(0)
    travel.wants.itemActivated.emit(entry)
    settle()

    assert set(travel.ends or ()) == {HOUSE, WORKS}


def test_the_guess_by_coordinates_is_offered_and_stored_only_when_taken(
    shown: Opened, travel: TravelWindow
) -> None:
    forget_leg(shown)
    travel.show_way((HOUSE, WORKS))
    guess = legs.estimated(shown.visit, HOUSE, WORKS)
    assert guess is not None
    column = next(c for c in travel.table.model.columns if c.key == WORKS)

    assert column.ghost is not None
    assert column.ghost(travel.table.model.reading, HOUSE) == f"({guess.minutes}?)"
    assert text(travel.table, HOUSE, WORKS) == ""
    assert legs.leg_between(shown.visit, HOUSE, WORKS) is None

    click(travel.page.take)
    leg = legs.leg_between(shown.visit, WORKS, HOUSE)

    assert leg is not None
    assert (leg.minutes, leg.source) == (guess.minutes, LegSource.ESTIMATE)
    assert text(travel.table, HOUSE, WORKS) == f"≈\N{NO-BREAK SPACE}{guess.minutes}"

    press(travel, Qt.Key.Key_Z, CTRL)

    assert legs.leg_between(shown.visit, HOUSE, WORKS) is None


def test_estimates_for_all_missing_are_one_step(shown: Opened, travel: TravelWindow) -> None:
    before = shown.visit
    click(travel.take_all)

    assert len(shown.visit.legs) == 10
    assert all(text(travel.table, HOUSE, c) for c in shown.visit.venues if c != HOUSE)

    press(travel, Qt.Key.Key_Z, CTRL)

    assert shown.visit.legs == before.legs


def test_one_way_by_keyboard(travel: TravelWindow) -> None:
    go(travel.table, HOUSE, WORKS)
    assert travel.page.one_way.isEnabled()
    travel.page.one_way.setFocus()
    press(travel.page.one_way, Qt.Key.Key_Space)

    assert text(travel.table, HOUSE, WORKS).startswith("8")
    assert text(travel.table, WORKS, HOUSE) == ""

    type_into(travel.table, WORKS, HOUSE, "14")

    assert text(travel.table, HOUSE, WORKS).startswith("8")
    assert text(travel.table, WORKS, HOUSE).startswith("14")


def test_details_of_a_way_are_typed_beside_it(shown: Opened, travel: TravelWindow) -> None:
    go(travel.table, HOUSE, WORKS)
    write(travel.page.by_hour, "8 – 15, 17 – 20")
    press(travel.page.by_hour, Qt.Key.Key_Return)
    write(travel.page.kilometres, "4,5")
    press(travel.page.kilometres, Qt.Key.Key_Return)
    write(travel.page.driven, "01.12.2025")
    press(travel.page.driven, Qt.Key.Key_Return)
    leg = shown.visit.legs[LEG]

    assert leg.by_hour == {"08": 15, "17": 20}
    assert leg.kilometres == 4.5
    assert str(leg.verified_on) == "2025-12-01"


def test_a_matrix_is_pasted_from_a_spreadsheet(travel: TravelWindow) -> None:
    go(travel.table, "border", "memorial")
    QGuiApplication.clipboard().setText("50\t55\n\t9")
    press(travel.table.grid, Qt.Key.Key_V, CTRL)

    assert text(travel.table, "memorial", "border") == "50"
    assert text(travel.table, "government-house", "border") == "55"
    assert text(travel.table, "government-house", "memorial") == "9"

    press(travel, Qt.Key.Key_Z, CTRL)

    assert text(travel.table, "memorial", "border") == "45"


def test_a_pasted_table_with_names_finds_its_rows_and_columns(travel: TravelWindow) -> None:
    names = {
        row: travel.table.model.headerData(n, Qt.Orientation.Vertical)
        for n, row in enumerate(travel.table.model.rows)
    }
    rows = [
        ["", names["city-gate"], names["border"]],
        [names["memorial"], "21", "47"],
        [names[WORKS], "", "60"],
    ]
    go(travel.table, "border", "border")
    QGuiApplication.clipboard().setText("\n".join("\t".join(map(str, row)) for row in rows))
    press(travel.table.grid, Qt.Key.Key_V, CTRL)

    assert text(travel.table, "memorial", "city-gate") == "21"
    assert text(travel.table, "border", "memorial") == "47"
    assert text(travel.table, "border", WORKS) == "60"


def test_words_in_a_cell_of_minutes_are_refused(shown: Opened, travel: TravelWindow) -> None:
    before = shown.visit
    at = cell(travel.table, HOUSE, WORKS)
    refusal = travel.table.model.take(at, "скоро")

    assert refusal is not None
    assert shown.visit is before


def test_a_new_place_brings_its_row_and_column(
    shown: Opened, travel: TravelWindow, qtmodeltester: ModelTester
) -> None:
    from visitplanner.domain.premises import add_venue

    shown.desk.edit(lambda visit: add_venue(visit)[0])
    settle()

    assert len(travel.table.model.rows) == 6
    assert len(travel.table.model.columns) == 6
    qtmodeltester.check(travel.table.model, force_py=True)  # type: ignore[no-untyped-call]
