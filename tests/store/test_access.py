# SPDX-License-Identifier: MIT
"""Files that are no visits, that somebody else edits, or that may not be written."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factory import clock
from tests.opened import day_of_five, hashes, read, session_on, visit_file
from tests.store.test_damage import unfinished
from tests.torture.writers import hold, started, write_until_killed
from visitplanner.domain import edits
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE t (x)")


def _newer(path: Path) -> None:
    visit_file(path.parent, name=path.name)
    with closing(sqlite3.connect(path)) as link:
        link.execute("PRAGMA user_version=3")


def _looping(path: Path) -> None:
    path.symlink_to(path.name)


NO_VISITS: dict[str, tuple[Callable[[Path], object], str]] = {
    "absent": (lambda _: None, "is not there: check its name and folder."),
    "no name at all": (lambda _: None, "is not there: check its name and folder."),
    "below a file": (lambda p: p.parent.touch(), "is not there: check"),
    "folder": (lambda p: p.mkdir(), "is a folder: name the visit file inside it."),
    "empty": (lambda p: p.touch(), "is empty: open another copy of the visit."),
    "text": (lambda p: p.write_text("Уважаемые коллеги!"), "is not a visit file: name a file"),
    "short text": (lambda p: p.write_text("SQL"), "is damaged or an incomplete copy"),
    "another database": (_other_database, "is not a visit file: name a file made by this"),
    "newer": (_newer, "(format 3, this one knows 2): update the program."),
    "pipe": (os.mkfifo, "is not an ordinary file: name a visit file."),
    "loop of links": (_looping, "cannot be read (Too many levels of symbolic links)"),
}


PLACES = {"below a file": "x/a.visit", "no name at all": "a\0.visit"}


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("what", NO_VISITS)
def test_what_is_no_visit_is_refused_and_left_alone(
    tmp_path: Path, what: str, *, read_only: bool
) -> None:
    make, sentence = NO_VISITS[what]
    path = tmp_path / PLACES.get(what, "a.visit")
    make(path)
    files = hashes(tmp_path)
    with pytest.raises(StoreError) as refusal:
        open_visit(path, read_only=read_only)
    assert sentence in str(refusal.value)
    assert str(refusal.value).startswith(str(path).replace("\0", "\\x00"))
    assert hashes(tmp_path) == files


def test_second_window_is_told_who_has_the_file(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(session_on(path)) as first:
        with closing(session_on(path)) as second:
            assert first.writable
            assert not second.writable
            assert f"(process {os.getpid()})" in second.read_only_reason
            assert socket.gethostname() in second.read_only_reason
            first.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
            with pytest.raises(StoreError, match="is being edited by"):
                second.edit(lambda v: edits.move_item(v, "talks", clock("12:30")))
        assert [p.name for p in tmp_path.glob(".*")] == [f".{path.name}.lock"]
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    with closing(session_on(path)) as third:
        assert third.writable


def test_another_process_that_has_the_file_is_respected(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    process, connection = started(hold, path)
    assert connection.recv() is True
    with open_visit(path) as store:
        assert not store.writable
        assert f"(process {process.pid})" in store.read_only_reason
        assert store.read().visit == day_of_five()
    connection.send("let go")
    assert connection.recv() is True
    process.join()
    connection.close()
    with open_visit(path) as store:
        assert store.writable


def test_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    process, connection = started(write_until_killed, path, 1)
    assert connection.poll(30)
    process.kill()
    process.join()
    connection.close()
    assert (tmp_path / f".{path.name}.lock").exists()
    with open_visit(path) as store:
        assert store.writable
    assert not (tmp_path / f".{path.name}.lock").exists()


@pytest.mark.parametrize(
    ("holder", "writable"),
    [
        ({"host": "another", "user": "Петров", "pid": 1}, False),
        ({"host": socket.gethostname(), "user": "Петров", "pid": 2**22 + 1}, True),
        ({"host": socket.gethostname(), "user": "Петров", "pid": os.getpid()}, False),
        # A later process with the number of the one that has gone.
        (
            {"host": socket.gethostname(), "user": "Петров", "pid": os.getpid(), "started": "1"},
            True,
        ),
        ("half a li", True),
    ],
)
def test_side_file_tells_a_holder_from_a_dead_one(
    tmp_path: Path, holder: object, *, writable: bool
) -> None:
    path = visit_file(tmp_path)
    lock = tmp_path / f".{path.name}.lock"
    lock.write_text(json.dumps(holder))
    with open_visit(path) as store:
        assert store.writable is writable
        if not writable:
            assert "Петров" in store.read_only_reason
    assert lock.exists() is not writable


def test_opening_anyway_takes_the_file_and_the_first_window_notices(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(session_on(path)) as first:
        with closing(session_on(path, break_lock=True)) as second:
            assert second.writable
            second.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
            before = first.visit
            with pytest.raises(StoreError, match="changed by another window or program"):
                first.edit(lambda v: edits.move_item(v, "lunch", clock("13:30")))
            assert first.visit is before
            second.edit(lambda v: edits.move_item(v, "lunch", clock("13:15")))
        assert read(path).visit == second.visit


def test_closing_leaves_the_lock_of_who_opened_anyway(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    first = session_on(path)
    lock = tmp_path / f".{path.name}.lock"
    theirs = json.dumps({"host": "another", "user": "Петров", "pid": 1})
    lock.write_text(theirs)
    first.close()
    assert lock.read_text() == theirs


def test_reader_takes_no_lock_and_meets_none(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with open_visit(path, read_only=True) as reader:
        assert [p.name for p in tmp_path.iterdir()] == [path.name]
        with closing(session_on(path)) as session:
            assert session.writable
            session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
            assert reader.read().visit == session.visit


def test_file_put_in_its_place_is_not_written_to(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(session_on(path)) as session:
        path.unlink()
        visit_file(tmp_path)
        files = hashes(tmp_path)
        with pytest.raises(StoreError, match="removed or replaced while it was open"):
            session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        assert hashes(tmp_path) == files


def test_journal_of_a_file_put_in_its_place_is_not_played_into_it(tmp_path: Path) -> None:
    path = visit_file(tmp_path, name="torn.visit")
    with closing(session_on(path)) as session:
        path.rename(tmp_path / "moved.visit")
        unfinished(tmp_path)
        files = hashes(tmp_path)
        with pytest.raises(StoreError, match="removed or replaced while it was open"):
            session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        assert hashes(tmp_path) == files
    assert hashes(tmp_path).keys() == files.keys() - {".torn.visit.lock"}


def test_link_to_a_file_opens_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    path = visit_file(tmp_path / "real")
    link = tmp_path / "link.visit"
    link.symlink_to(path)
    with closing(session_on(link)) as session:
        with open_visit(path) as store:
            assert not store.writable
        session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
    assert read(path).visit == session.visit
    assert link.is_symlink()


@pytest.fixture(params=["file", "folder"])
def protected(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file that may not be written, or one in such a folder.

    Permission bits do not stop an administrator, so there the store goes by the bits themselves.
    """
    folder = tmp_path / "share"
    folder.mkdir()
    path = visit_file(folder)
    marked, mode = (path, 0o444) if request.param == "file" else (folder, 0o555)
    marked.chmod(mode)
    yield path
    marked.chmod(0o755)


