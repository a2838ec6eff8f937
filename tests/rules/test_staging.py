# SPDX-License-Identifier: MIT
"""Which stages a plan has reached: by its versions and where it stands, else by working days."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.factory import small_visit
from visitplanner.domain.record import Record, Version, VersionStatus
from visitplanner.rules.rule import Stage
from visitplanner.rules.staging import stages

LONG_BEFORE = date(2025, 11, 3)
MADE = datetime(2025, 11, 1, tzinfo=UTC)
DRAFT, BEING_AGREED, AGREED, APPROVED, SUPERSEDED = VersionStatus


def reached(*statuses: VersionStatus, today: date = LONG_BEFORE) -> set[Stage]:
    versions = tuple(
        Version(number=n, status=status, created=MADE, author="Иванова")
        for n, status in enumerate(statuses, 1)
    )
    return {*stages(small_visit(), Record(versions=versions), today).reached}


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), {Stage.DRAFT}),
        ((DRAFT,), {Stage.DRAFT}),
        ((BEING_AGREED,), {Stage.DRAFT, Stage.AGREE}),
        ((AGREED,), {Stage.DRAFT, Stage.AGREE, Stage.APPROVE}),
        ((APPROVED,), {Stage.DRAFT, Stage.AGREE, Stage.APPROVE}),
        ((SUPERSEDED, APPROVED), {Stage.DRAFT, Stage.AGREE, Stage.APPROVE}),
        ((AGREED, DRAFT), {Stage.DRAFT}),
        ((AGREED, BEING_AGREED), {Stage.DRAFT, Stage.AGREE}),
        ((APPROVED, DRAFT), {Stage.DRAFT, Stage.AGREE, Stage.APPROVE}),
    ],
)
def test_newest_version_and_the_one_in_force_say_what_is_due(
    statuses: tuple[VersionStatus, ...], expected: set[Stage]
) -> None:
    assert reached(*statuses) == expected


def test_dated_stages_come_with_their_day_whatever_the_versions_say() -> None:
    assert Stage.D3 in reached(today=date(2025, 12, 22))
    assert Stage.D1 in reached(DRAFT, today=date(2025, 12, 22))
    assert Stage.D3 not in reached(APPROVED)
