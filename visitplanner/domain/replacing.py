# SPDX-License-Identifier: MIT
"""Replacing a participant: every place where he stands, for the whole visit or from an item on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.edits import combined, item_of, put, put_singleton
from visitplanner.domain.papers import (
    AgreementStatus,
    Instruction,
    Measure,
    ProgressState,
    SignDocument,
)
from visitplanner.domain.patch import EditRefusedError, Patch, apply, merged
from visitplanner.domain.people import Person, Post
from visitplanner.domain.period import instant
from visitplanner.domain.preparation import Task, TaskStatus
from visitplanner.domain.programme import ProgrammeItem
from visitplanner.domain.references import ids_at, reference_fields
from visitplanner.domain.rewiring import rewired
from visitplanner.domain.roll import add_person, person_of
from visitplanner.domain.standing import excluded_anew, succeeded
from visitplanner.domain.tandem import at_once
from visitplanner.domain.text import NO_TEXT, Entity, Quote, Text, Value, message
from visitplanner.domain.visit import COLLECTIONS, Visit, post_on, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.references import Path

AFTER_THE_VISIT: Final = "\N{END OF TRANSMISSION}"
"""Stands in the place of an item: all items stay as they were, what follows the visit changes."""


class Stay(StrEnum):
    """Why a place keeps the one who is replaced."""

    EARLIER = "earlier"  # it belongs to an item before
    SIGNED = "signed"  # a signed document keeps the signatory of its day
    DONE = "done"  # what is closed is history
    STANDING = "standing"  # the list of the delegation: he did take part


class Place(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place where a person stands: entity, the way to the field, and whether he stays there."""

    collection: str
    id: str
    field: str
    item: str | None = None
    """The item the place belongs to."""
    stays: Stay | None = None


class Passage(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text of the visit by its place; a number in the path steps into a sequence."""

    collection: str
    id: str
    path: tuple[str | int, ...]
    text: Text | str
    item: str | None = None


class Newcomer(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody the visit does not know yet, with his post."""

    person: Person
    post: Post | None = None


_NAME: Final = message("Change the data")
_STANDING: Final = frozenset({"delegations", "memberships", "groups", "about"})
_OWN: Final = frozenset({"people", "posts", "parties", "waivers", "calendars", "days"})
"""Collections whose texts name nobody by way of speaking."""
_HISTORY: Final = frozenset({"reports", "decision"})
_CODES: Final = frozenset({"id", "seat", "order", "zone", "end_zone", "country", "language"})


class Reach:
    """What a replacement touches: from which item on, and what is already history."""

    def __init__(self, visit: Visit, since: str | None, today: date | None) -> None:
        self._visit: Final = visit
        self._since: Final = since
        self._today: Final = today
        self._from = 0
        self._day: date | None = None
        if since is not None and since != AFTER_THE_VISIT:
            first = item_of(visit, since)
            if first.start is None:
                raise EditRefusedError(message("Choose an item that has a time."))
            self._from = instant(first.start, zone_of(visit, first))
            self._day = first.start.date
        elif since is not None:
            self._day = date.fromordinal(visit.about.ends.toordinal() + 1)

    @property
    def whole(self) -> bool:
        """Whether the whole visit is meant."""
        return self._since is None

    def keeps(self, item: ProgrammeItem | None) -> bool:
        """Whether an item stays as it was."""
        if item is None or self._since is None or item.id == self._since:
            return False
        if self._since == AFTER_THE_VISIT:
            return True
        if item.start is not None:
            return instant(item.start, zone_of(self._visit, item)) < self._from
        return item.day is not None and self._day is not None and item.day < self._day

    def stay(self, collection: str, entity: Entity) -> Stay | None:
        """Why an entity stays as it was; None when it changes."""
        if isinstance(entity, SignDocument) and self._signed(entity):
            return Stay.SIGNED
        if self.keeps(self._visit.items.get(item_behind(entity) or "")):
            return Stay.EARLIER
        if isinstance(entity, Task) and entity.status is not TaskStatus.OPEN:
            return Stay.DONE
        if isinstance(entity, Measure | Instruction) and entity.state is ProgressState.CLOSED:
            return Stay.DONE
        return Stay.STANDING if collection in _STANDING and not self.whole else None

    def _signed(self, document: SignDocument) -> bool:
        if document.status is AgreementStatus.SIGNED:
            return True
        if document.signed_on is None:
            return False
        past = self._today is not None and document.signed_on < self._today
        return past or (self._day is not None and document.signed_on < self._day)


def item_behind(entity: Entity) -> str | None:
    """The item an entity is or belongs to."""
    if isinstance(entity, ProgrammeItem):
        return entity.id
    found = getattr(entity, "item", None)
    return found if isinstance(found, str) else None


def _fields(collection: str) -> Iterator[Path]:
    """The fields that hold people; a post is its holder's own."""
    for field in reference_fields(collection):
        if "people" in field.targets and collection != "posts":
            yield field.path


def places_of(
    visit: Visit, person: str, since: str | None = None, today: date | None = None
) -> tuple[Place, ...]:
    """Every place where a person stands, those that keep him marked, in the order of the visit."""
    reach = Reach(visit, since, today)
    found = [
        Place(
            collection=collection,
            id=entity.id,
            field=".".join(path),
            item=item_behind(entity),
            stays=reach.stay(collection, entity),
        )
        for collection in COLLECTIONS
        for path in _fields(collection)
        for entity in visit.collection(collection).values()
        if person in ids_at((entity,), path)
    ]
    return tuple(found)


def passages(
    visit: Visit, since: str | None = None, today: date | None = None
) -> Iterator[Passage]:
    """Every free text that a replacement may rewrite: those of history are left out."""
    reach = Reach(visit, since, today)
    if reach.whole:
        for path, text in _texts(visit.about, ()):
            yield Passage(collection="about", id="", path=path, text=text)
    for collection in COLLECTIONS:
        if collection in _OWN:
            continue
        for entity in visit.collection(collection).values():
            if reach.stay(collection, entity) in {Stay.SIGNED, Stay.EARLIER, Stay.DONE}:
                continue
            item = item_behind(entity)
            for path, text in _texts(entity, ()):
                yield Passage(collection=collection, id=entity.id, path=path, text=text, item=item)


def _texts(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Text | str]]:
    if isinstance(value, Text):
        if value:
            yield path, value
    elif isinstance(value, Value):
        for name in value.__struct_fields__:
            if name not in _HISTORY | _CODES:
                yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _texts(entry, (*path, number))
    elif isinstance(value, str) and " " in value:  # ids and codes have no spaces
        yield path, value


