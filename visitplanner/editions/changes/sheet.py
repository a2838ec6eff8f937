# SPDX-License-Identifier: MIT
"""The change sheet: what was, what is and whom it concerns, item by item, for one audience."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from visitplanner.domain.comparison import ItemChange, Mark, compared, printable
from visitplanner.domain.record import EMPTY_RECORD, Version
from visitplanner.domain.text import Language, Value, Visibility
from visitplanner.editions.changes.lines import Lines
from visitplanner.editions.changes.lists import Lists
from visitplanner.editions.changes.names import Names
from visitplanner.editions.changes.sides import Sides
from visitplanner.editions.changes.values import ChangeLine, ListChange
from visitplanner.editions.headings import Headings
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.editions.wording import Wording

CHANGED, GONE, ADDED = "▲", "✕", "＋"
"""The marks of protocol.md section 5: they read in black and white."""


class Point(Value, frozen=True, kw_only=True):
    """A state as a reader knows it: a version, else the moment of its last edit."""

    version: Version | None = None
    at: datetime | None = None


class Entry(Value, frozen=True, kw_only=True):
    """One item of a change sheet."""

    number: int
    sign: str
    """CHANGED, GONE or ADDED."""
    change: ItemChange
    when: str
    """Its time now; of what is gone, its time before."""
    title: str
    lines: tuple[ChangeLine, ...]
    concerns: str
    """Whom it concerns, in the case that follows «Касается»; a delegation may stand for all."""
    names: tuple[str, ...]
    """Everybody concerned by name, nominative, in the order of `change.people`."""

    @property
    def heading(self) -> str:
        """«11.20–11.40 Возложение цветов к Вечному огню»; time in words stands after it."""
        if not any(sign.isdigit() for sign in self.when):
            return f"{self.title} ({self.when[:1].lower()}{self.when[1:]})"
        return f"{self.when} {self.title}"


class ChangedDay(Value, frozen=True, kw_only=True):
    """The entries of one day."""

    date: date | None
    heading: str
    entries: tuple[Entry, ...]


class ChangeSheet(Value, frozen=True, kw_only=True):
    """All that has changed between two states, as one audience may know it."""

    audience: Visibility
    language: Language
    heading: str
    subject: str
    since: str
    """«к редакции 1 от 18.12.2025 21.40»."""
    as_of: str
    """«по состоянию на 22.12.2025 18.05»; empty when not known."""
    mark: str
    """«Служебное» on the sheet of the office."""
    counts: str
    lists: tuple[ListChange, ...]
    """Who joined delegations and groups, and who left them."""
    days: tuple[ChangedDay, ...]
    concerns_label: str
    """«Касается»."""
    ending: str
    """That the rest is as it was, or that nothing has changed."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in their order."""
        return tuple(entry for day in self.days for entry in day.entries)


def change_sheet(  # noqa: PLR0913 -- two states, how a reader knows them, and who he is
    before: Visit,
    after: Visit,
    *,
    audience: Visibility,
    language: Language,
    since: Point,
    until: Point,
) -> ChangeSheet:
    """The changes from one state to another."""
    return ChangeWording(before, after, audience, language).sheet(since, until)


