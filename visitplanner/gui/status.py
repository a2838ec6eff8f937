# SPDX-License-Identifier: MIT
"""The status bar: that everything is saved, which clock the times are by, and the day shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QToolButton,
    QWidget,
)

from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.gui.desk import Desk
    from visitplanner.gui.opening import Opening
    from visitplanner.gui.phrases import Phrases

_ZONES: Final[Mapping[str, str]] = {
    "Europe/Moscow": N_("Moscow time"),
    "Europe/Minsk": N_("Minsk time"),
}
_ANSWER_MS: Final = 6_000
_BAR: Final = 160
_AROUND: Final = 19
_PATIENCE_MS: Final = 400


class OnTheWay(QWidget):
    """How far a file has come, and the way to give it up."""

    def __init__(self, opening: Opening, phrases: Phrases) -> None:
        super().__init__()
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setFixedWidth(_BAR)
        bar.setAccessibleName(phrases.say(N_("Opening “{name}”…"), name=opening.name))
        opening.progress.connect(bar.setValue)
        stop = QPushButton(phrases.say(N_("Cancel")))
        stop.setProperty("quiet", True)
        stop.clicked.connect(opening.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(bar)
        line.addWidget(stop)
        wait = QTimer(self)
        wait.setSingleShot(True)
        for part in (bar, stop):
            part.hide()  # most files have come before one could read it
            wait.timeout.connect(part.show)
        wait.start(_PATIENCE_MS)


class StatusLine(QStatusBar):
    """One line of facts that are always true, and short answers that pass."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        # As high as with everything in it: the panes above do not move when that comes.
        self.setMinimumHeight(self.fontMetrics().height() + _AROUND)
        self._way: OnTheWay | None = None
        self.saved = QLabel()
        self.where = QLabel()
        self.version = QToolButton()
        self.version.setObjectName("standing")
        self.addWidget(self.saved)
        self.addPermanentWidget(self.version)
        self.version.hide()  # until there is one
        self.addPermanentWidget(self.where)

    def show_opening(self, opening: Opening | None, phrases: Phrases) -> None:
        """Says that a file is on its way; one that takes long shows how far it is."""
        if self._way is not None:
            self._way.hide()
            self._way.deleteLater()
            self._way = None
        if opening is not None:
            self.saved.setText(phrases.say(N_("Opening “{name}”…"), name=opening.name))
            self._way = OnTheWay(opening, phrases)
            self.insertWidget(1, self._way)

    def show_desk(self, desk: Desk) -> None:
        """The facts about the open visit."""
        from visitplanner.gui.versions.naming import standing_name
        from visitplanner.words import dates

        say = desk.phrases.say
        saved = say(N_("All changes saved")) if desk.writable else say(N_("For reading only"))
        pending = desk.session.place.pending
        self.saved.setText(saved if pending is None else desk.say(pending))
        name = standing_name(desk.phrases, desk.session.standing)
        self.version.setText(name)
        self.version.setAccessibleName(name)
        self.version.show()
        zone = desk.visit.about.zone
        clock = say(_ZONES[zone]) if zone in _ZONES else zone
        self.where.setText(f"{clock} · {dates.long_date(desk.day, desk.language)}")

    def answer(self, text: str) -> None:
        """Says something for a moment."""
        self.showMessage(text, _ANSWER_MS)
