# SPDX-License-Identifier: MIT
"""A first draft from a few wishes: a whole visit with its days, ways, steps and two delegations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.course import BLOCK
from visitplanner.domain.kinds import KIND_FACTS, Kind
from visitplanner.domain.papers import Agenda
from visitplanner.domain.people import (
    Delegation,
    Gender,
    Membership,
    Party,
    Person,
    Post,
    Side,
)
from visitplanner.domain.period import on
from visitplanner.domain.programme import ProgrammeItem, Track
from visitplanner.domain.text import NO_TEXT, Text, Value
from visitplanner.domain.timetable import Timetable, timetable
from visitplanner.domain.venues import Venue
from visitplanner.domain.visit import About, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from visitplanner.domain.fitting import Timed
    from visitplanner.domain.presets import Presets

WISHED: Final = (
    *(Kind.ARRIVAL, Kind.LAYING, Kind.HEADS_MEETING, *BLOCK),
    *(Kind.LUNCH, Kind.ENTERPRISE, Kind.DINNER, Kind.DEPARTURE),
)
"""What can be wished for, in the order of a programme; a dinner needs a night."""
DELEGATIONS: Final = {Side.HOST: "hosts", Side.GUEST: "guests"}
_OPENING_MINUTES: Final = 10
"""Opening words of both co-chairs (protocol.md section 3)."""


class HeadWish(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The head of a side; all empty while nobody is named."""

    surname: Text = NO_TEXT
    given: Text = NO_TEXT
    patronymic: Text = NO_TEXT
    gender: Gender = Gender.MALE
    post: Text = NO_TEXT


NOBODY: Final = HeadWish()


