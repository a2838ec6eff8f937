# SPDX-License-Identifier: MIT
"""The tables of a `.visit` file, how it is opened, and how it is told from any other file."""

from __future__ import annotations

import os
import sqlite3
import struct
from stat import S_ISDIR, S_ISREG
from threading import RLock
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from visitplanner.store import refusals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT: Final = 2
"""Raised by every change that an older program would misread."""
APPLICATION_ID: Final = 0x56_50_4C_4E  # "VPLN", in the file's header
PAGE_SIZE: Final = 8192
"""An item is about 2 kB of JSON; on pages of 4096 bytes half of the file would stay empty."""
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = struct.Struct(">16sH2B40xI4xI")  # magic, page size, versions, user_version, id
_BUSY_SECONDS: Final = 2.0
UNDISTURBED: Final = RLock()
"""Held while a file is written, and while one is read past SQLite: whoever closes a file makes the
system forget every claim of the process to it, those of SQLite in another thread included."""

_SUFFIX: Final = len("-journal")
_LONGEST_NAME: Final = 255 - _SUFFIX
_LONGEST_PATH: Final = 512 - _SUFFIX
"""In bytes, as SQLite counts on Unix; a Russian letter has two."""

TABLES: Final = {
    "meta": """CREATE TABLE meta (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  format INTEGER NOT NULL,
  uid TEXT NOT NULL,
  edits INTEGER NOT NULL,
  chain BLOB NOT NULL,
  state BLOB NOT NULL,
  papers BLOB NOT NULL,
  seal BLOB NOT NULL
)""",
    "origins": """CREATE TABLE origins (
  number INTEGER PRIMARY KEY,
  sum BLOB NOT NULL,
  dump BLOB NOT NULL
)""",
    "edits": """CREATE TABLE edits (
  number INTEGER PRIMARY KEY,
  state BLOB NOT NULL,
  chain BLOB NOT NULL,
  entry BLOB NOT NULL,
  patch BLOB NOT NULL
)""",
    "entities": """CREATE TABLE entities (
  position INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  sum BLOB NOT NULL,
  json BLOB NOT NULL,
  UNIQUE (collection, id)
)""",
    "record": """CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sum BLOB NOT NULL,
  json BLOB NOT NULL
)""",
    "papers": """CREATE TABLE papers (
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  sum BLOB NOT NULL,
  json BLOB NOT NULL,
  UNIQUE (kind, position)
)""",
}
"""`meta` seals the rest; `origins` holds the whole state at which the log begins, so that the chain
can be replayed; `edits` is the log; `entities` and `record` are the state now; `papers` are the
versions, what was given out and who was told. What a restoration rests on comes first: it is the
end of a file that is cut off."""


def address(path: Path) -> str:
    """The path for SQLite, whatever bytes and signs it is made of."""
    return f"file:{quote(os.fsencode(path.absolute()))}"


def has_room(path: Path) -> bool:
    """Whether the name leaves room for that of a journal beside it."""
    return len(os.fsencode(path.name)) <= _LONGEST_NAME


def is_within_reach(path: Path) -> bool:
    """Whether SQLite can open a path of this length."""
    return len(os.fsencode(path.absolute())) <= _LONGEST_PATH


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """An open file in SQLite's mode "ro" or "rw", every commit durable when it returns."""
    link = sqlite3.connect(
        f"{address(path)}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,  # a file may be read in a worker and written by the window
    )
    try:
        settle(link, writable=mode == "rw")
    except UnicodeDecodeError:  # of damaged text, in SQLite's own complaint about it
        link.close()
        error = sqlite3.DatabaseError("malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error from None
    except BaseException:
        link.close()
        raise
    return link


def settle(link: sqlite3.Connection, *, writable: bool) -> None:
    """The settings of every connection."""
    link.execute("PRAGMA trusted_schema=OFF")
    link.execute("PRAGMA cell_size_check=ON")
    link.execute("PRAGMA temp_store=MEMORY")
    if writable:
        link.execute("PRAGMA journal_mode=TRUNCATE")
        link.execute("PRAGMA synchronous=FULL")


def forget_pages(link: sqlite3.Connection) -> None:
    """Reads from the file again, not from memory.

    SQLite trusts what it has read as long as the file's count of changes is the same; that of
    another file copied over this one may be.
    """
    link.execute("PRAGMA shrink_memory")


def make_tables(link: sqlite3.Connection) -> None:
    """The tables of an empty file."""
    link.execute(f"PRAGMA application_id={APPLICATION_ID}")
    link.execute(f"PRAGMA user_version={FORMAT}")
    for statement in TABLES.values():
        link.execute(statement)


def check_header(path: Path) -> int:
    """The format of a file by its first 72 bytes; StoreError unless it is a known one."""
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise refusals.folder(path)
        if not S_ISREG(mode):
            raise refusals.not_a_file(path)
        with UNDISTURBED, path.open("rb") as file:
            begin = file.read(_HEADER.size)
    except (FileNotFoundError, NotADirectoryError):
        raise refusals.absent(path) from None
    except OSError as error:
        raise refusals.unreadable(path, error.strerror or type(error).__name__) from None
    except ValueError:  # a name with a zero byte
        raise refusals.absent(path) from None
    return _check_begin(path, begin)


def _check_begin(path: Path, begin: bytes) -> int:
    if not begin:
        raise refusals.empty(path)
    if begin[: len(_MAGIC)] != _MAGIC[: len(begin)]:
        raise refusals.not_a_visit(path)
    if len(begin) < _HEADER.size:
        raise refusals.damaged(path, "header")
    found: int
    _, _, writes, reads, found, application = _HEADER.unpack(begin)
    if application != APPLICATION_ID:
        raise refusals.not_a_visit(path)
    if found > FORMAT:
        raise refusals.newer(path, found, FORMAT)
    if found < 1 or (writes, reads) != (1, 1):  # 2 would switch the file to another journal
        raise refusals.damaged(path, "header")
    return found


def is_old(link: sqlite3.Connection) -> bool:
    """Whether a file is of an older format, once what was unfinished has been rolled back.

    Its beginning on the disk does not say so when a program was killed in renewing it.
    """
    ((found,),) = link.execute("PRAGMA user_version").fetchall()
    return 0 < int(found) < FORMAT


def check_tables(path: Path, link: sqlite3.Connection, tables: Mapping[str, str] = TABLES) -> None:
    """StoreError unless the tables are exactly those of a format."""
    found = dict(link.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    if found != tables:
        raise refusals.damaged(path, "tables")


def check_pages(path: Path, link: sqlite3.Connection) -> None:
    """StoreError unless SQLite's own structure is sound, the free space that edits go to included.

    What a visit holds is proven by its sums; this keeps an edit from landing on top of it.
    """
    try:
        found = link.execute("PRAGMA integrity_check(1)").fetchall()
    except UnicodeDecodeError:
        found = []
    if found != [("ok",)]:
        raise refusals.damaged(path, "pages")
