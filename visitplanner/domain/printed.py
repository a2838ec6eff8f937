# SPDX-License-Identifier: MIT
"""What papers print of an item, as plain facts of one state that can be compared with another's.

Only what a paper prints is a fact: a lock, a seat at the table or the layout of a room is none.
How papers are laid out (the policy, the order of the sides) is none of an item either.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.kinds import Meal
from visitplanner.domain.people import Acting, Side
from visitplanner.domain.programme import Part
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Case, Forms, Text
from visitplanner.domain.visit import delegations_of, end_zone_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from visitplanner.domain.people import Post
    from visitplanner.domain.programme import Participation, ProgrammeItem
    from visitplanner.domain.visit import Visit

Fact = object
Facts = tuple[Fact, ...]
_AMONG_MEMBERS: Final = frozenset({Part.MEMBER, Part.HEAD, Part.SPEAKER})
_LOWEST, _LAST = 9, 999


class Named(NamedTuple):
    """Somebody as a paper names him: found again among facts that have changed."""

    who: str
    name: Facts
    post: Facts = ()


def plain(text: Text) -> Facts:
    """The words of a text in each language, whatever their white space."""
    return tuple(" ".join(string.split()) for string in (text.ru, text.be, text.en))


def initials(text: Text) -> Facts:
    """What rows of papers print of a given name in each language."""
    names = (text.ru, text.be, text.en)
    return tuple(tuple(p[:1].upper() for w in n.split() for p in w.split("-")) for n in names)


def lines(text: Text) -> Facts:
    """A text in each language with its line breaks."""
    return text.ru.strip(), text.be.strip(), text.en.strip()


def cases(forms: Forms) -> Facts:
    return forms.own(Case.NOM), forms.own(Case.GEN)


class State:
    """One state of the plan with the facts of its items."""

    def __init__(self, visit: Visit, roster: Roster | None = None, *, inside: bool = True) -> None:
        self.visit: Final = visit
        self.inside: Final = inside
        self.roster: Final = roster.renewed(visit) if roster else Roster(visit)
        self._names: Final[dict[tuple[str, date, bool], Named]] = {}

    def day(self, item: ProgrammeItem) -> date:
        """The day whose posts are printed."""
        return item.start.date if item.start else item.day or self.visit.about.starts

    def times(self, item: ProgrammeItem) -> Facts:
        """When it is, and how sure that is."""
        zone, end_zone = zone_of(self.visit, item), end_zone_of(self.visit, item)
        foreign = zone != self.visit.about.zone
        return item.start, item.end, item.day, zone, end_zone, foreign, item.certainty

    def places(self, item: ProgrammeItem) -> Facts:
        """Where it is or begins, in which room, and where it ends."""
        return (
            self.venue(item.venue),
            self.room(item.room) if item.venue else (),
            self.venue(item.destination),
        )

    def venue(self, key: str | None) -> Facts:
        """A venue as it is printed."""
        venue = self.visit.venues.get(key or "")
        if venue is None:
            return ()
        where = venue.latitude, venue.longitude
        named = plain(venue.name), venue.forms.nom
        return venue.id, *named, plain(venue.address), plain(venue.entrance), *where

    def room(self, key: str | None) -> Facts:
        """A room as it is printed."""
        room = self.visit.rooms.get(key or "")
        return () if room is None else (room.id, plain(room.name), room.forms.nom)

    def texts(self, item: ProgrammeItem) -> Facts:
        """What it is called and what is said of it to everybody."""
        host = item.detail.on_behalf_of if isinstance(item.detail, Meal) else None
        if isinstance(item.detail, Meal) and host is None and item.on_behalf_of is not None:
            host = self._head(item.on_behalf_of)
        behalf = self.named(host, self.day(item), declined=True) if host else ()
        title = plain(item.title)
        return item.kind, title, lines(item.public_text), plain(item.dress), item.press, behalf

    def _head(self, side: Side) -> str | None:
        return next((d.head for d in delegations_of(self.visit, side) if d.head), None)

    def notes(self, item: ProgrammeItem) -> Facts:
        """What only the office reads."""
        fallback = self.venue(item.fallback_venue)[:3], plain(item.fallback_text)
        margins = item.shorten_to or 0, item.setup_minutes, item.strike_minutes
        return lines(item.internal_text), fallback, margins

    def people(self, item: ProgrammeItem) -> Facts:
        """Who is named in it, line by line in the order of the print."""
        day = self.day(item)
        entries = [p for p in item.participants if not p.excluded]
        entries.sort(key=lambda p: (self.line(p.part), self._order(p.who, day)))
        whole = self._whole(entries)
        every = self._every(entries, whole)
        named = tuple(self._entry(p, day, every) for p in entries)
        office = tuple(self.name(p, phone=True) for p in (item.responsible, item.deputy) if p)
        # Heads are named even where their delegation says it shorter.
        heads = tuple(p.who for p in entries if p.who in self.roster.heads) if whole else ()
        return (*named, *whole, ("heads", heads), *self._left_out(item), ("office", office))

    def _left_out(self, item: ProgrammeItem) -> Facts:
        """Who does not come with his delegation; guests are not told by name."""
        excluded = {p.who for p in item.participants if p.excluded}
        named = [p.who for p in item.participants if p.who in self.visit.delegations]
        out = [m for d in named for m in self.roster.members.get(d, ()) if m in excluded]
        if not self.inside:  # they read of members in place of delegations, where all come
            every = len(named) > 1 and set(named) == self.visit.delegations.keys()
            return (("left out", bool(out) and every),)
        return tuple(("left out", self.name(p, declined=True)) for p in out)

    def _every(
        self, entries: Iterable[Participation], whole: Iterable[tuple[Part, str]]
    ) -> frozenset[Part]:
        """Lines in which all delegations stand: they go by one name."""
        found: defaultdict[Part, set[str]] = defaultdict(set)
        for line, delegation in whole:
            found[line].add(delegation)
        for entry in entries:
            found[self.line(entry.part)].add(entry.who)
        every = self.visit.delegations.keys()
        return frozenset(k for k, who in found.items() if len(every) > 1 and every <= who)

    def _order(self, who: str, day: date) -> tuple[int, bool, int, str]:
        """By precedence; delegations and groups after people, in an order of their own."""
        if who not in self.visit.people:
            return _LAST, False, 0, "" if who in self.visit.groups else who
        post, entry = self._post(who, day), self.roster.membership.get(who)
        guest = self.roster.side.get(who) is Side.GUEST
        return (
            post.level if post else _LOWEST,
            not guest,
            (entry.rank if entry else 0) or _LAST,
            who,
        )

    def _whole(self, entries: Iterable[Participation]) -> tuple[tuple[Part, str], ...]:
        """Delegations whose every member is named one by one: papers say it shorter."""
        own: defaultdict[Part, set[str]] = defaultdict(set)
        for entry in entries:
            if not entry.note:
                own[self.line(entry.part)].add(entry.who)
        return tuple(
            (line, delegation)
            for line, people in sorted(own.items())
            for delegation in sorted(self.visit.delegations)
            if len(members := self.roster.members.get(delegation, ())) > 2  # noqa: PLR2004 -- two names are shorter than «делегация»
            and people.issuperset(members)
        )

    @staticmethod
    def line(part: Part) -> Part:
        """In which line of people a part is printed."""
        return Part.MEMBER if part in _AMONG_MEMBERS else part

    def _entry(self, entry: Participation, day: date, every: Collection[Part]) -> Facts:
        line, who, note = self.line(entry.part), entry.who, plain(entry.note)
        if who in self.visit.delegations:
            return line, who if line in every else self._delegation(who), note
        if who in self.visit.groups:
            return line, self.group(who), note, entry.since, entry.until
        post = self._post(who, day)
        short = plain(post.short) if post is not None else ()
        side = self.roster.side.get(who)
        return line, self.named(who, day), short, side, note, entry.since, entry.until

    def group(self, key: str) -> Facts:
        """A group as it is printed."""
        group = self.visit.groups[key]
        return key, plain(group.name), group.forms.nom, group.side

    def actors(self, who: Iterable[str]) -> Facts:
        """Who acts in a step, without posts."""
        ids = tuple(dict.fromkeys(who))
        every = self.visit.delegations.keys()
        together = len(every) > 1 and every <= set(ids)
        return tuple(self._actor(key, together=together) for key in ids)

    def _actor(self, who: str, *, together: bool) -> Fact:
        if who in self.visit.delegations:
            return who if together else self._delegation(who)
        return self.group(who) if who in self.visit.groups else self.name(who)

    def _delegation(self, key: str) -> Facts:
        delegation = self.visit.delegations[key]
        party = self.party(delegation.party) if not delegation.name else ()
        return key, plain(delegation.name), party, delegation.side

    def party(self, key: str | None) -> Facts:
        """A party as it is printed."""
        party = self.visit.parties.get(key or "")
        return () if party is None else (party.id, plain(party.name), cases(party.forms))

    def _post(self, person: str, day: date) -> Post | None:
        membership = self.roster.membership.get(person)
        own = self.visit.posts.get((membership.post if membership else None) or "")
        return own if own is not None and own.held_on(day) else self.roster.post(person, day)

    def title(self, post: Post | None, *, declined: bool = False) -> Facts:
        """A post as it is printed; after «и. о.» it is declined."""
        if post is None:
            return ()
        genitive = declined or post.acting is not Acting.NONE
        gen = post.forms.gen if genitive else ""
        return plain(post.title), post.acting, post.forms.nom, gen

    def named(self, person: str, day: date, *, declined: bool = False) -> Named:
        """Somebody with the post he holds on a day."""
        known = self._names.get((person, day, declined))
        if known is None:
            post = self.title(self._post(person, day), declined=declined)
            known = Named(person, self.name(person, declined=declined).name, post)
            self._names[person, day, declined] = known
        return known

    def name(self, who: str, *, phone: bool = False, declined: bool = False) -> Named:
        """Somebody without his post; who has no name yet goes by post or delegation."""
        person = self.visit.people[who]
        forms, given = person.forms, (person.given, person.patronymic)
        by_hand = (forms.surname, forms.given, forms.patronymic)
        short = initials if person.surname else plain
        name: Facts = (plain(person.surname), *map(short, given), *(f.nom for f in by_hand))
        if declined:
            name = (*name, *(f.gen for f in by_hand), person.gender)
        if not (person.surname or person.given):
            led = (d.party for d in self.visit.delegations.values() if d.head == who)
            instead = self.title(self._post(who, self.visit.about.starts))
            name = (*name, instead, self.party(next(led, None)))
        return Named(who, (*name, person.phone) if phone else name)
