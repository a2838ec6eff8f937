# SPDX-License-Identifier: MIT
"""PySide6 6.12.0 loses a reference to None per void call; before Python 3.12 that is an abort."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

COUNT = """
import sys
from PySide6.QtGui import QImage, QPainter

image = QImage(8, 8, QImage.Format.Format_ARGB32)
painter = QPainter(image)
painter.setOpacity(1.0)
before = sys.getrefcount(None)
for _ in range(200):
    painter.setOpacity(0.5)
after = sys.getrefcount(None)
painter.end()
print(after - before)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_void_calls_keep_their_reference_to_none() -> None:
    child = subprocess.run(
        [sys.executable, "-c", COUNT], capture_output=True, text=True, check=True, timeout=60
    )

    # Whatever else happens in the loop, 200 lost references would show.
    assert int(child.stdout) > -100


def test_pyside_is_capped_below_the_release_that_aborts() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert [line for line in project["dependencies"] if line.startswith("PySide6")] == [
        "PySide6-Essentials>=6.8,<6.12"
    ]


def test_pyside_is_locked_below_the_release_that_aborts() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", lock, re.MULTILINE)

    assert locked is not None
    assert (6, 8) <= (int(locked[1]), int(locked[2])) < (6, 12)
