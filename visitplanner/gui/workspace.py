# SPDX-License-Identifier: MIT
"""The panes of an open visit: navigator, the plan, its properties, and the problems below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from visitplanner.gui.centre import Centre
from visitplanner.gui.inspector.panel import Inspector
from visitplanner.gui.lane_memory import LaneMemory
from visitplanner.gui.navigator import Navigator
from visitplanner.gui.pane import Pane
from visitplanner.gui.problems.panel import ProblemsPanel
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.viewing import day_beside
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.office import Office

_ACROSS: Final = [236, 850, 344]
_DOWN: Final = [610, 210]
_TICK_MS: Final = 20_000
"""How often the now line is placed."""


class Workspace(QWidget):
    """One open visit on the screen."""

    said = Signal(str)
    """Why something was not done."""
    failed = Signal(str)
    """Why the file could not be written."""
    answered = Signal(str)
    """A short answer for the status line."""

    def __init__(self, desk: Desk, office: Office) -> None:
        super().__init__()
        self.desk = desk
        self._office = office
        self._settings = settings = office.settings
        say = desk.phrases.say
        self.navigator = Navigator(desk)
        self.centre = Centre(desk, LaneMemory(settings, desk.visit.uid))
        self.centre.timeline.ripple = settings.ripple
        self.inspector = Inspector(desk)
        self.problems = ProblemsPanel(desk)
        self.panes = {
            "navigator": Pane(say(N_("Navigator")), self.navigator),
            "inspector": Pane(say(N_("Inspector")), self.inspector),
            "problems": Pane(say(N_("Problems")), self.problems),
        }
        self.problems.fill_head(self.panes["problems"].head)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(self.centre)
        self._down.addWidget(self.panes["problems"])
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self.panes["navigator"])
        self._across.addWidget(self._down)
        self._across.addWidget(self.panes["inspector"])
        for splitter, sizes, stretched in ((self._across, _ACROSS, 1), (self._down, _DOWN, 0)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(stretched, 1)
            splitter.setSizes(settings.panes.get(self._name(splitter), sizes))
        self.panes["navigator"].setMinimumWidth(150)
        self.panes["inspector"].setMinimumWidth(280)
        self.centre.setMinimumSize(300, 160)
        self.panes["problems"].setMinimumHeight(96)
        for name in settings.hidden:
            if name in self.panes:
                self.panes[name].hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._across)
        self.centre.timeline.edit_failed.connect(self.said)
        self.centre.timeline.write_failed.connect(self.failed)
        self.centre.timeline.status.connect(self.answered)
        self.navigator.person_chosen.connect(self._show_person)
        self.navigator.venue_chosen.connect(self._show_venue)
        self.navigator.vehicle_chosen.connect(self._show_vehicle)
        clock = QTimer(self)
        clock.setInterval(_TICK_MS)
        clock.timeout.connect(self._tick)
        clock.start()
        self._tick()

    def _name(self, splitter: QSplitter) -> str:
        return "across" if splitter is self._across else "down"

    def _show_person(self, person: str) -> None:
        self.desk.show_lanes(LaneMode.PERSON)
        self.centre.show_lane(person)

    def _show_venue(self, venue: str) -> None:
        self.desk.show_lanes(LaneMode.VENUE)
        self.centre.show_lane(venue)

    def _show_vehicle(self, vehicle: str) -> None:
        self.desk.show_lanes(LaneMode.VEHICLE)
        self.centre.show_lane(vehicle)

    def _tick(self) -> None:
        self.centre.show_now(self._office.now())

    def toggle_ripple(self) -> None:
        """Whether moves to later push what follows; remembered for the next start."""
        timeline = self.centre.timeline
        timeline.ripple = self._settings.ripple = not timeline.ripple
        self._office.keep_settings()

    def show_day_beside(self, step: int) -> None:
        """Shows the day before or after the one shown."""
        day_beside(self.desk, step)

    def show_fixes(self) -> None:
        """Leads to the fixes of the problem of the selected item, or of the current problem."""
        self.panes["problems"].show()
        self.problems.show_fixes()

    def finish_typing(self) -> None:
        """Takes what is being typed as an edit."""
        self.inspector.finish_typing()
        self.centre.finish_typing()
        if self.centre.timeline.titling.editor.is_open:
            self.centre.timeline.setFocus()

    def let_go(self) -> None:
        """Listens to the visit no more."""
        self.centre.let_go()

    def toggle(self, name: str) -> None:
        """Puts a pane away or brings it back."""
        pane = self.panes[name]
        pane.setVisible(pane.isHidden())
        self.keep_sizes()

    def bring(self, name: str) -> None:
        """Shows a pane and gives it the keyboard."""
        self.panes[name].show()
        self.panes[name].content.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.keep_sizes()

    def next_pane(self) -> None:
        """Gives the keyboard to the next pane that is shown."""
        stops: list[QWidget] = [
            self.navigator,
            self.centre.currentWidget(),
            self.inspector,
            self.problems,
        ]
        shown = [stop for stop in stops if stop.isVisible()]
        focus = self.window().focusWidget()
        here = next(
            (n for n, stop in enumerate(shown) if focus is stop or stop.isAncestorOf(focus)), -1
        )
        shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def keep_sizes(self) -> None:
        """Notes which panes are shown and how wide, for the next start."""
        self._settings.hidden = [name for name, pane in self.panes.items() if pane.isHidden()]
        for splitter in (self._across, self._down):
            if all(splitter.sizes()):
                self._settings.panes[self._name(splitter)] = splitter.sizes()
