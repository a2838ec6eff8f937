# SPDX-License-Identifier: MIT
"""What pages of the inspector are made of: chapters, and the pen they write with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visitplanner.domain.edits import set_item_field
from visitplanner.gui.looks import SPACE

if TYPE_CHECKING:
    from visitplanner.domain.edits import Edit
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.phrases import Phrases

LABEL_WIDTH: Final = 100


class Pen:
    """Writes into the item the page shows; each field is an undo step of its own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.item_id = ""

    @property
    def item(self) -> ProgrammeItem | None:
        """The item shown, as it is now."""
        return self.desk.visit.items.get(self.item_id)

    @property
    def phrases(self) -> Phrases:
        """The words of the window."""
        return self.desk.phrases

    def say(self, msgid: str, **values: str | int) -> str:
        """A phrase in the language of the window."""
        return self.phrases.say(msgid, **values)

    def edit(self, edit: Edit, field: str = "", visit: int = 0) -> bool:
        """Makes an edit; typing on in one visit to a field is one step."""
        merge = f"items/{self.item_id}/{field}/{visit}" if field else None
        return self.desk.edit(edit, merge) is not None

    def write(self, field: str, value: object, visit: int = 0) -> bool:
        """Sets one field of the item."""
        key = self.item_id
        return self.edit(
            lambda now: set_item_field(now, key, field, value), field if visit else "", visit
        )


class Chapter(QWidget):
    """A part of a page: labels at the left, fields at the right."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self.pen = pen
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(SPACE)
        self.grid.setVerticalSpacing(SPACE - 2)
        self.grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self.grid.setColumnStretch(1, 1)

    def read(self, item: ProgrammeItem) -> None:
        """Shows the item as it is now."""
        raise NotImplementedError

    def allow(self, *, writing: bool) -> None:
        """Lets the fields be edited, or only read."""
        self.setEnabled(writing)

    def row(self, label: str, field: QWidget) -> QLabel:
        """Adds a field with its label at the left."""
        name = self._label(label, field)
        name.setFixedWidth(LABEL_WIDTH)
        line = self.grid.rowCount()
        self.grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(field, line, 1)
        return name

    def block(self, label: str, field: QWidget) -> QLabel:
        """Adds a field as wide as the page, with its label above."""
        name = self._label(label, field)
        line = self.grid.rowCount()
        self.grid.addWidget(name, line, 0, 1, 2)
        self.grid.addWidget(field, line + 1, 0, 1, 2)
        return name

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text)
        label.setProperty("muted", True)
        label.setWordWrap(True)
        label.setBuddy(field)
        label.setContentsMargins(0, 4, 0, 0)
        if not field.accessibleName():
            field.setAccessibleName(text)
        return label
