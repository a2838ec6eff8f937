# SPDX-License-Identifier: MIT
"""Edits of what items need: things booked for them and vehicles sent for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import combined, item_of, put, remove
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.preparation import Booking, Resource
from visitplanner.domain.roll import fresh_id
from visitplanner.domain.text import NO_TEXT, Quote, Text, message
from visitplanner.domain.transport import Movement

if TYPE_CHECKING:
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit


def add_booking(visit: Visit, item_id: str) -> tuple[Patch, str]:
    """Asks for a thing that has no name yet."""
    title = Quote(text=item_of(visit, item_id).title)
    name = message("Change resources of “{title}”", title=title)
    resource = Resource(id=fresh_id(visit, "resources", "resource"), name=NO_TEXT)
    booking = Booking(id=fresh_id(visit, "bookings", "booking"), item=item_id, resource=resource.id)
    both = combined(
        name, put(visit, name, "resources", resource), put(visit, name, "bookings", booking)
    )
    return both, booking.id


def name_booking(visit: Visit, booking_id: str, known: str | None, name: Text) -> Patch:
    """Books a thing that is known, else a new one; one that never had a name is let go.

    A thing that is in use elsewhere is not renamed by being replaced here. A known one is to be
    ready as early as the accepted order says for its kind.
    """
    booking = visit.bookings.get(booking_id)
    if booking is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=booking_id))
    said = message("Change resources of “{title}”", title=Quote(text=name))
    before = visit.resources[booking.resource]
    unnamed = not before.name and all(
        b.resource != before.id or b.id == booking_id for b in visit.bookings.values()
    )
    if known is None and unnamed:
        return put(visit, said, "resources", replace(before, name=name))
    patches = []
    target = known
    if target is None:
        fresh = Resource(id=fresh_id(visit, "resources", "resource"), name=name)
        patches.append(put(visit, said, "resources", fresh))
        target = fresh.id
    if target == booking.resource:
        return combined(said)
    lead = booking.lead_days
    if known is not None:
        lead = visit.policy.lead_days.get(visit.resources[known].kind, lead)
    booked = replace(booking, resource=target, lead_days=lead)
    patches.append(put(visit, said, "bookings", booked))
    if unnamed:
        patches.append(remove(visit, said, "resources", before.id))
    return combined(said, *patches)


def add_movement(visit: Visit, item_id: str) -> tuple[Patch, str]:
    """Sends one more vehicle: the first that does not go yet."""
    title = Quote(text=item_of(visit, item_id).title)
    going = [m for m in visit.movements.values() if m.item == item_id]
    sent = {m.vehicle for m in going}
    free = next((key for key in visit.vehicles if key not in sent), None)
    if free is None:
        raise EditRefusedError(message("All vehicles go already: add one to the vehicles first."))
    movement = Movement(
        id=fresh_id(visit, "movements", "movement"),
        item=item_id,
        vehicle=free,
        order=max((m.order for m in going), default=0) + 1,
    )
    name = message("Change vehicles of “{title}”", title=title)
    return put(visit, name, "movements", movement), movement.id


def named(language: Language, typed: str) -> Text:
    """A new text that says this in one language."""
    return NO_TEXT.edited(language, typed)
