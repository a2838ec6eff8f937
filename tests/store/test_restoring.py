# SPDX-License-Identifier: MIT
"""Damaged files restored: never another state than one that was, the newest that can be proven."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import clock
from tests.opened import dumped, hashes, read, session_on, visit_file
from tests.store.test_damage import lived_in, unfinished
from tests.store.test_migrations import OLD
from tests.torture.damaged import DAMAGE
from tests.torture.torn import states_of
from visitplanner.domain import edits
from visitplanner.domain.record import Publication, Version
from visitplanner.store import care, open_visit
from visitplanner.store.care import Moment, Source
from visitplanner.store.contract import StoreError
from visitplanner.words.message import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def said(done: care.Restored, language: str = "en") -> str:
    assert language in {"ru", "en"}
    return " ".join(render(one, None, "ru" if language == "ru" else "en") for one in done.sentences)


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as link:
        for statement in statements:
            assert link.execute(statement).rowcount != 0
        link.commit()


def test_sound_file_is_left_alone(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    files = hashes(tmp_path)
    done = care.restore(path)
    assert done.source is Source.NOTHING
    assert said(done) == f"{path} is sound: nothing had to be restored."
    assert hashes(tmp_path) == files


# What is spoilt, and what of the file is left: changes lost, log whole, papers whole.
SPOILT: dict[str, tuple[str, tuple[int | None, bool, bool]]] = {
    "entity": ("UPDATE entities SET json = zeroblob(9) WHERE id = 'talks'", (0, True, True)),
    "all entities": ("DELETE FROM entities", (0, True, True)),
    "record": ("DELETE FROM record WHERE id = 'lunch'", (0, True, True)),
    "seal": ("UPDATE meta SET seal = zeroblob(16)", (0, True, False)),
    "no seal": ("DELETE FROM meta", (0, True, False)),
    "origin": ("UPDATE origins SET dump = zeroblob(300)", (0, False, True)),
    "a line": ("UPDATE edits SET patch = zeroblob(9) WHERE number = 6", (0, False, True)),
    "a line gone": ("DELETE FROM edits WHERE number = 15", (0, False, True)),
    "all lines": ("DELETE FROM edits", (0, False, True)),
    "a paper": ("UPDATE papers SET json = zeroblob(9) WHERE kind = 'versions'", (0, True, False)),
}


@pytest.mark.parametrize("what", SPOILT)
def test_one_part_is_made_from_the_others(tmp_path: Path, what: str) -> None:
    path = lived_in(tmp_path)
    right, record = read(path).visit, read(path).record
    statement, (lost, log, papers) = SPOILT[what]
    spoil(path, statement)
    spoilt = path.read_bytes()
    done = care.restore(path)
    assert (done.lost, done.whole_log, done.papers_whole) == (lost, log, papers)
    assert (done.last, done.source) == (15, Source.ITSELF)
    stored = read(path)
    assert stored.visit == right
    if what != "all entities":  # only they know their order
        assert list(stored.visit.items) == list(right.items)
    assert stored.record.items == record.items
    if papers:
        assert stored.record == record
    assert done.kept is not None
    assert done.kept.name == "визит.damaged.visit"
    assert done.kept.read_bytes() == spoilt
    with closing(session_on(path)) as session:
        assert (session.undo_message is None) is (what in {"all lines", "a line gone"})
        session.edit(lambda v: edits.move_item(v, "talks", clock("20:00")))
        session.undo()
        assert session.visit == right


def test_two_parts_gone_the_log_leads_as_far_as_it_holds(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    states = states_of(path)
    spoil(
        path,
        "UPDATE edits SET patch = zeroblob(9) WHERE number = 7",
        "DELETE FROM entities WHERE id = 'talks'",
    )
    done = care.restore(path)
    assert (done.last, done.lost, done.whole_log) == (6, 9, True)
    assert "restored up to change 6 of" in said(done)
    assert "9 later changes are lost" in said(done)
    assert "восстановлен до правки № 6" in said(done, "ru")
    assert read(path).visit == states[6]
    with closing(session_on(path)) as session:
        while session.undo_message is not None:
            session.undo()
        assert session.visit == states[0]


def test_numbers_of_lost_lines_are_not_given_again(tmp_path: Path) -> None:
    """A version that is recorded keeps its number though its state is lost."""
    path = lived_in(tmp_path)
    with open_visit(path) as store:
        record = store.read().record
        at = record.items["talks"].created
        store.write_record(
            type(record)(
                items=record.items,
                versions=(Version(number=1, created=at, author="Иванова", edit=12),),
                publications=(
                    Publication(edition="official", version=1, reader="A", at=at, edit=13),
                ),
            )
        )
    states = states_of(path)
    spoil(path, "DELETE FROM edits WHERE number > 8", "DELETE FROM entities WHERE id = 'talks'")
    done = care.restore(path)
    assert (done.last, done.lost) == (8, 7)
    stored = read(path)
    assert stored.visit == states[8]
    assert [version.edit for version in stored.record.versions] == [12]
    assert stored.begins > 13


def test_backup_is_taken_when_it_is_newer(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    care.keep(path, Moment.OPENED)
    right = dumped(read(path))
    path.write_bytes(b"")
    done = care.restore(path)
    assert done.source is Source.BACKUP
    assert done.last == 15
    assert "restored from the backup of" in said(done)
    assert dumped(read(path)) == right


def test_file_is_taken_when_it_is_newer_than_the_backup(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    care.keep(path, Moment.OPENED)
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.move_item(v, "talks", clock("20:00")))
    right = dumped(read(path))
    spoil(path, "DELETE FROM entities WHERE id = 'talks'")
    done = care.restore(path)
    assert (done.source, done.last) == (Source.ITSELF, 16)
    assert dumped(read(path)) == right


def test_backup_with_the_whole_log_gets_what_was_recorded_since(tmp_path: Path) -> None:
    """A line in the middle is lost; the backup has it, but not whom a paper was given to."""
    path = lived_in(tmp_path)
    care.keep(path, Moment.OPENED)
    with open_visit(path) as store:
        record = store.read().record
        at = record.items["talks"].created
        given = Publication(edition="official", version=1, reader="Пресса", at=at, edit=15)
        store.write_record(replace(record, publications=(*record.publications, given)))
    right = dumped(read(path))
    spoil(path, "UPDATE edits SET patch = zeroblob(9) WHERE number = 7")
    done = care.restore(path)
    assert (done.source, done.lost) == (Source.BACKUP, 0)
    assert (done.whole_log, done.papers_whole) == (True, True)
    assert "no change is lost" in said(done)
    assert dumped(read(path)) == right
    with closing(session_on(path)) as session:
        assert len(list(session.history())) == 15


def test_backup_of_another_past_is_not_taken(tmp_path: Path) -> None:
    """The file was put back to an earlier copy and has gone its own way since."""
    path = visit_file(tmp_path)
    copy = path.read_bytes()
    with closing(session_on(path)) as session:
        for _ in range(5):
            session.edit(lambda v: edits.shift_items(v, ("lunch",), 5))
    care.keep(path, Moment.OPENED)
    path.write_bytes(copy)
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.move_item(v, "talks", clock("20:00")))
    right = dumped(read(path))
    spoil(path, "DELETE FROM entities WHERE id = 'talks'")
    assert care.restore(path).source is Source.ITSELF
    assert dumped(read(path)) == right


def test_nothing_to_go_by_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    spoil(path, "DELETE FROM entities", "DELETE FROM origins")
    files = hashes(tmp_path)
    with pytest.raises(StoreError, match="nothing in it can be proven and there is no backup"):
        care.restore(path)
    assert hashes(tmp_path) == files


NO_VISITS: dict[str, tuple[Callable[[Path], object], str]] = {
    "absent": (lambda _: None, "is not there"),
    "folder": (lambda p: p.mkdir(), "is a folder"),
    "text": (lambda p: p.write_text("Уважаемые коллеги! " * 500), "is not a visit file"),
    "empty": (lambda p: p.touch(), "is empty"),
}


@pytest.mark.parametrize("what", NO_VISITS)
def test_what_is_no_visit_is_not_restored(tmp_path: Path, what: str) -> None:
    make, sentence = NO_VISITS[what]
    make(tmp_path / "a.visit")
    files = hashes(tmp_path)
    with pytest.raises(StoreError, match=sentence):
        care.restore(tmp_path / "a.visit")
    assert hashes(tmp_path) == files


def test_header_alone_that_says_newer_is_damage(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    right = dumped(read(path))
    with closing(sqlite3.connect(path)) as link:
        link.execute("PRAGMA user_version=65538")
    with pytest.raises(StoreError, match="newer version of this program"):
        read(path)
    assert care.restore(path).lost == 0
    assert dumped(read(path)) == right


def test_file_of_a_newer_program_is_not_restored(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    care.keep(path, Moment.OPENED)
    spoil(path, "UPDATE meta SET format = 9")
    with closing(sqlite3.connect(path)) as link:
        link.execute("PRAGMA user_version=9")
    files = hashes(tmp_path)
    with pytest.raises(StoreError, match="newer version of this program"):
        care.restore(path)
    assert hashes(tmp_path) == files


def test_file_in_use_is_not_restored(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(session_on(path)):
        files = hashes(tmp_path)
        with pytest.raises(StoreError, match="is being edited by"):
            care.restore(path)
        assert hashes(tmp_path) == files


def test_restoring_into_a_new_file_leaves_the_old_one(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    right = dumped(read(path))
    spoil(path, "DELETE FROM entities WHERE id = 'talks'")
    files = hashes(tmp_path)
    done = care.restore(path, tmp_path / "b.visit")
    assert (done.kept, done.path) == (None, tmp_path / "b.visit")
    assert dumped(read(done.path)) == right
    assert hashes(tmp_path).items() >= files.items()
    with pytest.raises(StoreError, match="is there already"):
        care.restore(path, path)


def test_second_restoration_keeps_both_damaged_files(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    for _ in range(2):
        spoil(path, "DELETE FROM entities WHERE id = 'talks'")
        care.restore(path)
    names = {found.name for found in tmp_path.iterdir()}
    assert names == {path.name, "визит.damaged.visit", "визит.damaged2.visit"}


def test_file_of_an_older_format_is_restored_in_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "old.visit"
    path.write_bytes(OLD.read_bytes())
    right = dumped(read(path))
    spoil(path, "DELETE FROM entities WHERE id = 'session'")
    done = care.restore(path)
    assert (done.last, done.lost, done.papers_whole) == (7, 0, True)
    assert dumped(read(path)) == right


def test_torn_copy_without_its_journal_is_restored(tmp_path: Path) -> None:
    path, journal = unfinished(tmp_path)
    right = dumped(read(path))
    journal.unlink()
    with pytest.raises(StoreError, match="incomplete copy"):
        read(path)
    assert care.restore(path).lost == 0
    assert dumped(read(path)) == right


def test_journal_of_another_file_stays_with_the_damaged_one(tmp_path: Path) -> None:
    path, journal = unfinished(tmp_path)
    pages = journal.read_bytes()
    path.unlink()
    with closing(session_on(visit_file(tmp_path, name="b.visit"))) as session:
        for _ in range(30):
            session.edit(lambda v: edits.shift_items(v, v.items, 5))
        right = session.visit
    (tmp_path / "b.visit").rename(path)
    done = care.restore(path)
    assert read(path).visit == right
    assert not journal.exists()
    assert done.kept is not None
    assert done.kept.with_name(f"{done.kept.name}-journal").read_bytes() == pages


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_at_random_is_restored_to_a_state_that_was(tmp_path: Path, what: str) -> None:
    source = tmp_path / "source"
    source.mkdir()
    sound = lived_in(source)
    data, states = sound.read_bytes(), states_of(sound)
    chance, restored = random.Random(what), 0
    for turn in range(12):
        folder = tmp_path / str(turn)
        folder.mkdir()
        path = folder / "a.visit"
        spoilt = bytearray(data)
        DAMAGE[what](spoilt, chance)
        path.write_bytes(spoilt)
        try:
            done = care.restore(path)
        except StoreError:
            assert path.read_bytes() == spoilt
            continue
        restored += 1
        assert read(path).visit == states[done.last]
        with closing(session_on(path)) as session:
            session.edit(lambda v: edits.set_item_title(v, "talks", "ru", "После"))
            while session.undo_message is not None:
                session.undo()
            if done.whole_log:
                assert session.visit == states[0]
    assert restored > 4


@pytest.mark.parametrize("length", [16, 100, 8192])
def test_beginning_gone_is_put_back_from_a_new_file(tmp_path: Path, length: int) -> None:
    """The first page says where the tables are; SQLite reads nothing without it."""
    path = lived_in(tmp_path)
    right = dumped(read(path))
    data = path.read_bytes()
    path.write_bytes(bytes(length) + data[length:])
    with pytest.raises(StoreError, match="is not a visit file"):
        read(path)
    assert care.restore(path).lost == 0
    assert dumped(read(path)) == right


def test_file_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = lived_in(tmp_path)
    states = states_of(path)
    data, lasts = path.read_bytes(), set()
    for length in range(len(data), 4 * 8192, -8192):
        path.write_bytes(data[: length - 100])
        done = care.restore(path)
        assert read(path).visit == states[done.last]
        lasts.add(done.last)
    assert lasts >= {0, 15}
