# SPDX-License-Identifier: MIT
"""What a block says: its item's words in the window's language, made once per item value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import Certainty, ItemStatus
from visitplanner.domain.text import Visibility
from visitplanner.gui.timeline.clocks import times_text
from visitplanner.words import cases
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit


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

    @classmethod
    def fresh(cls, title: str, time: str) -> Face:
        """The face of an item that is only being drawn."""
        return cls(Kind.OTHER, title, time, "", "", True, False, False, False)

    def at(self, time: str) -> Face:
        """The same at another time."""
        return replace(self, time=time)


class Faces:
    """The faces of the items of one visit, made when first looked at."""

    def __init__(self, visit: Visit, language: Language) -> None:
        self.visit = visit
        self.language: Language = language
        self.known: dict[str, tuple[ProgrammeItem, Face]] = {}
        self._names: dict[str, str] = {}

    def renewed(self, visit: Visit) -> Faces:
        """The faces after an edit: these, while nothing but items has changed."""
        before = self.visit
        names = ("people", "venues", "rooms", "delegations", "parties", "groups", "about", "policy")
        if any(getattr(visit, name) is not getattr(before, name) for name in names):
            return Faces(visit, self.language)
        self.visit = visit
        return self

    def share(self, other: Faces) -> None:
        """Keeps the faces of another visit where they say the same: what is drawn can stay."""
        for key, (_, face) in other.known.items():
            item = self.visit.items.get(key)
            if item is not None and self.of(item) == face:
                self.known[key] = (item, face)

    def of(self, item: ProgrammeItem) -> Face:
        """The face of an item, new when the item is."""
        known = self.known.get(item.id)
        if known is not None and known[0] is item:
            return known[1]
        face = self._made(item)
        self.known[item.id] = (item, face)
        return face

    def of_draft(self, item: ProgrammeItem) -> Face:
        """The face of an item that is not in the visit."""
        return self._made(item)

    def _made(self, item: ProgrammeItem) -> Face:
        return Face(
            kind=item.kind,
            title=item.title.best(self.language) or translator(self.language).gettext("No title"),
            time=self.time_of(item),
            place=self.place_of(item),
            people=", ".join(self.people_of(item)),
            tentative=item.status is ItemStatus.TENTATIVE,
            cancelled=item.status is ItemStatus.CANCELLED,
            fixed=item.fixed,
            internal=item.visibility is not Visibility.PUBLIC,
        )

    def time_of(self, item: ProgrammeItem) -> str:
        """The times as the programme prints them, by the clock at the place."""
        text = times_text(self.visit, item, self.language)
        return text if not text or item.certainty is Certainty.EXACT else f"≈\u00a0{text}"

    def place_of(self, item: ProgrammeItem) -> str:
        """Venue and room, or from where to where."""
        visit, language = self.visit, self.language
        venue = visit.venues.get(item.venue or "")
        room = visit.rooms.get(item.room or "")
        destination = visit.venues.get(item.destination or "")
        parts = [cases.venue_name(venue, language)] if venue else []
        if room:
            parts.append(cases.room_name(room, language))
        here = ", ".join(parts)
        if destination is None:
            return here
        return f"{here} → {cases.venue_name(destination, language)}".strip()

    def people_of(self, item: ProgrammeItem) -> list[str]:
        """The participants as they are entered."""
        return [self.name_of(entry.who) for entry in item.participants if not entry.excluded]

    def name_of(self, who: str) -> str:
        """A person, delegation or group, shortly."""
        found = self._names.get(who)
        if found is None:
            found = self._names[who] = self._named(who)
        return found

    def _named(self, who: str) -> str:
        visit, language = self.visit, self.language
        if who in visit.people:
            return cases.head_to_follow(visit, who, language) or cases.person_name(
                visit.people[who], language, style="surname-first"
            )
        if who in visit.delegations:
            return cases.delegation_name(visit, visit.delegations[who], language)
        group = visit.groups.get(who)
        return cases.group_name(group, language) if group else who
