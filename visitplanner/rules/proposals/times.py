# SPDX-License-Identifier: MIT
"""Edits proposed where times do not fit."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import create_item, put, resize_item
from visitplanner.domain.kinds import KIND_FACTS, Kind
from visitplanner.domain.period import from_instant, on
from visitplanner.domain.programme import Participation, ProgrammeItem
from visitplanner.domain.record import fresh_item_id
from visitplanner.domain.text import Text, message
from visitplanner.domain.visit import end_zone_of, zone_of
from visitplanner.rules import mention
from visitplanner.rules.agenda import agenda_minutes
from visitplanner.rules.ceremonies import LIGHT_RESERVE
from visitplanner.rules.daylight import daylight
from visitplanner.rules.proposals.proposal import Proposal, items_of, lasting, moved, on_grid
from visitplanner.rules.rule import Severity
from visitplanner.rules.slots import span_of
from visitplanner.rules.travel import way_between
from visitplanner.rules.ways import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.context import Context
    from visitplanner.rules.rule import Problem


def apart(context: Context, problem: Problem) -> Iterator[Proposal]:
    """Two items at once: the later one after, the earlier one shorter, people for a part only."""
    before, after = items_of(context, problem)
    if problem.severity is not Severity.ERROR:
        yield from _deputy(after)
        return
    end = _end_at(context, before, after)
    if end is not None:
        pause = _pause(context, problem, before, after)
        yield from moved(context, after, on_grid(end.plus(pause)))
    if before.start is None or after.start is None or before.start >= after.start:
        return
    room = after.start.minutes - before.start.minutes
    shortest = before.shorten_to or KIND_FACTS[before.kind].shortest
    if room >= shortest and not before.fixed and before.zone == before.end_zone == after.zone:
        title = message(
            "End “{item}” at {time}",
            item=mention.item(before.id),
            time=mention.clock(after.start),
        )
        edit = partial(resize_item, item_id=before.id, start=before.start, end=after.start)
        yield Proposal(title, edit, sure=False)
    if problem.people:
        yield _leaving(before, problem.people, after.start)


def _end_at(context: Context, before: ProgrammeItem, after: ProgrammeItem) -> LocalTime | None:
    """When the first ends, by the clocks of the place of the second."""
    span = span_of(context.visit, before)
    return from_instant(span[1], zone_of(context.visit, after)) if span is not None else None


def _pause(context: Context, problem: Problem, before: ProgrammeItem, after: ProgrammeItem) -> int:
    """Minutes people need from one item to the next: the way, or the buffer between rooms."""
    policy = context.visit.policy
    if before.venue is None or after.venue is None:
        return 0
    if before.venue == after.venue:
        block = context.schedule.block_of(before)
        return 0 if before.room == after.room or after.id in block else policy.buffer_minutes
    ways = []
    for person in problem.people:
        slot = context.schedule.people_of(before.id).get(person)
        way = slot and way_between(context, person, slot, after.venue, ())
        ways.append(whole_minutes(way.whole) if way else 0)
    return max(ways, default=0)


def _deputy(item: ProgrammeItem) -> Iterator[Proposal]:
    if item.deputy is not None and item.deputy != item.responsible:
        title = message(
            "Let {people} answer for “{item}”",
            people=mention.people((item.deputy,)),
            item=mention.item(item.id),
        )
        yield Proposal(title, partial(_made_responsible, item_id=item.id), sure=False)


def _made_responsible(visit: Visit, item_id: str) -> Patch:
    item = visit.items[item_id]
    name = message("Change “{item}”", item=mention.item(item_id))
    changed = replace(item, responsible=item.deputy, deputy=item.responsible)
    return put(visit, name, "items", changed)


def _leaving(item: ProgrammeItem, people: tuple[str, ...], until: LocalTime) -> Proposal:
    title = message(
        "{people}: leave “{item}” at {time}",
        people=mention.people(people),
        item=mention.item(item.id),
        time=mention.clock(until),
    )
    return Proposal(
        title, partial(_let_go, item_id=item.id, people=people, until=until), sure=False
    )


def _let_go(visit: Visit, item_id: str, people: tuple[str, ...], until: LocalTime) -> Patch:
    item = visit.items[item_id]
    own = {p.who: p for p in item.participants if p.who in people}
    leaving = tuple(
        replace(own.get(person) or Participation(who=person), until=until) for person in people
    )
    kept = tuple(p for p in item.participants if p.who not in people)
    name = message("Change participants of “{item}”", item=mention.item(item_id))
    return put(visit, name, "items", replace(item, participants=(*kept, *leaving)))


def interval(context: Context, problem: Problem) -> Iterator[Proposal]:
    """A wrong interval: start and end swapped, the usual length, or the nearest day."""
    (item,) = items_of(context, problem)
    if item.start is None or item.end is None or problem.severity is not Severity.ERROR:
        return
    if problem.places[0].field == "end":
        if item.end < item.start and zone_of(context.visit, item) == end_zone_of(
            context.visit, item
        ):
            title = message(
                "From {start} to {end}",
                start=mention.clock(item.end),
                end=mention.clock(item.start),
            )
            edit = partial(resize_item, item_id=item.id, start=item.end, end=item.start)
            yield Proposal(title, edit, sure=False)
        for proposal in lasting(item, KIND_FACTS[item.kind].usual):
            yield replace(proposal, sure=False)
        return
    about = context.visit.about
    day = min(max(item.start.date, about.starts), about.ends)
    start = on(day, item.start.minute_of_day)
    if item.end.plus(start.minutes - item.start.minutes) > on(about.ends + timedelta(days=1)):
        start = on(about.ends + timedelta(days=1), -item.minutes)
    for proposal in moved(context, item, start):
        title = message("Move to {time}", time=mention.day_and_clock(start))
        yield Proposal(title, proposal.edit, sure=False)


def fit_steps(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The item as long as its steps."""
    (item,) = items_of(context, problem)
    yield from lasting(item, sum(step.minutes for step in item.steps if step.offset >= 0))


