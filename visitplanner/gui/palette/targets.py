# SPDX-License-Identifier: MIT
"""Everything of an open visit one can jump to: items, people, places, papers, days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import LANGUAGES, Language, Text
from visitplanner.domain.visit import days_of
from visitplanner.editions.labels import KINDS
from visitplanner.gui.palette.rows import Row
from visitplanner.gui.theme import KIND_ICON
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.palette.jumps import Jumps

PAPERS: Final[Mapping[str, tuple[str, str]]] = {
    "documents": (N_("Document"), "signing"),
    "measures": (N_("Measure of the Plan"), "measures"),
    "vehicles": (N_("Vehicle"), "vehicle"),
    "rooms": (N_("Room"), "venue"),
    "groups": (N_("Group"), "group"),
    "tracks": (N_("Track"), "lanes"),
    "tasks": (N_("Task"), "preparation"),
}
"""Collections whose things have a title or a name: what they are called, and an icon."""


def all_of(text: Text) -> tuple[str, ...]:
    """The text in every language it has."""
    return tuple(own for language in LANGUAGES if (own := text.own(language)))


class Targets:
    """The rows of one visit."""

    def __init__(self, desk: Desk, jumps: Jumps) -> None:
        self._desk = desk
        self._visit = desk.visit
        self._language: Language = desk.language
        self._say = desk.phrases.say
        self._to = jumps

    def rows(self) -> Iterator[Row]:
        """Everything, the programme first."""
        yield from self._items()
        yield from self._people()
        yield from self._delegations()
        yield from self._venues()
        yield from self._papers()
        yield from self._days()

    def _key(self, collection: str, key: str) -> str:
        return f"{self._visit.uid}/{collection}/{key}"

    def _items(self) -> Iterator[Row]:
        for item in sorted(self._visit.items.values(), key=_when):
            kind = self._say(KINDS[item.kind])
            yield Row(
                key=self._key("items", item.id),
                text=item.title.best(self._language) or kind,
                note=self._moment(item),
                act=partial(self._to.to_item, item.id),
                icon=KIND_ICON[item.kind],
                colour=self._desk.theme.kind(item.kind).edge,
                names=(*all_of(item.title), kind),
            )

    def _moment(self, item: ProgrammeItem) -> str:
        separator = self._visit.policy.time_separator
        if item.start is None:
            return self._say(N_("Untimed"))
        time = dates.time_text(item.start, self._language, separator)
        if self._visit.about.starts == self._visit.about.ends:
            return time
        return f"{dates.day_and_month(item.start.date, self._language)}, {time}"

    def _people(self) -> Iterator[Row]:
        visit = self._visit
        posts = {post.person: post for post in visit.posts.values()}
        for membership in visit.memberships.values():
            if post := visit.posts.get(membership.post or ""):
                posts[membership.person] = post
        for person in visit.people.values():
            post = posts.get(person.id)
            title = cases.post_title(post, self._language) if post is not None else ""
            full = (cases.person_name(person, language) for language in LANGUAGES)
            yield Row(
                key=self._key("people", person.id),
                text=cases.person_name(person, self._language),
                note=title or self._say(N_("Participant")),
                act=partial(self._to.to, "people", person.id),
                icon="person",
                names=(*full, title),
            )

    def _delegations(self) -> Iterator[Row]:
        for delegation in self._visit.delegations.values():
            name = cases.delegation_name(self._visit, delegation, self._language)
            yield Row(
                key=self._key("delegations", delegation.id),
                text=name[:1].upper() + name[1:],
                note=self._say(N_("Delegation")),
                act=partial(self._to.to, "delegations", delegation.id),
                icon="delegation",
            )

    def _venues(self) -> Iterator[Row]:
        for venue in self._visit.venues.values():
            yield Row(
                key=self._key("venues", venue.id),
                text=cases.venue_name(venue, self._language),
                note=self._say(N_("Place")),
                act=partial(self._to.to, "venues", venue.id),
                icon="venue",
                names=(*all_of(venue.name), *all_of(venue.address)),
            )

    def _papers(self) -> Iterator[Row]:
        for collection, (what, icon) in PAPERS.items():
            for key, entity in self._visit.collection(collection).items():
                name = getattr(entity, "title", None) or getattr(entity, "name", None)
                if isinstance(name, Text) and name:
                    yield Row(
                        key=self._key(collection, key),
                        text=name.best(self._language),
                        note=self._say(what),
                        act=partial(self._to.to, collection, key),
                        icon=icon,
                        names=all_of(name),
                    )

    def _days(self) -> Iterator[Row]:
        days = tuple(days_of(self._visit))
        for number, day in enumerate(days, 1):
            yield Row(
                key=self._key("days", day.isoformat()),
                text=dates.day_heading(day, self._language),
                note=self._say(N_("Day {number}"), number=number) if len(days) > 1 else "",
                act=partial(self._to.to_day, day),
                icon="calendar",
                names=(day.strftime("%d.%m.%Y"), day.isoformat()),
            )


def _when(item: ProgrammeItem) -> tuple[bool, int, str]:
    return item.start is None, item.start.minutes if item.start is not None else 0, item.id
