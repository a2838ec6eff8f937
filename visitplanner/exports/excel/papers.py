# SPDX-License-Identifier: MIT
"""The sheets beside the programme: delegations, agenda, documents, vehicles, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Visibility
from visitplanner.exports.excel.programme import INTERNAL, TONES, clock
from visitplanner.exports.excel.table import Column, Form, Sheet, Tone, table
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visitplanner.editions.values import (
        AgendaPaper,
        DelegationList,
        DocumentLine,
        Member,
        ProblemLine,
        ProgrammeView,
        QuestionLine,
        Row,
        VehicleLine,
    )
    from visitplanner.exports.excel.table import Content

RESTRICTED: Final = Visibility.RESTRICTED


def delegations(view: ProgrammeView) -> Sheet:
    """Every member of every delegation by precedence, heads in strong letters."""

    def things() -> Iterator[tuple[tuple[DelegationList, Member], Tone, bool]]:
        for one in view.delegations:
            for number, member in enumerate(one.members):
                tone = Tone.STRONG if member.head else Tone.PLAIN
                yield (one, member), tone, number == 0

    columns: list[Column[tuple[DelegationList, Member]]] = [
        Column(N_("Delegation"), 26, lambda x: x[0].title),
        Column(N_("No."), 6, lambda x: x[1].number, Form.NUMBER),
        Column(N_("Name"), 36, lambda x: x[1].name),
        Column(N_("Post"), 56, lambda x: x[1].post),
        Column(N_("In the delegation"), 22, lambda x: x[1].role_name, Form.SHORT),
        Column(N_("Participation"), 18, lambda x: x[1].status_name, Form.SHORT),
        Column(N_("Counterpart"), 20, lambda x: x[1].counterpart),
        Column(N_("Phone"), 19, lambda x: x[1].phone, Form.SHORT, INTERNAL, optional=True),
        Column(N_("E-mail"), 24, lambda x: x[1].email, audience=INTERNAL, optional=True),
        Column(N_("Diet"), 18, lambda x: x[1].diet, audience=INTERNAL, optional=True),
        Column(N_("Notes (internal)"), 30, lambda x: x[1].notes, audience=INTERNAL, optional=True),
        Column(N_("Hotel room"), 12, lambda x: x[1].hotel_room, Form.SHORT, RESTRICTED),
    ]
    return table(N_("Delegations"), columns, things(), view, frozen_columns=3)


def agenda(view: ProgrammeView) -> Sheet:
    """Every question of every session; a session without questions has a line of its own."""

    def things() -> Iterator[tuple[tuple[AgendaPaper, QuestionLine | None], Tone, bool]]:
        for paper in view.agendas:
            for number, question in enumerate(paper.questions or (None,)):
                yield (paper, question), Tone.PLAIN, number == 0

    columns: list[Column[tuple[AgendaPaper, QuestionLine | None]]] = [
        Column(N_("Session"), 26, lambda x: x[0].item_title),
        Column(N_("No."), 6, _asked(lambda q: q.number), Form.NUMBER),
        Column(N_("Question"), 52, _asked(lambda q: q.question), Form.TITLE),
        Column(N_("Side"), 20, _asked(lambda q: q.side)),
        Column(N_("Speaker"), 36, _asked(lambda q: q.speaker)),
        Column(N_("Co-speaker"), 36, _asked(lambda q: q.cospeakers)),
        Column(N_("Report, min"), 14, _asked(lambda q: q.minutes or None), Form.NUMBER),
        Column(
            N_("Discussion, min"), 14, _asked(lambda q: q.discussion_minutes or None), Form.NUMBER
        ),
        Column(N_("Expected decision"), 30, _asked(lambda q: q.expected_decision), optional=True),
        Column(N_("Decision"), 30, _asked(lambda q: q.decision), optional=True),
        Column(N_("Co-chairs"), 36, lambda x: "\n".join(filter(None, (x[0].chair, x[0].cochair)))),
    ]
    return table(N_("Agenda"), columns, things(), view, frozen_columns=2)


def _asked(
    value: Callable[[QuestionLine], Content],
) -> Callable[[tuple[AgendaPaper, QuestionLine | None]], Content]:
    """The value of a question, nothing where there is none."""
    return lambda entry: None if entry[1] is None else value(entry[1])


def documents(view: ProgrammeView) -> Sheet:
    """Every document to sign."""
    columns: list[Column[DocumentLine]] = [
        Column(N_("Document"), 46, lambda d: d.title, Form.TITLE),
        Column(N_("Signed at"), 28, lambda d: d.item_title),
        Column(N_("Parties"), 24, lambda d: "\n".join(d.parties)),
        Column(N_("Languages"), 14, lambda d: ", ".join(d.languages), Form.SHORT),
        Column(N_("Signatories"), 48, lambda d: "\n".join(d.signatories)),
        Column(N_("Copies"), 52, lambda d: "\n".join(d.copies)),
        Column(N_("Status"), 17, lambda d: d.status, Form.SHORT),
        Column(
            N_("Clearances"),
            24,
            lambda d: "\n".join(d.clearances),
            audience=INTERNAL,
            optional=True,
        ),
    ]
    things = ((document, Tone.PLAIN, False) for document in view.documents)
    return table(N_("Documents"), columns, things, view, frozen_columns=1)


def vehicles(view: ProgrammeView) -> Sheet:
    """Every vehicle of every transfer in the order of its column."""
    _ = translator(view.language).gettext

    def things() -> Iterator[tuple[tuple[Row, VehicleLine], Tone, bool]]:
        for row in view.rows:
            for number, vehicle in enumerate(row.vehicles):
                yield (row, vehicle), TONES[row.status], number == 0

    columns: list[Column[tuple[Row, VehicleLine]]] = [
        Column(N_("Date"), 11, lambda x: x[0].day, Form.DATE),
        Column(N_("Departs"), 14, lambda x: clock(x[1].leaves), Form.TIME),
        Column(N_("Transfer"), 34, lambda x: x[0].title, Form.TITLE),
        Column(N_("No. in the column"), 10, lambda x: x[1].order or None, Form.NUMBER),
        Column(N_("Vehicle"), 30, lambda x: x[1].name),
        Column(N_("Class"), 14, lambda x: x[1].category, Form.SHORT),
        Column(N_("In the column"), 18, lambda x: x[1].role, Form.SHORT),
        Column(N_("Escort"), 17, lambda x: _("yes") if x[1].escorted else "", Form.SHORT),
        Column(N_("Seats"), 8, lambda x: x[1].seats, Form.NUMBER),
        Column(N_("In charge"), 20, lambda x: x[1].in_charge),
        Column(N_("Passengers"), 44, lambda x: "\n".join(x[1].passengers)),
        Column(
            N_("Unnamed passengers"), 12, lambda x: x[1].unnamed or None, Form.NUMBER, optional=True
        ),
        Column(N_("Notes (internal)"), 26, lambda x: x[1].notes, audience=INTERNAL, optional=True),
        Column(N_("Number plate"), 14, lambda x: x[1].plate, Form.SHORT, RESTRICTED),
        Column(N_("Driver"), 26, lambda x: x[1].driver, audience=RESTRICTED),
    ]
    return table(N_("Vehicles"), columns, things(), view, frozen_columns=3)


def problems(view: ProgrammeView) -> Sheet:
    """What the checks find, as the caller worded it."""
    _ = translator(view.language).gettext
    titles = {row.id: row.title for row in view.rows}

    def state(problem: ProblemLine) -> str:
        if problem.waived:
            return _("Left as it is")
        return _("To be settled") if problem.due else _("Not due yet")

    columns: list[Column[ProblemLine]] = [
        Column(N_("Severity"), 15, lambda p: p.severity, Form.SHORT),
        Column(N_("Code"), 8, lambda p: p.code, Form.SHORT),
        Column(N_("Finding"), 80, lambda p: p.message, Form.TITLE),
        Column(N_("Items"), 44, lambda p: "\n".join(titles.get(i, i) for i in p.items)),
        Column(N_("State"), 20, state, Form.SHORT),
        Column(N_("Reason"), 36, lambda p: p.reason, optional=True),
    ]
    things = ((problem, Tone.PLAIN, False) for problem in view.problems)
    return table(N_("Findings"), columns, things, view)
