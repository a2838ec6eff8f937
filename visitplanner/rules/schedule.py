# SPDX-License-Identifier: MIT
"""The index the rules share: what occupies each person, room and vehicle, in order of time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from visitplanner.domain.roster import Roster
from visitplanner.rules.chains import chains_of, people_chains, rechained
from visitplanner.rules.slots import (
    NO_CHAIN,
    Chain,
    Slot,
    people_slots,
    room_slots,
    vehicle_slots,
)
from visitplanner.rules.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.transport import Movement
    from visitplanner.domain.visit import Visit

_WIDE: Final = frozenset({"about", "delegations", "memberships", "groups"})
"""Collections whose change may alter what occupies anybody."""
_SHARED: Final[Mapping[str, frozenset[str]]] = {
    "people": frozenset({"items"}),
    "rooms": frozenset({"items"}),
    "vehicles": frozenset({"items", "movements"}),
    "movements": frozenset({"movements"}),
    "agendas": frozenset({"agendas"}),
    "documents": frozenset({"documents"}),
    "ways": frozenset({"legs", "policy"}),
}
"""What is kept whole by an edit that touches none of these collections."""


class Schedule:
    """The index of one visit; `after` shares all that a patch leaves alone."""

    def __init__(self, visit: Visit, roster: Roster) -> None:
        self.visit: Final = visit
        self.roster: Final = roster
        self._people_of: Final[dict[str, Mapping[str, Slot]]] = {}

    @classmethod
    def of(cls, visit: Visit) -> Schedule:
        """The index of a visit, from nothing."""
        return cls(visit, Roster(visit))

    @cached_property
    def people(self) -> Mapping[str, Chain]:
        """What occupies each person: items he takes part in, and those he answers for."""
        return people_chains(self.visit, self.roster)

    @cached_property
    def rooms(self) -> Mapping[str, Chain]:
        """What occupies each room."""
        return chains_of(room_slots(self.visit, item) for item in self.visit.items.values())

    @cached_property
    def vehicles(self) -> Mapping[str, Chain]:
        """The movements of each vehicle."""
        return chains_of(vehicle_slots(self.visit, m) for m in self.visit.movements.values())

    @cached_property
    def movements(self) -> Mapping[str, tuple[Movement, ...]]:
        """The movements of each transfer by their number in the column."""
        found: dict[str, list[Movement]] = {}
        for movement in self.visit.movements.values():
            found.setdefault(movement.item, []).append(movement)
        return {
            item: tuple(sorted(ms, key=lambda m: (m.order, m.id))) for item, ms in found.items()
        }

    @cached_property
    def blocks(self) -> Mapping[str, tuple[str, ...]]:
        """The items of each block by the id of its first item, that one included."""
        found: dict[str, set[str]] = {}
        for item in self.visit.items.values():
            if item.block is not None:
                found.setdefault(item.block, {item.block}).add(item.id)
        return {key: tuple(sorted(ids)) for key, ids in found.items()}

    @cached_property
    def agendas(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the agendas of each item."""
        return _by_item((a.id, a.item) for a in self.visit.agendas.values())

    @cached_property
    def documents(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the documents signed in each item."""
        return _by_item((d.id, d.item) for d in self.visit.documents.values())

    @cached_property
    def ways(self) -> Ways:
        """The travel times."""
        return Ways(self.visit)

    def person(self, person: str) -> Chain:
        """What occupies a person."""
        return self.people.get(person, NO_CHAIN)

    def people_of(self, item_id: str) -> Mapping[str, Slot]:
        """What an item takes of each person."""
        known = self._people_of.get(item_id)
        if known is None:
            item = self.visit.items.get(item_id)
            known = people_slots(self.visit, self.roster, item) if item else {}
            self._people_of[item_id] = known
        return known

    def block_of(self, item: ProgrammeItem) -> tuple[str, ...]:
        """The items of the block an item belongs to; empty when it stands alone."""
        return self.blocks.get(item.block or item.id, ())

    def after(self, visit: Visit, patch: Patch) -> Schedule:
        """The index of the visit a patch has made."""
        touched = {c.collection for c in patch.changes}
        fresh = Schedule(visit, self.roster.renewed(visit))
        if touched & _WIDE:
            return fresh
        items = {c.id for c in patch.changes if c.collection == "items"}
        built, known = self.__dict__, fresh.__dict__
        for name, sources in _SHARED.items():
            if name in built and not touched & sources:
                known[name] = built[name]
        if "people" in built and items:
            known["people"] = self._people_after(fresh, items)
        if "rooms" in built and items:
            known["rooms"] = self._rooms_after(fresh, items)
        if "vehicles" in built and touched & {"items", "movements"}:
            moved = {c.id for c in patch.changes if c.collection == "movements"}
            for schedule in (self, fresh):
                moved.update(m.id for i in items for m in schedule.movements.get(i, ()))
            known["vehicles"] = self._vehicles_after(fresh, moved)
        if "blocks" in built and self._same_blocks(fresh, items):
            known["blocks"] = self.blocks
        return fresh

    def _people_after(self, fresh: Schedule, items: set[str]) -> Mapping[str, Chain]:
        gone = [self.people_of(i) for i in items]
        return rechained(self.people, gone, [fresh.people_of(i) for i in items])

    def _rooms_after(self, fresh: Schedule, items: set[str]) -> Mapping[str, Chain]:
        def slots(schedule: Schedule) -> list[dict[str, Slot]]:
            found = (schedule.visit.items.get(i) for i in items)
            return [room_slots(schedule.visit, item) for item in found if item]

        return rechained(self.rooms, slots(self), slots(fresh))

    def _vehicles_after(self, fresh: Schedule, moved: set[str]) -> Mapping[str, Chain]:
        def slots(schedule: Schedule) -> list[dict[str, Slot]]:
            found = (schedule.visit.movements.get(m) for m in moved)
            return [vehicle_slots(schedule.visit, m) for m in found if m]

        return rechained(self.vehicles, slots(self), slots(fresh)) if moved else self.vehicles

    def _same_blocks(self, fresh: Schedule, items: set[str]) -> bool:
        old, new = self.visit.items, fresh.visit.items
        return all(
            (old[i].block if i in old else None) == (new[i].block if i in new else None)
            for i in items
        )


def _by_item(pairs: Iterable[tuple[str, str | None]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entity, item in pairs:
        if item is not None:
            found.setdefault(item, []).append(entity)
    return {item: tuple(sorted(ids)) for item, ids in found.items()}
