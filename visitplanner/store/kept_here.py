# SPDX-License-Identifier: MIT
"""Visits of slow shares on this computer: a private folder each, with a note of where it belongs.

The folder is there as long as an acknowledged edit may be in it alone.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

import msgspec

from visitplanner.domain.text import Value
from visitplanner.paths import edits_folder
from visitplanner.store.lock import is_running
from visitplanner.store.placing import flush, flush_names
from visitplanner.store.reading import Head
from visitplanner.store.schema import address

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTE: Final = "belongs.json"
_numbers = count(1)
"""A thread that is being given up never shares a file with the one that takes its place."""


class Note(Value, frozen=True):
    """Where a copy belongs, and what the share held when it was last written to."""

    file: str
    base: Head
    outgoing: Head | None = None
    """What is being put there: it is known only afterwards whether that came to an end."""
    device: int = 0
    """Of its folder: where a share is not mounted, an empty folder of this computer stands."""

    @property
    def real(self) -> Path:
        """Where the copy belongs."""
        return Path(os.fsdecode(unquote_to_bytes(self.file.removeprefix("file:"))))

    @property
    def is_away(self) -> bool:
        """Whether the share cannot be reached just now."""
        try:
            return self.real.parent.stat().st_dev != self.device
        except OSError:
            return True

    def knows(self, head: Head) -> bool:
        """Whether nobody else has written what is on the share."""
        return head in {self.base, self.outgoing}


class KeptHere:
    """One copy on this computer."""

    def __init__(self, folder: Path, note: Note) -> None:
        self._folder = folder
        self.note = note

    @classmethod
    def begin(cls, real: Path, base: Head) -> KeptHere:
        """A private folder for a copy of a file that one has claimed. OSError as it comes."""
        shelf = edits_folder()
        shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
        note = Note(file=address(real), base=base, device=real.parent.stat().st_dev)
        kept = cls(Path(mkdtemp(prefix=f"{os.getpid()}-", dir=shelf)), note)
        for left in every():
            if left.note.file == note.file and not left.copy.exists():
                left.discard()
        kept.tell(kept.note)
        return kept

    @property
    def copy(self) -> Path:
        """The visit itself; every edit is durable there."""
        return self._folder / "copy.visit"

    def outgoing(self) -> Path:
        """A new name for the state that is to be written to the share."""
        return self._folder / f"outgoing-{next(_numbers)}.visit"

    def tell(self, note: Note) -> None:
        """Writes the note, durably, in place of the one before."""
        partial = self._folder / f".{_NOTE}"
        partial.write_bytes(msgspec.json.encode(note))
        partial.chmod(0o600)
        flush(partial)
        partial.replace(self._folder / _NOTE)
        flush_names(self._folder)
        self.note = note

    def look_again(self) -> None:
        """Reads the note again: a thread that was given up may have come to its end after all."""
        with suppress(OSError, msgspec.MsgspecError):
            self.note = _read(self._folder)

    def discard(self) -> None:
        """Removes the copy: all of it is on the share. The note goes first."""
        with suppress(OSError):
            (self._folder / _NOTE).unlink(missing_ok=True)
            shutil.rmtree(self._folder, ignore_errors=True)
            _clear()


def _clear() -> None:
    """Removes what processes have left that were killed before there was a note, or after."""
    for folder in edits_folder().iterdir():
        maker = folder.name.partition("-")[0]
        if maker.isdecimal() and not (folder / _NOTE).exists() and not is_running(int(maker)):
            shutil.rmtree(folder, ignore_errors=True)


def _read(folder: Path) -> Note:
    return msgspec.json.decode((folder / _NOTE).read_bytes(), type=Note)


def every() -> Iterator[KeptHere]:
    """All copies that may hold edits of their own."""
    try:
        folders = sorted(edits_folder().iterdir())
    except OSError:
        return
    for folder in folders:
        with suppress(OSError, msgspec.MsgspecError):
            yield KeptHere(folder, _read(folder))


def of_file(real: Path) -> KeptHere | None:
    """The copy of a file, where one was left behind."""
    here = address(real)
    return next((k for k in every() if k.note.file == here and k.copy.exists()), None)