def with_text(value: Value, path: tuple[str | int, ...], text: Text | str) -> Value:
    """The value with another text at a path."""
    name, rest = str(path[0]), path[1:]
    inner = getattr(value, name)
    if rest and isinstance(rest[0], int):
        number, below = rest[0], rest[1:]
        fresh = with_text(inner[number], below, text) if below else text
        return replace(value, **{name: (*inner[:number], fresh, *inner[number + 1 :])})
    return replace(value, **{name: with_text(inner, rest, text) if rest else text})


def replace_person(  # noqa: PLR0913 -- who, whom, from when on, and in which words
    visit: Visit,
    old: str,
    new: str | Newcomer,
    since: str | None = None,
    *,
    texts: Sequence[Passage] = (),
    today: date | None = None,
) -> Patch:
    """Puts somebody in the place of a participant, everywhere or from an item on, as one step.

    `texts` are the free texts as they are to be from then on. Signed documents (by status, or by
    a day of signing before `today`), what is closed, and items before `since` keep who they have.
    """
    patch = _arrival(visit, new) if isinstance(new, Newcomer) else Patch(_NAME)
    key = new.person.id if isinstance(new, Newcomer) else new
    start = apply(visit, patch)
    if key == old:
        raise EditRefusedError(message("Choose somebody else."))
    name = message(
        "Replace {old} by {new}",
        old=Quote(text=person_of(start, old).surname),
        new=Quote(text=person_of(start, key).surname),
    )
    reach = Reach(start, since, today)
    steps: tuple[Edit, ...] = (
        lambda here: _worded(here, texts),
        lambda here: at_once(here, old, key, lambda c, e: reach.stay(c, e) is None),
        lambda here: _swapped(here, old, key, reach),
        lambda here: succeeded(here, old, key, whole=reach.whole),
        lambda here: excluded_anew(start, here, old, key, reach.keeps),
    )
    for step in steps:
        patch = merged(patch, step(apply(visit, patch)))
    return replace(patch, message=name)


def _arrival(visit: Visit, new: Newcomer) -> Patch:
    if new.person.id in visit.people:
        raise EditRefusedError(message("There is somebody {id} already.", id=new.person.id))
    return add_person(visit, new.person, new.post)


def _worded(visit: Visit, texts: Sequence[Passage]) -> Patch:
    """The texts as one patch; several may stand in one entity."""
    fresh: dict[tuple[str, str], Value] = {}
    for passage in texts:
        where = (passage.collection, passage.id)
        known = fresh.get(where) or _entity(visit, *where)
        fresh[where] = with_text(known, passage.path, passage.text)
    patches = (
        put(visit, _NAME, collection, value)
        if isinstance(value, Entity)
        else put_singleton(visit, _NAME, collection, value)
        for (collection, _), value in fresh.items()
    )
    return combined(_NAME, *patches)


def _entity(visit: Visit, collection: str, key: str) -> Value:
    found: Value | None = (
        visit.collection(collection).get(key)
        if collection in COLLECTIONS
        else getattr(visit, collection)
    )
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=key))
    return found


def _swapped(visit: Visit, old: str, new: str, reach: Reach) -> Patch:
    """Everything but delegations, memberships and groups."""
    patch = Patch(_NAME)
    for collection in COLLECTIONS.keys() - _STANDING:
        paths = tuple(_fields(collection))
        for entity in visit.collection(collection).values() if paths else ():
            if reach.stay(collection, entity) is not None:
                continue
            fresh = _renamed(entity, paths, old, new)
            if isinstance(fresh, SignDocument):
                fresh = _signed_by(visit, fresh, old, new)
            if fresh is not entity:
                patch = merged(patch, put(visit, _NAME, collection, fresh))
    return patch


def _renamed(entity: Entity, paths: tuple[Path, ...], old: str, new: str) -> Entity:
    fresh = entity
    for path in paths:
        if old in ids_at((fresh,), path):
            fresh = rewired(fresh, path, lambda key: new if key == old else key) or fresh
    return fresh


def _signed_by(visit: Visit, document: SignDocument, old: str, new: str) -> SignDocument:
    """The new signatory signs by his own post; what gave authority to the other is gone."""
    day = document.signed_on or visit.about.starts
    before = {s.post for s in visit.documents[document.id].signatories if s.person == old}
    return replace(
        document,
        signatories=tuple(
            replace(s, post=post_on(visit, new, day), authority=NO_TEXT)
            if s.person == new and s.post in before
            else s
            for s in document.signatories
        ),
    )
