# SPDX-License-Identifier: MIT
"""The JSON of the domain: the types themselves, with a hook for local times; sorted, complete."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec

from visitplanner.domain.period import LocalTime, at
from visitplanner.domain.record import EMPTY_RECORD, Record
from visitplanner.domain.text import Value
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS, Visit

V = TypeVar("V")


class Dump(Visit, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A visit and its record in one object: what `dump` writes and `load` reads."""

    record: Record = EMPTY_RECORD


def _to_plain(value: object) -> str:
    if isinstance(value, LocalTime):
        return str(value)
    raise NotImplementedError(type(value).__name__)


def _from_plain(kind: type, value: object) -> LocalTime:
    if kind is LocalTime and isinstance(value, str):
        return at(value)
    raise NotImplementedError(kind.__name__)


_ENCODER = msgspec.json.Encoder(enc_hook=_to_plain, order="sorted")


def encode(value: object) -> bytes:
    """JSON of a value: keys sorted, defaults written, no white space."""
    return _ENCODER.encode(value)


@cache
def decoder(kind: type[V]) -> msgspec.json.Decoder[V]:
    """A strict decoder; its ValidationError names the field."""
    return msgspec.json.Decoder(kind, dec_hook=_from_plain)


def decode(kind: type[V], data: bytes) -> V:
    """The value written as JSON; msgspec.ValidationError or DecodeError when it is none."""
    return decoder(kind).decode(data)


def entity_type(collection: str) -> type[Value]:
    """The type that stands in a collection, or of a singleton ("about", "policy")."""
    return COLLECTIONS[collection] if collection in COLLECTIONS else SINGLETONS[collection]


def dump(visit: Visit, record: Record) -> bytes:
    """The one JSON object of design.md section 7, indented, with a final line feed."""
    parts = {name: getattr(visit, name) for name in visit.__struct_fields__}
    return msgspec.json.format(encode(Dump(**parts, record=record)), indent=2) + b"\n"


def load(data: bytes) -> tuple[Visit, Record]:
    """Visit and record from `dump`'s JSON; ValidationError names the place that is wrong."""
    whole = decode(Dump, data)
    visit = Visit(**{name: getattr(whole, name) for name in Visit.__struct_fields__})
    return visit, whole.record


def json_schema() -> dict[str, Any]:
    """The JSON schema of what `dump` writes."""

    def hook(kind: type) -> dict[str, Any]:
        if kind is LocalTime:
            return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d$"}
        raise NotImplementedError(kind.__name__)

    (schema,), components = msgspec.json.schema_components([Dump], schema_hook=hook)
    return {**schema, "$defs": components}
