# SPDX-License-Identifier: MIT
"""What if: what a drag would break, and for whom; and what ripple takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt

from tests.factory import example, having, item, small_visit
from tests.gui.timeline.hand import (
    ALT,
    CTRL,
    SHIFT,
    click,
    drag,
    key,
    mouse,
    steps,
    take,
    times,
)
from visitplanner.domain.programme import Track
from visitplanner.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.view import Timeline
    from visitplanner.session.session import Session


def test_drag_says_what_it_would_break_and_names_the_people(view: Timeline) -> None:
    to = take(view, "session", -25)
    note = view.overlay.note
    assert note is not None
    assert note.heading.startswith("11.45–13.05")
    (severity, sentence), *_ = note.lines
    assert severity == "error"
    for name in ("Анохин", "Субботин", "20"):
        assert name in sentence
    mouse(view, QEvent.Type.MouseMove, to + QPoint(0, round(25 * view.scale.minute)))
    assert view.overlay.note is not None
    assert not view.overlay.note.lines


def test_everybody_whose_plan_would_break_is_named(
    open_view: Callable[[Visit], Timeline],
) -> None:
    people = ("anna", "boris", "vera", "gleb", "dora")
    busy = (item(f"busy-{who}", "12:00", "13:00", who) for who in people)
    view = open_view(small_visit(item("all", "10:00", "11:00", *people), *busy))
    take(view, "all", 120)
    note = view.overlay.note
    assert note is not None
    said = " ".join(text for _, text in note.lines)
    for surname in ("Анина", "Борисов", "Верина", "Глебов", "Дорина"):
        assert surname in said
    assert note.lines[-1][1].startswith("и ещё 2: ")


def test_a_resize_says_what_it_would_break_as_soon_as_the_frame_is_drawn(
    view: Timeline, qtbot: QtBot
) -> None:
    to = take(view, "heads-meeting", 30, "end")
    assert view.overlay.note is not None
    assert view.overlay.note.heading.startswith("11.45–12.35")
    qtbot.waitUntil(lambda: bool(view.overlay.note and view.overlay.note.lines))
    (severity, sentence), *_ = view.overlay.note.lines
    assert severity == "error"
    assert "Анохин" in sentence
    mouse(view, QEvent.Type.MouseMove, to - QPoint(0, round(30 * view.scale.minute)))
    assert not view.overlay.note.lines  # where it was: nothing need be asked


def test_what_is_closed_to_each_of_several_in_hand_is_shaded(
    open_view: Callable[[Visit], Timeline],
) -> None:
    tracks = (Track(id="main", name=Text(ru="А")), Track(id="city", name=Text(ru="Б"), order=1))
    visit = having(
        small_visit(
            item("a", "10:00", "11:00", "anna", tracks=("main",)),
            item("b", "10:00", "11:00", "boris", tracks=("city",)),
            item("busy-a", "12:00", "13:00", "anna", tracks=("main",)),
            item("busy-b", "14:00", "15:00", "boris", tracks=("city",)),
        ),
        tracks=tracks,
    )
    view = open_view(visit)
    click(view, "a")
    click(view, "b", CTRL)
    take(view, "a", 5)
    shaded = {(shade.left, shade.top, shade.bottom) for shade in view.canvas.shades}
    assert {(0, 720, 780), (1, 840, 900)} <= shaded


def test_closed_times_are_shaded_while_dragging(view: Timeline, qtbot: QtBot) -> None:
    take(view, "session", -5)
    qtbot.waitUntil(lambda: bool(view.canvas.shades))
    heads = next(b for b in view.scene.layout.pieces["heads-meeting"])
    assert any(
        shade.top <= heads.top and heads.bottom <= shade.bottom and shade.severity == "error"
        for shade in view.canvas.shades
    )
    key(view, Qt.Key.Key_Escape)
    assert not view.canvas.shades


def test_ripple_pushes_what_follows_as_far_as_it_must(view: Timeline, session: Session) -> None:
    view.ripple = True
    drag(view, "lunch", 20)
    assert times(session.visit, "lunch") == "14:25-15:25"
    assert times(session.visit, "transfer-3") == "15:25-15:50"
    assert times(session.visit, "enterprise") == "15:50-16:50"
    assert times(session.visit, "press") == "13:45-13:55"
    assert steps(session) == 1
    session.undo()
    assert session.visit.items == example().items


def test_shift_ripples_while_it_is_down(view: Timeline, session: Session) -> None:
    to = take(view, "lunch", 20)
    assert len(view.overlay.plates) == 1
    mouse(view, QEvent.Type.MouseMove, to, SHIFT)
    assert len(view.overlay.plates) > 1
    assert view.canvas.held >= {"lunch", "transfer-3", "enterprise"}
    mouse(view, QEvent.Type.MouseMove, to)
    assert view.canvas.held == {"lunch"}
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    assert times(session.visit, "transfer-3") == "15:05-15:30"


def test_several_in_hand_ripple_together_by_mouse_and_by_keys(
    open_view: Callable[[Visit], Timeline],
) -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna", tracks=("main",)),
        item("b", "11:00", "11:30", "anna", tracks=("main",)),
        item("c", "12:00", "12:30", "boris", tracks=("main",)),
        item("d", "12:35", "13:00", "boris", tracks=("main",)),
    )
    view = open_view(visit)
    view.ripple = True
    click(view, "a")
    click(view, "c", CTRL)
    drag(view, "c", 10)
    after = [times(view.session.visit, key) for key in "abcd"]
    assert after == ["10:10-11:10", "11:10-11:40", "12:10-12:40", "12:40-13:05"]
    assert steps(view.session) == 1
    view.session.undo()
    assert view.session.visit.items == visit.items
    key(view, Qt.Key.Key_Down, modifiers=ALT)
    after = [times(view.session.visit, key) for key in "abcd"]
    assert after == ["10:05-11:05", "11:05-11:35", "12:05-12:35", "12:35-13:00"]


def test_ripple_to_earlier_pulls_nothing(view: Timeline, session: Session) -> None:
    view.ripple = True
    drag(view, "lunch", -5)
    assert times(session.visit, "lunch") == "14:00-15:00"
    assert times(session.visit, "transfer-3") == "15:05-15:30"


def test_a_fixed_item_stops_the_ripple_and_shows_its_problem(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(
        small_visit(
            item("a", "10:00", "11:00", "anna", tracks=("main",)),
            item("b", "11:00", "11:30", "anna", fixed=True, tracks=("main",)),
            item("c", "11:30", "12:00", "anna", tracks=("main",)),
        )
    )
    view.ripple = True
    to = take(view, "a", 15)
    assert view.overlay.note is not None
    said = " ".join(text for _, text in view.overlay.note.lines)
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    assert "Анина" in said
    assert [times(view.session.visit, key) for key in "abc"] == [
        "10:15-11:15",
        "11:00-11:30",
        "11:30-12:00",
    ]
    assert view.scene.alarms.severity("b") == "error"


def test_the_note_says_how_many_items_give_way(view: Timeline) -> None:
    view.ripple = True
    take(view, "lunch", 20)
    assert view.overlay.note is not None
    assert any(text.startswith("сдвигает ещё ") for _, text in view.overlay.note.lines)
