# SPDX-License-Identifier: MIT
"""Two things at once: pairs of items that want the same person at the same minute."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from visitplanner.domain.period import overlap
from visitplanner.rules.slots import DUTY, OPTIONAL, Slot, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.rules.schedule import Schedule


class Clash(NamedTuple):
    """Two items at one time and the shared minutes of each person wanted in both.

    A person is in `duties` when he only answers for one of the two.
    """

    before: str
    after: str
    people: Mapping[str, int]
    duties: Mapping[str, int]


_Pairs = dict[tuple[str, str], tuple[dict[str, int], dict[str, int]]]


def clashes(schedule: Schedule) -> Iterable[Clash]:
    """All clashes of a visit, by one sweep over the day of each person."""
    pairs: _Pairs = {}
    for person, chain in schedule.people.items():
        latest, first = -1 << 62, 0
        slots = chain.slots
        for n, slot in enumerate(slots):
            start, end = slot[0], slot[1]
            if start >= latest:
                first, latest = n, end
                continue
            for other in slots[first:n]:
                if other[1] > start:
                    _note(schedule, pairs, person, other, slot)
            latest = max(latest, end)
    return _gathered(pairs)


def clashes_of(schedule: Schedule, item_id: str) -> Iterable[Clash]:
    """The clashes in which this item is the later of the two."""
    pairs: _Pairs = {}
    for person, slot in schedule.people_of(item_id).items():
        for other in schedule.person(person).overlapping(slot.start, slot.end):
            if other.item != item_id:
                _note(schedule, pairs, person, other, slot)
    return [clash for clash in _gathered(pairs) if clash.after == item_id]


def _note(schedule: Schedule, pairs: _Pairs, person: str, one: Slot, two: Slot) -> None:
    duty = is_duty(schedule, one, two)
    if duty is None:
        return
    minutes = overlap(one.start, one.end, two.start, two.end)
    key = in_order(schedule, one.item, two.item)
    pairs.setdefault(key, ({}, {}))[duty][person] = minutes


def is_duty(schedule: Schedule, one: Slot, two: Slot) -> bool | None:
    """Whether a person only answers for one of two items at once; None if it is no clash.

    Optional participation clashes with nothing; one officer can answer for two items at once if
    they share a venue, or a venue is not known.
    """
    if OPTIONAL in (one.tie, two.tie):
        return None
    if DUTY not in (one.tie, two.tie):
        return False
    here, there = _venues(schedule, one), _venues(schedule, two)
    return None if not here or not there or here & there else True


def _venues(schedule: Schedule, slot: Slot) -> set[str]:
    item = schedule.visit.items[slot.item]
    return {venue for venue in (item.venue, item.destination) if venue is not None}


def in_order(schedule: Schedule, one: str, two: str) -> tuple[str, str]:
    """Two items by start, end and id."""

    def place(item_id: str) -> tuple[int, int, str]:
        start, end = span_of(schedule.visit, schedule.visit.items[item_id]) or (0, 0)
        return start, end, item_id

    return (one, two) if place(one) <= place(two) else (two, one)


def _gathered(pairs: _Pairs) -> Iterable[Clash]:
    return [Clash(*key, people, duties) for key, (people, duties) in pairs.items()]
