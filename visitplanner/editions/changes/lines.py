# SPDX-License-Identifier: MIT
"""What has changed in one item, line by line: what was → what is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.comparison import ItemChange, Mark
from visitplanner.domain.kinds import Kind
from visitplanner.domain.programme import ItemStatus
from visitplanner.editions.changes.crew import Crew
from visitplanner.editions.changes.details import Details
from visitplanner.editions.changes.values import ARROW, ChangeLine
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_
from visitplanner.words.references import quoted
from visitplanner.words.venues import coordinates_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.editions.changes.sides import Side, Sides
    from visitplanner.editions.values import Row, Site

_DAY: Final = 24 * 60


class Lines:
    """Words the changes of items between two states."""

    def __init__(self, sides: Sides) -> None:
        self._sides: Final = sides
        self._words: Final = sides.words
        self._crew: Final = Crew(sides)
        self._details: Final = Details(sides)

    def of(self, change: ItemChange) -> tuple[ChangeLine, ...]:
        """The lines of one change."""
        if change.was is not None and change.gone:
            return (self._gone(change),)
        if change.was is None and change.now is not None:
            return tuple(self._arrived(self._sides.row_now(change), change.now))
        found = tuple(self._differing(change))
        if found:
            return found
        if renamed := self._renamed(change):
            told = "; ".join(f"{old} {ARROW} {new}" for old, new in renamed)
            return (
                ChangeLine(
                    mark=Mark.PARTICULARS, label=self._words.say(N_("In the text")), words=told
                ),
            )
        # A text in another language, which this paper does not print.
        words = self._words.say(N_("Changed in another language only."))
        return (ChangeLine(mark=change.marks[0], words=words),)

    def _gone(self, change: ItemChange) -> ChangeLine:
        row, say, side = self._sides.row_was(change), self._words.say, self._sides.before
        venue = self._venue(side, change.was.venue if change.was is not None else None)
        was = self._words.join((row.when, venue, row.site.room if row.site else ""))
        if change.now is not None:
            return ChangeLine(mark=Mark.STATUS, words=say(N_("Cancelled. It was: {was}"), was=was))
        removed = say(N_("Taken out of the programme. It was: {was}"), was=was)
        return ChangeLine(mark=Mark.REMOVED, words=removed)

    def _arrived(self, row: Row, item: ProgrammeItem) -> Iterator[ChangeLine]:
        """What a reader must know of a new item."""
        say = self._words.say
        named = [(say(line.label), ", ".join(n.text for n in line.names)) for line in row.people]
        status = "" if row.status is ItemStatus.CONFIRMED else row.status_name.lower()
        for label, text in (
            (say(N_("From") if row.kind is Kind.TRANSFER else N_("Place")), self._site(item)),
            (say(N_("To")), self._venue(self._sides.after, item.destination)),
            *named,
            (say(N_("For your information")), row.public_text),
            (say(N_("Dress")), row.dress),
            (say(N_("Status")), status),
            (say(N_("Responsible")), row.responsible),
            (say(N_("Notes (internal)")), row.internal_text),
        ):
            if text:
                yield ChangeLine(mark=Mark.ADDED, label=label, now=text, words=text)

    def _site(self, item: ProgrammeItem) -> str:
        here = self._sides.after
        room = here.visit.rooms.get(item.room or "")
        named = self._words.room(room) if room is not None else ""
        return self._words.join((self._venue(here, item.venue), named))

    def _venue(self, side: Side, key: str | None) -> str:
        """The name of a place inside a line, as it is written."""
        venue = side.visit.venues.get(key or "")
        return cases.venue_name(venue, self._words.language) if venue is not None else ""

    def _differing(self, change: ItemChange) -> Iterator[ChangeLine]:
        if change.was is None or change.now is None:
            return
        if change.fresh:
            back = self._words.say(N_("Back in the programme."))
            yield ChangeLine(mark=Mark.STATUS, words=back)
        was, now = self._sides.row_was(change), self._sides.row_now(change)
        yield from self._times(was, now)
        yield from self._titles(was, now)
        yield from self._places(change.was, change.now, was, now)
        if _travel(was) != _travel(now):
            yield self._plain(Mark.PARTICULARS, N_("Travel time"), _travel(was), _travel(now))
        yield from self._crew.of(change, was, now)
        if Mark.STATUS in change.marks and not change.fresh:
            yield self._plain(
                Mark.STATUS, N_("Status"), was.status_name.lower(), now.status_name.lower()
            )
        replaced = self._crew.replacement(change)
        pairs = [*([replaced] if replaced else []), *self._renamed(change)]
        yield from self._details.of(was, now, pairs)
        yield from self._notes(was, now)

    def _renamed(self, change: ItemChange) -> list[tuple[str, str]]:
        """People of the item as they were and are called, where names or posts are other ones."""
        if not {Mark.PEOPLE, Mark.PARTICULARS}.intersection(change.marks):
            return []
        before, after = self._sides.before, self._sides.after
        both = [p for p in change.people if p in before.visit.people and p in after.visit.people]
        found = []
        for person in both:
            old, new = (
                side.people.named(person, self._day(side, item))
                for side, item in ((before, change.was), (after, change.now))
            )
            if old.post != new.post:
                found.append((old.text, new.text))
            elif old.name != new.name:
                found.append((old.name, new.name))
        return found

    @staticmethod
    def _day(side: Side, item: ProgrammeItem | None) -> date:
        """The day whose posts papers print."""
        start = item.start if item is not None else None
        day = start.date if start is not None else item.day if item is not None else None
        return day or side.visit.about.starts

    def _plain(self, mark: Mark, label: str, was: str, now: str) -> ChangeLine:
        return ChangeLine(mark=mark, label=self._words.say(label), was=was, now=now)

    def _quoted(self, mark: Mark, label: str, was: str, now: str) -> Iterator[ChangeLine]:
        if was != now:
            before, after = (self._in_marks(text) for text in (was, now))
            yield self._plain(mark, label, before, after)

    def _in_marks(self, text: str) -> str:
        return quoted(" ".join(text.split()), self._words.language) if text else ""

    def _times(self, was: Row, now: Row) -> Iterator[ChangeLine]:
        words = self._words
        before, after = was.when, now.when
        if was.day != now.day:
            before, after = (
                words.join((words.mark(row.day) if row.day else "", row.when)) for row in (was, now)
            )
        if before != after:
            note = self._difference(was, now)
            yield ChangeLine(
                mark=Mark.MOVED, label=words.say(N_("Time")), was=before, now=after, note=note
            )
        if was.zone_name != now.zone_name and before == after:
            yield self._plain(Mark.MOVED, N_("Time zone"), was.zone_name, now.zone_name)

    def _difference(self, was: Row, now: Row) -> str:
        """«на 20 мин позже», «10 мин вместо 25 мин»; nothing where the times say it all."""
        if not (was.start and was.end and now.start and now.end) or was.zone != now.zone:
            return ""
        shift, length = _minutes(was.start, now.start), dates.length_text
        language = self._words.language
        if shift == _minutes(was.end, now.end):
            if shift == 0 or shift % _DAY == 0:
                return ""
            later = N_("{length} later") if shift > 0 else N_("{length} earlier")
            return self._words.say(later, length=length(abs(shift), language))
        before, after = (length(row.minutes, language) for row in (was, now))
        if before == after:
            return ""
        return self._words.say(N_("{now} instead of {was}"), now=after, was=before)

    def _titles(self, was: Row, now: Row) -> Iterator[ChangeLine]:
        yield from self._quoted(Mark.TEXT, N_("Title"), was.title, now.title)
        if was.kind is not now.kind:
            yield self._plain(Mark.TEXT, N_("Kind"), was.kind_name.lower(), now.kind_name.lower())
        yield from self._quoted(
            Mark.TEXT, N_("For your information"), was.public_text, now.public_text
        )
        for label, before, after in (
            (N_("Dress"), was.dress, now.dress),
            (N_("Press"), _after_colon(was.press), _after_colon(now.press)),
            (N_("On behalf"), was.on_behalf_of, now.on_behalf_of),
        ):
            if before != after:
                yield self._plain(Mark.TEXT, label, before, after)

    def _places(
        self, was: ProgrammeItem, now: ProgrammeItem, before: Row, after: Row
    ) -> Iterator[ChangeLine]:
        moves = now.kind is Kind.TRANSFER
        old, new = (
            self._words.join((self._venue(side, item.venue), row.site.room if row.site else ""))
            for side, item, row in (
                (self._sides.before, was, before),
                (self._sides.after, now, after),
            )
        )
        if old != new and was.venue == now.venue and before.site and after.site:
            same = before.site.venue == after.site.venue
            label = N_("Room") if same else N_("From") if moves else N_("Place")
            rooms = (before.site.room, after.site.room) if same else (old, new)
            yield self._plain(Mark.PLACE, label, *rooms)
        elif old != new:
            yield self._plain(Mark.PLACE, N_("From") if moves else N_("Place"), old, new)
        elif before.site and after.site:
            yield from self._ways_in(before.site, after.site)
        to = self._venue(self._sides.before, was.destination)
        target = self._venue(self._sides.after, now.destination)
        if to != target:
            yield self._plain(Mark.PLACE, N_("To"), to, target)
        elif before.destination and after.destination:
            yield from self._ways_in(before.destination, after.destination)

    def _ways_in(self, was: Site, now: Site) -> Iterator[ChangeLine]:
        """The place is the same, the way to it is not."""
        for label, before, after in (
            (N_("Address"), was.address, now.address),
            (N_("Entrance"), was.entrance, now.entrance),
            (
                N_("Coordinates"),
                coordinates_text(was.latitude, was.longitude),
                coordinates_text(now.latitude, now.longitude),
            ),
        ):
            if before != after:
                yield self._plain(Mark.PLACE, label, before, after)

    def _notes(self, was: Row, now: Row) -> Iterator[ChangeLine]:
        yield from self._quoted(
            Mark.TEXT, N_("Notes (internal)"), was.internal_text, now.internal_text
        )
        length = dates.minutes_text
        for label, before, after in (
            (N_("Bad-weather variant"), was.fallback, now.fallback),
            *(
                (label, length(b) if b else "", length(a) if a else "")
                for label, b, a in (
                    (N_("Can be shortened to"), was.shorten_to, now.shorten_to),
                    (N_("Set-up"), was.setup_minutes, now.setup_minutes),
                    (N_("Clearing up"), was.strike_minutes, now.strike_minutes),
                )
            ),
        ):
            if before != after:
                yield self._plain(Mark.TEXT, label, before, after)


def _minutes(first: LocalTime, second: LocalTime) -> int:
    return second.minutes - first.minutes


def _after_colon(text: str) -> str:
    """«съёмка в начале» of «Пресса: съёмка в начале»."""
    return text.partition(": ")[2] or text


def _travel(row: Row) -> str:
    """«7 мин» of «Время в пути – 7 мин.»."""
    return row.travel.rpartition(f" {dates.EN_DASH} ")[2].rstrip(".")
