# SPDX-License-Identifier: MIT
"""Edits of people, their posts, delegations with ranks, and groups."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import combined, put
from visitplanner.domain.patch import Change, EditRefusedError, Patch, apply, current, merged
from visitplanner.domain.people import Delegation, Group, Membership, Person, Post
from visitplanner.domain.references import ids_at, reference_fields
from visitplanner.domain.rewiring import rewired
from visitplanner.domain.text import NO_TEXT, Entity, Quote, Text, message
from visitplanner.domain.visit import COLLECTIONS, Visit, memberships_of, post_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_NAMED = ("people", "delegations", "groups")


def fresh_id(visit: Visit, collection: str, stem: str) -> str:
    """A short id nothing of the collection has; people, delegations and groups share theirs."""
    rooms = _NAMED if collection in _NAMED else (collection,)
    known = [visit.collection(room) for room in rooms]
    return next(key for n in count(1) if not any((key := f"{stem}-{n}") in room for room in known))


def person_of(visit: Visit, key: str) -> Person:
    """The person, or EditRefusedError when he is gone."""
    found = visit.people.get(key)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=key))
    return found


def add_person(visit: Visit, person: Person, post: Post | None = None) -> Patch:
    """Adds a person with his post."""
    name = message("Add people")
    people = put(visit, name, "people", person)
    return combined(name, people, put(visit, name, "posts", post)) if post else people


def change_person(visit: Visit, person: Person) -> Patch:
    """Puts a changed person in the place of what he was."""
    before = person_of(visit, person.id)
    shown = before.surname or person.surname
    name = message("Change the data of {name}", name=Quote(text=shown))
    return put(visit, name, "people", person)


def own_post(visit: Visit, person: str, day: date | None = None) -> Post | None:
    """The post a person is named by: that of his membership, else the highest he holds."""
    day = day or visit.about.starts
    for entry in visit.memberships.values():
        if entry.person == person and entry.post is not None:
            post = visit.posts.get(entry.post)
            if post is not None and post.held_on(day):
                return post
    found = post_on(visit, person, day)
    return visit.posts[found] if found is not None else None


def set_post(visit: Visit, person: str, title: Text, level: int | None = None) -> Patch:
    """Rewrites the title of a person's post, or gives him his first one."""
    name = message("Change the data of {name}", name=Quote(text=person_of(visit, person).surname))
    known = own_post(visit, person)
    if known is not None:
        fresh = replace(known, title=title, level=known.level if level is None else level)
        return put(visit, name, "posts", fresh)
    post = Post(
        id=fresh_id(visit, "posts", "post"),
        person=person,
        title=title,
        level=7 if level is None else level,
    )
    entries = [
        replace(m, post=post.id)
        for m in visit.memberships.values()
        if m.person == person and m.post is None
    ]
    return combined(
        name, put(visit, name, "posts", post), put(visit, name, "memberships", *entries)
    )


def membership_of(visit: Visit, person: str) -> Membership | None:
    """The first membership of a person."""
    return next((m for m in visit.memberships.values() if m.person == person), None)


def join(visit: Visit, delegation: str, people: Iterable[str]) -> Patch:
    """People join a delegation behind its last member; the first of an empty one is its head."""
    name = message("Change the delegation")
    patch = Patch(name)
    for person in people:
        here = apply(visit, patch)
        patch = merged(patch, _joined(here, delegation, person))
    return replace(patch, message=name)


def _joined(visit: Visit, delegation: str, person: str) -> Patch:
    name = message("Change the delegation")
    members = [m for m in memberships_of(visit, delegation) if m.person != person]
    known = membership_of(visit, person)
    post = own_post(visit, person)
    entry = Membership(
        id=known.id if known is not None else fresh_id(visit, "memberships", "member"),
        delegation=delegation,
        person=person,
        post=post.id if post is not None else None,
        rank=1 + max((m.rank for m in members), default=0),
    )
    if known is not None:
        entry = replace(known, delegation=delegation, rank=entry.rank)
        if known.delegation == delegation:
            return Patch(name)
    patch = put(visit, name, "memberships", entry)
    here = visit.delegations[delegation]
    if here.head is None and not members:
        patch = combined(name, patch, put(visit, name, "delegations", replace(here, head=person)))
    return patch if known is None else merged(patch, _left(apply(visit, patch), known))


def _left(visit: Visit, before: Membership) -> Patch:
    """Who goes to another delegation leads the former one no more; its others close up."""
    name = message("Change the delegation")
    former = visit.delegations[before.delegation]
    patch = put(visit, name, "delegations", _unled(former, {before.person}))
    return combined(name, patch, put(visit, name, "memberships", *ranked(visit, former.id)))


def _unled(delegation: Delegation, people: set[str]) -> Delegation:
    return replace(
        delegation,
        head=None if delegation.head in people else delegation.head,
        substitute=None if delegation.substitute in people else delegation.substitute,
    )


def leave(visit: Visit, memberships: Iterable[str]) -> Patch:
    """Takes members out of their delegations; the others close up, the people stay known."""
    name = message("Change the delegation")
    gone = [visit.memberships[key] for key in memberships if key in visit.memberships]
    patch = Patch(name, tuple(Change("memberships", m.id, m, None) for m in gone))
    for key in dict.fromkeys(m.delegation for m in gone):
        here = apply(visit, patch)
        patch = merged(patch, put(here, name, "memberships", *ranked(here, key)))
        people = {m.person for m in gone if m.delegation == key}
        fresh = _unled(here.delegations[key], people)
        patch = merged(patch, put(apply(visit, patch), name, "delegations", fresh))
    return patch


