# SPDX-License-Identifier: MIT
"""The visit: the root value, its collections, and the check of its references."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Final

from msgspec import Meta

from visitplanner.domain.days import CalendarDay, CalendarSet
from visitplanner.domain.flags import FlagPlan
from visitplanner.domain.papers import Agenda, Instruction, Measure, SignDocument, Waiver
from visitplanner.domain.people import Delegation, Group, Membership, Party, Person, Post, Side
from visitplanner.domain.policy import ProtocolPolicy
from visitplanner.domain.preparation import (
    Booking,
    Distribution,
    Gift,
    InterpreterShift,
    Resource,
    SiteSafety,
    Task,
)
from visitplanner.domain.programme import ProgrammeItem, Track
from visitplanner.domain.seating import SeatingPlan
from visitplanner.domain.text import INTERNAL, NO_TEXT, RESTRICTED, Entity, Text, Value
from visitplanner.domain.transport import Movement, Vehicle
from visitplanner.domain.venues import Leg, Room, Venue


class About(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the visit is, when and in which zone."""

    title: Text
    kind: str = "working"
    """official, working or private."""
    basis: Text = NO_TEXT
    """Invitation or agreement the visit rests on."""
    zone: str = "Europe/Moscow"
    starts: date
    ends: date
    """The last day, inclusive."""
    languages: tuple[str, ...] = ("ru",)
    code: Annotated[str, Meta(pattern=r"^[a-z0-9-]{0,80}$(?!\n)")] = ""
    """Short ASCII name for files."""
    approved_by_post: Text = NO_TEXT
    approved_by_name: Text = NO_TEXT
    illustrative: bool = False
    """Times are an illustration, not a published programme."""
    notes: Annotated[Text, INTERNAL] = NO_TEXT


class Visit(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything planned. Collections map id to entity; compare visits by `is`.

    A collection may be above public as a whole (protocol.md section 5: class of each paper).
    """

    uid: str
    about: About
    policy: ProtocolPolicy = ProtocolPolicy()
    parties: Mapping[str, Party] = {}
    people: Mapping[str, Person] = {}
    posts: Mapping[str, Post] = {}
    delegations: Mapping[str, Delegation] = {}
    memberships: Mapping[str, Membership] = {}
    groups: Mapping[str, Group] = {}
    tracks: Mapping[str, Track] = {}
    venues: Mapping[str, Venue] = {}
    rooms: Mapping[str, Room] = {}
    legs: Mapping[str, Leg] = {}
    vehicles: Annotated[Mapping[str, Vehicle], INTERNAL] = {}
    movements: Annotated[Mapping[str, Movement], INTERNAL] = {}
    items: Mapping[str, ProgrammeItem] = {}
    agendas: Mapping[str, Agenda] = {}
    documents: Mapping[str, SignDocument] = {}
    measures: Mapping[str, Measure] = {}
    instructions: Annotated[Mapping[str, Instruction], RESTRICTED] = {}
    seatings: Annotated[Mapping[str, SeatingPlan], INTERNAL] = {}
    flags: Mapping[str, FlagPlan] = {}
    resources: Annotated[Mapping[str, Resource], INTERNAL] = {}
    bookings: Annotated[Mapping[str, Booking], INTERNAL] = {}
    tasks: Annotated[Mapping[str, Task], INTERNAL] = {}
    shifts: Annotated[Mapping[str, InterpreterShift], INTERNAL] = {}
    sites: Annotated[Mapping[str, SiteSafety], INTERNAL] = {}
    gifts: Annotated[Mapping[str, Gift], INTERNAL] = {}
    distributions: Annotated[Mapping[str, Distribution], INTERNAL] = {}
    calendars: Mapping[str, CalendarSet] = {}
    days: Mapping[str, CalendarDay] = {}
    waivers: Annotated[Mapping[str, Waiver], INTERNAL] = {}

    def collection(self, name: str) -> Mapping[str, Entity]:
        """One collection by its name in COLLECTIONS."""
        found: Mapping[str, Entity] = getattr(self, name)
        return found


COLLECTIONS: Final[Mapping[str, type[Entity]]] = {
    "parties": Party,
    "people": Person,
    "posts": Post,
    "delegations": Delegation,
    "memberships": Membership,
    "groups": Group,
    "tracks": Track,
    "venues": Venue,
    "rooms": Room,
    "legs": Leg,
    "vehicles": Vehicle,
    "movements": Movement,
    "items": ProgrammeItem,
    "agendas": Agenda,
    "documents": SignDocument,
    "measures": Measure,
    "instructions": Instruction,
    "seatings": SeatingPlan,
    "flags": FlagPlan,
    "resources": Resource,
    "bookings": Booking,
    "tasks": Task,
    "shifts": InterpreterShift,
    "sites": SiteSafety,
    "gifts": Gift,
    "distributions": Distribution,
    "calendars": CalendarSet,
    "days": CalendarDay,
    "waivers": Waiver,
}
SINGLETONS: Final[Mapping[str, type[Value]]] = {"about": About, "policy": ProtocolPolicy}
"""Parts of the visit that stand alone; a patch names them with an empty id."""


def memberships_of(visit: Visit, delegation_id: str) -> tuple[Membership, ...]:
    """The members of a delegation by rank."""
    return tuple(
        sorted(
            (m for m in visit.memberships.values() if m.delegation == delegation_id),
            key=lambda m: (m.rank or 999, m.id),
        )
    )


def delegations_of(visit: Visit, side: Side) -> tuple[Delegation, ...]:
    """The delegations of one side, in the order of their ids."""
    return tuple(
        visit.delegations[key]
        for key in sorted(visit.delegations)
        if visit.delegations[key].side is side
    )


def members_of(visit: Visit, who: str) -> tuple[str, ...]:
    """The people behind a person, a delegation (by rank) or a group id."""
    if who in visit.people:
        return (who,)
    if who in visit.delegations:
        return tuple(m.person for m in memberships_of(visit, who))
    group = visit.groups.get(who)
    return group.members if group else ()


def side_of(visit: Visit, person_id: str) -> Side | None:
    """The side a person belongs to by delegation, else by group."""
    for membership in visit.memberships.values():
        if membership.person == person_id:
            delegation = visit.delegations.get(membership.delegation)
            return delegation.side if delegation else None
    for group in visit.groups.values():
        if person_id in group.members:
            return group.side
    return None


def post_on(visit: Visit, person_id: str, day: date) -> str | None:
    """Id of the post a person holds on a day, the highest when he holds several."""
    held = [post for post in visit.posts.values() if post.person == person_id and post.held_on(day)]
    return min(held, key=lambda post: (post.level, post.id)).id if held else None


def zone_of(visit: Visit, item: ProgrammeItem) -> str:
    """IANA zone of an item's start."""
    return item.zone or visit.about.zone


def end_zone_of(visit: Visit, item: ProgrammeItem) -> str:
    """IANA zone of an item's end."""
    return item.end_zone or zone_of(visit, item)


def days_of(visit: Visit) -> Iterator[date]:
    """The days of the visit in order."""
    for ordinal in range(visit.about.starts.toordinal(), visit.about.ends.toordinal() + 1):
        yield date.fromordinal(ordinal)
