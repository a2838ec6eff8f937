# SPDX-License-Identifier: MIT
"""Damaged files: opened as they were written, or refused in one sentence; never different."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.factory import clock
from tests.opened import day_of_five, dumped, hashes, read, session_on, visit_file
from visitplanner.domain import edits
from visitplanner.domain.record import Publication, Version
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.session.session import Session

PAGE = 8192


def _shift(session: Session, minutes: int) -> None:
    session.edit(lambda v: edits.shift_items(v, v.items, minutes))


def _rename(session: Session, title: str) -> None:
    session.edit(lambda v: edits.set_item_title(v, "talks", "ru", title))


def lived_in(folder: Path) -> Path:
    """A file with a past: edits, undo, removed items, versions and publications."""
    path = visit_file(folder)
    with closing(session_on(path)) as session:
        for turn in range(6):
            _shift(session, 5 + turn)
            _rename(session, "Т" * 200 * turn)
        session.edit(lambda v: edits.remove_item(v, "lunch"))
        session.edit(lambda v: edits.remove_item(v, "laying"))
        session.undo()
        record = session.record
    with closing(open_visit(path)) as store:
        store.read()
        at = record.items["talks"].created
        store.write_record(
            type(record)(
                items=record.items,
                versions=(Version(number=1, created=at, author="Иванова", edit=4),),
                publications=(Publication(edition="official", version=1, reader="Гости", at=at),),
            )
        )
    return path


@cache
def _sound(folder: Path) -> tuple[bytes, bytes]:
    path = lived_in(folder)
    return path.read_bytes(), dumped(read(path))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The bytes of a sound file, and what it holds."""
    return _sound(tmp_path_factory.mktemp("sound"))


def assert_one_sentence(refusal: StoreError, path: Path) -> None:
    assert str(refusal).startswith(str(path))
    assert "\n" not in str(refusal)


def opens_right_or_not_at_all(path: Path, data: bytes, right: bytes) -> bool:
    """Whether the file opens; then it holds what is right and takes an edit without harm."""
    path.write_bytes(data)
    try:
        held = dumped(read(path))
        opened = session_on(path)
    except StoreError as refusal:
        assert_one_sentence(refusal, path)
        assert path.read_bytes() == data
        assert [found.name for found in path.parent.iterdir()] == [path.name]
        return False
    with closing(opened) as session:
        assert held == right
        session.edit(lambda v: edits.set_item_title(v, "talks", "ru", "После" * 300))
        visit = session.visit
    assert read(path).visit == visit
    return True


def test_flipped_bit_never_shows_another_visit(tmp_path: Path, sound: tuple[bytes, bytes]) -> None:
    data, right = sound
    chance = random.Random(2025)
    places = [chance.randrange(len(data)) for _ in range(150)]
    refused = 0
    for place in places:
        flipped = bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        refused += not opens_right_or_not_at_all(tmp_path / "a.visit", bytes(flipped), right)
    assert refused > 30


def test_flipped_bit_in_the_header_never_shows_another_visit(
    tmp_path: Path, sound: tuple[bytes, bytes]
) -> None:
    data, right = sound
    chance = random.Random(2026)
    for place in range(100):
        flipped = bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        opens_right_or_not_at_all(tmp_path / "a.visit", bytes(flipped), right)


def test_truncated_file_is_refused(tmp_path: Path, sound: tuple[bytes, bytes]) -> None:
    data, right = sound
    chance = random.Random(2027)
    lengths = {0, 1, 15, 16, 71, 72, 99, 100, PAGE, len(data) - PAGE, len(data) - 1}
    lengths |= {chance.randrange(len(data)) for _ in range(90)}
    for length in sorted(lengths):
        assert not opens_right_or_not_at_all(tmp_path / "a.visit", data[:length], right)


def test_lost_page_is_refused(tmp_path: Path, sound: tuple[bytes, bytes]) -> None:
    data, right = sound
    for start in range(0, len(data), PAGE):
        holed = data[:start] + bytes(PAGE) + data[start + PAGE :]
        opens_right_or_not_at_all(tmp_path / "a.visit", holed, right)


def test_every_mixture_of_two_states_is_one_of_them_or_refused(tmp_path: Path) -> None:
    """A copy made during an edit has some pages from before it and some from after."""
    path = lived_in(tmp_path)
    before, held_before = path.read_bytes(), dumped(read(path))
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.move_item(v, "talks", clock("20:00")))
    after, held_after = path.read_bytes(), dumped(read(path))
    assert len(before) == len(after)
    pages = range(0, len(after), PAGE)
    changed = [p for p in pages if before[p : p + PAGE] != after[p : p + PAGE]]
    assert 2 < len(changed) < 8
    copy, opened = tmp_path / "copy.visit", 0
    for taken in product((False, True), repeat=len(changed)):
        mixed = bytearray(before)
        for page, fresh in zip(changed, taken, strict=True):
            if fresh:
                mixed[page : page + PAGE] = after[page : page + PAGE]
        copy.write_bytes(mixed)
        try:
            assert dumped(read(copy)) in (held_before, held_after)
            opened += 1
        except StoreError:
            continue
    assert 2 <= opened < 2 ** (len(changed) - 1)


