# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import DAY, clock, having, item, small_visit
from tests.rules.alone import alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Group
from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem
from visitplanner.domain.text import Text
from visitplanner.domain.venues import Layout, Opening

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

ALL_WEEK = (1, 2, 3, 4, 5, 6, 7)


def in_blue(item_id: str, start: str, end: str, **fields: object) -> ProgrammeItem:
    return item(item_id, start, end, venue="hall", room="blue", **fields)


def test_a_room_holds_one_item_at_a_time() -> None:
    visit = small_visit(in_blue("a", "10:00", "11:00"), in_blue("b", "10:30", "11:30"))
    assert told("V01", visit) == ["E blue: “Пункт a” and “Пункт b” at the same time, 30 minutes"]
    assert ways_out("V01", visit) == ["safe: Move to 11:00", "look: Move to green"]
    assert alone("V01", mended("V01", visit, 0)) == alone("V01", mended("V01", visit, 1)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"start": clock("11:00")},
        {"room": "green"},
        {"room": None},
        {"status": ItemStatus.CANCELLED},
        {"start": None, "end": None},
    ],
)
def test_a_room_is_free_otherwise(fields: dict[str, object]) -> None:
    second = in_blue("b", "10:30", "11:30")
    assert (
        alone("V01", small_visit(in_blue("a", "10:00", "11:00"), replace(second, **fields))) == []
    )


def test_set_up_and_clearing_need_the_room() -> None:
    visit = small_visit(
        in_blue("a", "10:00", "11:00", strike_minutes=10),
        in_blue("b", "11:15", "12:00", setup_minutes=15),
    )
    assert told("V01", visit) == [
        "E blue: no time to clear and set up between “Пункт a” and “Пункт b”, 10 minutes short"
    ]
    assert ways_out("V01", visit)[0] == "safe: Move to 11:25"
    assert alone("V01", mended("V01", visit)) == []


def test_a_block_does_not_clear_its_room() -> None:
    first = in_blue("a", "10:00", "11:00", strike_minutes=10)
    second = in_blue("b", "11:00", "11:15", setup_minutes=30, block="a")
    assert alone("V01", small_visit(first, second)) == []
    early = replace(second, start=clock("10:50"))
    assert len(alone("V01", small_visit(first, early))) == 1


def test_a_long_item_holds_its_room_against_all_that_follow() -> None:
    visit = small_visit(
        in_blue("a", "10:00", "12:00"),
        in_blue("b", "10:10", "10:20"),
        in_blue("c", "11:00", "11:30"),
    )
    assert [p.items for p in alone("V01", visit)] == [("a", "b"), ("a", "c")]


def test_a_room_is_booked_past_midnight() -> None:
    visit = small_visit(
        in_blue("a", "23:00", "24:30"),
        in_blue("b", "24:10", "25:00"),
    )
    assert len(alone("V01", visit)) == 1


def seated(people: int, **fields: object) -> Visit:
    group = Group(id="press", name=Text(ru="пресса"), headcount=people, members=("dora",))
    meeting = in_blue("a", "10:00", "11:00", participants=(Participation(who="press"),), **fields)
    return having(small_visit(meeting), groups=(group,))


def test_a_room_must_hold_everybody_named_or_not() -> None:
    assert told("V02", seated(11)) == ["E blue: 11 people for “Пункт a”, 10 seats"]
    assert alone("V02", seated(10)) == []
    green = replace(small_visit().rooms["green"], capacity={Layout.THEATRE: 20})
    visit = having(seated(11), rooms=(green,))
    assert ways_out("V02", visit) == ["look: Move to green"]
    assert alone("V02", mended("V02", visit)) == []


def test_a_busy_room_is_not_offered() -> None:
    visit = having(seated(11), items=(replace(in_blue("b", "10:00", "11:00"), room="green"),))
    assert ways_out("V02", visit) == []


def test_a_group_of_nobody_named_counts_by_its_members_at_least() -> None:
    assert alone("V02", seated(0)) == []
    excluded = (Participation(who="press", excluded=True),)
    visit = seated(20)
    alone_in_it = replace(visit.items["a"], participants=excluded)
    assert alone("V02", having(visit, items=(alone_in_it,))) == []


