# SPDX-License-Identifier: MIT
"""What prints say of the version they are made from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.editions.test_view import plain
from tests.factory import item, small_visit
from visitplanner.domain.record import Record, Version, VersionStatus, first_record
from visitplanner.domain.text import Language, Text, Visibility
from visitplanner.editions.view import programme_view
from visitplanner.exports.ical import write_ical
from visitplanner.exports.pdf.programme import write_pdf

if TYPE_CHECKING:
    from visitplanner.editions.values import ProgrammeView

MADE = datetime(2025, 12, 18, 9, 15, tzinfo=UTC)
VISIT = small_visit(item("talks", "10:00", "11:00", "anna", "vera"))
VISIT = replace(VISIT, about=replace(VISIT.about, approved_by_name=Text(ru="И. И. Новый")))


def version(number: int, status: VersionStatus, edit: int) -> Version:
    approved = status in {VersionStatus.APPROVED, VersionStatus.SUPERSEDED}
    return Version(
        number=number,
        status=status,
        created=MADE + timedelta(days=number),
        author="Иванова",
        edit=edit,
        approved_post=Text(ru="Губернатор") if approved else Text(),
        approved_name=Text(ru="В. Н. Анохин") if approved else Text(),
        approved_on=date(2025, 12, 20) if approved else None,
    )


def shown(*versions: Version, edit: int | None = None, language: Language = "ru") -> ProgrammeView:
    record = replace(first_record(VISIT, MADE), versions=versions, edit=edit)
    return programme_view(VISIT, record, audience=Visibility.INTERNAL, language=language)


@pytest.mark.parametrize(
    ("status", "stamp"),
    [
        (VersionStatus.DRAFT, "Редакция 2 от 20.12, проект"),
        (VersionStatus.BEING_AGREED, "Редакция 2 от 20.12, на согласовании"),
        (VersionStatus.AGREED, "Редакция 2 от 20.12, согласована"),
        (VersionStatus.APPROVED, "Редакция 2 от 20.12, утверждена"),
    ],
)
def test_stamp_names_the_version_the_plan_is(status: VersionStatus, stamp: str) -> None:
    view = shown(version(1, VersionStatus.SUPERSEDED, 3), version(2, status, 7), edit=7)
    assert plain(view.stamp) == stamp
    assert view.approved == (status is VersionStatus.APPROVED)


@pytest.mark.parametrize("edit", [8, 3, None])
def test_stamp_names_the_draft_that_follows_the_newest_version(edit: int | None) -> None:
    versions = version(1, VersionStatus.SUPERSEDED, 3), version(2, VersionStatus.APPROVED, 7)
    view = shown(*versions, edit=edit)
    assert plain(view.stamp) == "Проект редакции 3, по состоянию на 20.12.2025 12.15"
    assert not view.approved


def test_stamp_in_the_other_languages() -> None:
    versions = (version(2, VersionStatus.APPROVED, 7),)
    assert plain(shown(*versions, edit=7, language="en").stamp) == ("Version 2 of 20/12, approved")
    assert plain(shown(*versions, edit=8, language="be").stamp).startswith("Праект рэдакцыі 3, ")


def test_plan_without_versions_is_a_draft_without_a_number() -> None:
    assert plain(shown().stamp) == "Проект, по состоянию на 18.12.2025 12.15"


def test_block_of_an_approved_version_says_what_was_approved_then() -> None:
    block = shown(version(1, VersionStatus.APPROVED, 4), edit=4).approval
    assert block is not None
    assert (block.post, plain(block.name)) == ("Губернатор", "В. Н. Анохин")
    assert block.on == date(2025, 12, 20)


def test_block_of_a_draft_says_who_is_to_approve_and_leaves_the_day_open() -> None:
    block = shown(version(1, VersionStatus.APPROVED, 4), edit=5).approval
    assert block is not None
    assert plain(block.name) == "И. И. Новый"
    assert block.on is None


def test_print_of_an_approved_version_is_marked_no_draft_and_bears_the_day() -> None:
    from tests.exports.pdf.paper import text_of

    approved = text_of(write_pdf(shown(version(1, VersionStatus.APPROVED, 4), edit=4))[0])
    draft = text_of(write_pdf(shown(version(1, VersionStatus.APPROVED, 4), edit=5))[0])
    assert "ПРОЕКТ" not in approved
    assert "20 декабря 2025 года" in plain(approved)
    assert "ПРОЕКТ" in draft
    assert "«___»" in draft


def test_calendar_says_the_version() -> None:
    data = write_ical(shown(version(1, VersionStatus.APPROVED, 4), edit=4)).decode()
    assert "Редакция 1 от 19.12\\, утверждена" in plain(data.replace("\r\n ", ""))


def test_empty_record_is_a_draft() -> None:
    view = programme_view(VISIT, Record(), audience=Visibility.PUBLIC, language="ru")
    assert plain(view.stamp).startswith("Проект, ")
