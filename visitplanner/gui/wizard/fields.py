# SPDX-License-Identifier: MIT
"""Days and times of the page, and the name a file gets from a title."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from visitplanner.gui.inspector.times import TimeField

_MOST_LETTERS: Final = 80
_NOT_IN_FILE_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class DayField(QDateEdit):
    """A date that Tab leaves at once: day, month and year are reached by typing and arrows."""

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)


def minute_in(field: TimeField) -> int | None:
    """The time in a field; None when there is none."""
    found = field.meaning(field.text())
    return found if isinstance(found, int) and found >= 0 else None


def file_name(title: str) -> str:
    """The title as a file can be called on any system."""
    return " ".join(_NOT_IN_FILE_NAMES.sub(" ", title).split())[:_MOST_LETTERS].strip(". ")


def day_in(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
