# SPDX-License-Identifier: MIT
"""Rules on ceremonies: wreaths and flowers, daylight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind, Laying
from visitplanner.domain.period import from_instant
from visitplanner.domain.text import Case, message
from visitplanner.domain.visit import zone_of
from visitplanner.rules import mention
from visitplanner.rules.daylight import daylight
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
from visitplanner.rules.slots import span_of
from visitplanner.rules.venues import OPEN_AIR_CEREMONIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.kinds import Wreath
    from visitplanner.domain.text import Message
    from visitplanner.rules.context import Context

_BEARERS: Final = 2
LIGHT_RESERVE: Final = 15
"""Minutes before sunset by which a ceremony is to be over."""


def _wreaths(context: Context, owner: str) -> Iterator[Found]:
    detail = context.visit.items[owner].detail
    if not isinstance(detail, Laying):
        return
    if detail.wreaths:
        for party in sorted(_laying_parties(context, owner) - {w.party for w in detail.wreaths}):
            text = message(
                "“{item}”: no wreath from {party}",
                item=mention.item(owner),
                party=mention.parties((party,), Case.GEN),
            )
            yield Found(text, (owner,), places=_at(owner, party))
    for wreath in detail.wreaths:
        incomplete = _incomplete(owner, wreath)
        if incomplete is not None:
            yield Found(incomplete, (owner,), wreath.bearers, _at(owner, wreath.party))
    if detail.flowers_each % 2:
        text = message(
            "“{item}”: {n} flower each, an odd number",
            "“{item}”: {n} flowers each, an odd number",
            item=mention.item(owner),
            n=detail.flowers_each,
        )
        places = (Place("items", owner, "detail"),)
        yield Found(text, (owner,), places=places, severity=Severity.WARNING)


def _at(owner: str, party: str) -> tuple[Place, ...]:
    return Place("items", owner, "detail"), Place("parties", party)


def _laying_parties(context: Context, owner: str) -> set[str]:
    """The parties whose delegations take part."""
    found: set[str] = set()
    for person in context.attendance(context.visit.items[owner]):
        membership = context.roster.membership.get(person)
        if membership is not None:
            found.add(context.visit.delegations[membership.delegation].party)
    return found


def _incomplete(owner: str, wreath: Wreath) -> Message | None:
    """What the first thing is that a wreath lacks."""
    item = mention.item(owner)
    party = mention.parties((wreath.party,), Case.GEN)
    bearers = len(set(wreath.bearers))
    if bearers < _BEARERS:
        return message(
            "“{item}”: {n} bearer for the wreath of {party}, two are needed",
            "“{item}”: {n} bearers for the wreath of {party}, two are needed",
            item=item,
            party=party,
            n=bearers,
        )
    if not wreath.ribbon_text:
        return message("“{item}”: no ribbon text on the wreath of {party}", item=item, party=party)
    if not wreath.ribbon_approved_by:
        return message(
            "“{item}”: the ribbon text of {party} is not approved", item=item, party=party
        )
    return None


K02: Final = Rule(
    code="K02",
    name="wreath-incomplete",
    title="Wreaths, ribbon, flowers",
    severity=Severity.ERROR,
    stage=Stage.D3,
    family="ceremonies",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A laying of wreaths in which a party has none, a wreath has fewer than two "
        "bearers, no ribbon text or one that nobody has approved; as a warning, an odd number of "
        "flowers for each. Flowers without wreaths need neither ribbon nor bearers.",
        why="A ribbon with a wrong word is photographed first.",
        example="The guests’ wreath has a ribbon text, but nobody on their side has approved it.",
        remedy="Order the wreath, name the bearers, send the ribbon text for approval.",
    ),
    check=_wreaths,
    kinds=frozenset({Kind.LAYING}),
)


def _dark(context: Context, owner: str) -> Iterator[Found | Missing]:
    item = context.visit.items[owner]
    venue = context.visit.venues.get(item.venue or "")
    span = span_of(context.visit, item)
    if venue is None or venue.lighting or span is None or not context.is_outdoor(item):
        return
    if venue.latitude is None or venue.longitude is None:
        yield Missing("coordinates", Place("venues", venue.id, "latitude"))
        return
    zone = zone_of(context.visit, item)
    day = from_instant(span[0], zone).date
    light = daylight(venue.latitude, venue.longitude, day, zone)
    if light is None:
        text = message("“{item}”: the sun does not rise that day", item=mention.item(owner))
    elif light[0] <= span[0] and span[1] <= light[1] - LIGHT_RESERVE:
        return
    else:
        text = message(
            "“{item}” is in the dark: the sun rises at {rise} and sets at {set}",
            item=mention.item(owner),
            rise=mention.clock(from_instant(light[0], zone)),
            set=mention.clock(from_instant(light[1], zone)),
        )
    yield Found(text, (owner,), places=(Place("items", owner), Place("venues", venue.id)))


K04: Final = Rule(
    code="K04",
    name="in-the-dark",
    title="In the dark",
    severity=Severity.WARNING,
    family="ceremonies",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A laying or a signing outdoors that begins before sunrise or ends later than 15 "
        "minutes before sunset, at a place without lighting.",
        why="In the dark neither faces nor ribbons can be seen, and nobody photographs it.",
        example="Flowers are laid in Smolensk at 16:30 on 23 December; the sun sets at 16:27.",
        remedy="Move the ceremony into daylight, or arrange lights and mark them at the place.",
    ),
    check=_dark,
    kinds=OPEN_AIR_CEREMONIES,
    reads=frozenset({"venues"}),
    data={
        "coordinates": (
            "The coordinates are not entered for {n} place outdoors",
            "The coordinates are not entered for {n} places outdoors",
        )
    },
)
