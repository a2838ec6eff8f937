# SPDX-License-Identifier: MIT
"""A visit in its store, to be read: its value now, its record, and its earlier states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain import versions
from visitplanner.domain.patch import EditRefusedError, Patch
from visitplanner.session.past import Past, version_not_kept
from visitplanner.session.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from visitplanner.domain.record import Record
    from visitplanner.domain.text import Message
    from visitplanner.domain.versions import Standing
    from visitplanner.domain.visit import Visit
    from visitplanner.store.contract import Entry, Place, VisitStore


class OpenVisit:
    """What a session has read; what changes it is the session's."""

    def __init__(self, store: VisitStore) -> None:
        try:
            stored = store.read()
        except BaseException:
            store.close()  # whoever opened it for this session has no other hold of it
            raise
        self._store = store
        self._visit = stored.visit
        self._record = stored.record
        self._steps = Steps.of(stored.entries)
        self._past = Past(store, stored)

    @property
    def path(self) -> Path:
        """Where the visit lives."""
        return self._store.path

    @property
    def visit(self) -> Visit:
        """The visit now."""
        return self._visit

    @property
    def place(self) -> Place:
        """Where edits go, and whether they are there yet."""
        return self._store

    @property
    def record(self) -> Record:
        """What is remembered beside the visit."""
        return self._record

    @property
    def writable(self) -> bool:
        """Whether edits are possible."""
        return self._store.writable

    @property
    def read_only_reason(self) -> str:
        """Why not, in one sentence; empty when writable."""
        return self._store.read_only_reason

    @property
    def why_read_only(self) -> Message | None:
        """The same, for a reader's language."""
        return self._store.why_read_only

    def history(self, after: int = 0) -> Iterator[tuple[Entry, Patch]]:
        """Every line of the log after one of this number, with its patch, oldest first."""
        return self._store.history(after)

    @property
    def begins(self) -> int:
        """The number at which the log of this file begins: its oldest state."""
        return self._past.begins

    @property
    def last(self) -> int:
        """The number of the last line of the log."""
        return self._past.last

    @property
    def standing(self) -> Standing:
        """The version this state is, or the draft of the next one."""
        return self._past.standing(self._visit, self._record)

    @property
    def state_number(self) -> int:
        """The number that names the state now: that of the version it is, where it is one."""
        return self._past.number(self._visit, self._record)

    @property
    def stamped(self) -> Record:
        """The record saying which state it goes with: what papers, dumps and copies are made of."""
        return self._past.stamped(self._visit, self._record)

    def has_state(self, number: int) -> bool:
        """Whether the state after a line of the log is in this file."""
        return self._past.has(number)

    def state(self, number: int) -> Visit:
        """The visit after a line of the log; StateNotKeptError when this file has it no longer."""
        return self._past.states(self._visit, (number,))[number]

    def states(self, numbers: Collection[int]) -> Mapping[int, Visit]:
        """The same for several; those that this file has no longer are left out."""
        known = [number for number in numbers if self._past.has(number)]
        return self._past.states(self._visit, known)

    def version_state(self, number: int) -> Visit:
        """The visit as a version froze it; EditRefusedError where that cannot be had."""
        version = versions.version_of(self._record, number)
        if not self._past.has(version.edit):
            raise EditRefusedError(version_not_kept(number).sentence)
        return self.state(version.edit)
