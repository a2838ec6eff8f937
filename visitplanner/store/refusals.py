# SPDX-License-Identifier: MIT
"""Why a file is refused: one sentence each, with the file, the place in it and the remedy."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from visitplanner.domain.text import Message, message
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def shown(path: Path) -> str:
    """A path on one line: control characters and bytes that are no text are written out."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(path))


def _refusal(msgid: str, path: Path, **args: str | int) -> StoreError:
    return StoreError(Message(msgid, {"file": shown(path), **args}))


def absent(path: Path) -> StoreError:
    """Nothing is there."""
    return _refusal("{file} is not there: check its name and folder.", path)


def folder(path: Path) -> StoreError:
    """A folder is there."""
    return _refusal("{file} is a folder: name the visit file inside it.", path)


def not_a_file(path: Path) -> StoreError:
    """A device, a pipe or a socket is there."""
    return _refusal("{file} is not an ordinary file: name a visit file.", path)


def empty(path: Path) -> StoreError:
    """Nothing is in it."""
    return _refusal("{file} is empty: open another copy of the visit.", path)


def not_a_visit(path: Path) -> StoreError:
    """Something else is in it."""
    return _refusal("{file} is not a visit file: name a file made by this program.", path)


def unreadable(path: Path, reason: str) -> StoreError:
    """The system does not let it be read."""
    return _refusal(
        "{file} cannot be read ({reason}): see to its permissions or open another copy.",
        path,
        reason=reason,
    )


def newer(path: Path, found: int, known: int) -> StoreError:
    """Its format is of a later version of the program."""
    return _refusal(
        "{file} was written by a newer version of this program (format {found}, this one knows"
        " {known}): update the program.",
        path,
        found=found,
        known=known,
    )


def damaged(path: Path, place: str) -> StoreError:
    """What is in it is not what was written."""
    return _refusal(
        "{file} is damaged or an incomplete copy (at {place}): it was left as it is, restore it"
        " (visitplanner repair) or open another copy of the visit.",
        path,
        place=place,
    )


def beyond_repair(path: Path) -> StoreError:
    """Nothing in a damaged file can be proven."""
    return _refusal(
        "{file} cannot be restored: nothing in it can be proven and there is no backup of it; it"
        " was left as it is, look for another copy of the visit.",
        path,
    )


def exists(path: Path) -> StoreError:
    """A new file was to be made where there is one."""
    return _refusal("{file} is there already: choose another name.", path)


def no_folder(path: Path) -> StoreError:
    """A new file was to be made in a folder that is absent."""
    return _refusal("{file} cannot be made, its folder is absent: make the folder first.", path)


def not_made(path: Path, reason: str) -> StoreError:
    """A new file could not be made."""
    return _refusal("{file} cannot be made ({reason}): choose another place.", path, reason=reason)


def too_long(path: Path) -> StoreError:
    """No room is left in the name or in the path for SQLite's journal."""
    return _refusal(
        "{file} cannot be made, its name or path is too long: choose a shorter one.", path
    )


def out_of_reach(path: Path) -> StoreError:
    """SQLite does not open paths of this length."""
    return _refusal(
        "{file} cannot be read, its path is too long: move it to a nearer folder.", path
    )


def inconsistent(path: Path, reason: str) -> StoreError:
    """A new file was to be made from a visit that does not hold together."""
    return _refusal(
        "{file} cannot be made, the visit does not hold together: {reason}.", path, reason=reason
    )


def gone(path: Path) -> StoreError:
    """The file was removed or replaced while open."""
    return _refusal(
        "{file} was removed or replaced while it was open, the edit was not made: save a copy"
        " elsewhere.",
        path,
    )


def out_of_touch(path: Path, copy: Path) -> StoreError:
    """The share is away, and edits are here that belong there."""
    return _refusal(
        "{file} cannot be reached; edits of it are kept on this computer in {copy}: see to the"
        " network and open it again.",
        path,
        copy=shown(copy),
    )


def overtaken(path: Path) -> StoreError:
    """Somebody else has written to the file since it was read."""
    return _refusal(
        "{file} was changed by another window or program, the edit was not made: open it again.",
        path,
    )


def no_space(path: Path) -> StoreError:
    """The disk is full."""
    return _refusal(
        "{file} cannot be written, the disk is full, the edit was not made: free some space or"
        " save a copy elsewhere.",
        path,
    )


def busy(path: Path) -> StoreError:
    """Another program holds the file just now."""
    return _refusal("{file} is being used by another program: try again in a moment.", path)


def not_written(path: Path, reason: str) -> StoreError:
    """The system does not let it be written."""
    return _refusal(
        "{file} cannot be written ({reason}), the edit was not made: save a copy elsewhere.",
        path,
        reason=reason,
    )


def no_backup(path: Path, reason: str) -> StoreError:
    """A backup could not be made."""
    return _refusal(
        "{file} cannot be backed up ({reason}): free some space on the disk of your own files.",
        path,
        reason=reason,
    )


def older_unkept(path: Path) -> Message:
    """Why a file of an older format opens read-only when no backup can be made before."""
    return message(
        "{file} is of an older format, and no backup of it can be made before it is renewed: free"
        " some space on the disk of your own files, or save a copy.",
        file=shown(path),
    )


def read_only_file(path: Path) -> Message:
    """Why a protected file opens read-only."""
    return message("{file} is read-only: save a copy to edit it.", file=shown(path))


def long_name(path: Path) -> Message:
    """Why a file opens read-only whose name leaves no room for a journal's."""
    return message(
        "{file} has too long a name to be edited: save a copy under a shorter one.",
        file=shown(path),
    )


def no_space_for_lock(path: Path) -> Message:
    """Why a file on a full disk opens read-only."""
    return message(
        "{file} cannot be edited, the disk is full: free some space and open it again, or save a"
        " copy elsewhere.",
        file=shown(path),
    )


def read_only_folder(path: Path) -> Message:
    """Why a file in a protected folder opens read-only."""
    return message(
        "{file} is in a folder that cannot be written to: save a copy to edit it.",
        file=shown(path),
    )


def asked_read_only(path: Path) -> Message:
    """Why a file that was asked for reading only cannot be edited."""
    return message("{file} was opened for reading only.", file=shown(path))


def locked(path: Path, user: str, host: str, pid: int) -> Message:
    """Why a file that somebody else edits opens read-only."""
    return message(
        "{file} is being edited by {user} on {host} (process {pid}): close it there, or open it"
        " anyway.",
        file=shown(path),
        user=user,
        host=host,
        pid=pid,
    )


def of_sqlite(path: Path, error: sqlite3.Error, *, writing: bool = False) -> StoreError:
    """What an error of SQLite means for the user."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return no_space(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_ERROR:
            return damaged(path, "pages")
        case _ if writing:
            return not_written(path, str(error))
        case _:
            return unreadable(path, str(error))


def is_newer(refusal: StoreError | None) -> bool:
    """Whether nothing but the version of the program is wanting."""
    return refusal is not None and "newer version" in refusal.sentence.msgid


def is_full(refusal: StoreError) -> bool:
    """Whether nothing but room is wanting."""
    return "the disk is full" in refusal.sentence.msgid


def copy_failed(path: Path, target: Path, error: sqlite3.Error) -> StoreError:
    """A copy could not be made, for want of the one file or the other."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
        return _refusal("{file} cannot be made, the disk is full: choose another place.", target)
    told = of_sqlite(path, error, writing=True)
    return told if told.sentence.msgid.startswith("{file} is") else not_made(target, str(error))
