# SPDX-License-Identifier: MIT
"""What a window is made of before and right after it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from visitplanner.gui.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Ground(QWidget):
    """Everything of the window below its bars."""

    painted = Signal()
    """For the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._afterwards = QTimer(self)
        self._afterwards.setSingleShot(True)
        self._afterwards.timeout.connect(self.painted)
        self._painted = False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._afterwards.start(0)  # nothing is made while something is being painted


def load_tools() -> None:
    """Loads the toolbar, and with it all enumerations of Qt."""
    import visitplanner.gui.tools  # noqa: F401


def load_widgets() -> None:
    """The first widget that Qt itself has made is held against every class of widgets there is."""
    QAbstractScrollArea().viewport()
