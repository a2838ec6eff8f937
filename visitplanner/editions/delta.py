# SPDX-License-Identifier: MIT
"""A view with nothing but what has changed since an earlier state: for the delta calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.clearance import cleared
from visitplanner.domain.comparison import compared_for, of_reader
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Value, Visibility
from visitplanner.editions.index import Index
from visitplanner.editions.rows import Rows
from visitplanner.editions.values import ProgrammeView, Row
from visitplanner.editions.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit


class Delta(Value, frozen=True):
    """What has changed of a view, and what no file can take back."""

    view: ProgrammeView
    """With the rows that are new or other, and as cancelled those that are gone."""
    left: tuple[Row, ...]
    """Rows that go on without the delegation or line the view is of: its calendar has them under
    the UIDs everybody has, so they are to be deleted there by hand."""


def delta(view: ProgrammeView, before: Visit, after: Visit, record: Record) -> Delta:
    """The view of the state `after` cut down to what differs from the state `before`."""
    changes = {c.item: c for c in _of_scope(view, before, after)}
    days = (
        replace(day, rows=tuple(row for row in day.rows if row.id in changes)) for day in view.days
    )
    removed = {row.id: row for row in view.removed if row.id in changes}
    gone = [key for key, c in changes.items() if c.now is None and key not in removed]
    here = cleared(after, view.audience)
    going_on = tuple(_cancelled(view, here, record, gone))
    told = view.scope_kind == "person"
    hidden = [key for key in gone if key not in here.items]
    withdrawn = _cancelled(view, cleared(before, view.audience), record, hidden)
    rows = (*removed.values(), *withdrawn, *(going_on if told else ()))
    cut = replace(view, days=tuple(day for day in days if day.rows), removed=rows)
    return Delta(cut, () if told else going_on)


def _of_scope(view: ProgrammeView, before: Visit, after: Visit) -> tuple[ItemChange, ...]:
    """The changes a holder of the view sees."""
    changes = compared_for(before, after, view.audience)
    if view.scope_kind == "track":
        return tuple(_on_track(changes, view.scope))
    if not view.scope:
        return tuple(change for change in changes if change.printed)
    people = {p for v in (before, after) for p in Roster(v).members.get(view.scope, (view.scope,))}
    return of_reader(changes, people)


def _on_track(changes: Iterable[ItemChange], track: str) -> Iterator[ItemChange]:
    for change in changes:
        had = change.was is not None and track in change.was.tracks
        has = change.now is not None and track in change.now.tracks
        if has and change.printed:
            yield change
        elif had:
            yield replace(change, now=None)


def _cancelled(
    view: ProgrammeView, visit: Visit, record: Record, keys: Iterable[str]
) -> Iterator[Row]:
    """Items that are no longer in the view, as cancelled rows."""
    inside = view.audience.admits(Visibility.INTERNAL)
    rows = Rows(Index(visit), Wording(view.language, visit.policy), inside=inside)
    for key in keys:
        item = visit.items.get(key)
        if item is not None:
            row = rows.row(replace(item, status=ItemStatus.CANCELLED), record.items.get(key))
            # Leaving an item does not change it: its own stamp may be older than the file.
            yield replace(row, removed=True, changed=view.changed)
