# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.factory import DAY, clock, having, item, small_visit
from tests.rules.alone import alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Group, MemberStatus
from visitplanner.domain.period import on
from visitplanner.domain.programme import ItemStatus, Participation, Step
from visitplanner.domain.text import Text
from visitplanner.rules.rule import Severity, Stage

TOMORROW = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (("10:00", "11:00"), ("10:40", "11:30"), "20 minutes"),
        (("10:00", "11:00"), ("10:59", "11:30"), "1 minute"),
        (("10:00", "11:00"), ("10:10", "10:20"), "10 minutes"),
        (("10:00", "11:00"), ("10:00", "11:00"), "60 minutes"),
        (("23:30", "24:10"), ("24:00", "24:30"), "10 minutes"),
    ],
)
def test_a_person_in_two_items_at_once_is_an_error(
    first: tuple[str, str], second: tuple[str, str], sentence: str
) -> None:
    visit = small_visit(item("a", *first, "anna"), item("b", *second, "anna"))
    assert told("T01", visit) == [f"E Anna: “Пункт a” and “Пункт b” at the same time, {sentence}"]


def test_people_of_a_pair_are_one_finding_in_order_of_rank() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "gleb", "vera", "anna"),
        item("b", "10:30", "11:30", "guests", "anna"),
    )
    (problem,) = alone("T01", visit)
    assert (problem.items, problem.people) == (("a", "b"), ("anna", "vera", "gleb"))


@pytest.mark.parametrize(
    "second",
    [
        item("b", "11:00", "12:00", "anna"),
        item("b", "10:30", "11:30", "boris"),
        item("b", "10:30", "11:30", "anna", status=ItemStatus.CANCELLED),
        item("b", "10:30", "11:30", "anna", start=None, end=None),
        item("b", "10:30", "11:30", participants=(Participation(who="anna", required=False),)),
        item("b", "10:30", "11:30", participants=(Participation(who="anna", excluded=True),)),
        item(
            "b", "10:30", "11:30", participants=(Participation(who="anna", since=clock("11:00")),)
        ),
        item("b", "10:30", "10:15", "anna"),
        # 11:30 in Minsk (UTC+3) is 11:30 in Moscow; in London it is three hours later.
        item("b", "10:30", "11:30", "anna", zone="Europe/London"),
    ],
)
def test_nobody_is_double_booked_by_an_item_that_does_not_take_his_time(second: object) -> None:
    first = item("a", "10:00", "11:00", "anna")
    assert told("T01", having(small_visit(first), items=(second,))) == []


def test_one_item_clashes_with_nothing() -> None:
    assert told("T01", small_visit(item("a", "10:00", "11:00", "anna", "anna"))) == []
    assert told("T01", small_visit()) == []


def test_clashes_are_found_between_two_zones() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna"),
        item("b", "07:30", "08:30", "anna", zone="Europe/London"),
    )
    assert told("T01", visit) == ["E Anna: “Пункт a” and “Пункт b” at the same time, 30 minutes"]


def test_three_items_at_once_are_three_pairs() -> None:
    visit = small_visit(*(item(x, "10:00", "11:00", "anna") for x in "abc"))
    assert [p.items for p in alone("T01", visit)] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_a_group_counts_for_its_members_and_an_own_entry_wins() -> None:
    crew = Group(id="crew", name=Text(ru="группа"), members=("dora", "boris"))
    own = (Participation(who="crew"), Participation(who="dora", until=clock("10:30")))
    visit = having(
        small_visit(
            item("a", "10:00", "11:00", participants=own), item("b", "10:30", "11:30", "crew")
        ),
        groups=(crew,),
    )
    (problem,) = alone("T01", visit)
    assert problem.people == ("boris",)


def test_who_has_declined_is_not_expected() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "hosts"), item("b", "10:30", "11:30", "boris"))
    member = replace(visit.memberships["member-boris"], status=MemberStatus.DECLINED)
    assert alone("T01", having(visit, memberships=(member,))) == []
    assert len(alone("T01", visit)) == 1


def test_an_excluded_delegation_takes_its_members_out() -> None:
    who = (Participation(who="crew"), Participation(who="hosts", excluded=True))
    visit = having(
        small_visit(
            item("a", "10:00", "11:00", participants=who),
            item("b", "10:00", "11:00", "boris", "dora"),
        ),
        groups=(Group(id="crew", name=Text(ru="г"), members=("dora", "boris")),),
    )
    assert alone("T01", visit)[0].people == ("dora",)


