# SPDX-License-Identifier: MIT
"""The first day of a large file, to be looked at while all of it is being read."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final

from visitplanner.domain import codec
from visitplanner.domain.visit import About
from visitplanner.store import kept_here
from visitplanner.store.contract import StoreError
from visitplanner.store.reading import part_of, proven_head, reading
from visitplanner.store.recovery import has_journal
from visitplanner.store.schema import check_header, check_tables, connect

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.visit import Visit

LARGE: Final = 3_000_000
"""Bytes of a file that takes so long to read and check that one would wait for it."""


def glance(path: Path) -> Visit | None:
    """The visit with no items but those that begin on its first day; each row is proven by itself.

    None where only the whole file can tell: it is small, of another format, damaged, or its newest
    edits are elsewhere. It is never edited: the whole visit takes its place.
    """
    with suppress(StoreError, sqlite3.Error, OSError, RuntimeError):
        if path.stat().st_size < LARGE or has_journal(path) or kept_here.of_file(path.resolve()):
            return None
        check_header(path)
        with closing(connect(path, "ro")) as link, reading(path):
            link.execute("BEGIN")
            return _first_day(path, link)
    return None


def _first_day(path: Path, link: sqlite3.Connection) -> Visit:
    check_tables(path, link)
    head = proven_head(link)
    (about,) = link.execute("SELECT json FROM entities WHERE collection = 'about'").fetchone()
    day = codec.decode(About, about).starts
    begins = f'"start":"{day.isoformat()}T'.encode()
    # Sought here and not by SQLite, which would take longer to copy each row than to hand it over.
    rows = link.execute("SELECT collection, id, sum, json FROM entities ORDER BY position")
    return part_of(head, [row for row in rows.fetchall() if row[0] != "items" or begins in row[3]])