def test_a_capacity_not_entered_for_the_layout_is_missing_data() -> None:
    assert told("V02", seated(3, layout=Layout.BANQUET)) == [
        "I The capacity is not entered for 1 room"
    ]
    assert told("V02", seated(11, layout=Layout.TALKS)) == [
        "E blue: 11 people for “Пункт a”, 10 seats"
    ]


def open_hall(*hours: tuple[str, str], weekdays: tuple[int, ...] = ALL_WEEK) -> Visit:
    visit = small_visit(item("a", "10:00", "12:00", venue="hall"))
    opening = tuple(Opening(weekdays=weekdays, opens=o, closes=c) for o, c in hours)
    return having(visit, venues=(replace(visit.venues["hall"], hours=opening),))


@pytest.mark.parametrize(
    ("hours", "weekdays", "is_open"),
    [
        ((("09:00", "18:00"),), ALL_WEEK, True),
        ((("10:00", "12:00"),), ALL_WEEK, True),
        ((("10:01", "12:00"),), ALL_WEEK, False),
        ((("09:00", "11:59"),), ALL_WEEK, False),
        ((("11:00", "13:00"), ("09:00", "11:00")), ALL_WEEK, True),
        ((("09:00", "10:30"), ("11:00", "13:00")), ALL_WEEK, False),
        ((("09:00", "18:00"),), (1, 3), False),
    ],
)
def test_a_place_must_be_open(
    hours: tuple[tuple[str, str], ...], weekdays: tuple[int, ...], *, is_open: bool
) -> None:
    found = told("V03", open_hall(*hours, weekdays=weekdays))
    assert found == ([] if is_open else ["W Дом is not open all through “Пункт a”"])


def test_a_place_may_be_open_past_midnight() -> None:
    visit = open_hall(("00:00", "24:00"))
    late = replace(visit.items["a"], start=clock("23:00"), end=clock("25:00"))
    assert alone("V03", having(visit, items=(late,))) == []
    evening = open_hall(("09:00", "24:00"))
    assert len(alone("V03", having(evening, items=(late,)))) == 1


def test_a_closing_day_counts_even_without_hours() -> None:
    visit = small_visit(item("a", "10:00", "12:00", venue="park"))
    closed = replace(visit.venues["park"], closed_on=(DAY,))
    assert told("V03", having(visit, venues=(closed,))) == [
        "W Сквер is closed on the day of “Пункт a”"
    ]
    other = replace(visit.venues["park"], closed_on=(DAY + timedelta(days=1),))
    assert alone("V03", having(visit, venues=(other,))) == []


def test_hours_not_entered_are_missing_data_except_outdoors() -> None:
    visit = small_visit(
        item("a", "10:00", "12:00", venue="hall"),
        item("b", "10:00", "12:00", venue="park"),
        item("c", "12:00", "12:30", venue="hall", kind=Kind.TRANSFER),
        item("d", "10:00", "12:00"),
    )
    assert told("V03", visit) == ["I The opening hours are not entered for 1 place"]


def test_an_open_air_ceremony_needs_a_variant() -> None:
    laying = item("a", "10:00", "10:20", venue="park", kind=Kind.LAYING)
    assert told("V06", small_visit(laying)) == [
        "W “Пункт a” is outdoors and has no bad-weather variant"
    ]
    (problem,) = alone("V06", small_visit(laying))
    assert (problem.due, problem.due_on) == (False, date(2025, 12, 18))
    assert ways_out("V06", small_visit(laying)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"fallback_venue": "hall"},
        {"fallback_text": Text(ru="в фойе")},
        {"outdoor": False},
        {"venue": "hall"},
        {"venue": None},
        {"kind": Kind.SIGHTSEEING},
    ],
)
def test_no_variant_is_needed_otherwise(fields: dict[str, object]) -> None:
    laying = item("a", "10:00", "10:20", venue="park", kind=Kind.LAYING)
    assert alone("V06", small_visit(replace(laying, **fields))) == []
