# SPDX-License-Identifier: MIT
"""The way of a version: frozen, agreed, approved, superseded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import example
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.record import EMPTY_RECORD, Publication, Record, VersionStatus
from visitplanner.domain.text import Text
from visitplanner.domain.versions import (
    SETTLING,
    Freezing,
    approved,
    frozen,
    newest,
    settled,
    standing,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

NOON = datetime(2025, 12, 18, 12, tzinfo=UTC)
ABOUT = replace(
    example().about,
    approved_by_post=Text(ru="Губернатор"),
    approved_by_name=Text(ru="В. Н. Анохин"),
)
DRAFT, BEING_AGREED, AGREED, APPROVED = SETTLING


def said(status: VersionStatus, hours: int = 0, on: date | None = None) -> Freezing:
    now = NOON + timedelta(hours=hours)
    return Freezing(status=status, author="Иванова", now=now, note=" к поездке ", approved_on=on)


def having(*statuses: VersionStatus) -> Record:
    record = EMPTY_RECORD
    for number, status in enumerate(statuses):
        record = frozen(record, number * 10, ABOUT, said(status, number))
    return record


def statuses(record: Record) -> list[VersionStatus]:
    return [version.status for version in record.versions]


def test_first_version_says_who_when_and_of_which_state() -> None:
    (version,) = frozen(EMPTY_RECORD, 7, ABOUT, said(DRAFT)).versions
    assert (version.number, version.status, version.edit) == (1, DRAFT, 7)
    assert (version.author, version.note, version.created) == ("Иванова", "к поездке", NOON)
    assert version.settled is None
    assert version.approved_on is None
    assert version.approved_name == Text()


def test_approval_keeps_what_stood_in_the_block() -> None:
    record = settled(having(DRAFT), 1, ABOUT, said(APPROVED, 5, date(2025, 12, 19)))
    (version,) = record.versions
    assert version.approved_post.ru == "Губернатор"
    assert version.approved_name.ru == "В. Н. Анохин"
    assert version.approved_on == date(2025, 12, 19)
    assert version.settled == NOON + timedelta(hours=5)
    assert (version.note, version.created) == ("к поездке", NOON)


def test_approval_supersedes_the_one_before_and_no_draft() -> None:
    record = having(DRAFT, APPROVED, AGREED)
    record = settled(record, 3, ABOUT, said(APPROVED, 9))
    assert statuses(record) == [DRAFT, VersionStatus.SUPERSEDED, APPROVED]
    assert record.versions[1].settled == NOON + timedelta(hours=9)
    assert record.versions[1].approved_name.ru == "В. Н. Анохин"


def test_what_is_superseded_stays_so() -> None:
    record = having(APPROVED, APPROVED)
    with pytest.raises(EditRefusedError):
        settled(record, 1, ABOUT, said(APPROVED, 9))


def test_earlier_version_cannot_be_approved_over_a_later_one() -> None:
    with pytest.raises(EditRefusedError):
        settled(having(AGREED, APPROVED), 1, ABOUT, said(APPROVED, 9))


def test_approval_taken_back_puts_the_one_before_in_force() -> None:
    record = settled(having(APPROVED, APPROVED), 2, ABOUT, said(AGREED, 9))
    assert statuses(record) == [APPROVED, AGREED]
    assert record.versions[1].approved_on is None
    assert record.versions[1].approved_name == Text()


def test_approval_that_somebody_holds_is_not_taken_back() -> None:
    record = having(APPROVED)
    given_out = Publication(
        edition="official", version=1, reader="anna", at=NOON + timedelta(hours=1)
    )
    with pytest.raises(EditRefusedError):
        settled(replace(record, publications=(given_out,)), 1, ABOUT, said(AGREED, 9))


def test_approval_of_what_was_given_out_as_a_draft_may_be_taken_back() -> None:
    given_out = Publication(edition="official", version=1, reader="anna", at=NOON)
    record = replace(having(DRAFT), publications=(given_out,))
    record = settled(record, 1, ABOUT, said(APPROVED, 5))
    assert statuses(settled(record, 1, ABOUT, said(AGREED, 6))) == [AGREED]


def test_date_of_an_approval_can_be_set_right() -> None:
    record = settled(having(APPROVED, DRAFT), 1, ABOUT, said(APPROVED, 9, date(2025, 12, 17)))
    first, second = record.versions
    assert first == replace(having(APPROVED).versions[0], approved_on=date(2025, 12, 17))
    assert second.status is DRAFT


def test_same_status_again_is_nothing() -> None:
    record = having(AGREED)
    assert settled(record, 1, ABOUT, said(AGREED, 3)) is record


def test_version_that_is_not_there_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        settled(having(DRAFT), 2, ABOUT, said(AGREED))


@pytest.mark.parametrize("unchanged", [True, False])
def test_without_versions_the_plan_is_the_first_draft(*, unchanged: bool) -> None:
    found = standing(EMPTY_RECORD, unchanged=unchanged)
    assert (found.number, found.status, found.version) == (1, DRAFT, None)


def test_plan_stands_on_its_newest_version_until_it_changes() -> None:
    record = having(DRAFT, APPROVED)
    same, other = standing(record, unchanged=True), standing(record, unchanged=False)
    assert (same.number, same.approved, same.version) == (2, True, record.versions[1])
    assert (other.number, other.status, other.version) == (3, DRAFT, None)
    assert other.after is record.versions[1]


STEPS = st.lists(st.tuples(st.sampled_from(SETTLING), st.integers(0, 4)), min_size=1, max_size=12)


@given(STEPS)
def test_at_most_one_version_is_in_force(steps: Iterable[tuple[VersionStatus, int]]) -> None:
    record = EMPTY_RECORD
    for hours, (status, number) in enumerate(steps):
        before = record
        try:
            record = (
                settled(record, number, ABOUT, said(status, hours))
                if number
                else frozen(record, hours, ABOUT, said(status, hours))
            )
        except EditRefusedError:
            continue
        assert statuses(record).count(APPROVED) <= 1
        assert [v.number for v in record.versions] == list(range(1, len(record.versions) + 1))
        assert [v.edit for v in record.versions][: len(before.versions)] == [
            v.edit for v in before.versions
        ]
        force = approved(record)
        if force is not None:
            assert force.approved_on is not None
            later = [v.status for v in record.versions if v.number > force.number]
            assert VersionStatus.SUPERSEDED not in later
        last = newest(record)
        assert last is not None
        assert version_of(record, last.number) is last
