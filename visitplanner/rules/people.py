# SPDX-License-Identifier: MIT
"""Rules on people: heads present, equal levels, somebody responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import MEALS, Kind, Meal
from visitplanner.domain.people import MemberRole, Side
from visitplanner.domain.programme import Part
from visitplanner.domain.text import Case, message
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from visitplanner.domain.people import Delegation
    from visitplanner.domain.programme import Participation, ProgrammeItem
    from visitplanner.rules.context import Context

_OF_HEADS: Final = frozenset({Kind.LAYING, Kind.HEADS_MEETING, Kind.SIGNING, Kind.PRESS, *MEALS})
_OF_EQUALS: Final = frozenset({*_OF_HEADS, Kind.SESSION, Kind.TALKS})
_SERVING: Final = frozenset(
    {MemberRole.DRIVER, MemberRole.SECURITY, MemberRole.PRESS, MemberRole.INTERPRETER}
)
_SPEAKING: Final = frozenset({Part.MEMBER, Part.HEAD, Part.SPEAKER})
_IDLE: Final = frozenset({Kind.FREE, Kind.REST})


def _is_private(item: ProgrammeItem) -> bool:
    """A meal on nobody's behalf is not an official one."""
    if item.kind not in MEALS or item.on_behalf_of is not None:
        return False
    return not (isinstance(item.detail, Meal) and item.detail.on_behalf_of is not None)


def _no_head(context: Context, owner: str) -> Iterator[Found | Missing]:
    item = context.visit.items[owner]
    if _is_private(item):
        return
    if not item.participants:
        yield Missing("participants", Place("items", owner, "participants"))
        return
    present = context.attendance(item)
    absent: list[str] = []
    for side in Side:
        delegations = [d for d in context.roster.delegations if d.side is side]
        named = [d for d in delegations if d.head is not None]
        if not named:
            for delegation in delegations:
                yield Missing("head", Place("delegations", delegation.id, "head"))
        elif not any(_is_led(delegation, present) for delegation in named):
            absent += [d.head for d in named[:1] if d.head is not None]
    if absent:
        people = context.roster.ranked(tuple(absent))
        text = message(
            "“{item}” without the head of the delegation: {people}",
            "“{item}” without the heads of the delegations: {people}",
            item=mention.item(owner),
            people=mention.people(people),
            n=len(people),
        )
        yield Found(text, (owner,), people)


def _is_led(delegation: Delegation, present: Mapping[str, Participation]) -> bool:
    return delegation.head in present or delegation.substitute in present


P01: Final = Rule(
    code="P01",
    name="head-absent",
    title="Head absent",
    severity=Severity.ERROR,
    family="people",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A laying, a heads’ meeting, a signing, a press approach or an official meal in "
        "which the head of one side, or his substitute, does not take part.",
        why="These items belong to the heads; without one of them the other side is slighted.",
        example="In the heads’ meeting only the Governor is entered, the chairman of the "
        "regional executive committee is not.",
        remedy="Enter the head as a participant, or name a substitute in the delegation.",
    ),
    check=_no_head,
    kinds=_OF_HEADS,
    data={
        "head": (
            "The head is not named for {n} delegation",
            "The heads are not named for {n} delegations",
        ),
        "participants": (
            "The participants are not entered for {n} item",
            "The participants are not entered for {n} items",
        ),
    },
)


def _unequal(context: Context, owner: str) -> Iterator[Found | Missing]:
    item = context.visit.items[owner]
    if _is_private(item):
        return
    day = item.start.date if item.start is not None else context.visit.about.starts
    speaking = _speaking(context, item)
    tops: dict[Side, tuple[int, str]] = {}
    for side in Side:
        people = [p for p in speaking if context.roster.side.get(p) is side]
        top = _top(context, people, day)
        if top is not None:
            tops[side] = top
        elif people:
            yield Missing("post", Place("people", people[0], "posts"))
    if len(tops) < len(Side):
        return
    if abs(tops[Side.HOST][0] - tops[Side.GUEST][0]) > 1:
        pair = (tops[Side.HOST][1], tops[Side.GUEST][1])
        text = message(
            "“{item}”: {host} and {guest} are not of equal level",
            item=mention.item(owner),
            host=mention.people(pair[:1]),
            guest=mention.people(pair[1:]),
        )
        yield Found(text, (owner,), pair)
    yield from _alone(context, item, speaking)


def _speaking(context: Context, item: ProgrammeItem) -> tuple[str, ...]:
    """Who takes part by his post and not in service of others, by rank."""
    found = []
    for person, entry in context.attendance(item).items():
        membership = context.roster.membership.get(person)
        serving = membership is not None and membership.role in _SERVING
        if entry.part in _SPEAKING and not serving:
            found.append(person)
    return context.roster.ranked(tuple(found))


def _top(context: Context, people: Iterable[str], day: date) -> tuple[int, str] | None:
    levels = []
    for person in people:
        post = context.roster.post(person, day)
        if post is not None:
            levels.append((post.level, context.roster.rank(person), person))
    if not levels:
        return None
    level, _, person = min(levels)
    return level, person


def _alone(context: Context, item: ProgrammeItem, speaking: tuple[str, ...]) -> Iterator[Found]:
    present = context.attendance(item)
    people = []
    for person in speaking:
        membership = context.roster.membership.get(person)
        equal = membership.counterpart if membership is not None else None
        if equal is not None and equal not in present:
            people.append(person)
    if people:
        text = message(
            "“{item}”: no counterpart for {people}",
            item=mention.item(item.id),
            people=mention.people(people, Case.GEN),
        )
        places = (Place("items", item.id, "participants"), *(Place("people", p) for p in people))
        yield Found(text, (item.id,), tuple(people), places)


P02: Final = Rule(
    code="P02",
    name="unequal-level",
    title="Unequal level",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    family="people",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="An item of both sides whose highest posts differ by more than one level, or in "
        "which somebody’s counterpart is missing.",
        why="Equal speaks to equal; a lower partner is read as a sign of the host’s regard.",
        example="At the talks the guests are led by the chairman of the regional executive "
        "committee, the hosts by a head of department.",
        remedy="Invite the counterpart, raise the level, or leave it as it is with the reason.",
    ),
    check=_unequal,
    kinds=_OF_EQUALS,
    reads=frozenset({"posts"}),
    data={
        "post": (
            "The post is not entered for {n} person",
            "The posts are not entered for {n} people",
        )
    },
)


def _nobody_responsible(context: Context, owner: str) -> Iterator[Found | Missing]:
    item = context.visit.items[owner]
    if item.kind in _IDLE:
        return
    officer = context.visit.people.get(item.responsible or "")
    if officer is None or context.roster.side.get(officer.id) is Side.GUEST:
        text = message("“{item}” has no responsible officer", item=mention.item(owner))
        yield Found(text, (owner,), places=(Place("items", owner, "responsible"),))
    elif not officer.phone:
        yield Missing("phone", Place("people", officer.id, "phone"))


P03: Final = Rule(
    code="P03",
    name="nobody-responsible",
    title="Nobody responsible",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    rises=True,
    family="people",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="An item without a responsible officer of the host side, or whose officer has no "
        "telephone number. An error once the programme is up for approval.",
        why="When something goes wrong on the day there must be one name and one number.",
        example="The visit to the enterprise names nobody.",
        remedy="Name the responsible officer, enter his telephone.",
    ),
    check=_nobody_responsible,
    reads=frozenset({"people"}),
    data={
        "phone": (
            "The telephone is not entered for {n} responsible officer",
            "The telephones are not entered for {n} responsible officers",
        )
    },
)
