# SPDX-License-Identifier: MIT
"""Flags in the order of law and of the accepted order (protocol.md 2.6), and their edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import item_of, put
from visitplanner.domain.flags import FlagPlace, FlagPlan
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.people import PartyLevel, Side
from visitplanner.domain.policy import FlagPair
from visitplanner.domain.roll import fresh_id
from visitplanner.domain.text import Quote, message
from visitplanner.domain.visit import delegations_of

if TYPE_CHECKING:
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit


def owners(visit: Visit, side: Side) -> tuple[str, str]:
    """The country and the region of a side; empty where there is none."""
    for delegation in delegations_of(visit, side):
        party = visit.parties.get(delegation.party)
        if party is not None:
            region = party.id if party.level is PartyLevel.REGION else ""
            return party.country, region
    return "", ""


def proposed(visit: Visit, place: FlagPlace) -> tuple[str, ...]:
    """Flags from the viewer's left to right.

    On a table and a car the state flags alone. Elsewhere the regions stand outside, the state
    flags between them, so that the host's state flag is left of the centre (law of the Russian
    Federation, four flags); two state flags alone follow the accepted order.
    """
    host_state, host_region = owners(visit, Side.HOST)
    guest_state, guest_region = owners(visit, Side.GUEST)
    if place in {FlagPlace.TABLE, FlagPlace.CAR} or not (host_region and guest_region):
        pair = (
            (guest_state, host_state)
            if visit.policy.flag_pair is FlagPair.GUEST_VIEWER_LEFT
            else (host_state, guest_state)
        )
        return tuple(dict.fromkeys(flag for flag in pair if flag))
    if host_state == guest_state:  # one country: its flag left of the centre or in it
        return tuple(filter(None, (host_region, host_state, guest_region)))
    return tuple(filter(None, (host_region, host_state, guest_state, guest_region)))


def known(visit: Visit) -> tuple[str, ...]:
    """Everything a flag can be of: countries, then parties."""
    countries = dict.fromkeys(p.country for p in visit.parties.values() if p.country)
    return (*countries, *visit.parties)


def plan_of(visit: Visit, plan_id: str) -> FlagPlan:
    """The plan, or EditRefusedError when it is gone."""
    found = visit.flags.get(plan_id)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=plan_id))
    return found


def set_plan(visit: Visit, plan: FlagPlan) -> Patch:
    """Adds or changes the flags of an item."""
    title = Quote(text=item_of(visit, plan.item).title)
    return put(visit, message("Flags of “{title}”", title=title), "flags", plan)


def add_plan(visit: Visit, item_id: str) -> Patch:
    """The flags of an item as law and accepted order have them."""
    seated = item_of(visit, item_id).kind in {Kind.HEADS_MEETING, Kind.SESSION, Kind.TALKS}
    place = FlagPlace.TABLE if seated else FlagPlace.STAGE
    plan = FlagPlan(
        id=fresh_id(visit, "flags", f"{item_id}-flags"),
        item=item_id,
        place=place,
        order=proposed(visit, place),
    )
    return set_plan(visit, plan)


def put_in_order(visit: Visit, plan_id: str) -> Patch:
    """Puts flags in the proposed order."""
    plan = plan_of(visit, plan_id)
    order = proposed(visit, plan.place)
    return set_plan(visit, replace(plan, order=order))


def shift(visit: Visit, plan_id: str, number: int, to: int) -> Patch:
    """Moves a flag to another place in the row."""
    plan = plan_of(visit, plan_id)
    flags = list(plan.order)
    flags.insert(to, flags.pop(number))
    return set_plan(visit, replace(plan, order=tuple(flags)))


def add_flag(visit: Visit, plan_id: str, flag: str) -> Patch:
    """One more flag at the right."""
    plan = plan_of(visit, plan_id)
    return set_plan(visit, replace(plan, order=(*plan.order, flag)))


def remove_flag(visit: Visit, plan_id: str, number: int) -> Patch:
    """Takes a flag away."""
    plan = plan_of(visit, plan_id)
    return set_plan(
        visit, replace(plan, order=tuple(f for n, f in enumerate(plan.order) if n != number))
    )
