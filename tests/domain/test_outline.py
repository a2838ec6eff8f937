# SPDX-License-Identifier: MIT
"""A draft from wishes: whole days without a gap, nothing twice, no error, and what had to give."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from visitplanner.domain import codec, references
from visitplanner.domain.kinds import KIND_FACTS, Kind
from visitplanner.domain.outline import WISHED, Outline, outlined
from visitplanner.domain.period import minutes_between, on
from visitplanner.domain.record import EMPTY_RECORD, first_record
from visitplanner.domain.visit import days_of
from visitplanner.rules.findings import Findings
from visitplanner.rules.rule import Severity
from visitplanner.samples import presets, wishes

if TYPE_CHECKING:
    from visitplanner.domain.outline import Wishes
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.programme import ProgrammeItem

MADE = datetime(2020, 1, 1, tzinfo=UTC)
LONGEST_PAUSE = 10
DAWN, DUSK = 9 * 60 + 30, 16 * 60
"""Minutes of the shortest day, on the safe side."""
LENGTHENED = 4
"""Minutes a first or last item may get so that all others begin on the grid."""


@st.composite
def wished(draw: st.DrawFn, step: int = 1) -> Wishes:
    starts = draw(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
    arrival = step * draw(st.integers(0, 23 * 60 // step))
    days = draw(st.integers(0, 3))
    earliest = arrival if days == 0 else 0
    return replace(
        wishes("working-visit"),
        starts=starts,
        ends=starts + timedelta(days=days),
        arrival=arrival,
        departure=step * draw(st.integers(-(-earliest // step), (24 * 60 - 1) // step)),
        kinds=tuple(draw(st.sets(st.sampled_from(WISHED)))),
    )


def drafted(asked: Wishes) -> Outline:
    return outlined(asked, presets(), "draft")


def span(item: ProgrammeItem) -> tuple[LocalTime, LocalTime]:
    assert item.start is not None
    assert item.end is not None
    return item.start, item.end


def by_day(draft: Outline) -> list[list[ProgrammeItem]]:
    return [
        [item for item in draft.visit.items.values() if span(item)[0].date == day]
        for day in days_of(draft.visit)
    ]


def _of_errors(draft: Outline) -> list[str]:
    visit = draft.visit
    found = Findings.full(visit, first_record(visit, MADE), MADE.date())
    return [p.code for p in found.problems if p.due and p.severity is not Severity.INFO]


@given(wished())
@settings(max_examples=120)
def test_every_day_is_whole_and_between_arrival_and_departure(asked: Wishes) -> None:
    draft = drafted(asked)
    spans = [span(item) for item in draft.visit.items.values()]
    references.validate(draft.visit)

    assert all(start < end for start, end in spans)
    assert all(start >= on(asked.starts, asked.arrival) for start, _ in spans)
    assert all(end <= on(asked.ends, asked.departure) for _, end in spans)
    for day in by_day(draft):
        for before, after in pairwise(day):
            pause = minutes_between(span(before)[1], span(after)[0])
            slept = before.kind is Kind.REST  # who came late lay down after midnight
            assert pause >= 0
            assert pause <= LONGEST_PAUSE or slept
            assert (before.destination or before.venue) == after.venue


@given(wished())
@settings(max_examples=120)
def test_what_was_wished_is_there_once_or_said_to_be_left_out(asked: Wishes) -> None:
    draft = drafted(asked)
    kinds = [item.kind for item in draft.visit.items.values()]
    possible = {k for k in asked.kinds if k is not Kind.DINNER or asked.ends > asked.starts}

    assert set(kinds) - {Kind.TRANSFER, Kind.FREE, Kind.REST} == possible - set(draft.left_out)
    assert all(kinds.count(k) == 1 for k in possible - {Kind.LUNCH} - set(draft.left_out))


@given(wished())
@settings(max_examples=120)
def test_a_fresh_draft_checks_without_error_or_warning_of_its_own(asked: Wishes) -> None:
    chosen = {"H01"}  # the day was the user's choice
    if asked.starts == asked.ends and not (asked.arrival < DUSK and asked.departure > DAWN):
        chosen.add("V06")  # and so was a visit that is over before it is light

    assert set(_of_errors(drafted(asked))) <= chosen


@given(wished())
@settings(max_examples=120)
def test_lengths_are_those_of_the_kind_and_steps_take_all_of_them(asked: Wishes) -> None:
    draft = drafted(asked)
    for item in draft.visit.items.values():
        facts = KIND_FACTS[item.kind]
        lasting = sum(step.minutes for step in item.steps if step.offset >= 0)
        assert item.minutes >= facts.shortest
        if item.kind is not Kind.FREE:
            assert item.minutes <= facts.longest + LENGTHENED
        if item.steps:
            assert lasting == item.minutes
        short = item.minutes < facts.usual and item.kind is not Kind.TRANSFER
        assert (item.id in draft.shortened) == short


@given(wished())
@settings(max_examples=60)
def test_stages_keep_their_order_without_a_pause(asked: Wishes) -> None:
    items = drafted(asked).visit.items
    block = [items[k.value] for k in (Kind.SESSION, Kind.SIGNING, Kind.PRESS) if k.value in items]

    assert all(before.end == after.start for before, after in pairwise(block))
    assert len({item.block for item in block}) <= 1
    if Kind.ARRIVAL.value in items:
        assert next(iter(items)) == Kind.ARRIVAL.value
    if Kind.DEPARTURE.value in items:
        assert list(items)[-1] == Kind.DEPARTURE.value


@given(wished(step=5))
@settings(max_examples=60)
def test_lunch_is_at_midday_and_every_time_but_the_ends_is_round(asked: Wishes) -> None:
    draft = drafted(asked)
    for day in by_day(draft):
        assert all(span(item)[0].minute % 5 == 0 for item in day[1:])
        assert all(span(item)[1].minute % 5 == 0 for item in day[:-1])
    for item in draft.visit.items.values():
        if item.kind is Kind.LUNCH:
            assert 12 * 60 <= span(item)[0].minute_of_day <= 14 * 60 + 30


def test_the_same_wishes_give_the_same_bytes() -> None:
    asked = wishes("official-visit")
    first, second = (codec.dump(drafted(asked).visit, EMPTY_RECORD) for _ in range(2))

    assert first == second


def test_a_day_too_short_says_what_is_left_out_and_keeps_the_talks() -> None:
    asked = replace(wishes("working-visit"), arrival=10 * 60, departure=13 * 60)
    draft = drafted(asked)

    assert Kind.ENTERPRISE in draft.left_out
    assert Kind.LUNCH in draft.left_out
    assert {
        "arrival",
        "heads-meeting",
        "session",
        "signing",
        "departure",
    } <= draft.visit.items.keys()
    assert "session" in draft.shortened


def test_who_comes_at_dusk_lays_flowers_next_morning() -> None:
    asked = replace(wishes("official-visit"), arrival=17 * 60, departure=18 * 60)
    laying = drafted(asked).visit.items["laying"]

    assert span(laying)[0].date == asked.ends


def test_heads_nobody_has_named_yet_lead_their_delegations() -> None:
    visit = drafted(wishes("working-visit")).visit

    assert [d.head for d in visit.delegations.values()] == ["host-head", "guest-head"]
    assert not visit.people["host-head"].surname
    assert {p.who for p in visit.items["heads-meeting"].participants} == {"host-head", "guest-head"}
    assert visit.agendas["agenda"].chair == "host-head"
