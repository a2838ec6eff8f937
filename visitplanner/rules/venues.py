# SPDX-License-Identifier: MIT
"""Rules on places: rooms booked twice or too small, places closed, no plan for bad weather."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.period import on, overlap
from visitplanner.domain.text import message
from visitplanner.rules import mention
from visitplanner.rules.overlaps import in_order
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
from visitplanner.rules.slots import bare, room_slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.text import Message
    from visitplanner.domain.venues import Venue
    from visitplanner.rules.context import Context
    from visitplanner.rules.slots import Slot

_MINUTES_A_DAY: Final = 1440
_AT_ONCE: Final = (
    "{room}: “{before}” and “{after}” at the same time, {n} minute",
    "{room}: “{before}” and “{after}” at the same time, {n} minutes",
)
_NOT_CLEARED: Final = (
    "{room}: no time to clear and set up between “{before}” and “{after}”, {n} minute short",
    "{room}: no time to clear and set up between “{before}” and “{after}”, {n} minutes short",
)
OPEN_AIR_CEREMONIES: Final = frozenset({Kind.LAYING, Kind.SIGNING})


def _double_booking(context: Context, owner: str) -> Iterator[Found]:
    schedule = context.schedule
    for room, slot in room_slots(context.visit, context.visit.items[owner]).items():
        for other in schedule.rooms[room].overlapping(slot.start, slot.end):
            pair = in_order(schedule, other.item, owner)
            if other.item == owner or pair[1] != owner:
                continue
            minutes, at_once = _shared(context, slot, other)
            if minutes == 0:
                continue
            text = room_text(room, pair, minutes, at_once=at_once)
            places = (*(Place("items", i) for i in pair), Place("rooms", room))
            yield Found(text, pair, places=places)


def room_text(room: str, pair: tuple[str, str], minutes: int, *, at_once: bool) -> Message:
    """The sentence about a room wanted twice."""
    return message(
        *(_AT_ONCE if at_once else _NOT_CLEARED),
        room=mention.one("rooms", room),
        before=mention.item(pair[0]),
        after=mention.item(pair[1]),
        n=minutes,
    )


def _shared(context: Context, slot: Slot, other: Slot) -> tuple[int, bool]:
    """Minutes two items want one room at once, and whether without set-up and clearing.

    Inside a block the room is not cleared in between.
    """
    items = context.visit.items
    mine, theirs = bare(slot, items[slot.item]), bare(other, items[other.item])
    minutes = overlap(mine.start, mine.end, theirs.start, theirs.end)
    if minutes or other.item in context.schedule.block_of(items[slot.item]):
        return minutes, True
    return overlap(slot.start, slot.end, other.start, other.end), False


def _shared_rooms(context: Context) -> Iterable[str]:
    """Items that share their room with another at some minute."""
    for chain in context.schedule.rooms.values():
        latest, last = -1, ""
        for slot in chain.slots:
            if slot[0] < latest:
                yield from (last, slot[2])
            if slot[1] > latest:
                latest, last = slot[1], slot[2]


V01: Final = Rule(
    code="V01",
    name="double-booked-room",
    title="Double booking",
    severity=Severity.ERROR,
    family="venues",
    source="custom",
    scope=Scope.ROOM,
    text=RuleText(
        finds="Two items in one room whose times overlap, the minutes of set-up and clearing "
        "included. Inside a block (session, signing, press) only the items themselves count.",
        why="The second party stands before a closed door, or chairs are carried past the guests.",
        example="The session lasts until 13:30 in the hall that is laid for lunch from 13:15.",
        remedy="Move one of the items to another time or room, or shorten the set-up.",
    ),
    check=_double_booking,
    among=lambda context: set(_shared_rooms(context)),
)


def _too_small(context: Context, owner: str) -> Iterator[Found | Missing]:
    item = context.visit.items[owner]
    room = context.visit.rooms.get(item.room or "")
    if room is None:
        return
    if item.layout is not None:
        capacity = room.capacity.get(item.layout)
    else:
        capacity = max(room.capacity.values(), default=None)
    if capacity is None:
        yield Missing("capacity", Place("rooms", room.id, "capacity"))
        return
    people = context.headcount(item)
    if people > capacity:
        text = message(
            "{room}: {people} people for “{item}”, {n} seat",
            "{room}: {people} people for “{item}”, {n} seats",
            room=mention.one("rooms", room.id),
            item=mention.item(owner),
            people=people,
            n=capacity,
        )
        yield Found(text, (owner,), places=(Place("items", owner), Place("rooms", room.id)))


V02: Final = Rule(
    code="V02",
    name="room-too-small",
    title="Room too small",
    severity=Severity.ERROR,
    family="venues",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="More people in an item, the press and aides counted, than its room holds in the "
        "layout chosen.",
        why="Those left standing are most often the aides with the folders.",
        example="26 people at talks in a hall that seats 24 at the table.",
        remedy="Take a larger room, another layout, or fewer people.",
    ),
    check=_too_small,
    reads=frozenset({"rooms"}),
    among=lambda context: [i.id for i in context.visit.items.values() if i.room is not None],
    data={
        "capacity": (
            "The capacity is not entered for {n} room",
            "The capacity is not entered for {n} rooms",
        )
    },
)


def _closed(context: Context, owner: str) -> Iterator[Found | Missing]:
    item = context.visit.items[owner]
    venue = context.visit.venues.get(item.venue or "")
    if venue is None or item.start is None or item.end is None or item.kind is Kind.TRANSFER:
        return
    parts = list(_by_day(item.start, item.end))
    if any(day in venue.closed_on for day, _, _ in parts):
        sentence = "{venue} is closed on the day of “{item}”"
    elif not venue.hours:
        if not context.is_outdoor(item):
            yield Missing("hours", Place("venues", venue.id, "hours"))
        return
    elif all(_is_open(venue, *part) for part in parts):
        return
    else:
        sentence = "{venue} is not open all through “{item}”"
    text = message(sentence, venue=mention.one("venues", venue.id), item=mention.item(owner))
    yield Found(text, (owner,), places=(Place("items", owner), Place("venues", venue.id)))


def _by_day(start: LocalTime, end: LocalTime) -> Iterator[tuple[date, int, int]]:
    """The minutes of each day from one time to another."""
    while start < end:
        midnight = on(start.date, _MINUTES_A_DAY)
        until = min(midnight.minutes, end.minutes) - on(start.date).minutes
        yield start.date, start.minute_of_day, until
        start = midnight


def _is_open(venue: Venue, day: date, start: int, end: int) -> bool:
    """Whether the opening hours of the day cover these minutes, one interval or several."""
    hours = sorted(
        (_minutes(o.opens), _minutes(o.closes))
        for o in venue.hours
        if day.isoweekday() in o.weekdays
    )
    for opens, closes in hours:
        if opens <= start < closes:
            start = closes
    return start >= end


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


V03: Final = Rule(
    code="V03",
    name="venue-closed",
    title="Place closed",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    family="venues",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="An item outside the opening hours of its place, or on a day it is closed.",
        why="A museum opened for one hour has no guide, no cloakroom and no light in the halls.",
        example="An excursion on a Monday to a museum that is open from Tuesday to Sunday.",
        remedy="Move the item, or agree special opening and leave it as it is with the reason.",
    ),
    check=_closed,
    reads=frozenset({"venues"}),
    data={
        "hours": (
            "The opening hours are not entered for {n} place",
            "The opening hours are not entered for {n} places",
        )
    },
)


def _no_fallback(context: Context, owner: str) -> Iterator[Found]:
    item = context.visit.items[owner]
    if not context.is_outdoor(item) or item.fallback_venue is not None or item.fallback_text:
        return
    text = message("“{item}” is outdoors and has no bad-weather variant", item=mention.item(owner))
    yield Found(text, (owner,), places=(Place("items", owner, "fallback_venue"),))


V06: Final = Rule(
    code="V06",
    name="no-bad-weather-variant",
    title="Outdoors without a variant",
    severity=Severity.WARNING,
    stage=Stage.D3,
    family="venues",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A laying or a signing outdoors for which no other place or order is set in case "
        "of bad weather. No forecast is asked.",
        why="Rain with wind decides for you if you have not decided three days before.",
        example="Flowers are laid in the open, nothing is said about sleet.",
        remedy="Set the bad-weather variant: a place under a roof, or how the order changes.",
    ),
    check=_no_fallback,
    kinds=OPEN_AIR_CEREMONIES,
    reads=frozenset({"venues"}),
)
