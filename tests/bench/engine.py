# SPDX-License-Identifier: MIT
"""Rules and edits on large plans."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime
from functools import partial
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING

from tests.bench.measure import Row, Work, compared
from tests.crowd import crowded_visit
from visitplanner.domain import edits
from visitplanner.domain.patch import Patch, apply
from visitplanner.domain.period import instant
from visitplanner.domain.record import Record, first_record
from visitplanner.domain.references import check_patch
from visitplanner.domain.visit import Visit, end_zone_of, members_of, zone_of
from visitplanner.rules.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2025, 12, 1)
OVERLAP = frozenset({"T01"})
LIVE = frozenset(
    [
        "T01",
        "T02",
        "T04",
        "T08",
        "P01",
        "V01",
        "V02",
        "R01",
        "C01",
        "C03",
        "A02",
        "A03",
        "D02",
        "D03",
        "H01",
        "K04",
    ]
)


def large(items: int) -> tuple[Visit, Record]:
    """A crowded visit of so many items with about nine people each, and its record."""
    visit = crowded_visit(
        items=items, people=max(60, items // 10), days=max(3, items // 60), seed=7
    )
    return visit, first_record(visit, datetime(2025, 11, 1, tzinfo=UTC))


def sweep(visit: Visit) -> int:
    """The yardstick: group by person, sort, sweep; how many pairs overlap."""
    held: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for item in visit.items.values():
        if item.start is None or item.end is None:
            continue
        span = (
            instant(item.start, zone_of(visit, item)),
            instant(item.end, end_zone_of(visit, item)),
            item.id,
        )
        for participation in item.participants:
            for person in members_of(visit, participation.who):
                held[person].append(span)
    clashes = 0
    for spans in held.values():
        spans.sort()
        latest = -1
        for start, end, _ in spans:
            clashes += start < latest
            latest = max(latest, end)
    return clashes


def _moves(visit: Visit) -> Iterator[tuple[str, Visit, Patch]]:
    """For ever again: twenty items, each with the plan after it has moved by five minutes."""
    chosen = Random(1).sample(sorted(visit.items), 20)
    patches = [edits.shift_items(visit, (item_id,), 5) for item_id in chosen]
    plans = [apply(visit, patch) for patch in patches]
    return cycle(zip(chosen, plans, patches, strict=True))


def _rechecked(visit: Visit, record: Record, findings: Findings) -> Work:
    moves = _moves(visit)

    def recheck() -> object:
        _, after, patch = next(moves)
        return findings.after(after, patch, record).problems

    return recheck


def _edited(visit: Visit, record: Record, findings: Findings) -> Work:
    moves = _moves(visit)

    def edit() -> None:
        item_id, _, _ = next(moves)
        patch = edits.shift_items(visit, (item_id,), 5)
        after = apply(visit, patch)
        check_patch(after, patch)
        findings.after(after, patch, record)

    return edit


def rows() -> Iterator[Row]:
    """Full check, all live rules, one move, one edit."""
    visit, record = large(10_000)
    overlap_only = partial(Findings.full, visit, record, TODAY, codes=OVERLAP)
    yield compared(
        "full check, 10,000 items x 9 people, overlap rule / sweep",
        1.2,
        overlap_only,
        partial(sweep, visit),
        runs=5,
    )
    yield compared(
        "all live rules / the overlap rule alone, 10,000 items",
        6.0,
        partial(Findings.full, visit, record, TODAY, codes=LIVE),
        overlap_only,
        runs=5,
    )
    few, few_record = large(100)
    findings = Findings.full(visit, record, TODAY)
    few_findings = Findings.full(few, few_record, TODAY)
    yield compared(
        "re-check after one move, 10,000 items / 100 items",
        1.5,
        _rechecked(visit, record, findings),
        _rechecked(few, few_record, few_findings),
        times=20,
    )
    for items in (200, 2_000, 10_000):
        if items < len(visit.items):
            other, other_record = large(items)
            edited = _edited(other, other_record, Findings.full(other, other_record, TODAY))
        else:
            edited = _edited(visit, record, findings)
        yield compared(
            f"edit without commit, {items:,} items / 100 items",
            3.0,
            edited,
            _edited(few, few_record, few_findings),
            times=20,
        )
