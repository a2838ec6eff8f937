# SPDX-License-Identifier: MIT
"""A visit erased everywhere this program has put it: nothing of it is left to restore."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from visitplanner.paths import copies_folder, edits_folder
from visitplanner.store import backups, kept_here, refusals
from visitplanner.store.contract import StoreError
from visitplanner.store.lock import Lock
from visitplanner.store.placing import WORKSHOP_PREFIX, flush_names
from visitplanner.store.reading import read_head
from visitplanner.store.recovery import COPY_PREFIX, journal_of
from visitplanner.store.schema import connect
from visitplanner.store.setting_aside import DAMAGED
from visitplanner.store.wreck import WRONG

if TYPE_CHECKING:
    from collections.abc import Iterator


def traces(path: Path) -> tuple[Path, ...]:
    """Files and folders that hold a visit or parts of it: its file first, then what lies elsewhere.

    Copies that somebody has saved or sent are not known and not among them.
    """
    real = path.resolve()
    uid = _uid(real) or next((backup.uid for backup in backups.of_file(real)), "")
    found = [real, journal_of(real), Lock(real).path]
    damaged = sorted(real.parent.glob(f"{_plain(real.stem)}{DAMAGED}*"))
    found += (one for one in damaged if not uid or _uid(one) in {"", uid})
    found += (shop for shop in real.parent.glob(f"{WORKSHOP_PREFIX}*") if _holds(shop, real, uid))
    found += _backups(real, uid)
    found += (kept.copy.parent for kept in kept_here.every() if kept.note.real == real)
    found += (one for one in _folders(edits_folder()) if _holds(one, real, uid))
    found += _copies(real, uid)
    return tuple(dict.fromkeys(one for one in found if os.path.lexists(one)))


def erase(path: Path) -> tuple[Path, ...]:
    """Removes all traces of a visit; what could not be removed is told.

    StoreError, and nothing removed, while somebody edits it.
    """
    real = path.resolve()
    lock = Lock(real)
    with suppress(OSError):
        holder = lock.take()
        if holder is not None:
            raise StoreError(refusals.locked(path, holder.user, holder.host, holder.pid))
    try:
        return _erased(real)
    finally:
        lock.release()


def _erased(real: Path) -> tuple[Path, ...]:
    left = []
    # The file goes last: until then its uid leads to the rest, should the program be killed.
    for trace in reversed(traces(real)):
        try:
            if trace.is_dir() and not trace.is_symlink():
                shutil.rmtree(trace)
            else:
                trace.unlink(missing_ok=True)
        except OSError:
            left.append(trace)
    with suppress(OSError):
        flush_names(real.parent)
    return tuple(left)


def _plain(name: str) -> str:
    """A name for a pattern, its own signs meaning themselves."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _uid(file: Path) -> str:
    """Whose file it is; empty when that cannot be read."""
    with suppress(*WRONG, OSError, StoreError), closing(connect(file, "ro")) as link:
        return read_head(link).uid
    return ""


def _backups(real: Path, uid: str) -> Iterator[Path]:
    """Folders of backups: of this file, and of others that hold the same visit."""
    here = {backup.path.parent for backup in backups.of_file(real)} | {backups.folder_of(real)}
    yield from sorted(here)
    for backup in backups.every():
        if uid and backup.path.parent not in here and _uid(backup.path) == uid:
            yield backup.path


def _folders(shelf: Path, beginning: str = "") -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(one for one in shelf.glob(f"{beginning}*") if one.is_dir())


def _copies(real: Path, uid: str) -> Iterator[Path]:
    """Copies for reading that a killed program has left behind."""
    for shelf in (copies_folder(), Path(tempfile.gettempdir())):
        yield from (one for one in _folders(shelf, COPY_PREFIX) if _holds(one, real, uid))


def _holds(folder: Path, real: Path, uid: str) -> bool:
    """Whether a folder holds this visit, or a file of its name that cannot be read."""
    with suppress(OSError):
        for file in folder.iterdir():
            found = _uid(file) if file.is_file() else ""
            if (uid and found == uid) or (not found and file.name == real.name):
                return True
    return False
