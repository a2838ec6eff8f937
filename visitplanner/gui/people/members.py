# SPDX-License-Identifier: MIT
"""The table of the members of one delegation, in the order that dragging changes; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain import roll
from visitplanner.domain.patch import EditRefusedError, Patch, apply, merged
from visitplanner.domain.text import message
from visitplanner.domain.visit import memberships_of
from visitplanner.editions.labels import MEMBER_STATUSES, ROLES
from visitplanner.gui.editors import usual
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.gui.people.columns import (
    READS,
    USUAL_NAME,
    mark_of,
    mark_tip,
    people_names,
    post_of,
    write_post,
)
from visitplanner.gui.people.naming import called, renamed_as
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from visitplanner.domain.people import Membership
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading


_ROLES: Final[Mapping[StrEnum, str]] = dict(ROLES.items())
_STATUSES: Final[Mapping[StrEnum, str]] = dict(MEMBER_STATUSES.items())


def _member(visit: Visit, key: str) -> Membership:
    found = visit.memberships.get(key)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=key))
    return found


def _write_member(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    """A known name puts that person in place of an unnamed one; any other renames."""
    entry = _member(visit, key)
    here = roll.person_of(visit, entry.person)
    known = reading.names.people.named(typed)
    if known is None or known.id == entry.person:
        return roll.change_person(visit, renamed_as(here, typed, reading.language))
    if cases.name_is_known(here):
        raise EditRefusedError(
            message("Use “Replace a participant…” to put somebody else in this place.")
        )
    if any(m.person == known.id for m in memberships_of(visit, entry.delegation)):
        raise EditRefusedError(message("{name} is in the delegation already.", name=known.text))
    patch = roll.forget(visit, "people", (entry.person,))
    return merged(patch, roll.join(apply(visit, patch), entry.delegation, (known.id,)))


def _write_counterpart(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    who = usual.meant(people_names(reading), typed) if typed else None
    own = _member(visit, key)
    other = roll.membership_of(visit, who) if who is not None else None
    sides = visit.delegations
    if other is not None and sides[other.delegation].side is sides[own.delegation].side:
        raise EditRefusedError(message("A counterpart is somebody of the other side."))
    return roll.pair(visit, key, who)


def _member_mark(reading: Reading, key: str) -> str:
    return mark_of(reading, _member(reading.visit, key).person)


def _member_mark_tip(reading: Reading, key: str) -> str:
    return mark_tip(reading, _member(reading.visit, key).person)


def members_listing(delegation: str) -> Listing:
    """The members of a delegation in their order, which dragging changes."""

    def add(visit: Visit, _below: str) -> tuple[Patch, str]:
        person = roll.blank_person(visit)
        patch = roll.add_person(visit, person)
        patch = merged(patch, roll.join(apply(visit, patch), delegation, (person.id,)))
        entry = roll.membership_of(apply(visit, patch), person.id)
        return patch, entry.id if entry is not None else ""

    known = delegation != ""
    return Listing(
        title=N_("Members of the delegation"),
        rows=lambda visit: tuple(m.id for m in memberships_of(visit, delegation)),
        reads=READS,
        add=add if known else None,
        remove=roll.leave,
        move=lambda visit, keys, before: roll.rerank(visit, delegation, keys, before),
        mark=_member_mark,
        mark_tip=_member_mark_tip,
        hint=N_("Type a name here to add a member."),
        columns=_member_columns(),
    )


def _member_columns() -> tuple[Column, ...]:
    return (
        Column(
            "name",
            N_("Full name"),
            lambda reading, key: called(
                reading.visit.people[_member(reading.visit, key).person], reading.language
            ),
            _write_member,
            offers=people_names,
            weight=30,
            least=USUAL_NAME,
            clears=True,
        ),
        Column(
            "post",
            N_("Post"),
            lambda reading, key: post_of(reading, _member(reading.visit, key).person),
            lambda reading, visit, key, typed: write_post(
                reading, visit, _member(visit, key).person, typed
            ),
            weight=34,
        ),
        usual.choice("memberships", "role", N_("Role"), _ROLES, weight=14),
        usual.choice("memberships", "status", N_("Status"), _STATUSES, weight=16),
        Column(
            "counterpart",
            N_("Counterpart"),
            lambda reading, key: usual.written(
                people_names(reading), _member(reading.visit, key).counterpart
            ),
            _write_counterpart,
            full_title=N_("Counterpart: the equal by post on the other side"),
            offers=people_names,
            clears=True,
            weight=14,
        ),
    )
