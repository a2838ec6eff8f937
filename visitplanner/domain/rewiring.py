# SPDX-License-Identifier: MIT
"""One field of an entity rewired to other ids; what cannot be without the id goes with it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from msgspec import inspect
from msgspec.structs import replace

from visitplanner.domain.text import Entity, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.references import Path

    Rewire = Callable[[str], str | None]

E = TypeVar("E", bound=Entity)


def rewired(entity: E, path: Path, change: Rewire) -> E | None:
    """The entity with the ids at a path changed; unchanged it is the same object.

    `change` answers another id, or None to let go. An optional field becomes empty; of a list the
    element goes that cannot be without its id; an entity that cannot be without it is None.
    """
    fresh = _at(entity, path, change)
    return fresh if isinstance(fresh, type(entity)) else None


def _at(value: object, path: Path, change: Rewire) -> object:
    if not path:
        return change(value) if isinstance(value, str) else value
    if path[0] == "*":
        return _each(value, path[1:], change) if isinstance(value, tuple) else value
    if not isinstance(value, Value) or not hasattr(value, path[0]):
        return value  # another variant of the field
    inner = getattr(value, path[0])
    fresh = inner if inner is None else _at(inner, path[1:], change)
    if fresh is inner:
        return value
    if fresh is None and path[0] not in _optional(type(value)):
        return None
    return replace(value, **{path[0]: fresh})


def _each(values: tuple[object, ...], path: Path, change: Rewire) -> tuple[object, ...]:
    fresh = [_at(value, path, change) for value in values]
    if all(new is old for new, old in zip(fresh, values, strict=True)):
        return values
    kept = (value for value in fresh if value is not None)
    return tuple(kept) if path else tuple(dict.fromkeys(kept))  # of bare ids each stands once


@cache
def _optional(kind: type[Value]) -> frozenset[str]:
    """The fields of a type that may be None."""
    found = inspect.type_info(kind)
    if not isinstance(found, inspect.StructType):
        return frozenset()
    return frozenset(field.name for field in found.fields if _may_be_none(field.type))


def _may_be_none(kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.Metadata):
        return _may_be_none(kind.type)
    if isinstance(kind, inspect.UnionType):
        return any(_may_be_none(option) for option in kind.types)
    return isinstance(kind, inspect.NoneType)