def ranked(visit: Visit, delegation: str) -> tuple[Membership, ...]:
    """The members with ranks from 1 on, in the order they have."""
    return tuple(
        replace(m, rank=n) for n, m in enumerate(memberships_of(visit, delegation), start=1)
    )


def rerank(visit: Visit, delegation: str, memberships: Iterable[str], before: int) -> Patch:
    """Puts members, in their order, before the one of this number (from 0), and ranks all anew."""
    name = message("Change the order of the delegation")
    members = memberships_of(visit, delegation)
    chosen = set(memberships)
    above = [m for m in members[:before] if m.id not in chosen]
    moved = [m for m in members if m.id in chosen]
    below = [m for m in members[before:] if m.id not in chosen]
    fresh = [replace(m, rank=n) for n, m in enumerate((*above, *moved, *below), start=1)]
    return put(visit, name, "memberships", *fresh)


def lead(visit: Visit, delegation: str, person: str | None) -> Patch:
    """Makes a member the head: he stands first from now on."""
    name = message("Change the head of the delegation")
    here = visit.delegations[delegation]
    substitute = None if here.substitute == person else here.substitute
    patch = put(visit, name, "delegations", replace(here, head=person, substitute=substitute))
    own = next((m.id for m in memberships_of(visit, delegation) if m.person == person), None)
    if own is None:
        return patch
    return replace(merged(patch, rerank(visit, delegation, (own,), 0)), message=name)


def stand_in(visit: Visit, delegation: str, person: str | None) -> Patch:
    """Names who stands in for the head."""
    name = message("Change the substitute of the head")
    here = visit.delegations[delegation]
    if person is not None and person == here.head:
        raise EditRefusedError(message("The head cannot stand in for himself."))
    return put(visit, name, "delegations", replace(here, substitute=person))


def pair(visit: Visit, membership: str, counterpart: str | None) -> Patch:
    """Makes two people of different sides counterparts of each other, and of nobody else."""
    name = message("Change the counterpart")
    own = visit.memberships[membership]
    entries = {membership: replace(own, counterpart=counterpart)}
    for entry in visit.memberships.values():
        if entry.id == membership:
            continue
        if entry.person == counterpart and counterpart is not None:
            entries[entry.id] = replace(entry, counterpart=own.person)
        elif entry.counterpart in {own.person, counterpart} - {None}:
            entries[entry.id] = replace(entry, counterpart=None)
    return put(visit, name, "memberships", *entries.values())


def add_delegation(visit: Visit, delegation: Delegation) -> Patch:
    """Adds a delegation."""
    return put(visit, message("Add a delegation"), "delegations", delegation)


def add_group(visit: Visit, group: Group) -> Patch:
    """Adds a group."""
    return put(visit, message("Add a group"), "groups", group)


def forget(visit: Visit, collection: str, ids: Iterable[str]) -> Patch:
    """Removes entities, and what cannot be without them; other places are left empty."""
    gone = tuple(key for key in dict.fromkeys(ids) if key in visit.collection(collection))
    name = message("Remove {n} row", "Remove {n} rows", n=len(gone))
    if collection == "people" and len(gone) == 1:
        name = message("Remove {name}", name=Quote(text=visit.people[gone[0]].surname))
    patch = Patch(
        name,
        tuple(Change(collection, key, current(visit, collection, key), None) for key in gone),
    )
    waiting = [(collection, key) for key in gone]
    while waiting:
        target, key = waiting.pop()
        here = apply(visit, patch)
        for change in _freed(here, target, key):
            patch = merged(patch, Patch(name, (change,)))
            if change.after is None:
                waiting.append((change.collection, change.id))
    return replace(patch, message=name)


def _freed(visit: Visit, target: str, key: str) -> Iterable[Change]:
    """Every entity that points at one that is gone, with the place empty."""
    for collection in COLLECTIONS:
        paths = [f.path for f in reference_fields(collection) if target in f.targets]
        for entity in visit.collection(collection).values() if paths else ():
            fresh: Entity | None = entity
            for path in paths:
                if fresh is not None and key in ids_at((fresh,), path):
                    fresh = rewired(fresh, path, lambda found: None if found == key else found)
            if fresh is not entity:
                yield Change(collection, entity.id, entity, fresh)


def renamed(person: Person, part: str, language: str, string: str) -> Person:
    """The person with one part of the name rewritten in one language.

    Names in other languages are names of their own: none of them becomes stale. Forms that were
    corrected by hand belong to the old name.
    """
    known: Text = getattr(person, part)
    if string == getattr(known, language):
        return person
    fresh = replace(known, **{language: string})
    forms = person.forms
    if language == "ru":
        forms = replace(forms, **{part: type(forms.surname)()})
    return replace(person, **{part: fresh, "forms": forms})


def titled(post: Post, language: str, string: str) -> Post:
    """The post with its title rewritten; forms set by hand belong to the old title."""
    fresh = post.title.edited(language, string)  # type: ignore[arg-type]
    if language == "ru" and fresh != post.title:
        return replace(post, title=fresh, forms=type(post.forms)())
    return replace(post, title=fresh)


def blank_person(visit: Visit) -> Person:
    """A person without a name yet, under an id of his own."""
    return Person(id=fresh_id(visit, "people", "person"), surname=NO_TEXT)
