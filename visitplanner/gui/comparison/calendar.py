# SPDX-License-Identifier: MIT
"""The calendar of the changes since a version, saved from the comparing window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from visitplanner.gui.folders import show_folder
from visitplanner.gui.notices import Remedy
from visitplanner.gui.preview.saving import SaveJob
from visitplanner.gui.sending.ledger import enter, lines_of
from visitplanner.publishing import Handing, Order, file_name, not_taken_back, own_reader, papers
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.comparison.window import ComparisonWindow


class CalendarOfChanges(QObject):
    """Asks where to, writes it, enters it into the register."""

    def __init__(self, window: ComparisonWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: SaveJob | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def ask(self, order: Order, before: Visit) -> None:
        """Asks for a file."""
        window, say = self._window, self._window.desk.phrases.say
        dialog = QFileDialog(window, say(N_("Calendar of the changes")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{say(N_('Calendars'))} (*.ics)")
        dialog.setDefaultSuffix("ics")
        dialog.setDirectory(str(window.desk.session.path.parent))
        dialog.selectFile(file_name(window.desk.visit, order))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name), order, before))
        dialog.open()

    def save_to(self, target: Path, order: Order, before: Visit) -> None:
        """Writes what differs from the state `before`; an older file in its place is replaced."""
        if self._job is not None:
            return
        desk = self._window.desk
        session, past = desk.session, {order.since: before}
        (paper,) = papers(desk.visit, session.stamped, (order,), session.today, past)
        left = not_taken_back(desk.visit, session.stamped, order, session.today, past)
        lines = lines_of(desk, [Handing(order=order, reader=own_reader(desk.visit, order))])
        self._job = SaveJob(target, paper.data, self)
        self._job.done.connect(lambda: self._done(target, left))
        self._job.done.connect(lambda: enter(desk, lines))
        self._job.refused.connect(lambda _: self._refused(target))
        self._job.start()

    def _done(self, target: Path, left: tuple[str, ...]) -> None:
        say = self._window.desk.phrases.say
        self._end()
        text = say(N_("The calendar is saved: {file}"), file=str(target))
        if left:
            told = say(N_("To be deleted by hand: {titles}"), titles="; ".join(left))
            text = f"{text}. {told}"
        folder = Remedy(say(N_("Open the folder")), lambda: show_folder(target.parent))
        self._window.notices.say(text, folder)

    def _refused(self, target: Path) -> None:
        self._end()
        text = N_("Nothing was written to {file}: see to the folder or choose another one.")
        self._window.notices.say(self._window.desk.phrases.say(text, file=str(target)), grave=True)

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
