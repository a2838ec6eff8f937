# SPDX-License-Identifier: MIT
"""Kinds of programme item: their usual lengths, and what only one kind has."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final

from visitplanner.domain.limits import Number
from visitplanner.domain.period import LocalTime
from visitplanner.domain.refs import PartyId, PersonId
from visitplanner.domain.text import INTERNAL, NO_TEXT, Text, Value


class Kind(StrEnum):
    """What happens in an item."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    ASSEMBLY = "assembly"
    LAYING = "laying"
    HEADS_MEETING = "heads-meeting"
    TALKS = "talks"
    SESSION = "session"
    SIGNING = "signing"
    PRESS = "press"
    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    RECEPTION = "reception"
    COFFEE = "coffee"
    TRANSFER = "transfer"
    ENTERPRISE = "enterprise"
    SIGHTSEEING = "sightseeing"
    CULTURE = "culture"
    GIFTS = "gifts"
    PHOTOGRAPH = "photograph"
    REST = "rest"
    FREE = "free"
    REHEARSAL = "rehearsal"
    WALKTHROUGH = "walkthrough"
    OTHER = "other"


class KindFacts(Value, frozen=True, forbid_unknown_fields=True):
    """Usual, shortest and longest length in minutes (protocol.md section 3)."""

    usual: int
    shortest: int
    longest: int


KIND_FACTS: Final[Mapping[Kind, KindFacts]] = {
    Kind.ARRIVAL: KindFacts(15, 10, 30),
    Kind.DEPARTURE: KindFacts(15, 10, 20),
    Kind.ASSEMBLY: KindFacts(10, 5, 30),
    Kind.LAYING: KindFacts(20, 15, 30),
    Kind.HEADS_MEETING: KindFacts(20, 15, 30),
    Kind.TALKS: KindFacts(90, 60, 180),
    Kind.SESSION: KindFacts(90, 60, 180),
    Kind.SIGNING: KindFacts(15, 10, 20),
    Kind.PRESS: KindFacts(10, 5, 15),
    Kind.BREAKFAST: KindFacts(45, 30, 90),
    Kind.LUNCH: KindFacts(75, 60, 120),
    Kind.DINNER: KindFacts(90, 60, 180),
    Kind.RECEPTION: KindFacts(90, 60, 180),
    Kind.COFFEE: KindFacts(15, 10, 30),
    Kind.TRANSFER: KindFacts(20, 5, 240),
    Kind.ENTERPRISE: KindFacts(60, 40, 120),
    Kind.SIGHTSEEING: KindFacts(90, 45, 180),
    Kind.CULTURE: KindFacts(90, 45, 180),
    Kind.GIFTS: KindFacts(5, 3, 10),
    Kind.PHOTOGRAPH: KindFacts(5, 3, 15),
    Kind.REST: KindFacts(30, 20, 60),
    Kind.FREE: KindFacts(60, 15, 480),
    Kind.REHEARSAL: KindFacts(30, 15, 120),
    Kind.WALKTHROUGH: KindFacts(30, 15, 120),
    Kind.OTHER: KindFacts(30, 5, 480),
}

MEALS: Final = frozenset({Kind.BREAKFAST, Kind.LUNCH, Kind.DINNER, Kind.RECEPTION})
WORKING_PAPERS_ONLY: Final = frozenset({Kind.ASSEMBLY, Kind.REHEARSAL, Kind.WALKTHROUGH})


class LayingMode(StrEnum):
    """Whether the sides lay together or one after the other (protocol.md section 2.9)."""

    JOINT = "joint"
    GUEST_THEN_HOST = "guest-then-host"


class Wreath(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A wreath or basket of one party with its ribbon and two bearers."""

    party: PartyId
    kind: str = "wreath"
    ribbon_text: Text = NO_TEXT
    ribbon_approved_by: Annotated[str, INTERNAL] = ""
    bearers: tuple[PersonId, ...] = ()


class Laying(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="laying"):
    """Wreaths and flowers of a laying; without wreaths flowers alone are laid."""

    mode: LayingMode = LayingMode.JOINT
    wreaths: tuple[Wreath, ...] = ()
    flowers_each: Number = 2
    """Flowers per person: an even number."""
    flowers_kind: Text = NO_TEXT


class Toast(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A toast at a meal, in its order."""

    speaker: PersonId
    minutes: Number = 2


class Meal(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="meal"):
    """What only a meal has; the printed label is the item's title."""

    on_behalf_of: PersonId | None = None
    menu: Annotated[Text, INTERNAL] = NO_TEXT
    toasts: tuple[Toast, ...] = ()


class PressCall(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="press"):
    """A press approach: who speaks and how many questions each side takes."""

    zone: Text = NO_TEXT
    speakers: tuple[PersonId, ...] = ()
    questions_each: Number = 2


class Journey(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="journey"):
    """A train or flight an arrival or departure depends on."""

    mode: str = "road"
    """road, train or air."""
    number: str = ""
    leaves: LocalTime | None = None
    arrives: LocalTime | None = None


class SiteVisit(Value, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="site"):
    """A visit to an enterprise: guide and stops; safety stands in the site safety sheet."""

    guide: PersonId | None = None
    stops: tuple[Text, ...] = ()


Detail = Laying | Meal | PressCall | Journey | SiteVisit