class Wishes(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is asked before a plan is there; times are minutes from midnight."""

    title: Text
    host: Text
    guest: Text
    host_head: HeadWish = NOBODY
    guest_head: HeadWish = NOBODY
    starts: date
    ends: date
    arrival: int = 9 * 60 + 30
    departure: int = 17 * 60
    kinds: tuple[Kind, ...] = ()
    kind: str = "working"
    languages: tuple[str, ...] = ("ru",)


class Outline(NamedTuple):
    """The draft, and what had to give."""

    visit: Visit
    left_out: tuple[Kind, ...]
    """Wished for, but there is no time."""
    shortened: tuple[str, ...]
    """Ids of items below their usual length."""


def outlined(wishes: Wishes, presets: Presets, uid: str) -> Outline:
    """The draft of a visit: every day from arrival to departure, one thing after another."""
    kinds = [kind for kind in WISHED if kind in wishes.kinds and _possible(kind, wishes)]
    sites = {kind: preset.site for kind, preset in presets.kinds.items() if preset.site}
    days = (wishes.ends - wishes.starts).days + 1
    plan = timetable(kinds, sites, days, wishes.arrival, wishes.departure)
    items = {item.id: item for item in _items(plan, wishes, presets)}
    short = tuple(
        item.id
        for item in items.values()
        if item.kind is not Kind.TRANSFER and item.minutes < KIND_FACTS[item.kind].usual
    )
    visit = Visit(
        uid=uid,
        about=About(
            title=wishes.title,
            kind=wishes.kind,
            starts=wishes.starts,
            ends=wishes.ends,
            languages=wishes.languages,
        ),
        **_sides(wishes),  # type: ignore[arg-type]
        tracks={
            key: Track(id=key, name=name, order=n)
            for n, (key, name) in enumerate(presets.tracks.items(), 1)
        },
        venues=_venues(items, presets),
        items=items,
        agendas=_agendas(items),
    )
    return Outline(visit, tuple(kind for kind in kinds if kind not in plan.kinds), short)


def _possible(kind: Kind, wishes: Wishes) -> bool:
    return kind is not Kind.DINNER or wishes.ends > wishes.starts


def _items(plan: Timetable, wishes: Wishes, presets: Presets) -> Iterator[ProgrammeItem]:
    numbers: dict[Kind, int] = {}
    block = next((kind.value for kind in BLOCK if kind in plan.kinds), None)
    joined = sum(kind in plan.kinds for kind in BLOCK) > 1
    for day, entry in _each(plan):
        kind = entry.piece.kind
        numbers[kind] = numbers.get(kind, 0) + 1
        preset = presets.kinds[kind]
        midnight = on(wishes.starts + timedelta(days=day))
        yield ProgrammeItem(
            id=_id(kind, numbers[kind]),
            kind=kind,
            title=presets.title(kind, entry.piece.target),
            start=midnight.plus(entry.start),
            end=midnight.plus(entry.end),
            tracks=preset.tracks,
            venue=entry.piece.site or None,
            destination=entry.piece.target or None,
            block=block if joined and kind in BLOCK else None,
            participants=preset.participants,
            on_behalf_of=preset.on_behalf_of,
            dress=preset.dress,
            press=preset.press,
            steps=presets.steps(kind, entry.end - entry.start),
            detail=preset.detail,
        )


def _each(plan: Timetable) -> Iterator[tuple[int, Timed]]:
    for day, entries in enumerate(plan.days):
        for entry in entries:
            yield day, entry


def _id(kind: Kind, number: int) -> str:
    """`lunch`, `lunch-2`; ways are numbered from one, as in the example."""
    if kind is Kind.TRANSFER:
        return f"{kind.value}-{number}"
    return kind.value if number == 1 else f"{kind.value}-{number}"


def _venues(items: Mapping[str, ProgrammeItem], presets: Presets) -> dict[str, Venue]:
    used = {site for item in items.values() for site in (item.venue, item.destination)}
    return {
        key: Venue(
            id=key,
            name=site.name,
            forms=site.forms,
            preposition=site.preposition,
            outdoor=site.outdoor,
        )
        for key, site in presets.sites.items()
        if key in used
    }


def _agendas(items: Mapping[str, ProgrammeItem]) -> dict[str, Agenda]:
    """The session has its agenda at once, led by the two heads; its questions come later."""
    if Kind.SESSION.value not in items:
        return {}
    agenda = Agenda(
        id="agenda",
        item=Kind.SESSION.value,
        chair=head_id(Side.HOST),
        cochair=head_id(Side.GUEST),
        opening_minutes=_OPENING_MINUTES,
    )
    return {agenda.id: agenda}


def head_id(side: Side) -> str:
    """Id of the person at the head of a side."""
    return f"{side.value}-head"


def _sides(wishes: Wishes) -> dict[str, object]:
    """Parties, delegations and their heads; a head nobody has named yet prints as "to follow"."""
    heads = {Side.HOST: wishes.host_head, Side.GUEST: wishes.guest_head}
    names = {Side.HOST: wishes.host, Side.GUEST: wishes.guest}
    people, posts, memberships, parties, delegations = {}, {}, {}, {}, {}
    for side, head in heads.items():
        person, other = head_id(side), head_id(_other(side))
        party, delegation, post = side.value, DELEGATIONS[side], f"{side.value}-post"
        parties[party] = Party(id=party, name=names[side])
        people[person] = Person(
            id=person,
            surname=head.surname,
            given=head.given,
            patronymic=head.patronymic,
            gender=head.gender,
        )
        if head.post:
            posts[post] = Post(id=post, person=person, title=head.post, level=1, party=party)
        delegations[delegation] = Delegation(id=delegation, party=party, side=side, head=person)
        membership = f"member-{person}"
        memberships[membership] = Membership(
            id=membership,
            delegation=delegation,
            person=person,
            post=post if head.post else None,
            rank=1,
            counterpart=other,
        )
    return {
        "parties": parties,
        "people": people,
        "posts": posts,
        "delegations": delegations,
        "memberships": memberships,
    }


def _other(side: Side) -> Side:
    return Side.GUEST if side is Side.HOST else Side.HOST
