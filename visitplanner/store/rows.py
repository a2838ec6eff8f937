# SPDX-License-Identifier: MIT
"""Rows of a `.visit` file and the values they stand for."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from visitplanner.domain import codec
from visitplanner.domain.patch import Change, EditRefusedError, Patch
from visitplanner.domain.record import Informing, ItemRecord, Publication, Version
from visitplanner.domain.text import Value, message
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS
from visitplanner.store.checksums import row_sum

if TYPE_CHECKING:
    from visitplanner.store.contract import Entry

V = TypeVar("V")
_AT_A_TIME: Final = 200
RECORD: Final = "record"
PAPERS: Final[Mapping[str, type[Value]]] = {
    "versions": Version,
    "publications": Publication,
    "informed": Informing,
}
"""What the record keeps beside its items, by the names of its fields."""


class Row(Value, frozen=True):
    """The JSON that stands for one key of a collection, with its sum; no JSON: the row goes."""

    collection: str
    id: str
    json: bytes | None = None
    sum: bytes = b""


class _Line(Value, frozen=True, forbid_unknown_fields=True):
    """What the log keeps of an edit beside its entry."""

    changes: msgspec.Raw
    record: Mapping[str, ItemRecord] = {}


class _PlainLine(Value, frozen=True, forbid_unknown_fields=True):
    """The same, its item records unread."""

    changes: msgspec.Raw
    record: msgspec.Raw


def row_of(collection: str, key: str, value: Value) -> Row:
    """The row of a value."""
    json = codec.encode(value)
    return Row(collection, key, json, row_sum(collection, key, json))


def _refused(change: Change, reason: str) -> EditRefusedError:
    return EditRefusedError(
        message(
            "{place} cannot be stored: {reason}.",
            place=f"{change.collection}/{change.id}" if change.id else change.collection,
            reason=reason,
        )
    )


def checked_row(change: Change) -> Row:
    """The row a change leaves; EditRefusedError unless its bytes decode to the same value.

    Structs are validated by decoding alone, so this is what keeps a wrong type out of a file.
    """
    if change.collection in SINGLETONS:
        if change.id or change.after is None:
            raise _refused(change, "this part of a visit stands alone and cannot be removed")
    elif change.collection not in COLLECTIONS:
        raise _refused(change, "a visit has no such collection")
    if change.after is None:
        return Row(change.collection, change.id)
    try:
        row = row_of(change.collection, change.id, change.after)
        again = codec.decode_entity(change.collection, row.json or b"")
    except (msgspec.MsgspecError, TypeError, ValueError, NotImplementedError, OverflowError) as why:
        raise _refused(change, str(why)) from why
    if again != change.after:
        raise _refused(change, "its value would be another one when read again")
    if getattr(again, "id", "") != change.id:
        raise _refused(change, "it stands under the id of another")
    return row


def packed_line(patch: Patch, record: Mapping[str, ItemRecord]) -> bytes:
    """A patch and the item records that came with it; before and after compress to one."""
    return zlib.compress(codec.encode({"changes": patch.changes, "record": record}))


def _line(blob: bytes) -> _Line:
    return codec.decode(_Line, zlib.decompress(blob))


def patch_of(entry: Entry, blob: bytes) -> Patch:
    """The patch of a line of the log."""
    name = codec.encode(entry.message)
    return codec.decode_patch(b'{"message":%b,"changes":%b}' % (name, bytes(_line(blob).changes)))


def replaced_by(blob: bytes) -> Iterator[tuple[str, str, msgspec.Raw]]:
    """What a line of the log replaced, by collection and id, still as JSON."""
    return codec.replaced(bytes(codec.decode(_PlainLine, zlib.decompress(blob)).changes))


def records_of(blob: bytes) -> Mapping[str, ItemRecord]:
    """The item records that changed with a line of the log."""
    return _line(blob).record


def decode_all(kind: type[V], rows: Iterable[bytes]) -> tuple[V, ...]:
    """The values of many rows, decoded by the hundred: a window goes on between two calls."""
    waiting = iter(rows)
    found: list[V] = []
    while some := list(islice(waiting, _AT_A_TIME)):
        rows_in_one = b"[" + b",".join(some) + b"]"
        found += codec.decode(tuple[kind, ...], rows_in_one)  # type: ignore[valid-type]
    return tuple(found)
