# SPDX-License-Identifier: MIT
"""Undo and redo over a log that only grows: which steps can be taken back, which restored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from visitplanner.domain.text import Message, Value
from visitplanner.store.contract import Entry, EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable


class Step(Value, frozen=True):
    """What one undo takes back, under the name of its last edit."""

    number: int
    message: Message


class Steps(Value, frozen=True):
    """The steps that can be taken back and those that can be restored, the next one last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()
    last: int = 0
    """The highest step number ever used."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Self:
        """The stacks at the end of a log.

        That of a restored file may begin in the midst of a step, and take back or restore steps
        that are lost: those are passed over.
        """
        undo: list[Step] = []
        redo: list[Step] = []
        last = torn = 0
        for entry in entries:
            if not last and entry.step > 1:
                torn = entry.step
            last = max(last, entry.step)
            if entry.step == torn:
                continue
            if entry.kind is EntryKind.EDIT:
                if undo and undo[-1].number == entry.step:
                    undo.pop()
                undo.append(Step(entry.step, entry.message))
                redo.clear()
            elif entry.kind is EntryKind.UNDO:
                if undo and undo[-1].number == entry.target:
                    redo.append(undo.pop())
            elif redo and redo[-1].number == entry.target:
                undo.append(redo.pop())
        return cls(tuple(undo), tuple(redo), last)

    def after(self, entry: Entry) -> Self:
        """The stacks when one more line has been written."""
        last = max(self.last, entry.step)
        if entry.kind is EntryKind.UNDO:
            return replace(self, undo=self.undo[:-1], redo=(*self.redo, self.undo[-1]), last=last)
        if entry.kind is EntryKind.REDO:
            return replace(self, undo=(*self.undo, self.redo[-1]), redo=self.redo[:-1], last=last)
        merged = bool(self.undo) and self.undo[-1].number == entry.step
        kept = self.undo[:-1] if merged else self.undo
        return replace(self, undo=(*kept, Step(entry.step, entry.message)), redo=(), last=last)
