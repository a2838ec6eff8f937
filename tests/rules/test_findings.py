# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import DAY, clock, example, having, item, small_visit
from tests.rules.edits import edited, item_edits, other_edits, plan, waiving
from visitplanner.domain import edits
from visitplanner.domain.days import CalendarDay, CalendarSet, DayKind
from visitplanner.domain.kinds import Kind
from visitplanner.domain.papers import Waiver
from visitplanner.domain.patch import Patch, apply
from visitplanner.domain.record import EMPTY_RECORD, Record, Version, VersionStatus
from visitplanner.domain.text import Text, message
from visitplanner.domain.transport import Movement, SeatAssignment, Vehicle, VehicleClass
from visitplanner.rules.catalogue import RULES
from visitplanner.rules.findings import Findings
from visitplanner.rules.fixes import fixes_of
from visitplanner.rules.rule import Confidence, Problem, Severity, Stage

if TYPE_CHECKING:
    from visitplanner.domain.edits import Edit
    from visitplanner.domain.visit import Visit

EARLY = date(2025, 12, 1)


def record(status: VersionStatus) -> Record:
    version = Version(
        number=1, status=status, created=datetime(2025, 12, 1, tzinfo=UTC), author="a"
    )
    return Record(versions=(version,))


def found(
    visit: Visit, today: date = EARLY, record: Record = EMPTY_RECORD
) -> dict[str, list[Problem]]:
    by_code: dict[str, list[Problem]] = {}
    for problem in Findings.full(visit, record, today).problems:
        by_code.setdefault(problem.code, []).append(problem)
    return by_code


@given(st.data())
def test_findings_after_random_edits_equal_those_found_whole(data: st.DataObject) -> None:
    visit = plan()
    findings = Findings.full(visit, EMPTY_RECORD, EARLY)
    kept = EMPTY_RECORD
    for _ in range(data.draw(st.integers(1, 5), label="edits")):
        which = data.draw(st.integers(0, 9))
        if which == 0 and findings.problems:
            problem = data.draw(st.sampled_from(findings.problems))
            drawn = waiving(problem.code, problem.key)
        elif which < 7:
            drawn = data.draw(item_edits(visit))
        else:
            drawn = data.draw(other_edits(visit))
        step = edited(visit, drawn)
        if step is None:
            continue
        if data.draw(st.integers(0, 9)) == 0:
            kept = record(data.draw(st.sampled_from(VersionStatus)))
        visit, patch = step
        findings = findings.after(visit, patch, kept)
        assert findings.problems == Findings.full(visit, kept, EARLY).problems
        keys = [problem.key for problem in findings.problems]
        assert sorted(set(keys)) == sorted(keys)


@given(st.data())
def test_a_fix_removes_its_problem_and_a_safe_one_adds_nothing(data: st.DataObject) -> None:
    visit = plan()
    for _ in range(data.draw(st.integers(0, 3), label="edits")):
        step = edited(visit, data.draw(item_edits(visit)))
        visit = step[0] if step else visit
    findings = Findings.full(visit, record(VersionStatus.AGREED), EARLY)
    known = {(p.key, p.severity) for p in findings.problems}
    for problem in findings.problems:
        for fix in fixes_of(problem, findings):
            patch = fix.edit(visit)
            after = Findings.full(apply(visit, patch), findings.record, EARLY).problems
            assert problem.key not in {p.key for p in after if p.code == problem.code}
            new = {p.severity for p in after if p.live and (p.key, p.severity) not in known}
            assert Severity.ERROR not in new
            if fix.confidence is Confidence.SAFE:
                assert Severity.WARNING not in new


