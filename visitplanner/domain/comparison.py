# SPDX-License-Identifier: MIT
"""What has changed between two states of the plan: one entry per item, and whom it concerns.

A change is what a paper prints differently. For the readers of an audience compare the states as
`compared_for` does: what their papers do not show is then no change.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.clearance import cleared
from visitplanner.domain.kinds import WORKING_PAPERS_ONLY, Kind
from visitplanner.domain.particular_facts import Particulars
from visitplanner.domain.printed import Named, State
from visitplanner.domain.programme import ItemStatus, ProgrammeItem
from visitplanner.domain.text import Value, Visibility
from visitplanner.domain.visit import COLLECTIONS, Visit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from visitplanner.domain.printed import Fact, Facts


class Mark(StrEnum):
    """What has changed in an item."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    STATUS = "status"
    PLACE = "place"
    PEOPLE = "people"
    TEXT = "text"
    PARTICULARS = "particulars"
    """Its course, agenda, documents, vehicles, means."""
    MEMBERS = "members"
    """Others stand behind a delegation or group in it; by itself nothing printed of the item."""


class ItemChange(Value, frozen=True, kw_only=True):
    """One item that is not what it was."""

    item: str
    was: ProgrammeItem | None = None
    now: ProgrammeItem | None = None
    marks: tuple[Mark, ...]
    """In the order of Mark; an item added or removed has that mark alone."""
    people: tuple[str, ...] = ()
    """Whom it concerns, before and after, by rank; groups without names by their own ids last."""
    attended: tuple[str, ...] = ()
    """Who took part before, by delegation or group too."""
    attends: tuple[str, ...] = ()
    """Who takes part now."""

    @property
    def gone(self) -> bool:
        """Whether it is no longer to happen: removed or cancelled."""
        cancelled = self.now is not None and self.now.status is ItemStatus.CANCELLED
        return self.now is None or (cancelled and Mark.STATUS in self.marks)

    @property
    def fresh(self) -> bool:
        """Whether it is to happen now and was not: added, or cancelled no more."""
        cancelled = self.was is not None and self.was.status is ItemStatus.CANCELLED
        return self.was is None or (cancelled and Mark.STATUS in self.marks)

    @property
    def printed(self) -> bool:
        """Whether a paper of the whole programme shows the item differently."""
        return self.marks != (Mark.MEMBERS,)

    @property
    def came(self) -> tuple[str, ...]:
        """Who takes part only now."""
        return tuple(p for p in self.attends if p not in self.attended)

    @property
    def left(self) -> tuple[str, ...]:
        """Who took part only before."""
        return tuple(p for p in self.attended if p not in self.attends)


def compared(
    before: Visit, after: Visit, only: Collection[str] | None = None, *, inside: bool = True
) -> tuple[ItemChange, ...]:
    """The items that are not what they were, by day and time; all, or those of some ids.

    States that share what they have in common are compared fast. `inside`: for readers who are
    told by name who stays away.
    """
    if before is after:
        return ()
    return _Comparison(before, after, inside=inside).changes(only)


def compared_for(before: Visit, after: Visit, audience: Visibility) -> tuple[ItemChange, ...]:
    """The same as the readers of an audience may know it."""
    old, new = (printable(cleared(visit, audience), audience) for visit in (before, after))
    return compared(old, new, inside=audience.admits(Visibility.INTERNAL))


def printable(cleared_visit: Visit, audience: Visibility) -> Visit:
    """A cleared visit with those items that papers of its audience print."""
    if audience.admits(Visibility.INTERNAL):
        return cleared_visit
    items = cleared_visit.items.items()
    kept = {k: i for k, i in items if i.kind not in WORKING_PAPERS_ONLY}
    return replace(cleared_visit, items=kept)


def of_reader(changes: Iterable[ItemChange], people: Collection[str]) -> tuple[ItemChange, ...]:
    """The changes as they show in the programme of some people, such as one delegation.

    An item they come to is added for them, one they leave is removed; others' coming and going
    by the list of a delegation is no change for them.
    """
    mine = frozenset(people)
    return tuple(found for change in changes if (found := _own(change, mine)) is not None)


