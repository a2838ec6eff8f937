# SPDX-License-Identifier: MIT
"""Jumping to anything and finding any text, by real keys over a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt

from tests.gui.hand import Hand
from tests.gui.opening import Opened, settle
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.palette.box import JumpBox
from visitplanner.gui.palette.rows import Row, RowModel
from visitplanner.gui.people.window import PeopleWindow
from visitplanner.gui.places.vehicles import VehiclesWindow
from visitplanner.gui.places.venues import VenuesWindow
from visitplanner.gui.settings import read_settings
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester

    from tests.gui.opening import Opening

W = TypeVar("W", bound=EditorWindow)


@pytest.fixture
def hand() -> Hand:
    return Hand()


def box(shown: Opened) -> JumpBox:
    dialog = shown.dialog()
    assert isinstance(dialog, JumpBox)
    return dialog


def texts(found: JumpBox) -> list[str]:
    return [row.text for row in found.model.rows]


def search(shown: Opened, hand: Hand, typed: str, letter: str = "л") -> JumpBox:
    """Ctrl+K or another key under a Russian layout, and letters."""
    shown.place.centre.timeline.setFocus()
    hand.shortcut(letter)
    hand.enter(typed)
    return box(shown)


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("протокольн", "heads-meeting"),
        ("ghjnjrjkmy", "heads-meeting"),
        ("signing of the", "signing"),
        ("возлож огню", "laying"),
        ("ускладанне", "laying"),
    ],
)
def test_an_item_is_reached_by_a_few_letters(
    shown: Opened, hand: Hand, typed: str, item: str
) -> None:
    search(shown, hand, typed)
    hand.press(Qt.Key.Key_Return)

    assert shown.desk.selection == (item,)
    assert shown.window.focusWidget() is shown.place.centre.timeline


def editor(shown: Opened, kind: type[W]) -> W:
    """The one editor window that is open."""
    (found,) = [w for w in shown.window.findChildren(EditorWindow) if w.isVisible()]
    assert isinstance(found, kind)
    return found


def test_a_person_opens_in_the_editor_at_his_row(shown: Opened, hand: Hand) -> None:
    first = texts(search(shown, hand, "федоров"))[0]
    hand.press(Qt.Key.Key_Return)
    people = editor(shown, PeopleWindow)

    assert first == "Фёдоров Илья Александрович"
    assert people.tabs.currentWidget() is people.people
    assert shown.visit.people[people.people.current].surname.ru == "Фёдоров"
    assert people.card.person == people.people.current
    assert shown.desk.lanes is LaneMode.TRACK


def test_a_delegation_opens_at_its_members(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "делегация витебской")
    row = next(row for row in found.model.rows if "/delegations/" in row.key)
    key = row.key.rpartition("/")[2]
    hand.press(*[Qt.Key.Key_Down] * list(found.model.rows).index(row), Qt.Key.Key_Return)
    people = editor(shown, PeopleWindow)

    assert people.tabs.currentWidget() is people.delegations
    assert people.delegations.table.current == key


def test_a_place_opens_in_the_editor_at_its_row(shown: Opened, hand: Hand) -> None:
    search(shown, hand, "сквер памяти")
    rows = {row.text: n for n, row in enumerate(box(shown).model.rows)}
    hand.press(*[Qt.Key.Key_Down] * rows["Сквер памяти Героев"], Qt.Key.Key_Return)
    places = editor(shown, VenuesWindow)

    assert places.table.current == "memorial"
    assert places.naming.venue == "memorial"


def test_a_room_opens_its_place(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "малый зал")
    row = next(row for row in found.model.rows if "/rooms/" in row.key)
    hand.press(Qt.Key.Key_Escape)
    row.act()
    settle()

    room = shown.visit.rooms[row.key.rpartition("/")[2]]
    assert editor(shown, VenuesWindow).table.current == room.venue


def test_a_line_of_the_programme_is_shown_as_a_lane(shown: Opened, hand: Hand) -> None:
    shown.act("table")
    shown.act("lanes-person")
    shown.act("table")
    found = search(shown, hand, "главы городов")
    row = next(row for row in found.model.rows if "/tracks/" in row.key)
    hand.press(Qt.Key.Key_Escape)
    row.act()
    settle()

    assert shown.place.centre.currentWidget() is shown.place.centre.timeline
    assert shown.desk.lanes is LaneMode.TRACK


def test_a_command_is_found_with_its_shortcut_and_done(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "таблица")
    row = next(row for row in found.model.rows if row.key == "command/table")
    rows = texts(found).index(row.text)
    hand.press(*[Qt.Key.Key_Down] * rows, Qt.Key.Key_Return)

    assert "Ctrl+2" in row.note
    assert shown.place.centre.table_shown


def test_what_makes_no_sense_now_is_not_offered(shown: Opened, hand: Hand) -> None:
    keys = {row.key for row in search(shown, hand, "удалить пункт").model.rows}

    assert "command/delete" not in keys


def test_papers_days_and_vehicles_are_reached_too(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "план мероприятий")
    document = next(row for row in found.model.rows if row.key.endswith("/documents/plan"))
    hand.press(Qt.Key.Key_Escape)
    day = search(shown, hand, "23.12.2025").model.rows[0]
    hand.press(Qt.Key.Key_Escape)
    document.act()
    settle()

    assert day.key.endswith("/days/2025-12-23")
    assert shown.desk.selection == ("signing",)


def test_a_vehicle_opens_in_the_editor_at_its_row(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "автомобиль службы")
    row = next(row for row in found.model.rows if "/vehicles/" in row.key)
    hand.press(Qt.Key.Key_Escape)
    row.act()
    settle()

    assert editor(shown, VehiclesWindow).table.current == row.key.rpartition("/")[2]


def test_the_last_choices_come_first_and_are_kept(shown: Opened, hand: Hand) -> None:
    search(shown, hand, "обед")
    hand.press(Qt.Key.Key_Return)
    search(shown, hand, "подход")
    hand.press(Qt.Key.Key_Return)
    last = texts(search(shown, hand, ""))[:2]
    kept = read_settings(shown.window.office.settings_file).jumps

    assert last == ["Подход к прессе", "Обед от имени Губернатора Смоленской области"]
    assert [key.rpartition("/")[2] for key in kept] == ["press", "lunch"]


def test_arrows_go_round_and_the_mouse_chooses_too(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "")
    hand.press(Qt.Key.Key_Up)
    end = found.list.currentIndex().row()
    hand.press(Qt.Key.Key_Down)
    start = found.list.currentIndex().row()
    hand.click_row(found.list, found.model.index(2))

    assert (end, start) == (found.model.rowCount() - 1, 0)
    assert shown.desk.selection == ("laying",)


def test_escape_leaves_everything_as_it_was(shown: Opened, hand: Hand) -> None:
    shown.desk.jump("lunch")
    search(shown, hand, "сквер")
    hand.press(Qt.Key.Key_Escape)

    assert shown.desk.selection == ("lunch",)
    assert shown.desk.lanes is LaneMode.TRACK


def test_nothing_found_is_said(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "йцукен")
    hand.press(Qt.Key.Key_Return)

    assert found.nothing.isVisible()
    assert found.nothing.text() == "Ничего не найдено"


def test_without_a_visit_commands_and_files_are_offered(
    opened: Opening, path: Path, hand: Hand
) -> None:
    shown = opened(path)
    shown.act("close-visit")
    hand.shortcut("л")
    keys = [row.key for row in box(shown).model.rows]
    hand.enter("пример")
    hand.press(Qt.Key.Key_Return)

    assert "command/new-visit" in keys
    assert "command/export" not in keys
    assert shown.desk.session.path == path


@pytest.mark.parametrize(
    ("typed", "where", "item"),
    [
        ("красные гвоздики", "Подробности", "laying"),
        ("передовой звонок", "Для служебного сведения", "welcome"),
        ("низкопольных", "Повестка", "session"),
        ("почетный караул", "Шаги", "laying"),
        ("ybprjgjkmys[", "Повестка", "session"),
    ],
)
def test_any_text_of_the_visit_is_found_and_led_to(
    shown: Opened, hand: Hand, typed: str, where: str, item: str
) -> None:
    found = search(shown, hand, typed, "а")
    row = found.current
    hand.press(Qt.Key.Key_Return)

    assert row is not None
    assert row.note.startswith(where)
    assert row.marks
    assert shown.desk.selection == (item,)


def test_a_telephone_is_found_as_it_is_written(shown: Opened, hand: Hand) -> None:
    search(shown, hand, "900 000-00-09", "а")
    hand.press(Qt.Key.Key_Return)
    people = editor(shown, PeopleWindow)

    assert "900\u00a0000-00-09" in shown.visit.people[people.card.person].phone.replace(
        " ", "\u00a0"
    )


def test_a_person_is_found_once_whatever_his_names(shown: Opened, hand: Hand) -> None:
    found = search(shown, hand, "анохин", "а")
    people = [row.key for row in found.model.rows if row.key.startswith("people/")]
    hand.press(Qt.Key.Key_Escape)
    latin = search(shown, hand, "anokhin", "а")

    assert people == ["people/anokhin"]
    assert [row.key for row in latin.model.rows].count("people/anokhin") == 1
    assert any(row.key == "items/signing" for row in found.model.rows)


def test_the_rows_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = RowModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows([Row(key=str(n), text=f"Пункт {n}", note="", act=settle) for n in range(3)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows(())

    assert model.rowCount() == 0
