# SPDX-License-Identifier: MIT
"""Rules on places: rooms booked twice, too small, closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from visitplanner.domain.period import overlap
from visitplanner.domain.text import Ref, message
from visitplanner.rules.context import Context
from visitplanner.rules.overlaps import in_order
from visitplanner.rules.rule import Found, Place, Rule, RuleText, Scope, Severity
from visitplanner.rules.schedule import room_slots, span_of


def _double_booking(context: Context, owner: str) -> Iterator[Found]:
    visit, schedule = context.visit, context.schedule
    item = visit.items[owner]
    block = set(schedule.block_of(item))
    for room, slot in room_slots(visit, item).items():
        for other in schedule.rooms[room].overlapping(slot.start, slot.end):
            pair = in_order(schedule, other.item, owner)
            if other.item == owner or pair[1] != owner:
                continue
            minutes = overlap(slot.start, slot.end, other.start, other.end)
            if other.item in block:
                # Inside a block the room is not cleared in between.
                mine, theirs = span_of(visit, item), span_of(visit, visit.items[other.item])
                minutes = overlap(*mine, *theirs) if mine and theirs else 0
            if minutes == 0:
                continue
            text = message(
                "{room}: “{before}” and “{after}” at the same time, {n} minute "
                "with set-up and clearing",
                "{room}: “{before}” and “{after}” at the same time, {n} minutes "
                "with set-up and clearing",
                room=Ref(collection="rooms", ids=(room,)),
                before=Ref(collection="items", ids=pair[:1]),
                after=Ref(collection="items", ids=pair[1:]),
                n=minutes,
            )
            places = (*(Place("items", i) for i in pair), Place("rooms", room))
            yield Found(text, pair, places=places)


V01: Final = Rule(
    code="V01",
    name="double-booked-room",
    title="Double booking",
    severity=Severity.ERROR,
    family="venues",
    source="protocol.md section 4, V01 (custom)",
    scope=Scope.ROOM,
    text=RuleText(
        finds="Two items in one room whose times overlap, the minutes of set-up and clearing "
        "included. Inside a block (session, signing, press) only the items themselves count.",
        why="The second party stands before a closed door, or chairs are carried past the guests.",
        example="The session lasts until 13:30 in the hall that is being laid for lunch from 13:15.",
        remedy="Move one of the items to another time or another room, or shorten the set-up.",
    ),
    check=_double_booking,
)
