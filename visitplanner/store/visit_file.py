# SPDX-License-Identifier: MIT
"""A `.visit` file: one SQLite file that keeps a visit, its record and every edit."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final, Self

import msgspec

from visitplanner.domain import codec
from visitplanner.domain.references import validate
from visitplanner.store import refusals
from visitplanner.store.contract import Entry, Held, Key, Stored, StoreError
from visitplanner.store.placing import placed
from visitplanner.store.reading import (
    DamageError,
    Head,
    goes_on,
    read_all,
    read_entry,
    read_head,
    reading,
)
from visitplanner.store.recovery import has_journal
from visitplanner.store.rows import (
    RECORD,
    checked_row,
    packed_line,
    patch_of,
    replaced_by,
    row_of,
)
from visitplanner.store.schema import (
    PAGE_SIZE,
    UNDISTURBED,
    address,
    check_pages,
    connect,
    forget_pages,
)
from visitplanner.store.writing import append_line, put_papers, swap_all, write_new

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import ItemRecord, Record
    from visitplanner.domain.text import Message, Value
    from visitplanner.domain.visit import Visit
    from visitplanner.store.access import Access
    from visitplanner.store.lock import Lock

_AT_A_TIME: Final = 200
"""Lines of the log read in one go, so that no reader keeps a writer waiting."""


_PATCHES: Final = "SELECT number, patch FROM edits WHERE number > ? AND number <= ? ORDER BY number"


class VisitFile:
    """The store of one `.visit` file; made by `open_visit`."""

    def __init__(self, path: Path, access: Access) -> None:
        self._path = path
        self._head: Head | None = None
        self._lines: dict[int, list[int]] = {}
        self._stand_on(access)

    def _stand_on(self, access: Access) -> None:
        self._access = access
        self._link = access.link
        self._identity = _identity(access.real)
        self._stamp = _stamp(access.real)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where it lives, as the user named it."""
        return self._path

    @property
    def writable(self) -> bool:
        """Whether commits are possible."""
        return self._access.why_not is None

    @property
    def read_only_reason(self) -> str:
        """One sentence why not, empty when writable."""
        why = self._access.why_not
        return str(StoreError(why)) if why else ""

    @property
    def why_read_only(self) -> Message | None:
        """The same, for a reader's language."""
        return self._access.why_not

    @property
    def pending(self) -> Message | None:
        """Where edits are that are not yet where the file lives; None when all are."""
        return None

    @property
    def progress(self) -> tuple[int, int]:
        """Bytes written of what is on its way there, and all of them."""
        return 0, 0

    def news(self) -> tuple[Message, ...]:
        """What has come up beside the edits since this was asked last."""
        return ()

    def settle(self, seconds: float) -> bool:
        """Waits until all edits are where the file lives, or so long; whether they are."""
        del seconds
        return True

    def read(self) -> Stored:
        """The visit now; StoreError when the file is damaged or not a visit."""
        self._stamp = _stamp(self._access.real)
        stored, self._head = read_all(self._path, self._link)
        self._lines = {}
        for entry in stored.entries:
            self._lines.setdefault(entry.step, []).append(entry.number)
        return stored

    def commit(self, entry: Entry, patch: Patch, record: Mapping[str, ItemRecord]) -> None:
        """Appends a line with its patch and changed item records; nothing on StoreError.

        EditRefusedError when an entity's bytes do not decode to the same value again.
        """
        rows = [checked_row(change) for change in patch.changes]
        rows += (row_of(RECORD, key, value) for key, value in record.items())
        line = packed_line(patch, record)

        def write(head: Head) -> Head:
            if entry.number != head.edits + 1:
                raise refusals.overtaken(self._path)
            state = swap_all(self._link, head, rows)
            return append_line(self._link, head, entry, line, state)

        self._transact(write)
        self._lines.setdefault(entry.step, []).append(entry.number)

    def write_record(self, record: Record) -> None:
        """Stores versions and publications (item records are written by commit)."""
        self._transact(lambda head: put_papers(self._link, head, record))

    def patches(self, step: int) -> Sequence[Patch]:
        """The patches of one step in the order they were committed."""
        with reading(self._path):
            if self.writable and self._head is not None:
                self._prove_again(self._head)
            return tuple(
                patch_of(*read_entry(self._link, number)) for number in self._lines.get(step, ())
            )

    def history(self, after: int = 0) -> Iterator[tuple[Entry, Patch]]:
        """Every line of the log after one of this number, with its patch, oldest first."""
        numbers = sorted(n for lines in self._lines.values() for n in lines if n > after)
        for first in range(0, len(numbers), _AT_A_TIME):
            self._beware()
            with reading(self._path):
                found = [read_entry(self._link, n) for n in numbers[first : first + _AT_A_TIME]]
                told = [(entry, patch_of(entry, blob)) for entry, blob in found]
            yield from told

    def earlier(
        self, numbers: Collection[int], last: int
    ) -> Mapping[int, Mapping[Key, Value | None]]:
        """By line of the log, what entities touched after it, up to the last line, were then.

        Lines from before the log of this file are left out.
        """
        begins = min((n for lines in self._lines.values() for n in lines), default=last + 1) - 1
        found: dict[int, dict[Key, msgspec.Raw]] = {
            number: {} for number in numbers if begins <= number <= last
        }
        span = (min(found, default=last), last)
        self._beware()
        with reading(self._path):
            for line, blob in self._link.execute(_PATCHES, span):
                told = [then for number, then in found.items() if number < line]
                for collection, key, json in replaced_by(blob):
                    for then in told:
                        then.setdefault((collection, key), json)
            return {
                number: {key: codec.value_of(key[0], json) for key, json in then.items()}
                for number, then in found.items()
            }

    def copy_to(self, target: Path, held: Held | None = None) -> bool:
        """A complete copy under another name, atomically; the target must not exist.

        Where the file is no longer what was read, `held` is written in its stead, without the log
        that is lost with it; the answer is whether the log is in the copy.
        """
        dump = checked_dump(target, *held) if held is not None else b""
        with placed(target) as made:
            try:
                self._copy_into(made, target)
            except StoreError as refusal:
                if held is None or refusals.is_full(refusal):
                    raise
                made.unlink(missing_ok=True)
                fill(target, made, *held, dump)
                return False
        return True

    def _copy_into(self, made: Path, target: Path) -> None:
        """A copy of the file as it was read or goes on from there; proven."""
        self._beware()
        try:
            forget_pages(self._link)
            self._link.execute("VACUUM INTO ?", (address(made),))
            with closing(connect(made, "ro")) as copy:
                read_all(self._path, copy)
                if self._head is not None and not goes_on(copy, self._head):
                    raise refusals.overtaken(self._path)
        except sqlite3.Error as error:
            raise refusals.copy_failed(self._path, target, error) from error

    def _beware(self) -> None:
        """StoreError when SQLite would play the journal of a file put in its place into this one.

        That would spoil what can still be read here, and take from the other what it needs.
        """
        if self.writable and not self._in_place() and has_journal(self._access.real):
            raise refusals.gone(self._path)

    def close(self) -> None:
        """Lets the file and its lock go."""
        self._tidy()
        self._access.close()

    def _tidy(self) -> None:
        """No empty journal is left lying about."""
        if self.writable and self._in_place():
            with suppress(sqlite3.Error):
                self._link.execute("PRAGMA journal_mode=DELETE")

    def _hand_over(self, other: Access) -> Lock | None:
        """Goes on in another file that holds the same; the claim to this one is the caller's."""
        self._tidy()
        lock = self._access.let_go()
        self._stand_on(other)
        return lock

    def _transact(self, write: Callable[[Head], Head]) -> None:
        """Runs `write` on the file as it was last known, durably; nothing on an error."""
        if self._access.why_not is not None:
            raise StoreError(self._access.why_not)
        head, fresh = self._head, None
        if head is None:
            raise RuntimeError("commit before read")
        if not self._in_place():  # SQLite would take the journal of a file put in its place
            raise refusals.gone(self._path)
        self._prove_again(head)
        try:
            with UNDISTURBED:
                self._link.execute("BEGIN IMMEDIATE")
                self._check_unchanged(head)
                fresh = write(head)
                self._link.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            if fresh is None or self._seen() != fresh:
                raise refusals.of_sqlite(self._path, error, writing=True) from error
        except DamageError as found:
            self._roll_back()
            raise refusals.damaged(self._path, str(found)) from found
        except BaseException:
            self._roll_back()
            raise
        self._head = fresh
        self._stamp = _stamp(self._access.real)

    def _prove_again(self, head: Head) -> None:
        """StoreError unless a file that another program has touched is as it was read.

        It may have lost a part that this edit would not come upon.
        """
        found = _stamp(self._access.real)
        if found == self._stamp:
            return
        if not self._in_place():
            raise refusals.gone(self._path)
        try:
            forget_pages(self._link)
            check_pages(self._path, self._link)
            if read_all(self._path, self._link)[1] != head:
                raise refusals.overtaken(self._path)
        except sqlite3.Error as error:
            raise refusals.of_sqlite(self._path, error) from error
        self._stamp = found

    def _check_unchanged(self, head: Head) -> None:
        """StoreError when the file is no longer the one that was read."""
        if not self._in_place():
            raise refusals.gone(self._path)
        if read_head(self._link) != head:
            raise refusals.overtaken(self._path)

    def _in_place(self) -> bool:
        return _identity(self._access.real) == self._identity

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):
            if self._link.in_transaction:
                self._link.execute("ROLLBACK")

    def _seen(self) -> Head | None:
        """The seal that stands in the file: a commit may report an error and yet be complete."""
        with suppress(sqlite3.Error):
            return read_head(self._link)
        return None


