# SPDX-License-Identifier: MIT
"""What the session asks of any store; SQLite files keep it, a database server may."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from visitplanner.domain.record import ItemRecord, Record
from visitplanner.domain.text import Message, Value
from visitplanner.domain.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from visitplanner.domain.patch import Patch


class StoreError(Exception):
    """A file cannot be read or written: one sentence with file, place and remedy.

    `str()` gives it in English, on one line; `sentence` is for a reader's language.
    """

    def __init__(self, sentence: Message) -> None:
        super().__init__(" ".join(sentence.msgid.format(**sentence.args).split()))
        self.sentence: Final = sentence


class EntryKind(StrEnum):
    """What a line of the log did."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


class Entry(Value, frozen=True):
    """One line of the linear log, without its patch.

    Lines with the same `step` are undone together; an undo or redo line names in `target` the
    step it takes back or restores.
    """

    number: int
    at: datetime
    author: str
    message: Message
    step: int
    kind: EntryKind = EntryKind.EDIT
    target: int | None = None


class Stored(Value, frozen=True):
    """A visit as it stands in a store, and the log's lines since the last migration."""

    visit: Visit
    record: Record
    entries: tuple[Entry, ...]
    last: int
    """Number of the last line of the log; that at which it begins where it has none yet."""

    @property
    def begins(self) -> int:
        """The number at which the log of this file begins: its oldest state."""
        return self.last - len(self.entries)


Held = tuple[Visit, Record]
"""What is in memory: it can still be saved when the file is gone."""


class Place(Protocol):
    """Where edits go, and whether they are there yet: a share may be slow, or away."""

    @property
    def pending(self) -> Message | None:
        """Where edits are that are not yet where the file lives; None when all are."""

    @property
    def progress(self) -> tuple[int, int]:
        """Bytes written of what is on its way there, and all of them."""

    def news(self) -> tuple[Message, ...]:
        """What has come up beside the edits since this was asked last."""

    def settle(self, seconds: float) -> bool:
        """Waits until all edits are where the file lives, or so long; whether they are."""


Key = tuple[str, str]
"""Collection and id of an entity; no id where it stands alone."""


class VisitStore(Place, Protocol):
    """A visit on disk. Everything is durable when `commit` has returned."""

    @property
    def path(self) -> Path:
        """Where it lives, as the user named it."""

    @property
    def writable(self) -> bool:
        """Whether commits are possible."""

    @property
    def read_only_reason(self) -> str:
        """One sentence why not, empty when writable."""

    @property
    def why_read_only(self) -> Message | None:
        """The same, for a reader's language."""

    def read(self) -> Stored:
        """The visit now; StoreError when the file is damaged or not a visit."""

    def commit(self, entry: Entry, patch: Patch, record: Mapping[str, ItemRecord]) -> None:
        """Appends a line with its patch and changed item records; nothing on StoreError.

        The bytes of every touched entity are decoded again before the transaction ends.
        """

    def patches(self, step: int) -> Sequence[Patch]:
        """The patches of one step in the order they were committed."""

    def history(self, after: int = 0) -> Iterator[tuple[Entry, Patch]]:
        """Every line of the log after one of this number, with its patch, oldest first."""

    def earlier(
        self, numbers: Collection[int], last: int
    ) -> Mapping[int, Mapping[Key, Value | None]]:
        """By line of the log, what entities touched after it, up to the last line, were then.

        Lines from before the log of this file are left out.
        """

    def write_record(self, record: Record) -> None:
        """Stores versions and publications (item records are written by commit)."""

    def copy_to(self, target: Path, held: Held | None = None) -> bool:
        """A complete copy under another name, atomically; the target must not exist.

        Where the file is no longer what was read, `held` is written in its stead, without the log
        that is lost with it; the answer is whether the log is in the copy.
        """

    def close(self) -> None:
        """Lets the file and its lock go."""
