# SPDX-License-Identifier: MIT
"""Rules on the way: whether people get from one item to the next, and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import MemberRole
from visitplanner.domain.period import from_instant
from visitplanner.domain.text import message
from visitplanner.domain.visit import zone_of
from visitplanner.rules import mention
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
from visitplanner.rules.ways import OWN_CAR, Ride, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Message
    from visitplanner.rules.chain_walk import Step
    from visitplanner.rules.context import Context, Passage
    from visitplanner.rules.slots import Slot
    from visitplanner.rules.ways import Way

_ON_THEIR_OWN: Final = frozenset({MemberRole.DRIVER, MemberRole.SECURITY, MemberRole.PRESS})


def ride_of(context: Context, person: str, transfers: tuple[Slot, ...]) -> Ride:
    """By what a person goes: his vehicle on the last transfer that carries him, else a car."""
    for slot in reversed(transfers):
        item = context.visit.items[slot.item]
        entry = context.attendance(item).get(person)
        if entry is not None and entry.own_car:
            return OWN_CAR
        for movement in context.schedule.movements.get(slot.item, ()):
            if any(seat.person == person for seat in movement.passengers):
                vehicle = context.visit.vehicles.get(movement.vehicle)
                if vehicle is not None:
                    return Ride(vehicle.category, movement.escorted)
    return OWN_CAR


def way_between(
    context: Context, person: str, before: Slot, end_venue: str, transfers: tuple[Slot, ...]
) -> Way | None:
    """The way of a person from an item to a venue; None when a leg or venue is not known."""
    if before.venue is None:
        return None
    zone = zone_of(context.visit, context.visit.items[before.item])
    hour = from_instant(before.end, zone).hour
    ride = ride_of(context, person, transfers)
    return context.ways.way(before.venue, end_venue, hour, ride)


def ends_of(context: Context, passage: Passage) -> tuple[str, str] | None:
    """The two venues of a passage, if they are known and differ."""
    items = context.visit.items
    before, after = items[passage.before].venue, items[passage.after].venue
    return None if before is None or after is None or before == after else (before, after)


def _not_in_time(context: Context, owner: str) -> Iterator[Found | Missing]:
    for passage in context.passages(owner):
        ends = ends_of(context, passage)
        if ends is None:
            continue
        if context.ways.leg(*ends) is None:
            yield Missing("leg", Place("venues", min(ends), f"legs.{max(ends)}"))
            continue
        late: dict[str, tuple[int, bool]] = {}
        for person, step in passage.steps.items():
            way = way_between(context, person, step.before, ends[1], step.transfers)
            gap = step.after.start - step.before.end
            if way is not None and (short := whole_minutes(way.whole - gap)) > 0:
                late[person] = short, whole_minutes(way.shortest - gap) > 0
        if late:
            yield _late(context, passage, ends[1], late)


def _late(
    context: Context, passage: Passage, venue: str, late: dict[str, tuple[int, bool]]
) -> Found:
    people = context.roster.ranked(late)
    pair = (passage.before, passage.after)
    text = late_text(pair, people, venue, max(short for short, _ in late.values()))
    impossible = any(hard for _, hard in late.values())
    return Found(text, pair, people, severity=Severity.ERROR if impossible else Severity.WARNING)


def late_text(pair: tuple[str, str], people: tuple[str, ...], venue: str, minutes: int) -> Message:
    """The sentence about people who do not get to an item in time."""
    return message(
        "{people}: not in time for “{after}” ({place}) after “{before}”, {minutes} min short",
        "{people}: not in time for “{after}” ({place}) after “{before}”, {minutes} min short",
        people=mention.people(people),
        before=mention.item(pair[0]),
        after=mention.item(pair[1]),
        place=mention.one("venues", venue),
        minutes=minutes,
        n=len(people),
    )


R01: Final = Rule(
    code="R01",
    name="not-in-time",
    title="Not in time",
    severity=Severity.ERROR,
    family="travel",
    source="custom",
    scope=Scope.PERSON,
    text=RuleText(
        finds="People for whom the time between two items at different places is shorter than "
        "the way: the minutes of the leg by the factor of the ride (1.15 with an escort, else "
        "1.3), boarding, alighting and the buffer. If only the buffer is eaten it is a warning; "
        "a way that does not fit at all is an error.",
        why="One late minibus makes both heads wait, and the delay runs through the whole day.",
        example="7 minutes on the road are 8.05 with an escort; a minibus takes 5 minutes to "
        "board and 4 to alight; with a buffer of 5 that is 22.05 against a gap of 20: 3 minutes "
        "short.",
        remedy="Move the next item by the missing minutes, end the one before it earlier, or "
        "choose a nearer place.",
    ),
    check=_not_in_time,
    reads=frozenset({"legs", "policy", "vehicles"}),
    among=lambda context: context.passed_to(),
    data={
        "leg": (
            "The travel time is not known for {n} way",
            "The travel time is not known for {n} ways",
        )
    },
)


def _no_transfer(context: Context, owner: str) -> Iterator[Found | Missing]:
    item = context.visit.items[owner]
    for passage in context.passages(owner):
        ends = ends_of(context, passage)
        before = context.visit.items[passage.before]
        if ends is None or item.start is None or before.end is None:
            continue
        leg = context.ways.leg(*ends)
        if leg is not None and leg.verified_on is None:
            yield Missing("drive", Place("legs", leg.id, "verified_on"))
        if before.end.date != item.start.date:
            continue  # the night is between them
        stranded = [
            person
            for person, step in passage.steps.items()
            if _needs_transfer(context, person) and not _is_carried(context, step, ends)
        ]
        if stranded:
            people = context.roster.ranked(tuple(stranded))
            text = message(
                "{people}: no transfer from “{before}” to “{after}” ({place})",
                people=mention.people(people),
                before=mention.item(before.id),
                after=mention.item(owner),
                place=mention.one("venues", ends[1]),
            )
            yield Found(text, (before.id, owner), people)


def _needs_transfer(context: Context, person: str) -> bool:
    membership = context.roster.membership.get(person)
    return membership is not None and membership.role not in _ON_THEIR_OWN


def _is_carried(context: Context, step: Step, ends: tuple[str, str]) -> bool:
    """Whether a transfer between the two items leads to where the next one is."""
    items = context.visit.items
    return any(items[ride.item].destination in (None, ends[1]) for ride in step.transfers)


R02: Final = Rule(
    code="R02",
    name="no-transfer",
    title="No transfer",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    family="travel",
    source="custom",
    scope=Scope.PERSON,
    text=RuleText(
        finds="Members of a delegation whose next item is at another place with no transfer that "
        "takes them there on that day; a leg that nobody has driven yet.",
        why="What is not in the programme has no car, no escort and no time.",
        example="The session ends at the government house, the next line is the enterprise: how "
        "the delegation gets there is not said.",
        remedy="Insert a transfer, enter the people in it; drive the leg at the same hour and "
        "weekday.",
    ),
    check=_no_transfer,
    reads=frozenset({"legs"}),
    among=lambda context: context.passed_to(),
    data={
        "drive": (
            "{n} leg has not been driven yet",
            "{n} legs have not been driven yet",
        )
    },
)
