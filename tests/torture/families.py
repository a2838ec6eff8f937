# SPDX-License-Identifier: MIT
"""What is promised of files, by family; each run is repeatable by its seed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from tests.torture import damaged, killed, lost, protected, restarted, rivals, shared, starved, torn

Run = Callable[[Path, int, int], str]


class Family(NamedTuple):
    """A run on an empty folder by seed and rounds; it answers what was done, or fails."""

    run: Run
    rounds: int
    """Of `make torture`."""
    few: int
    """Of the tests."""


FAMILIES: Final[dict[str, Family]] = {
    "kill": Family(killed.run, 300, 16),
    "disk": Family(starved.run, 50, 4),
    "read-only": Family(protected.run, 50, 6),
    "writers": Family(rivals.run, 20, 1),
    "lost": Family(lost.run, 160, 16),
    "damage": Family(damaged.run, 300, 30),
    "torn": Family(torn.run, 50, 25),
    "share": Family(shared.run, 100, 10),
    "restart": Family(restarted.run, 1000, 40),
}
