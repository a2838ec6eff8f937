# SPDX-License-Identifier: MIT
"""Full disks: the edit is refused, and all that was there before still is."""

from __future__ import annotations

import random
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.opened import day_of_five, hashes, session_on, visit_file
from tests.torture.mounts import mounted
from tests.torture.writers import (
    copy_on_a_full_disk,
    open_on_a_full_disk,
    refused_and_kept,
    started,
    write_until_refused,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_ROOM = "the edit was not made"


def run(folder: Path, seed: int, rounds: int) -> str:
    """Fills the disk under a writer so many times, by a limit and by a small disk."""
    chance = random.Random(seed)
    made = 0
    for turn in range(rounds):
        path = visit_file(folder, name=f"визит {turn}.visit")
        spare = chance.choice((0, 100, 3000, 9000, 20_000, 50_000)) + chance.randrange(100)
        writer, connection = started(
            write_until_refused, path, spare, folder / f"copy {turn}.visit"
        )
        assert connection.poll(60)
        answer = connection.recv()
        writer.join()
        connection.close()
        assert isinstance(answer, tuple)
        made += _judged(path, *answer)
    _copied_without_room(folder)
    _opened_without_room(folder)
    small = _small_disk(chance, max(1, rounds // 5))
    told = f"{small} on a small disk" if small else "no small disk permitted"
    return f"{rounds} limits after {made} edits, {told}; copies and claims without room"


def _judged(path: Path, sentence: str, made: int, wrong: list[str]) -> int:
    assert not wrong, wrong
    assert sentence.startswith(str(path)), sentence
    assert _NO_ROOM in sentence, sentence
    return made


def _copied_without_room(folder: Path) -> None:
    path, target = visit_file(folder), folder / "copy.visit"
    files = hashes(folder)
    process, connection = started(copy_on_a_full_disk, path, target)
    assert connection.poll(30)
    sentence = connection.recv()
    process.join()
    connection.close()
    assert isinstance(sentence, str)
    assert sentence.startswith(f"{target} cannot be made")
    assert hashes(folder) == files


def _opened_without_room(folder: Path) -> None:
    """Not even the small file fits that says who edits; then one reads, and is told why."""
    path = visit_file(folder, name="full.visit")
    files = hashes(folder)
    process, connection = started(open_on_a_full_disk, path)
    assert connection.poll(30)
    answer = connection.recv()
    process.join()
    connection.close()
    assert isinstance(answer, tuple)
    reason, items = answer
    assert "cannot be edited, the disk is full" in reason
    assert items == len(day_of_five().items)
    assert hashes(folder) == files


def _small_disk(chance: random.Random, rounds: int) -> int:
    """A disk that is really full, down to the last byte of the journal; 0 where none is allowed."""
    with mounted("size=400k") as disk:
        if disk is None:
            return 0
        for turn in range(rounds):
            path = visit_file(disk, name=f"{turn}.visit")
            session = session_on(path)
            with _filled(disk, chance.randrange(40_000)) as filler, _elsewhere() as copy:
                told = refused_and_kept(session, chance, copy, make_room=filler.unlink)
            _judged(path, *told)
            path.unlink()
            assert not [found.name for found in disk.iterdir()]
    return rounds


@contextmanager
def _filled(disk: Path, spare: int) -> Iterator[Path]:
    """A file that takes all but so many bytes."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while True:
                file.write(bytes(4096))
        file.truncate(max(0, filler.stat().st_size - spare))
    try:
        yield filler
    finally:
        filler.unlink(missing_ok=True)


@contextmanager
def _elsewhere() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name, "copy.visit")
