# SPDX-License-Identifier: MIT
"""Edits made on this computer on their way back to a slow share, in the background.

The whole file goes: beside the one on the share first, then in its place by a renaming. What
somebody else has put there meanwhile is never replaced: then both stand there.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from visitplanner.domain.text import Message, message
from visitplanner.store.contract import StoreError
from visitplanner.store.lock import Lock
from visitplanner.store.placing import WORKSHOP_PREFIX, flush, flush_names, placed
from visitplanner.store.reading import DamageError, Head, read_head
from visitplanner.store.recovery import is_unfinished, rehearse
from visitplanner.store.refusals import shown
from visitplanner.store.schema import address, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visitplanner.store.kept_here import KeptHere

_BLOCK: Final = 64 * 1024


def _nobody(_written: int, _all: int) -> None:
    """Whom nothing is told."""


class Share(NamedTuple):
    """When a place counts as slow, and how it is written to then."""

    slow_seconds: float = 0.4
    """A commit that takes longer is slow; on a disk of one's own it takes a tenth of that."""
    slow_commits: int = 2
    """So many slow ones in a row, and edits are kept on this computer first; 0: from the start."""
    retry_seconds: float = 5.0
    closing_seconds: float = 2.0
    """How long closing waits for what is on its way; it goes on when the file is opened again."""
    told: Callable[[int, int], None] = _nobody
    """Called in the background with the bytes written and all of them; it may take its time."""


class _TakenError(Exception):
    """Somebody else has written to the file, or taken it away."""


