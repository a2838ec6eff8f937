# SPDX-License-Identifier: MIT
"""What the mouse does to the plan: every drag is one edit, on disk when the button is up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from tests.factory import clock, example, item, small_visit
from tests.gui.timeline.hand import (
    ALT,
    CTRL,
    NONE,
    click,
    drag,
    key,
    mouse,
    place,
    steps,
    take,
    times,
    type_text,
)
from tests.opened import read, session_on, visit_file
from visitplanner.domain.programme import ItemStatus
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.view import Timeline
    from visitplanner.session.session import Session


def test_drag_moves_by_snapped_minutes_and_stores_it(
    view: Timeline, session: Session, path: Path
) -> None:
    drag(view, "lunch", 12)
    assert times(session.visit, "lunch") == "14:15-15:15"
    assert times(read(path).visit, "lunch") == "14:15-15:15"
    assert steps(session) == 1


def test_drag_snaps_the_start_to_five_minutes(open_view: Callable[[Visit], Timeline]) -> None:
    view = open_view(small_visit(item("a", "10:03", "10:33", tracks=("main",))))
    drag(view, "a", 10)
    assert times(view.session.visit, "a") == "10:15-10:45"


def test_alt_drags_minute_by_minute(view: Timeline, session: Session) -> None:
    view.zoom(4)
    drag(view, "lunch", 7, modifiers=ALT)
    assert times(session.visit, "lunch") == "14:12-15:12"


def test_tremble_of_the_hand_is_a_click(view: Timeline, session: Session) -> None:
    at = place(view, "lunch")
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, at + QPoint(1, 2))
    mouse(view, QEvent.Type.MouseButtonRelease, at + QPoint(1, 2))
    assert steps(session) == 0
    assert view.selection == ("lunch",)


def test_drag_back_to_where_it_was_edits_nothing(view: Timeline, session: Session) -> None:
    at = place(view, "lunch")
    take(view, "lunch", 30)
    mouse(view, QEvent.Type.MouseMove, at)
    mouse(view, QEvent.Type.MouseButtonRelease, at)
    assert steps(session) == 0


def test_escape_takes_a_drag_back(view: Timeline, session: Session) -> None:
    to = take(view, "lunch", 30)
    key(view, Qt.Key.Key_Escape)
    mouse(view, QEvent.Type.MouseMove, to + QPoint(0, 20))
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    assert steps(session) == 0
    assert not view.overlay.plates


def test_end_is_dragged_alone(view: Timeline, session: Session) -> None:
    drag(view, "lunch", 20, "end")
    assert times(session.visit, "lunch") == "14:05-15:25"


def test_start_is_dragged_alone(view: Timeline, session: Session) -> None:
    drag(view, "lunch", 20, "start")
    assert times(session.visit, "lunch") == "14:25-15:05"


def test_end_cannot_pass_the_start(view: Timeline, session: Session) -> None:
    drag(view, "lunch", -120, "end")
    assert times(session.visit, "lunch") == "14:05-14:10"


def test_control_drag_copies(view: Timeline, session: Session) -> None:
    drag(view, "lunch", -60, modifiers=CTRL)
    fresh = view.selection[0]
    assert times(session.visit, "lunch") == "14:05-15:05"
    assert times(session.visit, fresh) == "13:05-14:05"
    assert session.visit.items[fresh].title == session.visit.items["lunch"].title
    assert session.visit.items[fresh].status is ItemStatus.TENTATIVE


def test_selected_items_are_dragged_together_as_one_step(view: Timeline, session: Session) -> None:
    click(view, "signing")
    click(view, "press", CTRL)
    drag(view, "press", 15)
    assert times(session.visit, "signing") == "13:45-14:00"
    assert times(session.visit, "press") == "14:00-14:10"
    session.undo()
    assert session.visit.items == example().items


def test_undo_of_a_drag_shows_the_old_place(view: Timeline, session: Session) -> None:
    before = view.rect_of("lunch")
    drag(view, "lunch", 60)
    assert view.rect_of("lunch") != before
    session.undo()
    assert view.rect_of("lunch") == before


def test_item_of_another_zone_is_dragged_on_its_own_clock(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(
        small_visit(item("a", "10:00", "11:00", zone="Europe/Berlin", tracks=("main",)))
    )
    drag(view, "a", 30)
    assert times(view.session.visit, "a") == "10:30-11:30"


def test_item_is_dragged_over_midnight(open_view: Callable[[Visit], Timeline]) -> None:
    view = open_view(small_visit(item("a", "22:30", "23:30", tracks=("main",))))
    drag(view, "a", 60)
    found = view.session.visit.items["a"]
    assert (found.start, found.end) == (clock("23:30"), clock("00:30").plus(1440))
    block = view.scene.layout.pieces["a"][0]
    assert (block.bottom, block.cut_below) == (1440, True)


def test_dragging_on_empty_ground_creates_an_item_of_that_lane(
    view: Timeline, session: Session, path: Path
) -> None:
    view.verticalScrollBar().setValue(view.scale.y(9 * 60))
    at = QPoint(40, view.scale.y(9 * 60 + 30) - view.offset.y())
    to = at + QPoint(0, view.scale.y(25))
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, to)
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    assert view.titling.editor.isVisible()
    assert steps(session) == 0
    type_text(view.titling.editor, "Брифинг")
    key(view.titling.editor, Qt.Key.Key_Return)
    fresh = read(path).visit.items[view.selection[0]]
    assert fresh.title.ru == "Брифинг"
    assert fresh.tracks == (view.scene.layout.lanes[0].key,)
    assert times(read(path).visit, fresh.id) == "09:30-09:55"
    assert not view.titling.editor.isVisible()


def test_drawn_item_without_a_title_is_not_made(view: Timeline, session: Session) -> None:
    at = QPoint(40, view.scale.y(9 * 60 + 15) - view.offset.y())
    mouse(view, QEvent.Type.MouseButtonDblClick, at)
    key(view.titling.editor, Qt.Key.Key_Escape)
    mouse(view, QEvent.Type.MouseButtonDblClick, at)
    key(view.titling.editor, Qt.Key.Key_Return)
    assert steps(session) == 0
    assert not view.overlay.plates


def test_double_click_edits_the_title_in_place(view: Timeline, session: Session) -> None:
    mouse(view, QEvent.Type.MouseButtonDblClick, place(view, "lunch"))
    assert view.titling.editor.text() == session.visit.items["lunch"].title.ru
    type_text(view.titling.editor, "Обед")
    key(view.titling.editor, Qt.Key.Key_Return)
    assert session.visit.items["lunch"].title.ru == "Обед"
    assert view.hasFocus()


def test_click_on_the_ground_selects_nothing(view: Timeline) -> None:
    click(view, "lunch")
    mouse(view, QEvent.Type.MouseButtonPress, QPoint(20, 3))
    mouse(view, QEvent.Type.MouseButtonRelease, QPoint(20, 3))
    assert view.selection == ()


def test_selection_is_told_once(view: Timeline) -> None:
    told: list[tuple[str, ...]] = []
    view.selection_changed.connect(told.append)
    click(view, "lunch")
    click(view, "lunch")
    assert told == [("lunch",)]


def test_read_only_visit_is_not_dragged(
    tmp_path: Path, shown: Callable[[Session], Timeline], qtbot: QtBot
) -> None:
    session = session_on(visit_file(tmp_path, example()), read_only=True)
    view = shown(session)
    with qtbot.waitSignal(view.status):
        drag(view, "lunch", 30)
    assert times(session.visit, "lunch") == "14:05-15:05"
    session.close()


def test_refused_edit_is_told_and_changes_nothing(
    open_view: Callable[[Visit], Timeline], qtbot: QtBot
) -> None:
    # Berlin puts its clocks forward on 29 March 2026 at 2.00: 2.30 does not exist that night.
    night = clock("00:00").plus(96 * 1440)
    sleepless = replace(
        item("a", "10:00", "11:00", zone="Europe/Berlin", tracks=("main",)),
        start=night.plus(60),
        end=night.plus(90),
    )
    visit = small_visit(sleepless)
    view = open_view(replace(visit, about=replace(visit.about, starts=night.date, ends=night.date)))
    with qtbot.waitSignal(view.edit_failed) as told:
        drag(view, "a", 75)
    assert "2.15" in told.args[0]
    assert view.session.visit.items["a"].start == night.plus(60)


@pytest.mark.parametrize("part", ["start", "middle", "end"])
def test_drag_near_the_edge_of_the_window_scrolls(view: Timeline, qtbot: QtBot, part: str) -> None:
    at = place(view, "lunch", part)
    before = view.verticalScrollBar().value()
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, QPoint(at.x(), view.viewport().height() - 2))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > before + 60)
    key(view, Qt.Key.Key_Escape)


@pytest.mark.parametrize("mode", list(LaneMode))
def test_items_are_dragged_whatever_the_lanes(
    view: Timeline, session: Session, mode: LaneMode
) -> None:
    view.set_mode(mode)
    drag(view, "transfer-3", 10)
    assert times(session.visit, "transfer-3") == "15:15-15:40"


def test_item_is_dragged_to_another_day_where_days_are_lanes(
    open_view: Callable[[Visit], Timeline],
) -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna"))
    view = open_view(
        replace(visit, about=replace(visit.about, ends=visit.about.ends + timedelta(1)))
    )
    view.set_mode(LaneMode.DAY)
    at = place(view, "a")
    to = at + QPoint(round(view.scale.lane), 0)
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, to)
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    assert view.session.visit.items["a"].start == clock("10:00").plus(1440)


def test_secondary_button_selects_and_asks_for_a_menu(view: Timeline, qtbot: QtBot) -> None:
    at = place(view, "lunch")
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at), NONE
    )
    with qtbot.waitSignal(view.menu_wanted) as told:
        QApplication.sendEvent(view.viewport(), asked)
    assert view.selection == ("lunch",)
    assert told.args == [view.viewport().mapToGlobal(at)]


def test_title_being_typed_is_kept_when_the_timeline_is_let_go(
    view: Timeline, session: Session
) -> None:
    mouse(view, QEvent.Type.MouseButtonDblClick, place(view, "lunch"))
    type_text(view.titling.editor, "Ужин")
    view.let_go()
    assert session.visit.items["lunch"].title.ru == "Ужин"
