# SPDX-License-Identifier: MIT
"""Numbers of lines that a record names mean the same in every file it comes to."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import clock
from tests.opened import MADE_AT, day_of_five, read, session_on
from visitplanner.domain import codec, edits
from visitplanner.domain.record import Informing, Publication, Record, Version, first_record
from visitplanner.store import create_visit, open_visit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def naming(versions: list[int], publications: list[int], informed: list[int]) -> Record:
    """A record that names lines of a log."""
    return replace(
        first_record(day_of_five(), MADE_AT),
        versions=tuple(
            Version(number=n, created=MADE_AT, author="Иванова", edit=edit)
            for n, edit in enumerate(versions, 1)
        ),
        publications=tuple(
            Publication(edition="official", version=1, reader="Гости", at=MADE_AT, edit=edit)
            for edit in publications
        ),
        informed=tuple(Informing(reader="Гости", edit=edit, at=MADE_AT) for edit in informed),
    )


LINES = st.lists(st.integers(0, 10**6), max_size=3)


@given(LINES, LINES, LINES)
def test_log_of_a_new_file_begins_after_what_its_record_names(
    tmp_path_factory: pytest.TempPathFactory,
    versions: list[int],
    publications: list[int],
    informed: list[int],
) -> None:
    path = tmp_path_factory.mktemp("new") / "a.visit"
    record = naming(versions, publications, informed)
    create_visit(path, day_of_five(), record)
    most = max((*versions, *publications, *informed), default=-1) + 1
    stored = read(path)
    assert (stored.begins, stored.last, stored.entries) == (most, most, ())
    assert stored.record == record
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        session.undo()
    after = read(path)
    assert (after.begins, [entry.number for entry in after.entries]) == (most, [most + 1, most + 2])
    assert after.visit == day_of_five()


def test_log_begins_where_a_dump_says_that_its_state_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.visit"
    create_visit(path, day_of_five(), replace(naming([3], [3], []), edit=3))
    assert read(path).begins == 3
    create_visit(tmp_path / "b.visit", day_of_five(), replace(naming([], [], []), edit=9))
    assert read(tmp_path / "b.visit").begins == 9


def test_log_does_not_begin_before_what_is_named_whatever_a_dump_says(tmp_path: Path) -> None:
    path = tmp_path / "a.visit"
    create_visit(path, day_of_five(), replace(naming([3], [5], []), edit=3))
    assert read(path).begins == 6


def test_who_was_told_is_kept_and_proven_with_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.visit"
    create_visit(path, day_of_five(), naming([], [3], [2]))
    with open_visit(path) as store:
        told = store.read().record
        more = replace(
            told, informed=(*told.informed, Informing(reader="Пресса", edit=3, at=MADE_AT))
        )
        store.write_record(more)
    assert read(path).record == more
    assert codec.load(codec.dump(day_of_five(), more)) == (day_of_five(), more)
