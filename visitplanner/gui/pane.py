# SPDX-License-Identifier: MIT
"""A pane of the window: a title line above its content."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visitplanner.gui.looks import SPACE


class Pane(QFrame):
    """A titled part of the window; `head` takes further widgets at its right."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.content = content
        head = QFrame()
        head.setObjectName("pane-head")
        self.head = QHBoxLayout(head)
        self.head.setContentsMargins(SPACE + 4, SPACE - 2, SPACE, SPACE - 2)
        self.head.setSpacing(SPACE)
        label = QLabel(title)
        label.setObjectName("pane-title")
        self.head.addWidget(label)
        self.head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(content, 1)
        content.setAccessibleName(title)
