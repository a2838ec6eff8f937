# SPDX-License-Identifier: MIT
"""What stands in the way of an approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.record import Record, Version, VersionStatus
from visitplanner.domain.versions import newest
from visitplanner.rules.findings import Findings
from visitplanner.rules.rule import Severity

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem


def hindrances(visit: Visit, record: Record, today: date) -> tuple[Problem, ...]:
    """The errors of a visit up for approval that nobody has waived."""
    found = Findings.full(visit, _up_for_approval(record), today)
    return tuple(
        p for p in found.problems if p.severity is Severity.ERROR and p.due and p.waiver is None
    )


def _up_for_approval(record: Record) -> Record:
    """The record as if this very state had been agreed: what counts at approval counts."""
    from datetime import UTC, datetime

    from msgspec.structs import replace

    last = newest(record)
    agreed = Version(
        number=last.number + 1 if last else 1,
        status=VersionStatus.AGREED,
        created=datetime(1900, 1, 1, tzinfo=UTC),
        author="",
    )
    return replace(record, versions=(*record.versions, agreed))
