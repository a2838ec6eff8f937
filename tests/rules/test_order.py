# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.factory import DAY, clock, having, item, small_visit
from tests.rules.alone import AGREED, alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import Participation, ProgrammeItem

TOMORROW = DAY + timedelta(days=1)


def test_a_head_without_anything_for_more_than_three_quarters_of_an_hour() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "guests"), item("b", "11:46", "12:00", "guests")
    )
    assert told("T05", visit) == ["W Vera: nothing for 46 minutes between “Пункт a” and “Пункт b”"]
    assert ways_out("T05", visit) == ["look: Add free time"]
    after = mended("T05", visit)
    assert alone("T05", after) == []
    assert after.items["free-1"].participants == (Participation(who="vera"),)


def test_no_free_time_is_put_between_two_zones() -> None:
    far = item("b", "11:46", "12:00", "vera", zone="Europe/Minsk")
    visit = small_visit(item("a", "10:00", "11:00", "vera"), far)
    assert len(alone("T05", visit)) == 1
    assert ways_out("T05", visit) == []


def test_forty_five_minutes_members_and_nights_are_no_idle_gap() -> None:
    first, second = item("a", "10:00", "11:00", "vera"), item("b", "11:45", "12:00", "vera")
    assert alone("T05", small_visit(first, second)) == []
    late = replace(second, start=clock("13:00"), end=clock("14:00"))
    assert len(alone("T05", small_visit(first, late))) == 1
    gleb = (Participation(who="gleb"),)
    members = (replace(first, participants=gleb), replace(late, participants=gleb))
    assert alone("T05", small_visit(*members)) == []
    next_day = replace(second, start=clock("09:00", TOMORROW), end=clock("10:00", TOMORROW))
    assert alone("T05", small_visit(first, next_day)) == []


def test_transfers_and_rest_fill_a_gap() -> None:
    first, last = item("a", "10:00", "11:00", "vera"), item("b", "12:00", "13:00", "vera")
    for kind in (Kind.TRANSFER, Kind.REST):
        between = item("c", "11:10", "11:50", "vera", kind=kind)
        assert alone("T05", small_visit(first, between, last)) == []
    assert alone("T05", small_visit(first)) == []


def test_a_gap_is_counted_from_what_ends_last() -> None:
    visit = small_visit(
        item("a", "10:00", "12:00", "vera"),
        item("b", "10:30", "11:00", "vera"),
        item("c", "12:30", "13:00", "vera"),
    )
    assert alone("T05", visit) == []


def rooms(start: str, **fields: object) -> tuple[ProgrammeItem, ProgrammeItem]:
    first = item("a", "10:00", "11:00", "vera", "gleb", venue="hall", room="blue")
    second = item("b", start, "12:00", "vera", "gleb", venue="hall", room="green", **fields)
    return first, second


def test_a_head_needs_the_buffer_between_two_rooms() -> None:
    visit = small_visit(*rooms("11:02"))
    assert told("T06", visit) == ["W Vera: 3 minutes too little between “Пункт a” and “Пункт b”"]
    assert ways_out("T06", visit) == ["safe: Move to 11:05"]
    assert alone("T06", mended("T06", visit)) == []
    assert alone("T06", small_visit(*rooms("11:05"))) == []


def test_changing_outdoor_dress_takes_longer() -> None:
    assert told("T06", small_visit(*rooms("11:05", outdoor=True))) == [
        "W Vera: 5 minutes too little between “Пункт a” and “Пункт b”"
    ]
    assert alone("T06", small_visit(*rooms("11:10", outdoor=True))) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"block": "a"},
        {"room": "blue"},
        {"room": None},
        {"venue": "park"},
        {"venue": None},
        {"start": clock("10:30")},  # that is T01
        {"participants": (Participation(who="gleb"),)},
    ],
)
def test_no_pause_is_asked_for_elsewhere(fields: dict[str, object]) -> None:
    first, second = rooms("11:00")
    assert alone("T06", small_visit(first, replace(second, **fields))) == []


