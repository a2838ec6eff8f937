# SPDX-License-Identifier: MIT
"""Rules on the agenda of a session: there is one, its speakers come, its minutes fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.text import message
from visitplanner.rules import mention
from visitplanner.rules.rule import (
    Found,
    Missing,
    Place,
    Rule,
    RuleText,
    Scope,
    Severity,
    Stage,
)
from visitplanner.rules.slots import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from visitplanner.domain.papers import Agenda
    from visitplanner.rules.context import Context

_LEADING: Final[Mapping[str, str]] = {
    "chair": "The agenda of “{item}” names no chairman",
    "cochair": "The agenda of “{item}” names no co-chairman",
    "secretary": "The agenda of “{item}” names no secretary",
}


def _no_agenda(context: Context, owner: str) -> Iterator[Found]:
    agendas = context.schedule.agendas.get(owner, ())
    if not agendas:
        text = message("“{item}” has no agenda", item=mention.item(owner))
        yield Found(text, (owner,))
    for agenda_id in agendas:
        agenda = context.visit.agendas[agenda_id]
        for field, sentence in _LEADING.items():
            if getattr(agenda, field) is None:
                text = message(sentence, item=mention.item(owner))
                yield Found(text, (owner,), places=(Place("agendas", agenda_id, field),))


A01: Final = Rule(
    code="A01",
    name="no-agenda",
    title="No agenda",
    severity=Severity.WARNING,
    stage=Stage.AGREE,
    rises=True,
    family="agenda",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A session without an agenda, or an agenda without a chairman, a co-chairman or a "
        "secretary. An error once the programme is up for approval.",
        why="Without an agenda nobody prepares, without a secretary nothing is minuted.",
        example="The working-group session stands in the programme for 80 minutes, its agenda is "
        "empty.",
        remedy="Make the agenda, name both co-chairmen and the secretary.",
    ),
    check=_no_agenda,
    kinds=frozenset({Kind.SESSION}),
)


def _absent_speakers(context: Context, owner: str) -> Iterator[Found]:
    agenda = context.visit.agendas[owner]
    item = context.live_item(agenda.item)
    if item is None:
        return
    present = context.attendance(item)
    speakers = {s for q in agenda.questions for s in (q.speaker, *q.cospeakers) if s is not None}
    absent = context.roster.ranked(speakers - present.keys())
    if absent:
        text = message(
            "{people} speaks at “{item}” and does not take part in it",
            "{people} speak at “{item}” and do not take part in it",
            people=mention.people(absent),
            item=mention.item(item.id),
            n=len(absent),
        )
        places = (
            Place("agendas", owner, "questions"),
            *(Place("people", person) for person in absent),
        )
        yield Found(text, (item.id,), absent, places)


A02: Final = Rule(
    code="A02",
    name="speaker-absent",
    title="Speaker does not take part",
    severity=Severity.ERROR,
    family="agenda",
    source="custom",
    scope=Scope.AGENDA,
    text=RuleText(
        finds="A speaker or co-speaker of the agenda who is not among the participants of the "
        "session.",
        why="The chairman gives the floor to somebody who sits in another room.",
        example="The mayor is to report on city transport at 12:30, when he is at the meeting of "
        "the two cities.",
        remedy="Enter the speaker in the session, or give the question to another.",
    ),
    check=_absent_speakers,
)


def agenda_minutes(agenda: Agenda) -> int:
    """Minutes the whole agenda takes."""
    questions = sum(q.minutes + q.discussion_minutes for q in agenda.questions)
    return questions + agenda.opening_minutes + agenda.closing_minutes + agenda.break_minutes


def _too_long(context: Context, owner: str) -> Iterator[Found | Missing]:
    agenda = context.visit.agendas[owner]
    item = context.live_item(agenda.item)
    if item is None:
        return
    if any(question.minutes == 0 for question in agenda.questions):
        yield Missing("minutes", Place("agendas", owner, "questions"))
    span = span_of(context.visit, item)
    total = agenda_minutes(agenda)
    if span is not None and total > span[1] - span[0]:
        text = message(
            "The agenda of “{item}” takes {n} minute, the session lasts {length} min",
            "The agenda of “{item}” takes {n} minutes, the session lasts {length} min",
            item=mention.item(item.id),
            n=total,
            length=span[1] - span[0],
        )
        yield Found(text, (item.id,), places=(Place("agendas", owner),))


A03: Final = Rule(
    code="A03",
    name="agenda-too-long",
    title="Agenda too long",
    severity=Severity.ERROR,
    family="agenda",
    source="custom",
    scope=Scope.AGENDA,
    text=RuleText(
        finds="An agenda whose reports, discussions, opening and closing words and breaks "
        "together take longer than the session.",
        why="The last question is cut, and it is the one the guests came for.",
        example="Nine questions of 12 minutes and 10 for opening and closing words are 118 "
        "minutes in a session of 80.",
        remedy="Cut the reports, drop a question, or lengthen the session.",
    ),
    check=_too_long,
    data={
        "minutes": (
            "Minutes are not entered for the questions of {n} agenda",
            "Minutes are not entered for the questions of {n} agendas",
        )
    },
)
