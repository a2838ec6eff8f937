# SPDX-License-Identifier: MIT
"""Identifiers of entities as types: each says which collection of the visit it points into."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

PartyId = Annotated[str, Meta(extra={"refers": ("parties",)})]
PersonId = Annotated[str, Meta(extra={"refers": ("people",)})]
PostId = Annotated[str, Meta(extra={"refers": ("posts",)})]
DelegationId = Annotated[str, Meta(extra={"refers": ("delegations",)})]
WhoId = Annotated[str, Meta(extra={"refers": ("people", "delegations", "groups")})]
"""A person, a delegation or a group: ids of the three never coincide."""
TrackId = Annotated[str, Meta(extra={"refers": ("tracks",)})]
VenueId = Annotated[str, Meta(extra={"refers": ("venues",)})]
RoomId = Annotated[str, Meta(extra={"refers": ("rooms",)})]
ItemId = Annotated[str, Meta(extra={"refers": ("items",)})]
LegId = Annotated[str, Meta(extra={"refers": ("legs",)})]
VehicleId = Annotated[str, Meta(extra={"refers": ("vehicles",)})]
MovementId = Annotated[str, Meta(extra={"refers": ("movements",)})]
DocumentId = Annotated[str, Meta(extra={"refers": ("documents",)})]
MeasureId = Annotated[str, Meta(extra={"refers": ("measures",)})]
ResourceId = Annotated[str, Meta(extra={"refers": ("resources",)})]
TaskId = Annotated[str, Meta(extra={"refers": ("tasks",)})]
CalendarId = Annotated[str, Meta(extra={"refers": ("calendars",)})]
SeatingId = Annotated[str, Meta(extra={"refers": ("seatings",)})]
