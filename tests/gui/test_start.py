# SPDX-License-Identifier: MIT
"""The window opens without what it does not show: slow libraries wait until they are needed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"reportlab", "icalendar", "openpyxl", "babel", "pytrovich", "pypdfium2", "PIL", "lxml"}
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from visitplanner.gui import app
window = app.open_window(application, app.usual_office())
if len(sys.argv) > 1:
    window.files.open_path(Path(sys.argv[1]))
window.show()
application.processEvents()
while window.busy:
    application.processEvents()
assert len(sys.argv) == 1 or window.desk is not None
window.grab()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(*sorted(name for name in sys.modules if name.startswith("visitplanner.")))
window.close()
"""


def loaded(*words: str) -> tuple[set[str], set[str]]:
    """Top-level packages and our own modules a window has loaded when it is painted."""
    found = subprocess.run(
        [sys.executable, "-c", START, *words], capture_output=True, text=True, check=True
    )
    packages, modules = found.stdout.splitlines()
    return set(packages.split()), set(modules.split())


def test_an_empty_window_does_without_domain_and_libraries() -> None:
    packages, modules = loaded()

    assert packages & (HEAVY | {"msgspec", "sqlite3", "json", "typing_extensions"}) == set()
    rooms = {name.split(".")[1] for name in modules}
    assert rooms == {"gui", "paths", "words"}


def test_a_window_with_a_visit_does_without_what_prints_and_exports(path: Path) -> None:
    packages, _ = loaded(str(path))

    assert packages & HEAVY == set()


@pytest.mark.parametrize("words", [(), ("нет такого файла",)])
def test_the_application_starts_and_stops(tmp_path: Path, words: tuple[str, ...]) -> None:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer;"
        "from PySide6.QtWidgets import QApplication; from visitplanner.gui.app import run;"
        "application = QApplication([]); QTimer.singleShot(300, application.quit);"
        "sys.exit(run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    assert found.returncode == 0
    assert "Traceback" not in found.stderr