def _identity(real: Path) -> tuple[int, int] | None:
    """What tells this file from another under the same name; None when it is gone."""
    try:
        found = real.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _stamp(real: Path) -> tuple[int, int] | None:
    """What changes when somebody writes to a file."""
    try:
        found = real.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def create_visit(path: Path, visit: Visit, record: Record) -> None:
    """Makes a new file, whole or not at all; the path must be free."""
    dump = checked_dump(path, visit, record)
    with placed(path) as made:
        fill(path, made, visit, record, dump)


def fill(path: Path, made: Path, visit: Visit, record: Record, dump: bytes) -> None:
    """Writes a visit to `made`, which becomes the file at `path`; `dump` is both as one JSON."""
    try:
        with closing(sqlite3.connect(made, isolation_level=None)) as link:
            link.execute(f"PRAGMA page_size={PAGE_SIZE}")
            link.execute("PRAGMA journal_mode=OFF")  # it has no name yet, and is flushed at the end
            link.execute("PRAGMA synchronous=OFF")
            link.execute("BEGIN")
            write_new(link, visit, record, dump)
            link.execute("COMMIT")
    except sqlite3.Error as error:
        raise refusals.not_made(path, str(error)) from error


def checked_dump(path: Path, visit: Visit, record: Record) -> bytes:
    """All of a new visit as JSON; StoreError unless it holds together and reads the same again."""
    try:
        validate(visit)
        dump = codec.dump(visit, record)
        again = codec.load(dump)
    except (msgspec.MsgspecError, TypeError, ValueError, NotImplementedError) as wrong:
        raise refusals.inconsistent(path, str(wrong)) from wrong
    if again != (visit, record):
        raise refusals.inconsistent(path, "its values would be others when read again")
    return dump
