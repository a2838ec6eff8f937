# SPDX-License-Identifier: MIT
"""The welcome page: visits opened before, and the ways to begin."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visitplanner.gui import icons
from visitplanner.gui.looks import SPACE, TOOL_ICON, WIDE
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.gui.main_window import MainWindow

_WIDTH: Final = 780
_RECENT_SHOWN: Final = 6


class Welcome(QWidget):
    """What an empty window shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._say = window.phrases.say
        title = QLabel(self._say(N_("Programmes of visits")))
        title.setObjectName("welcome-title")
        below = QLabel(
            self._say(N_("Everything you do is saved at once; any step can be taken back."))
        )
        below.setProperty("muted", True)
        columns = QHBoxLayout()
        columns.setSpacing(2 * WIDE)
        columns.addLayout(self._begin(), 2)
        columns.addLayout(self._recent(), 3)
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(2 * WIDE, 2 * WIDE, 2 * WIDE, 2 * WIDE)
        inside.setSpacing(SPACE)
        inside.addWidget(title)
        inside.addWidget(below)
        inside.addSpacing(WIDE)
        inside.addLayout(columns)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 8)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def _begin(self) -> QVBoxLayout:
        files = self._window.files
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(_heading(self._say(N_("Begin"))))
        first = self._button(N_("New visit"), "new", files.new_visit)
        first.setProperty("primary", True)
        first.setIcon(icons.icon("new", self._window.theme.on_accent))
        column.addWidget(first)
        two_days = partial(files.new_visit, "official-visit")
        column.addWidget(self._button(N_("Official visit, two days"), "calendar", two_days))
        column.addWidget(self._button(N_("Blank visit"), "document", files.blank_visit))
        column.addWidget(
            self._button(N_("Open the Smolensk example"), "sightseeing", files.open_example)
        )
        column.addWidget(self._button(N_("Open a file…"), "open", files.open))
        column.addStretch(1)
        self.setFocusProxy(first)
        return column

    def _button(self, text: str, icon: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._say(text))
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(TOOL_ICON, TOOL_ICON))
        button.setProperty("welcome", True)
        button.clicked.connect(lambda _=False: act())
        return button

    def _recent(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_heading(self._say(N_("Recent visits"))))
        column.addSpacing(SPACE - 2)
        paths = [Path(name) for name in self._window.office.settings.recent]
        there = [path for path in paths if path.exists()][:_RECENT_SHOWN]
        for path in there:
            column.addWidget(RecentVisit(path, partial(self._window.files.open_path, path)))
        if not there:
            nothing = QLabel(self._say(N_("No visits yet")))
            nothing.setProperty("muted", True)
            column.addWidget(nothing)
        column.addStretch(1)
        return column


class RecentVisit(QPushButton):
    """A file opened before: its name, and below it the folder."""

    def __init__(self, path: Path, act: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("recent", True)
        self.setAccessibleName(path.stem)
        self.setAccessibleDescription(str(path.parent))
        self.setToolTip(str(path))
        self.clicked.connect(lambda _=False: act())
        name, folder = QLabel(path.stem), QLabel(_short(path.parent))
        folder.setProperty("muted", True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(SPACE + 2, SPACE - 1, SPACE, SPACE - 1)
        lines.setSpacing(1)
        lines.addWidget(name)
        lines.addWidget(folder)
        self.setMinimumHeight(lines.sizeHint().height())


def _short(folder: Path) -> str:
    """A folder as its user knows it: from the home folder on, and its end rather than its start."""
    try:
        text = str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        text = str(folder)
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"


_LONGEST: Final = 48


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", True)
    return label
