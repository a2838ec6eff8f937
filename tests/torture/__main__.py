# SPDX-License-Identifier: MIT
"""`python -m tests.torture [STEPS [FAMILY...]]`: random work, one line for each family of visits.

What fails is cut down to the few steps that matter, and those are printed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.torture.starts import STARTS
from tests.torture.torment import run

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = 1000


def _fails(name: str, steps: list[int]) -> str:
    """What goes wrong, with its place; empty when all is well."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            run(Path(folder, "визиты"), STARTS[name](), name, steps)
        except Exception as fault:  # noqa: BLE001 -- whatever it is, it is what was looked for
            last = traceback.extract_tb(fault.__traceback__)[-1]
            return f"{type(fault).__name__} at {Path(last.filename).name}:{last.lineno}"
    return ""


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


def torment(name: str, steps: int) -> bool:
    """Torments one family and tells about it; answers whether all went well."""
    numbers = list(range(steps))
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = run(Path(folder, "визиты"), STARTS[name](), name, numbers).done
        except Exception:  # noqa: BLE001 -- told below
            print(f"{name}: FAILED", flush=True)
            traceback.print_exc()
        else:
            counts = ", ".join(f"{what} {n}" for what, n in sorted(done.items()))
            print(f"{name}: {steps} steps: {counts}", flush=True)
            return True
    what = _fails(name, numbers)
    few = shortened(numbers, lambda fewer: _fails(name, fewer) == what)
    print(f"  {what} after the steps {few} alone", flush=True)
    return False


def main(arguments: list[str]) -> int:
    """Torments every family, or those named."""
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    steps = int(arguments[0]) if arguments else STEPS
    wrong = [name for name in arguments[1:] or STARTS if not torment(name, steps)]
    application.processEvents()
    return len(wrong)


if __name__ == "__main__":
    raise SystemExit(bool(main(sys.argv[1:])))
