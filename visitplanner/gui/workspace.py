# SPDX-License-Identifier: MIT
"""The panes of an open visit: navigator, the plan, its properties, and the problems below."""

from __future__ import annotations

from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from visitplanner.gui.loading import FIRST_DAY, PANES, PLAN, loads
from visitplanner.gui.pane import Pane
from visitplanner.gui.turns import Turns
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.centre import Centre
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.glance import Glance
    from visitplanner.gui.inspector.panel import Inspector
    from visitplanner.gui.navigator import Navigator
    from visitplanner.gui.office import Office
    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.problems.panel import ProblemsPanel
    from visitplanner.gui.theme import Theme
    from visitplanner.gui.timeline.scene import Scene
    from visitplanner.gui.timeline.stage import Stage

_ACROSS: Final = [236, 850, 344]
_DOWN: Final = [610, 210]
_VERTICAL: Final = 2
_TICK_MS: Final = 20_000
"""How often the now line is placed."""


class Workspace(QWidget):
    """One open visit on the screen.

    The panes stand before there is a visit, so that nothing moves when it comes; what is in them
    is made when it is first wanted, at the latest one part in each turn of the event loop.
    """

    said = Signal(str)
    """Why something was not done."""
    failed = Signal(str)
    """Why the file could not be written."""
    answered = Signal(str)
    """A short answer for the status line."""
    plan_made = Signal(object)
    """The Centre."""
    plan_shown = Signal()
    """One turn later: the other panes may come."""
    navigator_made = Signal(object)
    complete = Signal()
    """Nothing is left to be made."""

    def __init__(self, phrases: Phrases, office: Office) -> None:
        super().__init__()
        self._office = office
        self._settings = settings = office.settings
        self._desk: Desk | None = None
        self._scene: Scene | None = None
        self._glance: Glance | None = None
        self._turns = Turns(self)
        say = phrases.say
        self.panes = {
            "navigator": Pane(say(N_("Navigator"))),
            "inspector": Pane(say(N_("Inspector"))),
            "problems": Pane(say(N_("Problems"))),
        }
        self._middle = QFrame()
        self._middle.setObjectName("page")
        room = QVBoxLayout(self._middle)
        room.setContentsMargins(0, 0, 0, 0)
        self._down, self._across = QSplitter(), QSplitter()
        # By its number: the enumeration would bring all others of Qt, a tenth of the start.
        self._down.setProperty("orientation", _VERTICAL)
        self._down.addWidget(self._middle)
        self._down.addWidget(self.panes["problems"])
        self._across.addWidget(self.panes["navigator"])
        self._across.addWidget(self._down)
        self._across.addWidget(self.panes["inspector"])
        for splitter, sizes, stretched in ((self._across, _ACROSS, 1), (self._down, _DOWN, 0)):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(stretched, 1)
            splitter.setSizes(settings.panes.get(self._name(splitter), sizes))
        self.panes["navigator"].setMinimumWidth(150)
        self.panes["inspector"].setMinimumWidth(344)
        self._middle.setMinimumSize(300, 160)
        self.panes["problems"].setMinimumHeight(96)
        for name in settings.hidden:
            if name in self.panes:
                self.panes[name].hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._across)

    def prepare(self, scene: Scene | None) -> None:
        """What the plan will show first, where that has been worked out already."""
        self._scene = scene

    def load(self) -> None:
        """Loads what a visit is shown with, while it is on its way."""
        self._turns.add(*loads((*FIRST_DAY, *PLAN)))

    def take(self, desk: Desk) -> None:
        """The visit has come; the plan is made in the next turn."""
        self._desk = desk
        self._turns.add(*loads(PLAN), lambda: self.centre, self.plan_shown.emit)

    def furnish(self) -> None:
        """Makes what else is missing, one part in each turn."""
        if self._desk is not None:
            # In the order of Tab, which goes round.
            self._turns.add(
                *loads(PANES),
                lambda: self.inspector,
                lambda: self.problems,
                lambda: self.problems.offer(),  # noqa: PLW0108 -- it is only made the turn before
                lambda: self.navigator,
                self.complete.emit,
            )

    def make_all(self) -> None:
        """Makes what is missing at once."""
        self.furnish()
        self._turns.finish()

    @property
    def whole(self) -> bool:
        """Whether nothing is left to be made."""
        return vars(self).keys() >= {"centre", *self.panes}

    @property
    def planned(self) -> bool:
        """Whether the plan can be seen."""
        return "centre" in vars(self)

    @property
    def desk(self) -> Desk:
        """The open visit."""
        if self._desk is None:
            raise RuntimeError("no visit has come yet")
        return self._desk

    @cached_property
    def centre(self) -> Centre:
        """Timeline, table and preview."""
        from visitplanner.gui.centre import Centre
        from visitplanner.gui.lane_memory import LaneMemory

        memory = LaneMemory(self._settings, self.desk.visit.uid)
        made = Centre(self.desk, memory, self._scene)
        self._scene = None
        if (seen := self._glance) is not None:
            made.timeline.canvas.adopt(seen.stage.canvas)
            made.timeline.canvas.at_once = inf
        made.timeline.ripple = self._settings.ripple
        made.timeline.edit_failed.connect(self.said)
        made.timeline.write_failed.connect(self.failed)
        made.timeline.status.connect(self.answered)
        made.show_now(self._office.now())
        clock = QTimer(made)
        clock.setInterval(_TICK_MS)
        clock.timeout.connect(lambda: made.show_now(self._office.now()))
        clock.start()
        room = self._middle.layout()
        if room is not None:
            room.addWidget(made)
            made.show()  # or it could not take the keyboard yet
            self._put_glance_away()
        vars(self)["centre"] = made  # whoever is told may ask for it
        self.plan_made.emit(made)
        return made

    @property
    def stage(self) -> Stage | None:
        """The plan as it can be seen: of the whole visit, or of its first day for a start."""
        if self.planned:
            return self.centre.timeline
        return self._glance.stage if self._glance is not None else None

    def glance(
        self, scene: Scene, theme: Theme, phrases: Phrases, drawn: Callable[[], None]
    ) -> None:
        """Shows the first day of a visit that has not come yet; tells when it can be seen."""
        from visitplanner.gui.glance import Glance

        room = self._middle.layout()
        if self._desk is None and room is not None:
            self._glance = Glance(scene, theme, phrases)
            self._glance.drawn.connect(drawn)
            room.addWidget(self._glance)

    def _put_glance_away(self) -> None:
        if self._glance is not None:
            self._glance.hide()
            self._glance.deleteLater()
            self._glance = None

    @cached_property
    def navigator(self) -> Navigator:
        """What the visit holds."""
        from visitplanner.gui.navigator import Navigator

        made = Navigator(self.desk)
        made.person_chosen.connect(lambda key: self._show_lane("person", key))
        made.venue_chosen.connect(lambda key: self._show_lane("venue", key))
        made.vehicle_chosen.connect(lambda key: self._show_lane("vehicle", key))
        self.panes["navigator"].fill(made)
        vars(self)["navigator"] = made
        self.navigator_made.emit(made)
        return made

    @cached_property
    def inspector(self) -> Inspector:
        """The properties of what is selected."""
        from visitplanner.gui.inspector.panel import Inspector

        made = Inspector(self.desk)
        self.panes["inspector"].fill(made)
        return made

    @cached_property
    def problems(self) -> ProblemsPanel:
        """What the rules find."""
        from visitplanner.gui.problems.panel import ProblemsPanel

        made = ProblemsPanel(self.desk)
        made.fill_head(self.panes["problems"].head)
        self.panes["problems"].fill(made)
        return made

    def _name(self, splitter: QSplitter) -> str:
        return "across" if splitter is self._across else "down"

    def _show_lane(self, lanes: str, key: str) -> None:
        self.centre.show_lanes(lanes)
        self.centre.show_lane(key)

    def toggle_ripple(self) -> None:
        """Whether moves to later push what follows; remembered for the next start."""
        timeline = self.centre.timeline
        timeline.ripple = self._settings.ripple = not timeline.ripple
        self._office.keep_settings()

    def show_day_beside(self, step: int) -> None:
        """Shows the day before or after the one shown."""
        from visitplanner.gui.viewing import day_beside

        day_beside(self.desk, step)

    def show_fixes(self) -> None:
        """Leads to the fixes of the problem of the selected item, or of the current problem."""
        self.panes["problems"].show()
        self.problems.show_fixes()

    def finish_typing(self) -> None:
        """Takes what is being typed as an edit."""
        if "inspector" in vars(self):
            self.inspector.finish_typing()
        if "centre" in vars(self):
            self.centre.finish_typing()
            if self.centre.timeline.titling.editor.is_open:
                self.centre.timeline.setFocus()

    def let_go(self) -> None:
        """Listens to the visit no more."""
        self._turns.stop()
        if "centre" in vars(self):
            self.centre.let_go()

    def toggle(self, name: str) -> None:
        """Puts a pane away or brings it back."""
        pane = self.panes[name]
        pane.setVisible(pane.isHidden())
        self.keep_sizes()

    def bring(self, name: str) -> None:
        """Shows a pane and gives it the keyboard."""
        from PySide6.QtCore import Qt

        self.panes[name].show()
        self._stops[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.keep_sizes()

    @property
    def _stops(self) -> dict[str, QWidget]:
        """Where the keyboard goes in turn."""
        return {
            "navigator": self.navigator,
            "centre": self.centre.currentWidget(),
            "inspector": self.inspector,
            "problems": self.problems,
        }

    def next_pane(self) -> None:
        """Gives the keyboard to the next pane that is shown."""
        from PySide6.QtCore import Qt

        shown = [stop for stop in self._stops.values() if stop.isVisible()]
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
