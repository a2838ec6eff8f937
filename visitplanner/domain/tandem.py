# SPDX-License-Identifier: MIT
"""Two people who stand side by side, of whom one takes the other's place: his own is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import put
from visitplanner.domain.patch import Patch, merged
from visitplanner.domain.text import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.programme import Participation, ProgrammeItem
    from visitplanner.domain.seating import SeatingPlan
    from visitplanner.domain.text import Entity
    from visitplanner.domain.transport import Movement
    from visitplanner.domain.visit import Visit

    Changes = Callable[[str, Entity], bool]


def at_once(visit: Visit, old: str, new: str, changes: Changes) -> Patch:
    """Frees the places `new` holds beside `old`: seat at the table, seat in a car, own entry."""
    name = message("Change the data")
    items = [_one_entry(i, old, new) for i in visit.items.values() if changes("items", i)]
    plans = [_one_seat(p, old, new) for p in visit.seatings.values() if changes("seatings", p)]
    riding = {
        m.item
        for m in visit.movements.values()
        if old in {p.person for p in m.passengers} and changes("movements", m)
    }
    rides = [_without(m, new) for m in visit.movements.values() if m.item in riding]
    lists = [
        replace(d, readers=tuple(r for r in d.readers if r.reader != new))
        for d in visit.distributions.values()
        if {old, new} <= {r.reader for r in d.readers} and changes("distributions", d)
    ]
    patch = put(visit, name, "items", *items)
    patch = merged(patch, put(visit, name, "seatings", *plans))
    patch = merged(patch, put(visit, name, "movements", *rides))
    return merged(patch, put(visit, name, "distributions", *lists))


def _one_entry(item: ProgrammeItem, old: str, new: str) -> ProgrammeItem:
    """Of two entries one is left, under the name of `old`: he is renamed afterwards."""
    entries = {p.who: p for p in item.participants}
    if old not in entries or new not in entries:
        return item
    kept = _stronger(entries[old], entries[new])
    left = (p for p in item.participants if p.who != new)
    return replace(item, participants=tuple(kept if p.who == old else p for p in left))


def _stronger(old: Participation, new: Participation) -> Participation:
    """Who was left out hands nothing on: then the other keeps his own entry."""
    if old.excluded:
        return replace(new, who=old.who)
    required = old.required or (new.required and not new.excluded)
    return replace(old, required=required, own_car=old.own_car or new.own_car)


def _one_seat(plan: SeatingPlan, old: str, new: str) -> SeatingPlan:
    if not {old, new} <= {seat.person for seat in plan.seats}:
        return plan
    return replace(
        plan, seats=tuple(replace(s, person=None) if s.person == new else s for s in plan.seats)
    )


def _without(movement: Movement, new: str) -> Movement:
    left = tuple(p for p in movement.passengers if p.person != new)
    return replace(movement, passengers=left)
