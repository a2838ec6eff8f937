# SPDX-License-Identifier: MIT
"""A table for each kind of missing datum: the rows that lack it, and its column; no Qt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace as changed

from visitplanner.domain import legs
from visitplanner.domain.edits import put
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.programme import Participation
from visitplanner.domain.text import message
from visitplanner.gui.editors import things, usual
from visitplanner.gui.editors.column import Column, Listing, Shade
from visitplanner.gui.people.columns import people_listing
from visitplanner.gui.people.delegations import delegations_listing
from visitplanner.gui.places.columns import LAYOUTS, room_listing, venue_listing
from visitplanner.gui.problems.papers import (
    asked,
    copy_columns,
    item_title,
    question_columns,
    saying,
    signatory_columns,
    unsigned,
)
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_
from visitplanner.words.typed import length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.venues import Layout
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading
    from visitplanner.rules.rule import Place

    Keys = Callable[[Visit, Iterable[Place]], Iterable[str]]

_LEG: Final = "legs."
_READS: Final = frozenset(
    {
        *("about", "policy", "items", "people", "posts", "memberships", "delegations", "parties"),
        *("venues", "rooms", "legs", "agendas", "documents", "groups"),
    }
)


class Filling(NamedTuple):
    """A table to fill in."""

    title: str
    keys: Keys
    """The rows that lack the datum, from the places a finding names."""
    columns: Callable[[], tuple[Column, ...]]
    """The first says what a row is; the next are what is lacking."""
    wanted: int = 1
    """How many columns, after the first, hold the datum."""


def listing_of(datum: str, visit: Visit, places: Iterable[Place]) -> tuple[Listing, int] | None:
    """The table for a missing datum, and the number of its column; None for one nobody knows."""
    filling = FILLINGS.get(datum)
    if filling is None:
        return None
    keys = tuple(dict.fromkeys(filling.keys(visit, places)))
    columns = filling.columns()
    last = 1 + filling.wanted
    shown = (columns[0], *map(_wanted, columns[1:last]), *columns[last:])
    front = next(
        number for number, column in enumerate(shown, 1) if number > 1 and column.write is not None
    )
    return Listing(filling.title, shown, lambda now: _kept(now, keys), _READS), front


def _kept(visit: Visit, keys: Sequence[str]) -> list[str]:
    """Rows of what is still in the visit; a row that has been filled in stays."""
    known = visit.items.keys() | visit.people.keys() | visit.venues.keys() | visit.rooms.keys()
    known |= visit.legs.keys() | visit.agendas.keys() | visit.documents.keys()
    known |= visit.delegations.keys()
    return [key for key in keys if key.split("/", 1)[0] in known and _stands(visit, key)]


def _stands(visit: Visit, key: str) -> bool:
    owner, _, part = key.partition("/")
    if not part:
        return True
    if owner in visit.agendas:
        return int(part) < len(visit.agendas[owner].questions)
    return part in visit.venues or part in visit.parties


def _wanted(column: Column) -> Column:
    """The column of the datum: its empty cells are those that wait."""

    def shade(reading: Reading, key: str) -> Shade:
        return Shade.PLAIN if column.read(reading, key) else Shade.WANTED

    settled = column.write is None or column.shade is not None
    return column if settled else replace(column, shade=shade)


def _ids(_visit: Visit, places: Iterable[Place]) -> Iterable[str]:
    return (place.id for place in places)


def _of(listing: Listing, *keys: str) -> tuple[Column, ...]:
    """Columns of a table there is already."""
    found = {column.key: column for column in listing.columns}
    return tuple(found[key] for key in keys)


def _first(listing: Listing, key: str, *others: str) -> tuple[Column, ...]:
    """Columns of a table there is; the first is only read."""
    name, *rest = _of(listing, key, *others)
    return (saying(name.title, name.read), *rest)


# People.


def _phones() -> tuple[Column, ...]:
    name, post = _of(people_listing(), "name", "post")
    phone = usual.string("people", "phone", N_("Telephone"), weight=2)
    return saying(name.title, name.read), phone, saying(post.title, post.read)


# Items.


def _moment(reading: Reading, key: str) -> str:
    item = reading.visit.items[key]
    if item.start is None:
        return ""
    text = dates.time_text(item.start, reading.language, reading.visit.policy.time_separator)
    return f"{dates.day_and_month(item.start.date, reading.language)}, {text}"


def _read_participants(reading: Reading, key: str) -> str:
    known = things.everybody(reading)
    found = reading.visit.items[key].participants
    return ", ".join(usual.written(known, one.who) for one in found if not one.excluded)


def _write_participants(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    known = things.everybody(reading)
    parts = [part.strip() for part in typed.replace(";", ",").split(",")]
    before = {one.who: one for one in visit.items[key].participants}
    ids = dict.fromkeys(usual.meant(known, part) for part in parts if part)
    fresh = tuple(before.get(who, Participation(who=who)) for who in ids)
    name = message("Change the participants")
    return put(visit, name, "items", changed(visit.items[key], participants=fresh))


def _participants() -> tuple[Column, ...]:
    people = Column(
        "participants",
        N_("Participants"),
        _read_participants,
        _write_participants,
        offers=things.everybody,
        several=True,
        clears=True,
        weight=4,
    )
    return saying(N_("Item"), item_title), people, Column("start", N_("Start"), _moment)


# Places and ways.


def _rooms() -> tuple[Column, ...]:
    def venue(reading: Reading, key: str) -> str:
        found = reading.visit.venues.get(reading.visit.rooms[key].venue)
        return cases.venue_name(found, reading.language) if found is not None else ""

    name, *columns = room_listing("").columns
    seats = zip(LAYOUTS, (column for column in columns if column.digits), strict=True)
    return (
        Column("what", name.title, name.read, least=name.least),
        *(replace(column, shade=partial(_seats_wanted, layout)) for layout, column in seats),
        saying(N_("Place"), venue, 1),
    )


def _seats_wanted(layout: Layout, reading: Reading, key: str) -> Shade:
    """A number waits in the layouts the room is used in; where nobody has said, in any one."""
    visit = reading.visit
    known = visit.rooms[key].capacity
    used = {item.layout for item in visit.items.values() if item.room == key}
    wanted = layout in used or (used <= {None} and not known)
    return Shade.WANTED if wanted and layout not in known else Shade.PLAIN


def _ways(visit: Visit, places: Iterable[Place]) -> Iterable[str]:
    """The pairs of places without minutes."""
    for place in places:
        there = place.field.removeprefix(_LEG)
        if place.id in visit.venues and there in visit.venues:
            yield f"{place.id}/{there}"


def _end(which: int, reading: Reading, key: str) -> str:
    name = cases.venue_name(reading.visit.venues[key.split("/")[which]], reading.language)
    return name[:1].upper() + name[1:]


def _read_way(reading: Reading, key: str) -> str:
    here, _, there = key.partition("/")
    leg = legs.leg_between(reading.visit, here, there)
    return "" if leg is None else dates.number_text(leg.minutes)


def _write_way(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    here, _, there = key.partition("/")
    minutes = length(typed) if typed else None
    if typed and minutes is None:
        raise EditRefusedError(message("“{text}” is no number of minutes.", text=typed))
    return legs.set_minutes(visit, here, there, minutes)


def _guess(reading: Reading, key: str) -> str:
    guess = legs.estimated(reading.visit, *key.split("/"))
    return f"({guess.minutes}?)" if guess is not None else ""


def _minutes_of_ways() -> tuple[Column, ...]:
    minutes = Column(
        "minutes",
        N_("Minutes"),
        _read_way,
        _write_way,
        clears=True,
        digits=True,
        letters=False,
        least="(000?)",
        ghost=_guess,
    )
    return (
        saying(N_("From"), partial(_end, 0)),
        saying(N_("To"), partial(_end, 1)),
        minutes,
    )


def _drives() -> tuple[Column, ...]:
    def way(reading: Reading, key: str) -> str:
        leg = reading.visit.legs[key]
        names = (
            cases.venue_name(reading.visit.venues[end], reading.language)
            for end in (leg.origin, leg.destination)
        )
        return " – ".join(names)

    return (
        saying(N_("Way"), way),
        usual.day("legs", "verified_on", N_("Driven on")),
        usual.number("legs", "minutes", N_("Minutes"), most=1440),
    )


FILLINGS: Final[Mapping[str, Filling]] = {
    "minutes": Filling(N_("Agenda"), asked, question_columns),
    "coordinates": Filling(
        N_("Venues"), _ids, lambda: _first(venue_listing(), "name", "coordinates", "address")
    ),
    "hours": Filling(
        N_("Venues"), _ids, lambda: _first(venue_listing(), "name", "hours", "closed_on")
    ),
    "signatory": Filling(N_("Signatories"), unsigned, signatory_columns, 2),
    "copies": Filling(N_("Copies"), _ids, copy_columns),
    "participants": Filling(N_("Participants"), _ids, _participants),
    "head": Filling(
        N_("Delegations"), _ids, lambda: _first(delegations_listing(), "name", "head", "substitute")
    ),
    "post": Filling(
        N_("Posts"), _ids, lambda: _first(people_listing(), "name", "post", "level", "delegation")
    ),
    "phone": Filling(N_("Telephone"), _ids, _phones),
    "leg": Filling(N_("Travel times"), _ways, _minutes_of_ways, 2),
    "drive": Filling(N_("Travel times"), _ids, _drives),
    "capacity": Filling(N_("Rooms"), _ids, _rooms, 6),
}
