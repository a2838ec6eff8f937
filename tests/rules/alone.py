# SPDX-License-Identifier: MIT
"""One rule at work alone on a small visit, and its fixes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from visitplanner.domain.patch import apply
from visitplanner.domain.record import EMPTY_RECORD, Record, Version, VersionStatus
from visitplanner.rules.findings import Findings
from visitplanner.rules.fixes import fixes_for
from visitplanner.words.message import render

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem

TODAY = date(2025, 12, 1)
AGREED = Record(
    versions=(
        Version(
            number=1,
            status=VersionStatus.AGREED,
            created=datetime(2025, 12, 1, tzinfo=UTC),
            author="a",
        ),
    )
)


def alone(code: str, visit: Visit, record: Record = EMPTY_RECORD) -> list[Problem]:
    """What one rule finds."""
    return list(Findings.full(visit, record, TODAY, codes={code}).problems)


def told(code: str, visit: Visit) -> list[str]:
    """What one rule finds, as English sentences with the severity's first letter."""
    return [
        f"{p.severity.value[0].upper()} {render(p.message, visit, 'en')}"
        for p in alone(code, visit)
    ]


def ways_out(code: str, visit: Visit, record: Record = EMPTY_RECORD) -> list[str]:
    """The fixes of the first finding of a rule: confidence and title."""
    problem = alone(code, visit, record)[0]
    return [
        f"{fix.confidence.value}: {render(fix.title, visit, 'en')}"
        for fix in fixes_for(problem, visit, record, TODAY)
    ]


def mended(code: str, visit: Visit, which: int = 0, record: Record = EMPTY_RECORD) -> Visit:
    """The visit after one fix of the first finding of a rule."""
    problem = alone(code, visit, record)[0]
    fix = fixes_for(problem, visit, record, TODAY)[which]
    return apply(visit, fix.edit(visit))
