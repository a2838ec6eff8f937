# SPDX-License-Identifier: MIT
"""From the rows of a file to a visit, every one of them proven on the way."""

from __future__ import annotations

import gc
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from visitplanner.domain import codec
from visitplanner.domain.record import ItemRecord, Record
from visitplanner.domain.references import validate
from visitplanner.domain.text import Entity, Value
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS, About, Visit
from visitplanner.store import refusals
from visitplanner.store.checksums import digest, packed, row_sum, together
from visitplanner.store.contract import Entry, Stored
from visitplanner.store.rows import PAPERS, RECORD, decode_all
from visitplanner.store.schema import FORMAT, check_tables

if TYPE_CHECKING:
    from pathlib import Path

Line = tuple[str, str, bytes, bytes]
"""A row as it is read: table or collection, key, sum, JSON."""
Lines = Sequence[Line]


class Head(Value, frozen=True):
    """What seals a file: how far its log goes, and the sums of all its rows."""

    uid: str
    edits: int
    chain: bytes
    state: bytes
    papers: bytes

    def seal(self, form: int = FORMAT) -> bytes:
        """The sum of the seal itself, in a file of some format."""
        counts = f"{form} {self.edits} {self.uid}".encode()
        return digest(counts, self.chain, self.state, self.papers)


class DamageError(Exception):
    """Something is not as it was written; its argument is the place."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside is a StoreError about the file."""
    try:
        yield
    except DamageError as found:
        raise refusals.damaged(path, str(found)) from None
    except msgspec.MsgspecError as wrong:
        raise refusals.damaged(path, str(wrong)) from wrong
    except sqlite3.Error as error:
        raise refusals.of_sqlite(path, error) from error
    except (TypeError, ValueError, AttributeError, OverflowError, zlib.error) as error:
        raise refusals.damaged(path, "types") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing a visit is made of can be garbage while it is being made; looking costs a third."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read_head(link: sqlite3.Connection) -> Head:
    """The seal of the file, unproven."""
    row = link.execute("SELECT uid, edits, chain, state, papers FROM meta").fetchone()
    if row is None:
        raise DamageError("meta")
    return Head(*row)


def goes_on(link: sqlite3.Connection, head: Head) -> bool:
    """Whether the log of a file has the line at which `head` ended, so that nothing of it is lost.

    SQLite's own errors come as they are.
    """
    found = link.execute(
        "SELECT chain FROM edits WHERE number = :number"
        " UNION ALL SELECT sum FROM origins WHERE number = :number",
        {"number": head.edits},
    )
    return (head.chain,) in found.fetchall()


def read_all(path: Path, link: sqlite3.Connection) -> tuple[Stored, Head]:
    """What is in the file; StoreError unless all of it is what was written."""
    with reading(path), _uncollected():
        link.execute("BEGIN")
        try:
            return read_now(path, link)
        finally:
            if link.in_transaction:
                link.execute("ROLLBACK")


class _Proven(NamedTuple):
    """All rows of a file, as they were written."""

    head: Head
    entities: Lines
    items: Lines
    papers: Lines
    entries: Sequence[bytes]


def prove(path: Path, link: sqlite3.Connection, *, log: bool = True) -> _Proven:
    """The rows of a file, inside a transaction; DamageError unless all are what was written."""
    check_tables(path, link)
    head = proven_head(link)
    rows = link.execute("SELECT collection, id, sum, json FROM entities ORDER BY position")
    entities = rows.fetchall()
    rows = link.execute("SELECT ?, id, sum, json FROM record ORDER BY position", (RECORD,))
    items = rows.fetchall()
    if packed(_proven(entities) ^ _proven(items)) != head.state:
        raise DamageError("entities")
    return _Proven(head, entities, items, _papers(link, head), _log(link, head) if log else ())


def read_now(path: Path, link: sqlite3.Connection, *, log: bool = True) -> tuple[Stored, Head]:
    """As `read_all`, inside a transaction of the caller's; without the log when it is given up."""
    found = prove(path, link, log=log)
    head = found.head
    visit = _visit(head.uid, found.entities)
    record = Record(
        items=dict(
            zip(
                (row[1] for row in found.items),
                decode_all(ItemRecord, _jsons(found.items)),
                strict=True,
            )
        )
    )
    entries = decode_all(Entry, found.entries)
    validate(visit)
    return Stored(visit, replace(record, **papers_of(found.papers)), entries, head.edits), head


