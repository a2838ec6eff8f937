# SPDX-License-Identifier: MIT
"""Chains of slots, built for a whole visit or rebuilt where a patch touches them.

The build for people is the one loop of the rules that runs for every participation of a visit;
it stays below a plain group, sort and sweep (design.md section 9), so slots are shared by all
people of an item and are dealt out in the order of time, which leaves nothing to sort.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.period import instant
from visitplanner.domain.programme import ItemStatus
from visitplanner.rules.slots import (
    DUTY,
    NO_CHAIN,
    REQUIRED,
    Chain,
    Slot,
    chain_of,
    people_slots,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.roster import Roster
    from visitplanner.domain.visit import Visit

_BEFORE_ALL: Final = Slot(-(1 << 62), -(1 << 62), "")


def people_chains(visit: Visit, roster: Roster) -> dict[str, Chain]:
    """What occupies each person of a visit."""
    lists: dict[str, list[Slot]] = {person: [_BEFORE_ALL] for person in visit.people}
    uneven: set[str] = set()
    items = visit.items
    dealt = _item_slots(visit)
    longest = max((slot[1] - slot[0] for slot in dealt), default=0)
    for slot in dealt:
        item = items[slot[2]]
        if not _dealt_to_all(lists, slot, item):
            _taken_back(lists, slot, item)
            own = people_slots(visit, roster, item)
            for person, own_slot in own.items():
                lists.setdefault(person, [_BEFORE_ALL]).append(own_slot)
            uneven.update(own)
        elif item.responsible is not None:
            duties = lists[item.responsible]
            if duties[-1] is not slot:
                duties.append(slot._replace(tie=DUTY))
    chains: dict[str, Chain] = {}
    for person, slots in lists.items():
        del slots[0]
        if person in uneven:
            slots.sort()
        chains[person] = Chain(slots, longest)
    return chains


def _item_slots(visit: Visit) -> list[Slot]:
    """The slots of all items that take time, in order."""
    slots: list[Slot] = []
    zone_of_visit = visit.about.zone
    cancelled = ItemStatus.CANCELLED
    make = Slot._make
    for item in visit.items.values():
        start, end = item.start, item.end
        if start is None or end is None or item.status is cancelled:
            continue
        zone = item.zone or zone_of_visit
        first = instant(start, zone)
        last = instant(end, item.end_zone or zone)
        if first < last:
            slots.append(make((first, last, item.id, REQUIRED, item.kind, item.venue, "")))
    slots.sort()
    return slots


def _dealt_to_all(lists: Mapping[str, list[Slot]], slot: Slot, item: ProgrammeItem) -> bool:
    """Appends the slot to everybody in the item; False when somebody has terms of his own."""
    try:
        for entry in item.participants:
            slots = lists[entry.who]
            if (
                slots[-1] is slot
                or not entry.required
                or entry.excluded
                or entry.since is not None
                or entry.until is not None
            ):
                return False
            slots.append(slot)
    except KeyError:  # a delegation or a group
        return False
    return True


def _taken_back(lists: Mapping[str, list[Slot]], slot: Slot, item: ProgrammeItem) -> None:
    for entry in item.participants:
        slots = lists.get(entry.who)
        if slots is not None and slots[-1] is slot:
            slots.pop()


def chains_of(found: Iterable[Mapping[str, Slot]]) -> dict[str, Chain]:
    """The chains of slots given thing by thing."""
    lists: dict[str, list[Slot]] = {}
    for slots in found:
        for key, slot in slots.items():
            lists.setdefault(key, []).append(slot)
    return {key: chain_of(slots) for key, slots in lists.items()}


def rechained(
    chains: Mapping[str, Chain],
    gone: Iterable[Mapping[str, Slot]],
    new: Iterable[Mapping[str, Slot]],
) -> dict[str, Chain]:
    """The chains without some slots and with others; chains left alone are shared."""
    changed: dict[str, tuple[list[Slot], list[Slot]]] = {}
    for which, found in enumerate((gone, new)):
        for slots in found:
            for key, slot in slots.items():
                changed.setdefault(key, ([], []))[which].append(slot)
    fresh = dict(chains)
    for key, (less, more) in changed.items():
        if less != more:
            fresh[key] = fresh.get(key, NO_CHAIN).changed(less, more)
    return fresh
