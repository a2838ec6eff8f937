# SPDX-License-Identifier: MIT
"""What stands above and below the pages: which paper, save and print; page and zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visitplanner.editions.edition import EDITIONS
from visitplanner.gui import icons
from visitplanner.gui.flow import Flow
from visitplanner.gui.looks import ICON, SMALL, SPACE, TOOL_ICON
from visitplanner.gui.preview import stack
from visitplanner.publishing import LANGUAGES
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.text import Language
    from visitplanner.gui.phrases import Phrases
    from visitplanner.gui.preview.stack import Zoom

# Languages name themselves.
_LANGUAGE_NAMES: Final[Mapping[str, str]] = {
    "ru": "Русский",
    "be": "Беларуская",
    "en": "English",
}
_SIZES: Final = (50, 75, 100, 125, 150, 200, 300)


class Head(QFrame):
    """Which paper is shown, and what can be done with it."""

    chosen = Signal()
    """Another paper or another language."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        say = phrases.say
        self.setObjectName("pane-head")
        self.edition = QComboBox()
        for edition in EDITIONS.values():
            self.edition.addItem(icons.icon("document"), say(edition.title), edition.name)
        self.language = QComboBox()
        for language in LANGUAGES["pdf"]:
            self.language.addItem(_LANGUAGE_NAMES[language], language)
        self.language.setEnabled(self.language.count() > 1)
        for box, name in (
            (self.edition, say(N_("Document"))),
            (self.language, say(N_("Language of the document"))),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _: self.chosen.emit())
        self.save = _button("save-copy", say(N_("Save as PDF…")))
        self.print = _button("print", say(N_("Print…")))
        inner = QWidget()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(SPACE, SMALL + 1, SPACE, SMALL + 1)
        frame.addWidget(inner)
        line = Flow(inner, SPACE)
        widgets = (self.edition, self.language, self.save, self.print)
        tallest = max(widget.sizeHint().height() for widget in widgets)
        for widget in widgets:
            widget.setMinimumHeight(tallest)
            line.addWidget(widget)

    @property
    def chosen_edition(self) -> str:
        """The name of the edition."""
        return str(self.edition.currentData())

    @property
    def chosen_language(self) -> Language:
        """The language of the paper."""
        code = self.language.currentData()
        return next(each for each in LANGUAGES["pdf"] if each == code)

    def allow(self, *, ready: bool) -> None:
        """Save and print make sense once there is a paper."""
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)


class Foot(QFrame):
    """Which page is read and how large; the progress of a print."""

    page_asked = Signal(int)
    """A page, counted from 0."""
    zoom_asked = Signal(object)
    """A Zoom."""
    stepped = Signal(int)
    """Larger or smaller."""
    stopped = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        say = phrases.say
        self.setObjectName("preview-foot")
        self._page = 0
        self.before = _icon_button("up", say(N_("Previous page")))
        self.after = _icon_button("down", say(N_("Next page")))
        self.page = QLineEdit()
        self.page.setAccessibleName(say(N_("Page")))
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setFixedWidth(44)
        self.page.setValidator(QIntValidator(1, 9999, self))
        self.count = QLabel()
        self.note = QLabel()
        self.note.setProperty("muted", True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(say(N_("Progress of the print")))
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(110)
        self.stop = QToolButton()
        self.stop.setText(say(N_("Stop")))
        self.smaller = _icon_button("zoom-out", say(N_("Zoom out")))
        self.larger = _icon_button("zoom-in", say(N_("Zoom in")))
        self.zoom = QComboBox()
        self.zoom.setAccessibleName(say(N_("Size of the pages")))
        self.zoom.setToolTip(self.zoom.accessibleName())
        self.zoom.addItem(say(N_("Page width")), stack.FIT_WIDTH)
        self.zoom.addItem(say(N_("Whole page")), stack.FIT_PAGE)
        for percent in _SIZES:
            self.zoom.addItem(say(N_("{n} %"), n=percent), percent)
        self._arrange()
        self._connect()
        self.show_progress(0, 0)

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE, SMALL, SPACE, SMALL)
        line.setSpacing(SMALL)
        for widget in (self.before, self.after, self.page, self.count):
            line.addWidget(widget)
        line.addSpacing(SPACE)
        line.addWidget(self.note, 1)
        for tool in (self.progress, self.stop, self.smaller, self.zoom, self.larger):
            line.addWidget(tool)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.page_asked.emit(self._page - 1))
        self.after.clicked.connect(lambda: self.page_asked.emit(self._page + 1))
        self.page.editingFinished.connect(self._typed)
        self.smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.stepped.emit(1))
        self.zoom.activated.connect(lambda n: self.zoom_asked.emit(self.zoom.itemData(n)))
        self.stop.clicked.connect(self.stopped)

    def _typed(self) -> None:
        if self.page.isModified() and self.page.hasAcceptableInput():
            self.page.setModified(False)
            self.page_asked.emit(int(self.page.text()) - 1)

    def show_page(self, page: int, count: int) -> None:
        """Says which page is read, counted from 0."""
        self._page = page
        self.page.setText(str(page + 1) if count else "")
        self.count.setText(self._phrases.say(N_("of {n}"), n=count) if count else "")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < count)
        self.page.setEnabled(count > 1)

    def show_zoom(self, zoom: Zoom, percent: int) -> None:
        """Says how large pages are."""
        index = self.zoom.findData(zoom)
        own = self._phrases.say(N_("{n} %"), n=percent)
        if index < 0:
            self.zoom.setPlaceholderText(own)
        self.zoom.setCurrentIndex(index)
        self.zoom.setAccessibleDescription(own)
        self.smaller.setEnabled(percent > stack.LEAST)
        self.larger.setEnabled(percent < stack.MOST)

    def show_progress(self, done: int, whole: int) -> None:
        """Says how far a print is; with nothing to do it is put away."""
        self.progress.setRange(0, max(1, whole))
        self.progress.setValue(done)
        for widget in (self.progress, self.stop):
            widget.setVisible(whole > 0)


def _button(icon: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(TOOL_ICON, TOOL_ICON))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _icon_button(icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(ICON, ICON))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
