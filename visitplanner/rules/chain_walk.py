# SPDX-License-Identifier: MIT
"""Walks along the day of one person: from item to item, and what a changed item may alter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from visitplanner.domain.kinds import Kind
from visitplanner.rules.slots import REQUIRED, Chain, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator


class Step(NamedTuple):
    """A person leaves one item, rides these transfers and comes to the next item."""

    before: Slot
    after: Slot
    transfers: tuple[Slot, ...]


def steps(chain: Chain, *, head: bool) -> Iterator[Step]:
    """The steps of a person a rule may speak of, between items that do not overlap."""
    last: Slot | None = None
    rides: list[Slot] = []
    for slot in chain.slots:
        if slot[3] != REQUIRED:
            continue
        if slot[4] is Kind.TRANSFER:
            rides.append(slot)
            continue
        if last is None or slot[1] >= last[1]:
            if last is not None and slot[0] >= last[1] and is_spoken_of(last, slot, head=head):
                yield Step(last, slot, tuple(rides))
            last = slot
            rides = []


def step_into(chain: Chain, slot: Slot, *, head: bool) -> Step | None:
    """The step that ends with this slot, the same as `steps` gives."""
    here = chain.index(slot)
    found = _last_to_end(chain, here, with_transfers=False)
    if found is None:
        return None
    last = chain.slots[found]
    if slot.start < last.end or not is_spoken_of(last, slot, head=head):
        return None
    between = chain.slots[found + 1 : here]
    rides = tuple(s for s in between if s.transfer and s.tie == REQUIRED)
    return Step(last, slot, rides)


def is_spoken_of(last: Slot, slot: Slot, *, head: bool) -> bool:
    """Whether a rule looks at such a step: to another venue, of a head, about a farewell."""
    return last[5] != slot[5] or head or last[4] is Kind.DEPARTURE or slot[4] is Kind.ARRIVAL


def occupied_before(chain: Chain, slot: Slot) -> Slot | None:
    """The item, transfers counted, that ends last among those that start before this one."""
    found = _last_to_end(chain, chain.index(slot), with_transfers=True)
    return None if found is None else chain.slots[found]


def _last_to_end(chain: Chain, here: int, *, with_transfers: bool) -> int | None:
    slots = chain.slots
    best: int | None = None
    for n in range(here - 1, -1, -1):
        slot = slots[n]
        if best is not None and slot[0] + chain.longest <= slots[best][1]:
            break
        if slot[3] != REQUIRED or (slot[4] is Kind.TRANSFER and not with_transfers):
            continue
        if best is None or slot[1] > slots[best][1]:
            best = n
    return best


def following(chain: Chain, slot: Slot) -> Iterator[Slot]:
    """The slots whose step may come from this one or lead over it."""
    here = chain.index(slot)
    found = _last_to_end(chain, here, with_transfers=True)
    top = slot.end if found is None else max(slot.end, chain.slots[found].end)
    for n in range(here, len(chain.slots)):
        other = chain.slots[n]
        if other[3] == REQUIRED:
            yield other
            if other[1] >= top and other[0] >= slot[1] and other[4] is not Kind.TRANSFER:
                return