def test_after_a_transfer_no_pause_is_asked_for() -> None:
    ride = item("ride", "11:00", "11:00", "vera", kind=Kind.TRANSFER, end=clock("11:01"))
    first, second = rooms("11:02")
    assert alone("T06", small_visit(first, ride, second)) == []


def test_signing_waits_for_the_session_of_its_block_and_the_press_for_signing() -> None:
    session = item("session", "10:00", "11:00", "anna", kind=Kind.SESSION)
    signing = item("signing", "09:30", "09:45", kind=Kind.SIGNING, block="session")
    press = item("press", "09:40", "09:55", kind=Kind.PRESS, block="session")
    visit = small_visit(session, signing, press)
    assert told("T08", visit) == [
        "W “Пункт press” begins before “Пункт signing” ends",
        "W “Пункт signing” begins before “Пункт session” ends",
    ]
    ordered = small_visit(
        session,
        replace(signing, start=clock("11:00"), end=clock("11:15")),
        replace(press, start=clock("11:15"), end=clock("11:25")),
    )
    assert alone("T08", ordered) == []


def test_signing_during_its_session_is_out_of_order_and_a_clash() -> None:
    visit = small_visit(
        item("session", "12:10", "13:30", "hosts", "guests", kind=Kind.SESSION),
        item("signing", "12:45", "13:00", "anna", "vera", kind=Kind.SIGNING),
    )
    assert told("T08", visit) == ["W “Пункт signing” begins before “Пункт session” ends"]
    assert len(alone("T01", visit)) == 1
    assert ways_out("T08", visit) == ["safe: Move to 13:30"]
    assert alone("T08", mended("T08", visit)) == alone("T01", mended("T08", visit)) == []


def test_talks_of_other_people_or_at_another_time_are_not_its_talks() -> None:
    signing = item("signing", "12:00", "12:15", "anna", kind=Kind.SIGNING)
    other = item("talks", "11:30", "13:00", "boris", kind=Kind.TALKS)
    later = item("talks", "14:00", "15:00", "anna", kind=Kind.TALKS)
    optional = item(
        "talks", "11:30", "13:00", participants=(Participation(who="anna", required=False),)
    )
    for talks in (other, later, replace(optional, kind=Kind.TALKS)):
        assert alone("T08", small_visit(signing, talks)) == []
    assert alone("T08", small_visit(replace(signing, start=None, end=None), other)) == []


def test_guests_do_nothing_after_their_departure() -> None:
    farewell = item("farewell", "15:00", "15:15", "guests", "anna", kind=Kind.DEPARTURE)
    lunch = item("lunch", "16:00", "17:00", "guests", "anna")
    visit = small_visit(farewell, lunch)
    assert told("T08", visit) == [
        "W “Пункт lunch” comes after “Пункт farewell”: Vera and Gleb have left by then"
    ]
    for kind in (Kind.TRANSFER, Kind.DEPARTURE, Kind.ARRIVAL):
        assert alone("T08", small_visit(farewell, replace(lunch, kind=kind))) == []
    hosts = replace(lunch, participants=(Participation(who="anna"),))
    assert alone("T08", small_visit(farewell, hosts)) == []


def test_guests_do_nothing_before_their_arrival_that_day() -> None:
    arrival = item("arrival", "10:00", "10:15", "guests", kind=Kind.ARRIVAL)
    early = item("early", "08:00", "09:00", "gleb")
    assert told("T08", small_visit(early, arrival)) == [
        "W “Пункт early” comes before “Пункт arrival”: Gleb is not there yet"
    ]
    assembly = replace(early, kind=Kind.ASSEMBLY)
    assert alone("T08", small_visit(assembly, arrival)) == []
    tomorrow = replace(arrival, start=clock("10:00", TOMORROW), end=clock("10:15", TOMORROW))
    assert alone("T08", small_visit(early, tomorrow)) == []
    assert alone("T08", having(small_visit(), items=(arrival,))) == []


def test_a_departed_guest_is_not_fixed_by_moving() -> None:
    visit = small_visit(
        item("farewell", "15:00", "15:15", "guests", kind=Kind.DEPARTURE),
        item("lunch", "16:00", "17:00", "guests"),
    )
    assert ways_out("T08", visit, AGREED) == []
