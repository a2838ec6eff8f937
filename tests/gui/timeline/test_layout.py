# SPDX-License-Identifier: MIT
"""Where items stand: lanes, spans, runs, midnight, shelf; drawn without a screen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import DAY, clock, example, having, item, small_visit
from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import Track
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Text
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.layout import Choice, Layout, arrange

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit


def laid(visit: Visit, mode: LaneMode = LaneMode.TRACK, day: date = DAY, **more: object) -> Layout:
    return arrange(visit, replace_choice(Choice(mode, day), **more), "ru", Roster(visit))


def replace_choice(choice: Choice, **more: object) -> Choice:
    hidden, order = more.get("hidden", choice.hidden), more.get("order", choice.order)
    assert isinstance(hidden, frozenset)
    assert isinstance(order, tuple)
    return Choice(choice.mode, choice.day, hidden, order)


def drawn(layout: Layout) -> list[str]:
    """Every block as `item@lanes top-bottom`."""
    return [
        f"{block.item}@{block.left:g}-{block.right:g} "
        f"{block.top // 60:02}:{block.top % 60:02}-{block.bottom // 60:02}:{block.bottom % 60:02}"
        for blocks in layout.pieces.values()
        for block in blocks
    ]


def tracks(visit: Visit, *names: str) -> Visit:
    made = tuple(Track(id=n, name=Text(ru=n), order=k) for k, n in enumerate(names))
    return having(replace(visit, tracks={}), tracks=made)


def test_item_of_adjacent_tracks_is_one_block() -> None:
    visit = tracks(small_visit(item("a", "10:00", "11:00", tracks=("x", "y"))), "x", "y", "z")
    assert drawn(laid(visit)) == ["a@0-2 10:00-11:00"]


def test_item_of_tracks_apart_is_a_block_per_run() -> None:
    visit = tracks(small_visit(item("a", "10:00", "11:00", tracks=("x", "z"))), "x", "y", "z")
    assert drawn(laid(visit)) == ["a@0-1 10:00-11:00", "a@2-3 10:00-11:00"]


def test_item_without_track_has_a_lane_of_its_own() -> None:
    visit = tracks(small_visit(item("a", "10:00", "11:00")), "x")
    layout = laid(visit)
    assert [lane.key for lane in layout.lanes] == ["x", "~without"]
    assert drawn(layout) == ["a@1-2 10:00-11:00"]


def test_overlapping_items_stand_side_by_side() -> None:
    visit = tracks(
        small_visit(
            item("a", "10:00", "11:00", tracks=("x",)), item("b", "10:30", "11:30", tracks=("x",))
        ),
        "x",
    )
    assert drawn(laid(visit)) == ["a@0-0.5 10:00-11:00", "b@0.5-1 10:30-11:30"]


def test_people_have_lanes_by_rank_with_both_heads_first() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "hosts", "guests"))
    layout = laid(visit, LaneMode.PERSON)
    assert [lane.key for lane in layout.lanes] == ["anna", "vera", "boris", "gleb"]
    assert drawn(layout) == ["a@0-4 10:00-11:00"]


def test_person_in_two_places_at_once_has_them_side_by_side() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna"), item("b", "10:30", "11:30", "anna"))
    assert drawn(laid(visit, LaneMode.PERSON)) == ["a@0-0.5 10:00-11:00", "b@0.5-1 10:30-11:30"]


def test_venues_stand_in_order_of_use_and_transfers_on_the_way() -> None:
    visit = small_visit(
        item("later", "12:00", "13:00", venue="hall"),
        item("drive", "11:00", "11:30", kind=Kind.TRANSFER, venue="park", destination="hall"),
        item("first", "10:00", "11:00", venue="park"),
    )
    layout = laid(visit, LaneMode.VENUE)
    assert [lane.title for lane in layout.lanes] == ["Сквер", "Дом", "В пути"]
    assert drawn(layout) == [
        "first@0-1 10:00-11:00",
        "drive@2-3 11:00-11:30",
        "later@1-2 12:00-13:00",
    ]


def test_item_over_midnight_is_on_both_days_and_cut() -> None:
    late = replace(item("a", "23:00", "23:30", tracks=("main",)), end=clock("01:30").plus(1440))
    visit = small_visit(late)
    first, second = laid(visit), laid(visit, day=DAY + timedelta(1))
    assert drawn(first) == ["a@0-1 23:00-24:00"]
    assert drawn(second) == ["a@0-1 00:00-01:30"]
    assert (first.pieces["a"][0].cut_above, first.pieces["a"][0].cut_below) == (False, True)
    assert (second.pieces["a"][0].cut_above, second.pieces["a"][0].cut_below) == (True, False)


def test_days_as_lanes_show_each_item_in_its_days() -> None:
    late = replace(item("a", "23:00", "23:30"), end=clock("01:30").plus(1440))
    visit = small_visit(late, item("b", "10:00", "11:00"))
    visit = replace(visit, about=replace(visit.about, ends=DAY + timedelta(1)))
    assert drawn(laid(visit, LaneMode.DAY)) == [
        "b@0-1 10:00-11:00",
        "a@0-1 23:00-24:00",
        "a@1-2 00:00-01:30",
    ]


def test_item_of_another_zone_stands_where_the_visits_clock_has_it() -> None:
    visit = small_visit(item("a", "10:00", "11:00", zone="Europe/Berlin", tracks=("main",)))
    assert drawn(laid(visit)) == ["a@0-1 12:00-13:00"]


def test_untimed_items_lie_on_the_shelf_of_their_day() -> None:
    untimed = {"start": None, "end": None}
    visit = small_visit(
        replace(item("any", "10:00", "11:00"), **untimed),
        replace(item("today", "10:00", "11:00"), **untimed, day=DAY),
        replace(item("other", "10:00", "11:00"), **untimed, day=DAY + timedelta(1)),
    )
    assert laid(visit).shelf == ("any", "today")


def test_hidden_lanes_are_gone_and_moved_ones_first() -> None:
    visit = tracks(small_visit(item("a", "10:00", "11:00", tracks=("x", "y", "z"))), "x", "y", "z")
    assert drawn(laid(visit, hidden=frozenset({"y"}))) == ["a@0-2 10:00-11:00"]
    layout = laid(visit, order=("z",))
    assert [lane.key for lane in layout.lanes] == ["z", "x", "y"]


def test_visible_blocks_are_those_that_touch_the_part_asked_for() -> None:
    layout = laid(example())
    everything = list(layout.visible(0, 2, 0, 1440))
    assert len(everything) == len({id(block) for block in everything})
    for first, last in ((0, 0), (1, 2), (2, 2)):
        for top in range(540, 1080, 35):
            wanted = {
                id(b)
                for b in everything
                if b.first <= last and b.last >= first and b.top < top + 30 and b.bottom > top
            }
            found = [id(b) for b in layout.visible(first, last, top, top + 30)]
            assert set(found) == wanted
            assert len(found) == len(wanted)


def test_example_by_tracks_draws_common_items_across() -> None:
    found = drawn(laid(example()))
    assert "laying@0-3 11:00-11:20" in found
    assert "session@0-1 12:10-13:30" in found
    assert "cities-meeting@1-2 12:10-13:30" in found