def _own(change: ItemChange, mine: frozenset[str]) -> ItemChange | None:
    had = change.was is not None and _is_of(change.was, change.attended, mine)
    has = change.now is not None and _is_of(change.now, change.attends, mine)
    if had and has:
        return change if change.printed else None
    if has:
        return replace(change, was=None, marks=(Mark.ADDED,))
    return replace(change, now=None, marks=(Mark.REMOVED,)) if had else None


def _is_of(item: ProgrammeItem, there: tuple[str, ...], mine: frozenset[str]) -> bool:
    everybody = item.start is None and item.day is not None and not item.participants
    return everybody or not mine.isdisjoint(there)


_WIDE: Final = frozenset(
    {"about", "people", "posts", "parties", "delegations", "memberships", "groups", "resources"}
)
"""What may be printed of any item."""
_OWNED: Final = ("agendas", "documents", "movements", "bookings", "shifts")
_FOR_ALL: Final = frozenset({Mark.ADDED, Mark.REMOVED, Mark.MOVED, Mark.STATUS, Mark.PLACE})
"""What concerns everybody who takes part."""
_FOR_READERS: Final = frozenset({"track", "travel", "journey", "tour"})
"""Particulars that do likewise: they name nobody and stand in everybody's programme."""


class _Comparison:
    def __init__(self, before: Visit, after: Visit, *, inside: bool) -> None:
        self._before: Final = State(before, inside=inside)
        self._after: Final = State(after, self._before.roster, inside=inside)
        self._pair: Final = (self._before, self._after)
        self._particulars: Final = (Particulars(self._before), Particulars(self._after))

    def changes(self, only: Collection[str] | None) -> tuple[ItemChange, ...]:
        ids = self._candidates()
        if only is not None:
            ids &= frozenset(only)
        found = [change for key in sorted(ids) if (change := self._change(key)) is not None]
        return tuple(sorted(found, key=self._place))

    def _candidates(self) -> frozenset[str]:
        """Items that may differ: those that do, and those that print a thing that does."""
        before, after = self._before.visit, self._after.visit
        touched = {name: _touched(before, after, name) for name in COLLECTIONS}
        everything = before.items.keys() | after.items.keys()
        if before.about != after.about or any(touched[n] for n in touched if n in _WIDE):
            return frozenset(everything)
        found = set(touched["items"])
        for visit in (before, after):
            for name in _OWNED:
                for key in touched[name]:
                    owner = getattr(visit.collection(name).get(key), "item", None)
                    found |= {owner} if owner else set()
            vehicles = touched["vehicles"]
            found |= {m.item for m in visit.movements.values() if m.vehicle in vehicles}
            found |= {i.id for i in visit.items.values() if _prints(i, touched)}
        return frozenset(found & everything)

    def _change(self, key: str) -> ItemChange | None:
        was, now = (state.visit.items.get(key) for state in self._pair)
        attended, attends = (
            frozenset(state.roster.attendance(item)) if item else frozenset()
            for state, item in zip(self._pair, (was, now), strict=True)
        )
        marks, concerned = self._marks(was, now)
        if attended != attends and was is not None and now is not None:
            marks = (*marks, Mark.MEMBERS) if Mark.PEOPLE not in marks else marks
        if not marks:
            return None
        concerned |= attended ^ attends
        groups: tuple[str, ...] = ()
        if _FOR_ALL.intersection(marks):
            concerned |= attended | attends | self._served(was, now)
            groups = self._nameless(was, now)
        return ItemChange(
            item=key,
            was=was,
            now=now,
            marks=marks,
            people=(*sorted(concerned, key=self._rank), *groups),
            attended=tuple(sorted(attended, key=self._rank)),
            attends=tuple(sorted(attends, key=self._rank)),
        )

    def _marks(
        self, was: ProgrammeItem | None, now: ProgrammeItem | None
    ) -> tuple[tuple[Mark, ...], set[str]]:
        """What differs, and who is concerned by each difference in particular."""
        if was is None:
            return (Mark.ADDED,), self._office(now)
        if now is None:
            return (Mark.REMOVED,), self._office(was)
        (before, after), (old, new) = self._pair, self._particulars
        notes = before.notes(was) != after.notes(now)
        texts = before.texts(was) != after.texts(now)
        people = before.people(was), after.people(now)
        particulars = old.of(was), new.of(now)
        differ = {
            Mark.MOVED: before.times(was) != after.times(now),
            Mark.STATUS: was.status is not now.status,
            Mark.PLACE: before.places(was) != after.places(now),
            Mark.PEOPLE: people[0] != people[1],
            Mark.TEXT: texts or notes,
            Mark.PARTICULARS: particulars[0] != particulars[1],
        }
        marks = tuple(mark for mark, different in differ.items() if different)
        if not marks:
            return (), set()
        concerned = self._office(was, now)
        concerned |= {named.who for named in _named(_differing(*people))}
        concerned |= _concerned(*particulars)
        if texts or any(_kind(fact) in _FOR_READERS for fact in _differing(*particulars)):
            concerned |= self._there(was, now)
        return marks, concerned

    def _office(self, *items: ProgrammeItem | None) -> set[str]:
        """Who answers for an item and who stands in for him."""
        people = {p for i in items if i is not None for p in (i.responsible, i.deputy)}
        return {person for person in people if person}

    def _there(self, was: ProgrammeItem, now: ProgrammeItem) -> set[str]:
        before, after = self._pair
        return {*before.roster.attendance(was), *after.roster.attendance(now)}

    def _served(self, was: ProgrammeItem | None, now: ProgrammeItem | None) -> set[str]:
        """Those who drive, interpret and ride besides."""
        return {
            person
            for particulars, item in zip(self._particulars, (was, now), strict=True)
            if item is not None
            for person in particulars.staff(item)
        }

    def _nameless(self, was: ProgrammeItem | None, now: ProgrammeItem | None) -> tuple[str, ...]:
        """Groups whose people are not named, such as the press."""
        return tuple(
            dict.fromkeys(
                entry.who
                for state, item in zip(self._pair, (was, now), strict=True)
                for entry in (item.participants if item is not None else ())
                if not entry.excluded and entry.who in state.visit.groups
                if not state.visit.groups[entry.who].members
            )
        )

    def _place(self, change: ItemChange) -> tuple[bool, date, int, tuple[int, str], str]:
        """By day, what has none last, then by time and line, as papers have it."""
        item = change.now or change.was
        day = item and (item.start.date if item.start else item.day)
        minute = item.start.minute_of_day if item is not None and item.start else -1
        tracks = (self._after if change.now else self._before).visit.tracks
        lines = ((tracks[t].order, t) for t in (item.tracks if item is not None else ()))
        return day is None, day or date.max, minute, min(lines, default=(0, "")), change.item

    def _rank(self, person: str) -> tuple[int, int, str]:
        before, after = self._pair
        return (after if person in after.visit.people else before).roster.rank(person)


