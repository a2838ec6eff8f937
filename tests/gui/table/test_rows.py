# SPDX-License-Identifier: MIT
"""Rows: sorting, filters, the selection shared with other views, and what is heard of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.crowd import crowded_visit
from tests.factory import clock, having, item
from tests.gui.opening import press, settle
from tests.gui.table.handling import CTRL, Rows, keys
from tests.opened import visit_file
from visitplanner.domain.edits import move_item, put, remove_item, set_fixed, set_status
from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.text import message
from visitplanner.gui.typed.menu import fill_menu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.modeltest import ModelTester

    from tests.gui.opening import Opened


def test_model_keeps_the_rules_of_models_through_edits(
    table: Rows, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(table.model, force_py=True)  # type: ignore[no-untyped-call]
    desk = table.opened.desk
    desk.edit(lambda visit: move_item(visit, "welcome", clock("14:30")))
    desk.edit(lambda visit: remove_item(visit, "laying"))
    desk.undo()
    table.opened.place.centre.table.filters.text.setText("talks")
    table.opened.place.centre.table.filters.text.clear()
    table.grid.sortByColumn(table.index("talks", "title").column(), Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(table.model, force_py=True)  # type: ignore[no-untyped-call]


def test_click_on_a_heading_sorts_and_turns_the_order_round(table: Rows) -> None:
    header = table.grid.horizontalHeader()
    column = table.index("talks", "minutes").column()
    place = header.sectionViewportPosition(column) + 10

    def click() -> None:
        pos = header.viewport().rect().center()
        pos.setX(place)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=pos)
        settle()

    click()
    assert [table.item(key).minutes for key in table.ids] == [15, 15, 20, 60, 60]
    click()
    assert [table.item(key).minutes for key in table.ids] == [60, 60, 20, 15, 15]


def test_filter_looks_at_every_word_in_every_column(table: Rows) -> None:
    table.key(Qt.Key.Key_F, CTRL)
    search = table.opened.place.centre.table.filters.text
    keys(search, "витебской дом")
    assert table.ids == ["talks", "lunch"]
    assert table.opened.place.centre.table.filters.count.text() == "2 из 5"
    press(search, Qt.Key.Key_Escape)
    assert len(table.ids) == 5


def test_filters_of_kind_status_and_problems(table: Rows) -> None:
    filters = table.opened.place.centre.table.filters
    desk = table.opened.desk
    filters.status.setCurrentIndex(filters.status.findData("confirmed"))
    assert table.ids == ["farewell"]
    filters.status.setCurrentIndex(0)
    filters.problems.setChecked(True)
    desk.edit(lambda visit: move_item(visit, "lunch", clock("11:30")))
    found = {key for p in desk.session.problems if p.live and not p.datum for key in p.items}
    assert "lunch" in found
    assert set(table.ids) == found & set(table.visit.items)
    filters.problems.setChecked(False)
    assert filters.kind.findData("lunch") < 0
    visit = having(table.visit, items=(item("dinner", "19:00", "20:00", kind=Kind.DINNER),))
    desk.edit(lambda now: put(now, message("Change the data"), "items", visit.items["dinner"]))
    filters.kind.setCurrentIndex(filters.kind.findData("dinner"))
    assert table.ids == ["dinner"]


def test_row_edited_under_a_filter_stays_until_the_filter_changes(table: Rows) -> None:
    filters = table.opened.place.centre.table.filters
    filters.status.setCurrentIndex(filters.status.findData("confirmed"))
    table.type("farewell", "status", "Отменено")
    assert table.ids == ["farewell"]
    filters.status.setCurrentIndex(0)
    filters.status.setCurrentIndex(filters.status.findData("confirmed"))
    assert table.ids == []


def test_selection_is_one_with_the_timeline_and_the_inspector(table: Rows) -> None:
    table.go("lunch", "place")
    assert table.opened.desk.selection == ("lunch",)
    assert table.opened.place.centre.timeline.selection == ("lunch",)
    table.opened.desk.select(("talks",))
    settle()
    assert table.grid.currentIndex() == table.index("talks", "place")
    table.choose(("welcome", "title"), ("talks", "place"))
    assert set(table.opened.desk.selection) == {"welcome", "laying", "talks"}


def test_current_cell_and_scroll_survive_edits_elsewhere(
    opened: Callable[[Path], Opened], tmp_path: Path
) -> None:
    table = Rows(opened(visit_file(tmp_path, crowded_visit(200, 60, 3))))
    key = table.ids[90]
    table.go(key, "title")
    scroll = table.grid.verticalScrollBar().value()
    other = table.ids[150]
    table.opened.desk.edit(lambda visit: set_status(visit, other, ItemStatus.CANCELLED))
    settle()
    assert table.grid.currentIndex() == table.index(key, "title")
    assert table.grid.verticalScrollBar().value() == scroll


def test_day_has_a_column_when_there_are_several_and_moves_the_item(
    opened: Callable[[Path], Opened], tmp_path: Path
) -> None:
    table = Rows(opened(visit_file(tmp_path, crowded_visit(60, 20, 3))))
    key = table.ids[0]
    start = table.item(key).start
    assert start is not None
    assert table.text(key, "day") == "07.09, пн"
    table.type(key, "day", "8 сент")
    assert table.item(key).start == start.plus(24 * 60)
    table.type(key, "day", "ср")
    table.go(key, "start")
    assert table.text(key, "day") == "09.09, ср"
    assert table.opened.desk.day.day == 9


def test_marks_of_a_row_can_be_heard(table: Rows) -> None:
    desk = table.opened.desk
    desk.edit(lambda visit: set_fixed(visit, "talks", fixed=True))
    desk.edit(lambda visit: set_status(visit, "laying", ItemStatus.CANCELLED))
    desk.edit(lambda visit: move_item(visit, "lunch", clock("11:30")))
    settle()

    def heard(key: str, column: str, role: Qt.ItemDataRole) -> str:
        return str(table.index(key, column).data(role))

    text, more = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole
    assert heard("talks", "start", text) == "11.00, Твёрдое время"
    assert "Отменено" in heard("laying", "title", text)
    assert heard("lunch", "marks", text) != "Нестыковок нет"
    assert "P01" in heard("lunch", "title", more) or "T01" in heard("lunch", "title", more)
    assert heard("talks", "responsible", text) == "пусто"


def test_table_and_its_cells_have_names_for_screen_readers(table: Rows) -> None:
    reader = QAccessible.queryAccessibleInterface(table.grid)
    assert reader.text(QAccessible.Text.Name) == "Таблица программы"
    row, column = table.model.row_of("talks"), table.index("talks", "minutes").column()
    width = table.model.columnCount() + 1  # the numbers of the rows stand before them
    assert reader.childCount() == width * (table.model.rowCount() + 1)

    def heard(line: int, place: int) -> str:
        return reader.child(line * width + place).text(QAccessible.Text.Name)

    assert heard(row + 1, column + 1) == "60"
    assert heard(0, column + 1) == "Длительность, мин"
    assert heard(0, 1) == "Проверка"
    table.go("talks", "minutes")
    table.key(Qt.Key.Key_Return)
    assert table.field.accessibleName() == "Длительность, мин"


def test_table_of_a_file_that_cannot_be_edited_only_shows(
    opened: Callable[[Path], Opened], tmp_path: Path
) -> None:
    path = visit_file(tmp_path, crowded_visit(20, 10, 1))
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        table = Rows(opened(path))
        if table.opened.desk.writable:  # whoever may write everything sees nothing of this
            return
        before = table.visit
        table.go(table.ids[0], "title")
        table.key(Qt.Key.Key_Return)
        assert not table.typing
        table.paste("Другое")
        assert table.visit is before
    finally:
        tmp_path.chmod(0o755)


def test_menu_of_the_right_button_copies_pastes_and_deletes(table: Rows) -> None:
    table.choose(("laying", "title"), ("laying", "title"))
    before = len(table.ids)

    def entry(text: str) -> QAction:
        menu = fill_menu(QMenu(table.grid), table.grid)
        return next(action for action in menu.actions() if action.text() == text)

    entry("Копировать").trigger()
    table.choose(("talks", "title"), ("talks", "title"))
    entry("Вставить").trigger()
    assert table.item("talks").title.ru == "Пункт laying"
    entry("Удалить пункт").trigger()
    settle()
    assert "talks" not in table.ids
    assert len(table.ids) == before - 1


def test_row_below_a_deleted_one_becomes_the_current_one(table: Rows) -> None:
    table.go("talks", "title")
    table.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    table.key(Qt.Key.Key_Delete)
    assert table.opened.desk.selection == ("lunch",)
    assert table.grid.currentIndex().row() == table.model.row_of("lunch")


def test_fields_of_names_are_wide_enough_to_read_and_inside_the_table(table: Rows) -> None:
    for column in ("title", "place", "people", "responsible"):
        table.go("talks", column)
        table.key(Qt.Key.Key_Return)
        field = table.field.geometry()
        assert field.width() >= 250
        assert table.grid.viewport().rect().contains(field)
        press(table.field, Qt.Key.Key_Escape)
        if table.typing:
            press(table.field, Qt.Key.Key_Escape)
