# SPDX-License-Identifier: MIT
"""The example under the rules: what it shows, and the cases of protocol.md section 4 made of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import clock, example, having
from visitplanner.domain import edits
from visitplanner.domain.kinds import Laying, Wreath
from visitplanner.domain.patch import apply
from visitplanner.domain.record import first_record
from visitplanner.rules.findings import Findings
from visitplanner.rules.rule import Severity
from visitplanner.samples import template

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem

EARLY = date(2025, 12, 1)
BUS = ("shevchenko", "zhuravel", "korol", "golovach", "petrushko", "zhuk")


def _problems(visit: Visit, today: date = EARLY) -> list[Problem]:
    record = first_record(visit, datetime(2025, 12, 1, tzinfo=UTC))
    return list(Findings.full(visit, record, today).problems)


def _added(visit: Visit) -> list[Problem]:
    """What is found beyond the example's own problems."""
    usual = _problems(example())
    return [p for p in _problems(visit) if p not in usual]


def _codes(problems: list[Problem]) -> set[str]:
    return {p.code for p in problems}


def _moved(item_id: str, start: str) -> Visit:
    return apply(example(), edits.move_item(example(), item_id, clock(start)))


def test_example_has_one_live_warning_and_no_error() -> None:
    found = [(p.code, p.severity, p.due) for p in _problems(example())]

    assert found == [
        ("V06", Severity.WARNING, False),
        ("R01", Severity.WARNING, True),
        ("H01", Severity.INFO, True),
    ]


def test_guests_of_the_minibus_are_three_minutes_short_at_the_farewell() -> None:
    (late,) = [p for p in _problems(example()) if p.code == "R01"]

    assert late.items == ("enterprise", "farewell")
    assert late.people == BUS
    assert late.message.args["minutes"] == 3


@pytest.mark.parametrize(("start", "late"), [("16:52", True), ("16:53", False), ("16:55", False)])
def test_farewell_dragged_three_minutes_later_is_in_time(start: str, late: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert ("R01" in _codes(_problems(_moved("farewell", start)))) is late


def test_session_dragged_over_the_heads_meeting_takes_both_heads_twice() -> None:
    (clash,) = _added(_moved("session", "11:45"))

    assert clash.code == "T01"
    assert clash.severity is Severity.ERROR
    assert set(clash.people) == {"anokhin", "subbotin"}
    assert clash.message.args["n"] == 20


def test_mayor_kept_in_the_session_is_in_two_places() -> None:
    session = example().items["session"]
    kept = tuple(p for p in session.participants if p.who != "geroev")
    added = _added(having(example(), items=(replace(session, participants=kept),)))

    (clash,) = [p for p in added if p.code == "T01"]
    assert clash.people == ("geroev",)
    assert set(clash.items) == {"session", "cities-meeting"}


def test_laying_in_the_dusk_is_found_and_at_eleven_is_not() -> None:
    assert "K04" in _codes(_added(_moved("laying", "16:30")))
    assert "K04" not in _codes(_problems(example()))


def test_visit_on_the_day_off_of_the_guests_warns_of_that_day() -> None:
    visit = template("smolensk-vitebsk", uid="christmas", day=date(2025, 12, 25))
    days = [p for p in _problems(visit) if p.code == "H01" and p.severity is Severity.WARNING]

    assert [p.places[0].id for p in days] == ["by-12-25"]


def test_signing_during_its_session_is_out_of_order() -> None:
    assert {"T08", "T01"} <= _codes(_added(_moved("signing", "12:45")))


def test_one_original_for_two_parties_is_found() -> None:
    plan = example().documents["plan"]
    one = replace(plan, copies=plan.copies[:1])
    same = replace(plan, copies=tuple(replace(c, first_named="smolensk") for c in plan.copies))

    assert _codes(_added(having(example(), documents=(one,)))) == {"D03"}
    assert _codes(_added(having(example(), documents=(same,)))) == {"D03"}


def test_agenda_of_nine_long_reports_does_not_fit() -> None:
    agenda = example().agendas["agenda"]
    long = replace(agenda.questions[0], minutes=12, discussion_minutes=0)
    agenda = replace(agenda, opening_minutes=10, closing_minutes=0, questions=(long,) * 9)

    assert "A03" in _codes(_added(having(example(), agendas=(agenda,))))


def test_minibus_with_a_passenger_too_many_is_found() -> None:
    bus = replace(example().vehicles["guest-minibus"], seats=6)

    (full,) = _added(having(example(), vehicles=(bus,)))
    assert full.code == "C01"
    assert full.items == ("transfer-1",)


def test_enterprise_ten_minutes_after_the_signing_cannot_be_reached() -> None:
    assert "R01" in _codes(_added(_moved("enterprise", "13:55")))


def test_wreath_without_bearers_and_ribbon_is_not_complete() -> None:
    laying = example().items["laying"]
    wreath = Laying(wreaths=(Wreath(party="vitebsk"),))
    added = _added(having(example(), items=(replace(laying, detail=wreath),)))

    assert _codes(added) == {"K02"}
    assert "K02" not in _codes(_problems(example()))


def test_after_the_post_ended_the_signatory_has_no_right_to_sign() -> None:
    visit = template("smolensk-vitebsk", uid="spring", day=date(2026, 3, 3))

    assert "D02" in _codes(_problems(visit))
    assert "D02" not in _codes(_problems(example()))


def test_blank_visit_is_quiet() -> None:
    assert _problems(template("blank", uid="blank")) == []
