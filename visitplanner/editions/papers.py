# SPDX-License-Identifier: MIT
"""What belongs to an item in papers: agenda, documents, vehicles, resources, interpreters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Case
from visitplanner.editions import labels
from visitplanner.editions.values import AgendaPaper, DocumentLine, QuestionLine, VehicleLine
from visitplanner.editions.wording import NBSP
from visitplanner.words.catalogue import N_
from visitplanner.words.names import name_is_known

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.papers import (
        Agenda,
        AgendaQuestion,
        DocumentCopy,
        Signatory,
        SignDocument,
    )
    from visitplanner.domain.people import Side
    from visitplanner.domain.preparation import Booking, InterpreterShift
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.transport import Movement, SeatAssignment
    from visitplanner.editions.index import Index
    from visitplanner.editions.people import People
    from visitplanner.editions.wording import Wording


class ItemPapers:
    """Puts what hangs on an item into words."""

    def __init__(self, index: Index, wording: Wording, people: People) -> None:
        self._index: Final = index
        self._visit: Final = index.visit
        self._words: Final = wording
        self._people: Final = people

    def _day(self, item_id: str | None) -> date:
        item = self._visit.items.get(item_id or "")
        if item is None:
            return self._visit.about.starts
        return item.start.date if item.start else item.day or self._visit.about.starts

    def _title(self, item_id: str | None) -> str:
        item = self._visit.items.get(item_id or "")
        return self._words.text(item.title) if item else ""

    def agenda(self, agenda: Agenda) -> AgendaPaper:
        """The agenda of a session."""
        day = self._day(agenda.item)
        whole = self._people.post_and_name
        return AgendaPaper(
            id=agenda.id,
            item_id=agenda.item,
            item_title=self._title(agenda.item),
            chair=whole(agenda.chair, day),
            cochair=whole(agenda.cochair, day),
            secretary=whole(agenda.secretary, day),
            opening_minutes=agenda.opening_minutes,
            closing_minutes=agenda.closing_minutes,
            break_minutes=agenda.break_minutes,
            status=self._words.say(labels.AGREEMENT[agenda.status]),
            questions=tuple(
                self._question(n, q, day) for n, q in enumerate(agenda.questions, start=1)
            ),
        )

    def _question(self, number: int, question: AgendaQuestion, day: date) -> QuestionLine:
        whole = self._people.post_and_name
        return QuestionLine(
            number=number,
            question=self._words.text(question.question),
            side=self._side(question.side),
            speaker=whole(question.speaker, day),
            cospeakers=self._words.join(whole(p, day) for p in question.cospeakers),
            minutes=question.minutes,
            discussion_minutes=question.discussion_minutes,
            expected_decision=self._words.text(question.expected_decision),
            decision=self._words.text(question.decision),
        )

    def _side(self, side: Side | None) -> str:
        """The name of the party of a side: papers say «Витебская область», not «гости»."""
        for delegation in self._visit.delegations.values():
            if delegation.side is side:
                return self._words.party(self._visit.parties[delegation.party])
        return ""

    def document(self, document: SignDocument) -> DocumentLine:
        """A document to sign."""
        day = self._day(document.item)
        parties = self._visit.parties
        return DocumentLine(
            id=document.id,
            title=self._words.text(document.title),
            item_id=document.item or "",
            item_title=self._title(document.item),
            parties=tuple(self._words.party(parties[p]) for p in document.parties),
            languages=tuple(
                self._words.say(labels.LANGUAGES.get(code, code)) for code in document.languages
            ),
            signatories=tuple(self._signatory(s, day) for s in document.signatories),
            copies=tuple(self._copy(n, c) for n, c in enumerate(document.copies, start=1)),
            status=self._words.say(labels.AGREEMENT[document.status]),
            clearances=tuple(self._words.text(c.agency) for c in document.clearances),
        )

    def _signatory(self, signatory: Signatory, day: date) -> str:
        party = self._words.party(self._visit.parties[signatory.party], Case.GEN)
        person = self._visit.people[signatory.person]
        post = self._visit.posts.get(signatory.post or "") or self._index.post(person.id, day)
        who = (
            self._words.post_and_name(post, person)
            if name_is_known(person)
            else self._people.name(person.id, day=day)
        )
        return self._words.say(N_("for {party} – {who}"), party=party, who=who)

    def _copy(self, number: int, copy: DocumentCopy) -> str:
        def party(key: str | None) -> str:
            found = self._visit.parties.get(key or "")
            return self._words.party(found) if found else self._words.say(N_("not set"))

        return self._words.say(
            N_("copy {n}: kept by {holder}, named first {first}, signs left {left}"),
            n=number,
            holder=party(copy.holder),
            first=party(copy.first_named),
            left=party(copy.left_signature),
        )

    def vehicles(self, item: ProgrammeItem) -> tuple[VehicleLine, ...]:
        """The column of a transfer in its order; vehicles without a number last."""
        column = self._index.movements.get(item.id, ())
        ordered = sorted(column, key=lambda m: (m.order == 0, m.order, m.id))
        return tuple(self._vehicle(item, movement) for movement in ordered)

    def _vehicle(self, item: ProgrammeItem, movement: Movement) -> VehicleLine:
        vehicle = self._visit.vehicles[movement.vehicle]
        departs = movement.departs or item.start
        driver = self._people.name(vehicle.driver)
        return VehicleLine(
            order=movement.order,
            name=self._words.text(vehicle.name),
            category=self._words.say(labels.VEHICLES[vehicle.category]),
            role=self._words.say(labels.COLUMN_ROLES[movement.role]),
            side=vehicle.side,
            escorted=movement.escorted,
            seats=vehicle.seats,
            departs=self._words.time(departs) if departs else "",
            leaves=departs,
            in_charge=self._people.name(movement.in_charge),
            passengers=tuple(self._seat(s) for s in movement.passengers),
            passenger_ids=tuple(s.person for s in movement.passengers),
            unnamed=movement.unnamed,
            plate=vehicle.plate,
            driver=self._words.join((driver, self._people.phone(vehicle.driver))),
            notes=vehicle.notes,
        )

    def _seat(self, seat: SeatAssignment) -> str:
        name = self._people.name(seat.person)
        if not seat.seat:
            return name
        known = labels.SEATS.get(seat.seat)
        place = self._words.say(known) if known else self._words.say(N_("seat {n}"), n=seat.seat)
        return f"{name} ({place})"

    def resource(self, booking: Booking) -> str:
        """«микрофон – 2 шт. (заказано)», «флаги, комплект – 4 (готово)»."""
        resource = self._visit.resources[booking.resource]
        name, amount = self._words.text(resource.name), ""
        if booking.quantity > 1 and resource.unit.endswith("."):
            amount = f"{booking.quantity}{NBSP}{resource.unit}"
        elif booking.quantity > 1:  # a whole word would have to agree with its number
            name, amount = self._words.join((name, resource.unit)), str(booking.quantity)
        state = self._words.say(labels.BOOKINGS[booking.status])
        return f"{self._words.join((name, amount), ' – ')} ({state})"

    def interpreter(self, shift: InterpreterShift) -> str:
        """«И. И. Иванов – последовательный перевод»."""
        mode = self._words.say(labels.INTERPRETING[shift.mode])
        return self._words.join((self._people.name(shift.person), mode), " – ")
