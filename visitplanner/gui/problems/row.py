# SPDX-License-Identifier: MIT
"""One problem in the list: its sentence, and when it is the current one what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.gui import icons
from visitplanner.gui.flow import Flow
from visitplanner.gui.looks import ICON, SMALL, SPACE
from visitplanner.gui.theme import SEVERITY_ICON
from visitplanner.rules.rule import Severity
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from visitplanner.gui.desk import Desk
    from visitplanner.rules.rule import Fix, Problem

_REASON_WIDTH: Final = 380
_OUTDATED: Final = "O03"

SEVERITIES = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.INFO: N_("Info"),
}


class _Reason(QLineEdit):
    """A field that takes a line of its own where the list is narrow."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(_REASON_WIDTH, super().sizeHint().height())


class ProblemRow(QFrame):
    """A problem; it can be reached by keyboard, and tells what is wanted of it."""

    entered = Signal()
    """It became the current one by click or keyboard."""
    opened = Signal()
    """Its place is to be shown."""
    stepped = Signal(int)
    """Arrow up (-1) or down (1)."""
    fixed = Signal(object)
    waived = Signal(str)
    """With the reason."""
    withdrawn = Signal()
    explained = Signal()

    def __init__(self, desk: Desk, problem: Problem) -> None:
        super().__init__()
        self._desk = desk
        self.problem = problem
        self.setObjectName("problem")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon, self.sentence, self._more, self._code = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self.sentence, self._more):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setProperty("muted", True)
        self._code.setProperty("muted", True)
        self.tools: QWidget | None = None
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self.sentence)
        self._words.addWidget(self._more)
        top.addLayout(self._words, 1)
        top.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE, SMALL + 1, SPACE, SMALL + 1)
        self._column.setSpacing(SMALL)
        self._column.addLayout(top)
        self.read(problem)

    def says(self, problem: Problem) -> bool:
        """Whether its sentence still has the names of those it is about."""
        return self.sentence.text() == self._desk.say(problem.message)

    def read(self, problem: Problem) -> None:
        """Shows the problem as it is now."""
        self.problem = problem
        desk = self._desk
        colour = desk.theme.severity(problem.severity)
        if problem.waiver is not None or not problem.due:
            colour = desk.theme.muted
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(SEVERITY_ICON[problem.severity], ICON, colour, ratio))
        severity = desk.phrases.say(SEVERITIES[problem.severity])
        self._icon.setToolTip(severity)
        text = desk.say(problem.message)
        self.sentence.setText(text)
        self._code.setText(problem.code)
        more = self._remark()
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{severity} {problem.code}: {text}")
        self.setAccessibleDescription(more)

    def _remark(self) -> str:
        """Why it does not count: the waiver's reason, or the day from which it will."""
        problem, desk = self.problem, self._desk
        waiver = desk.visit.waivers.get(problem.waiver or "")
        if waiver is not None:
            day = dates.short_date(waiver.on, desk.language)
            reason = desk.phrases.say(N_("Reason: {reason}"), reason=waiver.reason)
            return f"{reason} ({waiver.author}, {day})"
        if not problem.due and problem.due_on is not None:
            day = dates.day_and_month(problem.due_on, desk.language)
            return desk.phrases.say(N_("Counts from {day}"), day=day)
        return ""

    @property
    def current(self) -> bool:
        """Whether its tools are shown."""
        return self.tools is not None

    def shut(self) -> None:
        """Puts the tools away."""
        tools = self.tools
        if tools is None:
            return
        if tools.isAncestorOf(self.window().focusWidget()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else another row would get it
        self.tools = None
        tools.hide()
        tools.deleteLater()
        self._mark()

    def unfold(self, fixes: Sequence[Fix]) -> None:
        """Shows what can be done."""
        self.shut()
        self.tools = QWidget()
        flow = Flow(self.tools, SPACE - 2)
        self.tools.setContentsMargins(ICON + SPACE, 0, 0, SMALL)
        flow.setContentsMargins(ICON + SPACE, 0, 0, SMALL)
        writable = self._desk.writable
        for number, fix in enumerate(fixes if writable else ()):
            button = self._button(self._desk.say(fix.title), partial(self.fixed.emit, fix))
            button.setProperty("primary", number == 0)
            flow.addWidget(button)
        say = self._desk.phrases.say
        if self.problem.code == _OUTDATED:
            button = self._button(say(N_("Inform…")), self._inform)
            button.setProperty("primary", True)
            flow.addWidget(button)
        if writable and self.problem.waiver is not None:
            flow.addWidget(self._button(say(N_("Take the waiver back")), self.withdrawn.emit))
        elif writable and self.problem.datum:
            fill = self._button(say(N_("Fill in…")), self.opened.emit)
            fill.setProperty("primary", True)
            flow.addWidget(fill)
        elif writable:
            flow.addWidget(self._button(say(N_("Leave as it is…")), self.ask_reason))
        why = self._button(say(N_("Why it matters")), self.explained.emit)
        why.setProperty("quiet", True)
        flow.addWidget(why)
        self._column.addWidget(self.tools)
        self.tools.show()  # at once, so that no layout reckons without it
        self._mark()

    def _inform(self) -> None:
        """Who holds an older programme is told in a window of its own."""
        from visitplanner.gui.main_window import MainWindow
        from visitplanner.gui.sending.opening import open_inform

        window = self.window()
        if isinstance(window, MainWindow):
            open_inform(window)

    @staticmethod
    def _button(text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("fix", True)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _=False: act())
        return button

    def _mark(self) -> None:
        self.setProperty("current", self.current)
        self.style().unpolish(self)
        self.style().polish(self)

    def focus_tools(self) -> None:
        """Gives the keyboard to the first thing that can be done."""
        if self.tools is not None:
            first = self.tools.findChild(QPushButton)
            if first is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_reason(self) -> None:
        """Asks for the reason in place of the buttons."""
        self.shut()
        say = self._desk.phrases.say
        self.tools = QWidget()
        line = Flow(self.tools, SPACE - 2)
        line.setContentsMargins(ICON + SPACE, 0, 0, SMALL)
        reason = _Reason()
        reason.setPlaceholderText(say(N_("Reason")))
        reason.setAccessibleName(say(N_("Reason")))
        keep = self._button(say(N_("Leave as it is")), lambda: self.waived.emit(reason.text()))
        keep.setProperty("primary", True)
        keep.setEnabled(False)
        reason.textChanged.connect(lambda text: keep.setEnabled(bool(text.strip())))
        reason.returnPressed.connect(keep.click)
        back = self._button(say(N_("Back")), self.entered.emit)
        for widget in (reason, keep, back):
            line.addWidget(widget)
        self._column.addWidget(self.tools)
        self.tools.show()  # at once, so that no layout reckons without it
        self._mark()
        reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.entered.emit()
        self.opened.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.current and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit()
            case Qt.Key.Key_Escape:
                self.entered.emit()
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                super().keyPressEvent(event)