def whole(copy: Path, target: Path) -> Head:
    """Writes an open visit as one whole file of today, and tells its seal."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(connect(copy, "ro")) as link:
        link.execute("VACUUM INTO ?", (address(target),))
    with closing(connect(target, "ro")) as link:
        return read_head(link)


def put_beside(copy: Path, real: Path, told: Callable[[int, int], None] = _nobody) -> Path:
    """Puts a file where another belongs, or under a free name beside the one that is there."""
    for number in count(1):
        target = real if number == 1 else real.with_name(f"{real.stem} {number}{real.suffix}")
        if os.path.lexists(target):
            continue
        try:
            with placed(target) as made:
                _written(copy, made, told)
        except StoreError:
            if not os.path.lexists(target):
                raise
        else:
            break
    return target


def _written(source: Path, made: Path, told: Callable[[int, int], None]) -> None:
    size, done = source.stat().st_size, 0
    with source.open("rb") as file, made.open("wb") as out:
        while block := file.read(_BLOCK):
            out.write(block)
            done += len(block)
            told(done, size)
    flush(made)


class Returning:
    """One copy that is written back whenever it has changed."""

    def __init__(self, kept: KeptHere, share: Share, lock: Lock | None = None) -> None:
        self.kept = kept
        self.lock = lock
        """The claim to the file on the share."""
        self._share = share
        self._turn = Condition()
        self._asked = self._done = 0
        self._stopping = False
        self._news: list[Message] = []
        self.progress = (0, 0)
        """Bytes written of the state on its way, and all of them."""
        self._thread = Thread(target=self._work, name="to the share", daemon=True)
        self._thread.start()

    @property
    def real(self) -> Path:
        """Where the file is, by now."""
        return self.kept.note.real

    @property
    def pending(self) -> bool:
        """Whether an edit is on this computer alone."""
        with self._turn:
            return self._done < self._asked

    def news(self) -> tuple[Message, ...]:
        """What has come up since this was asked last."""
        with self._turn:
            told, self._news = tuple(self._news), []
        return told

    def wanted(self) -> None:
        """There is an edit to bring back."""
        with self._turn:
            self._asked += 1
            self._turn.notify_all()

    def settle(self, seconds: float) -> bool:
        """Waits until all is back, but no longer than this; whether it is."""
        until = monotonic() + seconds
        with self._turn:
            while self._done < self._asked:
                left = until - monotonic()
                if left <= 0:
                    return False
                self._turn.wait(left)
        return True

    def stop(self) -> bool:
        """Ends the work and gives the claim up; whether all is back."""
        with self._turn:
            self._stopping = True
            self._turn.notify_all()
        self._thread.join(self._share.closing_seconds)
        if self.lock is not None:
            self.lock.release()
        return not self._thread.is_alive() and self._done == self._asked

    def _work(self) -> None:
        while True:
            with self._turn:
                while self._done == self._asked and not self._stopping:
                    self._turn.wait()
                if self._stopping:
                    return
                asked = self._asked
            try:
                self._bring()
            except Exception:  # noqa: BLE001 -- away, full or strange: the edits are here
                back = False
            else:
                back = True
            with self._turn:
                if back:
                    self._done = asked
                    self._turn.notify_all()
                elif not self._stopping:
                    self._turn.wait(self._share.retry_seconds)

    def _bring(self) -> None:
        """Puts the copy as it is now in place of the file, unless somebody has touched that."""
        kept, outgoing = self.kept, self.kept.outgoing()
        try:
            head = whole(kept.copy, outgoing)
            if head != kept.note.base:
                self._put(outgoing, head)
        except _TakenError:
            self._put_beside(outgoing)
        finally:
            outgoing.unlink(missing_ok=True)

    def _put(self, outgoing: Path, head: Head) -> None:
        kept, real = self.kept, self.real
        if not os.path.lexists(real):
            if kept.note.is_away:
                raise FileNotFoundError(real)
            raise _TakenError
        if is_unfinished(real):
            rehearse(real, real)
        with self._beside(real) as made:
            _written(outgoing, made, self._tell)
            with _as_known(kept, real) as there:
                kept.tell(replace(kept.note, base=there, outgoing=head))
                made.chmod(real.stat().st_mode & 0o777)
                made.replace(real)
                flush_names(real.parent)
        kept.tell(replace(kept.note, base=head, outgoing=None))

    def _tell(self, written: int, size: int) -> None:
        if self._stopping:
            raise InterruptedError
        self.progress = (written, size)
        self._share.told(written, size)

    @contextmanager
    def _beside(self, real: Path) -> Iterator[Path]:
        """Where the file is made on the share; what a killed process left there goes."""
        mine = f"{WORKSHOP_PREFIX}{self.kept.copy.parent.name}-"
        for left in real.parent.glob(f"{mine}*"):
            rmtree(left, ignore_errors=True)
        workshop = Path(mkdtemp(prefix=mine, dir=real.parent))
        try:
            yield workshop / "new.visit"
        finally:
            rmtree(workshop, ignore_errors=True)

    def _put_beside(self, outgoing: Path) -> None:
        """Puts the state beside a file that is not ours any more, and goes on with that one."""
        kept, real = self.kept, self.real
        target = put_beside(outgoing, real, self._tell)
        with closing(connect(outgoing, "ro")) as link:
            kept.tell(replace(kept.note, file=address(target), base=read_head(link), outgoing=None))
        with self._turn:
            self._news.append(gone_on(real, target))
        lock = Lock(target)
        with suppress(OSError):
            lock.take(anyway=True)
        if self.lock is not None:
            self.lock.release()
        self.lock = lock


def gone_on(real: Path, target: Path) -> Message:
    """What is said when edits have found their file changed or gone."""
    if target == real:
        return message(
            "{file} was removed or renamed meanwhile: it is there again with what was edited here.",
            file=shown(real),
        )
    return message(
        "{file} was changed by somebody else meanwhile: what was edited here is in {copy}.",
        file=shown(real),
        copy=shown(target),
    )


def is_strange(error: sqlite3.DatabaseError) -> bool:
    """Whether SQLite says that a file is not one of ours, so that it is not ours to replace."""
    strange = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in strange


@contextmanager
def _as_known(kept: KeptHere, real: Path) -> Iterator[Head]:
    """The seal of a file that nobody has touched; nobody can inside."""
    with closing(_connected(real)) as link:
        try:
            link.execute("BEGIN IMMEDIATE")
            there = read_head(link)
        except sqlite3.DatabaseError as error:
            if is_strange(error):
                raise _TakenError from error
            raise
        except DamageError:
            raise _TakenError from None
        if not kept.note.knows(there):
            kept.look_again()
        if not kept.note.knows(there):
            raise _TakenError
        yield there


def _connected(real: Path) -> sqlite3.Connection:
    try:
        return connect(real, "rw")
    except sqlite3.DatabaseError as error:
        if is_strange(error):
            raise _TakenError from error
        raise
