# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import DAY, clock, example, having, item, small_visit
from tests.rules.edits import edited, item_edits, plan
from visitplanner.domain import edits
from visitplanner.domain.patch import apply
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.record import EMPTY_RECORD
from visitplanner.domain.transport import Movement, Vehicle
from visitplanner.rules.findings import Findings
from visitplanner.rules.forbidden import Band, Hit, forbidden
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

TODAY = date(2025, 12, 1)
BY_OVERLAP = frozenset({"T01", "V01", "C03"})


def ahead(visit: Visit) -> Findings:
    return Findings.full(visit, EMPTY_RECORD, TODAY, codes={*BY_OVERLAP, "R01"})


def after_the_drop(findings: Findings, item_id: str, start: LocalTime) -> list[Hit]:
    """What the rules say of an item once it has been moved, as hits."""
    patch = edits.move_item(findings.visit, item_id, start)
    moved = findings.after(apply(findings.visit, patch), patch, EMPTY_RECORD)
    return [
        Hit(p.code, p.severity, p.message, (p.items[0], p.items[1]), p.people)
        for p in moved.problems
        if item_id in p.items and not p.datum and "not back in time" not in p.message.msgid
    ]


def agrees(findings: Findings, item_id: str, start: LocalTime) -> None:
    """What is foretold of a drop is what the rules find after it."""
    foretold = forbidden(findings.context, item_id).at(start)
    found = after_the_drop(findings, item_id, start)
    if any(hit.code == "T01" for hit in found):
        # The way of somebody who is in two places at once cannot be told.
        foretold = tuple(hit for hit in foretold if hit.code in BY_OVERLAP)
        found = [hit for hit in found if hit.code in BY_OVERLAP]
    assert sorted(foretold, key=repr) == sorted(found, key=repr)


@given(st.data())
def test_what_is_foretold_in_the_example_is_what_the_drop_breaks(data: st.DataObject) -> None:
    visit = example()
    findings = ahead(visit)
    for item_id in visit.items:
        agrees(findings, item_id, on(DAY, data.draw(st.integers(8 * 60, 20 * 60))))


@given(st.data())
def test_what_is_foretold_in_any_plan_is_what_the_drop_breaks(data: st.DataObject) -> None:
    visit = plan()
    for _ in range(data.draw(st.integers(0, 3))):
        step = edited(visit, data.draw(item_edits(visit)))
        visit = step[0] if step else visit
    findings = ahead(visit)
    clean = {i for p in findings.problems for i in p.items}
    for item_id, entry in visit.items.items():
        if item_id not in clean and entry.start is not None and not findings.problems:
            agrees(findings, item_id, on(DAY, data.draw(st.integers(7 * 60, 16 * 60))))


def test_the_session_of_the_example_must_not_start_during_the_heads_meeting() -> None:
    starts = forbidden(ahead(example()).context, "session")
    (hit,) = starts.at(clock("11:45"))
    assert (hit.code, hit.severity, hit.items, set(hit.people)) == (
        "T01",
        Severity.ERROR,
        ("heads-meeting", "session"),
        {"anokhin", "subbotin"},
    )
    assert starts.at(clock("12:05")) == starts.at(clock("12:10")) == ()
    assert starts.severity_at(clock("12:04")) is Severity.ERROR
    assert starts.severity_at(clock("12:10")) is None


def test_bands_of_a_day_are_in_order_and_by_severity() -> None:
    starts = forbidden(ahead(example()).context, "farewell")
    assert starts.bands(clock("09:00"), clock("18:00")) == (
        Band(clock("09:16"), clock("16:50"), Severity.ERROR),
        Band(clock("16:50"), clock("16:53"), Severity.WARNING),
    )
    assert starts.bands(clock("17:00"), clock("18:00")) == ()


def test_travel_after_the_item_is_kept_free_too() -> None:
    visit = small_visit(
        item("a", "08:00", "09:00", "anna", venue="hall"),
        item("b", "12:00", "13:00", "anna", venue="park"),
    )
    # To be in the park by 12:00 the last minute to leave is 11:42, with the buffer 11:37.
    assert forbidden(ahead(visit).context, "a").bands(clock("08:00"), clock("13:00")) == (
        Band(clock("10:38"), clock("10:43"), Severity.WARNING),
        Band(clock("10:43"), clock("13:00"), Severity.ERROR),
    )


def test_rooms_and_vehicles_are_in_the_way_with_their_set_up() -> None:
    visit = small_visit(
        item("a", "08:00", "09:00", venue="hall", room="blue", setup_minutes=10),
        item("b", "12:00", "13:00", venue="hall", room="blue", strike_minutes=20),
    )
    starts = forbidden(ahead(visit).context, "a")
    assert starts.bands(clock("10:00"), clock("15:00")) == (
        Band(clock("11:01"), clock("13:30"), Severity.ERROR),
    )
    (hit,) = starts.at(clock("13:10"))
    assert (hit.code, hit.items, hit.message.args["n"]) == ("V01", ("b", "a"), 20)

    driven = having(
        visit,
        vehicles=(Vehicle(id="car"),),
        movements=tuple(Movement(id=x, item=x, vehicle="car") for x in "ab"),
    )
    hits = forbidden(ahead(driven).context, "b").at(clock("08:30"))
    assert [(h.code, h.items) for h in hits] == [("C03", ("a", "b")), ("V01", ("a", "b"))]


def test_items_that_move_along_are_not_in_the_way() -> None:
    visit = small_visit(
        item("a", "08:00", "09:00", "anna"),
        item("b", "10:00", "11:00", "anna"),
        item("c", "12:00", "13:00", "anna"),
    )
    context = ahead(visit).context
    hits = forbidden(context, "a", along={"b"}).at(clock("10:30"))
    assert hits == ()
    assert [h.items for h in forbidden(context, "a", along={"b"}).at(clock("12:30"))] == [
        ("c", "a")
    ]


def test_an_item_from_the_shelf_takes_half_an_hour() -> None:
    shelved = item("a", "08:00", "09:00", "anna", start=None, end=None, day=DAY)
    visit = small_visit(shelved, item("b", "10:00", "11:00", "anna"))
    starts = forbidden(ahead(visit).context, "a")
    assert starts.bands(clock("08:00"), clock("12:00")) == (
        Band(clock("09:31"), clock("11:00"), Severity.ERROR),
    )


def test_a_cancelled_item_may_stand_anywhere() -> None:
    visit = small_visit(item("a", "10:00", "11:00", "anna"), item("b", "10:00", "11:00", "anna"))
    cancelled = replace(visit.items["a"], status=ItemStatus.CANCELLED)
    starts = forbidden(ahead(having(visit, items=(cancelled,))).context, "a")
    assert starts.bands(clock("00:00"), clock("00:00", DAY + timedelta(days=1))) == ()