def _busy_day() -> Visit:
    """Members without rank in two items, a bus on two transfers, a block of three."""
    visit = small_visit(
        item("talks", "10:00", "11:00", "boris", venue="hall"),
        item("tour", "11:00", "12:00", "boris", venue="hall"),
        item("ride", "12:00", "12:30", "boris", kind=Kind.TRANSFER, venue="hall"),
        item("park", "12:30", "13:00", "boris", venue="park"),
        item("home", "13:00", "13:30", "boris", kind=Kind.TRANSFER, venue="park"),
        item("signing", "14:00", "14:15", kind=Kind.SIGNING),
        item("session", "15:00", "16:00", kind=Kind.SESSION),
    )
    buses = tuple(
        Vehicle(id=vehicle, seats=1, category=category)
        for vehicle, category in (("car", VehicleClass.CAR), ("bus", VehicleClass.BUS))
    )
    seat = (SeatAssignment(person="boris"),)
    return having(
        visit,
        vehicles=buses,
        movements=(
            Movement(id="out", item="ride", vehicle="car", passengers=seat),
            Movement(id="in", item="home", vehicle="car", passengers=seat),
        ),
    )


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda v: edits.move_item(v, "talks", clock("10:30")), "T01"),
        (lambda v: edits.set_item_field(v, "signing", "block", "session"), "T08"),
        (lambda v: edits.move_item(v, "home", clock("12:20")), "C03"),
        (lambda v: edits.move_item(v, "ride", clock("12:45")), "C03"),
        (lambda v: edits.set_entity_field(v, "movements", "out", "vehicle", "bus"), "R01"),
        (lambda v: edits.set_entity_field(v, "movements", "out", "unnamed", 3), "C01"),
        (lambda v: edits.set_entity_field(v, "legs", "way", "minutes", 60), "R01"),
        (lambda v: edits.remove_item(v, "ride"), "R02"),
    ],
)
def test_an_edit_is_noticed_where_it_matters(edit: Edit, code: str) -> None:
    visit = _busy_day()
    findings = Findings.full(visit, EMPTY_RECORD, EARLY)
    assert code not in {p.code for p in findings.problems}
    patch = edit(visit)
    after = findings.after(apply(visit, patch), patch, EMPTY_RECORD)
    assert after.problems == Findings.full(apply(visit, patch), EMPTY_RECORD, EARLY).problems
    assert code in {p.code for p in after.problems}
    assert after.after(visit, patch.inverse(), EMPTY_RECORD).problems == findings.problems


def test_the_example_has_one_live_warning() -> None:
    problems = Findings.full(example(), EMPTY_RECORD, EARLY).problems
    assert [(p.code, p.severity, p.due) for p in problems] == [
        ("V06", Severity.WARNING, False),
        ("R01", Severity.WARNING, True),
        ("H01", Severity.INFO, True),
    ]
    (farewell,) = (p for p in problems if p.code == "R01")
    assert farewell.items == ("enterprise", "farewell")
    assert farewell.message.args["minutes"] == 3
    assert len(farewell.people) == 6


def test_moving_the_session_of_the_example_adds_the_clash_of_the_heads_alone() -> None:
    visit = example()
    findings = Findings.full(visit, EMPTY_RECORD, EARLY)
    patch = edits.move_item(visit, "session", clock("11:45"))
    after = findings.after(apply(visit, patch), patch, EMPTY_RECORD)
    new = [p for p in after.problems if p.key not in {q.key for q in findings.problems}]
    assert [(p.code, p.items, set(p.people), p.message.args["n"]) for p in new] == [
        ("T01", ("heads-meeting", "session"), {"anokhin", "subbotin"}, 20)
    ]
    back = after.after(visit, patch.inverse(), EMPTY_RECORD)
    assert back.problems == findings.problems


def test_moving_the_farewell_of_the_example_clears_its_warning() -> None:
    visit = example()
    patch = edits.move_item(visit, "farewell", clock("16:55"))
    problems = Findings.full(apply(visit, patch), EMPTY_RECORD, EARLY).problems
    assert {p.code for p in problems} == {"V06", "H01"}


def test_problems_stand_in_the_order_of_the_catalogue() -> None:
    order = [rule.code for rule in RULES]
    codes = [order.index(p.code) for p in Findings.full(plan(), EMPTY_RECORD, EARLY).problems]
    assert codes == sorted(codes)
    assert len(set(codes)) > 8


def test_only_chosen_codes_are_found_before_and_after_an_edit() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", "anna", venue="hall"),
        item("b", "10:30", "11:30", "anna", venue="hall"),
    )
    findings = Findings.full(visit, EMPTY_RECORD, EARLY, codes={"T01"})
    assert [p.code for p in findings.problems] == ["T01"]
    patch = edits.move_item(visit, "b", clock("11:00"))
    assert findings.after(apply(visit, patch), patch, EMPTY_RECORD).problems == ()


def test_an_unchanged_visit_keeps_its_findings_on_another_day() -> None:
    findings = Findings.full(example(), EMPTY_RECORD, EARLY)
    assert not next(p for p in findings.problems if p.code == "V06").due
    assert next(p for p in findings.on(DAY).problems if p.code == "V06").due


def test_a_visit_without_items_has_no_problems_but_weekends() -> None:
    assert Findings.full(small_visit(), EMPTY_RECORD, EARLY).problems == ()


def no_officer() -> Visit:
    return small_visit(item("a", "10:00", "11:00", "anna"))


