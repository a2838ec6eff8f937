# SPDX-License-Identifier: MIT
"""Items of the programme, who takes part in them, and the tracks they run on."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from visitplanner.domain.kinds import Detail, Kind
from visitplanner.domain.limits import Number
from visitplanner.domain.people import Side
from visitplanner.domain.period import LocalTime
from visitplanner.domain.refs import ItemId, PersonId, ResourceId, RoomId, TrackId, VenueId, WhoId
from visitplanner.domain.text import INTERNAL, NO_TEXT, Entity, Text, Value, Visibility
from visitplanner.domain.venues import Layout


class Track(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of the programme, such as the heads of regions; lanes of the timeline."""

    name: Text
    order: Number = 0


class ItemStatus(StrEnum):
    """iCalendar's status of an event, in lower case."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Certainty(StrEnum):
    """How sure the time is."""

    EXACT = "exact"
    ABOUT = "about"
    TO_BE_CONFIRMED = "tbc"


class Part(StrEnum):
    """What somebody does in an item."""

    MEMBER = "member"
    HEAD = "head"
    SPEAKER = "speaker"
    GREETER = "greeter"
    ESCORT = "escort"
    SECRETARY = "secretary"
    INTERPRETER = "interpreter"
    ASSISTANT = "assistant"
    PRESS = "press"


class PressMode(StrEnum):
    """What the press may see."""

    NONE = "none"
    PHOTO = "photo"  # at the beginning only
    OPEN = "open"


class InterpretingMode(StrEnum):
    """How speech is interpreted."""

    NONE = "none"
    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"


class Participation(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person, a delegation or a group in an item.

    Who is named both alone and through a delegation counts once, by the entry of his own;
    `excluded` takes a person out of the delegation or group he would come with.
    """

    who: WhoId
    part: Part = Part.MEMBER
    required: bool = True
    excluded: bool = False
    since: LocalTime | None = None
    """Comes later than the item starts."""
    until: LocalTime | None = None
    """Leaves before the item ends."""
    own_car: bool = False
    """On a transfer: goes by own car, asks for no seat."""
    note: Text = NO_TEXT
    """The person's own part in words: lays flowers, speaks for 3 minutes."""


class Step(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A step of a ceremony; before the start and at the end it does not count in the sum."""

    offset: Number
    """Minutes from the start of the item, negative for readiness before it."""
    minutes: Number = 0
    action: Text
    actors: tuple[WhoId, ...] = ()
    speaker: PersonId | None = None
    announcer_text: Text = NO_TEXT
    position: Text = NO_TEXT
    resources: Annotated[tuple[ResourceId, ...], INTERNAL] = ()
    visibility: Visibility = Visibility.INTERNAL


class ProgrammeItem(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of the programme: what, when, where, with whom.

    `start` and `end` are wall-clock time at the place; the end is exclusive. An item without
    them stands on the shelf of its `day` (a whole-day note) or of the visit.
    """

    kind: Kind
    title: Text
    start: LocalTime | None = None
    end: LocalTime | None = None
    zone: str | None = None
    """IANA zone where it differs from the visit's."""
    end_zone: str | None = None
    """IANA zone of the end where it differs from the start's, as on a flight."""
    day: date | None = None
    certainty: Certainty = Certainty.EXACT
    status: ItemStatus = ItemStatus.TENTATIVE
    fixed: bool = False
    """Moves by hand only, never by ripple."""
    tracks: tuple[TrackId, ...] = ()
    venue: VenueId | None = None
    room: RoomId | None = None
    layout: Layout | None = None
    destination: VenueId | None = None
    """Of a transfer: where it ends; `venue` is where it begins."""
    block: ItemId | None = None
    """The first item of the block this one belongs to (session, signing, press)."""
    participants: tuple[Participation, ...] = ()
    responsible: Annotated[PersonId | None, INTERNAL] = None
    deputy: Annotated[PersonId | None, INTERNAL] = None
    on_behalf_of: Side | None = None
    dress: Text = NO_TEXT
    press: PressMode = PressMode.NONE
    public_text: Text = NO_TEXT
    internal_text: Annotated[Text, INTERNAL] = NO_TEXT
    visibility: Visibility = Visibility.PUBLIC
    outdoor: bool | None = None
    """None: as the venue is."""
    fallback_venue: VenueId | None = None
    fallback_text: Annotated[Text, INTERNAL] = NO_TEXT
    setup_minutes: Annotated[Number, INTERNAL] = 0
    strike_minutes: Annotated[Number, INTERNAL] = 0
    shorten_to: Annotated[Number | None, INTERNAL] = None
    """The length in minutes it can be cut to when time runs late."""
    interpreting: InterpretingMode = InterpretingMode.NONE
    steps: tuple[Step, ...] = ()
    detail: Detail | None = None

    @property
    def minutes(self) -> int:
        """Wall-clock length at one place; 0 while untimed."""
        if self.start is None or self.end is None:
            return 0
        return self.end.minutes - self.start.minutes

    @property
    def timed(self) -> bool:
        """Whether both times are set."""
        return self.start is not None and self.end is not None