def _touched(before: Visit, after: Visit, name: str) -> frozenset[str]:
    """The ids in a collection whose entities differ; those shared are passed over."""
    old, new = before.collection(name), after.collection(name)
    if old is new:
        return frozenset()
    differ = {k for k, v in new.items() if (w := old.get(k)) is not v and w != v}
    return frozenset(differ | (old.keys() - new.keys()))


def _prints(item: ProgrammeItem, touched: Mapping[str, frozenset[str]]) -> bool:
    """Whether an item prints a place, a line of the programme or a way that differs."""
    venues = touched["venues"]
    if venues and not venues.isdisjoint((item.venue, item.destination, item.fallback_venue)):
        return True
    if item.room in touched["rooms"] or not touched["tracks"].isdisjoint(item.tracks):
        return True
    return bool(touched["legs"]) and item.kind is Kind.TRANSFER


def _differing(before: Facts, after: Facts) -> tuple[Fact, ...]:
    """Facts that are in one alone."""
    return (*_only_in(before, after), *_only_in(after, before))


def _only_in(facts: Facts, others: Facts) -> Facts:
    known = set(others)
    return tuple(fact for fact in facts if fact not in known)


def _kind(fact: Fact) -> Fact:
    """What a particular is of, by which it is led."""
    return fact[0] if isinstance(fact, tuple) else None


def _concerned(before: Facts, after: Facts) -> set[str]:
    """Who in facts that differ came, fell out or is named otherwise; else everybody in them."""
    old, new = _named(_only_in(before, after)), _named(_only_in(after, before))
    return {named.who for named in old ^ new} or {named.who for named in old | new}


def _named(facts: Iterable[Fact]) -> set[Named]:
    """Everybody named in some facts, as he is."""
    found: set[Named] = set()
    for fact in facts:
        if isinstance(fact, Named):
            found.add(fact)
        elif isinstance(fact, tuple):
            found |= _named(fact)
    return found
