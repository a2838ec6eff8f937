# SPDX-License-Identifier: MIT
"""Files cut, flipped, holed and mixed at random: whole, or refused and restored."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from tests.opened import dumped, read, session_on
from tests.store.test_damage import lived_in
from tests.torture.torn import states_of
from visitplanner.domain import edits
from visitplanner.store.care import Source, restore
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.domain.visit import Visit

PAGE = 8192


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 1, 8))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _zeros(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data)) // PAGE * PAGE
    data[start : start + PAGE] = bytes(PAGE)


def _swap(data: bytearray, chance: random.Random) -> None:
    """Two pages in each other's place."""
    a, b = (chance.randrange(len(data)) // PAGE * PAGE for _ in range(2))
    data[a : a + PAGE], data[b : b + PAGE] = data[b : b + PAGE], data[a : a + PAGE]


DAMAGE: dict[str, Callable[[bytearray, random.Random], None]] = {
    "cut": _cut,
    "flipped": _flip,
    "holed": _zeros,
    "mixed": _swap,
}
_WEIGHTS = (4, 5, 1, 1)


def run(folder: Path, seed: int, rounds: int) -> str:
    """So many damaged files of one that was sound; those that are refused are restored."""
    chance = random.Random(seed)
    (folder / "sound").mkdir()
    sound = lived_in(folder / "sound")
    data, right, states = sound.read_bytes(), dumped(read(sound)), states_of(sound)
    told: Counter[str] = Counter()
    for turn in range(rounds):
        here = folder / f"{turn}"
        here.mkdir()
        what = chance.choices(tuple(DAMAGE), _WEIGHTS)[0]
        spoilt = bytearray(data)
        DAMAGE[what](spoilt, chance)
        which = f"{what} {turn}"
        if _opens_right(here / "a.visit", bytes(spoilt), right, which):
            told[f"{what}: whole"] += 1
        else:
            told[f"{what}: {_restored(here / 'a.visit', states, which)}"] += 1
    assert told.total() - sum(n for name, n in told.items() if name.endswith("whole")) > rounds / 3
    return f"{rounds} files; " + ", ".join(f"{what} {n}" for what, n in sorted(told.items()))


def _restored(path: Path, states: list[Visit], which: str) -> str:
    """Restores a refused file; it has a state that there was, and the damaged one is kept."""
    data = path.read_bytes()
    try:
        done = restore(path)
    except StoreError as refusal:
        told = str(refusal)
        assert told.startswith(str(path)), which
        assert path.read_bytes() == data, which
        assert [found.name for found in path.parent.iterdir()] == [path.name], which
        return "refused, nothing to restore"
    assert done.source is Source.ITSELF, which
    assert done.kept is not None, which
    assert done.kept.read_bytes() == data, which
    with closing(session_on(path)) as session:
        assert session.visit == states[done.last], which
        while session.undo_message is not None:
            session.undo()
        if done.whole_log:
            assert session.visit == states[0], which
        session.edit(lambda v: edits.shift_items(v, v.items, 5))
    if done.last < len(states) - 1:
        return "refused, restored to an earlier state"
    return "refused, restored to the last state"


def _opens_right(path: Path, data: bytes, right: bytes, which: str) -> bool:
    """Whether the file opens; then it holds what is right and takes an edit without harm."""
    path.write_bytes(data)
    try:
        held = dumped(read(path))
        opened = session_on(path)
    except StoreError as refusal:
        told = str(refusal)
        assert told.startswith(str(path)), which
        assert "\n" not in told, which
        assert path.read_bytes() == data, which
        assert [found.name for found in path.parent.iterdir()] == [path.name], which
        return False
    with closing(opened) as session:
        assert held == right, which
        session.edit(lambda v: edits.set_item_title(v, "talks", "ru", "После" * 300))
        visit = session.visit
    assert read(path).visit == visit, which
    return True
