# SPDX-License-Identifier: MIT
"""The main window: menus and toolbar around the welcome page or an open visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QToolBar

from visitplanner.gui.bars import Bars
from visitplanner.gui.bringing import Bringing, hold_open
from visitplanner.gui.editing import Editing
from visitplanner.gui.files import Files
from visitplanner.gui.ground import Ground, load_tools, load_widgets
from visitplanner.gui.handlers import fillers, handlers, met
from visitplanner.gui.looks import tools_height
from visitplanner.gui.notices import NoticeBar, Remedy
from visitplanner.gui.overriding import override
from visitplanner.gui.phrases import Phrases
from visitplanner.gui.turns import Turns
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

    from visitplanner.domain.text import Language
    from visitplanner.gui.centre import Centre
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.office import Office
    from visitplanner.gui.opening import Opening
    from visitplanner.gui.safekeeping import Safekeeping
    from visitplanner.gui.status import StatusLine
    from visitplanner.gui.theme import Theme
    from visitplanner.gui.tools import Tools
    from visitplanner.gui.workspace import Workspace
    from visitplanner.session.session import Session


class MainWindow(QMainWindow):
    """One window with at most one visit."""

    painted = Signal()
    """The window can be seen for the first time."""
    settled = Signal()
    """All is shown and nothing is on its way."""
    phrases: Phrases
    theme: Theme
    bars: Bars
    notices: NoticeBar
    """What has just happened."""
    standing: NoticeBar
    """What stays true while this file is open, such as why it cannot be edited."""

    def __init__(
        self, office: Office, language: Language, theme: Theme, restyle: Callable[[], None]
    ) -> None:
        super().__init__()
        self.office = office
        self.restyle = restyle
        self.desk: Desk | None = None
        self.workspace: Workspace | None = None
        self.files = Files(self)
        self._bringing = Bringing(self)
        self.safekeeping: Safekeeping | None = None
        self._not_written = ""
        """Why the last thing typed is not in the file."""
        self.leaving = False
        """Whether it is to close though something typed is not in the file."""
        self.editing = Editing(self)
        self.tools: Tools | None = None
        self._strip: QToolBar | None = None
        self.status: StatusLine | None = None
        self.setMinimumSize(900, 560)
        self.resize(1440, 900)
        if office.settings.geometry:
            from PySide6.QtCore import QByteArray

            self.restoreGeometry(QByteArray.fromBase64(office.settings.geometry.encode()))
        self._built = False
        self._painted = False
        self._ready = False
        self._when_ready: list[Callable[[], None]] = []
        self._turns = Turns(self)
        self.place: Workspace | None = None
        """The frame of a visit, before it has come as well."""
        self._twinned = False
        self.dress(language, theme)

    def dress(self, language: Language, theme: Theme) -> None:
        """Builds everything in a language and in colours; an open visit stays open."""
        if self._built:
            self.finish_typing()
        if hasattr(self, "bars"):
            self.bars.remove()
        self.phrases = Phrases(language)
        self.theme = theme
        self.bars = Bars(self, self.phrases, handlers(self), fillers(self))
        self.notices = NoticeBar(self.phrases, theme)
        self.standing = NoticeBar(self.phrases, theme)
        if self._built:
            self._build()
            if self.workspace is not None:
                self.workspace.make_all()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Only now is it known whether a visit is open: no welcome page is made for nothing.
        if not self._built:
            self._build()
        super().showEvent(event)

    def _build(self) -> None:
        """The content of the window, made anew."""
        if self.place is not None:
            self.place.let_go()
        self._built = True
        ground = Ground()
        ground.painted.connect(self._on_painted)
        self.workspace = self.place = None
        waiting = self.desk is not None or self.files.opening is not None
        self._furnish(waiting=waiting)
        ground.column.addWidget(self.standing)
        ground.column.addWidget(self.notices)
        if waiting:
            self.place = self._empty_place()
            ground.column.addWidget(self.place, 1)
        self.setCentralWidget(ground)
        if self._painted and not waiting:
            self._welcome()
        if self.desk is not None:
            self._fill(self.desk)
        if self._painted:  # the first picture does without the menus
            self.refresh()

    def _welcome(self) -> None:
        from visitplanner.gui.welcome import Welcome

        ground = self.centralWidget()
        if isinstance(ground, Ground):
            welcome = Welcome(self)
            ground.column.addWidget(welcome, 1)
            welcome.setFocus()

    def _empty_place(self) -> Workspace:
        # An empty window does without all that an open visit needs.
        from visitplanner.gui.workspace import Workspace

        place = Workspace(self.phrases, self.office)
        place.said.connect(self.notices.say)
        place.failed.connect(self._failed)
        place.answered.connect(self.answer)
        place.plan_made.connect(self._plan_made)
        place.plan_shown.connect(self._plan_shown)
        place.navigator_made.connect(lambda made: made.editor_wanted.connect(self._edit_section))
        place.complete.connect(self.settled)
        return place

    def _fill(self, desk: Desk) -> None:
        """Puts the visit into the frame that stands ready for it."""
        desk.dress(self.phrases.language, self.theme)
        self.workspace = self.place
        if self.workspace is not None:
            self.workspace.take(desk)
        self.files.explain()

    def _plan_made(self, centre: Centre) -> None:
        centre.currentChanged.connect(lambda _: self.refresh())
        centre.timeline.menu_wanted.connect(self._show_menu)
        centre.timeline.lane_menu_wanted.connect(self._show_lane_menu)
        centre.timeline.setFocus()

    def _plan_shown(self) -> None:
        self.refresh()
        if self.workspace is not None:
            self.workspace.furnish()

    def _on_painted(self) -> None:
        """The window can be seen: now comes what it has left out for that."""
        if self._painted:
            return
        self._painted = True
        self.painted.emit()
        self._turns.add(lambda: self.bars.actions)
        if self.place is not None:
            self._turns.add(load_tools, load_widgets)
        self._turns.add(self._complete, self.refresh, self._begin)

    def _complete(self) -> None:
        if self.place is None:
            self._welcome()
        else:
            self._lay_tools(waiting=True)

    def _begin(self) -> None:
        self._ready = True
        waiting, self._when_ready = self._when_ready, []
        for act in waiting:
            act()
        if self.place is not None:
            self.place.load()
        if not self.busy:
            self.settled.emit()

    def when_ready(self, act: Callable[[], None]) -> None:
        """Does something as soon as there is a window to be seen."""
        if self._ready:
            act()
        else:
            self._when_ready.append(act)

    def expect(self, opening: Opening | None) -> None:
        """Shows that a file is on its way, or that it has not come after all."""
        if self.desk is None and self._built:
            self._build()
            if self.place is not None and self._ready:
                self.place.load()
        if self.status is not None:
            self.status.show_opening(opening, self.phrases)
        if opening is not None and self.desk is None:
            self.setWindowTitle(f"{opening.name} – visitplanner")
        if self._painted:
            self.refresh()
            if not self.busy:
                self.settled.emit()

    @property
    def busy(self) -> bool:
        """Whether something is on its way, or not all of it is shown yet."""
        if not self._ready or self.files.opening is not None:
            return True
        return self.workspace is not None and not self.workspace.whole

    def _furnish(self, *, waiting: bool) -> None:
        """Toolbar and status line, which only a visit has."""
        self._lay_tools(waiting=waiting)
        if self.status is not None:
            self.status.hide()
            self.status.deleteLater()
            self.status = None
        if waiting:
            from visitplanner.gui.status import StatusLine

            self.status = StatusLine()
            button, bars = self.status.version, self.bars
            button.clicked.connect(lambda: bars.actions["versions"].trigger())  # noqa: PLW0108 -- later
            self.setStatusBar(self.status)
            self.status.show_opening(self.files.opening, self.phrases)

    def _lay_tools(self, *, waiting: bool) -> None:
        """The toolbar; for the first picture an empty one of its height, which is there sooner."""
        if self._strip is not None:
            self.removeToolBar(self._strip)
            self._strip.deleteLater()
        self.tools = self._strip = None
        if waiting and self._painted:
            from visitplanner.gui.tools import Tools

            self.tools = self._strip = Tools(self, self.phrases, self.bars.actions, fillers(self))
        elif waiting:
            self._strip = QToolBar()
            self._strip.setMovable(False)
        if self._strip is not None:
            self._strip.setFixedHeight(tools_height(self._strip))
            self.addToolBar(self._strip)

    def _show_menu(self, point: QPoint) -> None:
        from visitplanner.gui.plan_menus import plan_menu

        plan_menu(self, point).popup(point)

    def _show_lane_menu(self, key: str, point: QPoint) -> None:
        from visitplanner.gui.plan_menus import lane_menu

        lane_menu(self, key).popup(point)

    def _edit_section(self, section: str, key: str) -> None:
        """Opens the window a section of the navigator stands for."""
        from visitplanner.gui.handlers import edit_section

        edit_section(self, section, key)

    def answer(self, text: str) -> None:
        """Says something in the status line for a moment."""
        if self.status is not None:
            self.status.answer(text)

    def take(self, session: Session | None) -> None:
        """Shows another visit, or the welcome page; the one before is let go."""
        before, self.desk = self.desk, None
        self.standing.clear()
        self.notices.clear()
        if session is not None:
            from visitplanner.gui.desk import Desk

            desk = Desk(session, self.phrases.language, self.theme, self.office.author())
            desk.changed.connect(self.refresh)
            desk.selection_changed.connect(self.refresh)
            desk.sight_changed.connect(self.refresh)
            desk.refused.connect(lambda reason: self.notices.say(desk.say(reason)))
            desk.failed.connect(lambda sentence: self._failed(desk.say(sentence)))
            self.desk = desk
        if self.desk is not None and before is None and self.place is not None:
            if self.status is not None:
                self.status.show_opening(None, self.phrases)
            self._fill(self.desk)
        else:
            self._build()
        self._bringing.follow()
        self._keep_safe()
        if before is not None:
            if not before.session.place.settle(0):
                from visitplanner.gui.bringing import wait_for

                wait_for(self, before.session)
            before.close()
            before.deleteLater()

    def _keep_safe(self) -> None:
        """Backups of the visit that is open now are made in the background."""
        if self.safekeeping is None and self.desk is not None:
            from visitplanner.gui.safekeeping import Safekeeping

            self.safekeeping = Safekeeping(self)
        if self.safekeeping is not None:
            self.safekeeping.follow()

    def refresh(self) -> None:
        """Brings title, menus, toolbar and status line up to date."""
        desk, place = self.desk, self.workspace
        planned = desk if place is not None and place.planned else None
        zooms = place is None or planned is None or place.centre.zooms
        self.bars.enable(met(planned, zooms=zooms))
        self.bars.tick(f"theme-{self.office.settings.theme or 'system'}")
        self.bars.tick(f"language-{self.office.settings.language or 'system'}")
        if self.tools is not None:
            self.tools.setEnabled(planned is not None)
        if desk is None:
            if self.files.opening is None:
                self.setWindowTitle("visitplanner")
            return
        title = desk.visit.about.title.best(desk.language) or desk.session.path.stem
        self.setWindowTitle(f"{title} – visitplanner")
        if planned is None or place is None or self.tools is None or self.status is None:
            return
        self.status.show_desk(desk)
        from visitplanner.gui.problems.count import show_count
        from visitplanner.gui.viewing import show_choice, show_edits, show_sight

        self.tools.new_item.setEnabled(desk.writable)
        show_sight(self.bars, self.tools, desk)
        show_choice(self.bars, self.tools, desk, place.centre.timeline)
        show_edits(self.bars, desk)
        show_count(self.tools.count, desk)
        for name, pane in place.panes.items():
            self.bars.tick(f"pane-{name}", ticked=not pane.isHidden())

    def _failed(self, sentence: str) -> None:
        """The file could not be written: nothing has changed, and a copy saves the day."""
        self._not_written = sentence
        remedy = Remedy(self.phrases.say(N_("Save a copy…")), self.files.save_copy)
        self.notices.say(sentence, remedy, grave=True)

    def finish_typing(self) -> bool:
        """Takes what is being typed as an edit; whether the file could take it."""
        self._not_written = ""
        if self.workspace is not None:
            self.workspace.finish_typing()
        return not self._not_written

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        from visitplanner.gui.keyboard import take_twin

        focus = self.focusWidget()
        # A key that a field has let pass comes once more as its own twin: not a third time.
        if self._twinned:
            super().keyPressEvent(event)
            return
        self._twinned = True
        if not take_twin(event, self.bars.actions.values(), focus):
            super().keyPressEvent(event)
        self._twinned = False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving and not self.finish_typing():
            hold_open(self, self._not_written)
            event.ignore()
            return
        if self.workspace is not None:
            self.workspace.keep_sizes()
        self.files.close()
        self.office.settings.geometry = self.saveGeometry().toBase64().toStdString()
        self.office.keep_settings()
        self.take(None)
        event.accept()
