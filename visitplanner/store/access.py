# SPDX-License-Identifier: MIT
"""Whether a file may be edited here and now, and the open connection either way."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
from typing import TYPE_CHECKING

from visitplanner.store import refusals
from visitplanner.store.backups import Moment, keep
from visitplanner.store.contract import StoreError
from visitplanner.store.lock import Lock
from visitplanner.store.migrations import migrate
from visitplanner.store.recovery import is_unfinished, recovered_copy, rehearse
from visitplanner.store.schema import (
    FORMAT,
    check_header,
    check_pages,
    connect,
    has_room,
    is_old,
    is_within_reach,
)

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.text import Message


class Access:
    """An open file; `why_not` says why it cannot be edited, if so."""

    def __init__(
        self,
        real: Path,
        link: sqlite3.Connection,
        *,
        why_not: Message | None = None,
        lock: Lock | None = None,
        aside: Path | None = None,
    ) -> None:
        self.real = real
        self.link = link
        self.why_not = why_not
        self._lock = lock
        self._aside = aside

    def let_go(self) -> Lock | None:
        """Closes the file, but keeps the claim to it, which is the caller's now."""
        self.link.close()
        lock, self._lock = self._lock, None
        return lock

    def close(self) -> None:
        """Lets go of the file, of the claim to it and of a copy made for reading."""
        self.link.close()
        if self._lock is not None:
            self._lock.release()
        if self._aside is not None:
            shutil.rmtree(self._aside.parent, ignore_errors=True)


def protected(real: Path) -> Message | None:
    """Why the file cannot be written here, if so.

    The bits are asked as well as the system: to an administrator everything is writable, but a
    file he has marked read-only is meant to stay as it is.
    """
    if not _may_write(real):
        return refusals.read_only_file(real)
    if not _may_write(real.parent):  # SQLite's journal lives there
        return refusals.read_only_folder(real)
    return None if has_room(real) else refusals.long_name(real)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & _WRITE_BITS)


_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def open_access(path: Path, *, read_only: bool, break_lock: bool) -> Access:
    """Opens the file for editing where possible, else for reading; StoreError if neither."""
    old = check_header(path) < FORMAT
    real = path.resolve()
    if not is_within_reach(real):
        raise refusals.out_of_reach(path)
    why_not = refusals.asked_read_only(path) if read_only else protected(real)
    lock = Lock(real)
    why_not = why_not or _claimed(path, lock, anyway=break_lock)
    if why_not is not None:
        return _for_reading(path, real, why_not, old=old)
    link = None
    try:
        if old or is_unfinished(real):
            rehearse(path, real)
        link = connect(real, "rw")
        check_pages(path, link)
        if is_old(link) and not _renewed(path, link):
            link.close()
            lock.release()
            return _for_reading(path, real, refusals.older_unkept(path), old=True)
        return Access(real, link, lock=lock)
    except BaseException as error:
        if link is not None:
            link.close()
        lock.release()
        if isinstance(error, sqlite3.Error):
            raise refusals.of_sqlite(path, error) from error
        raise


def _renewed(path: Path, link: sqlite3.Connection) -> bool:
    """Makes an older file one of today's format; not without a backup."""
    try:
        keep(path, Moment.MIGRATION)
    except StoreError:
        return False
    migrate(path, link)
    return True


def _claimed(path: Path, lock: Lock, *, anyway: bool) -> Message | None:
    """Takes the lock, or says why that cannot be."""
    try:
        holder = lock.take(anyway=anyway)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        return (refusals.no_space_for_lock if full else refusals.read_only_folder)(path)
    if holder is None:
        return None
    return refusals.locked(path, holder.user, holder.host, holder.pid)


def _for_reading(path: Path, real: Path, why_not: Message, *, old: bool) -> Access:
    """Reads in place; a copy, when the last writer was killed or the format is an older one."""
    try:
        if not old and not is_unfinished(real):
            return Access(real, connect(real, "ro"), why_not=why_not)
        aside = recovered_copy(path, real)
        return Access(real, connect(aside, "ro"), why_not=why_not, aside=aside)
    except sqlite3.Error as error:
        raise refusals.of_sqlite(path, error) from error
