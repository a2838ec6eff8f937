# SPDX-License-Identifier: MIT
"""Rules on the course of a day: idle gaps, no pause between rooms, stages out of order."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import WORKING_PAPERS_ONLY, Kind
from visitplanner.domain.people import Side
from visitplanner.domain.period import from_instant
from visitplanner.domain.text import message
from visitplanner.domain.visit import zone_of
from visitplanner.rules import mention
from visitplanner.rules.chain_walk import occupied_before
from visitplanner.rules.rule import Found, Place, Rule, RuleText, Scope, Severity, Stage
from visitplanner.rules.slots import REQUIRED, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.rules.context import Context, Passage
    from visitplanner.rules.slots import Slot

_IDLE_MINUTES: Final = 45
_TALKS: Final = frozenset({Kind.SESSION, Kind.TALKS})
_LEFT: Final = (
    "“{after}” comes after “{before}”: {people} has left by then",
    "“{after}” comes after “{before}”: {people} have left by then",
)
_NOT_THERE: Final = (
    "“{before}” comes before “{after}”: {people} is not there yet",
    "“{before}” comes before “{after}”: {people} are not there yet",
)
_AWAY: Final = frozenset({Kind.ARRIVAL, Kind.DEPARTURE})
_BEFORE_ARRIVAL: Final = frozenset({*_AWAY, *WORKING_PAPERS_ONLY})


def _idle(context: Context, owner: str) -> Iterator[Found]:
    """Gaps before this item in the days of heads, by the item before."""
    gaps: dict[tuple[str, int], list[str]] = {}
    item = context.visit.items[owner]
    slots = context.schedule.people_of(owner)
    for head in context.roster.heads & slots.keys():
        slot = slots[head]
        before = None
        if slot.tie == REQUIRED:
            before = occupied_before(context.schedule.person(head), slot)
        if before is None or slot.start - before.end <= _IDLE_MINUTES:
            continue
        if _same_day(context, item, before, slot):
            gaps.setdefault((before.item, slot.start - before.end), []).append(head)
    for (before_id, minutes), heads in gaps.items():
        people = context.roster.ranked(tuple(heads))
        text = message(
            "{people}: nothing for {n} minute between “{before}” and “{after}”",
            "{people}: nothing for {n} minutes between “{before}” and “{after}”",
            people=mention.people(people),
            before=mention.item(before_id),
            after=mention.item(owner),
            n=minutes,
        )
        yield Found(text, (before_id, owner), people, _with_people((before_id, owner), people))


def _same_day(context: Context, item: ProgrammeItem, before: Slot, slot: Slot) -> bool:
    """Whether no night lies between two slots, by the clocks of the item's place."""
    zone = zone_of(context.visit, item)
    return from_instant(before.end, zone).date == from_instant(slot.start, zone).date


def _with_people(items: Iterable[str], people: Iterable[str]) -> tuple[Place, ...]:
    return (*(Place("items", i) for i in items), *(Place("people", p) for p in people))


def _of_heads(context: Context) -> Iterable[str]:
    heads = context.roster.heads
    return {slot.item for head in heads for slot in context.schedule.person(head).slots}


T05: Final = Rule(
    code="T05",
    name="idle-gap",
    title="Idle gap",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    family="timing",
    source="custom",
    scope=Scope.PERSON,
    text=RuleText(
        finds="More than 45 minutes of one day in which the programme says nothing about the "
        "head of a delegation: neither an item, nor a transfer, rest or free time.",
        why="A guest who does not know where to be asks the host, and the host does not know "
        "either.",
        example="The session ends at 13:30 and lunch begins at 14:20: 50 minutes.",
        remedy="Add rest or free time, or move the items together.",
    ),
    check=_idle,
    among=_of_heads,
)


def _no_pause(context: Context, owner: str) -> Iterator[Found]:
    for passage in context.passages(owner):
        wanted = _pause_between(context, passage)
        if wanted == 0:
            continue
        short: dict[str, int] = {}
        for person, step in passage.steps.items():
            gap = step.after.start - step.before.end
            if person in context.roster.heads and not step.transfers and gap < wanted:
                short[person] = wanted - gap
        if short:
            people = context.roster.ranked(short)
            text = message(
                "{people}: {n} minute too little between “{before}” and “{after}”",
                "{people}: {n} minutes too little between “{before}” and “{after}”",
                people=mention.people(people),
                before=mention.item(passage.before),
                after=mention.item(owner),
                n=max(short.values()),
            )
            yield Found(text, (passage.before, owner), people)


