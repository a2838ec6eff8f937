# SPDX-License-Identifier: MIT
"""The table of everybody the visit knows; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import roll
from visitplanner.domain.edits import put
from visitplanner.domain.patch import EditRefusedError, Patch
from visitplanner.domain.people import Acting, Gender, Side
from visitplanner.domain.text import NO_TEXT, message
from visitplanner.domain.visit import memberships_of
from visitplanner.editions.labels import HEAD_ROLE
from visitplanner.gui.editors import usual
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.gui.people.naming import called, renamed_as, written_in
from visitplanner.imports.levels import guessed_level
from visitplanner.words import cases
from visitplanner.words.catalogue import N_
from visitplanner.words.meant import Candidate, Candidates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from visitplanner.domain.people import Membership
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading

GENDERS: Final[Mapping[StrEnum, str]] = {Gender.MALE: N_("man"), Gender.FEMALE: N_("woman")}
SIDES: Final[Mapping[StrEnum, str]] = {Side.HOST: N_("hosts"), Side.GUEST: N_("guests")}
ACTING: Final[Mapping[StrEnum, str]] = {
    Acting.NONE: N_("in office"),
    Acting.VRIO: N_("temporarily acting"),
    Acting.IO: N_("acting"),
}
READS: Final = frozenset(
    {"people", "posts", "memberships", "delegations", "parties", "groups", "about"}
)


def people_names(reading: Reading) -> Candidates:
    """Everybody by himself."""
    return reading.names.people


def delegation_names(reading: Reading) -> Candidates:
    """The delegations."""
    known = reading.visit.delegations
    return Candidates(c for c in reading.names.everybody.all if c.id in known)


def delegation_short(reading: Reading, key: str) -> str:
    """«Витебская область»: by the party, where no other delegation is of it."""
    delegation = reading.visit.delegations[key]
    party = reading.visit.parties.get(delegation.party)
    same = [d for d in reading.visit.delegations.values() if d.party == delegation.party]
    name = cases.party_name(party, reading.language) if party is not None else ""
    return name if name and len(same) == 1 else usual.written(delegation_names(reading), key)


def party_names(reading: Reading) -> Candidates:
    """Regions, cities and organisations."""
    return Candidates(
        Candidate(
            party.id,
            cases.party_name(party, reading.language),
            names=tuple(filter(None, (party.name.ru, party.name.be, party.name.en))),
        )
        for party in reading.visit.parties.values()
    )


# Everybody.


def _write_name(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    return roll.change_person(
        visit, renamed_as(roll.person_of(visit, key), typed, reading.language)
    )


def post_of(reading: Reading, key: str) -> str:
    post = roll.own_post(reading.visit, key)
    return cases.post_title(post, reading.language) if post is not None else ""


def write_post(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    post, language = roll.own_post(visit, key), written_in(typed, reading.language)
    if post is None:
        title = replace(NO_TEXT, **{language: typed})
        return roll.set_post(visit, key, title, guessed_level(typed))
    name = message("Change the data of a post")
    return put(visit, name, "posts", roll.titled(post, language, typed))


def _level(reading: Reading, key: str) -> str:
    post = roll.own_post(reading.visit, key)
    return str(post.level) if post is not None else ""


def _write_level(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    post = roll.own_post(visit, key)
    if post is None:
        raise EditRefusedError(message("First enter the post."))
    if typed not in set("123456789"):
        raise EditRefusedError(message("A level is a number from 1 to 9."))
    name = message("Change the data of a post")
    return put(visit, name, "posts", replace(post, level=int(typed)))


def _delegation(reading: Reading, key: str) -> str:
    entry = roll.membership_of(reading.visit, key)
    return delegation_short(reading, entry.delegation) if entry is not None else ""


def _write_delegation(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    if not typed:
        gone = [m.id for m in visit.memberships.values() if m.person == key]
        return roll.leave(visit, gone)
    return roll.join(visit, usual.meant(delegation_names(reading), typed), (key,))


def _rank(reading: Reading, key: str) -> str:
    entry = roll.membership_of(reading.visit, key)
    return str(entry.rank) if entry is not None and entry.rank else ""


def _by_rank(reading: Reading, key: str) -> tuple[int | str, ...]:
    entry = roll.membership_of(reading.visit, key)
    if entry is None:
        return (2, "", 0)
    side = reading.visit.delegations[entry.delegation].side
    return (0 if side is Side.GUEST else 1, entry.delegation, entry.rank)


def _write_rank(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    entry = roll.membership_of(visit, key)
    if entry is None:
        raise EditRefusedError(message("First choose the delegation."))
    return _to_rank(visit, entry, typed)


def _to_rank(visit: Visit, entry: Membership, typed: str) -> Patch:
    if not typed.isdecimal() or not 1 <= int(typed) <= len(visit.memberships):
        raise EditRefusedError(message("“{text}” is no place in the order.", text=typed))
    place = int(typed) - 1
    members = [m.id for m in memberships_of(visit, entry.delegation)]
    before = place + 1 if members.index(entry.id) < place else place
    return roll.rerank(visit, entry.delegation, (entry.id,), before)


def mark_of(reading: Reading, key: str) -> str:
    for delegation in reading.visit.delegations.values():
        if delegation.head == key:
            return "star"
        if delegation.substitute == key:
            return "substitute"
    return ""


def mark_tip(reading: Reading, key: str) -> str:
    marks = {"star": reading.say(HEAD_ROLE), "substitute": reading.say(SUBSTITUTE)}
    return marks.get(mark_of(reading, key), "")


USUAL_NAME: Final = "Соловьёв Андрей Викторович"
SUBSTITUTE: Final = N_("Stands in for the head")


def _add_person(visit: Visit, _below: str) -> tuple[Patch, str]:
    person = roll.blank_person(visit)
    return roll.add_person(visit, person), person.id


def _everything(reading: Reading, key: str) -> str:
    person = reading.visit.people[key]
    texts = [cases.person_name(person, language) for language in ("ru", "be", "en")]
    posts = [post for post in reading.visit.posts.values() if post.person == key]
    return "\n".join((*texts, *(t for p in posts for t in (p.title.ru, p.title.be, p.title.en))))


def people_listing() -> Listing:
    """Everybody the visit knows."""
    return Listing(
        title=N_("People"),
        rows=lambda visit: tuple(visit.people),
        reads=READS,
        add=_add_person,
        remove=lambda visit, keys: roll.forget(visit, "people", keys),
        mark=mark_of,
        mark_tip=mark_tip,
        hint=N_("Type a full name here to add a person."),
        haystack=_everything,
        columns=(
            Column(
                "name",
                N_("Full name"),
                lambda reading, key: called(reading.visit.people[key], reading.language),
                _write_name,
                weight=24,
                least=USUAL_NAME,
                clears=True,
            ),
            Column("post", N_("Post"), post_of, write_post, weight=34),
            Column(
                "level",
                N_("Level"),
                _level,
                _write_level,
                full_title=N_("Level of the post, from 1 (head of a region) to 9 (driver)"),
                digits=True,
                letters=False,
                least="0",
            ),
            Column(
                "delegation",
                N_("Delegation"),
                _delegation,
                _write_delegation,
                offers=delegation_names,
                opens=True,
                clears=True,
                weight=20,
            ),
            Column(
                "rank",
                N_("No."),
                _rank,
                _write_rank,
                _by_rank,
                full_title=N_("No. in order of precedence"),
                digits=True,
                letters=False,
                least="00",
            ),
        ),
    )
