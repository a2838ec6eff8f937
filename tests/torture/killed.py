# SPDX-License-Identifier: MIT
"""Processes killed at random moments of their work: no acknowledged edit is lost, none is half."""

from __future__ import annotations

import random
from contextlib import closing, suppress
from hashlib import blake2b
from time import sleep
from typing import TYPE_CHECKING

from tests.factory import example
from tests.opened import day_of_five, dumped, read, session_on, visit_file
from tests.torture.writers import started, write_until_killed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.writers import Line

_LONGEST = 0.15
"""Seconds a process works; opening takes about a tenth of it."""
_A_FILE = 25
"""Kills that one file goes through before another one takes its place."""


def last_sent(connection: Line) -> tuple[int, bytes] | None:
    """The last thing a killed process managed to say."""
    last: object = None
    with suppress(EOFError):
        while True:
            last = connection.recv()
    if last is None:
        return None
    assert isinstance(last, tuple)
    number, state = last
    return number, state


def run(folder: Path, seed: int, rounds: int) -> str:
    """Kills a writer so many times, and reads the file each time."""
    chance = random.Random(seed)
    acknowledged = unanswered = opening = 0
    path, lines = folder, 0
    for turn in range(rounds):
        if turn % _A_FILE == 0:
            visit = chance.choice((day_of_five, example))()
            path, lines = visit_file(folder, visit, f"визит {turn}.visit"), 0
        writer, connection = started(write_until_killed, path, chance.randrange(10**9))
        if chance.random() < 0.8:  # else it may be killed while it opens the file
            assert connection.poll(30)
        sleep(chance.random() * _LONGEST)
        writer.kill()
        writer.join()
        said = last_sent(connection)
        connection.close()
        stored = read(path)
        found = len(stored.entries)
        if said is None:
            opening += 1
            assert found == lines, f"kill {turn}: {found} lines, {lines} before it was opened"
        else:
            number, state = said
            # An edit may be committed whose acknowledgement was cut off: whole, and the only one.
            assert found in {number, number + 1}, f"kill {turn}: {found} lines, {number} told"
            unanswered += found - number
            if found == number:
                assert blake2b(dumped(stored), digest_size=16).digest() == state, f"kill {turn}"
        acknowledged += found - lines
        lines = found
        if turn % _A_FILE == _A_FILE - 1 or turn == rounds - 1:
            _undone(path)
    assert acknowledged > rounds
    return (
        f"{rounds} kills, {acknowledged} edits kept, {unanswered} of them unanswered,"
        f" {opening} kills while opening"
    )


def _undone(path: Path) -> None:
    """All the steps of a file can be taken back, whoever made them; and it is left clean."""
    with closing(session_on(path)) as session:
        while session.undo_message is not None:
            session.undo()
        assert session.visit == read(path).visit
    beside = [found.name for found in path.parent.iterdir() if path.name in found.name]
    assert beside == [path.name]
