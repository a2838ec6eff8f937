# SPDX-License-Identifier: MIT
"""`python -m tests.torture [--family NAME] [--seed N] [--rounds N]`: one line for each family.

Without a seed a new one is drawn; it is printed, and with it a run can be repeated.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path

from tests.torture.families import FAMILIES, Family

_WORK = {f"work-{name}": name for name in ("small", "full", "example", "blank", "crowd")}
"""Random work on a visit of a kind, with the window's models; it alone needs Qt."""
_NAMES = (*FAMILIES, *_WORK)
_AT_A_TIME = 2
_STEPS = 1000


def _family(name: str) -> Family:
    if name in FAMILIES:
        return FAMILIES[name]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.torture import work

    QApplication([*sys.argv[:1], "-style", "fusion"]).setObjectName("torture")
    return Family(partial(work.run, _WORK[name]), _STEPS, 0)


def _one(name: str, seed: int, rounds: int | None) -> bool:
    """Runs a family here; whether all went well."""
    family, begun = _family(name), time.monotonic()
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = home
        try:
            told = family.run(Path(folder), seed, rounds or family.rounds)
        except Exception as fault:  # noqa: BLE001 -- told below
            told = f"FAILED: {type(fault).__name__}: {fault}"
            traceback.print_exc()
    print(f"{name} (seed {seed}, {time.monotonic() - begun:.0f} s): {told}", flush=True)
    return not told.startswith("FAILED")


def _all(seed: int) -> bool:
    """Runs every family in a process of its own, the longest first; each has its line when done."""

    def done(name: str) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "tests.torture", "--family", name, "--seed", str(seed)]
        return subprocess.run(words, capture_output=True, text=True, check=False)

    well = True
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        for run in as_completed(pool.submit(done, name) for name in reversed(_NAMES)):
            answer = run.result()
            print(answer.stdout + answer.stderr, end="", flush=True)
            well &= not answer.returncode
    return well


def main() -> int:
    """Tortures files in every way, or in the one named."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--family", choices=_NAMES)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--rounds", type=int)
    asked = parser.parse_args()
    if asked.family is None:
        return int(not _all(asked.seed))
    return int(not _one(asked.family, asked.seed, asked.rounds))


if __name__ == "__main__":
    raise SystemExit(main())
