# SPDX-License-Identifier: MIT
"""One thing after the other, each in a turn of the event loop of its own."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


class Turns:
    """Steps in their order; between two of them whatever the user does is served."""

    def __init__(self, owner: QObject) -> None:
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(owner)
        self._timer.setInterval(1)  # at 0 it would come before other timers time and again
        self._timer.timeout.connect(self._step)

    def add(self, *steps: Callable[[], object]) -> None:
        """Puts steps behind those that wait."""
        self._steps += steps
        self._timer.start()

    def finish(self) -> None:
        """Takes all steps that wait now."""
        while self._steps:
            self._step()

    def stop(self) -> None:
        """Forgets those that wait."""
        self._steps.clear()
        self._timer.stop()

    def _step(self) -> None:
        step = self._steps.popleft() if self._steps else None
        if not self._steps:
            self._timer.stop()
        if step is not None:
            step()
