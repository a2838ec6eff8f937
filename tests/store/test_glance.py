# SPDX-License-Identifier: MIT
"""The first day of a large file, ahead of the rest; where that cannot be trusted, nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.crowd import crowded_visit
from tests.opened import read, visit_file
from visitplanner.store.glance import glance

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return visit_file(tmp_path_factory.mktemp("large"), crowded_visit(1_500, 120, 9, seed=5))


@pytest.fixture
def copy(large: Path, tmp_path: Path) -> Path:
    path = tmp_path / "копия.visit"
    path.write_bytes(large.read_bytes())
    return path


def test_it_is_the_visit_with_the_items_of_its_first_day(large: Path) -> None:
    whole = read(large).visit
    first = {
        key: item
        for key, item in whole.items.items()
        if item.start is not None and item.start.date == whole.about.starts
    }

    assert 0 < len(first) < len(whole.items)
    assert glance(large) == replace(whole, items=first)


def test_a_small_file_is_read_at_once(tmp_path: Path) -> None:
    assert glance(visit_file(tmp_path)) is None


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE entities SET json = replace(json, 'item-00001', 'item-99999')",
        "UPDATE entities SET json = 'null' WHERE collection = 'about'",
        "DELETE FROM entities WHERE collection = 'about'",
        "UPDATE meta SET edits = edits + 1",
        "DROP TABLE papers",
    ],
)
def test_damage_is_left_to_the_whole_reading(copy: Path, harm: str) -> None:
    with closing(sqlite3.connect(copy)) as link, link:
        link.execute(harm)

    assert glance(copy) is None


def test_what_is_no_visit_or_absent_is_left_to_the_whole_reading(tmp_path: Path) -> None:
    letter = tmp_path / "письмо.visit"
    letter.write_bytes(b"x" * 4_000_000)

    assert glance(letter) is None
    assert glance(tmp_path / "нет.visit") is None


def test_an_unfinished_commit_is_left_to_the_whole_reading(copy: Path) -> None:
    copy.with_name(f"{copy.name}-journal").write_bytes(b"x" * 1_000)

    assert glance(copy) is None
