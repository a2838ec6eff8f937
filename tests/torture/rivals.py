# SPDX-License-Identifier: MIT
"""Two who edit one file: whoever comes late is told, and nobody's acknowledged edit is lost."""

from __future__ import annotations

import json
import random
import socket
from contextlib import closing
from typing import TYPE_CHECKING

from tests.opened import read, session_on, visit_file
from tests.torture.writers import any_edit, contend, hold, started
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.session.session import Session

_EDITS = 20
_REFUSALS = (
    "changed by another window or program, the edit was not made: open it again",
    "used by another program: try again in a moment",
)


def run(folder: Path, seed: int, rounds: int) -> str:
    """So many contests of two processes, of two windows, and races for the claim."""
    chance = random.Random(seed)
    acknowledged = refused = 0
    for turn in range(rounds):
        done, late = _two_processes(folder / f"{turn}.visit", f"{seed}-{turn}")
        acknowledged += done
        refused += late
        acknowledged += _two_windows(visit_file(folder, name=f"windows {turn}.visit"), chance)
        _race(visit_file(folder, name=f"race {turn}.visit"))
    assert refused > rounds
    return (
        f"{rounds} contests of two processes and of two windows, {acknowledged} edits kept,"
        f" {refused} refused with a sentence; {rounds} races of four for the claim"
    )


def _two_processes(path: Path, seed: str) -> tuple[int, int]:
    visit_file(path.parent, name=path.name)
    writers = [started(contend, path, f"{name}-{seed}", _EDITS) for name in ("anna", "boris")]
    for _, connection in writers:
        assert connection.poll(30)
        connection.recv()
    for _, connection in writers:
        connection.send("go")
    acknowledged: list[str] = []
    refused = 0
    for process, connection in writers:
        assert connection.poll(120)
        answer = connection.recv()
        process.join()
        connection.close()
        assert isinstance(answer, tuple)
        done, refusals = answer
        acknowledged += done
        refused += len(refusals)
        for sentence in refusals:
            assert any(known in sentence for known in _REFUSALS), sentence
    stored = read(path)
    assert set(acknowledged) <= set(stored.visit.items)
    assert len(stored.entries) == len(acknowledged) == 2 * _EDITS
    assert [found.name for found in path.parent.glob(f"*{path.stem}*")] == [path.name]
    return len(acknowledged), refused


def _two_windows(path: Path, chance: random.Random) -> int:
    """Two windows of one process in turn; each takes over when it is refused."""
    windows = [session_on(path), session_on(path, break_lock=True)]
    made = 0
    for _ in range(20):
        at = chance.randrange(2)
        number = len(read(path).entries)
        if _edited(windows[at], chance):
            made += len(read(path).entries) - number
        else:
            assert len(read(path).entries) == number
            windows[at].close()
            windows[at] = session_on(path, break_lock=True)
        assert read(path).visit in {id(w): w.visit for w in windows}.values()
    for window in windows:
        window.close()
    assert len(read(path).entries) == made
    return made


def _edited(session: Session, chance: random.Random) -> bool:
    before = session.visit
    try:
        any_edit(session, chance)
    except StoreError as refusal:
        told = str(refusal)
    else:
        return True
    assert _REFUSALS[0] in told, told
    assert session.visit is before
    return False


def _race(path: Path) -> None:
    """The claim of a killed process lies there; those who come together agree on one of them."""
    dead = {"host": socket.gethostname(), "user": "Петров", "pid": 2**22 + 1}
    path.with_name(f".{path.name}.lock").write_text(json.dumps(dead))
    crowd = [started(hold, path) for _ in range(4)]
    answers = [connection.recv() for _, connection in crowd]
    with closing(open_visit(path)) as late:
        assert not late.writable
    for process, connection in crowd:
        connection.send("let go")
        connection.recv()
        process.join()
        connection.close()
    assert sorted(map(bool, answers)) == [False, False, False, True]
    assert [found.name for found in path.parent.glob(f"*{path.stem}*")] == [path.name]
