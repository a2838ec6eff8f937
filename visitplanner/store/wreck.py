# SPDX-License-Identifier: MIT
"""A damaged file, read row by row: what lies on damaged pages is passed over."""

from __future__ import annotations

import os
import sqlite3
import struct
import zlib
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from visitplanner.domain import codec
from visitplanner.domain.earlier import PAPERS_OF_1, plain
from visitplanner.store.checksums import digest, packed, row_sum, together
from visitplanner.store.reading import DamageError, Head, proven_head
from visitplanner.store.rows import PAPERS, RECORD
from visitplanner.store.schema import FORMAT, PAGE_SIZE, make_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Key = tuple[str, str]
"""Collection and id; of an item record `record` and the item's id."""
WRONG: Final = (
    sqlite3.Error,
    DamageError,
    msgspec.MsgspecError,
    zlib.error,
    TypeError,
    ValueError,
    KeyError,
    AttributeError,
    OverflowError,
)
"""What comes of reading what is not as it was written."""
_MOST_MISSES: Final = 5000
_MOST_PAGES: Final = 20_000
_HEADER: Final = struct.Struct(">4I")  # changes, pages, first free page, number of free pages
_COUNT: Final = struct.Struct(">I")
_COUNT_AT: Final = 28
_VALID_FOR: Final = 92


class LogLine(NamedTuple):
    """A line of the log as it stands in the file."""

    number: int
    state: bytes
    chain: bytes
    entry: bytes
    patch: bytes


class Paper(NamedTuple):
    """A row of what the record keeps beside its items."""

    kind: str
    position: int
    json: bytes


def sum_of(papers: Sequence[Paper]) -> bytes:
    """What the seal says of papers."""
    return packed(together(row_sum(p.kind, str(p.position), p.json) for p in papers))


class Wreck:
    """A damaged file, open on a private copy."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link
        self._form = FORMAT
        self.head: Head | None = None
        """The seal, if it is sound."""
        for form in range(FORMAT, 0, -1):
            with suppress(*WRONG):
                self.head, self._form = proven_head(link, form), form
        if self.head is None and not self._has("papers") and self._has("versions"):
            self._form = 1

    def _has(self, table: str) -> bool:
        with suppress(*WRONG):
            self._link.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 -- a name of ours
            return True
        return False

    @property
    def ends(self) -> int | None:
        """The number of the last line of the log; None where the file does not say."""
        if self.head is not None:
            return self.head.edits
        with suppress(*WRONG):
            ((last,),) = self._link.execute("SELECT max(number) FROM edits").fetchall()
            return int(last)
        return None

    def origins(self) -> Iterator[tuple[int, bytes]]:
        """The states at which the log begins, packed."""
        for number, stored, dump in self._each("origins", "number, sum, dump", "number"):
            if isinstance(number, int) and isinstance(dump, bytes) and digest(dump) == stored:
                yield number, dump

    def line(self, number: int) -> LogLine:
        """A line of the log; DamageError when it cannot be read."""
        query = "SELECT number, state, chain, entry, patch FROM edits WHERE number = ?"
        row = self._link.execute(query, (number,)).fetchone()
        if row is None or not all(isinstance(part, bytes) for part in row[1:]):
            raise DamageError(f"edits/{number}")
        return LogLine(*row)

    def chain_at(self, number: int) -> bytes:
        """Where the chain stood after a line, by what is written there."""
        query = "SELECT sum FROM origins WHERE number = ?"
        row = self._link.execute(query, (number,)).fetchone()
        return bytes(row[0]) if row is not None else self.line(number).chain

    def rows(self, *, proven: bool = True) -> Iterator[tuple[Key, bytes]]:
        """Entities and item records in their order, by default only those their sums prove."""
        for table, name in (("entities", "collection"), (RECORD, f"'{RECORD}'")):
            columns = f"position, {name}, id, sum, json"
            for _, collection, key, stored, json in self._each(table, columns, "position"):
                if isinstance(collection, str) and isinstance(key, str) and isinstance(json, bytes):
                    with suppress(ValueError):
                        if not proven or row_sum(collection, key, json) == stored:
                            yield (collection, key), json

    def papers(self) -> tuple[tuple[Paper, ...], bool]:
        """The papers that their sums prove, in today's form, and whether none is missing."""
        found = tuple(self._papers())
        whole = self.head is not None and sum_of(found) == self.head.papers
        return found if self._form > 1 else tuple(map(_renewed, found)), whole

    def _papers(self) -> Iterator[Paper]:
        kinds, tables = list(PAPERS), [("papers", "rowid, kind, position, sum, json", "rowid")]
        if self._form == 1:
            kinds = list(PAPERS_OF_1)
            tables = [(k, f"position, '{k}', position, sum, json", "position") for k in kinds]
        for table in tables:
            for _, kind, position, stored, json in self._each(*table):
                if kind in kinds and isinstance(position, int) and isinstance(json, bytes):
                    paper = Paper(str(kind), position, json)
                    if row_sum(paper.kind, str(position), json) == stored:
                        yield paper

    def _each(self, table: str, columns: str, key: str) -> Iterator[tuple[object, ...]]:
        """The rows of a table in the order of a key."""
        query = f"SELECT {columns} FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT 1"  # noqa: S608 -- names of ours
        last, misses = -1, 0
        while misses < _MOST_MISSES:
            try:
                row = self._link.execute(query, (last,)).fetchone()
            except (sqlite3.Error, UnicodeDecodeError):
                last, misses = last + 1, misses + 1
                continue
            if row is None or not isinstance(row[0], int) or row[0] <= last:
                return  # the end, or pages that lead round in circles
            last, misses = row[0], 0
            yield row


def _renewed(paper: Paper) -> Paper:
    """A paper of format 1 in the form of today."""
    fresh = msgspec.json.encode(PAPERS_OF_1[paper.kind](plain(paper.json)))
    return paper._replace(json=codec.encode(codec.decode(PAPERS[paper.kind], fresh)))


def lengthen(copy: Path) -> None:
    """Gives a copy that was cut its length back, so that SQLite reads what is there."""
    with copy.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(_COUNT_AT)
        (pages,) = _COUNT.unpack(file.read(_COUNT.size).rjust(_COUNT.size, b"\0"))
        whole = -(-size // PAGE_SIZE)
        file.truncate(PAGE_SIZE * (pages if whole < pages < whole + _MOST_PAGES else whole))


def mend_first_page(copy: Path) -> None:
    """Puts the first page of a new file in place of that of a copy.

    It only says where the tables are, and in most files they are where they were made.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as link:
        link.execute(f"PRAGMA page_size={PAGE_SIZE}")
        make_tables(link)
        page = bytearray(link.serialize()[:PAGE_SIZE])
    with copy.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        counts = _HEADER.pack(1, size // PAGE_SIZE, 0, 0)  # no free pages
        page[_COUNT_AT - 4 : _COUNT_AT - 4 + _HEADER.size] = counts
        page[_VALID_FOR : _VALID_FOR + 4] = counts[:4]
        file.seek(0)
        file.write(page)
