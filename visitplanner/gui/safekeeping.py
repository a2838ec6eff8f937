# SPDX-License-Identifier: MIT
"""Backups of the open visit: soon after it is opened, and while it is worked on."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Notice

FIRST_MS: Final = 5_000
"""After the opening, when there is nothing else to do."""
EVERY_MS: Final = 600_000
"""After the first edit that no backup has."""
MOST_EDITS: Final = 50
"""That no backup has."""


class Safekeeping(QObject):
    """Makes backups in a thread of its own; the work goes on meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._edits = 0
        self._opened = False
        self._stop: Callable[[], None] | None = None
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.begin)

    def follow(self) -> None:
        """Looks after the visit that is open now; without one, nothing goes on any more."""
        self._let_go()
        desk = self._window.desk
        if desk is None:
            self.wait()
        elif desk.writable:
            self._opened = True
            self._stop = desk.session.observe(self._count)
            self._timer.start(FIRST_MS)

    def _let_go(self) -> None:
        """Makes no more backups of the visit before."""
        self._timer.stop()
        if self._stop is not None:
            self._stop()
        self._stop, self._edits = None, 0

    def wait(self) -> None:
        """Waits for the backup that is being made."""
        if self._thread is not None:
            self._thread.join()
        self._thread = None

    def _count(self, _: Notice) -> None:
        self._edits += 1
        if self._edits >= MOST_EDITS:
            self.begin()
        elif not self._timer.isActive():
            self._timer.start(EVERY_MS)

    def begin(self) -> None:
        """Begins a backup of what is in the file now."""
        desk = self._window.desk
        if desk is None:
            return
        if self._thread is not None and self._thread.is_alive():
            self._timer.start(FIRST_MS)
            return
        self._timer.stop()
        self._edits = 0
        path, opened, self._opened = desk.session.path, self._opened, False
        self._thread = Thread(target=_keep, args=(path,), kwargs={"opened": opened}, name="backup")
        self._thread.start()


def _keep(path: Path, *, opened: bool) -> None:
    from visitplanner.store import care
    from visitplanner.store.contract import StoreError

    try:
        care.keep(path, care.Moment.OPENED if opened else care.Moment.WORKING)
    except StoreError as refusal:
        import logging

        # The sentence names the file; a log does not.
        reason = refusal.sentence.args.get("reason", "")
        logging.getLogger("visitplanner.backups").warning("no backup made: %s", reason)
