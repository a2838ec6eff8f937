# SPDX-License-Identifier: MIT
"""Visits for tests: the example, and a small one to which a test adds what it is about."""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec.structs import replace

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Delegation, Membership, Party, Person, Post, Side
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.programme import Participation, ProgrammeItem, Track
from visitplanner.domain.text import Entity, Text
from visitplanner.domain.venues import Layout, Leg, LegSource, Room, Venue
from visitplanner.domain.visit import About, Visit
from visitplanner.samples import EXAMPLE, template

DAY = date(2025, 12, 23)
"""The day of the example and of the small visit."""
UID = "visit-of-the-tests"


@cache
def example() -> Visit:
    """The Smolensk–Vitebsk visit."""
    return template(EXAMPLE, uid=UID)


def clock(hours_minutes: str, day: date = DAY) -> LocalTime:
    """The time `HH:MM` on a day of the small visit."""
    hours, minutes = hours_minutes.split(":")
    return on(day, int(hours) * 60 + int(minutes))


def item(item_id: str, start: str, end: str, /, *who: str, **fields: object) -> ProgrammeItem:
    """An item with these people, delegations or groups: `item("talks", "10:00", "11:00", "anna")`.

    Its kind is OTHER unless given; `fields` are those of ProgrammeItem.
    """
    plain = ProgrammeItem(
        id=item_id,
        kind=Kind.OTHER,
        title=Text(ru=f"Пункт {item_id}"),
        start=clock(start),
        end=clock(end),
        participants=tuple(Participation(who=w) for w in who),
    )
    return replace(plain, **fields)


def having(visit: Visit, **collections: object) -> Visit:
    """The visit with entities added or replaced: `having(visit, items=(a, b), legs=(leg,))`."""
    fresh: dict[str, object] = {}
    for name, entities in collections.items():
        if not isinstance(entities, tuple):
            raise TypeError(name)
        found = {e.id: e for e in entities if isinstance(e, Entity)}
        fresh[name] = {**visit.collection(name), **found}
    return replace(visit, **fresh)


def small_visit(*items: ProgrammeItem) -> Visit:
    """Two sides of a head and a member each, an office worker, two venues 10 minutes apart.

    Hosts: anna (head), boris; guests: vera (head), gleb; staff without a delegation: dora, with a
    phone. The hall has the rooms blue and green; the park is outdoors. All day of `DAY`.
    """
    people = {
        who: Person(
            id=who,
            surname=Text(ru=surname, en=who.title()),
            phone="+7 900 000-00-01" if who == "dora" else "",
        )
        for who, surname in (
            ("anna", "Анина"),
            ("boris", "Борисов"),
            ("vera", "Верина"),
            ("gleb", "Глебов"),
            ("dora", "Дорина"),
        )
    }
    sides = (("hosts", Side.HOST, "anna", "boris"), ("guests", Side.GUEST, "vera", "gleb"))
    return Visit(
        uid=UID,
        about=About(title=Text(ru="Малый визит"), starts=DAY, ends=DAY),
        parties={
            "smolensk": Party(id="smolensk", name=Text(ru="Смоленская область"), country="RU"),
            "vitebsk": Party(id="vitebsk", name=Text(ru="Витебская область"), country="BY"),
        },
        people=people,
        posts={
            f"post-{who}": Post(id=f"post-{who}", person=who, title=Text(ru="глава"), level=level)
            for who, level in (("anna", 1), ("boris", 4), ("vera", 1), ("gleb", 4))
        },
        delegations={
            name: Delegation(
                id=name, party="smolensk" if side is Side.HOST else "vitebsk", side=side, head=head
            )
            for name, side, head, _ in sides
        },
        memberships={
            f"member-{who}": Membership(
                id=f"member-{who}", delegation=name, person=who, post=f"post-{who}", rank=rank
            )
            for name, _, head, member in sides
            for rank, who in enumerate((head, member), 1)
        },
        tracks={"main": Track(id="main", name=Text(ru="Делегации"))},
        venues={
            "hall": Venue(id="hall", name=Text(ru="Дом"), latitude=54.78, longitude=32.04),
            "park": Venue(
                id="park", name=Text(ru="Сквер"), latitude=54.78, longitude=32.04, outdoor=True
            ),
        },
        rooms={
            name: Room(id=name, venue="hall", name=Text(ru=name), capacity={Layout.TALKS: 10})
            for name in ("blue", "green")
        },
        legs={
            "way": Leg(
                id="way",
                origin="hall",
                destination="park",
                minutes=10,
                source=LegSource.DRIVEN,
                verified_on=DAY,
            )
        },
        items={entry.id: entry for entry in items},
    )
