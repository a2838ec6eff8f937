# SPDX-License-Identifier: MIT
"""An earlier state brought back as a new edit: of the whole visit, or of one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.patch import Change, EditRefusedError, Patch, current
from visitplanner.domain.references import ids_at, reference_fields, users_of
from visitplanner.domain.text import Message, Quote, message
from visitplanner.domain.visit import COLLECTIONS, SINGLETONS, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Entity


def restored(visit: Visit, then: Visit, name: Message) -> Patch:
    """The patch that makes the visit what it was then."""
    return Patch(name, tuple(_changes(visit, then)))


def _changes(visit: Visit, then: Visit) -> Iterator[Change]:
    for single in SINGLETONS:
        before, after = getattr(visit, single), getattr(then, single)
        if before != after:
            yield Change(single, "", before, after)
    for name in COLLECTIONS:
        here, there = visit.collection(name), then.collection(name)
        if here is there:
            continue
        for key, now in here.items():
            was = there.get(key)
            if now is not was and now != was:
                yield Change(name, key, now, was)
        for key in there.keys() - here.keys():
            yield Change(name, key, None, there[key])


def restored_item(visit: Visit, then: Visit, item_id: str) -> Patch:
    """The patch that makes one item what it was then, with what it needs and was its own.

    What it named and has been deleted since comes back with it; everything else stays as it is.
    """
    item = then.items.get(item_id)
    if item is None:
        raise EditRefusedError(message("At that time this item was not in the programme."))
    name = message("Restore “{title}” as it was", title=Quote(text=item.title))
    wanted: dict[tuple[str, str], Entity] = {("items", item_id): item}
    if item_id not in visit.items:
        wanted |= _own(visit, then, item_id)
    changes = dict(wanted)
    while wanted:
        wanted = {
            key: value for key, value in _needed(visit, then, wanted).items() if key not in changes
        }
        changes |= wanted
    return Patch(
        name,
        tuple(
            Change(collection, key, before, value)
            for (collection, key), value in changes.items()
            if (before := current(visit, collection, key)) != value
        ),
    )


def _own(visit: Visit, then: Visit, item_id: str) -> dict[tuple[str, str], Entity]:
    """What pointed at an item when it was there: deleted with it, or let go of it."""
    found: dict[tuple[str, str], Entity] = {}
    for user in users_of(then, "items", item_id):
        was = then.collection(user.collection)[user.id]
        now = visit.collection(user.collection).get(user.id)
        if now is None:
            if user.collection != "items":
                found[user.collection, user.id] = was
        elif "." not in user.field and getattr(now, user.field) is None:
            found[user.collection, user.id] = replace(now, **{user.field: item_id})
    return found


def _needed(
    visit: Visit, then: Visit, entities: dict[tuple[str, str], Entity]
) -> dict[tuple[str, str], Entity]:
    """What these name that is in the visit no longer, as it was then."""
    found: dict[tuple[str, str], Entity] = {}
    for (collection, _), entity in entities.items():
        for field in reference_fields(collection):
            for key in ids_at((entity,), field.path):
                if any(key in visit.collection(target) for target in field.targets):
                    continue
                for target in field.targets:
                    if key in then.collection(target):
                        found[target, key] = then.collection(target)[key]
    return found
