# SPDX-License-Identifier: MIT
"""The timeline as assistive technology sees it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtGui import QAccessible

from tests.factory import clock, item, small_visit
from tests.gui.timeline.hand import click, drag, key
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAccessibleInterface

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.view import Timeline

NAME = QAccessible.Text.Name


def interface(view: Timeline) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def names(view: Timeline) -> list[str]:
    root = interface(view)
    return [root.child(n).text(NAME) for n in range(root.childCount())]


def test_every_item_of_the_day_is_one_child_with_its_words(view: Timeline) -> None:
    assert interface(view).text(NAME) == "График"
    found = names(view)
    assert len(found) == 14
    assert found[2].startswith("Возложение цветов к Вечному огню, 11.00–11.20, Сквер памяти Героев")
    assert "Твёрдое время" in found[2]


def test_item_in_lanes_apart_is_still_one_child(view: Timeline) -> None:
    view.set_mode(LaneMode.PERSON)
    assert len(view.scene.layout.pieces["welcome"]) > 1
    assert len(names(view)) == 14


def test_child_is_where_its_block_is(view: Timeline) -> None:
    root = interface(view)
    for n in range(root.childCount()):
        child = root.child(n)
        if not child.state().offscreen:
            centre = child.rect().center()
            assert root.childAt(centre.x(), centre.y()).text(NAME) == child.text(NAME)
            assert root.indexOfChild(child) == n


def test_selected_child_has_the_focus(view: Timeline) -> None:
    click(view, "lunch")
    view.canvas.focused = True
    root = interface(view)
    lunch = next(
        root.child(n) for n in range(root.childCount()) if "Обед" in root.child(n).text(NAME)
    )
    assert lunch.state().selected
    assert not root.child(0).state().selected


def test_children_follow_the_plan_and_outlive_a_collection(view: Timeline) -> None:
    before = names(view)
    drag(view, "lunch", 60)
    gc.collect()
    assert names(view) != before
    view.session.undo()
    assert names(view) == before


def test_problems_are_said(view: Timeline) -> None:
    root = interface(view)
    farewell = root.child(13)
    assert "3" in farewell.text(QAccessible.Text.Description)


def test_walking_by_keys_is_told_when_somebody_listens(view: Timeline) -> None:
    QAccessible.setActive(True)
    try:
        key(view, 0x01000015)  # Down
        key(view, 0x01000015)
    finally:
        QAccessible.setActive(False)
    assert view.selection


def test_all_parts_have_names(view: Timeline) -> None:
    parts = (view, view.ruler, view.header, view.shelf, view.titling.editor)
    assert all(part.accessibleName() for part in parts)


def test_an_item_on_the_shelf_is_a_child_where_its_chip_lies(view: Timeline) -> None:
    click(view, "lunch")
    view.untime_selected()
    root = interface(view)
    shelved = root.child(root.childCount() - 1)
    ((_, _, chip),) = view.shelf.places()
    corner = view.shelf.mapToGlobal(chip.toAlignedRect().topLeft())
    assert len(names(view)) == 14
    assert shelved.text(NAME).startswith("Обед от имени Губернатора")
    assert shelved.rect().topLeft() == corner
    assert not shelved.state().offscreen


def test_an_item_over_midnight_is_one_child_on_both_days(
    open_view: Callable[[Visit], Timeline],
) -> None:
    late = replace(item("a", "23:00", "23:30", tracks=("main",)), end=clock("01:30").plus(1440))
    view = open_view(small_visit(late))
    first = names(view)
    view.step_day(1)
    assert len(first) == 1
    assert names(view) == first
