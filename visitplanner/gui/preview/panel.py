# SPDX-License-Identifier: MIT
"""The tab «Просмотр»: the real print of a paper beside the work on it, and the way to paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.gui.notices import NoticeBar, Remedy
from visitplanner.gui.preview.bars import Foot, Head
from visitplanner.gui.preview.findings import FindingBar, FindingLine
from visitplanner.gui.preview.outlet import Outlet
from visitplanner.gui.preview.press import Press
from visitplanner.gui.preview.view import PageView
from visitplanner.publishing import Order
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.preview.press import Paper, Task
    from visitplanner.session.session import Notice

_PAUSE_MS: Final = 120
"""Edits that follow each other sooner are printed together."""


class Preview(QWidget):
    """Pages of the chosen paper, up to date as long as they are looked at."""

    repainted = Signal()
    """The paper shown is that of the visit now."""

    def __init__(self, desk: Desk, frozen: tuple[Visit, Record] | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._frozen = frozen
        """A state that is shown in place of the visit now."""
        self.phrases = desk.phrases
        self.say = self._say = desk.phrases.say
        self._waiting: list[Callable[[Paper], None]] = []
        self._touched: frozenset[str] = frozenset()
        """Items edited since the paper shown was made."""
        self.press = Press(self)
        self.head = Head(desk.phrases)
        self.findings = FindingBar(desk.phrases, desk.theme.warning)
        self.trouble = NoticeBar(desk.phrases, desk.theme)
        self.news = NoticeBar(desk.phrases, desk.theme)
        self.outlet = Outlet(self)
        self.view = PageView(self.press, desk.theme)
        self.foot = Foot(desk.phrases)
        self.view.setAccessibleName(self._say(N_("Pages of the document")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.news, self.trouble, self.findings, self.view, self.foot):
            column.addWidget(widget, 1 if widget is self.view else 0)
        self.setFocusProxy(self.view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()
        self.view.say(self._say(N_("The document is being made…")))
        self.head.allow(ready=False)
        self.foot.show_page(0, 0)
        self.foot.show_zoom(self.view.zoom, self.view.percent)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._make)
        self._desk.changed.connect(self._changed)
        self._desk.selection_changed.connect(self._selected)
        self.press.printed.connect(self._printed)
        self.press.failed.connect(self._failed)
        self.head.chosen.connect(self._make)
        self.view.item_clicked.connect(self._desk.jump)
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(self._show_zoom)
        self.foot.page_asked.connect(self.view.show_page)
        self.foot.zoom_asked.connect(self.view.set_zoom)
        self.foot.stepped.connect(self.view.zoom_by)
        self.findings.item_asked.connect(self._desk.jump)
        self.head.save.clicked.connect(self.outlet.save)
        self.head.print.clicked.connect(self.outlet.print_out)
        self.foot.stopped.connect(self.outlet.stop)

    @property
    def desk(self) -> Desk:
        """The open visit."""
        return self._desk

    @property
    def order(self) -> Order:
        """The paper asked for."""
        return Order(
            format="pdf", edition=self.head.chosen_edition, language=self.head.chosen_language
        )

    @property
    def folder(self) -> Path:
        """Where papers are saved, unless another place is chosen."""
        return self._desk.session.path.parent

    @property
    def fresh(self) -> bool:
        """Whether the paper shown is the one asked for, of the visit now."""
        paper = self.view.paper
        return paper is not None and self._is_now(paper)

    def _is_now(self, paper: Paper) -> bool:
        return self._is_wanted(paper.task)

    def _is_wanted(self, task: Task) -> bool:
        visit, record = self._state
        return task.visit is visit and task.record is record and task.order == self.order

    @property
    def _state(self) -> tuple[Visit, Record]:
        """What is printed: the visit now, or a state that stays as it is."""
        session = self._desk.session
        return self._frozen or (session.visit, session.stamped)

    def when_fresh(self, act: Callable[[Paper], None]) -> None:
        """Does something with the paper of the visit now, as soon as it is there."""
        paper = self.view.paper
        if paper is not None and self._is_now(paper):
            act(paper)
            return
        self._waiting.append(act)
        self._make()

    def let_go(self) -> None:
        """Ends the process that prints."""
        self._pause.stop()
        self._waiting.clear()
        self.outlet.let_go()
        self.press.close()

    # Keeping up

    def _changed(self, notice: Notice) -> None:
        self._touched |= {c.id for c in notice.patch.changes if c.collection == "items"}
        if self.isVisible():
            self._pause.start()

    def _make(self) -> None:
        """Asks for the paper of the visit now, unless that is under way."""
        self._pause.stop()
        task = self.press.task
        if task is None or not self._is_wanted(task):
            self.press.make(*self._state, self.order, self._desk.session.today)
        elif self._waiting and self.trouble.text:
            self._retry()

    def _retry(self) -> None:
        self.trouble.clear()
        self.press.again()

    def _printed(self, paper: Paper) -> None:
        before = self.view.paper
        self.trouble.clear()
        self.view.show_paper(paper)
        self.view.mark(self._desk.selection)
        chosen = self._desk.selection
        if before is None or before.task.order != paper.task.order or self._touched & {*chosen}:
            self.view.reveal(chosen)
        if before is not None and before.task.order != paper.task.order and not chosen:
            self.view.show_page(0)
        self._tell(paper)
        if not self._is_now(paper):
            return
        self._touched = frozenset()
        self.head.allow(ready=not self.outlet.busy)
        self.repainted.emit()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act(paper)

    def _tell(self, paper: Paper) -> None:
        """What the print shows, and whether the selected item is in it at all."""
        desk = self._desk
        lines = [FindingLine(desk.say(f.message), f.items) for f in paper.made.findings]
        if not paper.made.places:
            lines.append(
                FindingLine(self._say(N_("There is nothing to print in the programme yet.")))
            )
        self.findings.tell(lines)
        item = desk.item
        absent = item is not None and not self.view.places_of(item.id)
        self.foot.note.setText(
            self._say(N_("The selected item is not in this document.")) if absent else ""
        )

    def _failed(self) -> None:
        self._waiting.clear()
        self.trouble.say(
            self._say(N_("The document cannot be made as the visit stands now; nothing is lost.")),
            Remedy(self._say(N_("Try again")), self.press.again),
            grave=True,
        )
        if self.view.paper is None:
            self.view.say(self._say(N_("No document")))
        self.head.allow(ready=False)

    # Looking

    def _selected(self) -> None:
        self.view.mark(self._desk.selection)
        self.view.reveal(self._desk.selection)
        if self.view.paper is not None:
            self._tell(self.view.paper)

    def _show_page(self) -> None:
        self.foot.show_page(self.view.page, self.view.page_count)

    def _show_zoom(self) -> None:
        self.foot.show_zoom(self.view.zoom, self.view.percent)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.refresh()
        self._make()
        self.view.reveal(self._desk.selection)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
