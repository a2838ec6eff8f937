# SPDX-License-Identifier: MIT
"""What typing into a cell changes: text becomes an edit, or a sentence says why not; no Qt."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import times
from visitplanner.domain.edits import item_of, put, set_item_field, set_item_title
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import EditRefusedError, Patch, apply, merged
from visitplanner.domain.programme import Participation
from visitplanner.domain.text import LANGUAGES, Quote, message
from visitplanner.gui.table.names import ROOM, VENUE, status_of
from visitplanner.gui.table.sheet import EXCEPT
from visitplanner.words import typed
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.table.sheet import Sheet
    from visitplanner.words.meant import Candidate, Candidates

_ARROW: Final = re.compile(r"\s*(?:→|->|=>)\s*")
_SPACES: Final = re.compile(r"\s*[ \t\r\n\f\v]\s*")  # no-break spaces alone stay
_LISTED: Final = re.compile(r"[;\n]")


def write_day(sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Moves an item to another day."""
    days = sheet.names.days
    found = days.meant(text)
    if len(found) != 1:
        raise EditRefusedError(message("“{text}” is no day of the visit.", text=text))
    return times.move_to_day(visit, item_id, date.fromisoformat(found[0].id))


def write_start(sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Moves an item, or puts it on the shelf when the time is wiped out."""
    if not text:
        return times.untime(visit, item_id)
    both = typed.span(text)
    minute = both[0] if both is not None else typed.minute_of_day(text)
    if minute is None:
        raise EditRefusedError(message("“{text}” is no time: type 10.15 or 1015.", text=text))
    moved = times.start_at(visit, item_id, minute, sheet.visit.about.starts)
    if both is None:
        return moved
    return merged(moved, times.end_at(apply(visit, moved), item_id, both[1]))


def write_end(_sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Moves the end of an item."""
    minute = typed.minute_of_day(text)
    if minute is None:
        raise EditRefusedError(message("“{text}” is no time: type 10.15 or 1015.", text=text))
    return times.end_at(visit, item_id, minute)


def write_minutes(_sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Moves the end so that the item lasts so long."""
    minutes = typed.length(text)
    if minutes is None:
        raise EditRefusedError(message("“{text}” is no length: type minutes or 1:30.", text=text))
    return times.make_last(visit, item_id, minutes)


def write_title(sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Renames an item in the language of the window."""
    title = _SPACES.sub(" ", text).strip()
    return set_item_title(visit, item_id, sheet.language, title)


def write_place(sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Moves an item to another venue or room; an arrow stands between the ends of a transfer."""
    item = item_of(visit, item_id)
    name = message("Change “{title}”", title=Quote(text=item.title))
    halves = _ARROW.split(text, maxsplit=1) if text else ["", ""]
    if len(halves) == 1 and item.kind is Kind.TRANSFER:
        destination, _ = _place(sheet, item, halves[0])
        return put(visit, name, "items", replace(item, destination=destination))
    venue, room = _place(sheet, item, halves[0])
    destination, _ = _place(sheet, item, halves[1]) if len(halves) > 1 else (None, None)
    moved = replace(item, venue=venue, room=room, destination=destination)
    return put(visit, name, "items", moved)


def _place(sheet: Sheet, item: ProgrammeItem, text: str) -> tuple[str | None, str | None]:
    """Venue and room meant; of rooms called alike, the one where the item is now."""
    if not text:
        return None, None
    found = sheet.names.places.meant(text)
    if len(found) > 1:
        rooms = sheet.visit.rooms
        here = [c for c in found if c.id.startswith(ROOM)]
        here = [c for c in here if rooms[c.id.removeprefix(ROOM)].venue == item.venue]
        found = tuple(here) if len(here) == 1 else found
    one = _only(found, text, "places")
    if one.id.startswith(ROOM):
        room = sheet.visit.rooms[one.id.removeprefix(ROOM)]
        return room.venue, room.id
    return one.id.removeprefix(VENUE), None


def write_people(sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Sets who takes part; who stays keeps his part in the item."""
    item = item_of(visit, item_id)
    coming, staying = _parted(text)
    everybody = sheet.names.everybody
    entries = {p.who: p for p in item.participants}
    now: dict[str, Participation] = {}
    for excluded, names in ((False, coming), (True, staying)):
        for found in _listed(everybody, names, entries):
            known = entries.get(found.id)
            kept = known is not None and known.excluded is excluded
            now[found.id] = (
                known
                if known is not None and kept
                else Participation(who=found.id, excluded=excluded)
            )
    name = message("Change participants of “{title}”", title=Quote(text=item.title))
    return put(visit, name, "items", replace(item, participants=tuple(now.values())))


def _parted(text: str) -> tuple[str, str]:
    """Those who come and those who do not: “the delegations (except: …)”."""
    words = {translator(language).gettext(EXCEPT) for language in LANGUAGES}
    marks = "|".join(re.escape(word) for word in words)
    found = re.search(rf"(?is)[\s,;]*\(?\s*\b(?:{marks})\s*:\s*(.*?)\)?\s*$", text)
    return (text[: found.start()], found[1]) if found else (text, "")


def _listed(names: Candidates, text: str, known: object) -> Iterator[Candidate]:
    """The people of a list; a name may itself contain commas."""
    for chunk in _LISTED.split(text):
        parts = [part.strip() for part in chunk.split(",")]
        place = 0
        while place < len(parts):
            if not parts[place]:
                place += 1
                continue
            one, taken = _longest(names, parts[place:], known)
            yield one
            place += taken


def _longest(names: Candidates, parts: list[str], known: object) -> tuple[Candidate, int]:
    for taken in range(len(parts), 1, -1):
        if (whole := names.named(", ".join(parts[:taken]))) is not None:
            return whole, taken
    found = names.meant(parts[0])
    if len(found) > 1 and isinstance(known, dict):
        here = tuple(c for c in found if c.id in known)
        found = here if len(here) == 1 else found
    return _only(found, parts[0], "people"), 1


def write_responsible(sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Sets who answers for an item."""
    who = _only(sheet.names.people.meant(text), text, "people").id if text else None
    return set_item_field(visit, item_id, "responsible", who)


def write_status(sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
    """Sets whether an item is tentative, confirmed or cancelled."""
    found = sheet.names.statuses.meant(text)
    if len(found) != 1:
        raise EditRefusedError(message("“{text}” is no status: choose one of the list.", text=text))
    return set_item_field(visit, item_id, "status", status_of(found[0].id))


def _only(found: tuple[Candidate, ...], text: str, among: str) -> Candidate:
    """The one that is meant, or a refusal that says what is the matter."""
    if len(found) == 1:
        return found[0]
    raise EditRefusedError(_unclear(found, text) if found else _unknown(text, among))


def _unclear(found: tuple[Candidate, ...], text: str) -> Message:
    few = ", ".join(candidate.text for candidate in found[:3])
    if len(found) > 3:  # noqa: PLR2004 -- as many names as a sentence bears
        few += "…"
    return message("“{text}” may mean several: {names}.", text=text, names=few)


def _unknown(text: str, among: str) -> Message:
    if among == "people":
        return message("The visit knows nobody called “{text}”.", text=text)
    return message("The visit knows no place called “{text}”.", text=text)
