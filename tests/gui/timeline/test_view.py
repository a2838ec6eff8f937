# SPDX-License-Identifier: MIT
"""What the timeline shows: lanes, zoom, colours and marks on the screen."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.factory import clock, example, having, item, small_visit
from tests.gui.timeline.hand import (
    CTRL,
    NONE,
    SHIFT,
    click,
    drag,
    has_colour,
    mouse,
    picture,
    place,
)
from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import ItemStatus, Track
from visitplanner.domain.text import Text
from visitplanner.gui import theme
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.scale import LEAST, MOST
from visitplanner.gui.timeline.tooltip import tooltip
from visitplanner.gui.timeline.view import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from visitplanner.domain.visit import Visit
    from visitplanner.session.session import Session


def wheel(view: Timeline, notches: int, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where,
        view.viewport().mapToGlobal(where),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_first_item_of_the_day_is_in_sight(view: Timeline) -> None:
    rect = view.rect_of("welcome")
    assert rect is not None
    assert view.viewport().rect().contains(rect)


def test_wheel_scrolls(view: Timeline) -> None:
    before = view.verticalScrollBar().value()
    wheel(view, -1, QPoint(300, 300), NONE)
    assert view.verticalScrollBar().value() > before


def test_shift_wheel_scrolls_to_the_side(view: Timeline) -> None:
    view.set_mode(LaneMode.PERSON)
    wheel(view, -1, QPoint(300, 300), SHIFT)
    assert view.horizontalScrollBar().value() > 0


def test_blocks_are_drawn_on_whole_pixels_of_a_dense_screen(view: Timeline) -> None:
    view.canvas.restyle(theme.LIGHT, view.canvas.type, 1.5)
    for blocks in view.scene.layout.pieces.values():
        rect = view.canvas.rect_of(blocks[0])
        for length in (rect.left(), rect.top(), rect.right(), rect.bottom()):
            assert length * 1.5 == pytest.approx(round(length * 1.5))


def test_control_wheel_zooms_around_the_pointer(view: Timeline) -> None:
    before, scale = view.minute_at(300), view.scale.minute
    wheel(view, 3, QPoint(300, 300), CTRL)
    assert view.scale.minute > scale
    assert view.minute_at(300) == pytest.approx(before, abs=1)
    wheel(view, -2, QPoint(300, 300), CTRL)
    assert view.minute_at(300) == pytest.approx(before, abs=2)


def test_zoom_stays_within_its_limits(view: Timeline) -> None:
    view.zoom(1e6)
    assert view.scale.minute == MOST
    view.zoom(1e-6)
    assert view.scale.minute == LEAST
    view.zoom_usual()
    assert view.scale.minute * 15 == 24


def test_common_item_is_one_block_across_all_lanes(view: Timeline) -> None:
    rect = view.rect_of("laying")
    assert rect is not None
    assert rect.width() > 0.95 * view.viewport().width()


@pytest.mark.parametrize(
    ("mode", "first"),
    [
        (LaneMode.TRACK, "Главы регионов"),
        (LaneMode.PERSON, "Анохин В. Н."),
        (LaneMode.VENUE, "Граница"),
        (LaneMode.VEHICLE, ""),
        (LaneMode.DAY, "23 декабря, вторник"),
    ],
)
def test_lanes_are_arranged_anew(view: Timeline, mode: LaneMode, first: str) -> None:
    view.set_mode(mode)
    assert view.scene.layout.lanes[0].title.replace("\u00a0", " ").startswith(first)
    assert view.scene.layout.pieces


def test_lane_mode_keeps_the_selection(view: Timeline) -> None:
    click(view, "lunch")
    view.set_mode(LaneMode.PERSON)
    assert view.selection == ("lunch",)


def test_item_is_found_under_the_pointer_where_it_is_drawn(view: Timeline) -> None:
    for mode in LaneMode:
        view.set_mode(mode)
        for key in list(view.scene.layout.pieces)[:5]:
            block = view.block_at(QPointF(place(view, key)))
            assert block is not None
            assert block.item == key


def test_kinds_have_their_colours(view: Timeline) -> None:
    image = picture(view)
    for kind in (Kind.LAYING, Kind.SESSION, Kind.LUNCH):
        assert has_colour(image, theme.LIGHT.kind(kind).fill)
    assert not has_colour(image, theme.LIGHT.kind(Kind.REHEARSAL).edge)


def test_dark_theme_recolours_everything(view: Timeline) -> None:
    view.set_theme(theme.DARK)
    image = picture(view)
    assert has_colour(image, theme.DARK.kind(Kind.LUNCH).fill)
    assert not has_colour(image, theme.LIGHT.surface)


def test_problem_badge_appears_when_people_are_wanted_twice(view: Timeline) -> None:
    assert not has_colour(picture(view), theme.LIGHT.error)
    drag(view, "session", -25)
    view.select(())
    assert has_colour(picture(view), theme.LIGHT.error)
    view.session.undo()
    assert not has_colour(picture(view), theme.LIGHT.error)


def test_overlap_is_marked_on_both_items_for_the_minutes_it_lasts(view: Timeline) -> None:
    drag(view, "session", -25)
    stains = view.scene.alarms.stains
    origin = view.scene.layout.lanes[0].origin
    for key in ("session", "heads-meeting"):
        assert [(s.top - origin, s.bottom - origin) for s in stains[key]] == [(705, 725)]


def test_late_arrival_is_marked_for_the_minutes_short(view: Timeline) -> None:
    (stain,) = view.scene.alarms.stains["farewell"]
    assert stain.bottom - stain.top == 3


def test_selection_is_ringed_with_the_accent(view: Timeline) -> None:
    assert not has_colour(picture(view), theme.LIGHT.accent)
    click(view, "lunch")
    assert has_colour(picture(view), theme.LIGHT.accent)


def test_now_line_is_drawn_on_its_day_only(view: Timeline) -> None:
    view.set_now(clock("12:00"))
    assert has_colour(picture(view), theme.LIGHT.now)
    view.set_now(clock("12:00").plus(1440))
    assert not has_colour(picture(view), theme.LIGHT.now)


def test_now_line_stands_in_its_own_lane_where_lanes_are_days(
    open_view: Callable[[Visit], Timeline],
) -> None:
    visit = small_visit(item("a", "10:00", "11:00"))
    visit = replace(visit, about=replace(visit.about, ends=visit.about.ends + timedelta(2)))
    view = open_view(visit)
    view.set_mode(LaneMode.DAY)
    view.set_now(clock("10:30").plus(1440))
    assert view.canvas.now == (1, 2, 630)
    image = picture(view)
    edges = [view.scale.x(n) - view.offset.x() for n in range(4)]
    found = [
        has_colour(image.copy(left + 8, 0, right - left - 16, image.height()), theme.LIGHT.now)
        for left, right in pairwise(edges)
    ]
    assert found == [False, True, False]


def test_travel_is_a_band_where_nobody_planned_a_transfer(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(
        small_visit(
            item("a", "10:00", "11:00", "anna", venue="hall", tracks=("main",)),
            item("b", "11:30", "12:00", "anna", venue="park", tracks=("main",)),
        )
    )
    (band,) = view.scene.bands
    # 10 minutes × 1.3, 3 to board a car and 2 to get out of it
    assert (band.top, band.ready, band.bottom) == (660, 678, 690)


def test_transfer_is_hatched_as_far_as_the_way_is_long(view: Timeline) -> None:
    # 8 minutes × 1.15 by escorted minibus, 5 to board and 4 to get out
    assert view.scene.needs["transfer-2"] == pytest.approx(8 * 1.15 + 9)


def test_every_state_can_be_drawn_at_every_height(open_view: Callable[[Visit], Timeline]) -> None:
    visit = small_visit(
        *(
            replace(
                item(f"{kind.value}-{status.value}", "10:00", "10:30", "hosts", tracks=("main",)),
                kind=kind,
                status=status,
                fixed=True,
                venue="hall",
            )
            for kind in Kind
            for status in ItemStatus
        )
    )
    view = open_view(visit)
    for factor in (0.05, 1.0, 3.0, 8.0, 30.0):
        view.zoom(factor)
        assert not picture(view).isNull()


def test_untimed_items_lie_on_the_shelf_and_are_selected_there(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(
        having(
            small_visit(item("a", "10:00", "11:00")),
            items=(replace(item("b", "10:00", "11:00"), start=None, end=None),),
        )
    )
    ((key, _, rect),) = view.shelf.places()
    assert key == "b"
    assert view.shelf.height() > 0
    view.shelf.picked.emit(key)
    assert view.selection == ("b",)
    assert rect.height() > 0


def test_tooltip_says_everything_and_escapes_it(open_view: Callable[[Visit], Timeline]) -> None:
    visit = small_visit(item("a", "10:00", "11:00", "hosts", venue="hall", room="blue"))
    named = replace(visit.items["a"].title, ru="Встреча <b>", en="Meeting & talk")
    view = open_view(having(visit, items=(replace(visit.items["a"], title=named),)))
    text = tooltip(view.scene, "a", theme.LIGHT)
    for wanted in ("Встреча &lt;b&gt;", "Meeting &amp; talk", "10.00–11.00", "Дом", "blue"):
        assert wanted in text


def test_reveal_shows_another_day(open_view: Callable[[Visit], Timeline]) -> None:
    late = replace(
        item("b", "10:00", "11:00"), start=clock("10:00").plus(1440), end=clock("11:00").plus(1440)
    )
    view = open_view(small_visit(item("a", "10:00", "11:00"), late))
    view.select(("b",))
    assert list(view.scene.layout.pieces) == ["b"]


def test_edit_made_elsewhere_is_shown(view: Timeline, session: Session) -> None:
    from visitplanner.domain import edits

    before = view.rect_of("lunch")
    session.edit(lambda visit: edits.move_item(visit, "lunch", clock("14:30")))
    assert before is not None
    after = view.rect_of("lunch")
    assert after is not None
    assert after.top() - before.top() == 25 * 1.6
    assert session.visit != example()


def test_people_who_need_not_go_have_no_way_drawn(open_view: Callable[[Visit], Timeline]) -> None:
    view = open_view(
        small_visit(
            item("a", "10:00", "11:00", "anna", venue="hall", tracks=("main",)),
            item("b", "11:30", "12:00", "vera", venue="park", tracks=("main",)),
        )
    )
    assert not view.scene.bands


def test_empty_day_says_what_to_do(open_view: Callable[[Visit], Timeline]) -> None:
    view = open_view(small_visit(item("a", "10:00", "11:00")))
    assert not view._empty.isVisible()
    view.step_day(1)
    assert view._empty.isVisible()
    assert "N" in view._empty.text()


def two_tracks_apart() -> Visit:
    named = (("x", "А"), ("y", "Б"), ("z", "В"))
    made = tuple(Track(id=n, name=Text(ru=t), order=k) for k, (n, t) in enumerate(named))
    return having(
        replace(small_visit(item("a", "10:00", "11:00", tracks=("x", "z"))), tracks={}), tracks=made
    )


def test_item_in_lanes_apart_has_its_title_in_each_and_is_selected_as_one(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(two_tracks_apart())
    first, second = view.scene.layout.pieces["a"]
    titles = [view.canvas.plate_of(block).texts[0][3].text() for block in (first, second)]
    told: list[tuple[str, ...]] = []
    view.selection_changed.connect(told.append)
    before = picture(view)
    for block in (second, first):
        at = (view.canvas.rect_of(block).center() - QPointF(view.offset)).toPoint()
        mouse(view, QEvent.Type.MouseButtonPress, at)
        mouse(view, QEvent.Type.MouseButtonRelease, at)
    image = picture(view)
    rings = [
        view.canvas.rect_of(block).toAlignedRect().adjusted(-2, -2, 2, 2).translated(-view.offset)
        for block in (first, second)
    ]
    assert titles == ["Пункт a", "Пункт a"]
    assert told == [("a",)]
    assert all(image.copy(ring) != before.copy(ring) for ring in rings)


def test_minutes_appear_on_the_ruler_as_it_grows(view: Timeline) -> None:
    steps = []
    for _ in range(40):
        steps.append(view.scale.label_step)
        view.zoom_in()
    view.zoom(1e-6)
    assert view.scale.label_step >= 120
    assert steps[0] == 30
    assert steps[-1] == 5
    assert steps == sorted(steps, reverse=True)


def test_a_way_that_does_not_fit_is_red_where_it_overlaps(
    open_view: Callable[[Visit], Timeline],
) -> None:
    # 18 minutes to go and 10 minutes of time: the next item's first minutes are eaten up
    view = open_view(
        small_visit(
            item("a", "10:00", "11:00", "anna", venue="hall", tracks=("main",)),
            item("b", "11:10", "12:00", "anna", venue="park", tracks=("main",)),
        )
    )
    (stain,) = view.scene.alarms.stains["b"]
    origin = view.scene.layout.lanes[0].origin
    assert stain.severity == "error"
    assert (stain.top - origin, stain.bottom - origin) == (670, 670 + 13)  # with the buffer of 5
    (block,) = view.scene.layout.pieces["b"]
    rect = view.canvas.rect_of(block).toAlignedRect().translated(-view.offset)
    image = picture(view)
    red = image.pixelColor(rect.right() - 30, rect.top() + 4)
    plain = image.pixelColor(rect.right() - 30, rect.bottom() - 8)
    assert red.red() - red.green() > plain.red() - plain.green() + 10


def test_titles_follow_the_language_and_the_other_is_in_the_tooltip(
    session: Session, qtbot: QtBot
) -> None:
    view = Timeline(session, "en")
    qtbot.addWidget(view)
    text = tooltip(view.scene, "lunch", theme.LIGHT)
    assert view.scene.faces.of(view.scene.visit.items["lunch"]).title.startswith("Lunch on behalf")
    assert "<b>Lunch on behalf" in text
    assert "Обед от имени Губернатора" in text
    view.let_go()


def test_a_block_shows_title_then_place_then_people_as_its_height_allows(view: Timeline) -> None:
    said = []
    for factor in (0.12, 1.0, 4.0):
        view.zoom_usual()
        view.zoom(factor)
        plate = view.canvas.plate_of(view.scene.layout.pieces["cities-meeting"][0])
        said.append(" ".join(text.text() for _, _, _, text in plate.texts))
    low, usual, tall = said
    assert "Дом" not in low
    assert usual.index("Встреча") < usual.index("Дом") < usual.index("Героев")
    assert len(low) < len(usual) <= len(tall)