def fit_agenda(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The session as long as its agenda, to the next five minutes."""
    (item,) = items_of(context, problem)
    agenda = context.visit.agendas[problem.places[0].id]
    if item.start is not None:
        end = on_grid(item.start.plus(agenda_minutes(agenda)))
        yield from lasting(item, end.minutes - item.start.minutes)


def free_time(context: Context, problem: Problem) -> Iterator[Proposal]:
    """Free time in an idle gap."""
    before, after = items_of(context, problem)
    if before.end is None or after.start is None or before.end_zone != after.zone:
        return
    free = ProgrammeItem(
        id=fresh_item_id("free", context.visit, context.record),
        kind=Kind.FREE,
        title=Text(ru="Свободное время", be="Вольны час", en="Free time"),
        start=before.end,
        end=after.start,
        zone=after.zone,
        venue=before.destination or before.venue,
        participants=tuple(Participation(who=person) for person in problem.people),
    )
    title = message("Add free time")
    yield Proposal(title, partial(create_item, item=free), sure=False)


def later(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The second item later by the minutes that are short, to the next five minutes."""
    after = items_of(context, problem)[1]
    short = problem.message.args.get("minutes", problem.message.args.get("n"))
    if after.start is not None and isinstance(short, int):
        yield from moved(context, after, on_grid(after.start.plus(short)))


def in_order(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The second item when the first has ended."""
    before, after = items_of(context, problem)
    end = _end_at(context, before, after)
    if end is not None and not problem.people:
        yield from moved(context, after, on_grid(end))


def into_daylight(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The ceremony after sunrise, or so that it ends before it gets dark."""
    (item,) = items_of(context, problem)
    venue = context.visit.venues.get(item.venue or "")
    if item.start is None or venue is None or venue.latitude is None or venue.longitude is None:
        return
    zone = zone_of(context.visit, item)
    light = daylight(venue.latitude, venue.longitude, item.start.date, zone)
    if light is None:
        return
    earliest = on_grid(from_instant(light[0], zone))
    latest = from_instant(light[1] - LIGHT_RESERVE, zone).plus(-item.minutes)
    start = earliest if item.start < earliest else latest.plus(-(latest.minutes % 5))
    for proposal in moved(context, item, start):
        yield replace(proposal, sure=False)
