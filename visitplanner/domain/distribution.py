# SPDX-License-Identifier: MIT
"""Who holds a copy that is no longer so, and who must be told: pure, over states of the plan.

The rows of a holder are those of his copies: what its edition may show, in its scope. Who was
given the whole programme sees all of it; that he takes part in what has changed is said besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.comparison import ItemChange, Mark, compared, compared_for, of_reader
from visitplanner.domain.copies import last_told, standing
from visitplanner.domain.kinds import WORKING_PAPERS_ONLY
from visitplanner.domain.people import Side
from visitplanner.domain.record import Publication, Record
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Value, Visibility

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

Changes = tuple[ItemChange, ...]
Place = tuple[int, int, int, str]
_LAST: Final = 1 << 60


class Held(Value, frozen=True):
    """One standing copy: what of it is no longer so, and what its holder has not heard of."""

    publication: Publication
    heard: int
    """Up to which line of the log the holder knows, by this copy or because he was told."""
    outdated: Changes = ()
    """Rows of the copy that are no longer so, from the copy to now."""
    news: Changes = ()
    """Rows of the copy as the holder knows them, from there to now."""
    lost: bool = False
    """The state it shows is not in this file: nobody can say what has changed since."""


class Told(Value, frozen=True):
    """A holder who must be told, with everything he is to be told at once."""

    reader: str
    takes_part: bool
    """In something that has changed; else he only sees it in the programme he holds."""
    copies: tuple[Held, ...]
    """Those of his copies that are concerned."""
    own: Changes
    """What has changed where he takes part."""
    others: Changes
    """What else has changed in his copies."""

    @property
    def changes(self) -> Changes:
        """All of them, his own first."""
        return self.own + self.others


def named_states(record: Record) -> frozenset[int]:
    """The lines of the log whose states are needed to say who must be told."""
    return frozenset(
        line for p in standing(record) if p.reader for line in (p.edit, _heard(record, p))
    )


def held(visit: Visit, record: Record, past: Mapping[int, Visit]) -> tuple[Held, ...]:
    """Every standing copy with a known holder. `past`: states by line of the log."""
    reading = _Reading(visit, past)
    return tuple(reading.held(p, _heard(record, p)) for p in standing(record) if p.reader)


def to_be_told(visit: Visit, copies: Iterable[Held]) -> tuple[Told, ...]:
    """Who must be told: first who takes part, by precedence, then who only sees it."""
    by_reader: dict[str, list[Held]] = {}
    for copy in copies:
        if copy.news:
            by_reader.setdefault(copy.publication.reader, []).append(copy)
    found = [_told(visit, reader, tuple(mine)) for reader, mine in by_reader.items()]
    order = reader_order(visit)
    return tuple(sorted(found, key=lambda t: (not t.takes_part, order(t.reader))))


def reader_order(visit: Visit) -> Callable[[str], Place]:
    """What holders are listed by: people by precedence, delegations, names that were typed."""
    roster = Roster(visit)

    def place(reader: str) -> Place:
        person = visit.people.get(reader)
        if person is not None:
            rank, side, _ = roster.rank(reader)
            return 0, rank, side, f"{person.surname.best('ru')} {reader}"
        delegation = visit.delegations.get(reader)
        if delegation is not None:
            return 1, 0 if delegation.side is Side.GUEST else 1, 0, reader
        return 2, 0, 0, reader

    return place


def _heard(record: Record, publication: Publication) -> int:
    told = last_told(record, publication.reader)
    return max(publication.edit, told.edit if told else 0)


class _Reading:
    """Comparisons with earlier states, each made once."""

    def __init__(self, visit: Visit, past: Mapping[int, Visit]) -> None:
        self._now: Final = visit
        self._past: Final = past
        self._changes: Final[dict[tuple[int, Visibility], Changes]] = {}
        self._pairs: Final[dict[int, tuple[Visit, Visit]]] = {}
        self._rosters: Final[dict[int, Roster]] = {}

    def held(self, publication: Publication, heard: int) -> Held:
        if publication.edit not in self._past or heard not in self._past:
            return Held(publication, heard, lost=True)
        outdated = self._shown(publication, publication.edit)
        news = outdated if heard == publication.edit else self._shown(publication, heard)
        return Held(publication, heard, outdated, news)

    def _shown(self, publication: Publication, line: int) -> Changes:
        """What has changed since a line among the rows of a copy."""
        changes, scope = self._since(line, publication.audience), publication.scope
        if not scope:
            return tuple(c for c in changes if c.printed)
        if scope in self._now.tracks or scope in self._past[line].tracks:
            return of_track(changes, scope)
        before, after = self._members(self._past[line], scope), self._members(self._now, scope)
        if before == after:
            return of_reader(changes, after)
        return self._of_others(changes, publication, line)

    def _members(self, visit: Visit, scope: str) -> frozenset[str]:
        """Whose programme a scope is: a person's, or that of the members of a delegation."""
        return frozenset(self._roster(visit).members.get(scope, (scope,)))

    def _roster(self, visit: Visit) -> Roster:
        if id(visit) not in self._rosters:
            self._rosters[id(visit)] = Roster(visit)
        return self._rosters[id(visit)]

    def _of_others(self, changes: Changes, publication: Publication, line: int) -> Changes:
        """The changes in the programme of a delegation that has other members than before.

        Items come to it and leave it with them, be they unchanged themselves.
        """
        scope, audience = publication.scope, publication.audience
        known = {change.item: change for change in changes}
        sides = [
            (v, self._roster(v), self._members(v, scope)) for v in (self._past[line], self._now)
        ]
        found: list[ItemChange] = []
        for key in sorted({key for visit, _, _ in sides for key in visit.items}):
            items = [
                item
                if (item := visit.items.get(key)) is not None
                and _is_shown(item, audience)
                and _is_of(roster, item, mine)
                else None
                for visit, roster, mine in sides
            ]
            was, now = items
            change = known.get(key)
            if was is not None and now is not None:
                found += [change] if change is not None and change.printed else []
            elif was is not None or now is not None:
                base = change or ItemChange(item=key, was=was, now=now, marks=())
                mark = Mark.ADDED if was is None else Mark.REMOVED
                found.append(
                    replace(base, was=was and base.was, now=now and base.now, marks=(mark,))
                )
        return tuple(found)

    def _since(self, line: int, audience: Visibility) -> Changes:
        key = (line, audience)
        if key not in self._changes:
            self._changes[key] = compared_for(*self._pair(line), audience)
        return self._changes[key]

    def _pair(self, line: int) -> tuple[Visit, Visit]:
        """Both states with no more items than may differ, so that few are to be cleared."""
        if line not in self._pairs:
            before, after = self._past[line], self._now
            ids = _may_differ(before, after)
            self._pairs[line] = (_only(before, ids), _only(after, ids))
        return self._pairs[line]


