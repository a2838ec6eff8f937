# SPDX-License-Identifier: MIT
"""Files cut, flipped, holed and mixed at random: opened as they were written, or refused."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from tests.opened import dumped, read, session_on
from tests.store.test_damage import lived_in
from visitplanner.domain import edits
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
    """So many damaged files of one that was sound."""
    chance = random.Random(seed)
    (folder / "sound").mkdir()
    sound = lived_in(folder / "sound")
    data, right = sound.read_bytes(), dumped(read(sound))
    told: Counter[str] = Counter()
    for turn in range(rounds):
        here = folder / f"{turn}"
        here.mkdir()
        what = chance.choices(tuple(DAMAGE), _WEIGHTS)[0]
        spoilt = bytearray(data)
        DAMAGE[what](spoilt, chance)
        opened = _opens_right(here / "a.visit", bytes(spoilt), right, f"{what} {turn}")
        told[f"{what} {'whole' if opened else 'refused'}"] += 1
    assert sum(n for name, n in told.items() if "refused" in name) > rounds / 3
    return f"{rounds} files: " + ", ".join(f"{what} {n}" for what, n in sorted(told.items()))


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
