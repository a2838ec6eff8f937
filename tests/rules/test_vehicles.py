# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import clock, having, item, small_visit
from tests.rules.alone import AGREED, alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Side
from visitplanner.domain.programme import Participation
from visitplanner.domain.text import Text
from visitplanner.domain.transport import Movement, SeatAssignment, Vehicle
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit


def ride(*movements: Movement, who: tuple[str, ...] = ("anna", "boris", "vera")) -> Visit:
    """One transfer, a car with two seats and a bus of the guests with three."""
    transfer = item("ride", "10:00", "10:30", *who, kind=Kind.TRANSFER, venue="hall")
    transfer = replace(transfer, destination="park")
    return having(
        small_visit(
            item(
                "ride", "10:00", "10:30", *who, kind=Kind.TRANSFER, venue="hall", destination="park"
            )
        ),
        vehicles=(
            Vehicle(id="car", name=Text(ru="Машина"), seats=2),
            Vehicle(id="bus", name=Text(ru="Автобус"), seats=3, side=Side.GUEST),
        ),
        movements=movements,
    )


def moves(
    vehicle: str, *people: str, item_id: str = "ride", order: int = 0, unnamed: int = 0
) -> Movement:
    return Movement(
        id=f"{item_id}-{vehicle}",
        item=item_id,
        vehicle=vehicle,
        order=order,
        unnamed=unnamed,
        passengers=tuple(SeatAssignment(person=person) for person in people),
    )


def test_a_vehicle_has_only_its_seats() -> None:
    visit = ride(moves("car", "anna", "boris", "vera"))
    assert told("C01", visit) == ["E Машина: 3 people on “Пункт ride”, 2 seats"]
    assert alone("C01", ride(moves("car", "anna", "boris"))) == []
    assert alone("C01", ride()) == []


def test_a_minibus_of_eighteen_seats_does_not_take_nineteen() -> None:
    visit = ride(moves("bus", unnamed=19))
    bus = replace(visit.vehicles["bus"], seats=18)
    assert len(alone("C01", having(visit, vehicles=(bus,)))) == 1
    assert ways_out("C01", having(visit, vehicles=(bus,))) == []


def test_the_driver_takes_no_passenger_seat() -> None:
    visit = ride(moves("car", "anna", "boris", "vera"))
    driven = replace(visit.vehicles["car"], driver="boris")
    assert alone("C01", having(visit, vehicles=(driven,))) == []


def test_the_last_passengers_ride_in_another_vehicle() -> None:
    visit = ride(moves("car", "anna", "boris", "vera"), moves("bus"))
    assert ways_out("C01", visit) == ["safe: Seat Vera in Автобус"]
    after = mended("C01", visit)
    assert alone("C01", after) == []
    assert after.movements["ride-bus"].passengers == (SeatAssignment(person="vera"),)


def test_a_participant_of_a_transfer_needs_a_seat() -> None:
    visit = ride(moves("car", "anna"), moves("bus", "boris"))
    assert told("C02", visit) == ["W Vera: no seat in a vehicle on “Пункт ride”"]
    assert ways_out("C02", visit) == ["safe: Seat Vera in Автобус"]
    assert alone("C02", mended("C02", visit)) == []
    assert alone("C02", visit, AGREED)[0].severity is Severity.ERROR


def test_people_are_seated_with_their_own_side_while_there_is_room() -> None:
    visit = ride(moves("car"), moves("bus"), who=("anna", "boris", "dora", "vera"))
    after = mended("C02", visit)
    assert [s.person for s in after.movements["ride-car"].passengers] == ["anna", "boris"]
    assert [s.person for s in after.movements["ride-bus"].passengers] == ["vera", "dora"]
    full = ride(moves("car", "anna", "boris"), who=("anna", "boris", "vera"))
    assert ways_out("C02", full) == []


@pytest.mark.parametrize(
    "vera",
    [
        Participation(who="vera", own_car=True),
        Participation(who="vera", excluded=True),
    ],
)
def test_own_cars_ask_for_no_seat(vera: Participation) -> None:
    visit = ride(moves("car", "anna"), who=("anna",))
    with_vera = replace(visit.items["ride"], participants=(Participation(who="anna"), vera))
    assert alone("C02", having(visit, items=(with_vera,))) == []


def test_a_driver_who_takes_part_has_his_seat() -> None:
    visit = ride(moves("car", "anna"), who=("anna", "dora"))
    driven = replace(visit.vehicles["car"], driver="dora")
    assert alone("C02", having(visit, vehicles=(driven,))) == []


def test_nobody_sits_in_two_vehicles() -> None:
    visit = ride(moves("car", "anna", "boris"), moves("bus", "vera", "anna"))
    assert told("C02", visit) == [
        "W Anna: a seat in more than one vehicle on “Пункт ride”: Автобус and Машина"
    ]
    assert ways_out("C02", visit) == []


def two_rides(second_start: str, **fields: object) -> Visit:
    """The car takes people to the park by 10:30, then starts again from the hall."""
    second = item("next", second_start, "12:00", kind=Kind.TRANSFER, venue="hall")
    return having(
        ride(moves("car")),
        items=(replace(second, **fields),),
        movements=(moves("car", item_id="next"),),
    )


def test_a_vehicle_is_on_one_transfer_at_a_time() -> None:
    visit = two_rides("10:20")
    assert told("C03", visit) == [
        "E Машина: on “Пункт ride” and “Пункт next” at the same time, 10 minutes"
    ]
    assert ways_out("C03", visit) == ["look: Take Автобус"]
    assert alone("C03", mended("C03", visit)) == []


def test_a_vehicle_must_get_back_to_where_it_starts() -> None:
    # 10 minutes by 1.3.
    assert told("C03", two_rides("10:42")) == [
        "E Машина: from “Пункт ride” not back in time for “Пункт next”, 1 minute short"
    ]
    assert alone("C03", two_rides("10:43")) == []
    assert alone("C03", two_rides("10:30", venue="park")) == []
    assert alone("C03", two_rides("10:30", venue=None)) == []
    assert alone("C03", two_rides("10:20", start=None, end=None)) == []
    unknown = replace(two_rides("10:42"), legs={})
    assert told("C03", unknown) == ["I The travel time is not known for 1 way of a vehicle"]


def test_a_vehicle_may_leave_at_another_minute() -> None:
    visit = two_rides("10:20", venue="park")
    late = replace(visit.movements["next-car"], departs=clock("10:35"))
    assert alone("C03", having(visit, movements=(late,))) == []
    never = replace(visit.movements["next-car"], departs=clock("13:00"))
    assert alone("C03", having(visit, movements=(never,))) == []


def test_a_vehicle_given_twice_to_one_transfer_is_busy() -> None:
    again = replace(moves("car"), id="again")
    visit = having(ride(moves("car")), movements=(again,))
    assert len(alone("C03", visit)) == 1
