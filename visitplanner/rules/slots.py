# SPDX-License-Identifier: MIT
"""Stretches of time that items take of a person, a room or a vehicle, and chains of them."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.kinds import Kind
from visitplanner.domain.period import instant
from visitplanner.domain.programme import ItemStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.roster import Roster
    from visitplanner.domain.transport import Movement
    from visitplanner.domain.visit import Visit

REQUIRED: Final = 0
OPTIONAL: Final = 1
DUTY: Final = 2
"""Responsible for an item without taking part in it."""


class Slot(NamedTuple):
    """A stretch of time one item takes, in UTC minutes."""

    start: int
    end: int
    item: str
    tie: int = REQUIRED
    kind: Kind = Kind.OTHER
    venue: str | None = None
    thing: str = ""
    """The movement, in the chain of a vehicle."""

    @property
    def transfer(self) -> bool:
        """Whether it is spent on the way."""
        return self.kind is Kind.TRANSFER


class Chain:
    """Slots in order of start, end and item; never changed once it is in a schedule."""

    __slots__ = ("longest", "slots")

    def __init__(self, slots: list[Slot], longest: int) -> None:
        self.slots: Final = slots
        self.longest: Final = longest
        """No slot is longer: how far back to look for one that still runs."""

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
            del slots[bisect_left(slots, slot)]
        longest = self.longest
        for slot in new:
            insort(slots, slot)
            longest = max(longest, slot.end - slot.start)
        return Chain(slots, longest)


NO_CHAIN: Final = Chain([], 0)


def chain_of(slots: list[Slot]) -> Chain:
    """The chain of slots given in any order."""
    slots.sort()
    return Chain(slots, max((slot[1] - slot[0] for slot in slots), default=0))


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
    whole = Slot(*span, item.id, REQUIRED, item.kind, item.venue)
    found: dict[str, Slot] = {}
    for person, entry in roster.attendance(item).items():
        if entry.required and entry.since is None and entry.until is None:
            found[person] = whole
            continue
        start = max(span[0], instant(entry.since, zone)) if entry.since else span[0]
        end = min(span[1], instant(entry.until, zone)) if entry.until else span[1]
        if start < end:
            tie = REQUIRED if entry.required else OPTIONAL
            found[person] = Slot(start, end, item.id, tie, item.kind, item.venue)
    officer = item.responsible
    if officer is not None and officer not in found:
        found[officer] = whole._replace(tie=DUTY)
    return found


def room_slots(visit: Visit, item: ProgrammeItem) -> dict[str, Slot]:
    """What an item takes of its room, set-up and strike included."""
    span = span_of(visit, item) if item.room is not None else None
    if span is None or item.room is None:
        return {}
    start, end = span[0] - item.setup_minutes, span[1] + item.strike_minutes
    return {item.room: Slot(start, end, item.id, REQUIRED, item.kind, item.venue)}


def bare(slot: Slot, item: ProgrammeItem) -> Slot:
    """The slot of a room without set-up and strike."""
    start, end = slot.start + item.setup_minutes, slot.end - item.strike_minutes
    return slot._replace(start=start, end=end)


def vehicle_slots(visit: Visit, movement: Movement) -> dict[str, Slot]:
    """What a movement takes of its vehicle."""
    item = visit.items.get(movement.item)
    span = span_of(visit, item) if item else None
    if item is None or span is None:
        return {}
    start = span[0]
    if movement.departs is not None:
        start = min(instant(movement.departs, item.zone or visit.about.zone), span[1] - 1)
    slot = Slot(start, span[1], item.id, REQUIRED, item.kind, item.venue, movement.id)
    return {movement.vehicle: slot}
