# SPDX-License-Identifier: MIT
"""Backups: complete, private, few and small; whoever writes to the file does not wait for them."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.opened import dumped, hashes, read, session_on, visit_file
from visitplanner.domain import edits
from visitplanner.paths import backups_folder
from visitplanner.store import backups, care, open_visit
from visitplanner.store.backups import DAYS, LATEST, MOST_OF_ONE, Backup, Moment
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.session.session import Session


def shift(session: Session) -> None:
    session.edit(lambda v: edits.shift_items(v, ("talks",), 5))


def backed_up(path: Path, times: int) -> None:
    """A backup after each of so many edits."""
    with closing(session_on(path)) as session:
        for _ in range(times):
            shift(session)
            care.keep(path, Moment.WORKING)


def test_backup_is_complete_and_private(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(session_on(path)) as session:
        shift(session)
        kept = care.keep(path, Moment.OPENED)
        assert kept is not None
        assert (kept.file, kept.last, kept.uid) == (path, 1, session.visit.uid)
        assert kept.size == kept.path.stat().st_size
        assert dumped(read(kept.path)) == dumped(read(path))
    folder = backups_folder()
    assert all(p.stat().st_mode & 0o077 == 0 for p in folder.rglob("*"))
    assert sorted(p.suffix for p in folder.rglob("*") if p.is_file()) == [".json", ".visit"]
    assert hashes(tmp_path).keys() == {path.name}


def test_same_state_is_kept_once(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    assert care.keep(path, Moment.OPENED) is not None
    assert care.keep(path, Moment.WORKING) is None
    backed_up(path, 1)
    assert [kept.moment for kept in care.of_file(path)] == [Moment.WORKING, Moment.OPENED]


def test_record_alone_is_worth_a_backup(tmp_path: Path) -> None:
    from tests.store.test_numbers import naming

    path = visit_file(tmp_path)
    care.keep(path, Moment.OPENED)
    with open_visit(path) as store:
        store.read()
        store.write_record(naming([0], [], []))
    assert care.keep(path, Moment.WORKING) is not None


def test_backups_of_a_file_are_few(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    backed_up(path, LATEST + 5)
    assert [kept.last for kept in care.of_file(path)] == list(range(LATEST + 5, 5, -1))


@given(
    days=st.lists(st.integers(0, 60), max_size=40),
    sizes=st.lists(st.integers(1, MOST_OF_ONE), min_size=40, max_size=40),
)
def test_what_is_kept_is_bounded_and_reaches_back(days: list[int], sizes: list[int]) -> None:
    last = datetime(2025, 12, 31, 12, tzinfo=UTC)
    found = [
        Backup(
            path=backups_folder() / f"{n}",
            file=backups_folder(),
            uid="a",
            at=last - timedelta(days=day, minutes=n),
            moment=Moment.WORKING,
            last=100 - n,
            size=size,
        )
        for n, (day, size) in enumerate(zip(sorted(days), sizes, strict=False))
    ]
    gone = backups._superfluous(found, MOST_OF_ONE)
    kept = [backup for backup in found if backup not in gone]
    assert kept[:1] == found[:1]
    assert len(kept) <= LATEST + DAYS
    assert len(kept) == 1 or sum(backup.size for backup in kept) <= MOST_OF_ONE
    small = backups._superfluous(found, 10**15)
    days_kept = {backup.at.date() for backup in found if backup not in small}
    assert len(days_kept) == min(DAYS, len({backup.at.date() for backup in found}))


def test_backups_of_all_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [visit_file(tmp_path, name=f"{n}.visit") for n in range(4)]
    for turn, path in enumerate(paths):
        backed_up(path, 3)
        for kept in care.of_file(path):  # those of the first file are the oldest
            os.utime(kept.path, (turn * 1000 + kept.last, turn * 1000 + kept.last))
    size = care.every()[0].size
    monkeypatch.setattr(backups, "MOST_OF_ALL", 6 * size)
    backed_up(paths[0], 1)
    assert sum(kept.size for kept in care.every()) <= 6 * size
    assert care.of_file(paths[0])[0].last == 4


def test_copy_taken_out_is_a_file_of_its_own(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    backed_up(path, 3)
    care.take_out(care.of_file(path)[1], tmp_path / "earlier.visit")
    with closing(session_on(tmp_path / "earlier.visit")) as session:
        assert len(list(session.history())) == 2
        session.undo()
    with pytest.raises(StoreError, match="is there already"):
        care.take_out(care.of_file(path)[1], path)


def test_damaged_file_is_not_backed_up(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    care.keep(path, Moment.OPENED)
    before = hashes(backups_folder())
    data = bytearray(path.read_bytes())
    data[-5000:-4000] = b"x" * 1000
    with closing(session_on(path)) as session:
        shift(session)
        data = bytearray(path.read_bytes())
        place = data.index(b'"talks"')
        data[place : place + 7] = b'"tolks"'
        path.write_bytes(data)
        with pytest.raises(StoreError, match="is damaged"):
            care.keep(path, Moment.WORKING)
    assert hashes(backups_folder()) == before


def test_no_room_for_a_backup_is_said(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    backups_folder().parent.mkdir(parents=True)
    backups_folder().touch()
    with pytest.raises(StoreError, match="cannot be backed up"):
        care.keep(path, Moment.OPENED)
    assert care.every() == care.of_file(path) == ()


def test_work_goes_on_while_backups_are_made(tmp_path: Path) -> None:
    """Forty edits while one backup after the other is made: each is a state that was."""
    path = visit_file(tmp_path)
    done, made = False, []

    def work() -> None:
        while not done:
            kept = care.keep(path, Moment.WORKING)
            if kept is not None:
                made.append((kept.last, dumped(read(kept.path))))

    thread = Thread(target=work)
    states = {}
    with closing(session_on(path)) as session:
        states[0] = dumped(read(path))
        thread.start()
        for number in range(1, 41):
            shift(session)
            states[number] = dumped(read(path))
        done = True
        thread.join()
    assert made
    assert all(states[last] == state for last, state in made)


def test_what_lies_among_the_backups_by_chance_is_passed_over(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    backed_up(path, 1)
    folder = care.every()[0].path.parent
    for name in ("notes.txt", "9-x-y.visit", "000009-1-unheard.visit", ".000003.partial"):
        (folder / name).touch()
    (backups_folder() / "empty").mkdir()
    (backups_folder() / "file").touch()
    assert [kept.last for kept in care.every()] == [1]
    backed_up(path, 1)
    assert [kept.last for kept in care.of_file(path)] == [2, 1]
