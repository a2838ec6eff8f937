# SPDX-License-Identifier: MIT
"""The timeline by keyboard alone, under Latin and Cyrillic layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.factory import example, item, small_visit
from tests.gui.timeline.hand import ALT, CTRL, SHIFT, click, key, type_text
from tests.opened import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.view import Timeline
    from visitplanner.session.session import Session

K = Qt.Key


def times(session: Session, item_id: str) -> str:
    found = session.visit.items[item_id]
    return f"{str(found.start)[11:]}-{str(found.end)[11:]}"


def test_down_walks_a_lane_by_time(view: Timeline) -> None:
    click(view, "laying")
    walked = []
    for _ in range(4):
        key(view, K.Key_Down)
        walked.append(view.selection[0])
    assert walked == ["transfer-2", "heads-meeting", "session", "signing"]


def test_up_walks_back(view: Timeline) -> None:
    click(view, "session")
    key(view, K.Key_Up)
    assert view.selection == ("heads-meeting",)


def test_arrows_to_the_side_go_to_the_lane_beside(view: Timeline) -> None:
    click(view, "session")
    key(view, K.Key_Right)
    assert view.selection == ("cities-meeting",)
    key(view, K.Key_Left)
    assert view.selection == ("session",)


def test_shift_and_arrows_select_several_and_go_back(view: Timeline, session: Session) -> None:
    click(view, "heads-meeting")
    key(view, K.Key_Down, modifiers=SHIFT)
    key(view, K.Key_Right, modifiers=SHIFT)
    assert set(view.selection) == {"heads-meeting", "session", "cities-meeting"}
    assert view.selection[0] == "cities-meeting"
    key(view, K.Key_Left, modifiers=SHIFT)
    assert view.selection == ("session", "heads-meeting")
    key(view, K.Key_Down, modifiers=ALT)
    assert times(session, "session") == "12:15-13:35"
    assert times(session, "heads-meeting") == "11:50-12:10"
    assert times(session, "cities-meeting") == "12:10-13:30"
    key(view, K.Key_Delete)
    assert not {"session", "heads-meeting"} & session.visit.items.keys()
    session.undo()
    session.undo()
    assert session.visit == example()


@pytest.mark.parametrize("code", [K.Key_A, ord("Ф")])
def test_control_a_selects_all_of_the_day(view: Timeline, code: int) -> None:
    key(view, code, modifiers=CTRL)
    assert len(view.selection) == 14


def test_first_arrow_finds_the_first_item(view: Timeline) -> None:
    key(view, K.Key_Down)
    assert view.selection == ("welcome",)


def test_home_and_end_go_to_first_and_last_item(view: Timeline) -> None:
    key(view, K.Key_End)
    assert view.selection == ("farewell",)
    rect = view.rect_of("farewell")
    assert rect is not None
    assert view.viewport().rect().contains(rect)
    key(view, K.Key_Home)
    assert view.selection == ("welcome",)


def test_page_keys_scroll(view: Timeline) -> None:
    before = view.verticalScrollBar().value()
    key(view, K.Key_PageDown)
    assert view.verticalScrollBar().value() > before
    key(view, K.Key_PageUp)
    assert view.verticalScrollBar().value() == before


def test_alt_arrows_move_by_five_minutes(view: Timeline, session: Session, path: Path) -> None:
    click(view, "lunch")
    key(view, K.Key_Down, modifiers=ALT)
    key(view, K.Key_Down, modifiers=ALT)
    key(view, K.Key_Up, modifiers=ALT)
    assert times(session, "lunch") == "14:10-15:10"
    assert read(path).visit == session.visit
    session.undo()
    assert times(session, "lunch") == "14:15-15:15"


def test_shift_alt_arrows_move_the_end(view: Timeline, session: Session) -> None:
    click(view, "lunch")
    key(view, K.Key_Up, modifiers=ALT | SHIFT)
    assert times(session, "lunch") == "14:05-15:00"


@pytest.mark.parametrize("code", [K.Key_L, ord("Д")])
def test_l_fixes_and_lets_go(view: Timeline, session: Session, code: int) -> None:
    click(view, "lunch")
    key(view, code)
    assert session.visit.items["lunch"].fixed
    key(view, code)
    assert not session.visit.items["lunch"].fixed


@pytest.mark.parametrize("code", [K.Key_D, ord("В")])
def test_control_d_copies_to_right_after(view: Timeline, session: Session, code: int) -> None:
    click(view, "lunch")
    key(view, code, modifiers=CTRL)
    assert view.selection != ("lunch",)
    assert times(session, view.selection[0]) == "15:05-16:05"


@pytest.mark.parametrize("code", [K.Key_N, ord("Т")])
def test_n_begins_an_item_after_this_one(
    view: Timeline, session: Session, path: Path, code: int
) -> None:
    click(view, "lunch")
    key(view, code)
    type_text(view.titling.editor, "Перерыв")
    key(view.titling.editor, K.Key_Return)
    fresh = read(path).visit.items[view.selection[0]]
    assert fresh.title.ru == "Перерыв"
    assert times(session, fresh.id) == "15:05-15:35"
    assert fresh.tracks == session.visit.items["lunch"].tracks


def test_n_on_an_empty_day_begins_in_the_morning(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(small_visit())
    key(view, K.Key_N)
    type_text(view.titling.editor, "Встреча")
    key(view.titling.editor, K.Key_Return)
    assert times(view.session, view.selection[0]) == "09:00-09:30"


def test_enter_edits_the_title_and_escape_keeps_the_old_one(
    view: Timeline, session: Session
) -> None:
    click(view, "lunch")
    key(view, K.Key_Return)
    type_text(view.titling.editor, "Ужин")
    key(view.titling.editor, K.Key_Escape)
    assert session.visit == example()
    assert view.hasFocus()


def test_typed_title_is_kept_when_the_keyboard_goes_elsewhere(
    view: Timeline, session: Session
) -> None:
    click(view, "lunch")
    key(view, K.Key_Return)
    type_text(view.titling.editor, "Ужин")
    view.setFocus()
    assert session.visit.items["lunch"].title.ru == "Ужин"


def test_delete_removes_and_undo_brings_back(view: Timeline, session: Session) -> None:
    click(view, "lunch")
    click(view, "press", CTRL)
    key(view, K.Key_Delete)
    assert not {"lunch", "press"} & session.visit.items.keys()
    assert view.selection == ()
    assert "lunch" not in view.scene.layout.pieces
    session.undo()
    assert session.visit == example()
    assert "lunch" in view.scene.layout.pieces


def test_escape_lets_the_selection_go(view: Timeline) -> None:
    click(view, "lunch")
    key(view, K.Key_Escape)
    assert view.selection == ()


def test_key_held_down_is_one_step_of_undo(view: Timeline, session: Session) -> None:
    click(view, "lunch")
    key(view, K.Key_Down, modifiers=ALT)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, K.Key_Down, ALT, "", autorep=True)
        QApplication.sendEvent(view, held)
    assert times(session, "lunch") == "14:25-15:25"
    session.undo()
    assert times(session, "lunch") == "14:05-15:05"


def test_control_page_keys_change_the_day(open_view: Callable[[Visit], Timeline]) -> None:
    view = open_view(small_visit(item("a", "10:00", "11:00")))
    days: list[object] = []
    view.day_changed.connect(days.append)
    key(view, K.Key_PageDown, modifiers=CTRL)
    assert not view.scene.layout.pieces
    key(view, K.Key_PageUp, modifiers=CTRL)
    assert list(view.scene.layout.pieces) == ["a"]
    assert [str(day) for day in days] == ["2025-12-24", "2025-12-23"]
