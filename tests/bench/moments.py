# SPDX-License-Identifier: MIT
"""One window as a process of its own, which reports on standard output when it came how far.

`bare` is a QMainWindow without anything, `empty` our window without a visit, `file PATH` with one.
Moments are seconds of processor time of all threads since the process began; `turn` is the longest
time for which the event loop has served nobody, by the clock.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from visitplanner.gui.main_window import MainWindow

MOMENTS: dict[str, float] = {}


def note(moment: str) -> None:
    """Notes how much processor time it has taken to get here."""
    MOMENTS[moment] = time.process_time()


def report() -> None:
    """The moments in one line; the end of the process is not measured."""
    line = " ".join(f"{name}={seconds:.6f}" for name, seconds in MOMENTS.items())
    os.write(1, f"{line}\n".encode())


def bare() -> None:
    """The yardstick."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    application.processEvents()
    note("painted")


def window(path: Path | None) -> None:
    """Our window until everything in it is made."""
    from visitplanner.cli.window import load_window

    app = load_window()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication(["visitplanner", "-style", "fusion"])
    shown = app.start(application, path)
    shown.painted.connect(lambda: note("painted"))
    longest, last = 0.0, time.perf_counter()

    def served() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    pulse = QTimer()
    pulse.setInterval(1)
    pulse.timeout.connect(served)

    def begin() -> None:
        nonlocal last
        last = time.perf_counter()
        pulse.start()

    shown.painted.connect(begin)

    while "painted" not in MOMENTS or not shows_all(shown, path):
        wait(application)
    application.processEvents()
    note("full")
    while shown.busy:
        wait(application)
    application.processEvents()
    note("open")
    MOMENTS["turn"] = longest
    report()
    shown.close()


def wait(application: QApplication) -> None:
    """Serves what has come, else sleeps until something does."""
    from PySide6.QtCore import QEventLoop

    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def shows_all(shown: MainWindow, path: Path | None) -> bool:
    """Whether a day of the plan is there with all its items, or the page of an empty window."""
    if path is None:
        return not shown.busy
    place = shown.workspace or shown.place
    stage = place.stage if place is not None else None
    return stage is not None and stage.canvas.whole


def main(words: list[str]) -> None:
    """Opens the window that is asked for."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if words[0] == "bare":
        bare()
        report()
    else:
        window(Path(words[1]) if words[0] == "file" else None)


if __name__ == "__main__":
    main(sys.argv[1:])
