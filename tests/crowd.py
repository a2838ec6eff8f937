# SPDX-License-Identifier: MIT
"""Large visits that look real, the same for the same seed: for benches and the crowded window.

Time runs in rows; in a row every venue holds its items side by side, one room each, and its people
are dealt out to them, so nobody is in two places. Then about one item in a hundred asks for
somebody who is busy in the same row: those are the clashes a check must find.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, Final, TypeVar

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Delegation, Membership, Party, Person, Post, Side
from visitplanner.domain.period import on
from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem, Track
from visitplanner.domain.text import Entity, Text, Value
from visitplanner.domain.venues import Layout, Leg, LegSource, Opening, Room, Venue
from visitplanner.domain.visit import About, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

E = TypeVar("E", bound=Entity)

FIRST_DAY: Final = date(2026, 9, 7)
PEOPLE_AN_ITEM: Final = 9
ITEMS_A_CLASH: Final = 100
_OPENS, _CLOSES = 7 * 60, 23 * 60
_SHORTEST_ROW, _LONGEST_ROW = 10, 90
_VENUES: Final = 8
_KINDS: Final = (
    (Kind.OTHER, "Обсуждение", "Discussion"),
    (Kind.COFFEE, "Кофе-пауза", "Coffee break"),
    (Kind.SIGHTSEEING, "Экскурсия", "Sightseeing"),
    (Kind.CULTURE, "Культурная программа", "Cultural programme"),
    (Kind.PHOTOGRAPH, "Совместное фотографирование", "Joint photograph"),
    (Kind.REST, "Размещение, отдых", "Check-in, rest"),
)
_SURNAMES: Final = "Абрамов Богданов Власов Герасимов Данилов Ефимов Жуков Захаров Исаев Климов"
_LATIN: Final = "Abramov Bogdanov Vlasov Gerasimov Danilov Efimov Zhukov Zakharov Isaev Klimov"
_GIVEN: Final = (("Антон", "Anton"), ("Борис", "Boris"), ("Виктор", "Viktor"), ("Глеб", "Gleb"))


class _Spot(Value, frozen=True):
    """Where in the crowd an item stands, counted from 0, and who is there."""

    number: int
    row: int
    lane: int
    venue: str
    who: tuple[str, ...]


class _Plan(Value, frozen=True):
    """How a crowd fits: rows of so many minutes, so many a day, so many items in each."""

    lanes: int
    rows_a_day: int
    row_minutes: int


def crowded_visit(items: int, people: int, days: int, seed: int = 1) -> Visit:
    """A visit of exactly so many items, people and days, about nine people an item.

    All its references hold. ValueError when so many items do not fit: every row takes one item for
    nine people, and a day has at most 96 rows.
    """
    plan = _plan(items, people, days)
    random = Random(seed)
    names = [f"person-{n:04}" for n in range(1, people + 1)]
    half = (people + 1) // 2
    sides = {"hosts": names[:half], "guests": names[half:]}
    venues = [f"venue-{n}" for n in range(1, min(_VENUES, plan.lanes) + 1)]
    return Visit(
        uid=f"crowd-{items}-{people}-{days}-{seed}",
        about=About(
            title=Text(ru="Большой визит", en="Large visit"),
            starts=FIRST_DAY,
            ends=FIRST_DAY + timedelta(days=days - 1),
            code="crowd",
        ),
        parties=_by_id(
            Party(id="north", name=Text(ru="Северная область", en="North Region"), country="RU"),
            Party(id="south", name=Text(ru="Южная область", en="South Region"), country="BY"),
        ),
        people=_by_id(*(_person(name, n) for n, name in enumerate(names))),
        posts=_by_id(*(_post(name, n) for side in sides.values() for n, name in enumerate(side))),
        delegations=_by_id(
            Delegation(id="hosts", party="north", side=Side.HOST, head=names[0]),
            Delegation(
                id="guests", party="south", side=Side.GUEST, head=next(iter(names[half:]), None)
            ),
        ),
        memberships=_by_id(
            *(
                Membership(
                    id=f"member-{name}",
                    delegation=delegation,
                    person=name,
                    post=f"post-{name}",
                    rank=rank,
                )
                for delegation, members in sides.items()
                for rank, name in enumerate(members, 1)
            )
        ),
        tracks=_by_id(
            *(
                Track(id=f"track-{n}", name=Text(ru=f"Линия {n}", en=f"Track {n}"), order=n)
                for n in range(1, 5)
            )
        ),
        venues=_by_id(*(_venue(name, n) for n, name in enumerate(venues, 1))),
        rooms=_by_id(
            *(
                Room(
                    id=f"room-{lane + 1}",
                    venue=venues[lane % len(venues)],
                    name=Text(ru=f"Зал {lane + 1}", en=f"Room {lane + 1}"),
                    capacity={Layout.TALKS: 40},
                )
                for lane in range(plan.lanes)
            )
        ),
        legs=_by_id(*(_leg(a, b, random) for a, b in combinations(venues, 2))),
        items=_by_id(*_items(items, plan, names, venues, random)),
    )


def _plan(items: int, people: int, days: int) -> _Plan:
    lanes = max(1, people // PEOPLE_AN_ITEM)
    rows_a_day = -(-items // (lanes * days))
    minutes = min(_LONGEST_ROW, (_CLOSES - _OPENS) // max(1, rows_a_day) // 5 * 5)
    if minutes < _SHORTEST_ROW:
        raise ValueError(f"{items} items do not fit {people} people in {days} days")
    return _Plan(lanes=lanes, rows_a_day=rows_a_day, row_minutes=minutes)


def _items(
    count: int, plan: _Plan, people: list[str], venues: list[str], random: Random
) -> Iterator[ProgrammeItem]:
    crews = {
        venue: [person for n, person in enumerate(people) if n % len(venues) == place]
        for place, venue in enumerate(venues)
    }
    number = 0
    row = 0
    while number < count:
        lanes = range(min(plan.lanes, count - number))
        seated = _dealt(lanes, venues, crews, random)
        for lane in lanes:
            number += 1
            who = seated[lane]
            if number % ITEMS_A_CLASH == 0 and len(lanes) > 1:
                busy = seated[(lane + 1) % len(lanes)]
                who = (*who, random.choice([p for p in busy if p not in who]))
            venue = venues[lane % len(venues)]
            yield _item(
                _Spot(number=number, row=row, lane=lane, venue=venue, who=who), plan, random
            )
        row += 1


def _dealt(
    lanes: range, venues: list[str], crews: dict[str, list[str]], random: Random
) -> list[tuple[str, ...]]:
    """For every lane its people: those of the lane's venue, shuffled and dealt out evenly."""
    dealt: list[tuple[str, ...]] = [()] * len(lanes)
    for place, venue in enumerate(venues):
        here = lanes[place :: len(venues)]
        crew = random.sample(crews[venue], len(crews[venue]))
        for n, lane in enumerate(here):
            dealt[lane] = tuple(sorted(crew[n :: len(here)][:PEOPLE_AN_ITEM]))
    return dealt


