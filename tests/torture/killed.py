# SPDX-License-Identifier: MIT
"""Processes killed at random moments of their work: no acknowledged edit is lost, none is half."""

from __future__ import annotations

import random
from contextlib import closing, suppress
from hashlib import blake2b
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from tests.factory import example
from tests.opened import day_of_five, dumped, read, session_on, visit_file
from tests.torture.writers import started, write_until_killed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.writers import Line
    from visitplanner.store.contract import Stored

_LONGEST = 0.3
"""Seconds a process works; opening takes about a tenth of it."""
_A_FILE = 25
"""Kills that one file goes through before another one takes its place."""


class Told(NamedTuple):
    """What a process was the last to have acknowledged."""

    lines: int
    versions: int
    state: bytes
    """A digest; empty while a version was being made."""


def last_sent(connection: Line) -> Told | None:
    """The last thing a killed process managed to say."""
    last: object = None
    with suppress(EOFError):
        while True:
            last = connection.recv()
    if last is None:
        return None
    assert isinstance(last, tuple)
    return Told(*last)


def judge(stored: Stored, said: Told | None, before: Told, which: str) -> Told:
    """What stands in the file: all that was acknowledged, and at most one thing more, whole."""
    state = blake2b(dumped(stored), digest_size=16).digest()
    found = Told(len(stored.entries), len(stored.record.versions), state)
    known = said or before
    if not known.state:  # a version was being made
        assert found.lines == known.lines, f"{which}: {found.lines} lines, {known.lines} told"
        assert found.versions in {known.versions, known.versions + 1}, which
    elif found.lines == known.lines:
        assert found.state == known.state, which
    else:
        assert found.lines == known.lines + 1, f"{which}: {found.lines} lines, {known.lines} told"
        assert found.versions == known.versions, which
    return found


def run(folder: Path, seed: int, rounds: int) -> str:
    """Kills a writer so many times, and reads the file each time."""
    chance = random.Random(seed)
    acknowledged = unanswered = versions = opening = 0
    path, there = folder, Told(0, 0, b"")
    for turn in range(rounds):
        if turn % _A_FILE == 0:
            visit = chance.choice((day_of_five, example))()
            path = visit_file(folder, visit, f"визит {turn}.visit")
            there = Told(0, 0, blake2b(dumped(read(path)), digest_size=16).digest())
        writer, connection = started(write_until_killed, path, chance.randrange(10**9))
        if chance.random() < 0.8:  # else it may be killed while it opens the file
            assert connection.poll(30)
        sleep(chance.random() * _LONGEST)
        writer.kill()
        writer.join()
        said = last_sent(connection)
        connection.close()
        before, there = there, judge(read(path), said, there, f"kill {turn}")
        opening += said is None
        unanswered += said is not None and there.lines > said.lines
        acknowledged += there.lines - before.lines
        versions += there.versions - before.versions
        if turn % _A_FILE == _A_FILE - 1 or turn == rounds - 1:
            _undone(path)
    assert acknowledged > rounds // 4
    return (
        f"{rounds} kills, {acknowledged} edits and {versions} versions kept,"
        f" {unanswered} edits unanswered, {opening} kills while opening"
    )


def _undone(path: Path) -> None:
    """All the steps of a file can be taken back, whoever made them; and it is left clean."""
    with closing(session_on(path)) as session:
        while session.undo_message is not None:
            session.undo()
        assert session.visit == read(path).visit
    beside = [found.name for found in path.parent.iterdir() if path.name in found.name]
    assert beside == [path.name]
