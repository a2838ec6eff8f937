# SPDX-License-Identifier: MIT
"""The window on a crowded visit: three days, 200 items, 60 people, several things at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from tests.crowd import crowded_visit
from tests.gui.opening import Opened, cyrillic, press, settle
from tests.gui.timeline.hand import CTRL, drag, mouse, place, take
from tests.opened import read, visit_file
from visitplanner.domain.edits import shift_items
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.tooltip import tooltip

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opening
    from visitplanner.gui.timeline.view import Timeline


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return visit_file(tmp_path, crowded_visit(200, 60, 3), "большой.visit")


@pytest.fixture
def shown(opened: Opening, path: Path) -> Opened:
    return opened(path)


def plan(shown: Opened) -> Timeline:
    return shown.place.centre.timeline


@pytest.mark.parametrize("mode", list(LaneMode))
def test_all_is_drawn_and_no_word_is_half(shown: Opened, mode: LaneMode) -> None:
    shown.act(f"lanes-{mode.value}")
    view = plan(shown)
    found = 0
    for factor in (0.3, 1, 3):
        view.zoom_usual()
        view.zoom(factor)
        for blocks in view.scene.layout.pieces.values():
            for block in blocks:
                plate = view.canvas.plate_of(block)
                title = view.scene.faces.of(shown.item(block.item)).title
                said = " ".join(text.text() for font, _, _, text in plate.texts if font.bold())
                known = [word.rstrip("…") for word in said.split()]
                found += 1
                assert all(
                    word in title.split() or word.rstrip("-") in title for word in known if word
                )
                for _, _, at, text in plate.texts:
                    assert at.x() + text.size().width() <= plate.rect.right() + 0.5
    assert found > 3 * 40 or mode is LaneMode.VEHICLE  # nobody rides in the crowd
    assert not view.viewport().grab().isNull()


def test_a_problem_of_another_day_is_gone_to(shown: Opened) -> None:
    press(plan(shown), Qt.Key.Key_F8)
    item = shown.desk.item
    assert item is not None
    assert item.start is not None
    assert shown.desk.day == item.start.date
    assert item.id in plan(shown).scene.layout.pieces
    rect = plan(shown).rect_of(item.id)
    assert rect is not None
    assert plan(shown).viewport().rect().intersects(rect)


def test_a_block_among_many_is_dragged(shown: Opened, path: Path) -> None:
    view = plan(shown)
    item = list(view.scene.layout.pieces)[5]
    before = shown.item(item).start
    assert before is not None
    drag(view, item, 30)

    assert read(path).visit.items[item].start == before.plus(30)
    shown.act("undo")
    assert read(path).visit.items[item].start == before


def test_all_of_a_day_move_and_go_as_one_step_each(shown: Opened, path: Path) -> None:
    view = plan(shown)
    view.setFocus()
    cyrillic(view, "ф", CTRL)
    chosen = view.selection
    start = shown.visit
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = shown.visit
    press(view, Qt.Key.Key_Delete)
    left = len(read(path).visit.items)
    said = shown.window.notices.text
    shown.act("undo")
    shown.act("undo")

    assert len(chosen) > 50
    for key in chosen:
        first, then = start.items[key].start, moved.items[key].start
        assert first is not None
        assert then == first.plus(5)
    assert left == len(start.items) - len(chosen)
    assert said.startswith("Удален")
    assert str(len(chosen)) in said
    assert shown.visit == start


def test_only_lanes_with_problems_are_few(shown: Opened) -> None:
    shown.act("lanes-person")
    shown.desk.show_day(shown.desk.days[1])
    whole = len(plan(shown).scene.layout.lanes)
    shown.act("only-problems")
    wrong = {
        who
        for problem in shown.desk.session.problems
        if problem.live
        for who in problem.people
        if any(key in plan(shown).scene.layout.pieces for key in problem.items)
    }

    assert {lane.key for lane in plan(shown).scene.layout.lanes} == wrong
    assert len(wrong) < whole


def test_a_drag_in_the_crowd_names_everybody_it_would_take_away(shown: Opened) -> None:
    view = plan(shown)
    items = shown.visit.items
    item = next(
        key
        for key in view.scene.layout.pieces
        if len(view.scene.roster.attendance(items[key])) >= 5
    )
    to = take(view, item, 80)
    note = view.overlay.note
    assert note is not None
    said = " ".join(text for _, text in note.lines)
    look = shown.desk.session.look(lambda visit: shift_items(visit, (item,), 80))
    clashes = [problem for problem in look.appeared if problem.code == "T01"]
    named = {who for problem in clashes for who in problem.people}
    for who in named:
        assert shown.visit.people[who].surname.ru in said
    assert named
    press(view, Qt.Key.Key_Escape)
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    assert not view.overlay.plates


def test_crowded_days_have_icons_and_the_words_in_the_tooltip(shown: Opened) -> None:
    shown.act("lanes-day")
    view = plan(shown)
    key = next(iter(view.scene.layout.pieces))
    plate = view.canvas.plate_of(view.scene.layout.pieces[key][0])
    assert plate.texts == []
    assert plate.icon is not None
    assert shown.item(key).title.ru in tooltip(view.scene, key, shown.desk.theme).replace(
        "\u00a0", " "
    )


def test_the_wheel_goes_through_the_day_and_arrows_through_its_items(shown: Opened) -> None:
    view = plan(shown)
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    walked = [view.selection[0]]
    for _ in range(8):
        press(view, Qt.Key.Key_Down)
        walked.append(view.selection[0])
    assert len(set(walked)) == len(walked)
    starts = [shown.item(key).start for key in walked]
    assert starts == sorted(starts, key=lambda time: time.minutes if time else 0)
    QTest.mouseMove(view.viewport(), QPoint(30, 30))
    settle()
    assert place(view, walked[-1]) is not None
