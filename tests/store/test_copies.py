# SPDX-License-Identifier: MIT
"""Copies of a visit whose file is gone, replaced or spoilt: what is in memory is saved."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.factory import UID, clock
from tests.opened import hashes, read, session_on, visit_file
from tests.store.test_damage import unfinished
from visitplanner.domain import edits
from visitplanner.store.contract import StoreError
from visitplanner.store.recovery import journal_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.session.session import Session


def worked_on(path: Path) -> Session:
    """An open session with one edit made."""
    session = session_on(path)
    session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
    return session


def _another(folder: Path, name: str) -> Path:
    path = visit_file(folder, name=name)
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.set_item_title(v, "talks", "ru", "Другой визит"))
    return path


def _moved_away(path: Path) -> None:
    path.rename(path.with_name("other name.visit"))


def _another_moved_in(path: Path) -> None:
    _another(path.parent, "b.visit").replace(path)


def _folder_renamed(path: Path) -> None:
    path.parent.rename(path.parent.with_name("Архив"))


GONE: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "renamed": _moved_away,
    "replaced": _another_moved_in,
    "its folder renamed": _folder_renamed,
}
SPOILT: dict[str, Callable[[Path], object]] = {
    "another written over it": lambda path: shutil.copyfile(_another(path.parent, "b.visit"), path),
    "emptied": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:20_000]),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
}


@pytest.mark.parametrize("what", [*GONE, *SPOILT])
def test_file_lost_while_open_refuses_the_edit_and_the_visit_can_still_be_saved(
    tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "Визиты"
    folder.mkdir()
    path, copy = visit_file(folder), tmp_path / "copy.visit"
    with closing(worked_on(path)) as session:
        (GONE | SPOILT)[what](path)
        files, before = hashes(tmp_path), session.visit
        with pytest.raises(StoreError) as refusal:
            session.edit(lambda v: edits.move_item(v, "lunch", clock("13:30")))
        assert str(refusal.value).startswith(str(path))
        with pytest.raises(StoreError):
            session.undo()
        assert session.visit is before
        assert hashes(tmp_path) == files
        assert session.copy_to(copy) is (what in GONE)
        assert read(copy).visit == session.visit
        assert read(copy).record == session.record
    with closing(session_on(copy)) as saved:
        assert (saved.undo_message is not None) == (what in GONE)
        saved.edit(lambda v: edits.move_item(v, "lunch", clock("13:30")))


def test_journal_of_a_file_put_in_its_place_is_not_played_when_copying(tmp_path: Path) -> None:
    """The writer of the other file is in the midst of a commit: its journal must stay whole."""
    path = visit_file(tmp_path, name="torn.visit")
    with closing(worked_on(path)) as session:
        path.rename(tmp_path / "moved.visit")
        unfinished(tmp_path)
        files = hashes(tmp_path)
        assert journal_of(path).stat().st_size > 0
        assert session.copy_to(tmp_path / "copy.visit") is False
        with pytest.raises(StoreError, match="removed or replaced"):
            session.undo()
        with pytest.raises(StoreError, match="removed or replaced"):
            list(session.history())
        assert read(tmp_path / "copy.visit").visit == session.visit
    (tmp_path / "copy.visit").unlink()
    files.pop(f".{path.name}.lock")
    assert hashes(tmp_path) == files


def test_copy_of_a_file_that_another_has_gone_on_with_has_the_edits_of_both(
    tmp_path: Path,
) -> None:
    path, copy = visit_file(tmp_path), tmp_path / "copy.visit"
    with closing(worked_on(path)) as first, closing(session_on(path, break_lock=True)) as second:
        second.edit(lambda v: edits.move_item(v, "lunch", clock("13:30")))
        assert first.copy_to(copy) is True
        assert read(copy).visit == second.visit
        assert read(copy).visit.items["talks"] == first.visit.items["talks"]


def test_copy_after_an_older_state_was_put_back_has_what_is_in_memory(tmp_path: Path) -> None:
    path, copy = visit_file(tmp_path), tmp_path / "copy.visit"
    older = path.read_bytes()
    with closing(worked_on(path)) as session:
        path.write_bytes(older)
        assert read(path).visit.uid == UID
        assert session.copy_to(copy) is False
        assert read(copy).visit == session.visit


def test_copy_of_a_lost_file_may_take_its_name_again(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(worked_on(path)) as session:
        path.unlink()
        session.copy_to(path)
        with pytest.raises(StoreError, match="removed or replaced"):
            session.edit(lambda v: edits.move_item(v, "lunch", clock("13:30")))
    assert read(path).visit == session.visit
    with closing(sqlite3.connect(path)) as link:
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
