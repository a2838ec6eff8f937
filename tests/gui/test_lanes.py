# SPDX-License-Identifier: MIT
"""The plan in the real window: ripple, menus, lanes, the shelf, several items, other tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.gui.opening import Opened, cyrillic, press, settle
from tests.gui.timeline.hand import CTRL, click, drag, key, mouse, place
from tests.opened import read
from visitplanner.gui.lane_memory import LaneMemory
from visitplanner.gui.settings import read_settings
from visitplanner.gui.timeline.lanes import LaneMode

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.view import Timeline

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


def plan(shown: Opened) -> Timeline:
    return shown.place.centre.timeline


def lanes(shown: Opened) -> list[str]:
    return [lane.key for lane in plan(shown).scene.layout.lanes]


def span(visit: Visit, item: str) -> str:
    found = visit.items[item]
    return f"{str(found.start)[11:]}-{str(found.end)[11:]}"


def steps(shown: Opened) -> int:
    return sum(1 for _ in shown.desk.session.history())


def menu_at(shown: Opened, widget: QWidget, at: QPoint) -> QMenu:
    """The menu under the right button."""
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at), Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, asked)
    settle()
    found = [menu for menu in shown.window.findChildren(QMenu) if menu.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(menu: QMenu, text: str) -> None:
    entry = next(e for e in menu.actions() if e.text() == text)
    assert entry.isEnabled()
    entry.trigger()
    menu.close()
    settle()


def sideways(shown: Opened, item: str, lane: str, minutes: int = 0) -> None:
    """Drags an item into another lane."""
    view = plan(shown)
    at = place(view, item)
    column = view.scene.layout.lane_of(lane)
    assert column is not None
    x = view.scale.x(column) + round(view.scale.lane / 2) - view.offset.x()
    to = QPoint(x, at.y() + round(minutes * view.scale.minute))
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, (at + to) / 2)
    mouse(view, QEvent.Type.MouseMove, to)
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    settle()


def pull(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Drags from a point of a widget to a point of the screen."""
    for kind, where in (
        (QEvent.Type.MouseButtonPress, widget.mapToGlobal(start)),
        (QEvent.Type.MouseMove, (widget.mapToGlobal(start) + end) / 2),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        local = QPointF(widget.mapFromGlobal(where))
        event = QMouseEvent(kind, local, QPointF(where), LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
    settle()


def test_ripple_is_turned_on_by_the_toolbar_and_remembered(shown: Opened, path: Path) -> None:
    ripple = shown.window.bars.actions["ripple"]
    tool = shown.tools.widgetForAction(ripple)
    QTest.mouseClick(tool, LEFT)
    shown.desk.jump("lunch")
    press(plan(shown), Qt.Key.Key_Down, ALT)
    shown.window.refresh()

    assert ripple.isChecked()
    assert ripple.toolTip().startswith("Сдвигать следующие (до первого пункта с твёрдым временем)")
    assert span(read(path).visit, "lunch") == "14:10-15:10"
    assert span(read(path).visit, "transfer-3") == "15:10-15:35"
    assert steps(shown) == 1
    assert read_settings(shown.window.office.settings_file).ripple
    cyrillic(shown.window, "К", CTRL)
    assert not plan(shown).ripple


def test_menu_of_an_item_does_what_it_says(shown: Opened) -> None:
    view = plan(shown)
    menu = menu_at(shown, view.viewport(), place(view, "lunch"))
    status = next(e.menu() for e in menu.actions() if e.text() == "Статус")
    assert isinstance(status, QMenu)
    choose(status, "Отменено")
    menu.close()
    settle()
    menu = menu_at(shown, view.viewport(), place(view, "lunch"))
    choose(menu, "Закрепить или открепить время")

    assert shown.item("lunch").status == "cancelled"
    assert shown.item("lunch").fixed


def test_menu_of_the_ground_begins_an_item_there(shown: Opened) -> None:
    view = plan(shown)
    view.verticalScrollBar().setValue(view.scale.y(8 * 60))
    at = QPoint(40, view.scale.y(8 * 60 + 30) - view.offset.y())
    choose(menu_at(shown, view.viewport(), at), "Пункт здесь")
    QTest.keyClicks(view.titling.editor, "Briefing")
    key(view.titling.editor, Qt.Key.Key_Return)

    assert span(shown.visit, shown.desk.selection[0]) == "08:30-09:00"


def test_lanes_are_hidden_moved_and_remembered(shown: Opened, path: Path) -> None:
    before = lanes(shown)
    header = plan(shown).header
    choose(menu_at(shown, header, QPoint(20, 20)), "Скрыть колонку")
    hidden = lanes(shown)
    choose(menu_at(shown, header, QPoint(20, 20)), "Колонку правее")
    moved = lanes(shown)

    assert hidden == before[1:]
    assert moved[:2] == [before[2], before[1]]
    assert shown.tools.lanes.text().endswith("*")
    assert "скрыта 1" in shown.tools.lanes.toolTip()
    assert steps(shown) == 0
    shown_day = shown.desk.day
    shown.window.close()
    kept = read_settings(shown.window.office.settings_file)
    assert set(moved) < set(before)
    choice = LaneMemory(kept, read(path).visit.uid).choice(LaneMode.TRACK, shown_day)
    assert choice.hidden == {before[0]}
    assert [k for k in choice.order if k not in choice.hidden][:2] == moved[:2]


def test_lanes_come_back_by_menu_and_by_mode(shown: Opened) -> None:
    before = lanes(shown)
    plan(shown).arranging.hide(before[0])
    shown.act("lanes-person")
    shown.act("lanes-track")
    kept = lanes(shown)
    shown.act("show-all-lanes")

    assert kept == before[1:]
    assert lanes(shown) == before


def test_a_lane_is_dragged_by_its_name(shown: Opened) -> None:
    before = lanes(shown)
    view = plan(shown)
    end = view.header.mapToGlobal(QPoint(view.header.width() - 4, 20))
    pull(view.header, QPoint(30, 20), end)

    assert lanes(shown) == [*before[1:], before[0]]


def test_escape_takes_the_drag_of_a_lane_back(shown: Opened) -> None:
    before = lanes(shown)
    view = plan(shown)
    for kind, x in (
        (QEvent.Type.MouseButtonPress, 30),
        (QEvent.Type.MouseMove, 200),
        (QEvent.Type.MouseMove, view.header.width() - 4),
    ):
        at = QPointF(x, 20)
        where = view.header.mapToGlobal(at)
        event = QMouseEvent(kind, at, where, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.header, event)
    view.setFocus()
    press(view, Qt.Key.Key_Escape)
    at = QPointF(view.header.width() - 4, 20)
    where = view.header.mapToGlobal(at)
    up = QEvent.Type.MouseButtonRelease
    event = QMouseEvent(up, at, where, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.header, event)

    assert lanes(shown) == before


def test_escape_takes_a_drag_in_the_window_back(shown: Opened, path: Path) -> None:
    view = plan(shown)
    at = place(view, "lunch")
    to = at + QPoint(0, 60)
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, to)
    floating = len(view.overlay.plates)
    press(view, Qt.Key.Key_Escape)
    mouse(view, QEvent.Type.MouseMove, to + QPoint(0, 20))
    mouse(view, QEvent.Type.MouseButtonRelease, to)

    assert floating == 1
    assert view.overlay.plates == []
    assert span(read(path).visit, "lunch") == "14:05-15:05"
    assert steps(shown) == 0


def test_lanes_are_moved_by_keys(shown: Opened) -> None:
    before = lanes(shown)
    shown.desk.jump("cities-meeting")
    at = plan(shown).arranging.current
    shown.act("lane-left")

    assert lanes(shown).index(at) == before.index(at) - 1


def test_only_lanes_with_problems(shown: Opened) -> None:
    shown.act("lanes-person")
    before = lanes(shown)
    shown.act("only-problems")
    some = lanes(shown)
    named = {
        who for p in shown.desk.session.problems if p.live and p.code == "R01" for who in p.people
    }

    assert set(some) == named
    assert len(some) < len(before)
    shown.act("only-problems")
    assert lanes(shown) == before


def test_a_jump_to_an_item_brings_its_lane_back(shown: Opened) -> None:
    shown.desk.jump("cities-meeting")
    lane = plan(shown).arranging.current
    shown.act("hide-lane")
    gone = lane in lanes(shown)
    shown.desk.select(())
    shown.desk.jump("cities-meeting")
    settle()

    assert not gone
    assert lane in lanes(shown)


def test_item_goes_to_the_shelf_and_back(shown: Opened, path: Path) -> None:
    view = plan(shown)
    at = place(view, "lunch")
    over = QPoint(at.x(), -10)
    mouse(view, QEvent.Type.MouseButtonPress, at)
    mouse(view, QEvent.Type.MouseMove, QPoint(at.x(), 20))
    mouse(view, QEvent.Type.MouseMove, over)
    assert view.overlay.note is not None
    said = view.overlay.note.heading
    mouse(view, QEvent.Type.MouseButtonRelease, over)
    settle()
    shelved = read(path).visit.items["lunch"]

    assert said == "Без времени"
    assert (shelved.start, shelved.end, str(shelved.day)) == (None, None, "2025-12-23")
    assert steps(shown) == 1
    _, _, chip = view.shelf.places()[0]
    view.verticalScrollBar().setValue(view.scale.y(17 * 60))
    y = view.scale.y(17 * 60 + 30) - view.offset.y()
    pull(view.shelf, chip.center().toPoint(), view.viewport().mapToGlobal(QPoint(80, y)))
    back = read(path).visit.items["lunch"]
    assert str(back.start) == "2025-12-23T17:30"
    assert steps(shown) == 2
    shown.act("undo")
    assert shown.item("lunch").start is None


def test_time_is_taken_off_by_key_and_undone(shown: Opened) -> None:
    shown.desk.jump("lunch")
    cyrillic(plan(shown), "Г", CTRL)
    gone = shown.item("lunch").start
    name = shown.window.bars.actions["undo"].text()
    shown.act("undo")

    assert gone is None
    assert name.startswith("Отменить: снятие времени с пункта «Обед")
    assert span(shown.visit, "lunch") == "14:05-15:05"


def test_several_items_are_aligned_as_one_step(shown: Opened) -> None:
    view = plan(shown)
    click(view, "session")
    click(view, "cities-meeting", CTRL)
    click(view, "lunch", CTRL)
    shown.act("align-starts")

    assert str(shown.item("session").start) == str(shown.item("lunch").start)
    assert str(shown.item("cities-meeting").start) == str(shown.item("lunch").start)
    assert steps(shown) == 1
    shown.act("undo")
    shown.act("align-ends")
    assert str(shown.item("session").end) == str(shown.item("lunch").end)


def test_control_drag_copies_all_selected(shown: Opened) -> None:
    view = plan(shown)
    before = set(shown.visit.items)
    click(view, "signing")
    click(view, "press", CTRL)
    drag(view, "press", 30, modifiers=CTRL)
    fresh = set(shown.visit.items) - before

    assert sorted(span(shown.visit, key) for key in fresh) == ["14:00-14:15", "14:15-14:25"]
    assert set(shown.desk.selection) == fresh
    assert steps(shown) == 1


def test_sideways_to_another_track_with_the_time_as_one_step(shown: Opened) -> None:
    item = "cities-meeting"
    (old,) = shown.item(item).tracks
    new = next(key for key in lanes(shown) if key != old)
    before = shown.item(item)
    sideways(shown, item, new, 60)

    assert shown.item(item).tracks == (new,)
    assert before.start is not None
    assert shown.item(item).start == before.start.plus(60)
    assert steps(shown) == 1
    shown.act("undo")
    assert shown.item(item) == before


def test_an_item_across_all_tracks_keeps_them(shown: Opened) -> None:
    before = shown.item("lunch")
    sideways(shown, "lunch", lanes(shown)[-1])

    assert shown.item("lunch") == before
    assert steps(shown) == 0


def test_sideways_to_another_place_lets_the_room_go(shown: Opened) -> None:
    shown.act("lanes-venue")
    sideways(shown, "lunch", "memorial")

    assert (shown.item("lunch").venue, shown.item("lunch").room) == ("memorial", None)


def test_sideways_says_why_it_cannot_be(shown: Opened) -> None:
    shown.act("lanes-person")
    item = "heads-meeting"
    blocks = plan(shown).scene.layout.pieces[item]
    standing = {n for b in blocks for n in range(b.first, b.last + 1)}
    other = next(key for n, key in enumerate(lanes(shown)) if n not in standing)
    sideways(shown, item, other)

    assert steps(shown) == 0
    assert shown.status.currentMessage() == (
        "Перенос мышью не меняет участников: они указываются в свойствах пункта."
    )


def test_arrows_walk_to_the_shelf_and_down_again(shown: Opened) -> None:
    shown.desk.jump("lunch")
    shown.act("untime")
    view = plan(shown)
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    first = view.selection
    press(view, Qt.Key.Key_Up)
    above = view.selection
    press(view, Qt.Key.Key_Down)

    assert above == ("lunch",)
    assert view.selection == first