def test_protected_file_is_read_and_copied_but_not_edited(tmp_path: Path, protected: Path) -> None:
    files = hashes(protected.parent)
    with closing(session_on(protected)) as session:
        assert not session.writable
        assert "save a copy to edit it" in session.read_only_reason
        assert session.visit == day_of_five()
        with pytest.raises(StoreError, match="save a copy to edit it"):
            session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        session.copy_to(tmp_path / "mine.visit")
    assert hashes(protected.parent) == files
    with closing(session_on(tmp_path / "mine.visit")) as mine:
        mine.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))


def test_protected_file_with_an_unfinished_commit_is_recovered_elsewhere(tmp_path: Path) -> None:
    path, _ = unfinished(tmp_path)
    path.chmod(0o444)
    files = hashes(tmp_path)
    with open_visit(path) as store:
        assert not store.writable
        assert store.read().visit == day_of_five()
        store.copy_to(tmp_path / "mine.visit")
        aside = store._access._aside
        assert aside is not None
        assert aside.exists()
    assert not aside.parent.exists()
    assert hashes(tmp_path).items() >= files.items()
    assert read(tmp_path / "mine.visit").visit == day_of_five()


def test_copy_into_a_protected_folder_says_so(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with open_visit(path) as store, pytest.raises(StoreError, match=r"/proc/copy\.visit cannot be"):
        store.copy_to(Path("/proc/copy.visit"))


def test_file_is_opened_while_another_is_in_the_midst_of_a_commit(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("PRAGMA journal_mode=TRUNCATE")
        link.execute("BEGIN IMMEDIATE")
        link.execute("UPDATE entities SET json = zeroblob(2000)")
        assert path.with_name(f"{path.name}-journal").stat().st_size > 0
        for read_only in (True, False):
            with open_visit(path, read_only=read_only) as store:
                assert store.read().visit == day_of_five()
        link.execute("ROLLBACK")


def test_file_that_another_program_holds_is_refused_for_now(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="used by another program: try again in a moment"):
            read(path)
        link.execute("ROLLBACK")
    assert read(path).visit == day_of_five()


def test_window_that_opened_anyway_keeps_its_claim_when_the_first_one_closes(
    tmp_path: Path,
) -> None:
    path = visit_file(tmp_path)
    first = session_on(path)
    with closing(session_on(path, break_lock=True)):
        first.close()
        with open_visit(path) as third:
            assert not third.writable
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_claim_by_a_later_version_of_the_program_counts(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    claim = {"host": "another", "user": "Петров", "pid": 1, "window": "of a later version"}
    (tmp_path / f".{path.name}.lock").write_text(json.dumps(claim))
    with open_visit(path) as store:
        assert "Петров" in store.read_only_reason


def test_of_many_that_open_at_once_one_may_edit(tmp_path: Path) -> None:
    """The claim of a killed process lies there; those who come together must agree on one."""
    path = visit_file(tmp_path)
    dead = {"host": socket.gethostname(), "user": "Петров", "pid": 2**22 + 1}
    for _ in range(5):
        (tmp_path / f".{path.name}.lock").write_text(json.dumps(dead))
        crowd = [started(hold, path) for _ in range(4)]
        answers = [connection.recv() for _, connection in crowd]
        for process, connection in crowd:
            connection.send("let go")
            connection.recv()
            process.join()
            connection.close()
        assert sorted(map(bool, answers)) == [False, False, False, True]
        assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("letters", [119, 122, 124, 125])
def test_name_too_long_for_a_journal_is_refused_when_made_and_read_when_found(
    tmp_path: Path, letters: int
) -> None:
    """A Russian letter has two bytes: 121 of them before `.visit` leave too little room."""
    path = tmp_path / f"{'я' * letters}.visit"
    if letters < 120:
        with closing(session_on(visit_file(tmp_path, name=path.name))) as session:
            session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        return
    with pytest.raises(StoreError, match="name or path is too long: choose a shorter one"):
        visit_file(tmp_path, name=path.name)
    assert list(tmp_path.iterdir()) == []
    if letters < 125:
        visit_file(tmp_path).rename(path)
        with closing(session_on(path)) as session:
            assert session.visit == day_of_five()
            assert "too long a name to be edited" in session.read_only_reason
            session.copy_to(tmp_path / "short.visit")


@pytest.mark.parametrize("length", [460, 495, 600, 3000])
def test_path_too_long_for_sqlite_is_refused(tmp_path: Path, length: int) -> None:
    folder = tmp_path
    while (missing := length - len(os.fsencode(folder))) > 1:
        folder /= "d" * min(missing - 1, 100)
    folder.mkdir(parents=True)
    path = folder / "a.visit"
    if length < 490:
        with closing(session_on(visit_file(folder, name=path.name))) as session:
            session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        return
    with pytest.raises(StoreError, match="path is too long"):
        visit_file(folder, name=path.name)
    assert list(folder.iterdir()) == []
    if length > 500:
        visit_file(tmp_path).rename(path)
        with pytest.raises(StoreError, match="path is too long: move it to a nearer folder"):
            open_visit(path)
