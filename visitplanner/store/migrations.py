# SPDX-License-Identifier: MIT
"""Files of older formats, made today's one step at a time, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from visitplanner.domain import codec
from visitplanner.domain.earlier import PAPERS_OF_1, plain
from visitplanner.store.checksums import packed, row_sum, together
from visitplanner.store.reading import DamageError, proven_head, read_now, reading
from visitplanner.store.rows import PAPERS, row_of
from visitplanner.store.schema import FORMAT, TABLES, check_tables
from visitplanner.store.writing import begin_anew, seal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from pathlib import Path


class Migration(NamedTuple):
    """The way from one format to the next; the seal it finds is proven by it, and renewed."""

    tables: Mapping[str, str]
    """Those of the format it starts from."""
    run: Callable[[sqlite3.Connection], None]
    keeps_log: bool = True
    """Else the log begins anew: what its lines say cannot be said in the new format."""


_NUMBERED: Final = """CREATE TABLE {} (
  position INTEGER PRIMARY KEY,
  sum BLOB NOT NULL,
  json BLOB NOT NULL
)"""
_TABLES_1: Final = {
    **{name: sql for name, sql in TABLES.items() if name != "papers"},
    **{name: _NUMBERED.format(name) for name in PAPERS_OF_1},
}


def _one_table_of_papers(link: sqlite3.Connection) -> None:
    """1 to 2: versions and publications stand in one table with who was told of changes."""
    head = proven_head(link, 1)
    found = [
        (kind, position, old, json)
        for kind in PAPERS_OF_1
        for position, old, json in link.execute(f"SELECT position, sum, json FROM {kind}")  # noqa: S608 -- names of ours
    ]
    sums = [row_sum(kind, str(position), json) for kind, position, _, json in found]
    if sums != [old for _, _, old, _ in found] or packed(together(sums)) != head.papers:
        raise DamageError("versions")
    link.execute(TABLES["papers"])
    rows = []
    for kind, position, _, json in found:
        fresh = codec.encode(PAPERS_OF_1[kind](plain(json)))
        value = codec.decode(PAPERS[kind], fresh)
        rows.append(row_of(kind, str(position), value))
    link.executemany(
        "INSERT INTO papers VALUES (?, ?, ?, ?)",
        ((row.collection, int(row.id), row.sum, row.json) for row in rows),
    )
    for kind in PAPERS_OF_1:
        link.execute(f"DROP TABLE {kind}")
    link.execute("UPDATE meta SET format = 2")
    seal(link, replace(head, papers=packed(together(row.sum for row in rows))), 2)


MIGRATIONS: Final[tuple[Migration, ...]] = (Migration(_TABLES_1, _one_table_of_papers),)
"""In their order: the first makes format 2 of format 1. FORMAT is one more than they are."""


def migrate(path: Path, link: sqlite3.Connection) -> None:
    """Makes an open file one of today's format, proven; StoreError, and nothing, on damage."""
    with reading(path):
        link.execute("BEGIN IMMEDIATE")
        try:
            _migrate(path, link)
            link.execute("COMMIT")
        finally:
            if link.in_transaction:
                link.execute("ROLLBACK")


def _migrate(path: Path, link: sqlite3.Connection) -> None:
    ((found,),) = link.execute("PRAGMA user_version").fetchall()
    steps = MIGRATIONS[found - 1 :]
    for form, step in enumerate(steps, found + 1):
        check_tables(path, link, step.tables)
        step.run(link)
        link.execute(f"PRAGMA user_version={form}")
    if all(step.keeps_log for step in steps):
        read_now(path, link)
        return
    stored, head = read_now(path, link, log=False)
    begin_anew(link, head, stored.visit, stored.record)
    read_now(path, link)


assert len(MIGRATIONS) + 1 == FORMAT  # noqa: S101 -- said here, where a step is added
