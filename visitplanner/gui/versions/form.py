# SPDX-License-Identifier: MIT
"""Status and, where something is approved, its date: the line that freezes or settles a version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from visitplanner.domain.record import VersionStatus
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SPACE
from visitplanner.gui.versions.naming import statuses
from visitplanner.gui.wizard.fields import DayField, day_in, qdate
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.gui.phrases import Phrases

_NOTE_WIDTH = 220
_STATUS_WIDTH = 180


class StatusForm(QWidget):
    """One line: status, date of the approval, note, and the button that does it."""

    asked = Signal()

    def __init__(self, phrases: Phrases, today: date, *, noted: bool) -> None:
        super().__init__()
        say = phrases.say
        self.status = ChoiceField(statuses(phrases))
        self.status.setAccessibleName(say(N_("Status")))
        self.status.setMinimumWidth(_STATUS_WIDTH)
        self.on_label = QLabel(say(N_("approved on")))
        self.on = DayField()
        self.on.setCalendarPopup(True)
        self.on.setDisplayFormat("dd.MM.yyyy" if phrases.language != "en" else "dd/MM/yyyy")
        self.on.setDate(qdate(today))
        self.on.setAccessibleName(say(N_("Date of the approval")))
        self.note = QLineEdit()
        self.note.setPlaceholderText(say(N_("Remark: what for, after which meeting")))
        self.note.setAccessibleName(say(N_("Remark")))
        self.note.setMinimumWidth(_NOTE_WIDTH)
        self.note.setVisible(noted)
        self.button = QPushButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self.status)
        line.addWidget(self.on_label)
        line.addWidget(self.on)
        line.addWidget(self.note, 1)
        if not noted:
            line.addStretch(1)
        line.addWidget(self.button)
        self.status.currentIndexChanged.connect(self._turned)
        self.button.clicked.connect(self.asked)
        self.note.returnPressed.connect(self.asked)
        self._turned()

    @property
    def chosen(self) -> VersionStatus:
        """The status asked for."""
        return VersionStatus(str(self.status.currentData()))

    @property
    def day(self) -> date | None:
        """The date of the approval, where one is asked for."""
        return day_in(self.on.date()) if self.chosen is VersionStatus.APPROVED else None

    def show_status(self, status: VersionStatus) -> None:
        """Shows what is true now."""
        self.status.show_value(status.value)

    def show_day(self, day: date) -> None:
        """Shows a date of the approval."""
        self.on.setDate(qdate(day))

    def _turned(self) -> None:
        approves = self.status.currentData() == VersionStatus.APPROVED.value
        self.on_label.setVisible(approves)
        self.on.setVisible(approves)
