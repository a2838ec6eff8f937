# SPDX-License-Identifier: MIT
"""Rules on vehicles: enough seats, a seat for everybody, one place at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.period import from_instant, overlap
from visitplanner.domain.text import message
from visitplanner.domain.visit import zone_of
from visitplanner.rules import mention
from visitplanner.rules.chain_walk import occupied_before
from visitplanner.rules.rule import (
    Found,
    Missing,
    Place,
    Rule,
    RuleText,
    Scope,
    Severity,
    Stage,
)
from visitplanner.rules.slots import vehicle_slots
from visitplanner.rules.ways import Ride, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Message
    from visitplanner.domain.transport import Movement
    from visitplanner.rules.context import Context
    from visitplanner.rules.slots import Slot

_TRANSFERS: Final = frozenset({Kind.TRANSFER})
_FREE_RIDE: Final = Ride()


def seated(context: Context, movement: Movement) -> int:
    """How many passengers ride, the driver not counted."""
    vehicle = context.visit.vehicles.get(movement.vehicle)
    driver = vehicle.driver if vehicle is not None else None
    return sum(seat.person != driver for seat in movement.passengers) + movement.unnamed


def _no_seats(context: Context, owner: str) -> Iterator[Found]:
    for movement in context.schedule.movements.get(owner, ()):
        vehicle = context.visit.vehicles.get(movement.vehicle)
        riding = seated(context, movement)
        if vehicle is not None and riding > vehicle.seats:
            text = message(
                "{vehicle}: {people} people on “{item}”, {n} seat",
                "{vehicle}: {people} people on “{item}”, {n} seats",
                vehicle=mention.one("vehicles", vehicle.id),
                item=mention.item(owner),
                people=riding,
                n=vehicle.seats,
            )
            places = (Place("movements", movement.id), Place("vehicles", vehicle.id))
            yield Found(text, (owner,), tuple(s.person for s in movement.passengers), places)


C01: Final = Rule(
    code="C01",
    name="not-enough-seats",
    title="Not enough seats",
    severity=Severity.ERROR,
    family="vehicles",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A vehicle with more passengers, named and unnamed, than it has seats. The driver "
        "is not counted.",
        why="The one too many is found at the kerb, when the column is about to start.",
        example="19 people on a minibus with 18 seats.",
        remedy="Seat somebody in another vehicle, or add one.",
    ),
    check=_no_seats,
    reads=frozenset({"vehicles"}),
    among=lambda context: tuple(context.schedule.movements),
)


def without_seat(context: Context, owner: str) -> tuple[str, ...]:
    """Who takes part in a transfer and has neither a seat nor a car of his own, by rank."""
    item = context.visit.items[owner]
    riding: set[str] = set()
    for movement in context.schedule.movements.get(owner, ()):
        riding.update(seat.person for seat in movement.passengers)
        vehicle = context.visit.vehicles.get(movement.vehicle)
        if vehicle is not None and vehicle.driver is not None:
            riding.add(vehicle.driver)
    attendance = context.attendance(item)
    return context.roster.ranked(
        {p for p, entry in attendance.items() if p not in riding and not entry.own_car}
    )


def _no_car(context: Context, owner: str) -> Iterator[Found]:
    people = without_seat(context, owner)
    if people:
        text = message(
            "{people}: no seat in a vehicle on “{item}”",
            people=mention.people(people),
            item=mention.item(owner),
        )
        yield Found(text, (owner,), people)
    seats: dict[str, list[str]] = {}
    for movement in context.schedule.movements.get(owner, ()):
        for person in {seat.person for seat in movement.passengers}:
            seats.setdefault(person, []).append(movement.vehicle)
    for person, vehicles in seats.items():
        if len(vehicles) > 1:
            text = message(
                "{people}: a seat in more than one vehicle on “{item}”: {vehicles}",
                people=mention.people((person,)),
                item=mention.item(owner),
                vehicles=mention.many("vehicles", vehicles),
            )
            places = (Place("items", owner), Place("people", person))
            yield Found(text, (owner,), (person,), places)


C02: Final = Rule(
    code="C02",
    name="person-without-seat",
    title="Person without a vehicle",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    rises=True,
    family="vehicles",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A participant of a transfer who has a seat in no vehicle, or in two. Who goes by "
        "own car asks for no seat. An error once the programme is up for approval.",
        why="Every member knows the number of his car before the day; who does not is left behind.",
        example="The transfer to the enterprise: one adviser is in no list of any vehicle.",
        remedy="Seat the person, or mark that he goes by own car.",
    ),
    check=_no_car,
    kinds=_TRANSFERS,
    reads=frozenset({"vehicles"}),
)


def _busy(context: Context, owner: str) -> Iterator[Found | Missing]:
    for movement in context.schedule.movements.get(owner, ()):
        for vehicle, slot in vehicle_slots(context.visit, movement).items():
            chain = context.schedule.vehicles[vehicle]
            others = [s for s in chain.overlapping(slot.start, slot.end) if s < slot]
            for other in others:
                yield _twice(vehicle, other, slot)
            before = occupied_before(chain, slot)
            if before is not None and not others:
                yield from _repositioned(context, vehicle, before, slot)


def _twice(vehicle: str, before: Slot, after: Slot) -> Found:
    pair = (before.item, after.item)
    minutes = overlap(before.start, before.end, after.start, after.end)
    return Found(vehicle_text(vehicle, pair, minutes), pair, places=_places(vehicle, before, after))


def vehicle_text(vehicle: str, pair: tuple[str, str], minutes: int) -> Message:
    """The sentence about a vehicle on two transfers at once."""
    return message(
        "{vehicle}: on “{before}” and “{after}” at the same time, {n} minute",
        "{vehicle}: on “{before}” and “{after}” at the same time, {n} minutes",
        vehicle=mention.one("vehicles", vehicle),
        before=mention.item(pair[0]),
        after=mention.item(pair[1]),
        n=minutes,
    )


def _places(vehicle: str, before: Slot, after: Slot) -> tuple[Place, ...]:
    return (
        Place("movements", before.thing),
        Place("movements", after.thing),
        Place("vehicles", vehicle),
    )


def _repositioned(
    context: Context, vehicle: str, before: Slot, after: Slot
) -> Iterator[Found | Missing]:
    """Whether the vehicle gets empty from where one transfer ends to where the next begins."""
    first = context.visit.items[before.item]
    origin, target = first.destination or first.venue, after.venue
    if origin is None or target is None or origin == target:
        return
    hour = from_instant(before.end, zone_of(context.visit, first)).hour
    way = context.ways.way(origin, target, hour, _FREE_RIDE)
    if way is None:
        yield Missing("leg", Place("venues", min(origin, target), f"legs.{max(origin, target)}"))
        return
    short = whole_minutes(way.road) - (after.start - before.end)
    if short > 0:
        text = message(
            "{vehicle}: from “{before}” not back in time for “{after}”, {n} minute short",
            "{vehicle}: from “{before}” not back in time for “{after}”, {n} minutes short",
            vehicle=mention.one("vehicles", vehicle),
            before=mention.item(before.item),
            after=mention.item(after.item),
            n=short,
        )
        yield Found(text, (before.item, after.item), places=_places(vehicle, before, after))


C03: Final = Rule(
    code="C03",
    name="vehicle-busy",
    title="Vehicle busy",
    severity=Severity.ERROR,
    family="vehicles",
    source="custom",
    scope=Scope.VEHICLE,
    text=RuleText(
        finds="A vehicle on two transfers at once, or one that cannot get from where a transfer "
        "ends to where its next one begins.",
        why="A list of passengers with a number on the windscreen is worth nothing if the car is "
        "elsewhere.",
        example="The host minibus brings the press at 11:45 and is to take the delegation at "
        "11:50 from a place 8 minutes away.",
        remedy="Take another vehicle, or move one of the transfers.",
    ),
    check=_busy,
    reads=frozenset({"legs", "policy"}),
    among=lambda context: tuple(context.schedule.movements),
    data={
        "leg": (
            "The travel time is not known for {n} way of a vehicle",
            "The travel time is not known for {n} ways of vehicles",
        )
    },
)
