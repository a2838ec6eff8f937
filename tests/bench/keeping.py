# SPDX-License-Identifier: MIT
"""Opening a file and making an edit durable."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.engine import large
from tests.bench.measure import Row, compared, row
from visitplanner.domain import codec, edits
from visitplanner.domain.patch import apply
from visitplanner.domain.record import updated, with_items
from visitplanner.domain.visit import COLLECTIONS
from visitplanner.store import create_visit, open_visit
from visitplanner.store.contract import Entry

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


def _durable(folder: Path, items: int) -> Row:
    """Wall-clock time, for a commit waits for the disk; the re-check has a row of its own."""
    visit, record = large(items)
    path = folder / f"edited {items}.visit"
    create_visit(path, visit, record)
    store = open_visit(path)
    held = store.read()
    item_id = min(visit.items)
    plain = sqlite3.connect(folder / f"plain {items}.db", isolation_level=None)
    plain.execute("PRAGMA page_size=8192")
    plain.execute("PRAGMA journal_mode=TRUNCATE")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute("CREATE TABLE entities (id TEXT PRIMARY KEY, json BLOB)")
    plain.execute("CREATE TABLE edits (number INTEGER PRIMARY KEY, patch BLOB)")
    here, record = held.visit, held.record
    ours, theirs = [], []
    for number in range(1, 81):
        patch = edits.shift_items(here, (item_id,), 5)
        after = apply(here, patch)
        stamps = updated(record, here, after, patch, NOW)
        entry = Entry(number, NOW, "bench", patch.message, number)
        start = perf_counter()
        store.commit(entry, patch, stamps)
        ours.append(perf_counter() - start)
        entity, line = codec.encode(after.items[item_id]), codec.encode(patch)
        stamp = codec.encode(stamps[item_id])
        start = perf_counter()
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT OR REPLACE INTO entities VALUES ('item', ?)", (entity,))
        plain.execute("INSERT OR REPLACE INTO entities VALUES ('stamp', ?)", (stamp,))
        plain.execute("INSERT INTO edits VALUES (?, ?)", (number, line))
        plain.execute("COMMIT")
        theirs.append(perf_counter() - start)
        here, record = after, with_items(record, stamps)
    plain.close()
    store.close()
    return row(f"an edit made durable, {items:,} items / one SQLite commit", 1.5, ours, theirs)


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
        for items in (200, 2_000):
            yield _durable(folder, items)
