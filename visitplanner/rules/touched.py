# SPDX-License-Identifier: MIT
"""What a patch may alter: for each scope, the owners whose rules run again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from visitplanner.domain.patch import Patch
from visitplanner.rules.chain_walk import affected
from visitplanner.rules.rule import Scope
from visitplanner.rules.schedule import Schedule, room_slots, vehicle_slots

_WIDE: Final = frozenset({"about", "delegations", "memberships", "groups"})


def is_wide(patch: Patch) -> bool:
    """Whether the patch may alter who takes part anywhere, or when."""
    return any(
        change.collection in _WIDE or (change.collection == "people" and change.after is None)
        for change in patch.changes
    )


class Touched:
    """The owners a patch touches, found in the schedules before and after it."""

    def __init__(self, before: Schedule, after: Schedule, patch: Patch) -> None:
        self._schedules: Final = (before, after)
        self._patch: Final = patch
        self.collections: Final = frozenset(c.collection for c in patch.changes)

    def owners(self, scope: Scope) -> set[str]:
        """The owners of that scope that are to be looked at again."""
        return set(self._by_scope[scope](self))

    @cached_property
    def items(self) -> frozenset[str]:
        """Items changed themselves or in what belongs to them."""
        found: set[str] = set()
        for change in self._patch.changes:
            if change.collection == "items":
                found.add(change.id)
                continue
            for entity in (change.before, change.after):
                owner = getattr(entity, "item", None)
                if isinstance(owner, str):
                    found.add(owner)
        return frozenset(found)

    @cached_property
    def by_person(self) -> frozenset[str]:
        """Changed items, their blocks, and what comes next to them in anybody's day."""
        found = set(self.items)
        for schedule in self._schedules:
            for item_id in self.items:
                item = schedule.visit.items.get(item_id)
                if item is None:
                    continue
                found.update(schedule.block_of(item))
                for person, slot in schedule.people_of(item_id).items():
                    found.update(affected(schedule.person(person), slot))
        return frozenset(found)

    @cached_property
    def by_room(self) -> frozenset[str]:
        """Changed items and what shares their room at the time."""
        found = set(self.items)
        for schedule in self._schedules:
            for item_id in self.items:
                item = schedule.visit.items.get(item_id)
                for room, slot in (room_slots(schedule.visit, item) if item else {}).items():
                    shared = schedule.rooms[room].overlapping(slot.start, slot.end)
                    found.update(s.item for s in shared)
        return frozenset(found)

    @cached_property
    def by_vehicle(self) -> frozenset[str]:
        """Changed transfers and those their vehicles drive next."""
        found = set(self.items)
        for schedule in self._schedules:
            for item_id in self.items:
                for movement in schedule.movements.get(item_id, ()):
                    for vehicle, slot in vehicle_slots(schedule.visit, movement).items():
                        found.update(affected(schedule.vehicles[vehicle], slot))
        return frozenset(found)

    def _papers(self, collection: str) -> Iterator[str]:
        for change in self._patch.changes:
            if change.collection == collection:
                yield change.id
        for schedule in self._schedules:
            by_item = schedule.agendas if collection == "agendas" else schedule.documents
            for item_id in self.items:
                yield from by_item.get(item_id, ())

    _by_scope: Final[dict[Scope, Callable[[Touched], Iterator[str] | frozenset[str]]]] = {
        Scope.ITEM: lambda t: t.items,
        Scope.PERSON: lambda t: t.by_person,
        Scope.ROOM: lambda t: t.by_room,
        Scope.VEHICLE: lambda t: t.by_vehicle,
        Scope.AGENDA: lambda t: t._papers("agendas"),
        Scope.DOCUMENT: lambda t: t._papers("documents"),
        Scope.VISIT: lambda t: frozenset(),
    }
