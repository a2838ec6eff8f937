# SPDX-License-Identifier: MIT
"""Who sits where on a transfer, by hand and by rank (protocol.md section 2.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.column import column_of, movement_of, seats_on
from visitplanner.domain.edits import combined, item_of, put
from visitplanner.domain.patch import EditRefusedError, Patch, apply, merged
from visitplanner.domain.people import MemberRole
from visitplanner.domain.roster import Roster
from visitplanner.domain.seats import FRONT, seats_of
from visitplanner.domain.text import message
from visitplanner.domain.transport import ColumnRole, SeatAssignment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.programme import Participation
    from visitplanner.domain.transport import Movement
    from visitplanner.domain.visit import Visit

_GUESTS_OF_HONOUR: Final = 2
"""The front seat is never for persons 1 and 2 of a side."""
_APART: Final = frozenset({ColumnRole.PRESS, ColumnRole.LUGGAGE, ColumnRole.RESERVE})
_SERVING: Final = frozenset({ColumnRole.ADVANCE, ColumnRole.LEAD})
_NEVER: Final = 9


def seat_of(visit: Visit, item_id: str, person: str) -> tuple[Movement, SeatAssignment] | None:
    """Where a person sits on a transfer."""
    for movement in column_of(visit, item_id):
        for seat in movement.passengers:
            if seat.person == person:
                return movement, seat
    return None


def unseated(visit: Visit, item_id: str, roster: Roster | None = None) -> tuple[str, ...]:
    """Who takes part in a transfer and neither sits nor drives nor goes by own car, by rank."""
    roster = roster or Roster(visit)
    riding = {seat.person for m in column_of(visit, item_id) for seat in m.passengers}
    for movement in column_of(visit, item_id):
        vehicle = visit.vehicles.get(movement.vehicle)
        if vehicle is not None and vehicle.driver is not None:
            riding.add(vehicle.driver)
    entries = roster.attendance(item_of(visit, item_id))
    return roster.ranked({p for p, e in entries.items() if p not in riding and not e.own_car})


def _without(movement: Movement, *people: str) -> Movement:
    left = tuple(seat for seat in movement.passengers if seat.person not in people)
    return movement if len(left) == len(movement.passengers) else replace(movement, passengers=left)


def seat_person(visit: Visit, movement_id: str, person: str, seat: str) -> Patch:
    """Seats a person; who sits there takes the seat the person comes from, else loses his.

    Somebody who was marked as going by own car goes so no more.
    """
    movement = movement_of(visit, movement_id)
    if person not in visit.people:
        raise EditRefusedError(message("There is no {id} in the visit.", id=person))
    name = seats_on(visit, movement.item)
    before = seat_of(visit, movement.item, person)
    if before is not None and before[0].id == movement_id and before[1].seat == seat:
        return Patch(name)
    there = next((s.person for s in movement.passengers if seat and s.seat == seat), None)
    fresh: dict[str, Movement] = {}
    for other in column_of(visit, movement.item):
        cleared = _without(other, person, *((there,) if there else ()))
        if cleared is not other:
            fresh[other.id] = cleared
    if before is not None and there is not None:
        _take(fresh, before[0], SeatAssignment(person=there, seat=before[1].seat))
    _take(fresh, movement, SeatAssignment(person=person, seat=seat))
    patch = put(visit, name, "movements", *fresh.values())
    entry = Roster(visit).attendance(item_of(visit, movement.item)).get(person)
    if entry is not None and entry.own_car:
        patch = combined(name, patch, _marked(visit, movement.item, person, own=False))
    return patch


def _take(fresh: dict[str, Movement], movement: Movement, seat: SeatAssignment) -> None:
    here = fresh.get(movement.id, movement)
    fresh[movement.id] = replace(here, passengers=(*here.passengers, seat))


def unseat(visit: Visit, item_id: str, person: str) -> Patch:
    """Takes a person out of his seat on a transfer."""
    cleared = [_without(m, person) for m in column_of(visit, item_id)]
    return put(visit, seats_on(visit, item_id), "movements", *cleared)


def go_by_own_car(visit: Visit, item_id: str, person: str, *, own: bool) -> Patch:
    """Marks that a participant goes by own car, and asks for no seat; or takes the mark back."""
    name = seats_on(visit, item_id)
    patch = _marked(visit, item_id, person, own=own)
    return combined(name, patch, unseat(visit, item_id, person)) if own else patch


def _marked(visit: Visit, item_id: str, person: str, *, own: bool) -> Patch:
    """The mark on the person's own entry; who came with a delegation gets an entry of his own."""
    item = item_of(visit, item_id)
    entry = Roster(visit).attendance(item).get(person)
    if entry is None:
        raise EditRefusedError(message("This person does not take part in the transfer."))
    fresh: Participation = replace(entry, who=person, own_car=own)
    if entry.who == person:
        people = tuple(fresh if p.who == person else p for p in item.participants)
    else:
        people = (*item.participants, fresh)
    return put(visit, seats_on(visit, item_id), "items", replace(item, participants=people))


def seat_by_rank(visit: Visit, item_id: str) -> Patch:
    """Seats everybody who has no seat: by rank, first into vehicles of the own side."""
    name = seats_on(visit, item_id)
    patch = Patch(name)
    roster = Roster(visit)
    for person in unseated(visit, item_id, roster):
        here = apply(visit, patch)
        found = best_seat(here, item_id, person, roster)
        if found is not None:
            patch = merged(patch, seat_person(here, found[0], person, found[1]))
    return replace(patch, message=name)


def best_seat(
    visit: Visit, item_id: str, person: str, roster: Roster | None = None
) -> tuple[str, str] | None:
    """The free seat that fits a person best: a movement and a seat; None when all are taken."""
    roster = roster or Roster(visit)
    free = [
        (_fitness(visit, roster, person, movement, place), movement.id, seat)
        for movement in column_of(visit, item_id)
        for place, seat in _free_seats(visit, movement)
    ]
    free = [found for found in free if found[0][0] < _NEVER]
    return min(free)[1:] if free else None


def _free_seats(visit: Visit, movement: Movement) -> Iterator[tuple[int, str]]:
    vehicle = visit.vehicles.get(movement.vehicle)
    if vehicle is None:
        return
    taken = {seat.seat for seat in movement.passengers}
    room = vehicle.seats - len(movement.passengers) - movement.unnamed
    free = [(n, s) for n, s in enumerate(seats_of(vehicle)) if s not in taken]
    yield from free[: max(0, room)]


def _fitness(
    visit: Visit, roster: Roster, person: str, movement: Movement, place: int
) -> tuple[int, int, int, int]:
    """What free seats are compared by, the least is the best."""
    vehicle = visit.vehicles[movement.vehicle]
    seat = seats_of(vehicle)[place]
    entry = roster.membership.get(person)
    rank = entry.rank if entry is not None else 0
    press = entry is not None and entry.role is MemberRole.PRESS
    if seat == FRONT and 0 < rank <= _GUESTS_OF_HONOUR:
        return _NEVER, 0, 0, 0
    if press == (movement.role is ColumnRole.PRESS):
        fits = 3 if movement.role in _APART - {ColumnRole.PRESS} else 0
    else:
        fits = 4
    if movement.role in _SERVING:
        fits = 2
    elif seat == FRONT and fits == 0:
        fits = 1
    other_side = roster.side.get(person) not in (None, vehicle.side)
    return fits, int(other_side), movement.order, place
