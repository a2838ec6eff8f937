# SPDX-License-Identifier: MIT
"""Earlier states of a visit, found by walking back through the log from the state now.

A state is named by the number of the last line of the log it contains. Entities nobody has touched
since are shared with the visit now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import versions
from visitplanner.domain.patch import current
from visitplanner.domain.text import Entity, Message, Value, message
from visitplanner.domain.visit import COLLECTIONS, Visit
from visitplanner.store.contract import Key, StoreError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Record
    from visitplanner.domain.versions import Standing
    from visitplanner.store.contract import Entry, Stored, VisitStore

Then = dict[Key, Value | None]
"""What entities were at some time, by collection and id; those not named are what they are now."""

_KEPT: Final = 24


class StateNotKeptError(LookupError):
    """A state from before the log of this file begins."""

    def __init__(self, sentence: Message) -> None:
        super().__init__(sentence.msgid.format(**sentence.args))
        self.sentence: Final = sentence


def not_kept(number: int) -> StateNotKeptError:
    """The state after a line that is not in this file."""
    return StateNotKeptError(
        message(
            "The state after change {number} is not in this file, its history begins later: open"
            " the file it was copied from.",
            number=str(number),
        )
    )


def version_not_kept(number: int) -> StateNotKeptError:
    """The state of a version that is not in this file."""
    return StateNotKeptError(
        message(
            "The state of version {version} is not in this file, its history begins later: open"
            " the file it was copied from.",
            version=str(number),
        )
    )


def note(then: Then, patch: Patch) -> None:
    """Adds to what is known of a time what a patch made after it has overwritten."""
    for change in patch.changes:
        then.setdefault((change.collection, change.id), change.before)


def rewound(visit: Visit, then: Mapping[Key, Value | None]) -> Visit:
    """The visit with everything as it was."""
    fresh: dict[str, dict[str, Entity] | Value] = {}
    for (collection, key), value in then.items():
        if collection not in COLLECTIONS:
            if value is not None:
                fresh[collection] = value
            continue
        entities = fresh.get(collection)
        if not isinstance(entities, dict):
            entities = dict(visit.collection(collection))
            fresh[collection] = entities
        if isinstance(value, Entity):
            entities[key] = value
        else:
            entities.pop(key, None)
    return replace(visit, **fresh) if fresh else visit


def is_as_it_was(visit: Visit, then: Then) -> bool:
    """Whether nothing differs from what it was."""
    for (collection, key), value in then.items():
        here = current(visit, collection, key)
        if here is not value and here != value:
            return False
    return True


def states(
    store: VisitStore, visit: Visit, last: int, numbers: Collection[int]
) -> Mapping[int, Visit]:
    """The states after some lines of the log; `visit` is that after its `last`.

    StateNotKeptError when one of them lies before the log of this file.
    """
    earlier = store.earlier([number for number in numbers if number != last], last)
    found: dict[int, Visit] = {}
    for number in numbers:
        if number not in earlier and number != last:
            raise not_kept(number)
        found[number] = rewound(visit, earlier[number]) if number != last else visit
    return found


def standing_of(store: VisitStore, stored: Stored) -> Standing:
    """Where a visit stands that was just read; for callers without a session."""
    return Past(store, stored).standing(stored.visit, stored.record)


def record_of(store: VisitStore, stored: Stored) -> Record:
    """The record as it leaves the file, in a dump or a copy that begins a log of its own."""
    return Past(store, stored).stamped(stored.visit, stored.record)


class Past:
    """What a session remembers of earlier states, so that asking again costs nothing."""

    def __init__(self, store: VisitStore, stored: Stored) -> None:
        self._store = store
        self.begins = stored.begins
        """The number at which the log of this file begins."""
        self._last = stored.last
        self._states: dict[int, Visit] = {}
        self._since = -1
        self._then: Then | None = None
        self._stamped: tuple[Record, int, Record] | None = None
        self._stood: tuple[Visit, Record, Standing] | None = None
        self._watch(stored.record)

    @property
    def last(self) -> int:
        """The number of the last line of the log."""
        return self._last

    def has(self, number: int) -> bool:
        """Whether the state after a line can be had."""
        return self.begins <= number <= self._last

    def grown(self, entry: Entry, patch: Patch) -> None:
        """One more line has been written."""
        self._last = entry.number
        if self._then is not None:
            note(self._then, patch)

    def number(self, visit: Visit, record: Record) -> int:
        """What names the state now: the line of the version it is, where it is one."""
        version = self.standing(visit, record).version
        return version.edit if version is not None else self._last

    def stamped(self, visit: Visit, record: Record) -> Record:
        """The record saying which state it goes with; the same object while that is the same."""
        number = self.number(visit, record)
        if self._stamped is None or self._stamped[0] is not record or self._stamped[1] != number:
            self._stamped = record, number, replace(record, edit=number)
        return self._stamped[2]

    def states(self, visit: Visit, numbers: Collection[int]) -> Mapping[int, Visit]:
        """The states after some lines; `visit` is the one now."""
        found = {**self._states, self._last: visit}
        for number in sorted({*numbers} - found.keys(), reverse=True):
            # From the nearest state that is known there are the fewest lines to take back.
            base = min((n for n in found if n > number), default=self._last)
            found |= states(self._store, found[base], base, (number,))
        kept = {n: found[n] for n in numbers if n < self._last}
        others = {n: state for n, state in self._states.items() if n not in kept}
        self._states = dict(list((others | kept).items())[-_KEPT:])
        return {n: found[n] for n in numbers}

    def standing(self, visit: Visit, record: Record) -> Standing:
        """Which version the visit is, or the draft of which."""
        if self._stood is not None and self._stood[0] is visit and self._stood[1] is record:
            return self._stood[2]
        self._watch(record)
        found = versions.standing(record, unchanged=self._unchanged(visit))
        self._stood = visit, record, found
        return found

    def _watch(self, record: Record) -> None:
        """Looks from now on at what differs from the newest version."""
        version = versions.newest(record)
        since = version.edit if version else -1
        if since != self._since:
            self._since, self._then = since, None

    def _unchanged(self, visit: Visit) -> bool:
        if self._since < 0 or not self.has(self._since):
            return False
        if self._then is None:
            try:
                self._then = dict(self._store.earlier((self._since,), self._last)[self._since])
            except StoreError:  # the next edit says what is wrong; till then nothing is proven
                return False
        return is_as_it_was(visit, self._then)
