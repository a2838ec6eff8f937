# SPDX-License-Identifier: MIT
"""A patch: what one edit changes, before and after, with its inverse."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from visitplanner.domain.text import Entity, Message, Value
from visitplanner.domain.visit import COLLECTIONS, Visit


class Change(Value, frozen=True, forbid_unknown_fields=True):
    """One entity before and after; None where it is absent.

    `collection` is a key of COLLECTIONS, or "about" or "policy" with an empty id.
    """

    collection: str
    id: str
    before: Value | None
    after: Value | None


class Patch(Value, frozen=True, forbid_unknown_fields=True):
    """The changes of one edit, at most one for an entity, and the edit's name."""

    message: Message
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> Patch:
        """The patch that takes this one back."""
        return Patch(
            self.message,
            tuple(Change(c.collection, c.id, c.after, c.before) for c in reversed(self.changes)),
        )


class EditRefusedError(Exception):
    """An edit that would leave the visit invalid; nothing has changed."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.msgid)
        self.reason: Final = reason


def current(visit: Visit, collection: str, entity_id: str) -> Value | None:
    """What stands in the visit under this name now."""
    if collection in COLLECTIONS:
        return visit.collection(collection).get(entity_id)
    value: Value = getattr(visit, collection)
    return value


def apply(visit: Visit, patch: Patch) -> Visit:
    """The visit after a patch; EditRefusedError when the patch was made for another state."""
    fresh: dict[str, dict[str, Entity] | Value] = {}
    for change in patch.changes:
        here = current(visit, change.collection, change.id)
        if here is not change.before and here != change.before:
            raise EditRefusedError(Message("The plan has changed since this edit was prepared."))
        if change.collection not in COLLECTIONS:
            if change.after is None:
                raise EditRefusedError(Message("This part of the visit cannot be removed."))
            fresh[change.collection] = change.after
            continue
        entities = fresh.get(change.collection)
        if not isinstance(entities, dict):
            entities = dict(visit.collection(change.collection))
            fresh[change.collection] = entities
        if isinstance(change.after, Entity):
            entities[change.id] = change.after
        else:
            entities.pop(change.id, None)
    return replace(visit, **fresh) if fresh else visit


def merged(first: Patch, second: Patch) -> Patch:
    """One patch that does what both do in turn, under the name of the second."""
    changes: dict[tuple[str, str], Change] = {(c.collection, c.id): c for c in first.changes}
    for change in second.changes:
        key = (change.collection, change.id)
        known = changes.get(key)
        before = known.before if known else change.before
        changes[key] = Change(change.collection, change.id, before, change.after)
    kept = tuple(c for c in changes.values() if c.before != c.after)
    return Patch(second.message, kept)
