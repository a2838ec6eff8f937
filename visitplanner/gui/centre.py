# SPDX-License-Identifier: MIT
"""The middle of the window: the views of the plan, as tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from visitplanner.domain.period import from_instant
from visitplanner.gui.glance import AT_ONCE, MANY
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.scene import Scene
from visitplanner.gui.timeline.view import Timeline
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import datetime

    from visitplanner.gui.desk import Desk
    from visitplanner.gui.lane_memory import LaneMemory
    from visitplanner.gui.preview.panel import Preview
    from visitplanner.gui.table.view import Table
    from visitplanner.gui.timeline.layout import Choice


def _is_of(scene: Scene, desk: Desk, choice: Choice) -> bool:
    """Whether a scene shows a visit as it is now, and as it is wanted."""
    return scene.visit is desk.visit and (scene.choice, scene.language) == (choice, desk.language)


class Centre(QTabWidget):
    """Timeline, table and preview; the last two are made when they are first looked at."""

    def __init__(self, desk: Desk, memory: LaneMemory, scene: Scene | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._memory = memory
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)  # one view alone needs no tab
        choice = memory.choice(desk.lanes, desk.day)
        if scene is None or not _is_of(scene, desk, choice):
            scene = Scene(desk.visit, desk.session.problems, choice, desk.language)
        self.timeline = Timeline(desk.session, desk.language, theme=desk.theme, scene=scene)
        if len(scene.layout.pieces) > MANY:
            self.timeline.canvas.at_once = AT_ONCE
        self.addTab(self.timeline, desk.phrases.say(N_("Timeline")))
        self._table: Table | None = None
        self._table_tab = QWidget()
        self.addTab(self._table_tab, desk.phrases.say(N_("Table")))
        self._preview: Preview | None = None
        self._preview_tab = QWidget()
        self.addTab(self._preview_tab, desk.phrases.say(N_("Preview")))
        self.currentChanged.connect(self._turned)
        self._remembered = False
        self._look()
        self.timeline.select(desk.selection)
        self.timeline.selection_changed.connect(desk.select)
        self.timeline.day_changed.connect(desk.show_day)
        self.timeline.arranged.connect(self._keep_lanes)
        desk.sight_changed.connect(self._look)
        desk.selection_changed.connect(self._select)

    @property
    def table(self) -> Table:
        """The programme as rows."""
        if self._table is None:
            from visitplanner.gui.table.view import Table

            self._table = Table(self._desk, self.timeline.commands, lambda: self.timeline.ripple)
            column = QVBoxLayout(self._table_tab)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._table)
            self._table_tab.setFocusProxy(self._table)
        return self._table

    @property
    def table_shown(self) -> bool:
        """Whether the table is in front."""
        return self._table is not None and self.currentWidget() is self._table_tab

    @property
    def preview(self) -> Preview:
        """The papers as they will be printed."""
        if self._preview is None:
            from visitplanner.gui.preview.panel import Preview

            self._preview = Preview(self._desk)
            column = QVBoxLayout(self._preview_tab)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._preview)
            self._preview_tab.setFocusProxy(self._preview)
        return self._preview

    @property
    def preview_shown(self) -> bool:
        """Whether the preview is in front."""
        return self._preview is not None and self.currentWidget() is self._preview_tab

    def _turned(self) -> None:
        if self.currentWidget() is self._table_tab:
            self.table.show()
        elif self.currentWidget() is self._preview_tab:
            self.preview.show()

    def _look(self) -> None:
        if self._desk.lanes is not self.timeline.choice.mode or not self._remembered:
            self._remembered = True
            self.timeline.choose(self._memory.choice(self._desk.lanes, self._desk.day))
        self.timeline.set_day(self._desk.day)

    def _keep_lanes(self) -> None:
        self._memory.keep(self.timeline.choice)
        self._desk.sight_changed.emit()

    def _select(self) -> None:
        if self.timeline.selection != self._desk.selection:
            self.timeline.select(self._desk.selection)

    @property
    def zooms(self) -> bool:
        """Whether what is in front can be made larger: the table cannot."""
        return self.currentWidget() is not self._table_tab

    def bring_timeline(self) -> None:
        """Brings the timeline to the front; the keyboard stays where it is."""
        self.setCurrentWidget(self.timeline)

    def show_lanes(self, name: str) -> None:
        """Lays the plan out by tracks, people or places."""
        self.bring_timeline()
        self._desk.show_lanes(LaneMode(name))

    def show_lane(self, key: str) -> None:
        """Scrolls to a lane."""
        self.bring_timeline()
        if self.timeline.scene.layout.lane_of(key) is None:
            self.timeline.arranging.show(key)
        place = self.timeline.scene.layout.lane_of(key)
        if place is not None:
            self.timeline.horizontalScrollBar().setValue(self.timeline.scale.x(place))

    def step_lane(self, steps: int) -> None:
        """Moves the lane of the selected item past its neighbour."""
        self.bring_timeline()
        arranging = self.timeline.arranging
        arranging.step(arranging.current, steps)

    def hide_lane(self) -> None:
        """Takes the lane of the selected item out of sight."""
        self.bring_timeline()
        self.timeline.arranging.hide(self.timeline.arranging.current)

    def show_all_lanes(self) -> None:
        """Brings all hidden lanes back."""
        self.bring_timeline()
        self.timeline.arranging.show_all()

    def toggle_filter(self) -> None:
        """Only lanes with problems, or all again."""
        self.bring_timeline()
        self.timeline.arranging.filter(troubled=not self.timeline.choice.troubled)

    def show_now(self, now: datetime) -> None:
        """Places the now line."""
        zone = self._desk.visit.about.zone
        self.timeline.set_now(from_instant(int(now.timestamp()) // 60, zone))

    def show_timeline(self) -> None:
        """Brings the timeline to the front and gives it the keyboard."""
        self.setCurrentWidget(self.timeline)
        self.timeline.setFocus()

    def show_table(self) -> None:
        """Brings the table to the front and gives it the keyboard."""
        self.setCurrentWidget(self._table_tab)
        self.table.setFocus()

    def show_preview(self) -> None:
        """Brings the preview to the front and gives it the keyboard."""
        self.setCurrentWidget(self._preview_tab)
        self.preview.setFocus()

    def print_paper(self) -> None:
        """Shows what will be printed, and asks for a printer."""
        self.show_preview()
        self.preview.outlet.print_out()

    def let_go(self) -> None:
        """Listens to the visit no more; nothing is left running."""
        self.timeline.let_go()
        if self._preview is not None:
            self._preview.let_go()

    def finish_typing(self) -> None:
        """Takes what is being typed into the table."""
        if self._table is not None:
            self._table.finish_typing()

    def zoom(self, direction: int) -> None:
        """Zooms in or out by a step; 0 is the usual size."""
        if self.preview_shown:
            self.preview.view.zoom_by(direction)
            return
        if not self.zooms:
            return
        steps = {
            1: self.timeline.zoom_in,
            -1: self.timeline.zoom_out,
            0: self.timeline.zoom_usual,
        }
        steps[direction]()
