# SPDX-License-Identifier: MIT
"""Proposed lists of people taken into a visit: one step, known people met again by their names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.edits import put
from visitplanner.domain.patch import Patch, apply, merged
from visitplanner.domain.people import Acting, Delegation, Membership, Party, Person, Side
from visitplanner.domain.roll import (
    change_person,
    fresh_id,
    join,
    membership_of,
    own_post,
    pair,
    set_post,
)
from visitplanner.domain.text import NO_FORMS, NO_TEXT, Case, Text, message
from visitplanner.domain.visit import delegations_of, memberships_of
from visitplanner.words import cases
from visitplanner.words.meant import folded
from visitplanner.words.transliteration import latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.imports.people_list import Proposed, ProposedList

_NAME: Final = message("Take a list of people")
_HOST: Final = re.compile(r"принимающ|прымаючы|встречающ|\bhost", re.IGNORECASE)
_LONGEST_ID: Final = 40


@dataclass(frozen=True, slots=True)
class NewDelegation:
    """A delegation to be made for a list."""

    name: str
    """Of the party: «Витебская область»."""
    side: Side = Side.GUEST


@dataclass(frozen=True, slots=True)
class Destination:
    """People of one list, and where they go: a delegation by its id or a new one, or nowhere."""

    people: tuple[Proposed, ...]
    delegation: str | NewDelegation | None
    party: str = ""
    """What the party of an empty delegation is called from now on."""


def destinations(visit: Visit, lists: Sequence[ProposedList]) -> tuple[Destination, ...]:
    """Where each list seems to belong: by its heading, by people met again, else who is empty."""
    found = [meant_by(visit, p.heading) or known_in(visit, p.people) for p in lists]
    sides = (delegations_of(visit, side) for side in (Side.GUEST, Side.HOST))
    free = [d.id for delegations in sides for d in delegations if d.id not in found]
    free.sort(key=lambda d: not _is_open(visit, d))
    return tuple(
        _destination(visit, proposed, target or (free.pop(0) if free else None))
        for proposed, target in zip(lists, found, strict=True)
    )


def _destination(visit: Visit, proposed: ProposedList, target: str | None) -> Destination:
    party = party_named(proposed.heading)
    if target is None:
        return Destination(proposed.people, NewDelegation(party or proposed.heading))
    empty = _is_open(visit, target)
    return Destination(proposed.people, target, party if empty else "")


def _is_open(visit: Visit, delegation: str) -> bool:
    """Whether nobody is named in a delegation yet; a head to follow may lead it."""
    members = (visit.people.get(entry.person) for entry in memberships_of(visit, delegation))
    return not any(person is not None and cases.name_is_known(person) for person in members)


def _head_to_follow(visit: Visit, delegation: str) -> Person | None:
    """Who leads a delegation without a name: his items, papers and toasts wait for somebody."""
    person = visit.people.get(visit.delegations[delegation].head or "")
    return None if person is None or cases.name_is_known(person) else person


def known_in(visit: Visit, people: Sequence[Proposed]) -> str | None:
    """The delegation most of the people are of already."""
    known = (known_as(visit, proposed) for proposed in people)
    entries = (membership_of(visit, person.id) for person in known if person is not None)
    count = Counter(entry.delegation for entry in entries if entry is not None)
    most = count.most_common(1)
    return most[0][0] if most and most[0][1] * 2 > len(people) else None


def meant_by(visit: Visit, heading: str) -> str | None:
    """The delegation a heading names."""
    text = folded(heading)
    if not text:
        return None
    hits = [d for d in visit.delegations.values() if any(n in text for n in _called(visit, d))]
    if len(hits) == 1:
        return hits[0].id
    hosts = delegations_of(visit, Side.HOST)
    return hosts[0].id if _HOST.search(text) and len(hosts) == 1 else None


def _called(visit: Visit, delegation: Delegation) -> Iterator[str]:
    """What headings call a delegation: its party in every case, its own name."""
    party = visit.parties.get(delegation.party)
    if party is not None:
        for text in (party.name.ru, party.name.be, party.name.en, party.short.ru):
            if text:
                yield folded(text)
        for case in Case:
            if party.name.ru:
                yield folded(cases.party_name(party, "ru", case))
    for own in (delegation.name.ru, delegation.name.be, delegation.name.en):
        if own:
            yield folded(own)


def party_named(heading: str) -> str:
    """The party a heading speaks of, where it can be put into the nominative; else empty."""
    for pattern, fresh in (
        (r"([А-ЯЁ][\w-]+?)(ск|цк)ой области", r"\1\2ая область"),
        (r"([А-ЯЁ][\w-]+?)(ск|цк)ого (края|района|округа)", r"\1\2ий \3"),
        (r"([А-ЯІЎЁ][\w-]+?)(ск|цк)ай вобласці", r"\1\2ая вобласць"),
        (r"([Гг]орода [А-ЯЁ][\w-]+)", r"\1"),
        (r"(?:the )?([A-Z][\w-]+ Region)", r"\1"),
    ):
        if (found := re.search(pattern, heading)) is not None:
            named = found.expand(fresh)
            for oblique, plain in (("края", "край"), ("района", "район"), ("округа", "округ")):
                named = named.replace(f"ий {oblique}", f"ий {plain}")
            return re.sub(r"^[Гг]орода ", "город ", named)
    return ""


def taken(visit: Visit, lists: Iterable[Destination]) -> Patch:
    """The patch that takes the people in, in their order; the first of an empty list leads it."""
    patch = Patch(_NAME)
    number = 0
    for entry in lists:
        if entry.delegation is None or not entry.people:
            continue
        number += len(entry.people)
        patch = merged(patch, _list_taken(apply(visit, patch), entry))
    patch = merged(patch, _heads_paired(apply(visit, patch)))
    name = message("Take {n} person from a list", "Take {n} people from a list", n=number)
    return replace(patch, message=name)


def _list_taken(visit: Visit, entry: Destination) -> Patch:
    patch = Patch(_NAME)
    target = entry.delegation
    if isinstance(target, NewDelegation):
        patch, target = _founded(visit, target, entry.people)
    if target is None:
        return patch
    if entry.party:
        patch = merged(patch, _renamed(apply(visit, patch), target, entry))
    led = apply(visit, patch).delegations[target].head is not None
    to_follow = _head_to_follow(apply(visit, patch), target)
    leader = next((p for p in entry.people if p.head), entry.people[0])
    head = None
    for proposed in entry.people:
        here = apply(visit, patch)
        step, key = _person_taken(here, proposed, to_follow if proposed is leader else None)
        patch = merged(patch, step)
        patch = merged(patch, join(apply(visit, patch), target, (key,)))
        patch = merged(patch, _described(apply(visit, patch), key, proposed))
        head = key if proposed.head and head is None else head
    here = apply(visit, patch)
    if head is not None and not led and here.delegations[target].head != head:
        fresh = replace(here.delegations[target], head=head)
        patch = merged(patch, put(here, _NAME, "delegations", fresh))
    return patch


def _renamed(visit: Visit, delegation: str, entry: Destination) -> Patch:
    """The party of an empty delegation gets the name its list goes by."""
    party = visit.parties.get(visit.delegations[delegation].party)
    if party is None or not _is_open(visit, delegation):
        return Patch(_NAME)
    language = entry.people[0].name.language
    if folded(party.name.own(language)) == folded(entry.party):
        return Patch(_NAME)
    fresh = replace(party, name=_in(language, entry.party), forms=NO_FORMS)
    return put(visit, _NAME, "parties", fresh)


def _founded(visit: Visit, new: NewDelegation, people: Sequence[Proposed]) -> tuple[Patch, str]:
    """A new delegation, with its party where the visit does not know it."""
    language = people[0].name.language if people else "ru"
    known = next(
        (
            p.id
            for p in visit.parties.values()
            if folded(new.name) in {folded(p.name.own(x)) for x in ("ru", "be", "en")}
        ),
        None,
    )
    patch = Patch(_NAME)
    party = known or fresh_id(visit, "parties", "party")
    if known is None:
        patch = put(visit, _NAME, "parties", Party(id=party, name=_in(language, new.name)))
    stem = "guests" if new.side is Side.GUEST else "hosts"
    taken_ids = visit.people.keys() | visit.delegations.keys() | visit.groups.keys()
    key = stem if stem not in taken_ids else fresh_id(visit, "delegations", stem)
    delegation = Delegation(id=key, party=party, side=new.side)
    return merged(patch, put(visit, _NAME, "delegations", delegation)), key


def _in(language: Language, string: str) -> Text:
    return replace(NO_TEXT, **{language: string})


def _person_taken(visit: Visit, proposed: Proposed, to_follow: Person | None) -> tuple[Patch, str]:
    """The person as a new one, met again by the name, or the name of a head to follow."""
    known = known_as(visit, proposed)
    name, language = proposed.name, proposed.name.language
    if known is not None:
        fresh = replace(
            known, phone=proposed.phone or known.phone, email=proposed.email or known.email
        )
        return change_person(visit, fresh), known.id
    before = to_follow or Person(id=_person_id(visit, name.surname), surname=NO_TEXT)
    person = replace(
        before,
        surname=_in(language, name.surname),
        given=_in(language, name.given),
        patronymic=_in(language, name.patronymic),
        gender=name.gender,
        phone=proposed.phone or before.phone,
        email=proposed.email or before.email,
    )
    return put(visit, _NAME, "people", person), person.id


def known_as(visit: Visit, proposed: Proposed) -> Person | None:
    """Who of the visit bears this name; initials are enough, another name is another person."""
    name = proposed.name
    found = [
        person
        for person in visit.people.values()
        if folded(person.surname.own(name.language)) == folded(name.surname)
        and _alike(person.given.own(name.language), name.given)
        and _alike(person.patronymic.own(name.language), name.patronymic)
    ]
    return found[0] if len(found) == 1 else None


def _alike(one: str, other: str) -> bool:
    """The same name, or its initial; an absent one says nothing."""
    one, other = folded(one), folded(other)
    if not one or not other:
        return True
    if one.endswith(".") or other.endswith("."):
        return one[0] == other[0]
    return one == other


def _person_id(visit: Visit, surname: str) -> str:
    """A readable id: «Субботин» is subbotin."""
    stem = re.sub(r"[^a-z0-9]+", "-", latin(surname).lower()).strip("-")[:_LONGEST_ID]
    taken_ids = visit.people.keys() | visit.delegations.keys() | visit.groups.keys()
    if stem and stem not in taken_ids:
        return stem
    return fresh_id(visit, "people", stem or "person")


def _described(visit: Visit, person: str, proposed: Proposed) -> Patch:
    """Post, level and role as the list says them."""
    patch = Patch(_NAME)
    if proposed.post:
        patch = _posted(visit, person, proposed)
    entry = membership_of(apply(visit, patch), person)
    if entry is None:
        return patch
    here = apply(visit, patch)
    post = own_post(here, person)
    fresh: Membership = replace(
        entry, role=proposed.role, post=entry.post or (post.id if post is not None else None)
    )
    return merged(patch, put(here, _NAME, "memberships", fresh))


def _posted(visit: Visit, person: str, proposed: Proposed) -> Patch:
    """The post the list gives; the level of a known one was somebody's decision and stays."""
    language: Language = proposed.name.language
    known = own_post(visit, person)
    if known is None:
        patch = set_post(visit, person, _in(language, proposed.post), proposed.level)
        fresh = own_post(apply(visit, patch), person)
        if fresh is None or proposed.acting is Acting.NONE:
            return patch
        held = replace(fresh, acting=proposed.acting)
        return merged(patch, put(apply(visit, patch), _NAME, "posts", held))
    same = folded(known.title.own(language)) == folded(proposed.post)
    if same and proposed.acting is known.acting:
        return Patch(_NAME)
    title = known.title if same else known.title.edited(language, proposed.post)
    return put(visit, _NAME, "posts", replace(known, title=title, acting=proposed.acting))


def _heads_paired(visit: Visit) -> Patch:
    """The heads of two delegations are each other's equals, unless somebody else is."""
    sides = [delegations_of(visit, side) for side in (Side.HOST, Side.GUEST)]
    if not all(len(delegations) == 1 and delegations[0].head for delegations in sides):
        return Patch(_NAME)
    host, guest = (membership_of(visit, delegations[0].head or "") for delegations in sides)
    if host is None or guest is None or host.counterpart or guest.counterpart:
        return Patch(_NAME)
    return pair(visit, host.id, guest.person)