@pytest.mark.parametrize(
    ("status", "due", "severity"),
    [
        (VersionStatus.DRAFT, False, Severity.WARNING),
        (VersionStatus.BEING_AGREED, True, Severity.WARNING),
        (VersionStatus.AGREED, True, Severity.ERROR),
        (VersionStatus.APPROVED, True, Severity.ERROR),
    ],
)
def test_an_officer_is_asked_for_when_the_programme_is_agreed(
    status: VersionStatus, *, due: bool, severity: Severity
) -> None:
    (problem,) = found(no_officer(), record=record(status))["P03"]
    assert (problem.due, problem.severity, problem.due_on) == (due, severity, None)


def test_a_version_alone_makes_findings_due() -> None:
    visit = no_officer()
    findings = Findings.full(visit, EMPTY_RECORD, EARLY)
    later = findings.after(visit, Patch(message("Approve")), record(VersionStatus.APPROVED))
    assert [p.severity for p in later.problems if p.code == "P03"] == [Severity.ERROR]


def test_a_dated_stage_counts_working_days_of_the_hosts() -> None:
    visit = having(
        example(),
        days=(
            CalendarDay(id="x", calendar="ru-2025", date=date(2025, 12, 19), name=Text(ru="x")),
            CalendarDay(
                id="y",
                calendar="ru-2025",
                date=date(2025, 12, 20),
                kind=DayKind.WORKED,
                name=Text(ru="y"),
            ),
            CalendarDay(id="z", calendar="by-2025", date=date(2025, 12, 22), name=Text(ru="z")),
        ),
    )
    (problem,) = found(visit)["V06"]
    # Monday 22 and worked Saturday 20 count, Friday 19 is off, Thursday 18 is the third.
    assert (problem.stage, problem.due, problem.due_on) == (Stage.D3, False, date(2025, 12, 18))
    assert found(visit, today=date(2025, 12, 18))["V06"][0].due


def test_days_off_of_a_calendar_without_a_side_do_not_count() -> None:
    visit = having(
        example(),
        calendars=(CalendarSet(id="other", country="KZ", year=2025),),
        days=(CalendarDay(id="x", calendar="other", date=date(2025, 12, 22), name=Text(ru="x")),),
    )
    assert found(visit)["V06"][0].due_on == date(2025, 12, 18)
    assert len(found(visit)["H01"]) == 1


def waiver(code: str, place: str) -> Waiver:
    return Waiver(id="w", code=code, place=place, reason="так решено", author="Анохин", on=DAY)


def test_a_waiver_covers_the_finding_it_names_and_no_other() -> None:
    visit = example()
    key = "R01:items/enterprise+items/farewell"
    problems = Findings.full(
        having(visit, waivers=(waiver("R01", key),)), EMPTY_RECORD, EARLY
    ).problems
    assert [(p.code, p.waiver, p.live) for p in problems if p.due] == [
        ("R01", "w", False),
        ("H01", None, True),
    ]


def test_a_waiver_that_matches_nothing_is_told_under_its_code() -> None:
    visit = having(example(), waivers=(waiver("T01", "T01:items/a+items/b"),))
    (stale,) = found(visit)["T01"]
    assert (stale.severity, stale.due, stale.places[0].id) == (Severity.INFO, True, "w")
    assert fixes_of(stale, Findings.full(visit, EMPTY_RECORD, EARLY)) == ()


def test_every_stale_waiver_is_told() -> None:
    first = waiver("T01", "T01:items/a+items/b")
    visit = having(example(), waivers=(first, replace(first, id="w2", place="T01:items/c")))
    assert [p.places[0].id for p in found(visit)["T01"]] == ["w", "w2"]


def test_a_waiver_of_an_unknown_rule_is_left_in_peace() -> None:
    visit = having(example(), waivers=(waiver("G01", "G01:items/a"),))
    assert Findings.full(visit, EMPTY_RECORD, EARLY).problems == (
        Findings.full(example(), EMPTY_RECORD, EARLY).problems
    )


def test_taking_a_waiver_back_brings_the_finding_back() -> None:
    key = "R01:items/enterprise+items/farewell"
    visit = having(example(), waivers=(waiver("R01", key),))
    patch = edits.remove(visit, message("x"), "waivers", "w")
    findings = Findings.full(visit, EMPTY_RECORD, EARLY)
    after = findings.after(apply(visit, patch), patch, EMPTY_RECORD)
    assert next(p for p in after.problems if p.code == "R01").live


def test_a_missing_datum_is_one_line_for_the_whole_visit() -> None:
    visit = small_visit(
        item("a", "10:00", "11:00", venue="hall", room="blue"),
        item("b", "12:00", "13:00", venue="hall", room="green"),
    )
    rooms = tuple(replace(room, capacity={}) for room in visit.rooms.values())
    (line,) = found(having(visit, rooms=rooms))["V02"]
    assert (line.datum, line.severity, line.message.args["n"]) == ("capacity", Severity.INFO, 2)
    assert [place.id for place in line.places] == ["blue", "green"]
