# SPDX-License-Identifier: MIT
"""The fixtures on the reference case: what each change of the example must be told about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import clock, example, having
from visitplanner.domain import edits
from visitplanner.domain.kinds import Kind
from visitplanner.domain.patch import apply
from visitplanner.domain.record import EMPTY_RECORD
from visitplanner.rules.findings import Findings
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem

TODAY = date(2025, 12, 1)


def new_problems(visit: Visit) -> list[Problem]:
    """What is found beyond the problems of the example itself."""
    known = {p.key for p in Findings.full(example(), EMPTY_RECORD, TODAY).problems}
    return [
        p
        for p in Findings.full(visit, EMPTY_RECORD, TODAY).problems
        if p.key not in known and p.due
    ]


def after(patch: Patch) -> Visit:
    return apply(example(), patch)


def test_geroev_in_the_plenary_and_the_meeting_of_the_cities_is_double_booked() -> None:
    session = example().items["session"]
    with_him = tuple(p for p in session.participants if p.who != "geroev")
    patch = edits.set_item_field(example(), "session", "participants", with_him)
    (problem,) = new_problems(after(patch))
    assert (problem.code, problem.people, problem.message.args["n"]) == ("T01", ("geroev",), 80)


def test_a_laying_moved_to_half_past_four_is_in_the_dark() -> None:
    patch = edits.move_item(example(), "laying", clock("16:30"))
    assert "K04" in {p.code for p in new_problems(after(patch))}


def test_the_visit_on_christmas_is_on_a_day_off_of_the_guests() -> None:
    two_days = 2 * 1440
    shifted = apply(example(), edits.shift_items(example(), example().items, two_days))
    about = replace(shifted.about, starts=date(2025, 12, 25), ends=date(2025, 12, 25))
    found = Findings.full(replace(shifted, about=about), EMPTY_RECORD, TODAY).problems
    days = [(p.severity, p.places[0].id) for p in found if p.code == "H01"]
    assert days == [(Severity.WARNING, "by-12-25"), (Severity.INFO, "by-12-26")]


def test_signing_during_its_session_is_out_of_order_and_a_clash() -> None:
    patch = edits.move_item(example(), "signing", clock("12:45"))
    assert {p.code for p in new_problems(after(patch))} == {"T01", "T08"}


def test_originals_for_one_party_break_the_alternat() -> None:
    plan = example().documents["plan"]
    one = replace(plan, copies=plan.copies[:1])
    both_ours = replace(plan, copies=tuple(replace(c, first_named="smolensk") for c in plan.copies))
    for broken in (one, both_ours):
        assert [p.code for p in new_problems(having(example(), documents=(broken,)))] == ["D03"]


def test_an_agenda_of_a_hundred_and_eighteen_minutes_does_not_fit_eighty() -> None:
    agenda = example().agendas["agenda"]
    question = replace(agenda.questions[0], minutes=12, discussion_minutes=0)
    long = replace(agenda, questions=(question,) * 9, opening_minutes=10, closing_minutes=0)
    (problem,) = new_problems(having(example(), agendas=(long,)))
    assert (problem.code, problem.message.args["n"], problem.message.args["length"]) == (
        "A03",
        118,
        80,
    )


def test_nineteen_people_do_not_go_into_eighteen_seats() -> None:
    bus = replace(example().vehicles["guest-minibus"], seats=18)
    ride = replace(example().movements["transfer-1-guest-minibus"], unnamed=12)
    (problem,) = new_problems(having(example(), vehicles=(bus,), movements=(ride,)))
    assert (problem.code, problem.message.args["people"], problem.message.args["n"]) == (
        "C01",
        19,
        18,
    )


def test_ten_minutes_do_not_lead_from_the_session_to_the_enterprise() -> None:
    visit = example()
    short = replace(
        visit.items["enterprise"], kind=Kind.ENTERPRISE, start=clock("13:40"), end=clock("14:00")
    )
    gone = {"signing", "press", "lunch", "transfer-3", "cities-meeting"}
    items = {i: x for i, x in visit.items.items() if i not in gone} | {"enterprise": short}
    late = [
        p
        for p in Findings.full(replace(visit, items=items), EMPTY_RECORD, TODAY).problems
        if p.code == "R01" and p.items == ("session", "enterprise")
    ]
    # 8 minutes by 1.3, boarding 3, alighting 2, buffer 5: 20.4 against 10.
    assert [(p.severity, p.message.args["minutes"]) for p in late] == [(Severity.ERROR, 11)]
