# SPDX-License-Identifier: MIT
"""The command export: papers of one format for one reader or for all."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from visitplanner.author import author
from visitplanner.cli import values
from visitplanner.cli.comparing import ends
from visitplanner.cli.parser import EDITIONS, FORMATS, LATER_FORMATS
from visitplanner.cli.readers import reader_id
from visitplanner.cli.refusal import Refusal
from visitplanner.cli.streams import complain
from visitplanner.cli.values import now
from visitplanner.domain.copies import given
from visitplanner.exports.whole import ExportRefusedError, write_paper, write_papers
from visitplanner.publishing import (
    LANGUAGES,
    WHOLE,
    Handing,
    Order,
    not_taken_back,
    own_reader,
    papers,
    published,
    scopes,
)
from visitplanner.session.past import record_of
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.exports.whole import Paper
    from visitplanner.store.contract import Stored, VisitStore
    from visitplanner.store.visit_file import VisitFile


def export(arguments: argparse.Namespace) -> int:
    """Writes the papers asked for; a set appears whole or not at all."""
    form = values.choice("--format", arguments.format, FORMATS, LATER_FORMATS)
    edition = values.choice("--edition", arguments.edition, EDITIONS)
    language = _language(form, arguments.language)
    today = values.day("--today", arguments.today)
    _refuse_what_comes_later(form, arguments)
    with closing(open_visit(Path(arguments.file))) as store:
        held = store.read()
        past = _past(store, held, arguments.since)
        orders = [
            Order(
                format=form,
                edition=edition,
                scope=scope,
                language=language,
                since=next(iter(past), 0),
            )
            for scope in _scopes(held.visit, arguments.reader)
        ]
        stamped = record_of(store, held)
        _write(arguments, list(papers(held.visit, stamped, orders, today, past)))
        _record(store, held, orders)
    for order in orders if past else ():
        if left := not_taken_back(held.visit, stamped, order, today, past):
            complain(f"{order.scope}: no longer theirs, to be deleted by hand: {'; '.join(left)}.")
    return 0


def _past(store: VisitStore, held: Stored, since: str | None) -> Mapping[int, Visit]:
    """The state of the version after which changes are asked for, by its number."""
    if since is None:
        return {}
    first, _ = ends(store, held, "--since", since)
    version = first.point.version
    return {version.number: first.visit} if version is not None else {}


def _write(arguments: argparse.Namespace, finished: Sequence[Paper]) -> None:
    target = Path(arguments.output)
    _refuse_the_visit_itself(Path(arguments.file), target, finished)
    try:
        if arguments.reader == "all":
            write_papers(target, finished, force=arguments.force)
        else:
            write_paper(target, finished[0].data, force=arguments.force)
    except ExportRefusedError as refused:
        raise Refusal(str(refused)) from refused


def _record(store: VisitFile, held: Stored, orders: Sequence[Order]) -> None:
    """Writes down who got what, of which state; a file that cannot be written stays as it is."""
    if not store.writable:
        complain(f"{store.path}: not recorded, for the file cannot be written.")
        return
    lines = published(
        (Handing(order=order, reader=own_reader(held.visit, order)) for order in orders),
        record_of(store, held),
        at=now(),
        author=author(),
    )
    try:
        store.write_record(given(held.record, lines))
    except StoreError as refused:
        complain(f"{store.path}: not recorded. {refused}")


def _refuse_the_visit_itself(source: Path, target: Path, finished: Sequence[Paper]) -> None:
    for place in (target, *(target / paper.name for paper in finished)):
        with suppress(OSError):  # nothing is there, or nothing can be
            if place.samefile(source):
                raise Refusal(f"{place}: this is the visit itself; name another place.")


def _language(form: str, asked: str | None) -> Language:
    if form == "pdf":
        later = ("be", "en", "ru+be", "ru+en")
        values.choice("--language", asked or "ru", LANGUAGES["pdf"], later)
    return values.language(asked or "ru")


def _refuse_what_comes_later(form: str, arguments: argparse.Namespace) -> None:
    if arguments.since is not None and form != "ical":
        raise Refusal(
            "--since: only a calendar can hold the changes alone (--format ical);"
            " visitplanner diff lists them."
        )
    if arguments.reader is not None and form != "ical":
        raise Refusal("--for: this version makes only calendars for one reader; leave it out.")


def _scopes(visit: Visit, reader: str | None) -> tuple[str, ...]:
    if reader is None:
        return (WHOLE,)
    return scopes(visit) if reader == "all" else (reader_id(visit, reader),)
