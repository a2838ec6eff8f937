# SPDX-License-Identifier: MIT
"""What a rule looks at: the visit, its schedule, and look-ups made once for a run."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem
from visitplanner.domain.record import EMPTY_RECORD
from visitplanner.rules.chain_walk import Step, step_into, steps
from visitplanner.rules.overlaps import Clash, clashes, clashes_of
from visitplanner.rules.slots import REQUIRED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.record import Record
    from visitplanner.domain.roster import Roster
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.schedule import Schedule
    from visitplanner.rules.ways import Ways


class Passage(NamedTuple):
    """Everybody who goes from one item to the next, each with his step."""

    before: str
    after: str
    steps: Mapping[str, Step]


class Context:
    """One visit under check; `whole` when every item will be asked about."""

    def __init__(
        self,
        schedule: Schedule,
        today: date,
        record: Record = EMPTY_RECORD,
        *,
        whole: bool = False,
        past: Mapping[int, Visit] | None = None,
    ) -> None:
        self.schedule: Final = schedule
        self.visit: Final[Visit] = schedule.visit
        self.roster: Final[Roster] = schedule.roster
        self.today: Final = today
        self.record: Final = record
        self.past: Final[Mapping[int, Visit]] = past or {}
        self._whole: Final = whole
        self._passages: Final[dict[str, tuple[Passage, ...]]] = {}
        self._attendance: Final[dict[str, Mapping[str, Participation]]] = {}
        self._clashes: Final[dict[str, tuple[Clash, ...]]] = {}

    @property
    def ways(self) -> Ways:
        """The travel times of the visit."""
        return self.schedule.ways

    def live_item(self, item_id: str) -> ProgrammeItem | None:
        """The item if it takes place."""
        item = self.visit.items.get(item_id)
        return None if item is None or item.status is ItemStatus.CANCELLED else item

    def is_outdoor(self, item: ProgrammeItem) -> bool:
        """Whether an item takes place outdoors: as it says itself, else as its venue is."""
        if item.outdoor is not None:
            return item.outdoor
        venue = self.visit.venues.get(item.venue or "")
        return venue is not None and venue.outdoor

    def attendance(self, item: ProgrammeItem) -> Mapping[str, Participation]:
        """Everybody in an item with the entry that counts for him."""
        known = self._attendance.get(item.id)
        if known is None:
            known = self._attendance[item.id] = self.roster.attendance(item)
        return known

    def headcount(self, item: ProgrammeItem) -> int:
        """How many people an item brings together, unnamed members of groups counted."""
        unnamed = 0
        for entry in item.participants:
            group = None if entry.excluded else self.visit.groups.get(entry.who)
            if group is not None:
                unnamed += max(0, group.headcount - len(group.members))
        return len(self.attendance(item)) + unnamed

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[str, ...]]:
        """The ids of the items of each kind."""
        found: dict[Kind, list[str]] = {}
        for item in self.visit.items.values():
            found.setdefault(item.kind, []).append(item.id)
        return {kind: tuple(ids) for kind, ids in found.items()}

    def clashes(self, item_id: str) -> Iterable[Clash]:
        """People in this item and in one that starts no later, at the same time."""
        if self._whole:
            return self._all_clashes.get(item_id, ())
        known = self._clashes.get(item_id)
        if known is None:
            known = self._clashes[item_id] = tuple(clashes_of(self.schedule, item_id))
        return known

    def clashing(self) -> Iterable[str]:
        """In a whole run: the items that clash with one before."""
        return self._all_clashes

    def passed_to(self) -> Iterable[str]:
        """In a whole run: the items with passages."""
        return self._all_passages

    @cached_property
    def _all_clashes(self) -> Mapping[str, list[Clash]]:
        found: dict[str, list[Clash]] = {}
        for clash in clashes(self.schedule):
            found.setdefault(clash.after, []).append(clash)
        return found

    def passages(self, item_id: str) -> Iterable[Passage]:
        """How people come to this item, by the item they come from."""
        if self._whole:
            return self._all_passages.get(item_id, ())
        known = self._passages.get(item_id)
        if known is None:
            known = self._passages[item_id] = self._passages_into(item_id)
        return known

    def _passages_into(self, item_id: str) -> tuple[Passage, ...]:
        found: dict[str, dict[str, Step]] = {}
        heads = self.roster.heads
        for person, slot in self.schedule.people_of(item_id).items():
            if slot.tie != REQUIRED or slot.transfer:
                continue
            step = step_into(self.schedule.person(person), slot, head=person in heads)
            if step is not None:
                found.setdefault(step.before.item, {})[person] = step
        return tuple(Passage(before, item_id, people) for before, people in found.items())

    @cached_property
    def _all_passages(self) -> Mapping[str, list[Passage]]:
        pairs: dict[tuple[str, str], dict[str, Step]] = {}
        heads = self.roster.heads
        for person, chain in self.schedule.people.items():
            for step in steps(chain, head=person in heads):
                pairs.setdefault((step.before.item, step.after.item), {})[person] = step
        found: dict[str, list[Passage]] = {}
        for (before, after), people in pairs.items():
            found.setdefault(after, []).append(Passage(before, after, people))
        return found
