# SPDX-License-Identifier: MIT
"""The standing lists when one takes another's place: delegation, rank, counterpart, groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.edits import put, remove
from visitplanner.domain.patch import Patch, apply, merged
from visitplanner.domain.people import Delegation, Membership, MemberStatus
from visitplanner.domain.programme import Participation
from visitplanner.domain.roll import fresh_id, membership_of, ranked
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import message
from visitplanner.domain.visit import memberships_of, post_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

_NAME: Final = message("Change the data")


def succeeded(visit: Visit, old: str, new: str, *, whole: bool) -> Patch:
    """For the whole visit `new` gets the place of `old` in every list; else a place beside him."""
    return _in_place_of(visit, old, new) if whole else _beside(visit, old, new)


def _in_place_of(visit: Visit, old: str, new: str) -> Patch:
    left, own = membership_of(visit, old), membership_of(visit, new)
    patch = _inherited(visit, left, own, new) if left is not None else Patch(_NAME)
    patch = merged(patch, _paired(apply(visit, patch), old, new, moved=left is not None))
    former = own.delegation if own is not None and left is not None else None
    return merged(patch, _led(apply(visit, patch), old, new, former))


def _inherited(visit: Visit, left: Membership, own: Membership | None, new: str) -> Patch:
    """The rank, the role and the counterpart of the one who goes; the newcomer's own data."""
    post = own.post if own is not None and own.post else post_on(visit, new, visit.about.starts)
    heir = replace(
        left,
        person=new,
        post=post,
        status=own.status if own is not None else MemberStatus.INVITED,
        arrives=own.arrives if own is not None else None,
        leaves=own.leaves if own is not None else None,
        hotel_room=own.hotel_room if own is not None else left.hotel_room,
        badge_number=own.badge_number if own is not None else left.badge_number,
    )
    patch = put(visit, _NAME, "memberships", heir)
    if own is None:
        return patch
    patch = merged(patch, remove(visit, _NAME, "memberships", own.id))
    here = apply(visit, patch)
    return merged(patch, put(here, _NAME, "memberships", *ranked(here, own.delegation)))


def _paired(visit: Visit, old: str, new: str, *, moved: bool) -> Patch:
    """Who was the equal of the one who goes; the newcomer's own equal has none any more."""
    pairs = []
    for entry in visit.memberships.values():
        if entry.counterpart == old:
            pairs.append(replace(entry, counterpart=new))
        elif moved and entry.counterpart == new:
            pairs.append(replace(entry, counterpart=None))
    return put(visit, _NAME, "memberships", *pairs)


def _led(visit: Visit, old: str, new: str, former: str | None) -> Patch:
    """Heads, substitutes and members of groups by name."""
    delegations = []
    for delegation in visit.delegations.values():
        head = new if delegation.head == old else delegation.head
        substitute = new if delegation.substitute == old else delegation.substitute
        if delegation.id == former and delegation.head == new and not _member(visit, delegation):
            head = None
        if substitute == head:
            substitute = None
        delegations.append(replace(delegation, head=head, substitute=substitute))
    groups = [
        replace(g, members=tuple(dict.fromkeys(new if m == old else m for m in g.members)))
        for g in visit.groups.values()
        if old in g.members
    ]
    patch = put(visit, _NAME, "delegations", *delegations)
    return merged(patch, put(visit, _NAME, "groups", *groups))


def _member(visit: Visit, delegation: Delegation) -> bool:
    """Whether the head of a delegation is one of its members."""
    return any(
        m.person == delegation.head and m.delegation == delegation.id
        for m in visit.memberships.values()
    )


def _beside(visit: Visit, old: str, new: str) -> Patch:
    """Both take part, one after the other: the newcomer stands in the lists as well."""
    patch = Patch(_NAME)
    left = membership_of(visit, old)
    if left is not None and membership_of(visit, new) is None:
        entry = Membership(
            id=fresh_id(visit, "memberships", "member"),
            delegation=left.delegation,
            person=new,
            post=post_on(visit, new, visit.about.starts),
            rank=1 + max(m.rank for m in memberships_of(visit, left.delegation)),
            role=left.role,
        )
        patch = put(visit, _NAME, "memberships", entry)
    groups = [
        replace(g, members=(*g.members, new))
        for g in visit.groups.values()
        if old in g.members and new not in g.members
    ]
    heads = [replace(d, substitute=new) for d in visit.delegations.values() if d.head == old]
    patch = merged(patch, put(visit, _NAME, "groups", *groups))
    return merged(patch, put(visit, _NAME, "delegations", *heads))


def excluded_anew(
    before: Visit, after: Visit, old: str, new: str, keeps: Callable[[ProgrammeItem], bool]
) -> Patch:
    """Entries that keep each to his own items where both come with one delegation or group.

    Before the change the newcomer is not yet there; from then on the other is there no more.
    """
    was, now = Roster(before), Roster(after)
    items = []
    for item in after.items.values():
        attending = now.attendance(item)
        there = was.attendance(before.items[item.id])
        fresh = item
        if keeps(item):
            if new in attending and new not in there:
                fresh = _without(item, new)
        elif old in attending:
            fresh = _without(item, old)
            if old in there and new not in attending:
                others = tuple(p for p in fresh.participants if p.who != new)
                heir = replace(there[old], who=new)
                fresh = replace(fresh, participants=(*others, heir))
        items.append(fresh)
    return put(after, _NAME, "items", *items)


def _without(item: ProgrammeItem, who: str) -> ProgrammeItem:
    left = tuple(p for p in item.participants if p.who != who)
    return replace(item, participants=(*left, Participation(who=who, excluded=True)))
