# SPDX-License-Identifier: MIT
"""A visit file opened: where it lies, or where its newest edits are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.text import message
from visitplanner.store import kept_here, refusals
from visitplanner.store.access import Access, open_access
from visitplanner.store.contract import StoreError
from visitplanner.store.lock import Lock
from visitplanner.store.reading import DamageError, Head, read_head, reading
from visitplanner.store.returning import Returning, Share, gone_on, is_strange, put_beside, whole
from visitplanner.store.schema import connect
from visitplanner.store.shared_visit import SharedVisit
from visitplanner.store.visit_file import VisitFile

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.text import Message
    from visitplanner.store.kept_here import KeptHere


def open_visit(
    path: Path, *, read_only: bool = False, break_lock: bool = False, share: Share | None = None
) -> VisitFile:
    """Opens a file: for editing, or for reading where it cannot be edited or that is asked.

    A file that somebody else edits opens for reading, or with `break_lock` all the same. Edits
    that have stayed on this computer are found; `share` says when a place is slow.
    """
    kept, share = _kept(path), share or Share()
    if read_only:
        return _for_reading(path, kept)
    if kept is None:
        return _in_place(path, share, break_lock=break_lock)
    try:
        here = open_access(kept.copy, read_only=False, break_lock=False)
    except StoreError as refusal:  # nothing of the file itself depends on it
        return _in_place(path, share, break_lock=break_lock, news=refusal.sentence)
    if here.why_not is not None and not break_lock:  # another window is at it just now
        here.why_not = replace(
            here.why_not, args={**here.why_not.args, "file": refusals.shown(path)}
        )
        return VisitFile(path, here)
    if here.why_not is not None:
        here.close()
        return _in_place(path, share, break_lock=True)
    try:
        return _resumed(path, kept, here, share, break_lock=break_lock)
    except BaseException:
        here.close()
        raise


def _kept(path: Path) -> KeptHere | None:
    try:
        return kept_here.of_file(path.resolve())
    except (OSError, RuntimeError, ValueError):  # no name of a file: refused when it is opened
        return None


def _in_place(
    path: Path, share: Share, *, break_lock: bool, news: Message | None = None
) -> VisitFile:
    access = open_access(path, read_only=False, break_lock=break_lock)
    store = SharedVisit(path, access, share)
    if news is not None:
        store.tell(news)
    return store


def _for_reading(path: Path, kept: KeptHere | None) -> VisitFile:
    """The file itself, or the copy here that goes on from it."""
    newest = path if kept is None or not _is_ours(kept, path) else kept.copy
    return VisitFile(path, open_access(newest, read_only=True, break_lock=False))


def _is_ours(kept: KeptHere, path: Path) -> bool:
    there = _head_there(path, kept.note.real)
    return there is not None and kept.note.knows(there)


def _resumed(
    path: Path, kept: KeptHere, here: Access, share: Share, *, break_lock: bool
) -> VisitFile:
    """Goes on where a window was killed, or closed before all was back."""
    real = kept.note.real
    if not real.exists() and kept.note.is_away:
        raise refusals.out_of_touch(path, kept.copy)
    with reading(path):
        ours = read_head(here.link)
    there = _head_there(path, real)
    if there == ours:  # all of it had come back
        here.close()
        kept.discard()
        return _in_place(path, share, break_lock=break_lock)
    if there is None or not kept.note.knows(there):
        return _both(path, kept, here, share, break_lock=break_lock)
    lock = Lock(real)
    try:
        holder = lock.take(anyway=break_lock)
    except OSError:  # the share takes nothing just now
        holder = None
    if holder is not None:
        here.why_not = refusals.locked(path, holder.user, holder.host, holder.pid)
        return VisitFile(path, here)
    returning = Returning(kept, share, lock)
    returning.wanted()
    store = SharedVisit(path, here, share, returning)
    store.tell(
        message(
            "{file}: edits had stayed on this computer, they are being written there.",
            file=refusals.shown(path),
        )
    )
    return store


def _both(path: Path, kept: KeptHere, here: Access, share: Share, *, break_lock: bool) -> VisitFile:
    """The file as somebody else has left it, and beside it what was edited here."""
    real, outgoing = kept.note.real, kept.outgoing()
    try:
        whole(kept.copy, outgoing)
        target = put_beside(outgoing, real)
    except (StoreError, sqlite3.Error, OSError):  # it stays where it is
        outgoing.unlink(missing_ok=True)
        here.close()
        return _in_place(path, share, break_lock=break_lock, news=gone_on(real, kept.copy))
    here.close()
    kept.discard()
    return _in_place(path, share, break_lock=break_lock, news=gone_on(real, target))


def _head_there(path: Path, real: Path) -> Head | None:
    """The seal of the file on the share; None when it is gone or none of ours."""
    if not real.exists():
        return None
    try:
        with closing(connect(real, "ro")) as link:
            return read_head(link)
    except DamageError:
        return None
    except sqlite3.DatabaseError as error:
        if is_strange(error):
            return None
        raise refusals.of_sqlite(path, error) from error
