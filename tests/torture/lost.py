# SPDX-License-Identifier: MIT
"""Files removed, renamed, replaced or written over while open: the visit can still be saved."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.opened import hashes, read, session_on, visit_file
from tests.store.test_damage import unfinished
from tests.torture.writers import any_edit
from visitplanner.domain import edits
from visitplanner.store.contract import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.session.session import Session

_NOTHING = sha256(b"").hexdigest()


def _another(path: Path, chance: random.Random) -> Path:
    """Another visit, or a copy that went its own way, with about as many edits."""
    other = path.with_name("b.visit")
    visit_file(path.parent, name=other.name)
    with closing(session_on(other)) as session:
        for _ in range(chance.randrange(1, 8)):
            any_edit(session, chance)
    return other


def _with_a_journal(path: Path, _: random.Random) -> None:
    """The file put in its place is being written: its journal is not to be touched."""
    path.rename(path.with_name("b.visit"))
    torn, journal = unfinished(path.parent)
    journal.rename(path.with_name(f"{path.name}-journal"))
    torn.rename(path)


def _cut(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


DEEDS: dict[str, Callable[[Path, random.Random], object]] = {
    "removed": lambda path, _: path.unlink(),
    "renamed": lambda path, _: path.rename(path.with_name("b.visit")),
    "folder renamed": lambda path, _: path.parent.rename(path.parent.with_name("архив")),
    "replaced": lambda path, chance: _another(path, chance).replace(path),
    "replaced, half written": _with_a_journal,
    "written over": lambda path, chance: shutil.copyfile(_another(path, chance), path),
    "emptied": lambda path, _: path.write_bytes(b""),
    "cut": _cut,
}


def run(folder: Path, seed: int, rounds: int) -> str:
    """So many files lost, each after some edits."""
    chance = random.Random(seed)
    counts = dict.fromkeys(DEEDS, 0)
    logs = 0
    for turn in range(rounds):
        what = tuple(DEEDS)[turn % len(DEEDS)]
        logs += _lost(folder / f"{turn}", what, chance)
        counts[what] += 1
    told = ", ".join(f"{what} {n}" for what, n in counts.items() if n)
    return f"{told}; all saved from memory, {logs} of {rounds} with their log"


def _lost(folder: Path, what: str, chance: random.Random) -> bool:
    home = folder / "визиты"
    home.mkdir(parents=True)
    path, copy = visit_file(home), folder / "copy.visit"
    with closing(session_on(path)) as session:
        for _ in range(chance.randrange(1, 8)):
            any_edit(session, chance)
        DEEDS[what](path, chance)
        files, before = hashes(folder), session.visit
        for deed in (_shift, _undo):
            told = _refusal(session, deed)
            assert told.startswith(str(path)), f"{what}: {told!r}"
            assert "\n" not in told
            assert session.visit is before
            assert hashes(folder) == files, what
        logged = session.copy_to(copy)
        stored = read(copy)
        assert (stored.visit, stored.record) == (session.visit, session.record), what
        copy.rename(folder / "saved.visit")
        files["saved.visit"] = hashes(folder)["saved.visit"]
    assert _kept(hashes(folder)) == _kept(files), what
    return logged


def _kept(files: dict[str, str]) -> dict[str, str]:
    """Everything but claims, and journals of which nothing is left."""
    return {
        name: found
        for name, found in files.items()
        if not name.endswith(".lock") and found != _NOTHING
    }


def _shift(session: Session) -> None:
    session.edit(lambda v: edits.shift_items(v, v.items, 5))


def _undo(session: Session) -> None:
    if session.undo_message is None:
        _shift(session)
    else:
        session.undo()


def _refusal(session: Session, deed: Callable[[Session], None]) -> str:
    try:
        deed(session)
    except StoreError as refusal:
        return str(refusal)
    return ""
