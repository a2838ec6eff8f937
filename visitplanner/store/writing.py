# SPDX-License-Identifier: MIT
"""Rows into a file, inside one transaction that either happens whole or not at all."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from visitplanner.domain import codec
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS, Visit
from visitplanner.store.checksums import digest, number_of, packed, row_sum, together
from visitplanner.store.reading import DamageError, Head, link_of
from visitplanner.store.rows import PAPERS, RECORD, Row, row_of
from visitplanner.store.schema import FORMAT, make_tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from visitplanner.domain.record import Record
    from visitplanner.store.contract import Entry
    from visitplanner.store.salvage import Salvaged


class _Statements(NamedTuple):
    find: str
    delete: str
    update: str
    insert: str


_ENTITIES: Final = _Statements(
    "SELECT sum FROM entities WHERE collection = :collection AND id = :id",
    "DELETE FROM entities WHERE collection = :collection AND id = :id",
    "UPDATE entities SET sum = :sum, json = :json WHERE collection = :collection AND id = :id",
    "INSERT INTO entities (collection, id, sum, json) VALUES (:collection, :id, :sum, :json)",
)
_RECORD: Final = _Statements(
    "SELECT sum FROM record WHERE id = :id",
    "DELETE FROM record WHERE id = :id",
    "UPDATE record SET sum = :sum, json = :json WHERE id = :id",
    "INSERT INTO record (id, sum, json) VALUES (:id, :sum, :json)",
)


def _swap(link: sqlite3.Connection, row: Row) -> int:
    """Puts a row in place of the one of its key, or takes that one out; what the state gains."""
    statements = _RECORD if row.collection == RECORD else _ENTITIES
    values = {"collection": row.collection, "id": row.id, "sum": row.sum, "json": row.json}
    old = [found for (found,) in link.execute(statements.find, values)]
    if row.json is None:
        done = link.execute(statements.delete, values)
    else:
        done = link.execute(statements.update if old else statements.insert, values)
    if done.rowcount != 1 or len(old) > 1:
        raise DamageError(f"{row.collection}/{row.id}")
    return together(old) ^ number_of(row.sum)


def swap_all(link: sqlite3.Connection, head: Head, rows: Iterable[Row]) -> bytes:
    """Puts rows in their places; the state that follows."""
    state = number_of(head.state)
    for row in rows:
        state ^= _swap(link, row)
    return packed(state)


def append_line(
    link: sqlite3.Connection, head: Head, entry: Entry, patch: bytes, state: bytes
) -> Head:
    """Adds a line to the log and seals the file."""
    told = codec.encode(entry)
    chain = link_of(head.chain, told, patch, state)
    link.execute(
        "INSERT INTO edits (number, state, chain, entry, patch) VALUES (?, ?, ?, ?, ?)",
        (entry.number, state, chain, told, patch),
    )
    return seal(link, replace(head, edits=entry.number, chain=chain, state=state))


def seal(link: sqlite3.Connection, head: Head, form: int = FORMAT) -> Head:
    """Writes the seal of a file of some format."""
    done = link.execute(
        "UPDATE meta SET edits = ?, chain = ?, state = ?, papers = ?, seal = ?",
        (head.edits, head.chain, head.state, head.papers, head.seal(form)),
    )
    if done.rowcount != 1:
        raise DamageError("meta")
    return head


def put_papers(link: sqlite3.Connection, head: Head, record: Record) -> Head:
    """Makes all but the item records those of the record and seals the file."""
    rows = [
        row_of(kind, str(position), value)
        for kind in PAPERS
        for position, value in enumerate(getattr(record, kind), 1)
    ]
    link.execute("DELETE FROM papers")
    link.executemany(
        "INSERT INTO papers VALUES (?, ?, ?, ?)",
        ((row.collection, int(row.id), row.sum, row.json) for row in rows),
    )
    return seal(link, replace(head, papers=packed(together(row.sum for row in rows))))


def named_most(record: Record) -> int:
    """The highest number of a line that a record names; -1 when it names none."""
    named = [version.edit for version in record.versions]
    named += (paper.edit for paper in record.publications)
    named += (informing.edit for informing in record.informed)
    return max(named, default=-1)


def beginning(record: Record) -> int:
    """The number at which the log of a new file begins.

    What the record names by numbers lies at or before the state it says it goes with; where it
    does not say so, the state has no number yet and takes one that nothing names.
    """
    most = named_most(record)
    return record.edit if record.edit is not None and record.edit >= most else most + 1


def entity_rows(visit: Visit) -> list[Row]:
    """The rows of all entities of a visit, in its own order."""
    rows = [row_of(name, "", getattr(visit, name)) for name in SINGLETONS]
    for name in COLLECTIONS:
        rows += (row_of(name, key, value) for key, value in visit.collection(name).items())
    return rows


def write_new(link: sqlite3.Connection, visit: Visit, record: Record, dump: bytes) -> None:
    """Fills an empty file with a visit whose log begins here; `dump` is both as one JSON.

    What the record names by the numbers of lines stays before the log, so no number means two.
    """
    make_tables(link)
    first = beginning(record)
    origin = _put_origin(link, first, dump)  # near the beginning: a file cut short still has it
    entities = entity_rows(visit)
    items = [row_of(RECORD, key, value) for key, value in record.items.items()]
    link.executemany(
        "INSERT INTO entities (collection, id, sum, json) VALUES (?, ?, ?, ?)",
        ((row.collection, row.id, row.sum, row.json) for row in entities),
    )
    link.executemany(
        "INSERT INTO record (id, sum, json) VALUES (?, ?, ?)",
        ((row.id, row.sum, row.json) for row in items),
    )
    state = packed(together(row.sum for row in (*entities, *items)))
    head = Head(visit.uid, first, origin, state, packed(0))
    link.execute(
        "INSERT INTO meta VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        (FORMAT, head.uid, first, head.chain, head.state, head.papers, head.seal()),
    )
    put_papers(link, head, record)


def _put_origin(link: sqlite3.Connection, first: int, dump: bytes) -> bytes:
    """Keeps the state at which the log begins; the start of its chain."""
    packed_dump = zlib.compress(dump, 1)
    origin = digest(packed_dump)
    link.execute("INSERT INTO origins VALUES (?, ?, ?)", (first, origin, packed_dump))
    return origin


def begin_anew(link: sqlite3.Connection, head: Head, visit: Visit, record: Record) -> Head:
    """Gives the log up: it begins again with the state now, its numbers go on."""
    link.execute("DELETE FROM edits")
    link.execute("DELETE FROM origins")
    origin = _put_origin(link, head.edits, codec.dump(visit, record))
    return seal(link, replace(head, chain=origin))


def write_salvaged(link: sqlite3.Connection, found: Salvaged) -> Head:
    """Fills an empty file with what was proven of a damaged one; its log is the same."""
    make_tables(link)
    origin = digest(found.origin)
    link.execute("INSERT INTO origins VALUES (?, ?, ?)", (found.first, origin, found.origin))
    items = {key: json for (name, key), json in found.rows.items() if name == RECORD}
    link.executemany(
        "INSERT INTO entities (collection, id, sum, json) VALUES (?, ?, ?, ?)",
        (
            (name, key, row_sum(name, key, json), json)
            for (name, key), json in found.rows.items()
            if name != RECORD
        ),
    )
    link.executemany(
        "INSERT INTO record (id, sum, json) VALUES (?, ?, ?)",
        ((key, row_sum(RECORD, key, json), json) for key, json in items.items()),
    )
    link.executemany(
        "INSERT INTO edits (number, state, chain, entry, patch) VALUES (?, ?, ?, ?, ?)", found.lines
    )
    sums = [row_sum(kind, str(place), json) for kind, place, json in found.papers]
    link.executemany(
        "INSERT INTO papers VALUES (?, ?, ?, ?)",
        ((p.kind, p.position, s, p.json) for p, s in zip(found.papers, sums, strict=True)),
    )
    state = packed(together(row_sum(*key, json) for key, json in found.rows.items()))
    head = Head(found.uid, found.last, found.chain, state, packed(together(sums)))
    link.execute(
        "INSERT INTO meta VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        (FORMAT, head.uid, head.edits, head.chain, head.state, head.papers, head.seal()),
    )
    return head
