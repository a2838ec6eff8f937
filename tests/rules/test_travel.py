# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import DAY, clock, having, item, small_visit
from tests.rules.alone import AGREED, alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import MemberRole
from visitplanner.domain.programme import Participation, ProgrammeItem
from visitplanner.domain.transport import Movement, SeatAssignment, Vehicle, VehicleClass
from visitplanner.domain.venues import Leg

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

TOMORROW = DAY + timedelta(days=1)


def trip(second_start: str, *who: str, ride: bool = True) -> Visit:
    """From the hall to the park, 10 minutes on the road."""
    people = who or ("anna",)
    items = [
        item("a", "10:00", "11:00", *people, venue="hall"),
        item("b", second_start, "13:00", *people, venue="park"),
    ]
    if ride:
        items.append(
            item("ride", "11:00", "11:00", *people, kind=Kind.TRANSFER, end=clock(second_start))
        )
    return small_visit(*items)


def riding(visit: Visit, category: VehicleClass, *, escorted: bool, who: str = "anna") -> Visit:
    return having(
        visit,
        vehicles=(Vehicle(id="v", category=category),),
        movements=(
            Movement(
                id="m",
                item="ride",
                vehicle="v",
                escorted=escorted,
                passengers=(SeatAssignment(person=who),),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # 10 minutes by 1.3 is 13, boarding 3, alighting 2: 18; with the buffer 23.
        ("11:23", []),
        ("11:22", ["W Anna: not in time for “Пункт b” (Сквер) after “Пункт a”, 1 min short"]),
        ("11:18", ["W Anna: not in time for “Пункт b” (Сквер) after “Пункт a”, 5 min short"]),
        ("11:17", ["E Anna: not in time for “Пункт b” (Сквер) after “Пункт a”, 6 min short"]),
        ("11:00", ["E Anna: not in time for “Пункт b” (Сквер) after “Пункт a”, 23 min short"]),
    ],
)
def test_the_way_must_fit_the_gap(start: str, expected: list[str]) -> None:
    assert told("R01", trip(start, ride=False)) == expected


@pytest.mark.parametrize(
    ("category", "escorted", "short"),
    [
        (VehicleClass.CAR, False, 3),  # 13 + 5 + 5 = 23 against 20
        (VehicleClass.CAR, True, 2),  # 11.5 + 5 + 5 = 21.5
        (VehicleClass.MINIBUS, True, 6),  # 11.5 + 9 + 5 = 25.5
        (VehicleClass.BUS, False, 14),  # 13 + 16 + 5 = 34
    ],
)
def test_the_ride_decides_how_long_it_takes(
    category: VehicleClass, *, escorted: bool, short: int
) -> None:
    (problem,) = alone("R01", riding(trip("11:20"), category, escorted=escorted))
    assert problem.message.args["minutes"] == short


def test_who_goes_by_own_car_is_not_slowed_by_a_bus() -> None:
    visit = riding(trip("11:23"), VehicleClass.BUS, escorted=False)
    assert len(alone("R01", visit)) == 1
    own = replace(visit.items["ride"], participants=(Participation(who="anna", own_car=True),))
    assert alone("R01", having(visit, items=(own,))) == []


def test_people_of_a_pair_are_one_finding_with_the_worst_minutes() -> None:
    visit = riding(trip("11:20", "hosts", "gleb"), VehicleClass.BUS, escorted=False, who="gleb")
    (problem,) = alone("R01", visit)
    assert problem.people == ("anna", "boris", "gleb")
    assert problem.message.args["minutes"] == 14


@pytest.mark.parametrize(
    "changed",
    [
        {"venue": "hall"},
        {"venue": None},
        {"start": None, "end": None},
        {"participants": (Participation(who="boris"),)},
        {"participants": (Participation(who="anna", required=False),)},
        {"start": clock("10:30")},  # that is T01
    ],
)
def test_nobody_is_late_otherwise(changed: dict[str, object]) -> None:
    visit = trip("11:05", ride=False)
    assert alone("R01", having(visit, items=(replace(visit.items["b"], **changed),))) == []


def test_travel_is_counted_from_what_ends_last() -> None:
    long = item("a", "10:00", "12:00", "anna", venue="hall")
    nested = item("b", "10:30", "11:00", "anna", venue="park")
    last = item("c", "12:05", "13:00", "anna", venue="park")
    assert [p.items for p in alone("R01", small_visit(long, nested, last))] == [("a", "c")]


def test_coming_later_and_leaving_earlier_leaves_time() -> None:
    visit = trip("11:00", ride=False)
    early = replace(
        visit.items["a"], participants=(Participation(who="anna", until=clock("10:37")),)
    )
    assert alone("R01", having(visit, items=(early,))) == []


def test_travel_across_midnight_and_zones() -> None:
    night = small_visit(
        item("a", "23:00", "23:55", "anna", venue="hall"),
        item("b", "10:00", "11:00", "anna", venue="park", start=clock("24:05"), end=clock("25:00")),
    )
    assert alone("R01", night)[0].message.args["minutes"] == 13
    west = small_visit(
        item("a", "10:00", "11:00", "anna", venue="hall"),
        item("b", "10:20", "11:00", "anna", venue="park", zone="Europe/Berlin"),
    )
    assert alone("R01", west) == []


def test_a_leg_counts_in_its_direction_and_hour() -> None:
    visit = trip("11:23", ride=False)
    way = visit.legs["way"]
    assert alone("R01", having(visit, legs=(replace(way, by_hour={"10": 60}),))) == []
    busy = having(visit, legs=(replace(way, by_hour={"11": 20}),))
    assert alone("R01", busy)[0].message.args["minutes"] == 13
    back = Leg(id="back", origin="park", destination="hall", minutes=50, one_way=True)
    assert alone("R01", having(visit, legs=(back,))) == []
    only_back = replace(visit, legs={"back": back})
    assert told("R01", only_back) == ["I The travel time is not known for 1 way"]
    both_ways = replace(visit, legs={"back": replace(back, one_way=False)})
    assert len(alone("R01", both_ways)) == 1


def test_ways_not_known_are_one_line() -> None:
    visit = replace(trip("11:05", "anna", "vera", ride=False), legs={})
    assert told("R01", visit) == ["I The travel time is not known for 1 way"]


def test_the_next_item_moves_to_the_next_five_minutes() -> None:
    visit = trip("11:20", ride=False)
    assert ways_out("R01", visit) == ["safe: Move to 11:25"]
    assert alone("R01", mended("R01", visit)) == []


def test_an_item_followed_closely_is_not_moved_into_the_next() -> None:
    visit = having(trip("11:20", ride=False), items=(item("c", "13:00", "14:00", "anna"),))
    assert ways_out("R01", visit) == []


def members(*transfers: ProgrammeItem) -> Visit:
    return small_visit(
        item("a", "10:00", "11:00", "hosts", "dora", venue="hall"),
        item("b", "12:00", "13:00", "hosts", "dora", venue="park"),
        *transfers,
    )


def test_members_of_a_delegation_need_a_transfer() -> None:
    visit = members()
    (problem,) = alone("R02", visit)
    assert (problem.people, problem.due) == (("anna", "boris"), False)
    assert told("R02", visit) == [
        "W Anna and Boris: no transfer from “Пункт a” to “Пункт b” (Сквер)"
    ]
    assert ways_out("R02", visit, AGREED) == []  # nobody would answer for it: an error by then
    assert ways_out("R02", visit) == ["look: Insert a transfer"]
    after = mended("R02", visit)
    assert alone("R02", after) == []
    assert after.items["transfer-1"].destination == "park"


def test_a_transfer_must_carry_the_person_to_the_place() -> None:
    ride = item("ride", "11:10", "11:40", "anna", kind=Kind.TRANSFER, venue="hall")
    assert alone("R02", members(replace(ride, destination="park")))[0].people == ("boris",)
    assert alone("R02", members(ride))[0].people == ("boris",)
    assert alone("R02", members(replace(ride, destination="hall")))[0].people == ("anna", "boris")


def test_nobody_needs_a_transfer_overnight_or_on_duty() -> None:
    visit = members()
    tomorrow = replace(
        visit.items["b"], start=clock("12:00", TOMORROW), end=clock("13:00", TOMORROW)
    )
    assert alone("R02", having(visit, items=(tomorrow,))) == []
    driver = replace(visit.memberships["member-boris"], role=MemberRole.DRIVER)
    assert alone("R02", having(visit, memberships=(driver,)))[0].people == ("anna",)


def test_a_leg_nobody_has_driven_is_missing_data() -> None:
    visit = members()
    leg = replace(visit.legs["way"], verified_on=None)
    assert "I 1 leg has not been driven yet" in told("R02", having(visit, legs=(leg,)))


def test_no_transfer_is_put_where_there_is_no_time_or_between_two_zones() -> None:
    visit = members()
    minsk = replace(visit.items["b"], zone="Europe/Minsk")
    assert ways_out("R02", having(visit, items=(minsk,))) == []
    at_once = replace(visit.items["b"], start=clock("11:00"))
    assert ways_out("R02", having(visit, items=(at_once,))) == []
