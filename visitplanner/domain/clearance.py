# SPDX-License-Identifier: MIT
"""A visit without what is above an audience: no field, no item, nothing that points at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import fields, replace

from visitplanner.domain.record import Record
from visitplanner.domain.references import Path, ids_at, reference_fields
from visitplanner.domain.text import Entity, Visibility
from visitplanner.domain.visibility import cleared_value
from visitplanner.domain.visit import COLLECTIONS, Visit

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def cleared(visit: Visit, audience: Visibility) -> Visit:
    """The visit as that audience may know it; its references still hold together.

    What cannot be without a thing that is gone (an agenda without its session) goes with it;
    other references to it are let go.
    """
    here = _without_hidden_people(visit, cleared_value(visit, audience))
    missing = _missing(here)
    while missing:
        here = replace(here, **{name: _mended(here, name, missing) for name in COLLECTIONS})
        missing = _missing(here)
    return here


def _without_hidden_people(visit: Visit, here: Visit) -> Visit:
    """Without those who come only as what the audience is not told of: security, drivers.

    Else they would be named as participants of an item all the same (O02).
    """
    shown = {m.person for m in here.memberships.values()}
    hidden = {m.person for m in visit.memberships.values()} - shown
    if not hidden:
        return here
    return replace(here, people={k: v for k, v in here.people.items() if k not in hidden})


def handed_over(visit: Visit, audience: Visibility) -> Visit:
    """The cleared visit without people whom only hidden fields named: "Copy for handing over"."""
    here = cleared(visit, audience)
    named = {
        person
        for collection in COLLECTIONS
        if collection != "posts"
        for field in reference_fields(collection)
        if "people" in field.targets
        for person in ids_at(here.collection(collection).values(), field.path)
    }
    return replace(
        here,
        people={k: v for k, v in here.people.items() if k in named},
        posts={k: v for k, v in here.posts.items() if v.person in named},
    )


def cleared_record(record: Record, audience: Visibility, kept: Visit) -> Record:
    """The record that goes with a cleared copy: no deleted texts, no readers, no authors."""
    return Record(
        items={
            key: replace(item, tombstone=None)
            for key, item in record.items.items()
            if key in kept.items
        },
        versions=tuple(
            replace(v, author="", note="") if audience is Visibility.PUBLIC else v
            for v in record.versions
        ),
        edit=record.edit,
    )


def _missing(visit: Visit) -> Mapping[str, frozenset[str]]:
    """By collection, the ids it refers to that are gone."""
    found: dict[str, frozenset[str]] = {}
    for name in COLLECTIONS:
        entities = visit.collection(name).values()
        for field in reference_fields(name):
            gone = set(ids_at(entities, field.path))
            for target in field.targets:
                gone -= visit.collection(target).keys()
            if gone:
                found[name] = found.get(name, frozenset()) | gone
    return found


def _mended(visit: Visit, name: str, missing: Mapping[str, frozenset[str]]) -> Mapping[str, Entity]:
    entities = visit.collection(name)
    gone = missing.get(name)
    if not gone:
        return entities
    left: dict[str, Entity] = {}
    for key, entity in entities.items():
        mended: object = entity
        for field in reference_fields(name):
            mended = _without(mended, field.path, gone) if mended is not None else None
        if isinstance(mended, Entity):
            left[key] = mended
    return left


def _without(value: object, path: Path, gone: Collection[str]) -> object:
    """The value with ids that are gone taken out at the path; None when it cannot be without."""
    if not path:
        return None if value in gone else value
    step, rest = path[0], path[1:]
    if step == "*":
        kept = tuple(
            new for old in _sequence(value) if (new := _without(old, rest, gone)) is not None
        )
        return value if kept == value else kept
    if not isinstance(value, Struct) or (before := getattr(value, step, None)) is None:
        return value
    after = _without(before, rest, gone)
    if after is before:
        return value
    if after is None and any(f.name == step and f.required for f in fields(value)):
        return None
    return replace(value, **{step: after})


def _sequence(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
