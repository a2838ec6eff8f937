# SPDX-License-Identifier: MIT
"""What an edit did, in words: its name, and thing by thing what was and what is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.comparison import compared_for
from visitplanner.domain.text import Case, Visibility
from visitplanner.editions.changes.sheet import ChangeWording
from visitplanner.store.contract import EntryKind
from visitplanner.words.catalogue import N_
from visitplanner.words.message import continued
from visitplanner.words.references import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from visitplanner.domain.patch import Change, Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.store.contract import Entry

_THINGS: Final[Mapping[str, str]] = {
    "about": N_("Visit"),
    "policy": N_("Policy"),
    "parties": N_("Party"),
    "people": N_("Person"),
    "posts": N_("Post"),
    "delegations": N_("Delegation"),
    "memberships": N_("Member of the delegation"),
    "groups": N_("Group"),
    "tracks": N_("Track"),
    "venues": N_("Place"),
    "rooms": N_("Room"),
    "legs": N_("Travel time"),
    "vehicles": N_("Vehicle"),
    "movements": N_("Ride"),
    "items": N_("Item"),
    "agendas": N_("Agenda"),
    "documents": N_("Document"),
    "measures": N_("Measure of the Plan"),
    "instructions": N_("Instruction"),
    "seatings": N_("Seating"),
    "flags": N_("Flags"),
    "resources": N_("Resource"),
    "bookings": N_("Booking"),
    "tasks": N_("Task"),
    "shifts": N_("Interpreter's shift"),
    "sites": N_("Site safety"),
    "gifts": N_("Gift"),
    "distributions": N_("Copy of a document"),
    "calendars": N_("Calendar of days off"),
    "days": N_("Day off"),
    "waivers": N_("Waiver"),
}


class Told(NamedTuple):
    """One thing an edit changed: heading, and a line for each part of it."""

    heading: str
    lines: tuple[str, ...]
    item: str = ""


def edit_name(desk: Desk, entry: Entry) -> str:
    """«Перенос «…»», «Отменено: перенос «…»»."""
    name = desk.say(entry.message)
    if entry.kind is EntryKind.EDIT:
        return name
    again = N_("Undone: {edit}") if entry.kind is EntryKind.UNDO else N_("Redone: {edit}")
    return desk.phrases.say(again).replace("{edit}", continued(name, desk.language))


def told(desk: Desk, before: Visit, after: Visit, patch: Patch) -> Iterator[Told]:
    """Items as they are printed, then everything else by its kind and name."""
    wording = ChangeWording(before, after, Visibility.RESTRICTED, desk.language)
    shown: set[str] = set()
    for change in compared_for(before, after, Visibility.RESTRICTED):
        entry = wording.entry(change)
        lines = tuple(line.whole for line in entry.lines)
        if lines or change.gone or change.fresh:
            shown.add(change.item)
            heading = f"{entry.sign} {entry.heading}"
            yield Told(heading, (*lines, *_concerns(desk, entry.names)), change.item)
    for touched in patch.changes:
        if touched.collection != "items" or touched.id not in shown:
            yield _thing(desk, before, after, touched)


def _concerns(desk: Desk, names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        return ()
    return (f"{desk.phrases.say(N_('Participants'))}: {', '.join(names)}",)


def _thing(desk: Desk, before: Visit, after: Visit, change: Change) -> Told:
    """«Место: Дом Правительства – изменено»."""
    say = desk.phrases.say
    what = say(
        N_("added")
        if change.before is None
        else N_("removed")
        if change.after is None
        else N_("changed")
    )
    kind = say(_THINGS.get(change.collection, ""))
    visit = before if change.after is None else after
    name = (
        named(visit, change.collection, change.id, desk.language, Case.NOM, inside=False)
        if change.id
        else ""
    )
    known = name if name != change.id else ""
    heading = f"{kind}: {known}" if known else kind
    item = change.id if change.collection == "items" else ""
    return Told(f"{heading} \N{EN DASH} {what}", (), item)
