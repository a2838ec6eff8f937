# SPDX-License-Identifier: MIT
"""Two zones on one ruler: items that go by another clock than the visit stand where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent

from tests.factory import clock, example, item, small_visit
from tests.gui.timeline.hand import mouse, picture, take
from visitplanner.domain.kinds import Kind
from visitplanner.gui import theme
from visitplanner.gui.timeline.clocks import offset_text, times_text
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.tooltip import tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.view import Timeline


def abroad(zone: str = "Europe/Berlin") -> Visit:
    return small_visit(
        item("home", "9:00", "10:00", "anna", tracks=("main",)),
        item("away", "10:00", "11:00", "vera", zone=zone, tracks=("main",)),
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_ruler_shows_the_hours_of_both_clocks(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(abroad())
    assert view.ruler.hours(12 * 60) == ("12.00", "10.00")
    assert view.ruler.hours(60) == ("1.00", "23.00")
    assert plain(view.corner.toolTip()) == "UTC+1 · UTC+3"
    assert view.ruler.width() > theme.Metrics.RULER
    assert not picture(view).isNull()


def test_one_clock_needs_no_second_column(view: Timeline) -> None:
    assert view.ruler.hours(12 * 60) == ("12.00",)
    assert view.ruler.width() == theme.Metrics.RULER
    assert view.corner.toolTip() == ""


def test_the_second_clock_is_there_on_its_day_only(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(abroad())
    view.step_day(1)
    assert view.ruler.hours(0) == ("0.00",)
    view.step_day(-1)
    assert len(view.ruler.hours(0)) == 2


@pytest.mark.parametrize("mode", list(LaneMode))
def test_both_clocks_in_every_arrangement(
    open_view: Callable[[Visit], Timeline], mode: LaneMode
) -> None:
    view = open_view(abroad())
    view.set_mode(mode)
    shown = "away" in view.scene.layout.pieces
    assert len(view.ruler.hours(600)) == (2 if shown else 1)


def test_a_block_says_the_time_at_its_place_and_stands_where_the_visit_has_it(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(abroad())
    (block,) = view.scene.layout.pieces["away"]
    face = view.scene.faces.of(view.scene.visit.items["away"])
    assert (block.top, block.bottom) == (12 * 60, 13 * 60)
    assert plain(face.time) == "10.00–11.00 UTC+1"
    assert plain(view.scene.faces.of(view.scene.visit.items["home"]).time) == "9.00–10.00"
    assert "UTC+1" in tooltip(view.scene, "away", theme.LIGHT)


def test_a_flight_ends_by_another_clock(open_view: Callable[[Visit], Timeline]) -> None:
    view = open_view(
        small_visit(
            item(
                "fly",
                "10:00",
                "10:30",
                end_zone="Europe/Berlin",
                kind=Kind.TRANSFER,
                tracks=("main",),
            )
        )
    )
    face = view.scene.faces.of(view.scene.visit.items["fly"])
    assert plain(face.time) == "10.00 – 10.30 UTC+1"
    (block,) = view.scene.layout.pieces["fly"]
    assert (block.top, block.bottom) == (600, 750)


def test_a_drag_says_both_times(open_view: Callable[[Visit], Timeline]) -> None:
    view = open_view(abroad())
    to = take(view, "away", 30)
    note = view.overlay.note
    assert note is not None
    assert plain(note.heading).startswith("12.30–13.30")
    assert (None, "10.30–11.30\u00a0UTC+1") in note.lines
    mouse(view, QEvent.Type.MouseButtonRelease, to)
    assert str(view.session.visit.items["away"].start)[11:] == "10:30"


def test_a_zone_named_otherwise_but_with_the_same_hours_is_no_second_clock(
    open_view: Callable[[Visit], Timeline],
) -> None:
    view = open_view(abroad("Europe/Minsk"))
    assert len(view.ruler.hours(600)) == 1
    assert plain(view.scene.faces.of(view.scene.visit.items["away"]).time) == "10.00–11.00"


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Moscow", "UTC+3"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/New_York", "UTC−5"),
        ("UTC", "UTC"),
    ],
)
def test_zones_are_named_by_their_hours(zone: str, name: str) -> None:
    assert offset_text(clock("12:00"), zone) == name


def test_items_of_the_visits_own_zone_have_no_zone_beside_their_times() -> None:
    visit = example()
    assert times_text(visit, visit.items["lunch"], "ru") == "14.05–15.05"
