# SPDX-License-Identifier: MIT
"""The plainer chapters every item has: titles, who answers for it, texts, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.domain.edits import set_item_text, set_item_title
from visitplanner.domain.programme import PressMode
from visitplanner.domain.text import Visibility
from visitplanner.editions.labels import KINDS
from visitplanner.gui import icons
from visitplanner.gui.inspector.chapter import Chapter
from visitplanner.gui.inspector.choices import ChoiceField, PickField
from visitplanner.gui.inspector.people import who_name
from visitplanner.gui.inspector.texts import TextFields, languages_of
from visitplanner.gui.looks import ICON, SMALL, SPACE
from visitplanner.gui.theme import KIND_ICON, SEVERITY_ICON
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QMouseEvent

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.text import Language
    from visitplanner.gui.inspector.chapter import Pen

PRESS = {
    PressMode.NONE: N_("No press"),
    PressMode.PHOTO: N_("Photographs at the beginning"),
    PressMode.OPEN: N_("Open to the press"),
}
CLASSES = {
    Visibility.PUBLIC: N_("For guests and press"),
    Visibility.INTERNAL: N_("Internal"),
    Visibility.RESTRICTED: N_("Narrow circle"),
}


class Title(Chapter):
    """The kind of the item and its title in each language."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self._icon, self._kind = QLabel(), QLabel()
        self._kind.setProperty("muted", True)
        head = QHBoxLayout()
        head.setSpacing(SPACE - 2)
        head.addWidget(self._icon)
        head.addWidget(self._kind, 1)
        self.grid.addLayout(head, 0, 0, 1, 2)
        languages = languages_of(pen.desk.visit.about.languages)
        self.title = TextFields(pen.phrases, pen.say(N_("Title")), languages)
        self.title.edited.connect(self._rename)
        self.grid.addWidget(self.title, 1, 0, 1, 2)

    @override
    def read(self, item: ProgrammeItem) -> None:
        look = self.pen.desk.theme.kind(item.kind)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(KIND_ICON[item.kind], ICON, look.edge, ratio))
        self._kind.setText(self.pen.say(KINDS[item.kind]))
        self.title.read(item.title)

    def _rename(self, language: Language, text: str, visit: int) -> None:
        key = self.pen.item_id
        self.pen.edit(
            lambda now: set_item_title(now, key, language, text), f"title.{language}", visit
        )


class Duties(Chapter):
    """Who answers for the item, what is worn, what the press may see, who may read of it."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        say = pen.say
        self.responsible = PickField()
        self.responsible.picked.connect(lambda key: pen.write("responsible", key or None))
        self.row(say(N_("Responsible")), self.responsible)
        languages = languages_of(pen.desk.visit.about.languages)
        self.dress = TextFields(pen.phrases, say(N_("Dress")), languages)
        self.dress.edited.connect(self._wear)
        self.row(say(N_("Dress")), self.dress)
        self.press = ChoiceField((mode.value, say(text)) for mode, text in PRESS.items())
        self.press.chosen.connect(lambda value: pen.write("press", PressMode(value)))
        self.row(say(N_("Press")), self.press)
        self.visibility = ChoiceField((v.value, say(text)) for v, text in CLASSES.items())
        self.visibility.chosen.connect(lambda value: pen.write("visibility", Visibility(value)))
        self.row(say(N_("Who may read")), self.visibility)

    @override
    def read(self, item: ProgrammeItem) -> None:
        visit, language = self.pen.desk.visit, self.pen.phrases.language
        self.responsible.offer((p, who_name(visit, p, language)) for p in visit.people)
        self.responsible.show_value(item.responsible or "")
        self.dress.read(item.dress)
        self.press.show_value(item.press.value)
        self.visibility.show_value(item.visibility.value)

    def _wear(self, language: Language, text: str, visit: int) -> None:
        key = self.pen.item_id
        self.pen.edit(
            lambda now: set_item_text(now, key, "dress", language, text), f"dress.{language}", visit
        )


class Notes(Chapter):
    """What is printed for everybody, and what stays inside."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self.texts: dict[str, TextFields] = {}
        for field, label in (
            ("public_text", N_("For your information")),
            ("internal_text", N_("Notes (internal)")),
        ):
            public = languages_of(pen.desk.visit.about.languages)
            languages = public if field == "public_text" else ("ru",)
            texts = TextFields(pen.phrases, pen.say(label), languages, paragraphs=True, least=2)
            texts.edited.connect(
                lambda language, text, visit, field=field: self._note(field, language, text, visit)
            )
            self.block(pen.say(label), texts)
            self.texts[field] = texts

    @override
    def read(self, item: ProgrammeItem) -> None:
        for field, texts in self.texts.items():
            texts.read(getattr(item, field))

    def _note(self, field: str, language: Language, text: str, visit: int) -> None:
        key = self.pen.item_id
        self.pen.edit(
            lambda now: set_item_text(now, key, field, language, text), f"{field}.{language}", visit
        )


class Findings(Chapter):
    """What the rules have against the item; a click leads to the problem."""

    def __init__(self, pen: Pen) -> None:
        super().__init__(pen)
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SMALL)
        self.grid.addLayout(self._box, 0, 0, 1, 2)
        self._lines: dict[str, Finding] = {}

    @override
    def read(self, item: ProgrammeItem) -> None:
        desk = self.pen.desk
        live = {p.key: p for p in desk.session.problems if p.live and item.id in p.items}
        for key in [key for key in self._lines if key not in live]:
            line = self._lines.pop(key)
            line.hide()
            line.deleteLater()
        for key, problem in live.items():
            if key not in self._lines:
                self._lines[key] = Finding()
                self._box.addWidget(self._lines[key])
                self._lines[key].asked.connect(lambda key=key: desk.ask_problem(key))
            colour = desk.theme.severity(problem.severity)
            self._lines[key].show_text(
                SEVERITY_ICON[problem.severity], colour, desk.say(problem.message)
            )
        self.setVisible(bool(live))

    @override
    def allow(self, *, writing: bool) -> None:
        del writing  # findings may be read in any case


class Finding(QFrame):
    """One sentence about what is wrong."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("finding")
        self._icon, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE, SPACE - 2, SPACE, SPACE - 2)
        across.setSpacing(SPACE - 2)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_text(self, icon: str, colour: QColor, text: str) -> None:
        """Shows a sentence with the mark of its severity."""
        self._icon.setPixmap(icons.pixmap(icon, ICON, colour, self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()


class Rule(QWidget):
    """A thin line between chapters."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(1)
