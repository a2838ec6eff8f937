# SPDX-License-Identifier: MIT
"""Processes killed, starved and copied from while they write: no acknowledged edit is lost."""

from __future__ import annotations

import random
from contextlib import closing, suppress
from hashlib import blake2b
from time import sleep
from typing import TYPE_CHECKING

import pytest

from tests.opened import dumped, read, session_on, visit_file
from tests.store.writers import (
    copy_on_a_full_disk,
    started,
    write_until_killed,
    write_until_refused,
)
from visitplanner.domain.patch import apply
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.writers import Line
    from visitplanner.domain.visit import Visit


def last_sent(connection: Line) -> tuple[int, bytes]:
    """The last thing a killed process managed to say."""
    last: object = None
    with suppress(EOFError):
        while True:
            last = connection.recv()
    assert isinstance(last, tuple)
    number, state = last
    return number, state


@pytest.mark.parametrize("seed", range(5))
def test_writer_killed_at_any_moment_loses_nothing(tmp_path: Path, seed: int) -> None:
    """Ten times each: kill -9, then the file holds every acknowledged edit and nothing half."""
    path = visit_file(tmp_path)
    chance = random.Random(seed)
    for turn in range(10):
        writer, connection = started(write_until_killed, path, chance.randrange(10**9))
        assert connection.poll(30)
        sleep(chance.random() * 0.12)
        writer.kill()
        writer.join()
        number, state = last_sent(connection)
        connection.close()
        stored = read(path)
        found = stored.entries[-1].number if stored.entries else 0
        # An edit may be committed whose acknowledgement was cut off: whole, and the only one.
        assert found in (number, number + 1), turn
        if found == number:
            assert blake2b(dumped(stored), digest_size=16).digest() == state
    assert found > 10
    with closing(session_on(path)) as session:
        while session.undo_message is not None:
            session.undo()
        assert session.visit == read(path).visit


def states_of(path: Path) -> list[Visit]:
    """The visit after each edit of the log, from the beginning."""
    with closing(open_visit(path, read_only=True)) as store:
        visit = store.read().visit
        lines = list(store.history())
    states = [visit]
    for _, patch in reversed(lines):
        visit = apply(visit, patch.inverse())
        states.append(visit)
    return states[::-1]


def test_copy_of_a_file_being_written_is_right_or_refused(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    writer, connection = started(write_until_killed, path, 7)
    assert connection.poll(30)
    chance = random.Random(11)
    copies = [tmp_path / f"copy{number}.visit" for number in range(50)]
    for copy in copies:
        with path.open("rb") as file, copy.open("wb") as out:
            while block := file.read(8192 * chance.choice((1, 4, 64))):
                out.write(block)
                sleep(chance.random() * 0.002)
    writer.kill()
    writer.join()
    last_sent(connection)
    connection.close()
    states, refused = states_of(path), 0
    for copy in copies:
        try:
            stored = read(copy)
        except StoreError as refusal:
            refused += str(refusal).startswith(f"{copy} is damaged or an incomplete copy")
        else:
            assert stored.visit == states[len(stored.entries)]
    assert refused > 0


@pytest.mark.parametrize("spare", [0, 3000, 9000, 20000, 50000])
def test_full_disk_refuses_the_edit_and_keeps_the_rest(tmp_path: Path, spare: int) -> None:
    path = visit_file(tmp_path)
    writer, connection = started(write_until_refused, path, spare)
    assert connection.poll(30)
    answer = connection.recv()
    assert isinstance(answer, tuple)
    sentence, kept, on_disk, again = answer
    writer.join()
    connection.close()
    assert str(path) in sentence
    assert "the edit was not made" in sentence
    assert kept
    assert on_disk
    assert again


def test_copy_without_room_leaves_nothing_behind(tmp_path: Path) -> None:
    path, target = visit_file(tmp_path), tmp_path / "copy.visit"
    process, connection = started(copy_on_a_full_disk, path, target)
    assert connection.poll(30)
    sentence = connection.recv()
    process.join()
    connection.close()
    assert isinstance(sentence, str)
    assert sentence.startswith(f"{target} cannot be made")
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
