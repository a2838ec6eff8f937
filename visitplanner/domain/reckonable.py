# SPDX-License-Identifier: MIT
"""Whether days, zones and ids of a visit are such that calendars and files can be made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.limits import FIRST_YEAR, LAST_YEAR, LONGEST_VISIT, PLAIN_ID
from visitplanner.domain.period import is_zone
from visitplanner.domain.text import Message, message
from visitplanner.domain.visit import COLLECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import About, Visit

Fault = tuple[str, Message]
"""Where something is wrong, as `items.session.zone`, and what."""


def faults(visit: Visit) -> Iterator[Fault]:
    """What cannot be reckoned with anywhere in a visit."""
    if not PLAIN_ID.fullmatch(visit.uid):
        yield "uid", _no_id(visit.uid)
    for name in COLLECTIONS:
        for key in visit.collection(name):
            if not PLAIN_ID.fullmatch(key):
                yield name, _no_id(key)
    yield from _of_about(visit.about)
    items = visit.items.values()
    for zone in {item.zone for item in items} | {item.end_zone for item in items}:
        if _unknown(zone):
            yield next(
                (f"items.{item.id}.{field}", _no_zone(zone))
                for item in items
                for field in ("zone", "end_zone")
                if getattr(item, field) == zone
            )


def faults_of_record(record: Record) -> Iterator[Fault]:
    """Moments that no calendar could show, and versions that could not be told apart."""
    moments = [
        *(
            (f"items.{key}", one)
            for key, r in record.items.items()
            for one in (r.created, r.changed)
        ),
        *((f"versions[{n}]", version.created) for n, version in enumerate(record.versions)),
        *((f"publications[{n}]", one.at) for n, one in enumerate(record.publications)),
    ]
    numbers: set[int] = set()
    for n, version in enumerate(record.versions):
        if version.number < 1 or version.number in numbers:
            why = message("Versions are numbered from 1, each has a number of its own.")
            yield f"record.versions[{n}]", why
        numbers.add(version.number)
    for place, moment in moments:
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            first, last = str(FIRST_YEAR), str(LAST_YEAR)
            yield (
                f"record.{place}",
                message(
                    "A record must lie in the years {first} to {last}.", first=first, last=last
                ),
            )


def faults_of_patch(after: Visit, patch: Patch) -> Iterator[Fault]:
    """The same for what a patch leaves."""
    for change in patch.changes:
        if change.collection in COLLECTIONS and not PLAIN_ID.fullmatch(change.id):
            yield change.collection, _no_id(change.id)
        if change.collection == "about":
            yield from _of_about(after.about)
        elif change.collection == "items" and change.after is not None:
            item = after.items[change.id]
            for field in ("zone", "end_zone"):
                if _unknown(getattr(item, field)):
                    yield f"items.{item.id}.{field}", _no_zone(getattr(item, field))


def _unknown(zone: str | None) -> bool:
    return zone is not None and not is_zone(zone)


def _no_id(key: str) -> Message:
    return message("The id {id} is not of Latin letters, digits, hyphens and dots.", id=repr(key))


def _no_zone(zone: str | None) -> Message:
    return message("There is no time zone {zone}.", zone=zone or "")


def _of_about(about: About) -> Iterator[Fault]:
    if _unknown(about.zone):
        yield "about.zone", _no_zone(about.zone)
    if not FIRST_YEAR <= about.starts.year <= LAST_YEAR:
        first, last = str(FIRST_YEAR), str(LAST_YEAR)
        yield (
            "about.starts",
            message("The visit must lie in the years {first} to {last}.", first=first, last=last),
        )
    elif not 0 <= (about.ends - about.starts).days < LONGEST_VISIT:
        yield (
            "about.ends",
            message("The last day must not come before the first, nor over a year after it."),
        )
