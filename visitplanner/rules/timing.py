# SPDX-License-Identifier: MIT
"""Rules on time: two things at once, impossible intervals, steps that do not add up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import WORKING_PAPERS_ONLY
from visitplanner.domain.period import is_ambiguous, on
from visitplanner.domain.text import message
from visitplanner.domain.visit import end_zone_of, zone_of
from visitplanner.rules import mention
from visitplanner.rules.rule import Found, Place, Rule, RuleText, Scope, Severity, Stage
from visitplanner.rules.slots import span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.text import Message
    from visitplanner.rules.context import Context

_BOTH_REQUIRED: Final = (
    "{people}: “{before}” and “{after}” at the same time, {n} minute",
    "{people}: “{before}” and “{after}” at the same time, {n} minutes",
)
_RESPONSIBLE: Final = (
    "{people}: responsible in two places at once, “{before}” and “{after}”, {n} minute",
    "{people}: responsible in two places at once, “{before}” and “{after}”, {n} minutes",
)


def _double_booked(context: Context, owner: str) -> Iterator[Found]:
    for clash in context.clashes(owner):
        pair = (clash.before, clash.after)
        for minutes, duty in ((clash.people, False), (clash.duties, True)):
            if minutes:
                people = context.roster.ranked(minutes)
                text = clash_text(pair, people, max(minutes.values()), duty=duty)
                places = (*(Place("items", i) for i in pair), *(Place("people", p) for p in people))
                severity = Severity.WARNING if duty else Severity.ERROR
                yield Found(text, pair, people, places, severity)


def clash_text(
    pair: tuple[str, str], people: tuple[str, ...], minutes: int, *, duty: bool
) -> Message:
    """The sentence about people in two items at once."""
    return message(
        *(_RESPONSIBLE if duty else _BOTH_REQUIRED),
        people=mention.people(people),
        before=mention.item(pair[0]),
        after=mention.item(pair[1]),
        n=minutes,
    )


T01: Final = Rule(
    code="T01",
    name="double-booked-person",
    title="Double-booked person",
    severity=Severity.ERROR,
    family="timing",
    source="custom",
    scope=Scope.CLASH,
    text=RuleText(
        finds="A person who must be in two items of the programme at the same time. For an "
        "officer who only answers for one of them it is a warning, if the places differ.",
        why="Somebody will be waited for in vain, and in front of the other delegation.",
        example="The working-group session is moved to 11:45 while the heads’ meeting lasts "
        "until 12:05: both heads are wanted in two rooms for 20 minutes.",
        remedy="Move one of the items, name a substitute, or enter that the person comes later "
        "or leaves earlier.",
    ),
    check=_double_booked,
    among=lambda context: context.clashing(),
)


def _wrong_interval(context: Context, owner: str) -> Iterator[Found]:
    item = context.visit.items[owner]
    if item.start is None or item.end is None:
        return
    if span_of(context.visit, item) is None:
        here = zone_of(context.visit, item) == end_zone_of(context.visit, item)
        text = message(
            "“{item}” ends at {end}, not after its start at {start}"
            if here
            else "“{item}” ends at {end} in its zone, not after its start at {start} in another",
            item=mention.item(owner),
            start=mention.clock(item.start),
            end=mention.clock(item.end),
        )
        yield Found(text, (owner,), places=(Place("items", owner, "end"),))
    first, last = _visit_days(context)
    outside = item.start < first or item.end > last
    if outside and item.kind not in WORKING_PAPERS_ONLY:
        text = message(
            "“{item}” ({start}) is outside the days of the visit",
            item=mention.item(owner),
            start=mention.day_and_clock(item.start),
        )
        yield Found(text, (owner,), places=(Place("items", owner, "start"),))
    start_zone, end_zone = zone_of(context.visit, item), end_zone_of(context.visit, item)
    for time, zone in ((item.start, start_zone), (item.end, end_zone)):
        if is_ambiguous(time, zone):
            text = message(
                "“{item}”: clocks show {time} twice that night; the first is taken",
                item=mention.item(owner),
                time=mention.day_and_clock(time),
            )
            place = Place("items", owner, "zone" if time is item.start else "end_zone")
            yield Found(text, (owner,), places=(place,), severity=Severity.WARNING)


def _visit_days(context: Context) -> tuple[LocalTime, LocalTime]:
    about = context.visit.about
    return on(about.starts), on(about.ends + timedelta(days=1))


def _suspect_intervals(context: Context) -> Iterable[str]:
    first, last = (time.minutes for time in _visit_days(context))
    zone = context.visit.about.zone
    for item in context.visit.items.values():
        start, end = item.start, item.end
        if start is None or end is None:
            continue
        if (
            not first <= start.minutes < end.minutes <= last
            or item.zone is not None
            or item.end_zone is not None
            or is_ambiguous(start, zone)
            or is_ambiguous(end, zone)
        ):
            yield item.id


T02: Final = Rule(
    code="T02",
    name="wrong-interval",
    title="Wrong interval",
    severity=Severity.ERROR,
    family="timing",
    source="RFC 5545 section 3.8.2.2 (the end is later than the start); the days of the "
    "visit: custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="An item that does not end after it starts, or lies outside the days of the visit; "
        "as a warning, a time that clocks show twice when they are put back.",
        why="Nobody can follow such a line, and calendars on phones refuse or misplace it.",
        example="Talks from 12:10 to 11:30; an item on 24 December when the visit ends on the "
        "23rd.",
        remedy="Correct the start or the end, or the days of the visit.",
    ),
    check=_wrong_interval,
    among=_suspect_intervals,
)


def _steps_differ(context: Context, owner: str) -> Iterator[Found]:
    item = context.visit.items[owner]
    span = span_of(context.visit, item)
    total = sum(step.minutes for step in item.steps if step.offset >= 0)
    if span is None or total == 0:
        return
    length = span[1] - span[0]
    places = (Place("items", owner, "steps"),)
    if total > length:
        text = message(
            "The steps of “{item}” take {n} minute, it lasts {length} min",
            "The steps of “{item}” take {n} minutes, it lasts {length} min",
            item=mention.item(owner),
            n=total,
            length=length,
        )
        yield Found(text, (owner,), places=places, severity=Severity.ERROR)
    elif total < length:
        text = message(
            "The steps of “{item}” leave {n} minute unused",
            "The steps of “{item}” leave {n} minutes unused",
            item=mention.item(owner),
            n=length - total,
        )
        yield Found(text, (owner,), places=places, stage=Stage.AGREE)


T04: Final = Rule(
    code="T04",
    name="steps-do-not-add-up",
    title="Steps do not add up",
    severity=Severity.WARNING,
    family="timing",
    source="custom",
    scope=Scope.ITEM,
    text=RuleText(
        finds="A ceremony whose steps take longer than the item (an error), or shorter (a "
        "warning once the programme is being agreed). Steps before the start do not count.",
        why="The announcer reads from the steps, the cars stand by the programme: the two must "
        "end together.",
        example="A laying of 20 minutes with steps of 5, 5, 6 and 6 minutes: 22 in all.",
        remedy="Lengthen the item or cut a step.",
    ),
    check=_steps_differ,
    among=lambda context: [i.id for i in context.visit.items.values() if i.steps],
)