class ChangeWording:
    """Puts changes between two states into words for one audience."""

    def __init__(
        self, before: Visit, after: Visit, audience: Visibility, language: Language
    ) -> None:
        self.sides: Final = Sides(before, after, audience, language)
        self.words: Final = self.sides.words
        self._audience: Final = audience
        self._lines: Final = Lines(self.sides)
        self._names: Final = Names(self.sides)

    @property
    def states(self) -> tuple[Visit, Visit]:
        """Both states with the items the audience may see."""
        sides = (self.sides.before, self.sides.after)
        before, after = (printable(side.visit, self._audience) for side in sides)
        return before, after

    def sheet(self, since: Point, until: Point) -> ChangeSheet:
        """All changes between the two, and how a reader knows them."""
        words, sides = self.words, self.sides
        changes = [c for c in compared(*self.states, inside=sides.inside) if c.printed]
        lists = Lists(sides).changes()
        subject = Headings(sides.after.index, EMPTY_RECORD, words).subject()
        days = self.days(changes)
        return ChangeSheet(
            audience=self._audience,
            language=words.language,
            heading=words.say(N_("Change sheet")),
            subject=words.say(N_("in the programme: {of}"), of=words.join(subject, " ")).strip(),
            since=self.since(since),
            as_of=self.as_of(until),
            mark=words.say(N_("For office use")) if sides.inside else "",
            counts=_counts([e.sign for day in days for e in day.entries], words),
            lists=lists,
            days=days,
            concerns_label=words.say(N_("Concerns")),
            ending=_ending(words, changed=bool(days or lists)),
        )

    def entry(self, change: ItemChange, number: int = 0) -> Entry:
        """One change in words."""
        row = self.sides.row_now(change) if change.now is not None else self.sides.row_was(change)
        return Entry(
            number=number,
            sign=GONE if change.gone else ADDED if change.fresh else CHANGED,
            change=change,
            when=row.when,
            title=row.title,
            lines=self._lines.of(change),
            concerns=self._names.concerned(change),
            names=self._names.all_of(change),
        )

    def days(self, changes: list[ItemChange]) -> tuple[ChangedDay, ...]:
        """The entries under their days, numbered through."""
        by_day: dict[date | None, list[Entry]] = {}
        for number, change in enumerate(changes, 1):
            item = change.now or change.was
            day = None if item is None else item.start.date if item.start else item.day
            by_day.setdefault(day, []).append(self.entry(change, number))
        return tuple(
            ChangedDay(date=day, heading=self._heading(day), entries=tuple(entries))
            for day, entries in by_day.items()
        )

    def _heading(self, day: date | None) -> str:
        return self.words.say(N_("Time to be confirmed")) if day is None else self.words.day(day)

    def since(self, point: Point) -> str:
        """«к редакции 1 от 18.12.2025 21.40»."""
        words = self.words
        if point.version is not None:
            at = words.moment(point.version.created, self.sides.zone)
            return words.say(N_("to version {n} of {moment}"), n=point.version.number, moment=at)
        if point.at is not None:
            at = words.moment(point.at, self.sides.zone)
            return words.say(N_("to the programme as of {moment}"), moment=at)
        return words.say(N_("to the programme as it was first entered"))

    def as_of(self, point: Point) -> str:
        """«по состоянию на 22.12.2025 18.05», «в редакции 2 от …»."""
        words = self.words
        if point.version is not None:
            at = words.moment(point.version.created, self.sides.zone)
            return words.say(N_("as in version {n} of {moment}"), n=point.version.number, moment=at)
        if point.at is None:
            return ""
        return words.say(N_("as of {moment}"), moment=words.moment(point.at, self.sides.zone))


def _counts(signs: list[str], words: Wording) -> str:
    """«▲ изменено – 10, ✕ исключено или отменено – 2, ＋ добавлено – 1»."""
    kinds = (
        (CHANGED, N_("changed – {n}")),
        (GONE, N_("removed or cancelled – {n}")),
        (ADDED, N_("added – {n}")),
    )
    return words.join(
        f"{sign} {words.say(text, n=signs.count(sign))}" for sign, text in kinds if sign in signs
    )


def _ending(words: Wording, *, changed: bool) -> str:
    if changed:
        return words.say(N_("All other items of the programme are as they were."))
    return words.say(N_("Nothing has changed."))


MARK_NAMES = {
    Mark.ADDED: N_("Added"),
    Mark.REMOVED: N_("Removed"),
    Mark.MOVED: N_("Time"),
    Mark.STATUS: N_("Status"),
    Mark.PLACE: N_("Place"),
    Mark.PEOPLE: N_("People"),
    Mark.TEXT: N_("Text"),
    Mark.PARTICULARS: N_("Particulars"),
    Mark.MEMBERS: N_("Members of delegations"),
}
"""What has changed, for filters and for programs' readers."""
