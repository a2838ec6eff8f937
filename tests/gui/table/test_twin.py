# SPDX-License-Identifier: MIT
"""The table is the accessible twin of the timeline: what is done there can be done here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from tests.gui.opening import cyrillic, press, settle
from tests.gui.table.handling import CTRL, SHIFT, Rows
from tests.opened import read
from visitplanner.domain.period import at
from visitplanner.domain.programme import ItemStatus

if TYPE_CHECKING:
    from pathlib import Path

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rows(table: Rows) -> Rows:
    table.go("talks", "start")
    return table


def start(rows: Rows, item: str) -> str:
    found = rows.item(item).start
    return f"{found.hour:02}.{found.minute_of_day % 60:02}" if found is not None else ""


def test_each_item_is_a_row_with_time_minutes_item_place_people_responsible_and_status(
    table: Rows,
) -> None:
    table.type("talks", "responsible", "Анина")
    heads = [
        str(table.model.headerData(n, Qt.Orientation.Horizontal))
        for n in range(1, table.model.columnCount())
    ]

    assert heads == [
        *("Начало", "Конец", "Мин", "Пункт", "Место", "Участвуют", "Ответственный", "Статус")
    ]
    for key in ("start", "end", "minutes", "title", "place", "people", "responsible", "status"):
        assert table.text("talks", key)


def test_responsible_completes_like_the_people_do(table: Rows, tmp_path: Path) -> None:
    person = next(iter(table.visit.people.values()))
    table.type("talks", "responsible", person.surname.ru[:3], enter=False)
    assert any(person.surname.ru in name for name in table.offered)

    press(table.field, Qt.Key.Key_Return)
    if table.typing:  # the name stands in the field, and is taken by the next Enter
        press(table.field, Qt.Key.Key_Return)
    assert table.item("talks").responsible == person.id
    assert read(tmp_path / "план.visit").visit.items["talks"].responsible == person.id


def test_items_move_and_last_by_the_keys_of_the_timeline(rows: Rows) -> None:
    press(rows.grid, Qt.Key.Key_Down, ALT)
    assert start(rows, "talks") == "11.05"
    press(rows.grid, Qt.Key.Key_Down, ALT | SHIFT)
    assert rows.item("talks").minutes == 65
    press(rows.grid, Qt.Key.Key_Up, ALT | SHIFT)
    press(rows.grid, Qt.Key.Key_Up, ALT)
    assert (start(rows, "talks"), rows.item("talks").minutes) == ("11.00", 60)


def test_with_ripple_on_later_items_give_way_to_a_time_typed_here_too(rows: Rows) -> None:
    rows.opened.act("ripple")
    rows.type("talks", "start", "12.30")

    assert start(rows, "talks") == "12.30"
    lunch = rows.item("lunch")
    assert lunch.start is not None
    assert lunch.start >= at("2025-12-23T13:30")
    assert lunch.minutes == 60
    rows.undo()
    assert start(rows, "talks") == "11.00"
    assert start(rows, "lunch") == "13.00"


def test_an_item_is_copied_fixed_cancelled_shelved_and_deleted_by_the_same_keys(rows: Rows) -> None:
    before = set(rows.visit.items)
    press(rows.grid, Qt.Key.Key_D, CTRL)
    (copy,) = set(rows.visit.items) - before
    rows.go("talks", "start")
    press(rows.grid, Qt.Key.Key_L)
    assert rows.item("talks").fixed
    rows.type("talks", "status", "отм")
    assert rows.item("talks").status is ItemStatus.CANCELLED
    rows.go("talks", "start")
    press(rows.grid, Qt.Key.Key_Delete)
    assert rows.item("talks").start is None
    rows.go(copy, "start")
    press(rows.grid, Qt.Key.Key_Space, SHIFT)
    press(rows.grid, Qt.Key.Key_Delete)

    assert copy not in rows.visit.items


def test_several_rows_move_together(table: Rows) -> None:
    table.choose(("talks", "start"), ("lunch", "status"))
    press(table.grid, Qt.Key.Key_Down, ALT)

    assert start(table, "talks") == "11.05"
    assert start(table, "lunch") == "13.05"
    table.undo()
    assert start(table, "lunch") == "13.00"


def test_problems_are_walked_by_f8_and_the_row_of_each_becomes_the_current_one(
    rows: Rows,
) -> None:
    rows.type("lunch", "start", "11.30")
    press(rows.grid, Qt.Key.Key_F8)

    chosen = rows.opened.desk.selection
    assert chosen
    assert set(chosen) & set(rows.grid.chosen)


def test_the_clipboard_works_under_a_cyrillic_layout(table: Rows) -> None:
    table.go("talks", "title")
    cyrillic(table.grid, "С", CTRL)
    assert QGuiApplication.clipboard().text() == table.text("talks", "title")

    table.go("lunch", "title")
    cyrillic(table.grid, "М", CTRL)
    assert table.item("lunch").title.ru == table.item("talks").title.ru
    cyrillic(table.grid, "Я", CTRL)
    assert table.item("lunch").title.ru != table.item("talks").title.ru


def test_a_screen_reader_hears_table_heads_cells_and_the_field_that_opens(table: Rows) -> None:
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(table.grid)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Таблица программы"
    assert interface.role() is QAccessible.Role.Table
    assert interface.childCount() > len(table.ids)
    at_cell = table.index("talks", "place")
    said = str(at_cell.data(Qt.ItemDataRole.AccessibleTextRole))
    assert table.text("talks", "place") in said
    table.go("talks", "place")
    press(table.grid, Qt.Key.Key_Return)

    assert table.field.accessibleName() == "Место"
    QTest.keyClick(table.field, Qt.Key.Key_Escape)
    settle()
    assert start(table, "talks") == "11.00"
