# SPDX-License-Identifier: MIT
"""What papers print of all that belongs to an item: its course, agenda, documents, vehicles."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Journey, Kind, Laying, Meal, PressCall, SiteVisit
from visitplanner.domain.of_item import by_item, ways
from visitplanner.domain.period import instant
from visitplanner.domain.printed import plain
from visitplanner.domain.visit import end_zone_of, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from visitplanner.domain.papers import Agenda, SignDocument
    from visitplanner.domain.people import Side
    from visitplanner.domain.preparation import Booking, InterpreterShift
    from visitplanner.domain.printed import Fact, Facts, State
    from visitplanner.domain.programme import ProgrammeItem, Step
    from visitplanner.domain.transport import Movement
    from visitplanner.domain.venues import Leg


class Particulars:
    """The particulars of the items of one state, each fact led by what it is of."""

    def __init__(self, state: State) -> None:
        self._state: Final = state
        self._visit: Final = state.visit

    @cached_property
    def _agendas(self) -> Mapping[str, tuple[Agenda, ...]]:
        return by_item(self._visit.agendas.values())

    @cached_property
    def _documents(self) -> Mapping[str, tuple[SignDocument, ...]]:
        return by_item(self._visit.documents.values())

    @cached_property
    def _movements(self) -> Mapping[str, tuple[Movement, ...]]:
        return by_item(self._visit.movements.values())

    @cached_property
    def _bookings(self) -> Mapping[str, tuple[Booking, ...]]:
        return by_item(self._visit.bookings.values())

    @cached_property
    def _shifts(self) -> Mapping[str, tuple[InterpreterShift, ...]]:
        return by_item(self._visit.shifts.values())

    def of(self, item: ProgrammeItem) -> Facts:
        """All particulars of an item in the order of the print."""
        day, key = self._state.day(item), item.id
        tracks = self._visit.tracks
        facts: list[Fact] = [("track", t, plain(tracks[t].name)) for t in item.tracks]
        ordered = sorted(item.steps, key=lambda step: step.offset)
        facts += [("step", *self._step(step)) for step in ordered]
        facts += self._extra(item, day)
        facts += [("agenda", *self._agenda(a, day)) for a in self._agendas.get(key, ())[:1]]
        facts += [("document", *self._document(d, day)) for d in self._documents.get(key, ())]
        facts += [("vehicle", *self._vehicle(m)) for m in self._movements.get(key, ())]
        facts += [("resource", *self._booking(b)) for b in self._bookings.get(key, ())]
        interpreters = ((self._state.name(s.person), s.mode) for s in self._shifts.get(key, ()))
        facts += [("interpreter", *interpreter) for interpreter in interpreters]
        return (*facts, ("travel", self.travel(item)))

    def staff(self, item: ProgrammeItem) -> tuple[str, ...]:
        """Who serves an item without being named among its participants."""
        people: list[str | None] = [item.responsible, item.deputy]
        for movement in self._movements.get(item.id, ()):
            people += (movement.in_charge, self._visit.vehicles[movement.vehicle].driver)
            people += (seat.person for seat in movement.passengers)
        people += (shift.person for shift in self._shifts.get(item.id, ()))
        return tuple(dict.fromkeys(person for person in people if person))

    def _names(self, people: Iterable[str | None]) -> Facts:
        return tuple(self._state.name(p) for p in people if p)

    def _step(self, step: Step) -> Facts:
        who = (*step.actors, *((step.speaker,) if step.speaker else ()))
        texts = plain(step.action), plain(step.announcer_text), plain(step.position)
        resources = tuple(plain(self._visit.resources[r].name) for r in step.resources)
        return step.offset, step.minutes, texts, self._state.actors(who), resources

    def _extra(self, item: ProgrammeItem, day: date) -> list[Fact]:
        match item.detail:
            case Meal(toasts=toasts) if toasts:
                return [("toasts", self._names(t.speaker for t in toasts))]
            case PressCall(speakers=speakers) if speakers:
                return [("speakers", self._names(speakers))]
            case Journey(number=number) if number:
                journey = item.detail
                return [("journey", journey.mode, number, journey.leaves, journey.arrives)]
            case SiteVisit(guide=guide, stops=stops):
                shown = self._state.named(guide, day) if guide else ()
                return [("tour", tuple(map(plain, stops)), shown)]
            case Laying(wreaths=wreaths) if self._state.inside:
                ribbons = ((self._state.party(w.party), plain(w.ribbon_text)) for w in wreaths)
                return [("wreath", *ribbon) for ribbon in ribbons]
            case _:
                return []

    def _agenda(self, agenda: Agenda, day: date) -> Facts:
        def whole(person: str | None) -> Fact:
            return self._state.named(person, day) if person else ()

        minutes = agenda.opening_minutes, agenda.closing_minutes, agenda.break_minutes
        questions = tuple(
            (
                plain(q.question),
                self._party_of(q.side),
                whole(q.speaker),
                tuple(map(whole, q.cospeakers)),
                (q.minutes, q.discussion_minutes),
                (plain(q.expected_decision), plain(q.decision)),
            )
            for q in agenda.questions
        )
        led = whole(agenda.chair), whole(agenda.cochair), whole(agenda.secretary)
        return led, agenda.status, minutes, questions

    def _party_of(self, side: Side | None) -> Facts:
        delegations = self._visit.delegations.values()
        party = next((d.party for d in delegations if d.side is side), None)
        return self._state.party(party)

    def _document(self, document: SignDocument, day: date) -> Facts:
        party, posts = self._state.party, self._visit.posts
        signatories = tuple(
            (
                party(s.party),
                self._state.named(s.person, day),
                self._state.title(posts.get(s.post or "")),
            )
            for s in document.signatories
        )
        copies = tuple(
            (party(c.holder), party(c.first_named), party(c.left_signature))
            for c in document.copies
        )
        parties = tuple(party(p) for p in document.parties)
        clearances = tuple(plain(c.agency) for c in document.clearances)
        head = document.id, plain(document.title), document.status, document.languages
        return *head, parties, signatories, copies, clearances

    def _vehicle(self, movement: Movement) -> Facts:
        vehicle = self._visit.vehicles[movement.vehicle]
        driver = () if vehicle.driver is None else self._state.name(vehicle.driver, phone=True)
        what = plain(vehicle.name), vehicle.category, vehicle.side, vehicle.seats
        seats = tuple((self._state.name(s.person), s.seat) for s in movement.passengers)
        charge = self._names((movement.in_charge,))
        place = movement.order, movement.role, movement.escorted, movement.departs
        aside = vehicle.plate, driver, vehicle.notes
        return movement.id, *place, what, charge, seats, movement.unnamed, aside

    def _booking(self, booking: Booking) -> Facts:
        resource = self._visit.resources[booking.resource]
        return plain(resource.name), resource.unit, booking.quantity, booking.status

    @cached_property
    def _legs(self) -> Mapping[tuple[str, str], Leg]:
        return ways(self._visit)

    def travel(self, item: ProgrammeItem) -> int:
        """The minutes a transfer is said to take; 0 of anything else."""
        if item.kind is not Kind.TRANSFER:
            return 0
        leg = self._legs.get((item.venue or "", item.destination or ""))
        if leg is not None:
            return leg.minutes
        if item.start is None or item.end is None:
            return 0
        start = instant(item.start, zone_of(self._visit, item))
        return max(0, instant(item.end, end_zone_of(self._visit, item)) - start)
