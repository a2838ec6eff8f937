# SPDX-License-Identifier: MIT
"""Who edits a file: a small file beside it, `.name.visit.lock`, with host, user and process."""

from __future__ import annotations

import contextlib
import fcntl
import getpass
import os
import socket
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from visitplanner.domain.text import Value

if TYPE_CHECKING:
    from collections.abc import Iterator


_claims = count(1)
_held: set[int] = set()
"""The claims of this process; of one given up while the folder was away the file may remain."""


class Holder(Value, frozen=True, forbid_unknown_fields=False):
    """A window that edits a file.

    `started` tells its process from a later one of the same number, `claim` it from others of the
    process.
    """

    host: str
    user: str
    pid: int
    started: str = ""
    claim: int = 0

    @property
    def alive(self) -> bool:
        """Whether it may still be at work; of another host nothing is known, so yes."""
        if self.host != socket.gethostname():
            return True
        if not is_running(self.pid):
            return False
        if self.started and _started(self.pid) not in {"", self.started}:
            return False
        return not self.claim or self.pid != os.getpid() or self.claim in _held


def is_running(pid: int) -> bool:
    """Whether there is a process of this number, be it another's."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True


def _started(pid: int) -> str:
    """When a process began, in the kernel's own count; empty where that is not told."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        return told.rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def this_process() -> Holder:
    """The holder that a window of this program is, another one each time."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = str(os.getuid())
    return Holder(socket.gethostname(), user, os.getpid(), _started(os.getpid()), next(_claims))


class Lock:
    """The claim to edit one file. Each instance is a claim of its own, even in one process."""

    def __init__(self, visit: Path) -> None:
        self._path = visit.with_name(f".{visit.name}.lock")
        self._mine: Holder | None = None

    @property
    def path(self) -> Path:
        """The side file."""
        return self._path

    def take(self, *, anyway: bool = False) -> Holder | None:
        """Claims the file; returns who has it instead when somebody has. OSError as it comes."""
        with self._alone(create=True) as file:
            holder = _read(file)
            if holder is not None and holder.alive and not anyway:
                return holder
            mine = this_process()
            told = msgspec.json.encode(mine)
            try:
                os.pwrite(file, told, 0)
            except OSError:  # a full disk: an empty claim would say nothing
                if not os.fstat(file).st_size:
                    self._path.unlink()
                raise
            os.ftruncate(file, len(told))
            self._mine = mine
            _held.add(mine.claim)
        return None

    def release(self) -> None:
        """Gives the claim up; another's is left alone."""
        mine, self._mine = self._mine, None
        if mine is None:
            return
        _held.discard(mine.claim)
        with contextlib.suppress(OSError), self._alone(create=False) as file:
            if _read(file) == mine:
                self._path.unlink()

    @contextlib.contextmanager
    def _alone(self, *, create: bool) -> Iterator[int]:
        """The open side file while no other process looks at it or changes it."""
        while True:
            file = os.open(self._path, os.O_RDWR | (os.O_CREAT if create else 0), 0o644)
            try:
                with contextlib.suppress(OSError):  # a share without advisory locks
                    fcntl.flock(file, fcntl.LOCK_EX)
                if not self._is_at_path(file):  # released between opening and locking
                    continue
                yield file
                return
            finally:
                os.close(file)

    def _is_at_path(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except FileNotFoundError:
            return False


def _read(file: int) -> Holder | None:
    try:
        return msgspec.json.decode(os.pread(file, 4096, 0), type=Holder)
    except msgspec.MsgspecError:
        return None
