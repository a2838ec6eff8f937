# SPDX-License-Identifier: MIT
"""What happened to the plan, beside it and never undone: calendar stamps, versions, holders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec.structs import replace

from visitplanner.domain.limits import Moment, Number, Revision
from visitplanner.domain.programme import ProgrammeItem
from visitplanner.domain.text import NO_TEXT, Language, Text, Value, Visibility

if TYPE_CHECKING:
    from datetime import datetime

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit

UID_DOMAIN: Final = "visitplanner.invalid"


class ItemRecord(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The calendar life of one item id; it outlives the item and every undo."""

    uid: str
    """RFC 5545 3.8.4.7: uuid5 of visit and item, for ever."""
    sequence: Revision = 0
    """Raised when start, end, place or status change; never lowered."""
    created: Moment
    changed: Moment
    """UTC time of the item's last revision."""
    tombstone: ProgrammeItem | None = None
    """The item as it was when it was removed; calendars get it as cancelled."""


class VersionStatus(StrEnum):
    """State of a version of the programme."""

    DRAFT = "draft"
    BEING_AGREED = "being-agreed"
    AGREED = "agreed"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Version(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A frozen state of the programme: what the plan was after line `edit` of the log.

    Names and posts are those of that state; the data of the approval block are kept besides.
    """

    number: Number
    status: VersionStatus = VersionStatus.DRAFT
    created: Moment
    author: str
    note: str = ""
    edit: Revision = 0
    """Number of the last line of the log it contains."""
    settled: Moment | None = None
    """When it came into its status; None: when it was made."""
    approved_post: Text = NO_TEXT
    approved_name: Text = NO_TEXT
    approved_on: date | None = None


class Channel(StrEnum):
    """How a reader got an edition."""

    FILE = "file"
    LINK = "link"
    PAPER = "paper"


class Publication(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An edition given to a reader: what he holds, of which state of the plan."""

    edition: str
    version: Number
    """Number of the version or, where none is frozen in that state, of the draft."""
    reader: str
    """Id of a person or delegation, or a name as it was typed; empty: not known."""
    at: Moment
    channel: Channel = Channel.FILE
    copy_number: str = ""
    edit: Revision = 0
    """Number of the last line of the log the reader has seen."""
    format: str = "pdf"
    language: Language = "ru"
    scope: str = ""
    """Whose programme: id of a delegation, a person or a track; empty: the whole visit."""
    audience: Visibility = Visibility.PUBLIC
    """What its edition may show: a change above it is none for the holder."""
    author: str = ""
    """Who gave it out."""
    withdrawn: Moment | None = None
    """When the copy was taken back or replaced; nobody is told about it any more."""


class Informing(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A reader was told of all changes up to a line of the log."""

    reader: str
    """As in Publication."""
    edit: Revision
    at: Moment
    author: str = ""


class Record(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that is remembered beside the undoable visit."""

    items: Mapping[str, ItemRecord] = {}
    versions: tuple[Version, ...] = ()
    publications: tuple[Publication, ...] = ()
    informed: tuple[Informing, ...] = ()
    edit: Revision | None = None
    """In a dump or a copy: the line of the log that names the state it goes with; else None.

    A file made from it begins its log there, so that the plan stands on the version it stood on.
    """


EMPTY_RECORD: Final = Record()


def visit_namespace(visit_uid: str) -> UUID:
    """The namespace of all calendar UIDs of a visit."""
    return uuid5(NAMESPACE_URL, f"visit:{visit_uid}")


def item_uid(visit_uid: str, item_id: str) -> str:
    """The public calendar UID of an item."""
    return f"{uuid5(visit_namespace(visit_uid), item_id)}@{UID_DOMAIN}"


def calendar_facts(visit: Visit, item: ProgrammeItem) -> tuple[object, ...]:
    """What raises SEQUENCE when it changes: times, zones, place and status (calendar.md 2)."""
    venue = visit.venues.get(item.venue or "")
    room = visit.rooms.get(item.room or "")
    target = visit.venues.get(item.destination or "")
    return (
        item.start,
        item.end,
        item.day,
        item.zone or visit.about.zone,
        item.end_zone,
        item.status,
        venue and (venue.id, venue.name, venue.address),
        room and (room.id, room.name),
        target and (target.id, target.name, target.address),
    )


def touched_items(before: Visit, after: Visit, patch: Patch) -> tuple[str, ...]:
    """Items whose calendar entry a patch may alter, in the order of their ids."""
    places = {c.id for c in patch.changes if c.collection in {"venues", "rooms"}}
    ids = {c.id for c in patch.changes if c.collection == "items"}
    if any(c.collection == "about" for c in patch.changes):
        ids.update(after.items)
    elif places:
        for item in after.items.values():
            if places & {item.venue, item.room, item.destination}:
                ids.add(item.id)
    return tuple(sorted(i for i in ids if before.items.get(i) or after.items.get(i)))


def updated(
    record: Record, before: Visit, after: Visit, patch: Patch, now: datetime
) -> Mapping[str, ItemRecord]:
    """The item records an applied patch changes, by item id. `now` is aware, in UTC.

    A clock that has been set back, or another computer's, sets no stamp back.
    """
    new: dict[str, ItemRecord] = {}
    for item_id in touched_items(before, after, patch):
        old_item, item = before.items.get(item_id), after.items.get(item_id)
        known = record.items.get(item_id)
        if item is None:
            if known is not None and old_item is not None:
                new[item_id] = replace(
                    known,
                    sequence=known.sequence + 1,
                    changed=max(now, known.changed),
                    tombstone=old_item,
                )
        elif known is None:
            uid = item_uid(after.uid, item_id)
            new[item_id] = ItemRecord(uid=uid, created=now, changed=now)
        else:
            moved = old_item is None or (
                calendar_facts(before, old_item) != calendar_facts(after, item)
            )
            if moved or old_item != item:
                new[item_id] = replace(
                    known,
                    sequence=known.sequence + moved,
                    changed=max(now, known.changed),
                    tombstone=None,
                )
    return new


def with_items(record: Record, changed: Mapping[str, ItemRecord]) -> Record:
    """The record with some item records replaced."""
    return replace(record, items={**record.items, **changed}) if changed else record


def first_record(visit: Visit, now: datetime) -> Record:
    """The record of a visit that has none yet."""
    return Record(
        items={
            i: ItemRecord(uid=item_uid(visit.uid, i), created=now, changed=now) for i in visit.items
        }
    )


def fresh_item_id(kind: str, visit: Visit, record: Record) -> str:
    """A short readable id for a new item, never used in this visit before."""
    used = visit.items.keys() | record.items.keys()
    number = 1
    while (candidate := f"{kind}-{number}") in used or (number == 1 and kind in used):
        number += 1
    return candidate
