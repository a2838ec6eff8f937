# SPDX-License-Identifier: MIT
"""Read-only files, folders and disks: read and copied, never written, and it is said why."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

from tests.factory import clock
from tests.opened import day_of_five, hashes, read, session_on, visit_file
from tests.store.test_damage import unfinished
from tests.torture.mounts import mounted, remount
from tests.torture.writers import any_edit
from visitplanner.domain import edits
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, seed: int, rounds: int) -> str:
    """So many files, each with some edits, some with an unfinished commit, then protected."""
    chance = random.Random(seed)
    unfinished_ones = 0
    for turn in range(rounds):
        here = folder / f"{turn}"
        here.mkdir()
        if half := chance.random() < 0.3:
            path, _ = unfinished(here)
            unfinished_ones += 1
        else:
            path = visit_file(here)
            with closing(session_on(path)) as session:
                for _ in range(chance.randrange(5)):
                    any_edit(session, chance)
        marked, mode = chance.choice(((path, 0o444), (here, 0o555)))
        usual = marked.stat().st_mode
        marked.chmod(mode)
        try:
            _only_read(path, folder / f"copy {turn}.visit", journal=half)
        finally:
            marked.chmod(usual)
    disk = _disk()
    return f"{rounds} files and folders, {unfinished_ones} with an unfinished commit; {disk}"


def _only_read(path: Path, copy: Path, *, journal: bool) -> None:
    files, right = hashes(path.parent), read(path).visit
    with closing(session_on(path)) as session:
        assert not session.writable
        assert "save a copy to edit it" in session.read_only_reason
        assert session.visit == right
        assert not journal or right == day_of_five()
        before = session.visit
        try:
            session.edit(lambda v: edits.shift_items(v, v.items, 5))
        except StoreError as refusal:
            told = str(refusal)
        assert "save a copy to edit it" in told
        assert session.visit is before
        session.copy_to(copy)
    assert hashes(path.parent) == files
    with closing(session_on(copy)) as mine:
        mine.edit(lambda v: edits.shift_items(v, v.items, 5))


def _disk() -> str:
    """A disk that is mounted for reading only, to the administrator too."""
    with mounted("size=2m") as disk, mounted("size=2m") as elsewhere:
        if disk is None or elsewhere is None:
            return "no disk permitted"
        path = visit_file(disk)
        with closing(session_on(path)) as session:
            session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        if not remount(disk, "ro"):
            return "no read-only disk permitted"
        _only_read(path, elsewhere / "copy.visit", journal=False)
    return "a read-only disk"
