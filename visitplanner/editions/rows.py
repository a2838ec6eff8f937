# SPDX-License-Identifier: MIT
"""Items as rows: the one place where an item becomes words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Journey, Kind, Laying, Meal, PressCall, SiteVisit
from visitplanner.domain.period import instant
from visitplanner.domain.programme import Certainty
from visitplanner.domain.text import Case
from visitplanner.domain.visit import delegations_of, end_zone_of, zone_of
from visitplanner.editions import labels
from visitplanner.editions.papers import ItemPapers
from visitplanner.editions.people import People
from visitplanner.editions.values import Row, Site, StepLine
from visitplanner.words.catalogue import N_
from visitplanner.words.dates import EN_DASH

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.people import Side
    from visitplanner.domain.programme import ProgrammeItem, Step
    from visitplanner.domain.record import ItemRecord
    from visitplanner.editions.index import Index
    from visitplanner.editions.wording import Wording


class Rows:
    """Puts the items of a cleared visit into words."""

    def __init__(self, index: Index, wording: Wording, *, inside: bool) -> None:
        self._index: Final = index
        self._visit: Final = index.visit
        self._words: Final = wording
        self._inside: Final = inside
        self._blocks: Final = {i.block for i in index.visit.items.values() if i.block}
        self.people: Final = People(index, wording, inside=inside)
        self.papers: Final = ItemPapers(index, wording, self.people)

    def row(self, item: ProgrammeItem, record: ItemRecord | None) -> Row:
        """One item with the facts of its record."""
        words, visit = self._words, self._visit
        zone, end_zone = zone_of(visit, item), end_zone_of(visit, item)
        day = item.start.date if item.start else item.day
        on = day or visit.about.starts
        tracks = [visit.tracks[t] for t in item.tracks if t in visit.tracks]
        agendas = self._index.agendas.get(item.id, ())
        clock, note = self._clock(item), self._clock_note(item)
        return Row(
            id=item.id,
            kind=item.kind,
            kind_name=words.say(labels.KINDS[item.kind]),
            title=words.text(item.title) or words.say(labels.KINDS[item.kind]),
            day=day,
            start=item.start,
            end=item.end,
            zone=zone,
            end_zone=end_zone,
            zone_name=words.join(dict.fromkeys(map(self.zone, (zone, end_zone))), " – "),
            start_utc=instant(item.start, zone) if item.start else None,
            end_utc=instant(item.end, end_zone) if item.end else None,
            whole_day=item.start is None and item.day is not None,
            certainty=item.certainty,
            when=self._when(item, clock),
            clock=clock,
            clock_note=note,
            minutes=self._minutes(item),
            status=item.status,
            status_name=words.say(labels.STATUSES[item.status]),
            tracks=tuple(words.text(t.name) for t in tracks),
            track_ids=tuple(t.id for t in tracks),
            block=item.block or (item.id if item.id in self._blocks else ""),
            site=self.site(item.venue, item.room),
            destination=self.site(item.destination, None),
            travel=self._travel(item),
            people=self.people.lines(item, on),
            public_text=words.lines(item.public_text),
            dress=words.text(item.dress),
            press_mode=item.press,
            press=words.say(labels.PRESS_MODES[item.press]),
            on_behalf_of=self._on_behalf(item, on),
            steps=tuple(self._step(item, s) for s in sorted(item.steps, key=_offset)),
            documents=tuple(map(self.papers.document, self._index.documents.get(item.id, ()))),
            agenda=self.papers.agenda(agendas[0]) if agendas else None,
            extra=self._extra(item, on),
            internal_text=words.lines(item.internal_text),
            responsible=self.people.name(item.responsible),
            responsible_phone=self.people.phone(item.responsible),
            deputy=self.people.name(item.deputy),
            deputy_phone=self.people.phone(item.deputy),
            resources=tuple(map(self.papers.resource, self._index.bookings.get(item.id, ()))),
            vehicles=self.papers.vehicles(item),
            interpreters=tuple(map(self.papers.interpreter, self._index.shifts.get(item.id, ()))),
            fallback=self._fallback(item),
            shorten_to=item.shorten_to or 0,
            setup_minutes=item.setup_minutes,
            strike_minutes=item.strike_minutes,
            uid=record.uid if record else "",
            sequence=record.sequence if record else 0,
            created=record.created if record else None,
            changed=record.changed if record else None,
        )

    def _minutes(self, item: ProgrammeItem) -> int:
        if item.start is None or item.end is None:
            return 0
        start = instant(item.start, zone_of(self._visit, item))
        # An end before the start is a finding (T02), never a length to print.
        return max(0, instant(item.end, end_zone_of(self._visit, item)) - start)

    def _when(self, item: ProgrammeItem, clock: str) -> str:
        """«ориентировочно 23.00–1.30 (до 01.01)»: in one line, the note where it belongs."""
        words = self._words
        if not clock:
            return self._clock_note(item)
        sure = words.say(labels.CERTAINTIES[item.certainty])
        notes = words.join(self._clock_notes(item))
        return words.join((sure, clock, f"({notes})" if notes else ""), " ")

    def _clock(self, item: ProgrammeItem) -> str:
        """The printed time of an item in figures."""
        if item.start is None:
            return ""
        if item.end is None:
            return self._words.time(item.start)
        if item.start == item.end and zone_of(self._visit, item) != end_zone_of(self._visit, item):
            return f"{self._words.time(item.start)}{EN_DASH}{self._words.time(item.end)}"
        return self._words.span(item.start, item.end)

    def _clock_note(self, item: ProgrammeItem) -> str:
        """What words its time needs: how sure it is, which day it ends, which zones."""
        words = self._words
        if item.start is None:
            open_time = item.day is None or item.certainty is Certainty.TO_BE_CONFIRMED
            return words.say(N_("Time to be confirmed") if open_time else N_("during the day"))
        return words.join((words.say(labels.CERTAINTIES[item.certainty]), *self._clock_notes(item)))

    def _clock_notes(self, item: ProgrammeItem) -> list[str]:
        """Which zones its time is in and which day it ends."""
        words, notes = self._words, []
        zone, end_zone = zone_of(self._visit, item), end_zone_of(self._visit, item)
        if zone != self._visit.about.zone:
            notes.append(self.zone(zone))
        if end_zone != zone:
            notes.append(words.say(N_("end: {zone}"), zone=self.zone(end_zone)))
        start, end = item.start, item.end
        if start is not None and end is not None and end.plus(-1).date > start.date:
            notes.append(words.say(N_("until {day}"), day=words.mark(end.date)))
        return notes

    def zone(self, name: str) -> str:
        """«время московское»."""
        known = labels.ZONES.get(name)
        if known:
            return self._words.say(known)
        return self._words.say(N_("time of {zone}"), zone=name.rpartition("/")[2].replace("_", " "))

    def site(self, venue_id: str | None, room_id: str | None) -> Site | None:
        """A venue with its room."""
        venue = self._visit.venues.get(venue_id or "")
        if venue is None:
            return None
        words = self._words
        room = self._visit.rooms.get(room_id or "")
        name = words.venue(venue)
        room_name = words.room(room) if room else ""
        return Site(
            text=words.join((name, room_name)),
            venue=name,
            room=room_name,
            address=words.text(venue.address),
            entrance=words.text(venue.entrance),
            latitude=venue.latitude,
            longitude=venue.longitude,
        )

    def _travel(self, item: ProgrammeItem) -> str:
        if item.kind is not Kind.TRANSFER:
            return ""
        leg = self._index.legs.get((item.venue or "", item.destination or ""))
        minutes = leg.minutes if leg else self._minutes(item)
        return self._words.travel(minutes) if minutes else ""

    def _on_behalf(self, item: ProgrammeItem, day: date) -> str:
        """«от имени Губернатора Смоленской области В. Н. Анохина», for meals."""
        if not isinstance(item.detail, Meal):
            return ""
        host = item.detail.on_behalf_of
        if host is None and item.on_behalf_of is not None:
            host = self._head(item.on_behalf_of)
        who = self.people.post_and_name(host, day, Case.GEN)
        if who == self._words.to_follow:  # «от имени Уточняется» says nothing
            return ""
        return self._words.say(N_("on behalf of {who}"), who=who) if who else ""

    def _head(self, side: Side) -> str | None:
        return next((d.head for d in delegations_of(self._visit, side) if d.head), None)

    def _step(self, item: ProgrammeItem, step: Step) -> StepLine:
        words = self._words
        actors = (*step.actors, *((step.speaker,) if step.speaker else ()))
        return StepLine(
            offset=step.offset,
            time=words.time(item.start.plus(step.offset)) if item.start else "",
            minutes=step.minutes,
            action=words.text(step.action),
            actors=self._actors(actors),
            announcer=words.text(step.announcer_text),
            position=words.text(step.position),
            resources=words.join(words.text(self._visit.resources[r].name) for r in step.resources),
        )

    def _actors(self, who: tuple[str, ...]) -> str:
        """Who acts; all delegations together go by one name."""
        every = self._visit.delegations.keys()
        together = len(every) > 1 and every <= set(who)
        single = (self._actor(w) for w in who if not (together and w in every))
        both = self._words.say(N_("official delegations")) if together else ""
        return self._words.join(dict.fromkeys([*single, both]))

    def _actor(self, who: str) -> str:
        if who in self._visit.delegations:
            return self.people.delegation_name(self._visit.delegations[who])
        if who in self._visit.groups:
            return self._words.group(self._visit.groups[who])
        return self.people.name(who)

    def _fallback(self, item: ProgrammeItem) -> str:
        venue = self._visit.venues.get(item.fallback_venue or "")
        name = self._words.venue(venue) if venue else ""
        return self._words.join((name, self._words.text(item.fallback_text)), ". ")

    def _extra(self, item: ProgrammeItem, day: date) -> tuple[str, ...]:
        lines: list[str] = []
        match item.detail:
            case Meal(toasts=toasts) if toasts:
                names = self.people.names(t.speaker for t in toasts)
                lines.append(self._words.say(N_("Toasts: {names}"), names=names))
            case PressCall(speakers=speakers) if speakers:
                names = self.people.names(speakers)
                lines.append(self._words.say(N_("Speak: {names}"), names=names))
            case Journey(number=number) if number:
                lines.append(self._journey(item.detail))
            case SiteVisit():
                lines.extend(self._tour(item.detail, day))
            case Laying():
                lines.extend(self._wreaths(item.detail))
            case _:
                pass
        return tuple(lines)

    def _journey(self, journey: Journey) -> str:
        words = self._words
        mode = {"train": N_("Train {number}"), "air": N_("Flight {number}")}
        title = words.say(mode.get(journey.mode, "{number}"), number=journey.number)
        leaves = journey.leaves and words.say(N_("leaves {time}"), time=words.time(journey.leaves))
        comes = journey.arrives and words.say(
            N_("arrives {time}"), time=words.time(journey.arrives)
        )
        return words.join((title, leaves or "", comes or ""))

    def _tour(self, site: SiteVisit, day: date) -> list[str]:
        words = self._words
        lines = []
        if site.stops:
            stops = " – ".join(words.text(s) for s in site.stops)
            lines.append(words.say(N_("Route: {stops}"), stops=stops))
        if guide := self.people.post_and_name(site.guide, day):
            lines.append(words.say(N_("Shown by: {who}"), who=guide))
        return lines

    def _wreaths(self, laying: Laying) -> list[str]:
        words = self._words
        return [
            words.say(
                N_("Wreath of {party}: “{ribbon}”"),
                party=words.party(self._visit.parties[w.party], Case.GEN),
                ribbon=words.text(w.ribbon_text),
            )
            for w in laying.wreaths
            if self._inside
        ]


def _offset(step: Step) -> int:
    return step.offset
