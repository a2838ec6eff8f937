# SPDX-License-Identifier: MIT
"""What a block says: its item's words in the window's language, made once per item value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visitplanner.domain.programme import Certainty, ItemStatus
from visitplanner.domain.text import Visibility
from visitplanner.gui.timeline.lanes import axis_span

if TYPE_CHECKING:
    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.timeline.roster import Roster


@dataclass(frozen=True, slots=True)
class Face:
    """The words and marks of one item."""

    kind: Kind
    title: str
    time: str
    place: str
    people: str
    tentative: bool
    cancelled: bool
    fixed: bool
    internal: bool


def clock(minutes: int, separator: str) -> str:
    """A minute of the day as the programme writes it: 9.05."""
    return f"{minutes % 1440 // 60:02}{separator}{minutes % 60:02}"


class Faces:
    """The faces of one visit's items, made when first looked at."""

    def __init__(self, visit: Visit, language: Language, roster: Roster) -> None:
        self._visit = visit
        self._language = language
        self._roster = roster
        self._known: dict[str, tuple[ProgrammeItem, Face]] = {}

    def of(self, item: ProgrammeItem) -> Face:
        """The face of an item, new when the item is."""
        known = self._known.get(item.id)
        if known is not None and known[0] is item:
            return known[1]
        face = self._made(item)
        self._known[item.id] = (item, face)
        return face

    def _made(self, item: ProgrammeItem) -> Face:
        return Face(
            kind=item.kind,
            title=item.title.best(self._language) or "…",
            time=self._time(item),
            place=self._place(item),
            people=self._people(item),
            tentative=item.status is ItemStatus.TENTATIVE,
            cancelled=item.status is ItemStatus.CANCELLED,
            fixed=item.fixed,
            internal=item.visibility is not Visibility.PUBLIC,
        )

    def _time(self, item: ProgrammeItem) -> str:
        span = axis_span(self._visit, item)
        if span is None:
            return ""
        separator = self._visit.policy.time_separator
        text = f"{clock(span[0], separator)}–{clock(span[1], separator)}"
        return text if item.certainty is Certainty.EXACT else f"≈ {text}"

    def _place(self, item: ProgrammeItem) -> str:
        venue = self._visit.venues.get(item.venue or "")
        parts = [venue.name.best(self._language)] if venue else []
        room = self._visit.rooms.get(item.room or "")
        if room:
            parts.append(room.name.best(self._language))
        destination = self._visit.venues.get(item.destination or "")
        if destination:
            return " → ".join([*parts, destination.name.best(self._language)])
        return ", ".join(parts)

    def _people(self, item: ProgrammeItem) -> str:
        names = []
        for entry in item.participants:
            if entry.excluded:
                continue
            names.append(self._named(entry.who))
        return ", ".join(name for name in names if name)

    def _named(self, who: str) -> str:
        visit, language = self._visit, self._language
        if who in visit.people:
            person = visit.people[who]
            initials = "".join(
                f"\u00a0{part.best(language)[:1]}."
                for part in (person.given, person.patronymic)
                if part
            )
            return f"{person.surname.best(language)}{initials}"
        if who in visit.delegations:
            delegation = visit.delegations[who]
            party = visit.parties.get(delegation.party)
            return delegation.name.best(language) or (party.name.best(language) if party else who)
        group = visit.groups.get(who)
        return group.name.best(language) if group else ""
