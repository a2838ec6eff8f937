# SPDX-License-Identifier: MIT
"""Slow shares: processes killed while edits are on their way lose none; nobody sees half a file."""

from __future__ import annotations

import random
from contextlib import closing
from hashlib import blake2b
from time import sleep
from typing import TYPE_CHECKING

from tests.opened import TODAY, dumped, read, visit_file
from tests.torture.killed import Told, judge, last_sent
from tests.torture.writers import QUICK, edit_by_way_of_here, started, stray_clock
from visitplanner.paths import edits_folder
from visitplanner.session.session import Session
from visitplanner.store import open_visit
from visitplanner.store.schema import connect

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, seed: int, rounds: int) -> str:
    """Kills a writer so many times; each time the edits are here, and then on the share."""
    chance = random.Random(seed)
    path, behind = visit_file(folder), 0
    there = Told(0, 0, blake2b(dumped(read(path)), digest_size=16).digest())
    for turn in range(rounds):
        writer, connection = started(edit_by_way_of_here, path, chance.randrange(10**9))
        if chance.random() < 0.8:  # else it may be killed while it opens the file
            assert connection.poll(30)
        sleep(chance.random() * 0.2)
        writer.kill()
        writer.join()
        said = last_sent(connection)
        connection.close()
        there = judge(read(path), said, there, f"kill {turn}")
        behind += _lines_there(path) < there.lines
        if chance.random() < 0.5:  # else the next one takes up what was on its way
            _brought_back(path, chance)
    _brought_back(path, chance)
    assert len(read(path).entries) == there.lines > rounds // 4
    assert behind > 0
    return (
        f"{rounds} kills, {there.lines} edits and {there.versions} versions kept,"
        f" {behind} times the share was behind; all came back"
    )


def _lines_there(path: Path) -> int:
    """How far the log goes on the share itself, which is never half."""
    with closing(connect(path, "ro")) as link:
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (edits,) = link.execute("SELECT edits FROM meta").fetchone()
    assert isinstance(edits, int)
    return edits


def _brought_back(path: Path, chance: random.Random) -> None:
    right = dumped(read(path))
    with closing(
        Session(open_visit(path, share=QUICK), TODAY, stray_clock(chance), "Иванова")
    ) as session:
        assert session.place.settle(30)
    assert not list(edits_folder().iterdir())
    assert dumped(read(path)) == right
    assert [found.name for found in path.parent.iterdir()] == [path.name]
