# SPDX-License-Identifier: MIT
"""What came of restoring a file, and how that is said."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from visitplanner.domain.period import from_instant
from visitplanner.domain.text import Clock, Message, Value, message
from visitplanner.store.refusals import shown

if TYPE_CHECKING:
    from collections.abc import Iterator


class Source(StrEnum):
    """What a restored file was made of."""

    NOTHING = "nothing"
    """The file is sound: it was left as it is."""
    ITSELF = "itself"
    BACKUP = "backup"


class Restored(Value, frozen=True):
    """What came of restoring a file."""

    path: Path
    """The restored file."""
    source: Source
    kept: Path | None
    """Where the damaged file is now; None where it has not been moved."""
    last: int
    """Number of the last line of the log that the state contains."""
    at: datetime | None
    """When that line was written; None where the log has none."""
    lost: int | None
    """So many later lines are lost; None: nobody knows."""
    whole_log: bool
    """Whether the edits before can still be undone."""
    papers_whole: bool
    """Whether versions, copies given out and who was told are all there."""
    zone: str
    """The visit's, for times in words."""
    backed_up: datetime | None = None
    """When the backup was made it was restored from."""

    @property
    def sentences(self) -> tuple[Message, ...]:
        """All of it for a reader."""
        return tuple(_sentences(self))


def _sentences(restored: Restored) -> Iterator[Message]:
    yield _first(restored)
    if not restored.whole_log:
        yield message("The history before is lost: those changes cannot be undone or compared.")
    if not restored.papers_whole:
        yield message("Some entries about versions and copies given out may be lost.")
    if restored.kept is not None:
        yield message("The damaged file is kept as {file}.", file=shown(restored.kept))


def _first(restored: Restored) -> Message:
    """What the file was restored from, and up to where."""
    file = shown(restored.path)
    if restored.source is Source.NOTHING:
        return message("{file} is sound: nothing had to be restored.", file=file)
    if restored.backed_up is not None and restored.lost == 0:
        return message(
            "{file} is restored from the backup of {when}, no change is lost.",
            file=file,
            when=_clock(restored.backed_up, restored.zone),
        )
    if restored.backed_up is not None:
        return message(
            "{file} is restored from the backup of {when}, up to change {last}: later changes are"
            " lost.",
            file=file,
            when=_clock(restored.backed_up, restored.zone),
            last=str(restored.last),
        )
    if restored.lost == 0:
        return message("{file} is restored whole, no change is lost.", file=file)
    return _partly(restored, file)


def _partly(restored: Restored, file: str) -> Message:
    lost, last = restored.lost, str(restored.last)
    if restored.at is None:
        return message("{file} is restored as it was at first: all changes are lost.", file=file)
    when = _clock(restored.at, restored.zone)
    if lost is None:
        text = "{file} is restored up to change {last} of {when}: what came later is lost."
        return message(text, file=file, last=last, when=when)
    return message(
        "{file} is restored up to change {last} of {when}: {n} later change is lost.",
        "{file} is restored up to change {last} of {when}: {n} later changes are lost.",
        file=file,
        last=last,
        when=when,
        n=lost,
    )


def _clock(moment: datetime, zone: str) -> Clock:
    return Clock(time=from_instant(int(moment.timestamp()) // 60, zone), day=True)
