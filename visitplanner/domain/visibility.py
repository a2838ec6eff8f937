# SPDX-License-Identifier: MIT
"""Classes of fields, read from where they are declared, and values without what is above one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, TypeVar

import msgspec
from msgspec import UNSET, Struct, inspect
from msgspec.structs import replace

from visitplanner.domain.people import MemberRole, Membership
from visitplanner.domain.text import Visibility

S = TypeVar("S", bound=Struct)
_OWN: Final = "visibility"
"""The field by which an item, a step or a booking is stricter than its fields."""
_ROLES: Final[Mapping[MemberRole, Visibility]] = {
    MemberRole.SECURITY: Visibility.INTERNAL,
    MemberRole.DRIVER: Visibility.INTERNAL,
}
"""Papers for guests name neither (O02)."""


class ClassedField(Struct, frozen=True):
    """A field of a type: its class, what it is reset to, whether it can hold classed fields."""

    name: str
    visibility: Visibility
    required: bool
    default: object
    factory: Callable[[], object] | None
    deep: bool

    def blank(self) -> object:
        """What stands in the field for readers it is not meant for."""
        return self.factory() if self.factory else self.default


@cache
def classed_fields(kind: type[Struct]) -> tuple[ClassedField, ...]:
    """All fields of a type with their classes."""
    found = inspect.type_info(kind)
    if not isinstance(found, inspect.StructType):
        raise TypeError(kind.__name__)
    return tuple(_classed(field) for field in found.fields)


def _classed(field: inspect.Field) -> ClassedField:
    factory = field.default_factory
    return ClassedField(
        name=field.name,
        visibility=_class_of(field.type),
        required=field.required,
        default=None if field.default is msgspec.NODEFAULT else field.default,
        factory=factory if callable(factory) else None,
        deep=any(True for _ in _structs(field.type)),
    )


def _class_of(kind: inspect.Type) -> Visibility:
    if isinstance(kind, inspect.Metadata):
        own = (kind.extra or {}).get("visibility", UNSET)
        return own if isinstance(own, Visibility) else _class_of(kind.type)
    return Visibility.PUBLIC


def _structs(kind: inspect.Type) -> Iterator[inspect.StructType]:
    if isinstance(kind, inspect.StructType):
        yield kind
    elif isinstance(kind, inspect.Metadata):
        yield from _structs(kind.type)
    elif isinstance(kind, inspect.UnionType):
        for option in kind.types:
            yield from _structs(option)
    elif isinstance(kind, inspect.VarTupleType):
        yield from _structs(kind.item_type)
    elif isinstance(kind, inspect.DictType):
        yield from _structs(kind.value_type)


def stands_above(value: object, audience: Visibility) -> bool:
    """Whether a value as a whole is not for that audience."""
    own = getattr(value, _OWN, Visibility.PUBLIC)
    if isinstance(value, Membership):
        own = _ROLES.get(value.role, own)
    return isinstance(own, Visibility) and not audience.admits(own)


@cache
def _plan(kind: type[Struct], audience: Visibility) -> tuple[tuple[ClassedField, ...], ...]:
    fields = classed_fields(kind)
    blanked = tuple(f for f in fields if not audience.admits(f.visibility))
    deep = tuple(f for f in fields if f.deep and f not in blanked)
    return blanked, deep


def cleared_value(value: S, audience: Visibility) -> S:
    """The value with every field above the audience reset, at any depth."""
    blanked, deep = _plan(type(value), audience)
    changes: dict[str, object] = {}
    for field in blanked:
        blank = field.blank()
        if getattr(value, field.name) != blank:
            changes[field.name] = blank
    for field in deep:
        before = getattr(value, field.name)
        after = _cleared(before, audience)
        if after is not before:
            changes[field.name] = after
    return replace(value, **changes) if changes else value


def _cleared(value: object, audience: Visibility) -> object:
    if isinstance(value, Struct):
        return cleared_value(value, audience)
    if isinstance(value, tuple):
        kept = tuple(_cleared(v, audience) for v in value if not stands_above(v, audience))
        same = len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))
        return value if same else kept
    if isinstance(value, Mapping):
        left = {k: _cleared(v, audience) for k, v in value.items() if not stands_above(v, audience)}
        same = len(left) == len(value) and all(left[k] is value[k] for k in left)
        return value if same else left
    return value
