# SPDX-License-Identifier: MIT
"""What has changed in what belongs to an item: course, agenda, documents, vehicles, means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.comparison import Mark
from visitplanner.editions.changes.values import ARROW, ChangeLine
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from visitplanner.editions.changes.sides import Sides
    from visitplanner.editions.values import (
        AgendaPaper,
        DocumentLine,
        QuestionLine,
        Row,
        StepLine,
        VehicleLine,
    )

Pair = tuple[str, str]


class Details:
    """Words the changes of particulars."""

    def __init__(self, sides: Sides) -> None:
        self._words: Final = sides.words

    def of(self, was: Row, now: Row, replaced: Pair | None) -> Iterator[ChangeLine]:
        """The lines of one item; what only follows from a replacement is left out."""
        if was.tracks != now.tracks:
            tracks = [self._words.join(row.tracks) for row in (was, now)]
            yield self._line(N_("Track of the programme"), tracks[0], tracks[1])
        yield from self._vehicles(was, now, replaced)
        yield from self._course(was, now, replaced)
        yield from self._agenda(was.agenda, now.agenda, replaced)
        yield from self._documents(was.documents, now.documents, replaced)
        for label, before, after in (
            (N_("Particulars of the item"), was.extra, now.extra),
            (N_("Resources"), was.resources, now.resources),
            (N_("Interpreters"), was.interpreters, now.interpreters),
        ):
            yield from self._listed(label, before, after, replaced)

    def _line(self, label: str, was: str, now: str) -> ChangeLine:
        said = self._words.say(label) if label else ""
        return ChangeLine(mark=Mark.PARTICULARS, label=said, was=was, now=now)

    def _told(self, label: str, words: str) -> ChangeLine:
        return ChangeLine(mark=Mark.PARTICULARS, label=self._words.say(label), words=words)

    def _listed(
        self, label: str, was: Sequence[str], now: Sequence[str], replaced: Pair | None
    ) -> Iterator[ChangeLine]:
        """A list of lines: one for one, or what fell out and what came in."""
        known = {_follows(line, replaced) for line in was}
        out = [s for s in was if s not in now and _follows(s, replaced) not in now]
        into = [s for s in now if s not in was and s not in known]
        if len(out) == len(into) == 1:
            yield self._line(label, out[0], into[0])
        elif out or into:
            told = [*(f"✕ {line}" for line in out), *(f"＋ {line}" for line in into)]
            yield self._told(label, "; ".join(told))

    def _course(self, was: Row, now: Row, replaced: Pair | None) -> Iterator[ChangeLine]:
        """Steps are the same by their minutes from the start, so a move leaves them as they are."""
        label = N_("Course of the ceremony")
        before, after = _by_offset(was.steps), _by_offset(now.steps)
        for offset in sorted(before.keys() | after.keys()):
            old, new = before.get(offset, ()), after.get(offset, ())
            out = [s for s in old if self._step(s) not in map(self._step, new)]
            into = [s for s in new if self._step(s) not in map(self._step, old)]
            if len(out) == len(into) == 1:
                if _follows(self._step(out[0]), replaced) != self._step(into[0]):
                    told = f"{self._step(out[0])} {ARROW} {self._step(into[0])}"
                    yield self._told(label, self._words.join((into[0].time, told), " "))
                continue
            for sign, steps in (("✕", out), ("＋", into)):
                for step in steps:
                    told = self._words.join((sign, step.time, self._step(step)), " ")
                    yield self._told(label, told)

    def _step(self, step: StepLine) -> str:
        """«Минута молчания – 1 мин. Ведущий: «…»»."""
        language = self._words.language
        length = dates.minutes_text(step.minutes, language) if step.minutes else ""
        who = self._words.join((step.action, step.actors), " – ")
        aside = self._words.join((length, step.position, step.resources))
        spoken = f" {dates.EN_DASH} «{step.announcer}»" if step.announcer else ""
        return f"{who}{spoken} ({aside})" if aside else f"{who}{spoken}"

    def _agenda(
        self, was: AgendaPaper | None, now: AgendaPaper | None, replaced: Pair | None
    ) -> Iterator[ChangeLine]:
        yield from self._listed(N_("Agenda"), self._led(was), self._led(now), replaced)
        old = [self._question(q) for q in was.questions] if was else []
        new = [self._question(q) for q in now.questions] if now else []
        yield from self._listed(N_("Questions of the agenda"), old, new, replaced)
        if sorted(old) == sorted(new) and old != new:
            yield self._told(N_("Questions of the agenda"), self._words.say(N_("in another order")))

    def _led(self, agenda: AgendaPaper | None) -> list[str]:
        if agenda is None:
            return []
        language = self._words.language
        roles = (
            (N_("chair {who}"), agenda.chair),
            (N_("co-chair {who}"), agenda.cochair),
            (N_("secretary {who}"), agenda.secretary),
            (N_("text: {who}"), agenda.status.lower()),
        )
        minutes = (
            (N_("opening words {who}"), agenda.opening_minutes),
            (N_("closing words {who}"), agenda.closing_minutes),
            (N_("break {who}"), agenda.break_minutes),
        )
        told = [self._words.say(role, who=who) for role, who in roles if who]
        return told + [
            self._words.say(what, who=dates.minutes_text(n, language)) for what, n in minutes if n
        ]

    def _question(self, question: QuestionLine) -> str:
        language = self._words.language
        who = self._words.join((question.speaker, question.cospeakers))
        lengths = [n for n in (question.minutes, question.discussion_minutes) if n]
        length = " + ".join(dates.minutes_text(n, language) for n in lengths)
        told = self._words.join((question.side, who, length))
        result = self._words.join((question.expected_decision, question.decision))
        return self._words.join((question.question, told, result), " – ")

    def _documents(
        self,
        was: Sequence[DocumentLine],
        now: Sequence[DocumentLine],
        replaced: Pair | None,
    ) -> Iterator[ChangeLine]:
        before, after = {d.id: d for d in was}, {d.id: d for d in now}
        titles = [d.title for d in was if d.id not in after]
        fresh = [d.title for d in now if d.id not in before]
        yield from self._listed(N_("Documents"), titles, fresh, None)
        for key, old in before.items():
            new = after.get(key)
            if new is None:
                continue
            for label, one, other in (
                (N_("Document"), (old.title,), (new.title,)),
                (N_("State of the document"), (old.status,), (new.status,)),
                (N_("Languages of the document"), old.languages, new.languages),
                (N_("Parties of the document"), old.parties, new.parties),
                (N_("They sign"), old.signatories, new.signatories),
                (N_("Copies of the document"), old.copies, new.copies),
                (N_("Clearances"), old.clearances, new.clearances),
            ):
                yield from self._listed(label, one, other, replaced)

    def _vehicles(self, was: Row, now: Row, replaced: Pair | None) -> Iterator[ChangeLine]:
        before = {self._place(v): v for v in was.vehicles}
        after = {self._place(v): v for v in now.vehicles}
        for place in dict.fromkeys((*before, *after)):
            old, new = before.get(place), after.get(place)
            one, other = self._vehicle(old, was), self._vehicle(new, now)
            if old is None or new is None:
                sign = "＋" if old is None else "✕"
                shown = new or old
                told = self._words.join((shown.name if shown else "", other if new else one))
                yield ChangeLine(mark=Mark.PARTICULARS, label=place, words=f"{sign} {told}".strip())
            elif one != other and _follows(one, replaced) != other:
                yield ChangeLine(mark=Mark.PARTICULARS, label=place, was=one, now=other)
            elif (told := self._hull(old)) != (fresh := self._hull(new)):
                yield ChangeLine(mark=Mark.PARTICULARS, label=place, was=told, now=fresh)

    def _place(self, vehicle: VehicleLine) -> str:
        """«Автомобиль № 2»; by its name while it has no number."""
        if vehicle.order:
            return self._words.say(N_("Vehicle No. {n}"), n=vehicle.order)
        return vehicle.name or self._words.say(N_("Vehicle"))

    def _vehicle(self, vehicle: VehicleLine | None, row: Row) -> str:
        """Who is in it, and when it leaves where that is not the start of the transfer."""
        if vehicle is None:
            return ""
        words = self._words
        unnamed = words.say(N_("unnamed: {n}"), n=vehicle.unnamed) if vehicle.unnamed else ""
        leaves = "" if vehicle.leaves == row.start else vehicle.departs
        departs = words.say(N_("leaves {time}"), time=leaves) if leaves else ""
        return words.join((*vehicle.passengers, unnamed, departs))

    def _hull(self, vehicle: VehicleLine) -> str:
        """The vehicle itself: what it is, who drives, who is in charge."""
        words = self._words
        charge = vehicle.in_charge
        return words.join(
            (
                vehicle.name,
                vehicle.category,
                words.say(N_("seats: {n}"), n=vehicle.seats),
                vehicle.role,
                words.say(N_("with escort")) if vehicle.escorted else "",
                words.say(N_("in charge: {who}"), who=charge) if charge else "",
                vehicle.plate,
                words.say(N_("driver: {who}"), who=vehicle.driver) if vehicle.driver else "",
                vehicle.notes,
            )
        )


def _follows(line: str, replaced: Pair | None) -> str:
    """The line as a replacement alone would leave it."""
    return line.replace(*replaced) if replaced else line


def _by_offset(steps: Sequence[StepLine]) -> Mapping[int, tuple[StepLine, ...]]:
    found: dict[int, tuple[StepLine, ...]] = {}
    for step in steps:
        found[step.offset] = (*found.get(step.offset, ()), step)
    return found
