# SPDX-License-Identifier: MIT
"""Places of the visit, their rooms and opening hours, and the ways between them."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from visitplanner.domain.limits import Kilometres, Latitude, Longitude, Number
from visitplanner.domain.refs import PersonId, VenueId
from visitplanner.domain.text import INTERNAL, NO_FORMS, NO_TEXT, Entity, Forms, Hours, Text, Value


class Opening(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Opening hours on some weekdays (1 Monday to 7 Sunday)."""

    weekdays: tuple[Number, ...]
    opens: Hours
    closes: Hours


class Venue(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place with an address; items at one venue need no travel between them."""

    name: Text
    forms: Forms = NO_FORMS
    preposition: str = "в"
    """The Russian preposition of place that fits the name, «в» or «на»."""
    address: Text = NO_TEXT
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    entrance: Text = NO_TEXT
    parking: Annotated[Text, INTERNAL] = NO_TEXT
    contact: Annotated[PersonId | None, INTERNAL] = None
    contact_note: Annotated[str, INTERNAL] = ""
    hours: tuple[Opening, ...] = ()
    """Empty: not known, so not checked."""
    closed_on: tuple[date, ...] = ()
    pass_required: bool = False
    lighting: bool = False
    outdoor: bool = False


class Layout(StrEnum):
    """How a room is set."""

    TALKS = "talks"
    THEATRE = "theatre"
    ROUND = "round"
    U = "u"
    BANQUET = "banquet"
    STANDING = "standing"


class Room(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A room of a venue, bookable by one item at a time."""

    venue: VenueId
    name: Text
    forms: Forms = NO_FORMS
    capacity: Mapping[Layout, Number] = {}
    door_side: str = ""
    window_side: str = ""
    equipment: Annotated[tuple[str, ...], INTERNAL] = ()


class LegSource(StrEnum):
    """Where the minutes of a leg come from."""

    MANUAL = "manual"
    DRIVEN = "driven"
    ESTIMATE = "estimate"


class Leg(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The way between two venues, valid in both directions unless `one_way`."""

    origin: VenueId
    destination: VenueId
    minutes: Number
    kilometres: Kilometres | None = None
    by_hour: Mapping[str, Number] = {}
    """Minutes at an hour of the day ("08" to "23") where traffic makes them differ."""
    one_way: bool = False
    crosses_border: bool = False
    source: LegSource = LegSource.MANUAL
    verified_on: date | None = None
    """The day somebody drove it; none: not driven yet."""
