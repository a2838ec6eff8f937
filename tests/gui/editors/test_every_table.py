# SPDX-License-Identifier: MIT
"""Every table of every editor: typed into, pasted from Excel, sorted, searched, taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabWidget
from typing_extensions import override

from tests.gui.opening import click, press, settle, write
from tests.gui.people.hand import cell, go, paste, type_cell
from tests.opened import read
from visitplanner.gui.editors.table import EntityTable
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.typed.menu import fill_menu

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

    from tests.gui.opening import Opened

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Case:
    """A table, what is typed into its empty last row, and two rows as Excel copies them."""

    action: str
    title: str
    collection: str
    column: str
    typed: str
    rows: str

    @override
    def __str__(self) -> str:
        return self.title


CASES = (
    Case("people", "People", "people", "name", "Ильин Пётр", "Ли Ян\tсоветник\nНо Ён\tатташе"),
    Case("people", "Delegations", "delegations", "name", "Пресса", "Совет\nСоюз"),
    Case("people", "Groups", "groups", "name", "Хор", "Хор\nОркестр"),
    Case("people", "Posts", "posts", "title", "советник", "советник\tсов.\nатташе\tатт."),
    Case("edit-venues", "Venues", "venues", "name", "Театр", "Театр\tул. Ленина, 1\nМузей\tпл. 1"),
    Case("edit-venues", "Rooms", "rooms", "name", "Зал", "Зал А\t12\nЗал Б\t40"),
    Case("edit-vehicles", "Vehicles", "vehicles", "name", "Автобус", "Газель\nАвтобус"),
    Case("edit-documents", "Documents", "documents", "title", "Меморандум", "Акт\nПротокол"),
    Case(
        "edit-preparation",
        "Preparation tasks",
        "tasks",
        "title",
        "Цветы",
        "Цветы\t5\t18.12.2025\nВода\t2\t22.12.2025",
    ),
    Case(
        "edit-preparation",
        "Resources by items",
        "bookings",
        "resource",
        "экран",
        "Что нужно\tКол.\nэкран\t2\nпроектор\t1",
    ),
    Case(
        "edit-preparation", "Things and services", "resources", "name", "экран", "экран\nпроектор"
    ),
    Case(
        "edit-preparation",
        "Interpreters’ shifts",
        "shifts",
        "person",
        "Жук",
        "Жук\tОбед\nЖук\tЗаседание",
    ),
    Case(
        "edit-preparation",
        "Site safety",
        "sites",
        "route",
        "цех – музей",
        "Обед\tЖук\nПодход к прессе\tЖук",
    ),
    Case("edit-preparation", "Gifts", "gifts", "what", "книга", "книга\nальбом"),
    Case(
        "edit-measures",
        "Measures of the Plan",
        "measures",
        "title",
        "Форум",
        "10\tНаука\n11\tСпорт",
    ),
    Case(
        "edit-measures", "Instructions", "instructions", "text", "Доложить", "1\tДоложить\n2\tСнять"
    ),
    Case("edit-days", "Calendars", "calendars", "country", "KZ", "KZ\t2025\nAM\t2025"),
    Case("edit-days", "Days off", "days", "name", "Смоленск", "05.05.2025\n06.05.2025"),
)


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    assert isinstance(request.param, Case)
    return request.param


@pytest.fixture
def table(shown: Opened, case: Case) -> EntityTable:
    """The table in front of its window, its model under the tester of models."""
    shown.act(case.action)
    window = next(w for w in shown.window.findChildren(EditorWindow) if w.isVisible())
    window.activateWindow()
    found = next(t for t in window.findChildren(EntityTable) if t.model.listing.title == case.title)
    for tabs in window.findChildren(QTabWidget):
        for number in range(tabs.count()):
            page = tabs.widget(number)
            if page is found or (page is not None and page.isAncestorOf(found)):
                tabs.setCurrentIndex(number)
    settle()
    assert found.isVisible()
    QAbstractItemModelTester(
        found.model, QAbstractItemModelTester.FailureReportingMode.Fatal, found.model
    )
    return found


def test_a_row_begun_in_the_empty_one_is_on_disk_at_once_and_one_undo_takes_it_back(
    shown: Opened, path: Path, table: EntityTable, case: Case
) -> None:
    before = shown.visit
    known = set(before.collection(case.collection))

    type_cell(table.grid, "", case.column, case.typed)

    fresh = set(read(path).visit.collection(case.collection)) - known
    assert len(fresh) == 1
    row = next(key for key in table.model.rows if key not in _rows_before(table, before))
    assert cell(table.grid, row, case.column).startswith(case.typed[:4])
    press(table.grid, Qt.Key.Key_Z, CTRL)
    assert shown.visit == before


def _rows_before(table: EntityTable, before: object) -> set[str]:
    return set(table.model.listing.rows(before))  # type: ignore[arg-type]


def test_rows_of_excel_are_pasted_in_one_step_and_copied_back_as_they_were(
    shown: Opened, path: Path, table: EntityTable, case: Case
) -> None:
    before = shown.visit
    lines = case.rows.split("\n")
    headed = lines[0].startswith("Что")
    go(table.grid, "", table.model.columns[0].key)

    paste(table.grid, case.rows)

    after = read(path).visit.collection(case.collection)
    added = len(after) - len(before.collection(case.collection))
    assert added == len(lines) - headed
    press(table.grid, Qt.Key.Key_C, CTRL)
    text = QApplication.clipboard().text()
    html = QApplication.clipboard().mimeData().html()
    assert len(text.split("\n")) == added
    last = lines[-1].split("\t")[-1]
    assert text.split("\n")[-1]
    assert "<td" in html
    assert html.count("<tr>") == added
    if case.column in {"title", "text", "name", "what"}:
        assert last.split(".")[0] in text
    press(table.grid, Qt.Key.Key_Z, CTRL)
    assert shown.visit == before


def test_whole_rows_are_removed_by_del_and_by_the_button(
    shown: Opened, path: Path, table: EntityTable, case: Case
) -> None:
    before = shown.visit
    type_cell(table.grid, "", case.column, case.typed)
    added = shown.visit
    row = next(key for key in table.model.rows if key not in _rows_before(table, before))
    table.show_row(row)
    press(table.grid, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    press(table.grid, Qt.Key.Key_Delete)
    assert row not in table.model.rows
    press(table.grid, Qt.Key.Key_Z, CTRL)
    assert shown.visit == added

    table.show_row(row)
    click(table.remove)

    assert row not in table.model.rows
    assert len(read(path).visit.collection(case.collection)) == len(
        before.collection(case.collection)
    )


def test_the_menu_of_the_right_button_copies_pastes_and_removes(
    shown: Opened, table: EntityTable, case: Case
) -> None:
    type_cell(table.grid, "", case.column, case.typed)
    before = shown.visit
    row = next(key for key in table.model.rows if cell(table.grid, key, case.column))
    go(table.grid, row, case.column)

    def entry(text: str) -> QAction:
        menu = fill_menu(QMenu(table.grid), table.grid)
        return next(action for action in menu.actions() if action.text() == text)

    entry("Копировать").trigger()
    assert QApplication.clipboard().text().strip("'\"") == cell(table.grid, row, case.column)
    entry("Вставить").trigger()
    assert shown.visit == before  # the same text in the same cell
    entry("Удалить выбранные строки").trigger()
    settle()

    assert row not in table.model.rows


def test_a_click_on_a_heading_sorts_and_words_search(table: EntityTable, case: Case) -> None:
    type_cell(table.grid, "", case.column, case.typed)
    column = next(c for c in table.model.columns if c.key == case.column)
    heads = table.grid.horizontalHeader()
    number = table.model.number_of(column)
    heads.resizeSection(number, max(60, heads.sectionSize(number)))
    x = heads.sectionViewportPosition(number) + 12
    for order in (False, True):
        QTest.mouseClick(
            heads.viewport(),
            Qt.MouseButton.LeftButton,
            pos=heads.viewport().rect().center().__class__(x, heads.height() // 2),
        )
        settle()
        keys = [column.order(table.model.reading, key) for key in table.model.rows]
        assert keys == sorted(keys, reverse=order)

    whole = len(table.model.rows)
    write(table.search, case.typed.split()[0])
    settle()

    assert 1 <= len(table.model.rows) <= whole
    assert all(
        case.typed.split()[0].casefold()
        in " ".join(
            [
                *(table.model.text(key, c) for c in table.model.columns),
                (table.model.listing.haystack or (lambda _r, _k: ""))(table.model.reading, key),
            ]
        ).casefold()
        for key in table.model.rows
    )
    if len(table.model.rows) < whole:
        assert table.count.text() == f"{len(table.model.rows)} из {whole}"
    press(table.search, Qt.Key.Key_Escape)
    assert len(table.model.rows) == whole
