# SPDX-License-Identifier: MIT
"""Random work on real files: whatever is done can be undone, and every view shows what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.torture.starts import STARTS
from tests.torture.torment import run

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

# Twenty runs of fifty steps; a crowd is slow to check, and the long runs have it too.
RUNS = [
    (name, seed)
    for name, runs in {"small": 6, "full": 6, "example": 4, "blank": 3, "crowd": 1}.items()
    for seed in range(runs)
]


@pytest.mark.parametrize(("name", "seed"), RUNS)
def test_any_work_can_be_undone_and_every_view_follows(
    qtbot: QtBot, tmp_path: Path, name: str, seed: int
) -> None:
    del qtbot  # its log of Qt's warnings counts
    torment = run(tmp_path / "визиты", STARTS[name](), f"{name} {seed}", range(50))

    assert sum(torment.done.values()) >= 50
