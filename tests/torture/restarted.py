# SPDX-License-Identifier: MIT
"""Many edits with restarts between them: undo goes back through all, redo forward again."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

from tests.factory import example
from tests.opened import TODAY, read, visit_file
from tests.torture.writers import stray_clock
from visitplanner.domain import edits
from visitplanner.session.session import Session
from visitplanner.store import open_visit

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, seed: int, rounds: int) -> str:
    """So many edits, each a step of its own; then all are undone, redone and undone again."""
    chance = random.Random(seed)
    path, start, restarts = visit_file(folder, example()), example(), 0

    def opened() -> Session:
        return Session(open_visit(path), TODAY, stray_clock(chance), "Иванова")

    session = opened()
    names = sorted(start.items)
    for turn in range(rounds):
        if chance.random() < 20 / rounds:
            session.close()
            session = opened()
            restarts += 1
        name = chance.choice(names)
        if turn % 3:
            title = f"Пункт {turn}"
            session.edit(
                partial(edits.set_item_title, item_id=name, language="ru", title=title),
            )
        else:
            session.edit(partial(edits.shift_items, item_ids=[name], minutes=5 * (turn % 2 or -1)))
    end = session.visit
    session.close()
    session = opened()
    assert session.visit == end
    for _ in range(rounds):
        session.undo()
    assert session.undo_message is None
    assert session.visit == start
    session.close()
    session = opened()
    for _ in range(rounds):
        session.redo()
    assert session.redo_message is None
    assert session.visit == end
    while session.undo_message is not None:
        session.undo()
    assert session.visit == start
    session.close()
    lines = len(read(path).entries)
    assert lines == 4 * rounds
    size = path.stat().st_size / 2**20
    return f"{rounds} edits, {restarts} restarts between: all undone, redone, undone; {size:.1f} MB"
