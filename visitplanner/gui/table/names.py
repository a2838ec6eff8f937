# SPDX-License-Identifier: MIT
"""What can be named in a cell: places, people, statuses, days, in every language; no Qt."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.text import LANGUAGES, Language, Text
from visitplanner.domain.visit import days_of
from visitplanner.editions.labels import STATUSES
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import translator
from visitplanner.words.meant import Candidate, Candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from visitplanner.domain.people import Person
    from visitplanner.domain.venues import Room
    from visitplanner.domain.visit import Visit

DOT: Final = " · "
ROOM: Final = "room/"
VENUE: Final = "venue/"


_NAMING: Final = (
    *("people", "posts", "delegations", "parties", "groups", "venues", "rooms"),
    *("memberships", "about", "policy"),
)


def same_names(visit: Visit, other: Visit) -> bool:
    """Whether everything that can be named is called alike in two states of a visit."""
    return all(getattr(visit, name) is getattr(other, name) for name in _NAMING)


class Names:
    """The names of one visit as a language writes them; made when first asked."""

    def __init__(self, visit: Visit, language: Language) -> None:
        self.visit: Final = visit
        self.language: Language = language

    @cached_property
    def people(self) -> Candidates:
        """Everybody by himself, for those who answer for an item."""
        return Candidates(_told_apart(self._people()))

    @cached_property
    def everybody(self) -> Candidates:
        """Delegations, groups and people, for those who take part."""
        return Candidates(_told_apart((*self._delegations(), *self._groups(), *self.people.all)))

    @cached_property
    def places(self) -> Candidates:
        """Venues, each with its rooms."""
        return Candidates(_told_apart(self._places()))

    @cached_property
    def statuses(self) -> Candidates:
        """Tentative, confirmed, cancelled."""
        return Candidates(
            Candidate(
                status.value,
                translator(self.language).gettext(text),
                names=tuple(translator(other).gettext(text) for other in LANGUAGES),
            )
            for status, text in STATUSES.items()
        )

    @cached_property
    def days(self) -> Candidates:
        """The days of the visit."""
        return Candidates(self.day(day) for day in days_of(self.visit))

    def day(self, day: date) -> Candidate:
        """A day as a cell shows it."""
        return Candidate(
            day.isoformat(),
            self.day_text(day),
            dates.weekday(day, self.language),
            tuple(
                name
                for other in LANGUAGES
                for name in (
                    dates.short_day_heading(day, other),
                    dates.long_date(day, other),
                    dates.short_date(day, other),
                    dates.day_mark(day, other),
                )
            ),
        )

    def day_text(self, day: date) -> str:
        """«23.12, вт»."""
        language = self.language
        return f"{dates.day_mark(day, language)}, {dates.short_weekday(day, language)}"

    @cached_property
    def _written(self) -> dict[str, str]:
        return {found.id: found.text for found in (*self.everybody.all, *self.places.all)}

    def written(self, entity: str) -> str:
        """Somebody or some place as cells write it; the id when it is gone."""
        return self._written.get(entity, entity.rpartition("/")[2])

    def _people(self) -> Iterator[Candidate]:
        visit, language = self.visit, self.language
        posts: dict[str, list[Text]] = {}
        for post in sorted(visit.posts.values(), key=lambda post: (post.level, post.id)):
            posts.setdefault(post.person, []).extend((post.title, post.short))
        for person in visit.people.values():
            held = posts.get(person.id, [])
            known = cases.name_is_known(person)
            note = next((title.best(language) for title in held if title), "")
            short = cases.person_name(person, language, style="surname-first")
            full = cases.person_name(person, language) if known else ""
            names = (full, *_full_names(person), *(t for title in held for t in _all(title)))
            yield Candidate(person.id, short if known else note or short, note, names)

    def _delegations(self) -> Iterator[Candidate]:
        visit, language = self.visit, self.language
        for delegation in visit.delegations.values():
            party = visit.parties.get(delegation.party)
            texts = (delegation.name, *((party.name, party.short) if party is not None else ()))
            names = (
                "",
                *(cases.delegation_name(visit, delegation, other) for other in LANGUAGES),
                *(t for text in texts for t in _all(text)),
            )
            text = _capital(cases.delegation_name(visit, delegation, language))
            yield Candidate(delegation.id, text, names=names)

    def _groups(self) -> Iterator[Candidate]:
        for group in self.visit.groups.values():
            text = _capital(cases.group_name(group, self.language))
            yield Candidate(group.id, text or group.id, names=("", *_all(group.name)))

    def _places(self) -> Iterator[Candidate]:
        rooms: dict[str, list[Room]] = {}
        for room in self.visit.rooms.values():
            rooms.setdefault(room.venue, []).append(room)
        for venue in self.visit.venues.values():
            name = cases.venue_name(venue, self.language) or venue.id
            yield Candidate(f"{VENUE}{venue.id}", name, names=("", *_all(venue.name)))
            for room in rooms.get(venue.id, ()):
                inside = cases.room_name(room, self.language) or room.id
                both = (f"{v} {r}" for v in _all(venue.name) for r in _all(room.name))
                names = ("", *_all(room.name), *both)
                yield Candidate(f"{ROOM}{room.id}", f"{name}{DOT}{inside}", names=names)


def status_of(key: str) -> ItemStatus:
    """The status a candidate stands for."""
    return ItemStatus(key)


def _all(text: Text) -> tuple[str, ...]:
    return tuple(found for language in LANGUAGES if (found := text.own(language)))


def _full_names(person: Person) -> Iterator[str]:
    for language in LANGUAGES:
        yield cases.person_name(person, language)
    parts = (person.surname, person.given, person.patronymic)
    for language in LANGUAGES:
        yield " ".join(own for part in parts if (own := part.own(language)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told_apart(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that would be written alike are written in full, then with their notes, their ids."""
    found = list(candidates)
    for longer in (_in_full, _with_note, _with_id):
        alike = Counter(candidate.text for candidate in found)
        found = [longer(c) if alike[c.text] > 1 else c for c in found]
    yield from found


def _in_full(one: Candidate) -> Candidate:
    return _rewritten(one, one.names[0] if one.names and one.names[0] else one.text)


def _with_note(one: Candidate) -> Candidate:
    return _rewritten(one, f"{one.text} ({one.note})" if one.note else one.text)


def _with_id(one: Candidate) -> Candidate:
    return _rewritten(one, f"{one.text} [{one.id.rpartition('/')[2]}]")


def _rewritten(one: Candidate, text: str) -> Candidate:
    return Candidate(one.id, text, one.note, (one.text, *one.names))
