# SPDX-License-Identifier: MIT
"""Slow shares: edits are durable on this computer first, and come back, or stand beside."""

from __future__ import annotations

import random
import shutil
import stat
from contextlib import closing, suppress
from threading import Event
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import clock
from tests.opened import TODAY, day_of_five, dumped, hashes, read, ticking, visit_file
from tests.torture.mounts import bound, mounted
from tests.torture.writers import any_edit
from visitplanner.domain import edits
from visitplanner.paths import edits_folder
from visitplanner.session.session import Session
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError
from visitplanner.store.kept_here import every
from visitplanner.store.returning import Share
from visitplanner.store.schema import address

if TYPE_CHECKING:
    from pathlib import Path

SLOW = Share(slow_commits=0, retry_seconds=0.05, closing_seconds=20)
"""Every place counts as slow from the start."""


def away(path: Path, share: Share = SLOW, *, break_lock: bool = False) -> Session:
    """A session whose edits are kept on this computer first."""
    return Session(
        open_visit(path, share=share, break_lock=break_lock), TODAY, ticking(), "Иванова"
    )


class Gate:
    """Lets nothing through to the share until it is opened."""

    def __init__(self) -> None:
        self.open = Event()
        self.reached = Event()

    def share(self, closing_seconds: float = 0.1) -> Share:
        return SLOW._replace(told=self._told, closing_seconds=closing_seconds)

    def _told(self, _written: int, _all: int) -> None:
        self.reached.set()
        self.open.wait(20)


