# SPDX-License-Identifier: MIT
"""A visit that may lie on a slow share: then edits are kept on this computer first.

How long commits take is measured. Where they are slow, the visit moves to a private copy here, in
which every edit is as durable as anywhere, and is written back in the background. After a crash
the copy is found when the file is opened again.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from time import monotonic
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from visitplanner.domain.text import message
from visitplanner.store import refusals
from visitplanner.store.access import Access, open_access
from visitplanner.store.kept_here import KeptHere
from visitplanner.store.placing import flush
from visitplanner.store.reading import Head, read_head
from visitplanner.store.returning import Returning, Share
from visitplanner.store.schema import connect
from visitplanner.store.visit_file import VisitFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import ItemRecord, Record
    from visitplanner.domain.text import Message
    from visitplanner.store.contract import Entry, Stored

_A_WHILE: Final = 100
"""Commits after which moving is tried again where it could not be done."""
NOT_YET_BACK: Final = message("Saved on this computer, not yet on the network drive")


class SharedVisit(VisitFile):
    """The store of a file that can be edited, wherever it lies."""

    def __init__(
        self, path: Path, access: Access, share: Share, returning: Returning | None = None
    ) -> None:
        super().__init__(path, access)
        self._share = share
        self._returning = returning
        self._real = returning.real if returning is not None else access.real
        self._slow = 0
        self._news: list[Message] = []

    @property
    @override
    def path(self) -> Path:
        """Where it lives: as the user named it, or beside where it could not be put back."""
        back = self._returning
        return self._path if back is None or back.real == self._real else back.real

    @property
    @override
    def pending(self) -> Message | None:
        back = self._returning
        return NOT_YET_BACK if back is not None and back.pending else None

    @property
    @override
    def progress(self) -> tuple[int, int]:
        return self._returning.progress if self._returning is not None else (0, 0)

    @override
    def news(self) -> tuple[Message, ...]:
        told, self._news = tuple(self._news), []
        return told + (self._returning.news() if self._returning is not None else ())

    @override
    def settle(self, seconds: float) -> bool:
        return self._returning is None or self._returning.settle(seconds)

    @override
    def read(self) -> Stored:
        stored = super().read()
        if not self._share.slow_commits:
            self._move_here()
        return stored

    @override
    def commit(self, entry: Entry, patch: Patch, record: Mapping[str, ItemRecord]) -> None:
        began = monotonic()
        super().commit(entry, patch, record)
        self._written(monotonic() - began)

    @override
    def write_record(self, record: Record) -> None:
        began = monotonic()
        super().write_record(record)
        self._written(monotonic() - began)

    @override
    def close(self) -> None:
        back, self._returning = self._returning, None
        if back is None:
            super().close()
            return
        back.settle(self._share.closing_seconds)
        done = back.stop()
        super().close()
        if done:
            back.kept.discard()

    def tell(self, news: Message) -> None:
        """Has something to say that came up while opening."""
        self._news.append(news)

    def _written(self, seconds: float) -> None:
        """Something is durable now, and took so long."""
        if self._returning is not None:
            self._returning.wanted()
            return
        self._slow = self._slow + 1 if seconds > self._share.slow_seconds else min(self._slow, 0)
        if self._slow >= max(1, self._share.slow_commits):
            self._move_here()

    def _move_here(self) -> None:
        """Goes on with a copy on this computer; where that cannot be, all stays as it is."""
        head = self._head
        if head is None or self._returning is not None or not self.writable:
            return
        with ExitStack() as clearing:
            try:
                kept = KeptHere.begin(self._access.real, head)
                clearing.callback(kept.discard)
                _copy_here(self, kept, head)
                here = open_access(kept.copy, read_only=False, break_lock=True)
                clearing.callback(here.close)
                returning = Returning(kept, self._share)
            except Exception:  # noqa: BLE001 -- an edit that is stored counts, whatever is met here
                self._slow = -_A_WHILE
                return
            clearing.pop_all()
        returning.lock = self._hand_over(here)
        self._returning = returning


def _copy_here(store: VisitFile, kept: KeptHere, head: Head) -> None:
    """Copies an open file to this computer, durably; StoreError unless it is as was read."""
    store.copy_to(kept.copy)
    kept.copy.chmod(0o600)
    flush(kept.copy)
    with closing(connect(kept.copy, "ro")) as link:
        if read_head(link) != head:
            raise refusals.overtaken(store.path)
