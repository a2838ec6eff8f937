# SPDX-License-Identifier: MIT
"""Backups of visit files: whole files in a folder of the user's own, few, small and private."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

import msgspec

from visitplanner.domain.text import Value
from visitplanner.paths import backups_folder
from visitplanner.store import kept_here, refusals
from visitplanner.store.placing import flush, flush_names, placed
from visitplanner.store.reading import Head, prove, read_head, reading
from visitplanner.store.schema import FORMAT, address, check_header, connect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIX: Final = ".visit"
_WHOSE: Final = "whose.json"
_PARTIAL: Final = ".partial"
_PAGES: Final = 64
"""Copied in one go: so long a writer may have to wait."""
LATEST: Final = 6
"""So many of a file's backups are kept, whenever they were made..."""
DAYS: Final = 7
"""...and of older ones the last of so many days."""
MOST_OF_ONE: Final = 64_000_000
"""Bytes that the backups of one file may take, but for the last one."""
MOST_OF_ALL: Final = 512_000_000


class Moment(StrEnum):
    """When a backup was made."""

    OPENED = "opened"
    WORKING = "working"
    MIGRATION = "migration"
    REPAIRED = "repaired"


class Backup(Value, frozen=True):
    """A complete copy of a file as it was."""

    path: Path
    file: Path
    """Of which file."""
    uid: str
    """Of which visit."""
    at: datetime
    moment: Moment
    last: int
    """Number of the last line of its log."""
    size: int


class _Whose(Value, frozen=True):
    """What the backups of a folder are of."""

    file: str
    uid: str


def keep(path: Path, moment: Moment) -> Backup | None:
    """Makes a backup of a sound file, durably; None when the last one is the same.

    The file is read a little at a time, so that nobody who writes to it has to wait. StoreError
    when there is no room, or the file is no longer what was written.
    """
    real = path.resolve()
    try:
        folder = folder_of(real)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with reading(path), closing(connect(_newest(real), "ro")) as source:
            before = of_file(real)
            if before and _head_of(before[0].path) == read_head(source):
                return None
            made = folder / f"{_PARTIAL}-{os.getpid()}"
            head = _copied(source, made)  # it may have gone on meanwhile
        _tell_whose(folder, real, head.uid)
        number = 1 + max((_number_of(backup.path) for backup in before), default=0)
        name = f"{number:06}-{head.edits}-{moment}{SUFFIX}"
        made.replace(folder / name)
        flush_names(folder)
    except OSError as error:
        raise refusals.no_backup(path, error.strerror or type(error).__name__) from error
    _thin_out(of_file(real), MOST_OF_ONE)
    _bound_all(folder)
    return _backup(folder / name, real, head.uid)


def _newest(real: Path) -> Path:
    """The file itself, or its copy on this computer where that goes on from it."""
    kept = kept_here.of_file(real)
    return kept.copy if kept is not None and kept.copy.exists() else real


def _copied(source: sqlite3.Connection, made: Path) -> Head:
    """A private copy of an open file, proven and on the disk; its seal."""
    try:
        os.close(os.open(made, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(address(made), uri=True, isolation_level=None)) as copy:
            copy.execute("PRAGMA journal_mode=OFF")  # it has no name yet
            source.backup(copy, pages=_PAGES, sleep=0.001)
            if copy.execute("PRAGMA user_version").fetchone() == (FORMAT,):
                prove(made, copy)
            head = read_head(copy)
        flush(made)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return head


def folder_of(real: Path) -> Path:
    """Where the backups of a file lie; it may not exist yet."""
    return backups_folder() / blake2b(os.fsencode(real), digest_size=12).hexdigest()


def _tell_whose(folder: Path, real: Path, uid: str) -> None:
    told = msgspec.json.encode(_Whose(file=address(real), uid=uid))
    file = folder / _WHOSE
    with suppress(OSError):
        if file.read_bytes() == told:
            return
    partial = folder / f".{_WHOSE}.partial"
    partial.write_bytes(told)
    partial.chmod(0o600)
    partial.replace(file)


def _head_of(backup: Path) -> Head | None:
    with suppress(sqlite3.Error, TypeError), closing(connect(backup, "ro")) as link:
        return read_head(link)
    return None


def _number_of(backup: Path) -> int:
    return int(backup.name.partition("-")[0])


def _backup(found: Path, file: Path, uid: str) -> Backup | None:
    """What a file in a folder of backups is by its name; None when it is none."""
    try:
        _, last, moment = found.stem.split("-")
        stat = found.stat()
        return Backup(
            path=found,
            file=file,
            uid=uid,
            at=datetime.fromtimestamp(int(stat.st_mtime), UTC),
            moment=Moment(moment),
            last=int(last),
            size=stat.st_size,
        )
    except (OSError, ValueError):
        return None


def _in_folder(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, the last one first."""
    try:
        whose = msgspec.json.decode((folder / _WHOSE).read_bytes(), type=_Whose)
        file = Path(os.fsdecode(unquote_to_bytes(whose.file.removeprefix("file:"))))
        found = sorted(folder.glob(f"[0-9]*{SUFFIX}"), reverse=True)
    except (OSError, msgspec.MsgspecError):
        return ()
    known = (_backup(one, file, whose.uid) for one in found)
    return tuple(backup for backup in known if backup is not None)


def _folders() -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(path for path in backups_folder().iterdir() if path.is_dir())


def of_file(path: Path) -> tuple[Backup, ...]:
    """The backups of one file, the last one first."""
    return _in_folder(folder_of(path.resolve()))


def every() -> tuple[Backup, ...]:
    """The backups of all files, the last one first."""
    found = [backup for folder in _folders() for backup in _in_folder(folder)]
    return tuple(sorted(found, key=lambda backup: backup.at, reverse=True))


def take_out(backup: Backup, target: Path) -> None:
    """Makes a new file of a backup; the target must not exist. StoreError as for any new file."""
    with placed(target) as made:
        check_header(backup.path)
        copyfile(backup.path, made)
        made.chmod(0o600)


def _superfluous(found: Sequence[Backup], most: int) -> list[Backup]:
    """Which of the backups of one file, the last one first, may go."""
    kept = list(found[:LATEST])
    days = {backup.at.date() for backup in kept}
    for backup in found[LATEST:]:
        if backup.at.date() not in days and len(days) < DAYS:
            days.add(backup.at.date())
            kept.append(backup)
    while len(kept) > 1 and sum(backup.size for backup in kept) > most:
        kept.pop()
    return [backup for backup in found if backup not in kept]


def _thin_out(found: Sequence[Backup], most: int) -> None:
    for backup in _superfluous(found, most):
        with suppress(OSError):
            backup.path.unlink()


def _bound_all(fresh: Path) -> None:
    """Lets the oldest go when all backups take too much; never the last one of this folder."""
    found = every()
    total = sum(backup.size for backup in found)
    last = next(iter(_in_folder(fresh)), None)
    for backup in reversed(found):
        if total <= MOST_OF_ALL:
            return
        if backup != last:
            with suppress(OSError):
                backup.path.unlink()
            total -= backup.size
