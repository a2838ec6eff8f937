# SPDX-License-Identifier: MIT
"""The inspector: the page of what is selected, made of registered chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.gui.inspector.chapter import Chapter, Pen
from visitplanner.gui.inspector.chapters import Rule, Title
from visitplanner.gui.inspector.fields import LineField, TextField, Typing
from visitplanner.gui.inspector.registry import chapters_of
from visitplanner.gui.inspector.visit_page import VisitPage
from visitplanner.gui.looks import SPACE
from visitplanner.gui.scrolled import scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.gui.desk import Desk


class ItemPage(QWidget):
    """The chapters of one kind of item, one below the other."""

    def __init__(self, pen: Pen, kind: Kind) -> None:
        super().__init__()
        self.chapters: list[Chapter] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, 2 * SPACE)
        column.setSpacing(SPACE + 2)
        for registered in chapters_of(kind):
            if registered.line_above:
                column.addWidget(Rule())
            chapter = registered.make(pen)
            self.chapters.append(chapter)
            column.addWidget(chapter)
        column.addStretch(1)

    def read(self, item: ProgrammeItem, *, writing: bool) -> None:
        """Shows an item as it is now."""
        for chapter in self.chapters:
            chapter.read(item)
            chapter.allow(writing=writing)


class Inspector(QStackedWidget):
    """The properties of the selected item, or of the visit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pen = Pen(desk)
        self._pages: dict[tuple[str, ...], tuple[ItemPage, QScrollArea]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.visit_page = VisitPage(desk)
        self.addWidget(_scrolled(self.visit_page))
        self._read()
        desk.changed.connect(self._read)
        desk.selection_changed.connect(self._turn)
        desk.failed.connect(self._keep)

    def _turn(self) -> None:
        """Another item was selected: what was typed belongs to the one before.

        What the file could not take stays in its field, and the page with it.
        """
        self.finish_typing()
        self._read()

    def _keep(self) -> None:
        """An edit could not be written: it may be what was typed here."""
        fields: list[LineField | TextField] = [*self.findChildren(LineField)]
        for field in (*fields, *self.findChildren(TextField)):
            field.typing.kept = field.isVisible() and field.differs

    def _holds(self) -> bool:
        return any(typing.kept for typing in self.findChildren(Typing))

    def _read(self, *_: object) -> None:
        held = self._holds()
        item = self._desk.visit.items.get(self._pen.item_id) if held else self._desk.item
        if item is None:
            self._pen.item_id = ""
            self.visit_page.read()
            self.visit_page.allow(writing=self._desk.writable)
            self.setCurrentIndex(0)
            return
        self._pen.item_id = item.id
        page, area = self._page(item.kind)
        page.read(item, writing=self._desk.writable)
        self.setCurrentWidget(area)

    def _page(self, kind: Kind) -> tuple[ItemPage, QScrollArea]:
        """The page of a kind; kinds with the same chapters share one."""
        languages = self._desk.visit.about.languages
        shape = (*(str(id(chapter.make)) for chapter in chapters_of(kind)), *languages)
        if shape not in self._pages:
            page = ItemPage(self._pen, kind)
            area = _scrolled(page)
            self._pages[shape] = (page, area)
            self.addWidget(area)
        return self._pages[shape]

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = _first_field(self.currentWidget())
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def edit_title(self) -> None:
        """Puts the cursor into the title, all of it selected."""
        item = self._desk.item
        if item is None:
            return
        for chapter in self._page(item.kind)[0].chapters:
            if isinstance(chapter, Title):
                field = chapter.title.fields.get(self._desk.language) or chapter.title.fields["ru"]
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()

    def finish_typing(self) -> None:
        """Takes what is being typed as an edit."""
        held = self._holds()
        for typing in self.findChildren(Typing):
            typing.finish_again()
        if held and not self._holds():
            self._read()


def _first_field(page: QWidget | None) -> QWidget | None:
    """What on a page the keyboard reaches first."""
    if page is None:
        return None
    here = page.nextInFocusChain()
    while here is not None and here is not page:
        reached = here.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and here.isEnabled() and here.isVisible() and page.isAncestorOf(here):
            return here
        here = here.nextInFocusChain()
    return None


def _scrolled(page: QWidget) -> QScrollArea:
    page.setObjectName("page")
    return scrolled(page)
