# SPDX-License-Identifier: MIT
"""A pane of the window: a title line above its content."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visitplanner.gui.looks import SPACE


class Pane(QFrame):
    """A titled part of the window; `head` takes further widgets at its right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._title = title
        head = QFrame()
        head.setObjectName("pane-head")
        self.head = QHBoxLayout(head)
        self.head.setContentsMargins(SPACE + 4, SPACE - 2, SPACE, SPACE - 2)
        self.head.setSpacing(SPACE)
        label = QLabel(title)
        label.setObjectName("pane-title")
        self.head.addWidget(label)
        self.head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addStretch(1)

    def fill(self, content: QWidget) -> None:
        """Puts the content where room was kept for it."""
        self._column.takeAt(1)
        self._column.addWidget(content, 1)
        content.setAccessibleName(self._title)
