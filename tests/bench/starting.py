# SPDX-License-Identifier: MIT
"""Whole processes: the window to its first paint, and the command line without a command."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.engine import large
from tests.bench.measure import Row, compared_processes
from visitplanner.domain.record import first_record
from visitplanner.samples import template
from visitplanner.store import create_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow(); window.resize(1440, 900); window.show()
app.processEvents(); window.grab()
"""
WINDOW = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from visitplanner.gui import app
application = QApplication([])
window = app.open_window(application, app.usual_office())
window.resize(1440, 900)
path = {path}
if path is not None:
    app.begin(window, path)
window.show()
application.processEvents(); window.grab()
"""


def rows() -> Iterator[Row]:
    """Start-up rows of design.md section 9."""
    for words in (["--help"], ["--version"]):
        program = f"from visitplanner.cli import main; main({words!r})"
        yield compared_processes(f"visitplanner {words[0]} / python -c pass", 3.5, program, "pass")
    yield compared_processes(
        "empty window / bare QMainWindow", 1.25, WINDOW.format(path="None"), BARE
    )
    with tempfile.TemporaryDirectory() as name:
        example, crowd = Path(name) / "example.visit", Path(name) / "crowd.visit"
        now = datetime(2025, 12, 1, tzinfo=UTC)
        visit = template("smolensk-vitebsk", uid="bench", day=None)
        create_visit(example, visit, first_record(visit, now))
        create_visit(crowd, *large(200))
        for title, path in (("the example", example), ("200 items", crowd)):
            program = WINDOW.format(path=f"Path({str(path)!r})")
            yield compared_processes(f"window on {title} / bare QMainWindow", 1.6, program, BARE)
