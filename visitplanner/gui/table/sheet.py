# SPDX-License-Identifier: MIT
"""What the cells of the table say: texts of the items, made once per item value; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.text import LANGUAGES, Language
from visitplanner.editions.labels import KINDS, STATUSES
from visitplanner.gui.table.names import DOT, ROOM, VENUE, Names, same_names
from visitplanner.words import dates
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

ARROW: Final = "→"
EXCEPT: Final = N_("except")


class Sheet:
    """The words of one visit's items in a language."""

    def __init__(self, visit: Visit, language: Language) -> None:
        self.visit = visit
        self.language: Language = language
        self.say: Final = translator(language).gettext
        self.names: Final = Names(visit, language)
        self._known: dict[str, tuple[ProgrammeItem, dict[str, str]]] = {}

    def renewed(self, visit: Visit) -> Sheet:
        """The sheet after an edit: this one, while no name has changed."""
        if not same_names(visit, self.visit):
            return Sheet(visit, self.language)
        self.visit = visit
        return self

    def text(self, item: ProgrammeItem, key: str) -> str:
        """What the cell of a column says about an item."""
        known = self._known.get(item.id)
        if known is None or known[0] is not item:
            known = self._known[item.id] = (item, {})
        texts = known[1]
        found = texts.get(key)
        if found is None:
            found = texts[key] = _TEXTS[key](self, item)
        return found

    def day(self, item: ProgrammeItem) -> str:
        """The day an item stands on."""
        day = item.start.date if item.start is not None else item.day
        return self.names.day_text(day) if day is not None else ""

    def start(self, item: ProgrammeItem) -> str:
        """When an item begins."""
        if item.start is None:
            return ""
        return dates.time_text(item.start, self.language, self.visit.policy.time_separator)

    def end(self, item: ProgrammeItem) -> str:
        """When an item ends; at midnight as 24.00."""
        if item.end is None or item.start is None:
            return ""
        minute = item.end.minute_of_day
        if minute == 0 and item.end > item.start:
            minute = 24 * 60
        return dates.clock_text(minute, self.language, self.visit.policy.time_separator)

    @staticmethod
    def minutes(item: ProgrammeItem) -> str:
        """How long an item is."""
        return dates.number_text(item.minutes) if item.timed else ""

    def title(self, item: ProgrammeItem) -> str:
        """What an item is called, on one line."""
        return " ".join(item.title.best(self.language).split(" ")).strip()

    def place(self, item: ProgrammeItem) -> str:
        """Venue and room, or from where to where."""
        written = self.names.written
        if item.room is not None and (room := self.visit.rooms.get(item.room)) is not None:
            here = written(f"{ROOM}{item.room}")
            if item.venue is not None and room.venue != item.venue:
                here = f"{written(f'{VENUE}{item.venue}')}{DOT}{here}"
        else:
            here = written(f"{VENUE}{item.venue}") if item.venue is not None else ""
        there = written(f"{VENUE}{item.destination}") if item.destination is not None else ""
        if there or (item.kind is Kind.TRANSFER and here):
            return f"{here} {ARROW} {there}".strip()
        return here

    def people(self, item: ProgrammeItem) -> str:
        """Who takes part, and who of a delegation does not."""
        written = self.names.written
        coming = ", ".join(written(p.who) for p in item.participants if not p.excluded)
        staying = ", ".join(written(p.who) for p in item.participants if p.excluded)
        if not staying:
            return coming
        return f"{coming} ({self.say(EXCEPT)}: {staying})".strip()

    def responsible(self, item: ProgrammeItem) -> str:
        """Who answers for an item."""
        return self.names.written(item.responsible) if item.responsible is not None else ""

    def status(self, item: ProgrammeItem) -> str:
        """Tentative, confirmed or cancelled."""
        return self.say(STATUSES[item.status])

    def haystack(self, item: ProgrammeItem) -> str:
        """All that a search looks through."""
        texts = (
            *(self.text(item, key) for key in ("title", "place", "people", "responsible", "start")),
            *(item.title.own(language) for language in LANGUAGES),
            self.say(KINDS[item.kind]),
        )
        return folded("\n".join(texts))


_TEXTS: Final = {
    "day": Sheet.day,
    "start": Sheet.start,
    "end": Sheet.end,
    "minutes": lambda _, item: Sheet.minutes(item),
    "title": Sheet.title,
    "place": Sheet.place,
    "people": Sheet.people,
    "responsible": Sheet.responsible,
    "status": Sheet.status,
    "haystack": Sheet.haystack,
}