def proven_head(link: sqlite3.Connection, form: int = FORMAT) -> Head:
    """The seal of a file of some format."""
    head = read_head(link)
    if link.execute("SELECT format, seal FROM meta").fetchone() != (form, head.seal(form)):
        raise DamageError("meta")
    return head


def _jsons(rows: Lines) -> Iterator[bytes]:
    return (row[3] for row in rows)


def _proven(rows: Lines) -> int:
    """All sums of the rows as one number; damage when a row is not what its sum says."""
    sums = [row_sum(table, key, json) for table, key, _, json in rows]
    if sums != [row[2] for row in rows]:
        wrong = next(row for row, right in zip(rows, sums, strict=True) if row[2] != right)
        raise DamageError(f"{wrong[0]}/{wrong[1]}" if wrong[1] else wrong[0])
    return together(sums)


def _papers(link: sqlite3.Connection, head: Head) -> Lines:
    rows = link.execute("SELECT kind, position, sum, json FROM papers ORDER BY kind, position")
    found = [(kind, str(position), *rest) for kind, position, *rest in rows]
    if packed(_proven(found)) != head.papers or not {row[0] for row in found} <= PAPERS.keys():
        raise DamageError("papers")
    return found


def papers_of(rows: Lines) -> Mapping[str, tuple[Value, ...]]:
    """What the record keeps beside its items, by the names of its fields."""
    return {
        kind: decode_all(one, _jsons([row for row in rows if row[0] == kind]))
        for kind, one in PAPERS.items()
    }


def _visit(uid: str, rows: Lines) -> Visit:
    """The visit whose rows, proven, these are."""
    by_collection: dict[str, list[Line]] = {}
    for row in rows:
        by_collection.setdefault(row[0], []).append(row)
    parts: dict[str, Value | dict[str, Entity]] = {}
    for name, found in by_collection.items():
        if name in SINGLETONS:
            (parts[name],) = decode_all(SINGLETONS[name], _jsons(found))
        elif name in COLLECTIONS:
            parts[name] = _collection(name, found)
        else:
            raise DamageError(name)
    about = parts.get("about")
    if not isinstance(about, About):
        raise DamageError("about")
    return replace(Visit(uid=uid, about=about), **parts)


def part_of(head: Head, rows: Lines) -> Visit:
    """A visit of some rows of a file: each of them is proven, not that there are no more."""
    _proven(rows)
    return _visit(head.uid, rows)


def _collection(name: str, rows: Lines) -> dict[str, Entity]:
    entities = decode_all(COLLECTIONS[name], _jsons(rows))
    keys = [row[1] for row in rows]
    if [entity.id for entity in entities] != keys:
        raise DamageError(name)
    return dict(zip(keys, entities, strict=True))


def link_of(previous: bytes, entry: bytes, patch: bytes, state: bytes) -> bytes:
    """What chains a line of the log to the one before it."""
    return digest(previous, entry, patch, state)


def _log(link: sqlite3.Connection, head: Head) -> Sequence[bytes]:
    """The entries of the log, after proof that none is missing, changed or out of order."""
    origins = link.execute("SELECT number, sum, dump FROM origins ORDER BY number").fetchall()
    if not origins or any(digest(dump) != stored for _, stored, dump in origins):
        raise DamageError("origins")
    first, chain, _ = origins[-1]
    rows = link.execute(
        "SELECT number, state, chain, entry, patch FROM edits WHERE number > ? ORDER BY number",
        (first,),
    ).fetchall()
    for expected, (number, state, stored, entry, patch) in enumerate(rows, first + 1):
        chain = link_of(chain, entry, patch, state)
        if number != expected or chain != stored:
            raise DamageError(f"edits/{expected}")
    if (chain, first + len(rows)) != (head.chain, head.edits):
        raise DamageError("edits")
    return [row[3] for row in rows]


def read_entry(link: sqlite3.Connection, number: int) -> tuple[Entry, bytes]:
    """One line of the log and its packed patch."""
    row = link.execute("SELECT entry, patch FROM edits WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise DamageError(f"edits/{number}")
    return codec.decode(Entry, row[0]), row[1]
