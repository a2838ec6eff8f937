# SPDX-License-Identifier: MIT
"""The middle of the window: the views of the plan, as tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.view import Timeline
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.desk import Desk


class Centre(QTabWidget):
    """The timeline; table and preview stand beside it later."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)  # one view alone needs no tab
        self.timeline = Timeline(desk.session, desk.language, theme=desk.theme)
        self.addTab(self.timeline, desk.phrases.say(N_("Timeline")))
        self._look()
        self.timeline.select(desk.selection)
        self.timeline.selection_changed.connect(desk.select)
        self.timeline.day_changed.connect(desk.show_day)
        desk.sight_changed.connect(self._look)
        desk.selection_changed.connect(self._select)

    def _look(self) -> None:
        self.timeline.set_mode(self._desk.lanes)
        self.timeline.set_day(self._desk.day)

    def _select(self) -> None:
        if self.timeline.selection != self._desk.selection:
            self.timeline.select(self._desk.selection)

    def show_lanes(self, name: str) -> None:
        """Lays the plan out by tracks, people or places."""
        self._desk.show_lanes(LaneMode(name))

    def show_timeline(self) -> None:
        """Brings the timeline to the front and gives it the keyboard."""
        self.setCurrentWidget(self.timeline)
        self.timeline.setFocus()

    def zoom(self, direction: int) -> None:
        """Zooms in or out by a step; 0 is the usual size."""
        steps = {
            1: self.timeline.zoom_in,
            -1: self.timeline.zoom_out,
            0: self.timeline.zoom_usual,
        }
        steps[direction]()
