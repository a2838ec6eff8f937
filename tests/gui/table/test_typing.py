# SPDX-License-Identifier: MIT
"""Typing into cells: times in all spellings, lengths, names that complete, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.factory import clock
from tests.gui.opening import cyrillic, press, settle
from tests.gui.table.handling import keys
from visitplanner.domain.programme import ItemStatus, Part, Participation

if TYPE_CHECKING:
    from tests.gui.table.handling import Rows


@pytest.mark.parametrize("typed", ["1015", "10.15", "10:15", "10 15"])
def test_time_is_understood_however_it_is_spelt(table: Rows, typed: str) -> None:
    table.type("talks", "start", typed)
    assert table.item("talks").start == clock("10:15")
    assert table.item("talks").end == clock("11:15")
    assert table.text("talks", "start") == "10.15"


def test_span_typed_as_start_sets_both_times(table: Rows) -> None:
    table.type("talks", "start", "10.30–10.50")
    assert table.item("talks").start == clock("10:30")
    assert table.item("talks").end == clock("10:50")
    table.undo()
    assert table.item("talks").start == clock("11:00")
    assert table.item("talks").end == clock("12:00")


def test_minutes_move_the_end(table: Rows) -> None:
    table.type("talks", "minutes", "90")
    assert table.item("talks").end == clock("12:30")
    assert table.text("talks", "end") == "12.30"
    table.type("talks", "minutes", "1:10")
    assert table.item("talks").end == clock("12:10")


def test_end_moves_alone(table: Rows) -> None:
    table.type("talks", "end", "1145")
    assert table.item("talks").start == clock("11:00")
    assert table.text("talks", "minutes") == "45"


def test_row_moves_where_its_time_belongs_and_stays_the_current_one(table: Rows) -> None:
    table.go("welcome", "start")
    table.type("welcome", "start", "1500")
    assert table.ids == ["laying", "talks", "lunch", "welcome", "farewell"]
    table.type("welcome", "minutes", "20")
    assert table.item("welcome").end == clock("15:20")


@pytest.mark.parametrize(
    ("column", "typed", "sentence"),
    [
        ("start", "25.99", "«25.99»"),
        ("end", "10.30", "Окончание должно быть позже начала."),
        ("minutes", "много", "«много»"),
        ("place", "Луна", "«Луна»"),
        ("responsible", "Никто", "«Никто»"),
        ("status", "быть может", "«быть может»"),
        ("title", "", "Эта ячейка не может быть пустой."),
    ],
)
def test_refused_text_stays_with_one_sentence(
    table: Rows, column: str, typed: str, sentence: str
) -> None:
    before = table.visit
    table.type("talks", column, typed)
    assert table.visit is before
    assert table.field.text() == typed
    assert sentence in table.refusal
    press(table.field, Qt.Key.Key_Escape)
    assert not table.typing
    assert table.visit is before


def test_refused_text_is_mended_and_taken(table: Rows) -> None:
    table.type("talks", "start", "1199")
    QTest.keyClick(table.field, Qt.Key.Key_Backspace)
    QTest.keyClick(table.field, Qt.Key.Key_Backspace)
    keys(table.field, "30")
    table.enter()
    assert table.item("talks").start == clock("11:30")


def test_refused_text_is_not_lost_when_another_cell_is_clicked(table: Rows) -> None:
    table.type("talks", "place", "Луна", enter=False)
    place = table.grid.visualRect(table.index("welcome", "title")).center()
    QTest.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert table.field.text() == "Луна"
    assert "«Луна»" in table.refusal


def test_text_is_taken_when_another_cell_is_clicked(table: Rows) -> None:
    table.type("talks", "title", "Беседа", enter=False)
    place = table.grid.visualRect(table.index("welcome", "title")).center()
    QTest.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert table.item("talks").title.ru == "Беседа"
    assert not table.typing


def test_wiping_the_start_puts_the_item_on_the_shelf(table: Rows) -> None:
    table.go("talks", "start")
    table.key(Qt.Key.Key_Delete)
    assert not table.item("talks").timed
    assert table.text("talks", "minutes") == ""
    table.type("talks", "start", "1730")
    assert table.item("talks").start == clock("17:30")


def test_venue_completes_in_any_language_by_the_beginning_of_any_word(table: Rows) -> None:
    table.type("laying", "place", "gre", enter=False)
    assert table.offered == ["Дом · green"]
    table.enter()
    assert table.item("laying").venue == "hall"
    assert table.item("laying").room == "green"
    table.type("laying", "place", "ск")
    assert table.item("laying").venue == "park"
    assert table.item("laying").room is None


def test_arrow_chooses_another_name_of_the_list(table: Rows) -> None:
    table.type("farewell", "place", "дом", enter=False)
    assert table.offered == ["Дом", "Дом · blue", "Дом · green"]
    press(table.field, Qt.Key.Key_Down)
    table.enter()
    assert table.item("farewell").room == "blue"


def test_people_are_added_by_typing_names_or_posts(table: Rows) -> None:
    table.go("laying", "people")
    table.key(Qt.Key.Key_Return)
    keys(table.field, "бор")
    assert table.offered == ["Борисов"]
    press(table.field, Qt.Key.Key_Return)
    keys(table.field, "gleb")
    press(table.field, Qt.Key.Key_Tab)
    settle()
    who = [entry.who for entry in table.item("laying").participants]
    assert who == ["anna", "vera", "boris", "gleb"]
    assert table.grid.currentIndex().column() == table.index("laying", "responsible").column()


def test_typing_a_letter_into_people_adds_to_them(table: Rows) -> None:
    table.go("laying", "people")
    keys(table.grid, "Г")
    keys(table.field, "леб")
    press(table.field, Qt.Key.Key_Tab)
    settle()
    assert [entry.who for entry in table.item("laying").participants] == ["anna", "vera", "gleb"]


def test_people_leave_by_wiping_their_names_and_others_keep_their_parts(table: Rows) -> None:
    from visitplanner.domain.edits import add_participant

    head = Participation(who="anna", part=Part.HEAD, required=False)
    table.opened.desk.edit(lambda visit: add_participant(visit, "laying", head))
    table.type("laying", "people", "Анина")
    assert table.item("laying").participants == (head,)
    table.go("laying", "people")
    table.key(Qt.Key.Key_Delete)
    assert table.item("laying").participants == ()
    table.undo()
    assert table.item("laying").participants == (head,)


def test_group_whose_name_has_a_comma_is_one_name(table: Rows) -> None:
    table.type("laying", "people", "Анина, Пресса, фото; Дорина")
    assert [p.who for p in table.item("laying").participants] == ["anna", "press", "dora"]


def test_member_of_a_delegation_who_stays_away_is_named_after_except(table: Rows) -> None:
    table.type("talks", "people", "Делегация Смоленской области (кроме: Борисов)")
    assert [(p.who, p.excluded) for p in table.item("talks").participants] == [
        ("hosts", False),
        ("boris", True),
    ]
    assert table.text("talks", "people") == "Делегация Смоленской области (кроме: Борисов)"


def test_people_called_alike_are_asked_about_and_yo_is_ye(table: Rows) -> None:
    table.type("laying", "responsible", "елкин", enter=False)
    press(table.field, Qt.Key.Key_Escape)
    table.enter()
    assert "Ёлкин" in table.refusal
    press(table.field, Qt.Key.Key_Escape)
    table.type("laying", "responsible", "елкин пав", enter=False)
    press(table.field, Qt.Key.Key_Escape)
    table.enter()
    assert table.item("laying").responsible == "twin-1"


def test_status_opens_its_list_and_takes_a_beginning(table: Rows) -> None:
    table.go("talks", "status")
    table.key(Qt.Key.Key_Return)
    assert table.offered == ["Предварительно", "Подтверждено", "Отменено"]
    press(table.field, Qt.Key.Key_Escape)
    press(table.field, Qt.Key.Key_Escape)
    table.type("talks", "status", "отм")
    assert table.item("talks").status is ItemStatus.CANCELLED


def test_enter_goes_down_and_tab_goes_right_then_to_the_next_row(table: Rows) -> None:
    table.type("welcome", "title", "Встреча")
    assert table.grid.currentIndex() == table.index("laying", "title")
    table.go("welcome", "status")
    table.key(Qt.Key.Key_Tab)
    assert table.grid.currentIndex() == table.index("laying", "start")
    table.key(Qt.Key.Key_Backtab)
    assert table.grid.currentIndex() == table.index("welcome", "status")


def test_typing_replaces_a_title_and_escape_brings_it_back(table: Rows) -> None:
    table.go("talks", "title")
    keys(table.grid, "П")
    assert table.field.text() == "П"
    press(table.field, Qt.Key.Key_Escape)
    assert table.text("talks", "title") == "Пункт talks"


def test_f2_opens_the_cell_with_its_text(table: Rows) -> None:
    table.go("talks", "title")
    table.key(Qt.Key.Key_F2)
    assert table.field.text() == "Пункт talks"


def test_letters_are_text_in_a_title_and_commands_in_a_time(table: Rows) -> None:
    table.go("talks", "title")
    cyrillic(table.grid, "д")
    assert table.field.text() == "д"
    press(table.field, Qt.Key.Key_Escape)
    table.go("talks", "start")
    cyrillic(table.grid, "д")
    assert not table.typing
    assert table.item("talks").fixed


def test_insert_adds_a_row_below_and_its_title_is_one_step_with_it(table: Rows) -> None:
    before = table.visit.items
    table.go("talks", "start")
    table.key(Qt.Key.Key_Insert)
    keys(table.field, "Осмотр выставки")
    table.enter()
    assert table.ids[3] not in before
    fresh = table.item(table.ids[3])
    assert fresh.title.ru == "Осмотр выставки"
    assert fresh.start == clock("12:00")
    table.undo()
    assert table.visit.items == before


def test_escape_in_the_title_of_a_new_row_takes_the_row_back(table: Rows) -> None:
    before = table.visit.items
    table.go("talks", "start")
    cyrillic(table.grid, "т")
    assert table.typing
    press(table.field, Qt.Key.Key_Escape)
    assert table.visit.items == before


def test_text_in_the_last_row_becomes_a_new_item(table: Rows) -> None:
    table.type("new", "title", "Обед прощальный")
    fresh = table.item(table.ids[-1])
    assert fresh.title.ru == "Обед прощальный"
    assert fresh.kind.value == "lunch"
    assert fresh.start == clock("16:15")
    table.type("new", "start", "830")
    assert table.item(table.ids[0]).start == clock("08:30")


def test_row_is_copied_and_whole_rows_are_deleted_with_a_notice(table: Rows) -> None:
    table.go("talks", "title")
    table.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(table.ids) == 6
    table.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert table.grid.whole_rows
    table.key(Qt.Key.Key_Delete)
    assert len(table.ids) == 5
    assert "Пункт talks" in table.notice
    table.undo()
    assert len(table.ids) == 6
