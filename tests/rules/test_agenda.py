# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import having, item, small_visit
from tests.rules.alone import AGREED, alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind
from visitplanner.domain.papers import Agenda, AgendaQuestion
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.text import Text
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit


def question(
    minutes: int = 10, speaker: str | None = "boris", *cospeakers: str, discussion: int = 0
) -> AgendaQuestion:
    return AgendaQuestion(
        question=Text(ru="Вопрос"),
        speaker=speaker,
        cospeakers=cospeakers,
        minutes=minutes,
        discussion_minutes=discussion,
    )


def session(*questions: AgendaQuestion, **fields: object) -> Visit:
    """A session of 80 minutes."""
    agenda = Agenda(
        id="agenda",
        item="session",
        chair="anna",
        cochair="vera",
        secretary="boris",
        questions=questions,
    )
    meeting = item("session", "12:10", "13:30", "hosts", "guests", kind=Kind.SESSION)
    return having(small_visit(meeting), agendas=(replace(agenda, **fields),))


def test_a_session_has_an_agenda() -> None:
    visit = small_visit(item("session", "12:10", "13:30", "hosts", kind=Kind.SESSION))
    assert told("A01", visit) == ["W “Пункт session” has no agenda"]
    assert alone("A01", visit, AGREED)[0].severity is Severity.ERROR
    assert alone("A01", session()) == []
    assert alone("A01", small_visit(item("t", "12:10", "13:30", kind=Kind.TALKS))) == []


def test_an_agenda_names_who_leads_and_who_minutes() -> None:
    assert told("A01", session(chair=None, secretary=None)) == [
        "W The agenda of “Пункт session” names no chairman",
        "W The agenda of “Пункт session” names no secretary",
    ]
    assert told("A01", session(cochair=None)) == [
        "W The agenda of “Пункт session” names no co-chairman"
    ]


def test_speakers_and_cospeakers_take_part() -> None:
    visit = session(question(10, "dora"), question(10, "anna", "dora"))
    assert told("A02", visit) == ["E Dora speaks at “Пункт session” and does not take part in it"]
    assert ways_out("A02", visit) == ["look: Add Dora to “Пункт session”"]
    assert alone("A02", mended("A02", visit)) == []
    assert alone("A02", session(question(), question(10, None))) == []
    cancelled = replace(visit.items["session"], status=ItemStatus.CANCELLED)
    assert alone("A02", having(visit, items=(cancelled,))) == []
    assert alone("A03", having(visit, items=(cancelled,))) == []


def test_a_speaker_wanted_elsewhere_is_not_added() -> None:
    visit = session(question(10, "dora"))
    elsewhere = item("talks", "12:10", "13:30", "dora")
    assert ways_out("A02", having(visit, items=(elsewhere,))) == []


def test_nine_questions_of_twelve_minutes_do_not_fit_eighty() -> None:
    visit = session(*[question(10, discussion=2)] * 9, opening_minutes=6, closing_minutes=4)
    assert told("A03", visit) == [
        "E The agenda of “Пункт session” takes 118 minutes, the session lasts 80 min"
    ]
    assert ways_out("A03", visit) == ["safe: Make it 120 minutes long"]
    assert alone("A03", mended("A03", visit)) == []


def test_an_agenda_may_fill_the_session_to_the_minute() -> None:
    assert alone("A03", session(question(70), break_minutes=10)) == []
    assert len(alone("A03", session(question(70), break_minutes=11))) == 1
    untimed = replace(session().items["session"], start=None, end=None)
    assert alone("A03", having(session(question(200)), items=(untimed,))) == []


def test_questions_without_minutes_are_missing_data() -> None:
    assert told("A03", session(question(0), question(0))) == [
        "I Minutes are not entered for the questions of 1 agenda"
    ]
