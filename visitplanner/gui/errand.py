# SPDX-License-Identifier: MIT
"""Work that is done in a thread of its own and tells the window by signals.

It names no class of Qt's: they are made ready in the window's thread (`loading`).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from threading import Thread

_SWITCH_SECONDS: Final = 0.0005
"""After so long the thread lets the window go on, where Python would hold it up ten times longer
at every single call into Qt."""
_USUAL_SECONDS: Final = sys.getswitchinterval()


class Errand(QObject):
    """One piece of work; it belongs to the window and goes by itself when its thread has ended."""

    _ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._ended.connect(self.end)

    def start(self) -> None:
        """Begins; the window goes on meanwhile."""
        from threading import Thread

        sys.setswitchinterval(_SWITCH_SECONDS)
        self._thread = Thread(target=self._run, name=type(self).__name__)
        self._thread.start()

    def end(self) -> None:
        """Waits for the thread: only when it has done may an object of Qt's be deleted."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            sys.setswitchinterval(_USUAL_SECONDS)
        self.deleteLater()

    def work(self) -> None:
        """What is to be done; it touches nothing that can be seen."""
        raise NotImplementedError

    def _run(self) -> None:
        try:
            self.work()
        finally:
            self._ended.emit()
