# SPDX-License-Identifier: MIT
"""Rules on time: two things at once, impossible intervals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from visitplanner.domain.period import is_ambiguous
from visitplanner.domain.kinds import WORKING_PAPERS_ONLY
from visitplanner.domain.text import Clock, Ref, message
from visitplanner.domain.visit import end_zone_of, zone_of
from visitplanner.rules.context import Context
from visitplanner.rules.rule import Found, Place, Rule, RuleText, Scope, Severity
from visitplanner.rules.schedule import span_of


def _double_booked(context: Context, owner: str) -> Iterator[Found]:
    for clash in context.clashes(owner):
        pair = (clash.before, clash.after)
        for people, severity in (
            (clash.people, Severity.ERROR),
            (clash.duties, Severity.WARNING),
        ):
            if not people:
                continue
            ranked = context.roster.ranked(people)
            places = (*(Place("items", i) for i in pair), *(Place("people", p) for p in ranked))
            if severity is Severity.ERROR:
                text = message(
                    "{people}: “{before}” and “{after}” at the same time, {n} minute",
                    "{people}: “{before}” and “{after}” at the same time, {n} minutes",
                    people=Ref(collection="people", ids=ranked),
                    before=Ref(collection="items", ids=(clash.before,)),
                    after=Ref(collection="items", ids=(clash.after,)),
                    n=max(people.values()),
                )
            else:
                text = message(
                    "{people}: responsible in two places at once, “{before}” and “{after}”, "
                    "{n} minute",
                    "{people}: responsible in two places at once, “{before}” and “{after}”, "
                    "{n} minutes",
                    people=Ref(collection="people", ids=ranked),
                    before=Ref(collection="items", ids=(clash.before,)),
                    after=Ref(collection="items", ids=(clash.after,)),
                    n=max(people.values()),
                )
            yield Found(text, pair, ranked, places, severity)


T01: Final = Rule(
    code="T01",
    name="double-booked-person",
    title="Double-booked person",
    severity=Severity.ERROR,
    family="timing",
    source="protocol.md section 4, T01 (custom)",
    scope=Scope.PERSON,
    text=RuleText(
        finds="A person who must be in two items of the programme at the same time. An officer "
        "who only answers for both is a warning when they are at different places.",
        why="Somebody will be waited for in vain, and in front of the other delegation.",
        example="The working-group session is moved to 11:45 while the heads’ meeting lasts "
        "until 12:05: both heads are wanted in two rooms for 20 minutes.",
        remedy="Move one of the items, name a substitute, or mark that the person comes later "
        "or leaves earlier.",
    ),
    check=_double_booked,
)


def _wrong_interval(context: Context, owner: str) -> Iterator[Found]:
    item = context.visit.items[owner]
    if item.start is None or item.end is None:
        return
    ref = Ref(collection="items", ids=(owner,))
    if span_of(context.visit, item) is None:
        text = message(
            "“{item}” ends at {end}, not after its start at {start}",
            item=ref,
            start=Clock(time=item.start),
            end=Clock(time=item.end),
        )
        yield Found(text, (owner,), places=(Place("items", owner, "end"),))
    about = context.visit.about
    outside = item.start.date < about.starts or item.end.plus(-1).date > about.ends
    if outside and item.kind not in WORKING_PAPERS_ONLY:
        text = message(
            "“{item}” on {start} is outside the days of the visit",
            item=ref,
            start=Clock(time=item.start, day=True),
        )
        yield Found(text, (owner,), places=(Place("items", owner, "start"),))
    for field, time, zone in (
        ("start", item.start, zone_of(context.visit, item)),
        ("end", item.end, end_zone_of(context.visit, item)),
    ):
        if is_ambiguous(time, zone):
            text = message(
                "“{item}”: clocks show {time} twice that night; the first is taken",
                item=ref,
                time=Clock(time=time, day=True),
            )
            place = Place("items", owner, field)
            yield Found(text, (owner,), places=(place,), severity=Severity.WARNING)


T02: Final = Rule(
    code="T02",
    name="wrong-interval",
    title="Wrong interval",
    severity=Severity.ERROR,
    family="timing",
    source="protocol.md section 4, T02 (custom)",
    scope=Scope.ITEM,
    text=RuleText(
        finds="An item that does not end after it starts, or lies outside the days of the visit; "
        "as a warning, a time that clocks show twice when they are put back.",
        why="Nobody can follow such a line, and calendars on phones refuse or misplace it.",
        example="Talks from 12:10 to 11:30; an item on 24 December when the visit ends on the 23rd.",
        remedy="Correct the start or the end, or the days of the visit.",
    ),
    check=_wrong_interval,
)
