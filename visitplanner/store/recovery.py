# SPDX-License-Identifier: MIT
"""Files whose last writer was killed: what it had not committed is rolled back, on a copy first."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from visitplanner.paths import copies_folder
from visitplanner.store import refusals
from visitplanner.store.migrations import migrate
from visitplanner.store.reading import read_all
from visitplanner.store.schema import UNDISTURBED, check_header, connect, is_old

_TRIES: Final = 5
COPY_PREFIX: Final = "visitplanner-"
_Stamp = tuple[int, int, int]


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the pages of an unfinished commit."""
    return path.with_name(f"{path.name}-journal")


def has_journal(path: Path) -> bool:
    """Whether pages of an unfinished commit lie beside the file."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


def is_unfinished(real: Path) -> bool:
    """Whether the last writer was killed in the midst of a commit.

    A journal alone does not say so: a writer may be at work just now. SQLite knows by its locks.
    """
    if not has_journal(real):
        return False
    with closing(connect(real, "ro")) as link:
        try:
            link.execute("SELECT 1 FROM meta").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
                return True
            raise
        except UnicodeDecodeError:  # of damaged text: the journal may mend it
            return True
    return False


def _folder() -> Path:
    """Among the user's own, where whoever erases a visit finds it; else among passing ones."""
    try:
        shelf = copies_folder()
        shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Path(mkdtemp(prefix=COPY_PREFIX, dir=shelf))
    except OSError:
        return Path(mkdtemp(prefix=COPY_PREFIX))


def copy_aside(path: Path, real: Path) -> Path:
    """A private copy of a file and its journal, alone in a folder of its own."""
    try:
        folder = _folder()
    except OSError as error:
        raise refusals.unreadable(path, error.strerror or type(error).__name__) from error
    try:
        aside = folder / real.name
        for _ in range(_TRIES):
            before = _stamp(real)
            with UNDISTURBED:
                shutil.copyfile(real, aside)
            if has_journal(real):
                shutil.copyfile(journal_of(real), journal_of(aside))
            else:
                journal_of(aside).unlink(missing_ok=True)
            if _stamp(real) == before:
                break
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise refusals.unreadable(path, error.strerror or type(error).__name__) from error
    return aside


def _stamp(path: Path) -> tuple[_Stamp, _Stamp | None]:
    """What changes when somebody writes to the file or its journal."""

    def of(file: Path) -> _Stamp:
        found = file.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns

    return of(path), of(journal_of(path)) if journal_of(path).exists() else None


def recovered_copy(path: Path, real: Path) -> Path:
    """A private copy of the file in today's format, an unfinished commit rolled back.

    StoreError, about the file itself, unless a whole visit comes out. The folder of the copy is
    the caller's to remove.
    """
    aside = copy_aside(path, real)
    try:
        check_header(path)
        with closing(connect(aside, "rw")) as link:
            (migrate if is_old(link) else read_all)(path, link)
    except BaseException as error:
        shutil.rmtree(aside.parent, ignore_errors=True)
        if isinstance(error, sqlite3.Error):
            raise refusals.of_sqlite(path, error) from error
        raise
    return aside


def rehearse(path: Path, real: Path) -> None:
    """Makes sure that rolling the file back yields a visit, before SQLite does it in place.

    The journal may be another file's: one left behind when a copy was put in its place.
    """
    shutil.rmtree(recovered_copy(path, real).parent, ignore_errors=True)
