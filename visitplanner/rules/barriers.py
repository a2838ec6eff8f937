# SPDX-License-Identifier: MIT
"""What stands in the way of an item that is to be moved, as spans of its start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.period import instant, overlap
from visitplanner.domain.visit import zone_of
from visitplanner.rules.overlaps import is_duty
from visitplanner.rules.rule import Severity
from visitplanner.rules.slots import (
    NO_CHAIN,
    REQUIRED,
    bare,
    people_slots,
    room_slots,
    span_of,
    vehicle_slots,
)
from visitplanner.rules.travel import way_between
from visitplanner.rules.ways import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.rules.context import Context
    from visitplanner.rules.slots import Chain, Slot
    from visitplanner.rules.ways import Way

_EVER: Final = 1 << 40


class Barrier(NamedTuple):
    """Starts of the item, in UTC minutes with the last exclusive, that break something."""

    first: int
    last: int
    code: str
    severity: Severity
    other: str
    """The item in the way."""
    who: str
    """The person, room or vehicle wanted twice."""
    minutes: Callable[[int], int]
    """Minutes shared or short by the start of the item; negative if only set-up is short."""


class Drag(NamedTuple):
    """An item under the pointer, where it stands now, and the items that move with it."""

    context: Context
    item: ProgrammeItem
    origin: int
    along: frozenset[str]

    def others(self, chain: Chain) -> list[Slot]:
        """What is in a chain and stays."""
        return [slot for slot in chain.slots if slot.item not in self.along]


def barriers(drag: Drag) -> Iterator[Barrier]:
    """All barriers of an item."""
    context = drag.context
    for person, slot in people_slots(context.visit, context.roster, drag.item).items():
        others = drag.others(context.schedule.person(person))
        for other in others:
            duty = is_duty(context.schedule, slot, other)
            if duty is not None:
                severity = Severity.WARNING if duty else Severity.ERROR
                yield _clash(drag, "T01", severity, slot, other, person)
        if slot.tie == REQUIRED and not slot.transfer and slot.venue is not None:
            for gap in _gaps(others, slot, drag.origin):
                yield from _travel(drag, person, slot, gap)
    yield from _of_rooms(drag)
    yield from _of_vehicles(drag)


def _clash(  # noqa: PLR0913, PLR0917 -- one barrier is these six facts
    drag: Drag, code: str, severity: Severity, slot: Slot, other: Slot, who: str
) -> Barrier:
    """The starts at which a slot of the item overlaps another."""
    return Barrier(
        drag.origin + other.start - slot.end + 1,
        drag.origin + other.end - slot.start,
        code,
        severity,
        other.item,
        who,
        partial(_shared, slot, other, drag.origin),
    )


def _shared(slot: Slot, other: Slot, origin: int, moment: int) -> int:
    shift = moment - origin
    return overlap(slot.start + shift, slot.end + shift, other.start, other.end)


class _Gap(NamedTuple):
    """Starts between two items of a person, by the transfers before and after the item."""

    first: int
    last: int
    before: Slot | None
    after: Slot | None
    rides_to: tuple[Slot, ...]
    rides_from: tuple[Slot, ...]


def _gaps(others: list[Slot], slot: Slot, origin: int) -> Iterator[_Gap]:
    last: Slot | None = None
    rides: list[Slot] = []
    for other in others:
        if other.tie != REQUIRED:
            continue
        if other.transfer:
            rides.append(other)
        elif last is None or other.end >= last.end:
            yield from _parts(last, other, rides, slot, origin)
            last, rides = other, []
    yield from _parts(last, None, rides, slot, origin)


def _parts(
    before: Slot | None, after: Slot | None, rides: list[Slot], slot: Slot, origin: int
) -> Iterator[_Gap]:
    """A gap cut where the item passes from one side of a transfer to the other."""
    first = -_EVER if before is None else before.end - (slot.start - origin)
    last = _EVER if after is None else after.start - (slot.end - origin) + 1
    cuts = [ride.start - (slot.start - origin) + 1 for ride in rides]
    for n, (left, right) in enumerate(zip([first, *cuts], [*cuts, last], strict=True)):
        start, end = max(first, left), min(last, right)
        if start < end:
            yield _Gap(start, end, before, after, tuple(rides[:n]), tuple(rides[n:]))


def _travel(drag: Drag, person: str, slot: Slot, gap: _Gap) -> Iterator[Barrier]:
    """The starts too soon after the item before, or too late for the one after."""
    offset, length = slot.start - drag.origin, slot.end - slot.start
    before, after, venue = gap.before, gap.after, slot.venue
    if before is not None and venue is not None and before.venue != venue:
        way = way_between(drag.context, person, before, venue, gap.rides_to)
        if way is not None:
            free = before.end - offset
            for severity, start, end in _spans(way):
                barrier = _late(person, way, severity, before.item, free, 1)
                yield from _within(gap, barrier, free + start, free + end)
    if after is not None and after.venue is not None and after.venue != venue:
        leaving = slot._replace(end=after.start)
        way = way_between(drag.context, person, leaving, after.venue, gap.rides_from)
        if way is not None:
            free = after.start - offset - length
            for severity, start, end in _spans(way):
                barrier = _late(person, way, severity, after.item, free, -1)
                yield from _within(gap, barrier, free - end + 1, free - start + 1)


def _spans(way: Way) -> tuple[tuple[Severity, int, int], ...]:
    """Gaps, the last exclusive, in which the way does not fit, or only the buffer does not."""
    shortest, whole = whole_minutes(way.shortest), whole_minutes(way.whole)
    return (Severity.ERROR, -_EVER, shortest), (Severity.WARNING, shortest, whole)


def _late(  # noqa: PLR0913, PLR0917 -- one barrier is these six facts
    person: str, way: Way, severity: Severity, other: str, free: int, sign: int
) -> Barrier:
    minutes = partial(_short, whole_minutes(way.whole), free, sign)
    return Barrier(0, 0, "R01", severity, other, person, minutes)


def _short(needed: int, free: int, sign: int, moment: int) -> int:
    return needed - sign * (moment - free)


def _within(gap: _Gap, barrier: Barrier, first: int, last: int) -> Iterator[Barrier]:
    first, last = max(first, gap.first), min(last, gap.last)
    if first < last:
        yield barrier._replace(first=first, last=last)


def _of_rooms(drag: Drag) -> Iterator[Barrier]:
    context = drag.context
    items = context.visit.items
    block = context.schedule.block_of(drag.item)
    for room, slot in room_slots(context.visit, drag.item).items():
        own = bare(slot, drag.item)
        for other in drag.others(context.schedule.rooms.get(room, NO_CHAIN)):
            both_bare = own, bare(other, items[other.item])
            pair = both_bare if other.item in block else (slot, other)
            found = _clash(drag, "V01", Severity.ERROR, *pair, room)
            minutes = partial(_room_minutes, found.minutes, both_bare, drag.origin)
            yield found._replace(minutes=minutes)


def _room_minutes(
    wide: Callable[[int], int], both_bare: tuple[Slot, Slot], origin: int, moment: int
) -> int:
    return _shared(*both_bare, origin, moment) or -wide(moment)


def _of_vehicles(drag: Drag) -> Iterator[Barrier]:
    context = drag.context
    for movement in context.schedule.movements.get(drag.item.id, ()):
        for vehicle, slot in vehicle_slots(context.visit, movement).items():
            for other in drag.others(context.schedule.vehicles[vehicle]):
                yield _clash(drag, "C03", Severity.ERROR, slot, other, vehicle)


def where_it_stands(context: Context, item: ProgrammeItem) -> int | None:
    """The UTC minute an item starts; None if it takes no time, or none of anybody."""
    if item.start is None or span_of(context.visit, item) is None:
        return None
    return instant(item.start, zone_of(context.visit, item))
