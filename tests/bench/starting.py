# SPDX-License-Identifier: MIT
"""Whole processes: the window until it is seen and until it is full, and commands without one."""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from tests.bench.engine import large
from tests.bench.measure import Row, compared_processes, reported, row
from visitplanner.domain.record import first_record
from visitplanner.samples import template
from visitplanner.store import create_visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIRST, FULL, TURN_MS = 1.6, 4.0, 20.0
MOMENTS: Final = Path(__file__).with_name("moments.py")


def _readings(words: Sequence[str], runs: int) -> list[dict[str, float]]:
    """What `moments.py` has reported of a window, with a bare one in turn under "bare"."""
    command = [sys.executable, str(MOMENTS)]
    reported([*command, *words])
    found = []
    for _ in range(runs):
        bare = reported([*command, "bare"])["painted"]
        found.append(reported([*command, *words]) | {"bare": bare})
    return found


def _row(name: str, at_most: float, found: list[dict[str, float]], moment: str) -> Row:
    return row(name, at_most, [one[moment] for one in found], [one["bare"] for one in found])


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    now = datetime(2025, 12, 1, tzinfo=UTC)
    example = template("smolensk-vitebsk", uid="bench", day=None)
    path = folder / "example.visit"
    create_visit(path, example, first_record(example, now))
    yield "the example", path
    for items in (200, 2_000, 20_000):
        path = folder / f"{items}.visit"
        create_visit(path, *large(items))
        yield f"{items:,} items", path


def rows() -> Iterator[Row]:
    """Start-up rows of design.md section 9: processor time from the start of the process on."""
    for words in (["--help"], ["--version"]):
        program = f"from visitplanner.cli import main; main({words!r})"
        yield compared_processes(f"visitplanner {words[0]} / python -c pass", 3.5, program, "pass")
    empty = _readings(["empty"], 9)
    yield _row("empty window, first paint / bare QMainWindow", 1.25, empty, "painted")
    yield _row("empty window, its page painted / bare QMainWindow", FIRST, empty, "full")
    with tempfile.TemporaryDirectory() as name:
        for title, path in _files(Path(name)):
            found = _readings(["file", str(path)], 5 if "0,000" in title else 9)
            yield _row(f"{title}, first paint / bare QMainWindow", FIRST, found, "painted")
            yield _row(f"{title}, full content / bare QMainWindow", FULL, found, "full")
            yield _row(f"{title}, all of it to be edited / bare QMainWindow", FULL, found, "open")
            turn = median(one["turn"] for one in found)
            label = f"{title}, longest turn of the window while it opens / {TURN_MS:.0f} ms"
            yield Row(label, turn * 1000 / TURN_MS, 1.0, turn * 1000, TURN_MS)