TAMPERED: dict[str, tuple[str, str]] = {
    "entity": (
        "UPDATE entities SET json = CAST(replace(json, 'blue', 'red') AS BLOB) WHERE id='talks'",
        "items/talks",
    ),
    "entity gone": ("DELETE FROM entities WHERE id = 'talks'", "entities"),
    "entity moved": ("UPDATE entities SET id = 'talks2' WHERE id = 'talks'", "items/talks2"),
    "policy gone": ("DELETE FROM entities WHERE collection = 'policy'", "entities"),
    "record": ("UPDATE record SET json = CAST(json || ' ' AS BLOB)", "record/"),
    "record gone": ("DELETE FROM record WHERE id = 'lunch'", "entities"),
    "message": (
        "UPDATE edits SET entry = CAST(replace(entry, 'Иванова', 'Петров') AS BLOB)",
        "edits/1",
    ),
    "patch": ("UPDATE edits SET patch = zeroblob(10) WHERE number = 3", "edits/3"),
    "first edit gone": ("DELETE FROM edits WHERE number = 1", "edits/1"),
    "last edit gone": ("DELETE FROM edits WHERE number = 15", "edits"),
    "edits swapped": ("UPDATE edits SET number = -number", "edits"),
    "version gone": ("DELETE FROM papers WHERE kind = 'versions'", "papers"),
    "publication": (
        "UPDATE papers SET json = CAST(replace(json, 'Гости', 'СМИ') AS BLOB)",
        "public",
    ),
    "seal": ("UPDATE meta SET edits = 14", "meta"),
    "uid": ("UPDATE meta SET uid = 'another'", "meta"),
    "no seal": ("DELETE FROM meta", "meta"),
    "no origin": ("DELETE FROM origins", "origins"),
    "another table": ("CREATE TABLE more (x)", "tables"),
    "a trigger": (
        "CREATE TRIGGER t AFTER INSERT ON edits BEGIN DELETE FROM entities; END",
        "tables",
    ),
    "a table gone": ("DROP TABLE papers", "tables"),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_change_behind_the_programs_back_is_refused_with_its_place(
    tmp_path: Path, what: str
) -> None:
    path = lived_in(tmp_path)
    statement, place = TAMPERED[what]
    with closing(sqlite3.connect(path)) as link:
        assert link.execute(statement).rowcount != 0
        link.commit()
    files = hashes(tmp_path)
    with pytest.raises(StoreError, match="is damaged or an incomplete copy") as refusal:
        read(path)
    assert f"(at {place}" in str(refusal.value)
    with pytest.raises(StoreError, match="is damaged"):
        session_on(path)
    assert hashes(tmp_path) == files


def test_writing_refuses_what_is_no_longer_as_it_was_read(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(session_on(path)) as session:
        with closing(sqlite3.connect(path)) as link:
            link.execute("DELETE FROM entities WHERE id = 'talks'")
            link.commit()
        before = session.visit
        with pytest.raises(StoreError, match="is damaged"):
            session.edit(lambda v: edits.remove_item(v, "talks"))
        assert session.visit is before


@pytest.mark.parametrize("spoil", [lambda p: p.unlink(), lambda p: p.write_bytes(b"\0" * 600)])
def test_torn_copy_without_its_journal_is_refused(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path, journal = unfinished(tmp_path)
    spoil(journal)
    with pytest.raises(StoreError, match="incomplete copy"):
        read(path)
    with pytest.raises(StoreError, match="incomplete copy"):
        session_on(path)


def test_unfinished_commit_is_rolled_back(tmp_path: Path) -> None:
    path, journal = unfinished(tmp_path)
    files = hashes(tmp_path)
    assert read(path).visit == day_of_five()
    assert hashes(tmp_path) == files  # a reader recovers a copy
    with closing(session_on(path)) as session:
        assert session.visit == day_of_five()
        session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
    assert read(path).visit == session.visit
    assert not journal.exists()


def test_journal_of_another_file_is_not_played_into_this_one(tmp_path: Path) -> None:
    path, _ = unfinished(tmp_path)
    path.unlink()
    with closing(session_on(visit_file(tmp_path, name="b.visit"))) as session:
        for _ in range(30):
            session.edit(lambda v: edits.shift_items(v, v.items, 5))
    (tmp_path / "b.visit").rename(path)
    files = hashes(tmp_path)
    with pytest.raises(StoreError, match="is damaged"):
        session_on(path)
    assert hashes(tmp_path) == files


def unfinished(folder: Path) -> tuple[Path, Path]:
    """A file and its journal as a writer leaves them when it is killed in the midst of a commit."""
    source = folder / "source"
    source.mkdir()
    path = visit_file(source)
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("PRAGMA journal_mode=TRUNCATE")
        link.execute("PRAGMA cache_size=1")
        link.execute("BEGIN IMMEDIATE")
        link.execute("UPDATE entities SET json = zeroblob(20000)")
        data, pages = path.read_bytes(), path.with_name(f"{path.name}-journal").read_bytes()
        link.execute("ROLLBACK")
    path.unlink()
    path.with_name(f"{path.name}-journal").unlink()
    source.rmdir()
    torn = folder / "torn.visit"
    torn.write_bytes(data)
    journal = torn.with_name("torn.visit-journal")
    journal.write_bytes(pages)
    return torn, journal