def test_an_officer_responsible_in_two_places_is_a_warning() -> None:
    first = item("a", "10:00", "11:00", venue="hall", responsible="dora")
    far = item("b", "10:30", "11:30", venue="park", responsible="dora")
    assert told("T01", small_visit(first, far)) == [
        "W Dora: responsible in two places at once, “Пункт a” and “Пункт b”, 30 minutes"
    ]
    assert told("T01", small_visit(first, replace(far, venue="hall"))) == []
    assert told("T01", small_visit(first, replace(far, venue=None))) == []
    assert told("T01", small_visit(first, replace(far, destination="hall"))) == []


def test_a_deputy_may_answer_instead() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", venue="hall", responsible="dora"),
        item("b", "10:30", "11:30", venue="park", responsible="dora", deputy="boris"),
    )
    assert ways_out("T01", visit) == ["look: Let Boris answer for “Пункт b”"]
    assert alone("T01", mended("T01", visit)) == []


def test_a_clash_is_fixed_by_moving_shortening_or_letting_go() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna", kind=Kind.TALKS, shorten_to=30),
        item("b", "10:37", "11:30", "anna", kind=Kind.TALKS),
    )
    assert ways_out("T01", visit) == [
        "safe: Move to 11:00",
        "look: End “Пункт a” at 10:37",
        "look: Anna: leave “Пункт a” at 10:37",
    ]
    assert all(alone("T01", mended("T01", visit, n)) == [] for n in range(3))


def test_a_fix_leaves_the_buffer_between_rooms_and_the_way_between_places() -> None:
    first = item("a", "10:00", "11:00", "anna", venue="hall", room="blue")
    second = item("b", "10:30", "11:30", "anna", venue="hall", room="green")
    assert ways_out("T01", small_visit(first, second))[0] == "safe: Move to 11:05"
    # 10 minutes by 1.3, boarding 3, alighting 2, buffer 5: 23.
    far = replace(second, venue="park", room=None)
    assert ways_out("T01", small_visit(first, far))[0] == "safe: Move to 11:25"


def test_a_fixed_item_is_not_moved_by_a_fix() -> None:
    visit = small_visit(
        item("a", "10:00", "10:40", "anna"), item("b", "10:30", "11:30", "anna", fixed=True)
    )
    assert [title for title in ways_out("T01", visit) if "Move" in title] == []


def test_the_rest_of_a_block_moves_with_an_item() -> None:
    visit = small_visit(
        item("talks", "09:00", "10:30", "anna"),
        item("session", "10:00", "11:00", "anna", kind=Kind.SESSION),
        item("signing", "11:00", "11:15", "anna", kind=Kind.SIGNING, block="session"),
    )
    assert ways_out("T01", visit)[0] == (
        "look: Move “Пункт session” and what follows in its block to 10:30"
    )
    after = mended("T01", visit)
    assert [str(after.items[i].start)[-5:] for i in ("session", "signing")] == ["10:30", "11:30"]


def test_an_item_must_end_after_it_starts() -> None:
    visit = small_visit(item("a", "11:00", "10:20"))
    assert told("T02", visit) == ["E “Пункт a” ends at 10:20, not after its start at 11:00"]
    assert ways_out("T02", visit) == [
        "look: From 10:20 to 11:00",
        "look: Make it 30 minutes long",
    ]
    assert alone("T02", mended("T02", visit, 0)) == alone("T02", mended("T02", visit, 1)) == []
    assert len(alone("T02", small_visit(item("a", "11:00", "11:00")))) == 1
    assert alone("T02", small_visit(item("a", "11:00", "11:01"))) == []
    assert alone("T02", small_visit(item("a", "11:00", "10:00", start=None, end=None))) == []


def test_a_flight_may_land_by_an_earlier_clock() -> None:
    flight = item("a", "11:00", "10:30", zone="Europe/Moscow", end_zone="Europe/London")
    assert alone("T02", small_visit(flight)) == []


@pytest.mark.parametrize(
    ("day", "start", "end", "moved"),
    [
        (TOMORROW, "10:00", "11:00", "2025-12-23T10:00"),
        (DAY - timedelta(days=3), "10:00", "11:00", "2025-12-23T10:00"),
        (DAY, "23:30", "24:30", "2025-12-23T23:00"),
    ],
)
def test_an_item_lies_inside_the_days_of_the_visit(
    day: date, start: str, end: str, moved: str
) -> None:
    visit = small_visit(item("a", "10:00", "11:00", start=clock(start, day), end=clock(end, day)))
    assert len(alone("T02", visit)) == 1
    after = mended("T02", visit)
    assert str(after.items["a"].start) == moved
    assert alone("T02", after) == []


