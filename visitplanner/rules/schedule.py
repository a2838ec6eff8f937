# SPDX-License-Identifier: MIT
"""The index the rules share: what occupies each person, room and vehicle, in order of time."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import Patch
from visitplanner.domain.period import instant
from visitplanner.domain.programme import ItemStatus, ProgrammeItem
from visitplanner.domain.transport import Movement
from visitplanner.domain.visit import Visit
from visitplanner.rules.roster import Roster
from visitplanner.rules.ways import Ways

REQUIRED: Final = 0
OPTIONAL: Final = 1
DUTY: Final = 2
"""Responsible for an item without taking part in it."""
_WIDE: Final = frozenset({"about", "delegations", "memberships", "groups"})
"""Collections whose change may alter what occupies anybody."""


class Slot(NamedTuple):
    """A stretch of time one item takes of a person, a room or a vehicle, in UTC minutes."""

    start: int
    end: int
    item: str
    tie: int = REQUIRED
    transfer: bool = False
    venue: str | None = None
    thing: str = ""
    """The movement, in the chain of a vehicle."""


class Chain:
    """Slots in order of start, end and item; never changed once it is in a schedule."""

    __slots__ = ("longest", "slots")

    def __init__(self, slots: list[Slot], longest: int | None = None) -> None:
        self.slots: Final = slots
        self.longest: Final = (
            max((s.end - s.start for s in slots), default=0) if longest is None else longest
        )
        """No slot is longer; how far back to look for one that still runs."""

    def index(self, slot: Slot) -> int:
        """Where the slot stands or would stand."""
        return bisect_left(self.slots, slot)

    def overlapping(self, start: int, end: int) -> Iterator[Slot]:
        """The slots that share a minute with the span, in order."""
        slots = self.slots
        for n in range(bisect_left(slots, (start - self.longest,)), len(slots)):
            slot = slots[n]
            if slot.start >= end:
                return
            if slot.end > start:
                yield slot

    def changed(self, gone: Iterable[Slot], new: Iterable[Slot]) -> Chain:
        """The chain without some slots and with others."""
        slots = list(self.slots)
        for slot in gone:
            at = bisect_left(slots, slot)
            if at < len(slots) and slots[at] == slot:
                del slots[at]
        longest = self.longest
        for slot in new:
            insort(slots, slot)
            longest = max(longest, slot.end - slot.start)
        return Chain(slots, longest)


NO_CHAIN: Final = Chain([])
Chains = Mapping[str, Chain]
_Keyed = Mapping[str, Slot]


def span_of(visit: Visit, item: ProgrammeItem) -> tuple[int, int] | None:
    """The UTC minutes an item takes; None if untimed, cancelled or ending before it starts."""
    if item.start is None or item.end is None or item.status is ItemStatus.CANCELLED:
        return None
    zone = item.zone or visit.about.zone
    start = instant(item.start, zone)
    end = instant(item.end, item.end_zone or zone)
    return (start, end) if start < end else None


def people_slots(visit: Visit, roster: Roster, item: ProgrammeItem) -> dict[str, Slot]:
    """What an item takes of each person."""
    span = span_of(visit, item)
    if span is None:
        return {}
    zone = item.zone or visit.about.zone
    transfer = item.kind is Kind.TRANSFER
    found: dict[str, Slot] = {}
    for person, entry in roster.attendance(item).items():
        start = max(span[0], instant(entry.since, zone)) if entry.since else span[0]
        end = min(span[1], instant(entry.until, zone)) if entry.until else span[1]
        if start < end:
            tie = REQUIRED if entry.required else OPTIONAL
            found[person] = Slot(start, end, item.id, tie, transfer, item.venue)
    if item.responsible is not None and item.responsible not in found:
        found[item.responsible] = Slot(*span, item.id, DUTY, transfer, item.venue)
    return found


def room_slots(visit: Visit, item: ProgrammeItem) -> dict[str, Slot]:
    """What an item takes of its room, set-up and strike included."""
    span = span_of(visit, item)
    if span is None or item.room is None:
        return {}
    start, end = span[0] - item.setup_minutes, span[1] + item.strike_minutes
    return {item.room: Slot(start, end, item.id, venue=item.venue)}


def vehicle_slots(visit: Visit, movement: Movement) -> dict[str, Slot]:
    """What a movement takes of its vehicle."""
    item = visit.items.get(movement.item)
    span = span_of(visit, item) if item else None
    if item is None or span is None:
        return {}
    start = span[0]
    if movement.departs is not None:
        start = min(instant(movement.departs, item.zone or visit.about.zone), span[1] - 1)
    slot = Slot(start, span[1], item.id, venue=item.venue, thing=movement.id)
    return {movement.vehicle: slot}


def _chains(found: Iterable[_Keyed]) -> dict[str, Chain]:
    lists: dict[str, list[Slot]] = {}
    for slots in found:
        for key, slot in slots.items():
            lists.setdefault(key, []).append(slot)
    for chain in lists.values():
        chain.sort()
    return {key: Chain(chain) for key, chain in lists.items()}


def _rechained(chains: Chains, gone: Iterable[_Keyed], new: Iterable[_Keyed]) -> dict[str, Chain]:
    out: dict[str, tuple[list[Slot], list[Slot]]] = {}
    for side, keyed in enumerate((gone, new)):
        for slots in keyed:
            for key, slot in slots.items():
                out.setdefault(key, ([], []))[side].append(slot)
    fresh = dict(chains)
    for key, (less, more) in out.items():
        if less != more:
            fresh[key] = fresh.get(key, NO_CHAIN).changed(less, more)
    return fresh


class Schedule:
    """The index of one visit; `after` shares all that a patch leaves alone."""

    def __init__(self, visit: Visit, roster: Roster) -> None:
        self.visit: Final = visit
        self.roster: Final = roster

    @classmethod
    def of(cls, visit: Visit) -> Schedule:
        """The index of a visit, from nothing."""
        return cls(visit, Roster(visit))

    @cached_property
    def people(self) -> Chains:
        """What occupies each person: items he takes part in, and those he answers for."""
        visit, roster = self.visit, self.roster
        return _chains(people_slots(visit, roster, item) for item in visit.items.values())

    @cached_property
    def rooms(self) -> Chains:
        """What occupies each room."""
        return _chains(room_slots(self.visit, item) for item in self.visit.items.values())

    @cached_property
    def vehicles(self) -> Chains:
        """The movements of each vehicle."""
        return _chains(vehicle_slots(self.visit, m) for m in self.visit.movements.values())

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

    def people_of(self, item_id: str) -> dict[str, Slot]:
        """What an item takes of each person."""
        item = self.visit.items.get(item_id)
        return people_slots(self.visit, self.roster, item) if item else {}

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
        built = self.__dict__
        if "people" in built:
            fresh.__dict__["people"] = self._people_after(fresh, items) if items else self.people
        if "rooms" in built:
            fresh.__dict__["rooms"] = self._rooms_after(fresh, items) if items else self.rooms
        if "movements" in built and "movements" not in touched:
            fresh.__dict__["movements"] = self.movements
        if "vehicles" in built:
            moved = {c.id for c in patch.changes if c.collection == "movements"}
            for schedule in (self, fresh):
                moved.update(m.id for i in items for m in schedule.movements.get(i, ()))
            fresh.__dict__["vehicles"] = self._vehicles_after(fresh, moved)
        if "blocks" in built and self._same_blocks(fresh, items):
            fresh.__dict__["blocks"] = self.blocks
        for name in ("agendas", "documents"):
            if name in built and name not in touched:
                fresh.__dict__[name] = built[name]
        if "ways" in built and not touched & {"legs", "policy"}:
            fresh.__dict__["ways"] = self.ways
        return fresh

    def _people_after(self, fresh: Schedule, items: set[str]) -> Chains:
        gone = [self.people_of(i) for i in items]
        return _rechained(self.people, gone, [fresh.people_of(i) for i in items])

    def _rooms_after(self, fresh: Schedule, items: set[str]) -> Chains:
        def slots(schedule: Schedule) -> list[_Keyed]:
            found = (schedule.visit.items.get(i) for i in items)
            return [room_slots(schedule.visit, item) for item in found if item]

        return _rechained(self.rooms, slots(self), slots(fresh))

    def _vehicles_after(self, fresh: Schedule, moved: set[str]) -> Chains:
        def slots(schedule: Schedule) -> list[_Keyed]:
            found = (schedule.visit.movements.get(m) for m in moved)
            return [vehicle_slots(schedule.visit, m) for m in found if m]

        return _rechained(self.vehicles, slots(self), slots(fresh)) if moved else self.vehicles

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
