# SPDX-License-Identifier: MIT
"""The first day of a visit that is still being read: to be looked at, not to be touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from visitplanner.gui.timeline.stage import Stage
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.theme import Theme
    from visitplanner.gui.timeline.scene import Scene

MANY: Final = 100
"""From so many blocks on they are not all drawn by the first painting."""
AT_ONCE: Final = 20
"""Blocks drawn by one painting of a visit that has just come."""


class Glance(QTabWidget):
    """It stands where the plan will stand, and looks as it will look."""

    drawn = Signal()
    """All of it can be seen."""

    def __init__(self, scene: Scene, theme: Theme, phrases: Phrases) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.stage = Stage(scene, theme)
        self.stage.canvas.at_once = AT_ONCE
        self.stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stage.fit()
        self._watch = QTimer(self)
        self._watch.setInterval(1)
        self._watch.timeout.connect(self._look)
        self._watch.start()
        self.addTab(self.stage, phrases.say(N_("Timeline")))
        for text in (N_("Table"), N_("Preview")):
            self.setTabEnabled(self.addTab(QWidget(), phrases.say(text)), False)

    def _look(self) -> None:
        if self.stage.canvas.whole:
            self._watch.stop()
            self.drawn.emit()
