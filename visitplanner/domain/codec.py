# SPDX-License-Identifier: MIT
"""The JSON of the domain: the types themselves, with a hook for local times; sorted, complete."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

from visitplanner.domain.earlier import dump_of_1
from visitplanner.domain.patch import Change, Patch
from visitplanner.domain.period import LocalTime, at
from visitplanner.domain.reckonable import faults_of_record
from visitplanner.domain.record import EMPTY_RECORD, Record
from visitplanner.domain.text import Message, Value
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS, Visit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

V = TypeVar("V")


class Dump(Visit, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A visit and its record in one object: what `dump` writes and `load` reads."""

    record: Record = EMPTY_RECORD


def _to_plain(value: object) -> str:
    if isinstance(value, LocalTime):
        return str(value)
    raise NotImplementedError(type(value).__name__)


def _from_plain(kind: type, value: object) -> LocalTime:
    if kind is not LocalTime:
        raise NotImplementedError(kind.__name__)
    if not isinstance(value, str):
        raise TypeError(f"not a local time YYYY-MM-DDTHH:MM: {value!r}")
    return at(value)


_ENCODER = msgspec.json.Encoder(enc_hook=_to_plain, order="sorted")


def encode(value: object) -> bytes:
    """JSON of a value: keys sorted, defaults written, no white space."""
    return _ENCODER.encode(value)


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast("type", kind), dec_hook=_from_plain)


def decode(kind: type[V], data: bytes) -> V:
    """The value written as JSON; ValidationError names the field, DecodeError says it is none."""
    return cast("V", _decoder(cast("Hashable", kind)).decode(data))


def entity_type(collection: str) -> type[Value]:
    """The type that stands in a collection, or of a singleton ("about", "policy")."""
    return COLLECTIONS[collection] if collection in COLLECTIONS else SINGLETONS[collection]


class _PlainChange(Value, frozen=True, forbid_unknown_fields=True):
    collection: str
    id: str
    before: msgspec.Raw
    after: msgspec.Raw


class _PlainPatch(Value, frozen=True, forbid_unknown_fields=True):
    message: Message
    changes: tuple[_PlainChange, ...]


def decode_entity(collection: str, data: bytes | msgspec.Raw) -> Value:
    """The entity of a collection, or the singleton, written as JSON."""
    try:
        kind = entity_type(collection)
    except KeyError:
        raise msgspec.ValidationError(f"a visit has no {collection!r}") from None
    return decode(kind, bytes(data))


def _change(plain: _PlainChange) -> Change:
    before, after = (value_of(plain.collection, side) for side in (plain.before, plain.after))
    return Change(plain.collection, plain.id, before, after)


def decode_patch(data: bytes) -> Patch:
    """The patch that `encode` wrote; each entity is decoded as its collection's type."""
    plain = decode(_PlainPatch, data)
    return Patch(plain.message, tuple(_change(c) for c in plain.changes))


def replaced(changes: bytes) -> Iterator[tuple[str, str, msgspec.Raw]]:
    """What the changes of a patch replaced, by collection and id, still as JSON."""
    for plain in decode(tuple[_PlainChange, ...], changes):
        yield plain.collection, plain.id, plain.before


def value_of(collection: str, json: msgspec.Raw) -> Value | None:
    """What a change has on one of its sides."""
    return None if bytes(json) == b"null" else decode_entity(collection, json)


def dump(visit: Visit, record: Record) -> bytes:
    """The one JSON object of design.md section 7, indented, with a final line feed."""
    parts = {name: getattr(visit, name) for name in visit.__struct_fields__}
    return msgspec.json.format(encode(Dump(**parts, record=record)), indent=2) + b"\n"


def load(data: bytes) -> tuple[Visit, Record]:
    """Visit and record from `dump`'s JSON; ValidationError names the place that is wrong."""
    try:
        whole = _whole(data)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(_located(data) or str(error)) from None
    for place, why in faults_of_record(whole.record):
        raise msgspec.ValidationError(f"{why.msgid.format(**why.args)} - at `$.{place}`")
    visit = Visit(**{name: getattr(whole, name) for name in Visit.__struct_fields__})
    return visit, whole.record


def _whole(data: bytes) -> Dump:
    """The dump, be it of an older version of the program."""
    try:
        return decode(Dump, data)
    except msgspec.ValidationError:
        with suppress(msgspec.ValidationError):
            return decode(Dump, dump_of_1(data))
        raise  # in the words of what was given


def _located(data: bytes) -> str:
    """What is wrong with the first wrong entity, with its id, which msgspec's path leaves out."""
    whole = decode(dict[str, msgspec.Raw], data)
    for name, kind in COLLECTIONS.items():
        try:
            entities = decode(dict[str, msgspec.Raw], bytes(whole.get(name, b"{}")))
        except msgspec.ValidationError:
            continue  # not even an object: msgspec's own words say so
        for key, entity in entities.items():
            try:
                decode(kind, bytes(entity))
            except msgspec.ValidationError as error:
                what, _, field = str(error).partition(" - at `$")
                return f"{what} - at `$.{name}.{key}{field or '`'}"
    return ""


def _schema_of(kind: type) -> dict[str, object]:
    if kind is LocalTime:
        return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d$"}
    raise NotImplementedError(kind.__name__)


def json_schema() -> dict[str, object]:
    """The JSON schema of what `dump` writes."""
    (schema,), components = msgspec.json.schema_components([Dump], schema_hook=_schema_of)
    return {**schema, "$defs": components}
