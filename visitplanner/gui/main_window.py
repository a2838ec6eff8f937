# SPDX-License-Identifier: MIT
"""The main window: menus and toolbar around the welcome page or an open visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from visitplanner.gui.bars import Bars
from visitplanner.gui.editing import Editing
from visitplanner.gui.files import Files
from visitplanner.gui.handlers import fillers, handlers, met
from visitplanner.gui.notices import NoticeBar, Remedy
from visitplanner.gui.overriding import override
from visitplanner.gui.phrases import Phrases
from visitplanner.gui.welcome import Welcome
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

    from visitplanner.domain.text import Language
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.office import Office
    from visitplanner.gui.status import StatusLine
    from visitplanner.gui.theme import Theme
    from visitplanner.gui.tools import Tools
    from visitplanner.gui.workspace import Workspace
    from visitplanner.session.session import Session


class MainWindow(QMainWindow):
    """One window with at most one visit."""

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
        self.editing = Editing(self)
        self.tools: Tools | None = None
        self.status: StatusLine | None = None
        self.setMinimumSize(900, 560)
        self.resize(1440, 900)
        if office.settings.geometry:
            from PySide6.QtCore import QByteArray

            self.restoreGeometry(QByteArray.fromBase64(office.settings.geometry.encode()))
        self._built = False
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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Only now is it known whether a visit is open: no welcome page is made for nothing.
        if not self._built:
            self._build()
        super().showEvent(event)

    def _build(self) -> None:
        """The content of the window, made anew."""
        if self.workspace is not None:
            self.workspace.let_go()
        self._built = True
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._furnish()
        column.addWidget(self.standing)
        column.addWidget(self.notices)
        if self.desk is None:
            self.workspace = None
            welcome = Welcome(self)
            column.addWidget(welcome, 1)
            welcome.setFocus()
        else:
            # An empty window does without all that an open visit needs.
            from visitplanner.gui.workspace import Workspace

            self.desk.dress(self.phrases.language, self.theme)
            self.workspace = Workspace(self.desk, self.office)
            self.workspace.said.connect(self.notices.say)
            self.workspace.failed.connect(self._failed)
            self.workspace.answered.connect(self.answer)
            timeline = self.workspace.centre.timeline
            timeline.menu_wanted.connect(self._show_menu)
            timeline.lane_menu_wanted.connect(self._show_lane_menu)
            self.workspace.navigator.editor_wanted.connect(self._edit_section)
            column.addWidget(self.workspace, 1)
        self.setCentralWidget(frame)
        self.files.explain()
        self.refresh()

    def _furnish(self) -> None:
        """Toolbar and status line, which only an open visit has."""
        if self.tools is not None:
            self.removeToolBar(self.tools)
            self.tools.deleteLater()
            self.tools = None
        if self.status is not None:
            self.status.hide()
            self.status.deleteLater()
            self.status = None
        if self.desk is not None:
            from visitplanner.gui.status import StatusLine
            from visitplanner.gui.tools import Tools

            self.tools = Tools(self, self.phrases, self.bars.actions, fillers(self))
            self.addToolBar(self.tools)
            self.status = StatusLine()
            self.setStatusBar(self.status)

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
        self._build()
        if self.workspace is not None:
            self.workspace.centre.timeline.setFocus()
        if before is not None:
            before.close()
            before.deleteLater()

    def refresh(self) -> None:
        """Brings title, menus, toolbar and status line up to date."""
        desk = self.desk
        self.bars.enable(met(desk))
        self.bars.tick(f"theme-{self.office.settings.theme or 'system'}")
        self.bars.tick(f"language-{self.office.settings.language or 'system'}")
        if desk is None or self.workspace is None or self.tools is None or self.status is None:
            self.setWindowTitle("visitplanner")
            return
        self.status.show_desk(desk)
        from visitplanner.gui.viewing import show_choice, show_edits, show_sight

        title = desk.visit.about.title.best(desk.language) or desk.session.path.stem
        self.setWindowTitle(f"{title} – visitplanner")
        self.tools.new_item.setEnabled(desk.writable)
        show_sight(self.bars, self.tools, desk)
        show_choice(self.bars, self.tools, desk, self.workspace.centre.timeline)
        show_edits(self.bars, desk)
        self.workspace.problems.show_count(self.tools.count)
        for name, pane in self.workspace.panes.items():
            self.bars.tick(f"pane-{name}", ticked=not pane.isHidden())

    def _failed(self, sentence: str) -> None:
        """The file could not be written: nothing has changed, and a copy saves the day."""
        self.notices.say(
            sentence,
            Remedy(self.phrases.say(N_("Save a copy…")), self.files.save_copy),
            grave=True,
        )

    def finish_typing(self) -> None:
        """Takes what is being typed as an edit."""
        if self.workspace is not None:
            self.workspace.finish_typing()

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
        self.finish_typing()
        if self.workspace is not None:
            self.workspace.keep_sizes()
        self.office.settings.geometry = self.saveGeometry().toBase64().toStdString()
        self.office.keep_settings()
        self.take(None)
        event.accept()
