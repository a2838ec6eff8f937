# SPDX-License-Identifier: MIT
"""The command diff: what has changed between two versions, or between one and now."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from visitplanner.cli import values
from visitplanner.cli.parser import EDITIONS
from visitplanner.cli.refusal import Refusal
from visitplanner.cli.streams import as_json, say, say_data
from visitplanner.domain.text import Value
from visitplanner.domain.versions import newest
from visitplanner.domain.visit import Visit
from visitplanner.editions.changes.sheet import CHANGED, GONE, Point, change_sheet
from visitplanner.editions.edition import EDITIONS as PAPERS
from visitplanner.exports.change_text import write_text
from visitplanner.session.past import StateNotKeptError, states, version_not_kept
from visitplanner.store import open_visit

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.record import Record, Version
    from visitplanner.editions.changes.sheet import ChangeSheet, Entry
    from visitplanner.store.contract import Stored, VisitStore


class End(Value, frozen=True):
    """One of the two states compared."""

    edit: int
    """Number of the last line of the log it contains."""
    visit: Visit
    point: Point


def diff(arguments: argparse.Namespace) -> int:
    """Prints the changes from one state to another; 0 whether there are any or not."""
    form = values.choice("--format", arguments.format, ("text", "json"))
    edition = values.choice("--edition", arguments.edition, EDITIONS)
    language = values.language(arguments.language)
    with closing(open_visit(Path(arguments.file), read_only=True)) as store:
        held = store.read()
        first, last = ends(store, held, "--from", arguments.since, arguments.until)
    sheet = change_sheet(
        first.visit,
        last.visit,
        audience=PAPERS[edition].audience,
        language=language,
        since=first.point,
        until=last.point,
    )
    if form == "json":
        say_data(as_json(report(sheet, first, last)))
    else:
        say(write_text(sheet).rstrip("\n"))
    return 0


def ends(
    store: VisitStore, held: Stored, option: str, since: str | None, until: str | None = None
) -> tuple[End, End]:
    """The two states: a version each, else the newest version (or the oldest state) and now."""
    first = _version(held.record, option, since) if since else newest(held.record)
    last = _version(held.record, "--to", until) if until else None
    wanted = (
        first.edit if first is not None else held.begins,
        last.edit if last is not None else held.last,
    )
    for version in (first, last):
        if version is not None and not held.begins <= version.edit <= held.last:
            raise Refusal(f"{store.path}: {version_not_kept(version.number)}")
    try:
        found = states(store, held.visit, held.last, wanted)
    except StateNotKeptError as lost:
        raise Refusal(f"{store.path}: {lost}") from lost
    points = (
        Point(version=first) if first is not None else Point(),
        Point(version=last) if last is not None else Point(at=_last_edit(held)),
    )
    one, other = (End(edit, found[edit], point) for edit, point in zip(wanted, points, strict=True))
    return one, other


def _last_edit(held: Stored) -> datetime | None:
    return held.entries[-1].at if held.entries else None


def _version(record: Record, option: str, asked: str) -> Version:
    known = {str(v.number): v for v in record.versions}
    found = known.get(asked)
    if found is None:
        there = ", ".join(sorted(known, key=int)) or "none yet"
        raise Refusal(f"{option} {asked}: there is no such version; versions here: {there}.")
    return found


def report(sheet: ChangeSheet, first: End, last: End) -> dict[str, object]:
    """The changes for programs; texts are in the language asked for."""
    return {
        "from": _end(first),
        "to": _end(last),
        "changes": [_change(entry) for entry in sheet.entries],
        "lists": [
            {
                "id": found.id,
                "name": found.name,
                "lines": list(found.lines),
                "people": list(found.people),
            }
            for found in sheet.lists
        ],
    }


def _end(end: End) -> dict[str, object]:
    version = end.point.version
    return {"version": version.number if version else None, "edit": end.edit}


def _change(entry: Entry) -> dict[str, object]:
    change = entry.change
    return {
        "item": change.item,
        "kind": "changed" if entry.sign == CHANGED else "gone" if entry.sign == GONE else "new",
        "marks": [mark.value for mark in change.marks],
        "title": entry.title,
        "was": _facts(change.was),
        "now": _facts(change.now),
        "lines": [
            {
                "mark": line.mark.value,
                "label": line.label,
                "was": line.was,
                "now": line.now,
                "text": line.text,
            }
            for line in entry.lines
        ],
        "people": [
            {"id": who, "name": name} for who, name in zip(change.people, entry.names, strict=True)
        ],
        "concerns": entry.concerns,
    }


def _facts(item: ProgrammeItem | None) -> dict[str, object] | None:
    """What programs look at first, named as in the dump."""
    if item is None:
        return None
    return {
        "start": str(item.start) if item.start else None,
        "end": str(item.end) if item.end else None,
        "day": item.day.isoformat() if item.day else None,
        "venue": item.venue,
        "room": item.room,
        "status": item.status.value,
    }