def _pause_between(context: Context, passage: Passage) -> int:
    """Minutes the policy wants between two rooms of one venue; 0 where it wants none."""
    visit = context.visit
    before, after = visit.items[passage.before], visit.items[passage.after]
    rooms_differ = before.room is not None and after.room is not None and before.room != after.room
    if before.venue is None or before.venue != after.venue or not rooms_differ:
        return 0
    if after.id in context.schedule.block_of(before):
        return 0
    changes_dress = context.is_outdoor(before) != context.is_outdoor(after)
    policy = visit.policy
    return policy.dress_change_minutes if changes_dress else policy.buffer_minutes


T06: Final = Rule(
    code="T06",
    name="no-pause",
    title="No pause",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    family="timing",
    source="custom",
    scope=Scope.PERSON,
    text=RuleText(
        finds="The head of a delegation has fewer minutes than the buffer of the policy to go "
        "from one room to another at the same place; more where outdoor dress changes. Inside a "
        "block and after a transfer it says nothing.",
        why="Heads do not run: they shake hands at the door, and the next room waits.",
        example="The heads’ meeting ends at 12:05 in one room, the session begins at 12:07 in "
        "another: 3 minutes too little.",
        remedy="Begin the next item later, or join the two in one block.",
    ),
    check=_no_pause,
    reads=frozenset({"policy", "venues"}),
    among=lambda context: context.passed_to(),
)


def _out_of_order(context: Context, owner: str) -> Iterator[Found]:
    item = context.visit.items[owner]
    if item.kind is Kind.SIGNING:
        yield from _too_early(context, item, _TALKS)
    elif item.kind is Kind.PRESS:
        yield from _too_early(context, item, frozenset({Kind.SIGNING}))
    for passage in context.passages(owner):
        yield from _away(context, item, passage)


def _too_early(context: Context, item: ProgrammeItem, stages: frozenset[Kind]) -> Iterator[Found]:
    """The item begins before a stage ends that must come first."""
    visit = context.visit
    span = span_of(visit, item)
    if span is None:
        return
    block = context.schedule.block_of(item)
    firsts = {i for i in block if i in visit.items and visit.items[i].kind in stages}
    if not block:
        for person, slot in context.schedule.people_of(item.id).items():
            for other in context.schedule.person(person).overlapping(slot.start, slot.end):
                running = other.start <= slot.start and other.kind in stages
                if running and REQUIRED == other.tie == slot.tie:
                    firsts.add(other.item)
    for first in sorted(firsts - {item.id}):
        other_span = span_of(visit, visit.items[first])
        if other_span is not None and other_span[1] > span[0]:
            text = message(
                "“{after}” begins before “{before}” ends",
                before=mention.item(first),
                after=mention.item(item.id),
            )
            yield Found(text, (first, item.id))


def _away(context: Context, item: ProgrammeItem, passage: Passage) -> Iterator[Found]:
    """Guests in an item after they have left, or before they have come."""
    before = context.visit.items[passage.before]
    guests = {p for p in passage.steps if context.roster.side.get(p) is Side.GUEST}
    people = context.roster.ranked(guests)
    sentence: tuple[str, str] | None = None
    if before.kind is Kind.DEPARTURE and item.kind not in _AWAY:
        sentence = _LEFT
    elif item.kind is Kind.ARRIVAL and before.kind not in _BEFORE_ARRIVAL:
        same_day = any(_same_day(context, item, s.before, s.after) for s in passage.steps.values())
        sentence = _NOT_THERE if same_day else None
    if sentence is not None and people:
        text = message(
            *sentence,
            people=mention.people(people),
            before=mention.item(before.id),
            after=mention.item(item.id),
            n=len(people),
        )
        yield Found(text, (before.id, item.id), people)


def _staged(context: Context) -> Iterable[str]:
    kinds = (context.by_kind.get(Kind.SIGNING, ()), context.by_kind.get(Kind.PRESS, ()))
    return {*chain.from_iterable(kinds), *context.passed_to()}


T08: Final = Rule(
    code="T08",
    name="stages-out-of-order",
    title="Stages out of order",
    severity=Severity.WARNING,
    family="timing",
    source="custom",
    scope=Scope.PERSON,
    text=RuleText(
        finds="A signing that begins before its talks end, a press approach that begins before "
        "the signing ends, an item of the guests after their departure or before their arrival.",
        why="Nothing is signed before it is closed in the talks, and nobody answers the press "
        "about what is not signed.",
        example="The signing ceremony is set for 12:45, its session lasts until 13:30.",
        remedy="Put the stages in order: talks, signing, press.",
    ),
    check=_out_of_order,
    among=_staged,
)
