# SPDX-License-Identifier: MIT
"""Opening a file and making an edit durable."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.engine import large
from tests.bench.measure import Row, compared, row
from visitplanner.domain import codec, edits
from visitplanner.domain.visit import COLLECTIONS, Visit
from visitplanner.session.session import Session
from visitplanner.store import create_visit, open_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Value

NOW = datetime(2025, 12, 1, 9, tzinfo=UTC)


def _open(path: Path) -> None:
    with closing(open_visit(path, read_only=True)) as store:
        store.read()


def _plain_read(path: Path) -> None:
    """The yardstick: every entity's bytes out of SQLite and through msgspec."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        held: dict[str, list[bytes]] = {}
        for collection, data in connection.execute("SELECT collection, json FROM entities"):
            held.setdefault(collection, []).append(
                data if isinstance(data, bytes) else data.encode()
            )
    for collection, parts in held.items():
        kind: type[Value] = COLLECTIONS.get(collection) or codec.entity_type(collection)
        codec.decode(tuple[kind, ...], b"[" + b",".join(parts) + b"]")  # type: ignore[valid-type]


def _durable(folder: Path, visit: Visit) -> Row:
    """Wall-clock time, for a commit waits for the disk."""
    path = folder / "edited.visit"
    create_visit(path, visit, large(300)[1])
    session = Session(open_visit(path), today=date(2025, 12, 1), now=lambda: NOW, author="bench")
    item = visit.items[min(visit.items)]
    sizes = len(codec.encode(item)) * 4
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode=TRUNCATE")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute("CREATE TABLE entities (id TEXT PRIMARY KEY, json BLOB)")
    plain.execute("CREATE TABLE edits (number INTEGER PRIMARY KEY, patch BLOB)")
    ours, theirs = [], []
    for number in range(60):
        start = perf_counter()
        session.edit(lambda v: edits.shift_items(v, (item.id,), 5))
        ours.append(perf_counter() - start)
        start = perf_counter()
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT OR REPLACE INTO entities VALUES ('a', ?)", (b"x" * (sizes // 4),))
        plain.execute("INSERT INTO edits VALUES (?, ?)", (number, b"x" * sizes))
        plain.execute("COMMIT")
        theirs.append(perf_counter() - start)
    plain.close()
    session.close()
    return row("an edit made durable, 300 items / one SQLite commit", 1.5, ours, theirs)


def rows() -> Iterator[Row]:
    """File to visit at 10,000 items; one durable edit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        visit, record = large(10_000)
        path = folder / "large.visit"
        create_visit(path, visit, record)
        yield compared(
            "file to visit with references, 10,000 items / read + decode",
            1.5,
            lambda: _open(path),
            lambda: _plain_read(path),
            runs=5,
        )
        yield _durable(folder, large(300)[0])
