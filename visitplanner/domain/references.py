# SPDX-License-Identifier: MIT
"""Which entity points at which: found from the types, checked in bulk and for one patch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Final

import msgspec
from msgspec import inspect

from visitplanner.domain.patch import Change, EditRefusedError, Patch
from visitplanner.domain.reckonable import faults, faults_of_patch
from visitplanner.domain.text import Entity, Value, message
from visitplanner.domain.visit import COLLECTIONS, Visit

Path = tuple[str, ...]
Pluck = Callable[[Iterable[object]], Iterable[object]]


class Dangling(Value, frozen=True, forbid_unknown_fields=True):
    """A reference that leads nowhere: from an entity's field to a missing id."""

    collection: str
    id: str
    field: str
    missing: str


class Field(Value, frozen=True, forbid_unknown_fields=True):
    """A field that holds ids: the way to it ("*" steps into a sequence), and where it points."""

    path: Path
    targets: tuple[str, ...]


def _fields(kind: inspect.Type, path: Path, targets: tuple[str, ...]) -> Iterator[Field]:
    if isinstance(kind, inspect.Metadata):
        own = (kind.extra or {}).get("refers", targets)
        yield from _fields(kind.type, path, own)
    elif isinstance(kind, inspect.UnionType):
        for option in kind.types:
            yield from _fields(option, path, targets)
    elif isinstance(kind, inspect.VarTupleType):
        yield from _fields(kind.item_type, (*path, "*"), targets)
    elif isinstance(kind, inspect.StructType):
        for field in kind.fields:
            yield from _fields(field.type, (*path, field.name), ())
    elif targets:
        yield Field(path, targets)


@cache
def reference_fields(collection: str) -> tuple[Field, ...]:
    """All fields of a collection's type that hold ids of others."""
    kind = inspect.type_info(COLLECTIONS[collection])
    return tuple(_fields(kind, (), ()))


def _step(name: str) -> Pluck:
    if name == "*":
        return chain.from_iterable  # type: ignore[return-value]
    get = attrgetter(name)

    def plain(values: Iterable[object]) -> Iterable[object]:
        return map(get, values)

    def of_variants(values: Iterable[object]) -> Iterable[object]:
        return (getattr(v, name) for v in values if hasattr(v, name))

    return of_variants if name in _VARIANT_FIELDS else plain


_VARIANT_FIELDS: Final = frozenset(
    {"wreaths", "toasts", "on_behalf_of", "speakers", "guide", "bearers", "party"}
)


def ids_at(entities: Iterable[object], path: Path) -> Iterator[str]:
    """The ids that stand at a path in some entities, absent ones left out."""
    values = entities
    for name in path:
        values = _step(name)(values)
    return (v for v in values if isinstance(v, str))


def _missing(visit: Visit, ids: Iterable[str], field: Field) -> set[str]:
    missing = set(ids)
    for target in field.targets:
        known = visit.collection(target)
        missing = {i for i in missing if i not in known}  # `-= keys()` would go through all keys
    return missing


def dangling(visit: Visit) -> Iterator[Dangling]:
    """Every reference of the visit that leads nowhere."""
    for collection in COLLECTIONS:
        entities = visit.collection(collection)
        for field in reference_fields(collection) if entities else ():
            if missing := _missing(visit, ids_at(entities.values(), field.path), field):
                for entity in entities.values():
                    for wrong in missing & set(ids_at((entity,), field.path)):
                        yield Dangling(collection, entity.id, ".".join(field.path), wrong)


def ambiguous_names(visit: Visit) -> set[str]:
    """Ids used by more than one of people, delegations and groups."""
    people, delegations, groups = visit.people.keys(), visit.delegations.keys(), visit.groups.keys()
    return (people & delegations) | (people & groups) | (delegations & groups)


def users_of(visit: Visit, collection: str, entity_id: str) -> Iterator[Dangling]:
    """Every place that points at one entity."""
    for name in COLLECTIONS:
        for field in reference_fields(name):
            if collection in field.targets:
                for entity in visit.collection(name).values():
                    if entity_id in ids_at((entity,), field.path):
                        yield Dangling(name, entity.id, ".".join(field.path), entity_id)


_NAMED: Final = ("people", "delegations", "groups")


def _check_id(after: Visit, change: Change) -> None:
    own = change.after.id if isinstance(change.after, Entity) else change.id
    if own != change.id:
        raise EditRefusedError(message("The id {id} stands under {key}.", id=own, key=change.id))
    if sum(own in after.collection(name) for name in _NAMED if change.collection in _NAMED) > 1:
        raise EditRefusedError(
            message("{id} would name more than one of people, delegations and groups.", id=own)
        )


def check_patch(after: Visit, patch: Patch) -> None:
    """EditRefusedError when an applied patch leaves what `validate` would refuse on loading."""
    for _, why in faults_of_patch(after, patch):
        raise EditRefusedError(why)
    for change in patch.changes:
        if change.collection not in COLLECTIONS:
            continue
        _check_id(after, change)
        if change.after is None:
            for user in users_of(after, change.collection, change.id):
                raise EditRefusedError(
                    message(
                        "This cannot be removed: {place} still refers to it.",
                        place=f"{user.collection}/{user.id}",
                    )
                )
            continue
        for field in reference_fields(change.collection):
            for wrong in _missing(after, ids_at((change.after,), field.path), field):
                raise EditRefusedError(
                    message(
                        "{place} refers to {missing}, which is not in the visit.",
                        place=f"{change.collection}/{change.id}",
                        missing=wrong,
                    )
                )


def validate(visit: Visit) -> None:
    """msgspec.ValidationError naming the first place where the visit does not hold together."""
    for name in COLLECTIONS:
        for key, entity in visit.collection(name).items():
            if key != entity.id:
                raise msgspec.ValidationError(
                    f"id {entity.id!r} stands under {key!r} - at `$.{name}`"
                )
    for place, why in faults(visit):
        raise msgspec.ValidationError(f"{why.msgid.format(**why.args)} - at `$.{place}`")
    for wrong in dangling(visit):
        raise msgspec.ValidationError(
            f"refers to {wrong.missing!r}, which is not in the visit"
            f" - at `$.{wrong.collection}.{wrong.id}.{wrong.field}`"
        )
    for twice in sorted(ambiguous_names(visit)):
        raise msgspec.ValidationError(
            f"id {twice!r} is used by more than one of people, delegations, groups - at `$`"
        )