def test_an_end_before_the_start_of_a_flight_speaks_of_the_zones() -> None:
    flight = item("a", "10:00", "10:30", zone="Europe/Warsaw", end_zone="Europe/Minsk")

    assert told("T02", small_visit(flight)) == [
        "E “Пункт a” ends at 10:30 in its zone, not after its start at 10:00 in another"
    ]


def test_midnight_ends_the_last_day_and_preparation_may_come_before() -> None:
    assert alone("T02", small_visit(item("a", "23:00", "24:00"))) == []
    eve = DAY - timedelta(days=1)
    rehearsal = item(
        "a",
        "10:00",
        "11:00",
        start=clock("10:00", eve),
        end=clock("11:00", eve),
        kind=Kind.REHEARSAL,
    )
    assert alone("T02", small_visit(rehearsal)) == []


def test_a_time_that_exists_twice_is_a_warning() -> None:
    back = date(2025, 10, 26)  # clocks in Berlin go back from 03:00 to 02:00
    visit = small_visit(item("a", "02:30", "03:30", start=on(back, 150), end=on(back, 210)))
    about = replace(visit.about, starts=back, ends=back, zone="Europe/Berlin")
    assert told("T02", replace(visit, about=about)) == [
        "W “Пункт a”: clocks show 26 October, 2:30 twice that night; the first is taken"
    ]
    flight = item(
        "a", "00:30", "02:30", start=on(back, 30), end=on(back, 150), end_zone="Europe/Berlin"
    )
    (problem,) = alone(
        "T02", replace(small_visit(flight), about=replace(about, zone="Europe/Moscow"))
    )
    assert (problem.severity, problem.places[0].field) == (Severity.WARNING, "end_zone")


def test_a_time_that_exists_twice_has_no_fix() -> None:
    back = date(2025, 10, 26)
    visit = small_visit(item("a", "02:30", "03:30", start=on(back, 150), end=on(back, 210)))
    about = replace(visit.about, starts=back, ends=back, zone="Europe/Berlin")
    assert ways_out("T02", replace(visit, about=about)) == []


def test_no_fix_leads_to_a_time_clocks_skip() -> None:
    spring = date(2026, 3, 29)  # clocks in Berlin go from 02:00 to 03:00
    rooms = {"venue": "hall", "responsible": "dora"}
    visit = small_visit(
        item("a", "01:30", "01:55", "anna", room="blue", **rooms),
        item("b", "01:40", "01:50", "anna", room="green", **rooms),
    )
    day = spring - DAY
    shifted = tuple(
        replace(i, start=i.start.plus(day.days * 1440), end=i.end.plus(day.days * 1440))
        for i in visit.items.values()
        if i.start and i.end
    )
    about = replace(visit.about, starts=spring, ends=spring, zone="Europe/Berlin")
    clashing = having(replace(visit, about=about), items=shifted)
    assert len(alone("T01", clashing)) == 1
    assert [title for title in ways_out("T01", clashing) if "Move to" in title] == []


def steps(*minutes: int) -> tuple[Step, ...]:
    return tuple(Step(offset=0, minutes=m, action=Text(ru="шаг")) for m in minutes)


def test_steps_that_take_longer_than_the_item_are_an_error() -> None:
    visit = small_visit(item("a", "10:00", "10:20", steps=steps(5, 5, 6, 6)))
    assert told("T04", visit) == ["E The steps of “Пункт a” take 22 minutes, it lasts 20 min"]
    assert ways_out("T04", visit) == ["safe: Make it 22 minutes long"]
    assert alone("T04", mended("T04", visit)) == []


def test_steps_that_leave_time_are_a_warning_once_the_programme_is_agreed() -> None:
    (problem,) = alone("T04", small_visit(item("a", "10:00", "10:20", steps=steps(5, 14))))
    assert (problem.severity, problem.stage, problem.due) == (Severity.WARNING, Stage.AGREE, False)


def test_steps_before_the_start_and_items_without_minutes_do_not_count() -> None:
    early = (Step(offset=-30, minutes=30, action=Text(ru="готовность")), *steps(20))
    assert alone("T04", small_visit(item("a", "10:00", "10:20", steps=early))) == []
    assert alone("T04", small_visit(item("a", "10:00", "10:20", steps=steps(0, 0)))) == []
    untimed = item("a", "10:00", "10:20", steps=steps(40), start=None, end=None)
    assert alone("T04", small_visit(untimed)) == []
