# SPDX-License-Identifier: MIT
"""Edits on their way to a slow share: said in the status line, waited for at closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from visitplanner.gui.notices import Remedy
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.session.session import Session

_LOOK_MS: Final = 500
_AT_ONCE: Final = 0.3
"""Seconds that pass before closing shows what it waits for."""


class Bringing(QObject):
    """Looks now and then whether the edits of the open visit are where its file lives."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pending = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def follow(self) -> None:
        """Looks after the visit that is open now, if any."""
        self._pending = False
        if self._window.desk is not None and self._window.desk.writable:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Says what is new."""
        window, desk = self._window, self._window.desk
        if desk is None:
            return
        place = desk.session.place
        for message in place.news():
            window.notices.say(desk.say(message), grave=True)
        pending = place.pending is not None
        if pending != self._pending:
            self._pending = pending
            window.refresh()


def hold_open(window: MainWindow, sentence: str) -> None:
    """Says why the window does not close: something typed could not be written."""

    def leave() -> None:
        window.leaving = True
        window.close()

    say = window.phrases.say
    window.notices.say(
        sentence,
        Remedy(say(N_("Save a copy…")), window.files.save_copy),
        Remedy(say(N_("Close without this edit")), leave),
        grave=True,
    )


def wait_for(window: MainWindow, session: Session) -> None:
    """Waits until all edits are where the file lives, or the user does not want to any more.

    What is not there by then is on this computer, and goes on when the file is opened again.
    """
    place = session.place
    if place.settle(_AT_ONCE):
        return
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QProgressDialog

    say = window.phrases.say
    dialog = QProgressDialog(window)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setWindowTitle("visitplanner")
    dialog.setLabelText(
        say(N_("The edits are being written to the network drive: {file}"), file=session.path.name)
    )
    dialog.setCancelButtonText(say(N_("Close now, write at the next opening")))
    dialog.setAutoReset(False)
    dialog.setMinimumDuration(0)
    dialog.setRange(0, 100)
    while not dialog.wasCanceled() and not place.settle(0.02):
        written, size = place.progress
        dialog.setValue(min(99, 100 * written // max(1, size)))
        QCoreApplication.processEvents()
    dialog.close()
    dialog.deleteLater()