def _is_shown(item: ProgrammeItem, audience: Visibility) -> bool:
    """Whether papers for an audience have an item at all."""
    if not audience.admits(item.visibility):
        return False
    return audience.admits(Visibility.INTERNAL) or item.kind not in WORKING_PAPERS_ONLY


def _is_of(roster: Roster, item: ProgrammeItem, mine: frozenset[str]) -> bool:
    """Whether one of them takes part; a note for a whole day without names is everybody's."""
    if item.start is None and item.day is not None and not item.participants:
        return True
    return not mine.isdisjoint(roster.attendance(item))


def _may_differ(before: Visit, after: Visit) -> frozenset[str]:
    """Items that print something else, or are for other readers than before."""
    everything = before.items.keys() | after.items.keys()
    if before.memberships != after.memberships:  # drivers are never named to guests
        return frozenset(everything)
    ids = {key for key in everything if before.items.get(key) != after.items.get(key)}
    ids |= {change.item for change in compared(before, after)}
    for key in before.bookings.keys() | after.bookings.keys():
        pair = before.bookings.get(key), after.bookings.get(key)
        if pair[0] != pair[1]:
            ids |= {booking.item for booking in pair if booking is not None}
    return frozenset(ids)


def _only(visit: Visit, ids: frozenset[str]) -> Visit:
    return replace(visit, items={k: v for k, v in visit.items.items() if k in ids})


def of_track(changes: Changes, track: str) -> Changes:
    """The changes as they show in the programme of a track: who comes to it is added to it."""
    found: list[ItemChange] = []
    for change in changes:
        had = change.was is not None and track in change.was.tracks
        has = change.now is not None and track in change.now.tracks
        if had and has and change.printed:
            found.append(change)
        elif has and not had:
            found.append(replace(change, was=None, marks=(Mark.ADDED,)))
        elif had and not has:
            found.append(replace(change, now=None, marks=(Mark.REMOVED,)))
    return tuple(found)


def _told(visit: Visit, reader: str, copies: tuple[Held, ...]) -> Told:
    """All that is news in his copies; of an item in several, the change from what he heard last."""
    newest: dict[str, tuple[tuple[int, bool], ItemChange]] = {}
    for copy in copies:
        inside = copy.publication.audience is not Visibility.PUBLIC
        for change in copy.news:
            rank = (copy.heard, inside)
            if change.item not in newest or newest[change.item][0] < rank:
                newest[change.item] = (rank, change)
    mine = {reader, *Roster(visit).members.get(reader, ())}
    changes = sorted((change for _, change in newest.values()), key=_when)
    concerned = [not mine.isdisjoint((*c.people, *c.attended, *c.attends)) for c in changes]
    own = tuple(c for c, his in zip(changes, concerned, strict=True) if his)
    others = tuple(c for c, his in zip(changes, concerned, strict=True) if not his)
    return Told(reader=reader, takes_part=bool(own), copies=copies, own=own, others=others)


def _when(change: ItemChange) -> tuple[int, str]:
    item = change.now or change.was
    start = item.start if item is not None else None
    return (start.minutes if start is not None else _LAST), change.item
