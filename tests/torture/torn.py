# SPDX-License-Identifier: MIT
"""Copies made while a file is being written: whole, or recognised as torn."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from time import sleep
from typing import TYPE_CHECKING

from tests.opened import read, visit_file
from tests.torture.killed import last_sent
from tests.torture.writers import started, write_until_killed
from visitplanner.domain.patch import apply
from visitplanner.store import open_visit
from visitplanner.store.contract import StoreError
from visitplanner.store.recovery import journal_of

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.visit import Visit


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


def run(folder: Path, seed: int, rounds: int) -> str:
    """So many copies, block by block as file managers do; some with the journal beside."""
    chance = random.Random(seed)
    path = visit_file(folder)
    writer, connection = started(write_until_killed, path, seed)
    assert connection.poll(30)
    copies = [folder / f"copy {number}.visit" for number in range(rounds)]
    for copy in copies:
        _copy(path, copy, chance)
    writer.kill()
    writer.join()
    last_sent(connection)
    connection.close()
    states, refused, recovered = states_of(path), 0, 0
    for copy in copies:
        recovered += journal_of(copy).exists() and journal_of(copy).stat().st_size > 0
        try:
            stored = read(copy)
        except StoreError as refusal:
            told = str(refusal)
            assert told.startswith(f"{copy} is damaged or an incomplete copy"), told
            refused += 1
        else:
            assert stored.visit == states[len(stored.entries)], copy.name
    assert refused > 0
    return (
        f"{rounds} copies: {refused} torn and refused, {rounds - refused} whole;"
        f" {recovered} with a journal"
    )


def _copy(path: Path, copy: Path, chance: random.Random) -> None:
    journal = journal_of(path)
    how = chance.randrange(3)
    if how == 1 and journal.exists():
        shutil.copyfile(journal, journal_of(copy))
    with path.open("rb") as file, copy.open("wb") as out:
        while block := file.read(8192 * chance.choice((1, 4, 64))):
            out.write(block)
            sleep(chance.random() * 0.002)
    if how == 2 and journal.exists():
        shutil.copyfile(journal, journal_of(copy))