def move(session: Session, start: str = "11:30") -> None:
    session.edit(lambda v: edits.move_item(v, "talks", clock(start)))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_edits_are_kept_here_and_come_back(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    with closing(away(path, gate.share(20))) as session:
        move(session)
        assert gate.reached.wait(20)
        assert session.place.pending is not None
        assert "not yet on the network drive" in session.place.pending.msgid
        assert not session.place.settle(0.01)
        (kept,) = every()
        assert read(kept.copy).visit == session.visit
        gate.open.set()
        assert session.place.settle(20)
        assert session.place.progress[0] == session.place.progress[1] > 0
        assert path.read_bytes()[:15] == b"SQLite format 3"
        with closing(open_visit(path, read_only=True)) as reader:
            assert reader.read().visit == session.visit
    assert read(path).visit == session.visit
    assert names(tmp_path) == [path.name]
    assert list(edits_folder().iterdir()) == []


def test_copy_here_is_private(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    with closing(away(path, gate.share())) as session:
        move(session)
        for found in (edits_folder(), *edits_folder().rglob("*")):
            mode = stat.S_IMODE(found.stat().st_mode)
            if found.is_dir():
                assert mode == 0o700
            elif not found.name.endswith((".lock", "-journal")):
                assert mode == 0o600, found.name
        gate.open.set()


def test_place_counts_as_slow_after_slow_commits_only(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(away(path, Share(slow_seconds=60))) as session:
        for start in ("11:30", "11:35", "11:40"):
            move(session, start)
        assert list(every()) == []
    with closing(away(path, Share(slow_seconds=0, slow_commits=2))) as session:
        move(session)
        assert list(every()) == []
        move(session, "11:45")
        assert len(list(every())) == 1
        session.undo()
        assert session.place.settle(20)
        assert read(path).visit == session.visit


def test_others_are_told_who_has_the_file_meanwhile(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(away(path)) as session:
        move(session)
        with closing(away(path)) as second:
            assert not second.writable
            assert "is being edited by" in second.read_only_reason
            assert second.visit == session.visit
    assert names(tmp_path) == [path.name]


def test_what_was_on_its_way_at_closing_goes_on_at_the_next_opening(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    session = away(path, gate.share())
    move(session)
    assert gate.reached.wait(20)
    session.close()
    gate.open.set()
    assert read(path).visit == session.visit  # a reader is given what is here
    assert len(list(every())) == 1
    with closing(away(path)) as again:
        assert again.visit == session.visit
        assert again.undo_message is not None
        (said,) = again.place.news()
        assert "had stayed on this computer" in said.msgid
        assert again.place.settle(20)
    assert list(every()) == []
    assert read(path).visit == session.visit
    assert names(tmp_path) == [path.name]


def test_what_somebody_else_has_written_is_never_replaced(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    with closing(away(path, gate.share(20))) as session:
        move(session)
        assert gate.reached.wait(20)
        with closing(open_visit(path, break_lock=True)) as store:
            other = Session(store, TODAY, ticking(), "Петров")
            other.edit(lambda v: edits.move_item(v, "lunch", clock("13:30")))
        gate.open.set()
        assert session.place.settle(20)
        beside = path.with_name("визит 2.visit")
        assert session.path == beside
        (said,) = session.place.news()
        assert said.args == {"file": str(path), "copy": str(beside)}
        assert session.place.news() == ()
        move(session, "11:45")
        assert session.place.settle(20)
        with closing(open_visit(beside)) as third:
            assert not third.writable
    assert read(path).visit == other.visit
    assert read(beside).visit == session.visit
    assert names(tmp_path) == [beside.name, path.name]
    assert list(every()) == []


def test_what_somebody_else_has_written_after_a_crash_is_never_replaced(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    session = away(path, gate.share())
    move(session)
    session.close()
    gate.open.set()
    with closing(open_visit(path.rename(tmp_path / "b.visit"))) as store:
        other = Session(store, TODAY, ticking(), "Петров")
        other.edit(lambda v: edits.move_item(v, "lunch", clock("13:30")))
    (tmp_path / "b.visit").rename(path)
    with closing(away(path)) as again:
        (said,) = again.place.news()
        assert said.args["copy"] == str(tmp_path / "визит 2.visit")
        assert again.visit == other.visit
    assert read(tmp_path / "визит 2.visit").visit == session.visit


def test_damaged_copy_here_does_not_keep_the_file_from_being_opened(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    session = away(path, gate.share())
    move(session)
    session.close()
    gate.open.set()
    (kept,) = every()
    kept.copy.write_bytes(kept.copy.read_bytes()[:20_000])
    with closing(away(path)) as again:
        (said,) = again.place.news()
        assert said.args["file"] == str(kept.copy)
        assert again.visit == day_of_five()
        assert kept.copy.exists()


def test_share_that_takes_nothing_after_a_crash_opens_all_the_same(tmp_path: Path) -> None:
    """Somebody else has changed the file, and nothing can be put beside it."""
    path, gate = visit_file(tmp_path), Gate()
    session = away(path, gate.share())
    move(session)
    session.close()
    gate.open.set()
    with closing(open_visit(path.rename(tmp_path / "b.visit"))) as store:
        Session(store, TODAY, ticking(), "Петров").edit(
            lambda v: edits.move_item(v, "lunch", clock("13:30"))
        )
    (tmp_path / "b.visit").rename(path)
    (kept,) = every()
    with mounted("size=1m") as disk:
        if disk is None:
            pytest.skip("no disk may be mounted here")
        full = disk / path.name
        shutil.copyfile(path, full)
        kept.tell(replace(kept.note, file=address(full), device=disk.stat().st_dev))
        with (disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while True:
                filler.write(bytes(512))
        with closing(away(full)) as again:
            (said,) = again.place.news()
            assert said.args["copy"] == str(kept.copy)
            assert again.visit.items["lunch"].start == clock("13:30")
        assert read(kept.copy).visit == session.visit


def test_file_that_is_gone_from_the_share_is_there_again(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    with closing(away(path, gate.share(20))) as session:
        move(session)
        assert gate.reached.wait(20)
        path.rename(tmp_path / "renamed.visit")
        gate.open.set()
        assert session.place.settle(20)
        (said,) = session.place.news()
        assert "was removed or renamed meanwhile" in said.msgid
    assert read(path).visit == session.visit
    assert read(tmp_path / "renamed.visit").visit == day_of_five()


def test_another_program_s_file_in_its_place_is_left_alone(tmp_path: Path) -> None:
    path, gate = visit_file(tmp_path), Gate()
    with closing(away(path, gate.share(20))) as session:
        move(session)
        assert gate.reached.wait(20)
        path.write_text("Уважаемые коллеги!" * 100)
        files = hashes(tmp_path)
        gate.open.set()
        assert session.place.settle(20)
    assert hashes(tmp_path)[path.name] == files[path.name]
    assert read(tmp_path / "визит 2.visit").visit == session.visit


def test_share_that_is_away_is_waited_for(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    path, gate = visit_file(share), Gate()
    session = away(path, gate.share())
    move(session)
    assert gate.reached.wait(20)
    share.rename(tmp_path / "away")
    gate.open.set()
    move(session, "11:45")
    assert not session.place.settle(0.3)
    assert session.place.pending is not None
    session.close()
    with pytest.raises(StoreError, match="are kept on this computer in"):
        away(path)
    (tmp_path / "away").rename(share)
    with closing(away(path)) as again:
        assert again.visit == session.visit
    assert read(path).visit == session.visit
    assert names(share) == [path.name]


def test_share_that_is_not_mounted_just_now_is_waited_for(tmp_path: Path) -> None:
    """The empty folder it is mounted on is none to put the visit into."""
    place = tmp_path / "share"
    with mounted("size=4m") as disk:
        if disk is None:
            pytest.skip("no disk may be mounted here")
        path = visit_file(disk)
        with bound(disk, place) as take_away:
            assert take_away is not None
            session = away(place / path.name, SLOW._replace(closing_seconds=0.1))
            assert take_away()
            move(session)
            assert not session.place.settle(0.2)
            assert names(place) == []
            session.close()
            with pytest.raises(StoreError, match="are kept on this computer in"):
                away(place / path.name)
        place.rmdir()
        with bound(disk, place), closing(away(place / path.name)) as again:
            assert again.visit == session.visit
            assert again.place.settle(20)
        assert read(path).visit == session.visit


def test_share_that_comes_back_gets_the_edits_at_once(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    path = visit_file(share)
    with closing(away(path)) as session:
        share.rename(tmp_path / "away")
        move(session)
        assert not session.place.settle(0.2)
        (tmp_path / "away").rename(share)
        assert session.place.settle(20)
    assert read(path).visit == session.visit


def test_random_work_by_way_of_here_is_what_it_would_be_in_place(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    direct, path = visit_file(tmp_path), visit_file(tmp_path / "here")
    chance, same = random.Random(5), random.Random(5)
    with (
        closing(away(path)) as session,
        closing(Session(open_visit(direct), TODAY, ticking(), "Иванова")) as plain,
    ):
        for _ in range(60):
            any_edit(session, chance)
            any_edit(plain, same)
            assert session.visit == plain.visit
        assert list(session.history()) == list(plain.history())
    assert dumped(read(path)) == dumped(read(direct))
