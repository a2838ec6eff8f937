# SPDX-License-Identifier: MIT
"""What has changed in what belongs to an item: course, agenda, documents, vehicles, means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.comparison import Mark
from visitplanner.editions.changes.values import ARROW, NOTHING, ChangeLine
from visitplanner.editions.values import AgendaPaper
from visitplanner.words import dates
from visitplanner.words.catalogue import N_
from visitplanner.words.references import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from visitplanner.editions.changes.sides import Sides
    from visitplanner.editions.values import (
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

    def of(self, was: Row, now: Row, replaced: Sequence[Pair]) -> Iterator[ChangeLine]:
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
        self, label: str, was: Sequence[str], now: Sequence[str], replaced: Sequence[Pair]
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

    def _course(self, was: Row, now: Row, replaced: Sequence[Pair]) -> Iterator[ChangeLine]:
        """Steps are the same by their minutes from the start, so a move leaves them as they are."""
        label = N_("Course of the ceremony")
        before, after = _by_offset(was.steps), _by_offset(now.steps)
        for offset in sorted(before.keys() | after.keys()):
            old, new = before.get(offset, ()), after.get(offset, ())
            out = [s for s in old if self._step(s) not in map(self._step, new)]
            into = [s for s in new if self._step(s) not in map(self._step, old)]
            if len(out) == len(into) == 1:
                told = self._changed_step(out[0], into[0], replaced)
                if told:
                    yield self._told(label, self._words.join((into[0].time, told), " "))
                continue
            for sign, steps in (("✕", out), ("＋", into)):
                for step in steps:
                    told = self._words.join(self._step(step))
                    yield self._told(label, self._words.join((sign, step.time, told), " "))

    def _step(self, step: StepLine) -> tuple[str, ...]:
        """What is done, by whom, the words, and what is needed for it."""
        length = dates.minutes_text(step.minutes, self._words.language) if step.minutes else ""
        spoken = quoted(step.announcer, self._words.language) if step.announcer else ""
        return step.action, step.actors, spoken, length, step.position, step.resources

    def _changed_step(self, was: StepLine, now: StepLine, replaced: Sequence[Pair]) -> str:
        """«Гимн: 2 мин → 3 мин»: no more of a step than what is other."""
        pairs = list(zip(self._step(was), self._step(now), strict=True))
        differ = [(a, b) for a, b in pairs if a != b and _follows(a, replaced) != b]
        if not differ:
            return ""
        if was.action != now.action:
            return f"{was.action} {ARROW} {now.action}"
        told = self._words.join(f"{a or NOTHING} {ARROW} {b or NOTHING}" for a, b in differ)
        return f"{now.action}: {told}"

    def _agenda(
        self, was: AgendaPaper | None, now: AgendaPaper | None, replaced: Sequence[Pair]
    ) -> Iterator[ChangeLine]:
        for role, one, other in self._roles(was, now):
            if one != other and _follows(one, replaced) != other:
                told = f"{one or NOTHING} {ARROW} {other or NOTHING}"
                yield self._told(N_("Agenda"), self._words.say(role, who=told))
        old = [self._question(q) for q in was.questions] if was else []
        new = [self._question(q) for q in now.questions] if now else []
        yield from self._listed(N_("Questions of the agenda"), old, new, replaced)
        if sorted(old) == sorted(new) and old != new:
            yield self._told(N_("Questions of the agenda"), self._words.say(N_("in another order")))

    def _roles(
        self, was: AgendaPaper | None, now: AgendaPaper | None
    ) -> Iterator[tuple[str, str, str]]:
        """Who leads, how ready it is, and its minutes, before and after."""
        blank = AgendaPaper(id="", item_id="", item_title="")
        old, new = was or blank, now or blank
        yield N_("chair {who}"), old.chair, new.chair
        yield N_("co-chair {who}"), old.cochair, new.cochair
        yield N_("secretary {who}"), old.secretary, new.secretary
        yield N_("text: {who}"), old.status.lower(), new.status.lower()
        for role, one, other in (
            (N_("opening words {who}"), old.opening_minutes, new.opening_minutes),
            (N_("closing words {who}"), old.closing_minutes, new.closing_minutes),
            (N_("break {who}"), old.break_minutes, new.break_minutes),
        ):
            length = [
                dates.minutes_text(n, self._words.language) if n else "" for n in (one, other)
            ]
            yield role, length[0], length[1]

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
        replaced: Sequence[Pair],
    ) -> Iterator[ChangeLine]:
        before, after = {d.id: d for d in was}, {d.id: d for d in now}
        titles = [d.title for d in was if d.id not in after]
        fresh = [d.title for d in now if d.id not in before]
        yield from self._listed(N_("Documents"), titles, fresh, ())
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

    def _vehicles(self, was: Row, now: Row, replaced: Sequence[Pair]) -> Iterator[ChangeLine]:
        before = {v.name or self._place(v): v for v in was.vehicles}
        after = {v.name or self._place(v): v for v in now.vehicles}
        for key in dict.fromkeys((*before, *after)):
            old, new = before.get(key), after.get(key)
            if old is None or new is None:
                yield from self._one_sided(old, new, was, now)
                continue
            parts = zip(self._vehicle(old, was), self._vehicle(new, now), strict=True)
            differ = [(a, b) for a, b in parts if a != b and _follows(a, replaced) != b]
            if differ:
                one, other = (self._words.join(side) for side in zip(*differ, strict=True))
                renumbered = self._place(old) != self._place(new)
                label = new.name if renumbered and new.name else self._place(new)
                yield ChangeLine(mark=Mark.PARTICULARS, label=label, was=one, now=other)

    def _one_sided(
        self, old: VehicleLine | None, new: VehicleLine | None, was: Row, now: Row
    ) -> Iterator[ChangeLine]:
        """A vehicle that is no longer in the column, or was not before."""
        for sign, vehicle, row in (("✕", old, was), ("＋", new, now)):
            if vehicle is not None:
                seats = self._vehicle(vehicle, row)[0]
                told = f"{sign} {self._words.join((vehicle.name, seats))}"
                label = self._place(vehicle)
                yield ChangeLine(mark=Mark.PARTICULARS, label=label, words=told)

    def _place(self, vehicle: VehicleLine) -> str:
        """«Автомобиль № 2»; by its name while it has no number."""
        if vehicle.order:
            return self._words.say(N_("Vehicle No. {n}"), n=vehicle.order)
        return vehicle.name or self._words.say(N_("Vehicle"))

    def _vehicle(self, vehicle: VehicleLine, row: Row) -> tuple[str, ...]:
        """Who is in it, when it leaves where not with the transfer, then the vehicle itself."""
        words = self._words
        unnamed = words.say(N_("unnamed: {n}"), n=vehicle.unnamed) if vehicle.unnamed else ""
        leaves = "" if vehicle.leaves == row.start else vehicle.departs
        charge, driver = vehicle.in_charge, vehicle.driver
        return (
            words.join((*vehicle.passengers, unnamed)),
            words.say(N_("leaves {time}"), time=leaves) if leaves else "",
            self._place(vehicle),
            vehicle.category,
            words.say(N_("seats: {n}"), n=vehicle.seats),
            vehicle.role,
            words.say(N_("with escort")) if vehicle.escorted else "",
            words.say(N_("in charge: {who}"), who=charge) if charge else "",
            vehicle.plate,
            words.say(N_("driver: {who}"), who=driver) if driver else "",
            vehicle.notes,
        )


def _follows(line: str, replaced: Sequence[Pair]) -> str:
    """The line as replacements and new names alone would leave it."""
    for old, new in replaced:
        line = line.replace(old, new)
    return line


def _by_offset(steps: Sequence[StepLine]) -> Mapping[int, tuple[StepLine, ...]]:
    found: dict[int, tuple[StepLine, ...]] = {}
    for step in steps:
        found[step.offset] = (*found.get(step.offset, ()), step)
    return found
