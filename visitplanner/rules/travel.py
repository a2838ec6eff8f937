# SPDX-License-Identifier: MIT
"""Rules on the way: whether people get from one item to the next in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from visitplanner.domain.period import from_instant
from visitplanner.domain.text import Ref, message
from visitplanner.domain.visit import zone_of
from visitplanner.rules.chain_walk import Step
from visitplanner.rules.context import Context, Passage
from visitplanner.rules.rule import Found, Missing, Place, Rule, RuleText, Scope, Severity
from visitplanner.rules.ways import OWN_CAR, Ride, Way, whole_minutes


def ride_of(context: Context, person: str, step: Step) -> Ride:
    """By what a person goes: his vehicle on the last transfer that carries him, else a car."""
    for slot in reversed(step.transfers):
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


def _ends(context: Context, passage: Passage) -> tuple[str, str] | None:
    """The two venues of a passage, if they are known and differ."""
    items = context.visit.items
    before, after = items[passage.before], items[passage.after]
    if before.venue is None or after.venue is None or before.venue == after.venue:
        return None
    return before.venue, after.venue


def _not_in_time(context: Context, owner: str) -> Iterator[Found | Missing]:
    for passage in context.passages(owner):
        ends = _ends(context, passage)
        if ends is None:
            continue
        if context.ways.leg(*ends) is None:
            yield Missing("leg", Place("venues", min(ends), f"legs.{max(ends)}"))
            continue
        late: dict[str, tuple[int, bool]] = {}
        for person, step in passage.steps.items():
            way = _way(context, ends, person, step)
            gap = step.after.start - step.before.end
            if way is not None and (short := whole_minutes(way.whole - gap)) > 0:
                late[person] = short, whole_minutes(way.shortest - gap) > 0
        if late:
            yield _late(context, passage, late)


def _way(context: Context, ends: tuple[str, str], person: str, step: Step) -> Way | None:
    zone = zone_of(context.visit, context.visit.items[step.before.item])
    hour = from_instant(step.before.end, zone).hour
    return context.ways.way(*ends, hour, ride_of(context, person, step))


def _late(context: Context, passage: Passage, late: dict[str, tuple[int, bool]]) -> Found:
    people = context.roster.ranked(late)
    impossible = any(hard for _, hard in late.values())
    after = context.visit.items[passage.after]
    text = message(
        "{people} will not be in time for “{after}” after “{before}” ({place}): "
        "{minutes} min short",
        "{people} will not be in time for “{after}” after “{before}” ({place}): "
        "{minutes} min short",
        people=Ref(collection="people", ids=people),
        before=Ref(collection="items", ids=(passage.before,)),
        after=Ref(collection="items", ids=(passage.after,)),
        place=Ref(collection="venues", ids=(after.venue or "",)),
        minutes=max(short for short, _ in late.values()),
        n=len(people),
    )
    return Found(
        text,
        (passage.before, passage.after),
        people,
        severity=Severity.ERROR if impossible else Severity.WARNING,
    )


R01: Final = Rule(
    code="R01",
    name="not-in-time",
    title="Not in time",
    severity=Severity.ERROR,
    family="travel",
    source="protocol.md section 4, R01; factors and minutes of the policy (custom)",
    scope=Scope.PERSON,
    text=RuleText(
        finds="People for whom the time between two items at different places is shorter than "
        "the way: minutes of the leg by the factor of the ride (1.15 with an escort, else 1.3), "
        "boarding, alighting and the buffer. Only the buffer eaten is a warning; a way that does "
        "not fit at all is an error.",
        why="One late minibus makes both heads wait, and the delay runs through the whole day.",
        example="7 minutes on the road with an escort are 8.05; a minibus takes 5 minutes to "
        "board and 4 to alight; with a buffer of 5 that is 22.05 against a gap of 20: "
        "3 minutes short.",
        remedy="Move the next item by the missing minutes, end the one before earlier, or choose "
        "a nearer place.",
    ),
    check=_not_in_time,
    reads=frozenset({"legs", "policy", "vehicles"}),
    data={
        "leg": (
            "The travel time between places is not known for {n} way",
            "The travel time between places is not known for {n} ways",
        )
    },
)
