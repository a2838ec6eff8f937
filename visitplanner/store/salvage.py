# SPDX-License-Identifier: MIT
"""What can be proven of a damaged file.

Two ways lead to a state: from the origin forward through the log as far as its chain holds; or the
rows of the state now, where the seal proves them, and the log back to where it breaks.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from visitplanner.domain import codec
from visitplanner.domain.earlier import plain
from visitplanner.domain.text import Value
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS
from visitplanner.store.checksums import digest, number_of, packed, row_sum, together
from visitplanner.store.reading import DamageError, Head, link_of
from visitplanner.store.rows import RECORD
from visitplanner.store.wreck import WRONG, Key, LogLine, Paper, Wreck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NONE = b"null"


class Salvaged(NamedTuple):
    """A state that is proven, with as much of the log as leads to it."""

    uid: str
    first: int
    origin: bytes
    """The state at which the log begins: packed, as it is stored."""
    lines: tuple[LogLine, ...]
    rows: Mapping[Key, bytes]
    whole_log: bool
    """Whether the log begins where it began."""
    papers: tuple[Paper, ...] = ()
    papers_whole: bool = True
    """Whether nothing is missing among the papers."""
    ends: int | None = None
    """Number of the last line the file had; None where it does not say."""
    proven: int = 0
    """Number of the last line that the state contains."""
    entry: bytes = b""
    """That line, where it is there."""

    @property
    def last(self) -> int:
        """Number of the last line of the log to be written."""
        return self.lines[-1].number if self.lines else self.first

    @property
    def chain(self) -> bytes:
        """The end of the chain."""
        return self.lines[-1].chain if self.lines else digest(self.origin)

    @property
    def worth(self) -> tuple[int, bool, bool]:
        """What is more is better."""
        return self.proven, self.whole_log, self.papers_whole


class _Named(Value, frozen=True, forbid_unknown_fields=False):
    """A paper, as far as it names a line of the log."""

    edit: int = 0


class _Change(Value, frozen=True):
    collection: str
    id: str
    before: msgspec.Raw
    after: msgspec.Raw


class _Patch(Value, frozen=True):
    changes: tuple[_Change, ...]
    record: Mapping[str, msgspec.Raw] = {}


def _patch(line: LogLine) -> _Patch:
    return msgspec.json.decode(zlib.decompress(line.patch), type=_Patch)


class _Rows:
    """JSON by key, byte for byte as it stands in the file, with the sum of all."""

    def __init__(self, found: Mapping[Key, bytes]) -> None:
        self.json = dict(found)
        self._total = together(row_sum(*key, json) for key, json in self.json.items())

    @property
    def state(self) -> bytes:
        """What the line of the log says that led here."""
        return packed(self._total)

    def _put(self, key: Key, json: bytes) -> None:
        old = self.json.get(key)
        if old is not None:
            self._total ^= number_of(row_sum(*key, old))
        if json == _NONE:
            self.json.pop(key, None)
        else:
            self.json[key] = json
            self._total ^= number_of(row_sum(*key, json))

    def follow(self, line: LogLine) -> None:
        """Does what a line of the log did."""
        patch = _patch(line)
        for change in patch.changes:
            self._put((change.collection, change.id), bytes(change.after))
        for item, json in patch.record.items():
            self._put((RECORD, item), bytes(json))

    def go_back(self, line: LogLine) -> None:
        """Takes back what a line did; item records stay, what they were before is not told."""
        for change in reversed(_patch(line).changes):
            self._put((change.collection, change.id), bytes(change.before))


def salvage(wreck: Wreck) -> Salvaged | None:
    """The newest state that is proven; None when there is none."""
    found = [one for one in (_forward(wreck), _backward(wreck)) if one is not None]
    best = max(found, key=lambda one: (one.last, one.whole_log), default=None)
    if best is None:
        return None
    papers, whole = wreck.papers()
    order = {key: place for place, (key, _) in enumerate(wreck.rows(proven=False))}
    rows = dict(sorted(best.rows.items(), key=lambda row: order.get(row[0], len(order))))
    entry = best.lines[-1].entry if best.lines else b""
    best = best._replace(rows=rows, papers=papers, papers_whole=whole, ends=wreck.ends)
    return _unambiguous(best._replace(proven=best.last, entry=entry))


def _unambiguous(found: Salvaged) -> Salvaged:
    """Papers may name lines that are lost: then the log begins after them, no number means two."""
    most = max(
        (int(msgspec.json.decode(p.json, type=_Named).edit) for p in found.papers), default=0
    )
    if most <= found.last:
        return found
    origin = _packed(found.uid, found.rows)
    return found._replace(first=most + 1, origin=origin, lines=(), whole_log=False)


def _forward(wreck: Wreck) -> Salvaged | None:
    """What the log leads to from its beginning, as far as its chain holds."""
    with suppress(*WRONG):
        for first, origin in reversed(tuple(wreck.origins())):
            uid, rows = _unpacked(origin)
            lines = tuple(_chained(wreck, first, digest(origin)))
            for line in lines:
                rows.follow(line)
                if rows.state != line.state:
                    raise DamageError("state")
            return Salvaged(uid, first, origin, lines, rows.json, whole_log=True)
    return None


def _chained(wreck: Wreck, first: int, chain: bytes) -> Iterator[LogLine]:
    with suppress(*WRONG):
        for number in count(first + 1):
            line = wreck.line(number)
            if link_of(chain, line.entry, line.patch, line.state) != line.chain:
                return
            yield line
            chain = line.chain


def _backward(wreck: Wreck) -> Salvaged | None:
    """The state that the seal proves, be the log what it may."""
    head = wreck.head
    if head is None:
        return None
    now = _Rows(dict(wreck.rows()))
    if now.state != head.state:
        return None
    with suppress(*WRONG):
        return _with_tail(head, now, tuple(_chained_back(wreck, head)))
    with suppress(*WRONG):
        return _with_tail(head, now, ())
    return None


def _chained_back(wreck: Wreck, head: Head) -> Iterator[LogLine]:
    """The last lines of the log, the newest first, until one is missing or changed."""
    chain = head.chain
    with suppress(*WRONG):
        for number in range(head.edits, 0, -1):
            line, before = wreck.line(number), wreck.chain_at(number - 1)
            if link_of(before, line.entry, line.patch, line.state) != chain:
                return
            yield line
            chain = before


def _with_tail(head: Head, now: _Rows, lines: Sequence[LogLine]) -> Salvaged:
    """A log that begins after the damage; its chain is made anew."""
    then = _Rows(now.json)
    for line in lines:
        then.go_back(line)
    origin = _packed(head.uid, then.json)
    chain, kept = digest(origin), []
    for line in reversed(lines):
        then.follow(line)
        chain = link_of(chain, line.entry, line.patch, then.state)
        kept.append(line._replace(state=then.state, chain=chain))
    first = head.edits - len(kept)
    return Salvaged(head.uid, first, origin, tuple(kept), now.json, whole_log=False)


def _unpacked(origin: bytes) -> tuple[str, _Rows]:
    """The rows of an origin, byte for byte as they were put into the file then."""
    whole = plain(zlib.decompress(origin))
    found = {(name, ""): whole[name] for name in SINGLETONS if name in whole}
    for name in COLLECTIONS:
        if name in whole:
            found |= {(name, key): one for key, one in plain(whole[name]).items()}
    record = plain(whole[RECORD])
    found |= {(RECORD, key): one for key, one in plain(record["items"]).items()}
    uid = msgspec.json.decode(bytes(whole["uid"]), type=str)
    return uid, _Rows({key: msgspec.json.format(bytes(j), indent=-1) for key, j in found.items()})


def _packed(uid: str, rows: Mapping[Key, bytes]) -> bytes:
    parts: dict[str, dict[str, msgspec.Raw]] = {name: {} for name in (*COLLECTIONS, RECORD)}
    alone: dict[str, msgspec.Raw] = {}
    for (name, key), json in rows.items():
        if name in SINGLETONS:
            alone[name] = msgspec.Raw(json)
        else:
            parts[name][key] = msgspec.Raw(json)
    whole = {"uid": uid, **alone, **parts, RECORD: {"items": parts[RECORD]}}
    dump = codec.dump(*codec.load(msgspec.json.encode(whole)))
    return zlib.compress(dump, 1)