def _item(spot: _Spot, plan: _Plan, random: Random) -> ProgrammeItem:
    kind, ru, en = random.choice(_KINDS)
    day = FIRST_DAY + timedelta(days=spot.row // plan.rows_a_day)
    start = on(day, _OPENS + spot.row % plan.rows_a_day * plan.row_minutes)
    length = random.randrange(plan.row_minutes // 2, plan.row_minutes - 4)
    return ProgrammeItem(
        id=f"item-{spot.number:05}",
        kind=kind,
        title=Text(ru=f"{ru} № {spot.number}", en=f"{en} No. {spot.number}"),
        start=start,
        end=start.plus(length),
        status=random.choice((ItemStatus.TENTATIVE, ItemStatus.CONFIRMED)),
        fixed=random.random() < 0.1,
        tracks=(f"track-{spot.lane % 4 + 1}",),
        venue=spot.venue,
        room=f"room-{spot.lane + 1}",
        layout=Layout.TALKS,
        participants=tuple(Participation(who=person) for person in spot.who),
        responsible=spot.who[0],
    )


def _person(name: str, n: int) -> Person:
    surname, latin = _SURNAMES.split()[n % 10], _LATIN.split()[n % 10]
    given, given_latin = _GIVEN[n // 10 % len(_GIVEN)]
    return Person(
        id=name,
        surname=Text(ru=f"{surname}-{n + 1}", en=f"{latin}-{n + 1}"),
        given=Text(ru=given, en=given_latin),
        phone=f"+7 900 {n:07}",
    )


def _post(name: str, n: int) -> Post:
    title = Text(ru="глава делегации" if n == 0 else "советник", en="Head" if n == 0 else "Adviser")
    return Post(id=f"post-{name}", person=name, title=title, level=1 if n == 0 else 6)


def _venue(name: str, n: int) -> Venue:
    return Venue(
        id=name,
        name=Text(ru=f"Площадка {n}", en=f"Site {n}"),
        address=Text(ru=f"ул. Центральная, {n}", en=f"{n} Central Street"),
        latitude=54.78 + n / 100,
        longitude=32.04,
        hours=(Opening(weekdays=tuple(range(1, 8)), opens="00:00", closes="24:00"),),
    )


def _leg(origin: str, destination: str, random: Random) -> Leg:
    return Leg(
        id=f"{origin}--{destination}",
        origin=origin,
        destination=destination,
        minutes=random.randrange(5, 30),
        source=LegSource.DRIVEN,
        verified_on=FIRST_DAY,
    )


def _by_id(*entities: E) -> dict[str, E]:
    return {entity.id: entity for entity in entities}
