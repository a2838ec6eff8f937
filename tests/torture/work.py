# SPDX-License-Identifier: MIT
"""Random work on visits of each kind, with the window's models beside; failures are cut down."""

from __future__ import annotations

import tempfile
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture.starts import STARTS
from tests.torture.torment import run as torment

if TYPE_CHECKING:
    from collections.abc import Callable


def _fails(name: str, seed: str, steps: list[int]) -> str:
    """What goes wrong, with its place; empty when all is well."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            torment(Path(folder, "визиты"), STARTS[name](), seed, steps)
        except Exception as fault:  # noqa: BLE001 -- whatever it is, it is what was looked for
            last = traceback.extract_tb(fault.__traceback__)[-1]
            return f"{type(fault).__name__} at {Path(last.filename).name}:{last.lineno}"
    return ""


def _fails_so(name: str, seed: str, what: str, steps: list[int]) -> bool:
    return _fails(name, seed, steps) == what


def shortened(steps: list[int], fails: Callable[[list[int]], bool]) -> list[int]:
    """The steps without those that do not matter: halves, quarters and so on are left out."""
    size = len(steps) // 2
    while size:
        at = 0
        while at < len(steps):
            fewer = steps[:at] + steps[at + size :]
            if fails(fewer):
                steps = fewer
            else:
                at += size
        size //= 2
    return steps


def run(name: str, folder: Path, seed: int, rounds: int) -> str:
    """So many steps on a visit of a kind; a failure names the few that matter."""
    chance, numbers = f"{name} {seed}", list(range(rounds))
    try:
        done = torment(folder / name, STARTS[name](), chance, numbers).done
    except Exception as fault:
        what = _fails(name, chance, numbers)
        few = shortened(numbers, partial(_fails_so, name, chance, what))
        raise AssertionError(f"{what} after the steps {few} alone") from fault
    undone, refused = done["undo"] + done["many undo"], done["refused"]
    return (
        f"{rounds} steps, {undone} of them undo, {done['restart']} restarts, {refused} refused;"
        " all undone and redone"
    )
