# SPDX-License-Identifier: MIT
"""A file on its way: the window stands already, and whatever its user does meanwhile is safe."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.crowd import crowded_visit
from tests.factory import example
from tests.gui.opening import button, press, settle
from tests.opened import session_on, visit_file
from visitplanner.gui.navigator import Entry
from visitplanner.gui.status import OnTheWay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opened, Opening
    from visitplanner.gui.main_window import MainWindow


def is_free(path: Path) -> bool:
    """Whether nobody claims a file."""
    with closing(session_on(path)) as session:
        return session.writable


def serve(window: MainWindow) -> None:
    """One turn of the event loop, as soon as there is anything to do in it."""
    del window
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def frame(window: MainWindow) -> list[tuple[int, int, int, int]]:
    """Where the panes stand in the window."""
    place = window.place
    assert place is not None
    return [
        (*pane.mapTo(window, pane.rect().topLeft()).toTuple(), pane.width(), pane.height())
        for pane in place.panes.values()
    ]


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes a while: 1,500 items on nine days."""
    return visit_file(tmp_path, crowded_visit(1_500, 120, 9, seed=5), "большой.visit")


def test_the_panes_stand_where_they_will_stand(opened: Opening, path: Path) -> None:
    shown = opened()
    shown.window.files.open_path(path)
    serve(shown.window)
    before, title = frame(shown.window), shown.window.windowTitle()
    height = shown.tools.height()
    coming = shown.window.desk is None
    settle()

    assert coming
    assert title == "пример – visitplanner"
    assert frame(shown.window) == before
    assert shown.tools.height() == height


def test_what_has_not_come_cannot_be_edited(opened: Opening, path: Path) -> None:
    shown = opened()
    shown.window.files.open_path(path)
    actions = shown.window.bars.actions
    enabled = {name for name, action in actions.items() if action.isEnabled()}
    usable = shown.tools.isEnabled()
    for key in (Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        press(shown.window, key)
    settle()

    assert not usable
    assert enabled.isdisjoint({"new-item", "delete", "undo", "export", "save-copy", "find"})
    assert shown.visit == example()


def test_it_says_what_is_opened_and_can_be_given_up(opened: Opening, path: Path) -> None:
    shown = opened()
    shown.window.files.open_path(path)
    said = shown.status.saved.text()
    way = shown.status.findChild(OnTheWay)
    assert way is not None
    stop = way.findChild(QPushButton)
    assert stop is not None
    stop.click()
    settle()

    assert said == "Открывается «пример»…"
    assert shown.window.desk is None
    assert button(shown.window, "Новый визит").isVisible()
    assert is_free(path)


def test_another_file_takes_the_place_of_one_on_its_way(
    opened: Opening, path: Path, tmp_path: Path
) -> None:
    other = visit_file(tmp_path, name="другой.visit")
    shown = opened()
    shown.window.files.open_path(path)
    shown.window.files.open_path(other)
    settle()

    assert shown.desk.session.path == other
    assert is_free(path)


def test_what_is_open_can_be_edited_until_the_next_has_come(
    shown: Opened, large: Path, path: Path
) -> None:
    shown.window.files.open_path(large)
    shown.desk.jump("session")
    shown.window.bars.actions["later"].trigger()
    moved = shown.item("session").start
    settle()
    with closing(session_on(path)) as session:
        kept = session.visit.items["session"].start

    assert kept == moved != example().items["session"].start
    assert shown.desk.session.path == large


def test_a_window_closed_meanwhile_lets_the_file_go(opened: Opening, large: Path) -> None:
    shown = opened()
    shown.window.files.open_path(large)
    serve(shown.window)
    shown.window.close()

    assert is_free(large)


def test_what_cannot_be_opened_leads_back_to_the_welcome_page(
    opened: Opening, tmp_path: Path
) -> None:
    letter = tmp_path / "письмо.visit"
    letter.write_text("здравствуйте", "utf-8")
    shown = opened(letter)

    assert str(letter) in shown.window.notices.text
    assert button(shown.window, "Новый визит").isVisible()
    assert shown.window.tools is None


def test_the_first_day_of_a_large_file_is_seen_before_all_of_it_is_read(
    opened: Opening, large: Path
) -> None:
    shown = opened()
    shown.window.files.open_path(large)
    place = shown.window.place
    assert place is not None
    while place.stage is None:
        serve(shown.window)
    seen, coming = set(place.stage.scene.layout.pieces), shown.window.desk is None
    faces = {key: place.stage.scene.faces.of(place.stage.scene.visit.items[key]) for key in seen}
    settle()
    scene = shown.place.centre.timeline.scene

    assert coming
    assert seen == {
        item.id
        for item in shown.visit.items.values()
        if item.start and item.start.date == shown.visit.about.starts
    }
    assert faces == {key: scene.faces.of(scene.visit.items[key]) for key in seen}


def test_a_damaged_large_file_is_never_seen(opened: Opening, large: Path) -> None:
    with closing(sqlite3.connect(large)) as link, link:
        link.execute("UPDATE entities SET json = replace(json, 'item-00001', 'item-99999')")
    shown = opened()
    shown.window.files.open_path(large)
    place = shown.window.place
    assert place is not None
    seen = []
    while shown.window.busy:
        serve(shown.window)
        seen.append(place.stage)
    settle()

    assert set(seen) == {None}
    assert shown.window.desk is None
    assert str(large) in shown.window.notices.text


def test_of_a_large_visit_the_navigator_lists_what_is_opened(opened: Opening, large: Path) -> None:
    shown = opened(large)
    tree = shown.place.navigator
    programme = tree.topLevelItem(0)
    assert programme is not None
    second = programme.child(1)
    assert second is not None
    before = second.childCount()
    second.setExpanded(True)
    listed = [second.child(n) for n in range(second.childCount())]
    last = max(shown.visit.items.values(), key=lambda item: (item.start is not None, item.start))
    shown.desk.jump(last.id)
    settle()
    current = tree.currentItem()

    assert before == 0
    assert len(listed) > 1
    assert current is not None
    assert current.data(0, Qt.ItemDataRole.UserRole) == Entry.ITEM.value
    assert current.data(0, Qt.ItemDataRole.UserRole + 1) == last.id


def test_nothing_but_the_frame_is_made_before_the_window_is_seen(
    opened: Opening, path: Path
) -> None:
    shown = opened()
    shown.window.files.open_path(path)
    place = shown.window.place
    assert place is not None
    filled = [pane for pane in place.panes.values() if len(pane.findChildren(QWidget)) > 2]
    settle()

    assert filled == []
    assert place.whole
