# SPDX-License-Identifier: MIT
"""The one gate: what one audience may see of a visit, worded in one language."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.clearance import cleared
from visitplanner.domain.kinds import WORKING_PAPERS_ONLY
from visitplanner.domain.people import Side
from visitplanner.domain.programme import ItemStatus, ProgrammeItem
from visitplanner.domain.text import Language, Visibility
from visitplanner.domain.visibility import cleared_value, stands_above
from visitplanner.domain.visit import Visit, days_of
from visitplanner.editions.headings import Headings, file_code
from visitplanner.editions.index import Index
from visitplanner.editions.rows import Rows
from visitplanner.editions.values import Day, DocumentLine, ProblemLine, ProgrammeView, Row
from visitplanner.editions.wording import Wording
from visitplanner.words.catalogue import N_
from visitplanner.words.names import NAME_TO_FOLLOW, name_is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from visitplanner.domain.record import Record
    from visitplanner.editions.people import People

_LATE: Final = 1 << 40


class UnknownScopeError(LookupError):
    """A scope that is no delegation, person or track of the visit, or not for the audience."""


def programme_view(  # noqa: PLR0913 -- what a paper is asked for, by name
    visit: Visit,
    record: Record,
    *,
    audience: Visibility,
    language: Language,
    scope: str | None = None,
    problems: tuple[ProblemLine, ...] = (),
) -> ProgrammeView:
    """The programme for one audience; `scope` is the id of a delegation, a person or a track.

    `problems` are findings worded by the caller; papers for guests drop them.
    """
    here = cleared(visit, audience)
    index, words = Index(here), Wording(language, here.policy)
    inside = audience.admits(Visibility.INTERNAL)
    rows = Rows(index, words, inside=inside)
    headings = Headings(index, record, words)
    kind = _scope_kind(here, scope)
    shown = [i for i in here.items.values() if _printable(i, inside=inside)]
    items = {i.id: i for i in shown if scope is None or _in_scope(index, i, scope, kind)}
    made = _marked(rows.row(i, record.items.get(i.id)) for i in shown)
    mine = [row for row in made if row.id in items]
    days = _days(mine, here, words)
    ordered = tuple(items[row.id] for day in days for row in day.rows)
    only = scope if scope and kind in {"person", "delegation"} else ""
    return ProgrammeView(
        audience=audience,
        language=language,
        scope=scope or "",
        scope_kind=kind,
        scope_name=_scope_name(here, rows.people, words, scope),
        visit_uid=visit.uid,
        code=file_code(here),
        title=words.text(here.about.title),
        heading=words.say(N_("Programme (working)") if inside else N_("Programme")),
        subject=words.join(headings.subject(), " "),
        subject_lines=headings.subject(),
        dates=words.days(here.about.starts, here.about.ends),
        starts=here.about.starts,
        ends=here.about.ends,
        zone=here.about.zone,
        zone_note=rows.zone(here.about.zone),
        time_separator=words.separator,
        page_profile=here.policy.page_profile,
        basis=words.text(here.about.basis),
        notes=words.lines(here.about.notes),
        host=headings.party(Side.HOST),
        guest=headings.party(Side.GUEST),
        languages=here.about.languages,
        days=days,
        removed=_removed(rows, index, record, audience, scope),
        delegations=rows.people.lists(here.about.starts, only if kind == "delegation" else ""),
        attendance=rows.people.attendance(ordered, here.about.starts, only),
        agendas=tuple(row.agenda for day in days for row in day.rows if row.agenda),
        documents=_documents(rows, here, items, scope),
        problems=problems if inside else (),
        approval=headings.approval() if inside and here.policy.approval_block else None,
        mark=words.say(N_("For office use")) if inside else "",
        approved=headings.approved(),
        stamp=headings.stamp(),
        changed=headings.changed(),
        illustrative_note=_illustrative(here, words),
        to_follow=NAME_TO_FOLLOW[language],
    )


def _printable(item: ProgrammeItem, *, inside: bool) -> bool:
    return inside or item.kind not in WORKING_PAPERS_ONLY


def _scope_kind(visit: Visit, scope: str | None) -> str:
    if scope is None:
        return ""
    for kind, found in (
        ("person", visit.people),
        ("delegation", visit.delegations),
        ("track", visit.tracks),
    ):
        if scope in found:
            return kind
    raise UnknownScopeError(scope)


def _in_scope(index: Index, item: ProgrammeItem, scope: str, kind: str) -> bool:
    """Whether an item is somebody's; a note for a whole day without names is everybody's."""
    if kind == "track":
        return scope in item.tracks
    if item.start is None and item.day is not None and not item.participants:
        return True
    return not index.attendees(item).keys().isdisjoint(index.members(scope))


def _scope_name(visit: Visit, people: People, words: Wording, scope: str | None) -> str:
    if scope is None:
        return ""
    if scope in visit.people:
        person = visit.people[scope]
        return words.person(person, style="full") if name_is_known(person) else people.name(scope)
    if scope in visit.delegations:
        return people.delegation_name(visit.delegations[scope])
    return words.text(visit.tracks[scope].name)


def _marked(made: Iterable[Row]) -> list[Row]:
    """The rows with those marked that run while another one does."""
    rows = list(made)
    timed = sorted((row for row in rows if _runs(row)), key=_when)
    parallel: set[str] = set()
    latest: Row | None = None
    for row in timed:
        if latest is not None and _when(row)[0] < _when(latest)[1]:
            parallel |= {latest.id, row.id}
        if latest is None or _when(row)[1] > _when(latest)[1]:
            latest = row
    return [replace(row, parallel=True) if row.id in parallel else row for row in rows]


def _runs(row: Row) -> bool:
    return row.start_utc is not None and row.status is not ItemStatus.CANCELLED


def _when(row: Row) -> tuple[int, int]:
    start = _LATE if row.start_utc is None else row.start_utc
    return start, start if row.end_utc is None else row.end_utc


def _days(rows: Iterable[Row], visit: Visit, words: Wording) -> tuple[Day, ...]:
    """Rows under their days, what has none last; notes of a day first, then by time and track."""
    by_day: defaultdict[date | None, list[Row]] = defaultdict(list)
    for row in rows:
        by_day[row.day].append(row)
    order = {t: (track.order, t) for t, track in visit.tracks.items()}

    def place(row: Row) -> tuple[bool, int, tuple[int, str], int, str]:
        start, end = _when(row)
        track = min((order[t] for t in row.track_ids), default=(0, ""))
        return not row.whole_day, start, track, end, row.id

    dated = sorted(day for day in by_day if day is not None)
    if not dated:
        dated = list(days_of(visit))[:1]
    days = [
        Day(date=day, heading=words.day(day), rows=tuple(sorted(by_day[day], key=place)))
        for day in dated
    ]
    if by_day[None]:
        heading = words.say(N_("Time to be confirmed"))
        days.append(Day(date=None, heading=heading, rows=tuple(sorted(by_day[None], key=place))))
    return tuple(days)


def _removed(
    rows: Rows, index: Index, record: Record, audience: Visibility, scope: str | None
) -> tuple[Row, ...]:
    """Deleted items this audience could have seen, as cancelled rows."""
    found = []
    visit = index.visit
    kind = _scope_kind(visit, scope)
    inside = audience.admits(Visibility.INTERNAL)
    for key in sorted(record.items):
        fact = record.items[key]
        gone = fact.tombstone
        if gone is None or key in visit.items or stands_above(gone, audience):
            continue
        if scope is not None and not _in_scope(index, gone, scope, kind):
            continue
        if not _printable(gone, inside=inside):
            continue
        item = replace(cleared_value(gone, audience), status=ItemStatus.CANCELLED)
        found.append(replace(rows.row(item, fact), removed=True))
    return tuple(found)


def _documents(
    rows: Rows, visit: Visit, items: Mapping[str, ProgrammeItem], scope: str | None
) -> tuple[DocumentLine, ...]:
    """All documents of the visit; in a scope those signed in its items."""
    return tuple(
        rows.papers.document(visit.documents[key])
        for key in sorted(visit.documents)
        if scope is None or visit.documents[key].item in items
    )


def _illustrative(visit: Visit, words: Wording) -> str:
    if not visit.about.illustrative:
        return ""
    return words.say(N_("The times are an illustration: no programme with times was published."))
