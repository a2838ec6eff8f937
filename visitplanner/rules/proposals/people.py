# SPDX-License-Identifier: MIT
"""Edits proposed where somebody is missing, or has no seat or way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import create_item, put
from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import Part, Participation, ProgrammeItem
from visitplanner.domain.record import fresh_item_id
from visitplanner.domain.text import Text, message
from visitplanner.domain.transport import SeatAssignment
from visitplanner.rules import mention
from visitplanner.rules.proposals.proposal import Proposal, items_of
from visitplanner.rules.slots import vehicle_slots
from visitplanner.rules.vehicles import seated, without_seat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.transport import Movement
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.context import Context
    from visitplanner.rules.rule import Problem


def heads(_context: Context, problem: Problem) -> Iterator[Proposal]:
    """The heads who are missing take part."""
    yield _joining(problem.items[0], problem.people, Part.HEAD)


def counterparts(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The counterparts who are missing take part."""
    if not any(place.field == "participants" for place in problem.places):
        return
    memberships = (context.roster.membership[person] for person in problem.people)
    missing = tuple(m.counterpart for m in memberships if m.counterpart is not None)
    yield _joining(problem.items[0], context.roster.ranked(missing), Part.MEMBER)


def signatory(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The signatory takes part in the ceremony."""
    item = context.live_item(problem.items[0]) if problem.items else None
    if item is not None and problem.people[0] not in context.attendance(item):
        yield _joining(item.id, problem.people, Part.MEMBER)


def speakers(_context: Context, problem: Problem) -> Iterator[Proposal]:
    """The speakers take part in the session."""
    yield _joining(problem.items[0], problem.people, Part.SPEAKER)


def _joining(item_id: str, people: tuple[str, ...], part: Part) -> Proposal:
    title = message(
        "Add {people} to “{item}”", people=mention.people(people), item=mention.item(item_id)
    )
    edit = partial(_joined, item_id=item_id, people=people, part=part)
    return Proposal(title, edit, sure=False)


def _joined(visit: Visit, item_id: str, people: tuple[str, ...], part: Part) -> Patch:
    item = visit.items[item_id]
    kept = tuple(p for p in item.participants if p.who not in people)
    new = tuple(Participation(who=person, part=part) for person in people)
    name = message("Change participants of “{item}”", item=mention.item(item_id))
    return put(visit, name, "items", replace(item, participants=(*kept, *new)))


def transfer(context: Context, problem: Problem) -> Iterator[Proposal]:
    """A transfer between two items, for those who have none."""
    before, after = items_of(context, problem)
    if before.end is None or after.start is None or before.end_zone != after.zone:
        return
    ride = ProgrammeItem(
        id=fresh_item_id("transfer", context.visit, context.record),
        kind=Kind.TRANSFER,
        title=Text(ru="Переезд", be="Пераезд", en="Transfer"),
        start=before.end,
        end=after.start,
        zone=after.zone,
        tracks=after.tracks,
        venue=before.venue,
        destination=after.venue,
        participants=tuple(Participation(who=person) for person in problem.people),
    )
    if before.end < after.start:
        title = message("Insert a transfer")
        yield Proposal(title, partial(create_item, item=ride), sure=False)


def seats(context: Context, problem: Problem) -> Iterator[Proposal]:
    """A free seat for everybody who has none, in the vehicles of his own side first."""
    item_id = problem.items[0]
    missing = without_seat(context, item_id)
    if missing != problem.people:
        return
    movements = context.schedule.movements.get(item_id, ())
    free = {m.id: _free_seats(context, m) for m in movements}
    placed: dict[str, list[str]] = {}
    for person in missing:
        side = context.roster.side.get(person)
        with_room = [m for m in movements if free[m.id] > 0]
        if not with_room:
            return
        best = max(
            with_room,
            key=lambda m: (context.visit.vehicles[m.vehicle].side is side, free[m.id], -m.order),
        )
        free[best.id] -= 1
        placed.setdefault(best.id, []).append(person)
    yield _seating(context, missing, placed)


def spread(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The last passengers of a full vehicle ride in others of the same transfer."""
    full = context.visit.movements[problem.places[0].id]
    surplus = -_free_seats(context, full)
    riding = [seat.person for seat in full.passengers]
    if not 0 < surplus <= len(riding):
        return
    leaving = riding[-surplus:]
    others = [m for m in context.schedule.movements.get(full.item, ()) if m.id != full.id]
    placed: dict[str, list[str]] = {}
    for movement in sorted(others, key=lambda m: -_free_seats(context, m)):
        count = max(0, _free_seats(context, movement))
        placed[movement.id], leaving = leaving[:count], leaving[count:]
    if not leaving:
        kept = {person: people for person, people in placed.items() if people}
        yield _seating(context, tuple(riding[-surplus:]), kept)


def _free_seats(context: Context, movement: Movement) -> int:
    return context.visit.vehicles[movement.vehicle].seats - seated(context, movement)


def _seating(
    context: Context, people: tuple[str, ...], placed: Mapping[str, list[str]]
) -> Proposal:
    vehicles = dict.fromkeys(context.visit.movements[m].vehicle for m in placed)
    title = message(
        "Seat {people} in {vehicles}",
        people=mention.people(people),
        vehicles=mention.many("vehicles", vehicles),
    )
    return Proposal(title, partial(_seated_so, people=people, placed=placed))


def _seated_so(visit: Visit, people: tuple[str, ...], placed: Mapping[str, list[str]]) -> Patch:
    items = {visit.movements[m].item for m in placed}
    changed = []
    for movement in visit.movements.values():
        if movement.item not in items:
            continue
        kept = tuple(seat for seat in movement.passengers if seat.person not in people)
        new = tuple(SeatAssignment(person=person) for person in placed.get(movement.id, ()))
        changed.append(replace(movement, passengers=(*kept, *new)))
    return put(visit, message("Change the seats in the vehicles"), "movements", *changed)


def other_vehicle(context: Context, problem: Problem) -> Iterator[Proposal]:
    """A vehicle that is free at the time and has the seats."""
    movement = context.visit.movements[problem.places[1].id]
    for slot in vehicle_slots(context.visit, movement).values():
        for vehicle in sorted(context.visit.vehicles.values(), key=lambda v: (v.seats, v.id)):
            chain = context.schedule.vehicles.get(vehicle.id)
            busy = chain is not None and any(chain.overlapping(slot.start, slot.end))
            if busy or vehicle.seats < seated(context, movement):
                continue
            title = message("Take {vehicle}", vehicle=mention.one("vehicles", vehicle.id))
            edit = partial(_driven_by, movement_id=movement.id, vehicle=vehicle.id)
            yield Proposal(title, edit, sure=False)


def _driven_by(visit: Visit, movement_id: str, vehicle: str) -> Patch:
    movement = replace(visit.movements[movement_id], vehicle=vehicle)
    return put(visit, message("Change the seats in the vehicles"), "movements", movement)
