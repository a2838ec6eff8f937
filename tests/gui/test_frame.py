# SPDX-License-Identifier: MIT
"""Around the plan: every button of the toolbar, every line of the navigator, the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QToolButton, QTreeWidgetItem, QWidget

from tests.gui.opening import Opened, click, press, settle, type_text
from tests.gui.timeline.hand import drag
from tests.opened import read
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

LEFT = Qt.MouseButton.LeftButton


def tool(shown: Opened, name: str) -> QWidget:
    """The button of an action in the toolbar."""
    found = shown.tools.widgetForAction(shown.window.bars.actions[name])
    assert found.isVisible()
    return found


def entry(menu: QMenu, text: str) -> QAction:
    menu.aboutToShow.emit()
    return next(e for e in menu.actions() if e.text() == text)


def menu_of(button: QToolButton) -> QMenu:
    found = button.menu()
    assert found is not None
    return found


def test_undo_and_redo_are_clicked(shown: Opened, path: Path) -> None:
    view = shown.place.centre.timeline
    drag(view, "lunch", 15)
    moved = read(path).visit.items["lunch"].start
    click(tool(shown, "undo"))
    back = read(path).visit.items["lunch"].start
    click(tool(shown, "redo"))

    assert str(moved)[11:] == "14:20"
    assert str(back)[11:] == "14:05"
    assert read(path).visit.items["lunch"].start == moved


def test_an_item_of_a_kind_is_begun_from_the_button(shown: Opened) -> None:
    shown.desk.jump("lunch")
    entry(menu_of(shown.tools.new_item), "Кофе-пауза").trigger()
    type_text(shown.place.centre.timeline.titling.editor, "Кофе")
    press(shown.place.centre.timeline.titling.editor, Qt.Key.Key_Return)
    fresh = shown.desk.item

    assert fresh is not None
    assert fresh.kind == "coffee"
    assert str(fresh.start)[11:] == "15:05"
    QTest.mouseClick(shown.tools.new_item, LEFT)
    assert shown.place.centre.timeline.titling.editor.isVisible()


def test_lanes_are_chosen_from_the_button(shown: Opened) -> None:
    modes = []
    for text in ("По людям", "По местам", "По автомобилям", "По дням", "По линиям"):
        entry(menu_of(shown.tools.lanes), text).trigger()
        settle()
        modes.append(shown.place.centre.timeline.choice.mode)

    assert modes == [
        LaneMode.PERSON,
        LaneMode.VENUE,
        LaneMode.VEHICLE,
        LaneMode.DAY,
        LaneMode.TRACK,
    ]
    assert shown.tools.lanes.text() == "Колонки: по линиям"


def test_zoom_and_search_are_clicked(shown: Opened) -> None:
    timeline = shown.place.centre.timeline
    usual = timeline.scale.minute
    click(tool(shown, "zoom-in"))
    larger = timeline.scale.minute
    click(tool(shown, "zoom-out"))
    click(tool(shown, "palette"))

    assert larger > usual
    assert timeline.scale.minute == pytest.approx(usual)
    assert shown.dialog().windowTitle() == "Быстрый переход"


def test_a_day_is_chosen_and_stepped_to(shown: Opened) -> None:
    shown.place.centre.timeline.step_day(1)
    settle()
    there = shown.tools.day.text()
    click(tool(shown, "previous-day"))
    back = shown.tools.day.text()
    menu = menu_of(shown.tools.day)
    menu.aboutToShow.emit()
    days = [day.isChecked() for day in menu.actions()]

    assert there == "24 декабря, ср"
    assert back == "23 декабря, вт"
    assert days == [True]


def top_lines(shown: Opened) -> list[QTreeWidgetItem]:
    tree = shown.place.navigator
    lines = (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    return [found for found in lines if found is not None]


def line(shown: Opened, *titles: str) -> QTreeWidgetItem:
    """A line of the navigator by the titles that lead to it."""
    found = next(top for top in top_lines(shown) if top.text(0) == titles[0])
    for title in titles[1:]:
        below = (found.child(n) for n in range(found.childCount()))
        found = next(one for one in below if one is not None and title in one.text(0))
    return found


def point_at(shown: Opened, found: QTreeWidgetItem, *, twice: bool = False) -> None:
    """A click, or a double click, on a line of the navigator."""
    tree = shown.place.navigator
    tree.scrollToItem(found)
    at = tree.visualItemRect(found).center()
    if twice:
        QTest.mouseClick(tree.viewport(), LEFT, pos=at)
        QTest.mouseDClick(tree.viewport(), LEFT, pos=at)
    else:
        QTest.mouseClick(tree.viewport(), LEFT, pos=at)
    settle()


def test_the_navigator_names_what_a_visit_has(shown: Opened) -> None:
    sections = [top.text(0) for top in top_lines(shown)]

    assert sections[:8] == [
        "Программа",
        "Делегации",
        "Места",
        "Автомобили",
        "Документы",
        "Рассадка",
        "Подготовка",
        "Мероприятия Плана",
    ]


@pytest.mark.parametrize(
    ("section", "window"),
    [
        ("Делегации", "PeopleWindow"),
        ("Места", "VenuesWindow"),
        ("Автомобили", "VehiclesWindow"),
        ("Документы", "DocumentsWindow"),
        ("Рассадка", "SeatingWindow"),
        ("Подготовка", "PreparationWindow"),
        ("Мероприятия Плана", "MeasuresWindow"),
    ],
)
def test_a_section_opens_its_editor(shown: Opened, section: str, window: str) -> None:
    shown.place.navigator.setFocus()
    shown.place.navigator.setCurrentItem(line(shown, section))
    press(shown.place.navigator, Qt.Key.Key_Return)
    found = [w for w in shown.window.findChildren(EditorWindow) if w.isVisible()]

    assert [type(w).__name__ for w in found] == [window]


def test_a_line_of_the_navigator_leads_to_the_plan(shown: Opened) -> None:
    timeline = shown.place.centre.timeline
    point_at(shown, line(shown, "Программа", "Обед"))
    lunch = timeline.selection
    places = line(shown, "Места")
    places.setExpanded(True)
    point_at(shown, line(shown, "Места", "Сквер"))

    assert lunch == ("lunch",)
    assert timeline.choice.mode is LaneMode.VENUE


def test_the_status_line_says_that_all_is_saved_by_which_clock_and_which_day(
    shown: Opened,
) -> None:
    assert shown.status.saved.text().startswith("Все изменения сохранены")
    assert shown.status.where.text().endswith("время московское · 23 декабря 2025 года")
    shown.place.centre.timeline.step_day(1)
    settle()
    assert shown.status.where.text().endswith("24 декабря 2025 года")


def test_the_tabs_are_timeline_table_and_preview(shown: Opened) -> None:
    centre = shown.place.centre
    bar = centre.tabBar()
    assert [bar.tabText(n) for n in range(bar.count())] == ["График", "Таблица", "Просмотр"]
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(1).center())
    settle()
    assert centre.table_shown


def test_the_menus_are_those_of_the_picture(shown: Opened) -> None:
    titles = [action.text() for action in shown.window.menuBar().actions()]

    assert titles == [
        *("Файл", "Правка", "Программа", "Сведения", "Проверка", "Выгрузка", "Вид", "Справка")
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_edit_of_the_plan_is_undone_and_redone_by_its_name(
    shown: Opened, path: Path, language: str
) -> None:
    shown.act(f"language-{language}")
    timeline = shown.place.centre.timeline
    start = shown.visit
    undo, redo = "Отменить: ", "Повторить: "
    if language == "en":
        undo, redo = "Undo: ", "Redo: "
    steps = ("later", "longer", "lock", "duplicate", "untime", "delete")
    names = []
    for name in steps:
        shown.desk.jump("press")
        shown.act(name)
        names.append(shown.window.bars.actions["undo"].text())
    drag(timeline, "lunch", 15)
    end = shown.visit
    for _ in range(len(steps) + 1):
        shown.act("undo")
    undone = read(path).visit
    again = shown.window.bars.actions["redo"].text()
    for _ in range(len(steps) + 1):
        shown.act("redo")

    assert all(name.startswith(undo) for name in names)
    assert len(set(names)) == len(names)
    assert undone == start
    assert again.startswith(redo)
    assert read(path).visit == end


def test_nothing_asks_whether_one_is_sure(shown: Opened) -> None:
    shown.desk.select(shown.visit.items)
    shown.act("delete")

    assert shown.visit.items == {}
    assert [d for d in shown.window.findChildren(QDialog) if d.isVisible()] == []
    assert shown.window.notices.text.startswith("Удалено")
    shown.act("undo")
    assert len(shown.visit.items) == 14


def test_moves_of_two_items_are_two_steps_however_quick(shown: Opened) -> None:
    for item in ("lunch", "press"):
        shown.desk.jump(item)
        shown.act("later")
    shown.act("longer")
    shown.act("undo")
    shorter = str(shown.item("press").end)[11:]
    shown.act("undo")

    assert shorter == "14:00"
    assert str(shown.item("press").start)[11:] == "13:45"
    assert str(shown.item("lunch").start)[11:] == "14:10"
