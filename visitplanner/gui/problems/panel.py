# SPDX-License-Identifier: MIT
"""The problems panel: a list in groups, each with its fixes, and the explanation beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain.waivers import waive, withdraw
from visitplanner.gui import icons
from visitplanner.gui.looks import ICON, SMALL, SPACE
from visitplanner.gui.problems.explanation import Explanation
from visitplanner.gui.problems.filters import ProblemFilters
from visitplanner.gui.problems.groups import Group, count_text, group_of, grouped, identity
from visitplanner.gui.problems.row import ProblemRow
from visitplanner.gui.problems.sieve import Sieve
from visitplanner.gui.scrolled import scrolled
from visitplanner.rules.rule import Confidence
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QHBoxLayout as Head

    from visitplanner.gui.desk import Desk
    from visitplanner.rules.rule import Fix, Problem

_MOST: Final = 200
"""Rows of one group that are listed."""
_AT_ONCE: Final = 6
"""Rows laid out at once; the others follow, so many in each turn of the event loop."""
_UNASKED: Final = 100
"""So many rows are there before anybody scrolls down to them; more only then."""


class GroupHead(QToolButton):
    """The title of a group, with its number; a folded one opens by a click."""

    def __init__(self, title: str, number: int, *, folds: bool, shut: bool) -> None:
        super().__init__()
        self.setObjectName("group")
        self.setText(f"{title}  {number}")
        self.setAccessibleName(f"{title}: {number}")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setEnabled(folds)
        if folds:
            self.setIcon(icons.icon("right" if shut else "down"))
        else:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class ProblemsPanel(QWidget):
    """What the rules find in the open visit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: dict[str, ProblemRow] = {}
        self._aside: dict[str, ProblemRow] = {}
        """Rows made before whose turn has not come yet."""
        self.order: list[str] = []
        self._listed: dict[str, Problem] = {}
        self._laying: Iterator[None] = iter(())
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._lay_more)
        self._opened: set[Group] = set()
        self._current = ""
        self._safe_steps = 0
        self._list = QWidget()
        self._list.setObjectName("page")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(SPACE, SMALL, SPACE, SPACE)
        self._column.setSpacing(1)
        self._area = scrolled(self._list)
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self._turns.start())
        self.explanation = Explanation(desk.phrases, desk.theme)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._area, 3)
        across.addWidget(self.explanation, 2)
        self.filters = ProblemFilters(desk)
        self.filters.changed.connect(self._read)
        self._summary = QLabel()
        self._summary.setProperty("muted", True)
        self._fill()
        desk.changed.connect(self._read)
        desk.problem_asked.connect(self.show_problem)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        row = self.current_row or next(iter(self.rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def fill_head(self, head: Head) -> None:
        """Puts filters and summary into the title line of the pane."""
        head.addWidget(self.filters)
        head.addWidget(self._summary)

    def _read(self, *_: object) -> None:
        """Reads the problems again; rows of those that stay are kept."""
        self.offer()
        self._fill()

    def offer(self) -> None:
        """Lets the filters offer what the problems are about."""
        self.filters.offer(self._desk.session.problems)

    def _fill(self) -> None:
        focused = self.isAncestorOf(self.window().focusWidget())
        desk = self._desk
        problems, sieve = desk.session.problems, self.filters.sieve
        self._clear()
        found = grouped(p for p in problems if sieve.admits(p, desk.visit))
        self._listed = {
            identity(problem): problem
            for group, members in found.items()
            if not group.folded or group in self._opened
            for problem in members[:_MOST]
        }
        place = self.order.index(self._current) if self._current in self.order else 0
        self.order = list(self._listed)
        self._aside, self.rows = self._aside | self.rows, {}
        self._laying = self._lay(found)
        for key in [key for key in self._aside if key not in self._listed]:
            row = self._aside.pop(key)
            row.hide()
            row.deleteLater()
        self._lay_more()
        if self._current in self._listed:
            self._unfold(self._row_of(self._current))
        elif self._current:
            self._current = ""
            if focused and self.order:  # the problem solved gives the keyboard to the next
                self._row_of(self.order[min(place, len(self.order) - 1)]).setFocus()
        for row in self._aside.values():
            row.hide()  # until its turn comes it says what was true before
        self._summary.setText(count_text(problems, desk.phrases))

    def _lay_more(self) -> None:
        """Lays out some rows; a list of hundreds does not hold up the window."""
        bar = self._area.verticalScrollBar()
        near = bar.value() + 2 * bar.pageStep() > bar.maximum()
        if self._lay_some(_AT_ONCE) and (near or len(self.rows) < _UNASKED):
            self._turns.start()
        else:
            self._turns.stop()

    def _lay_some(self, most: int, until: str = "") -> bool:
        """Lays out so many rows, or those up to a problem; answers whether any are left."""
        self._column.setEnabled(False)  # else all rows were measured again for each of them
        left = True
        while most > 0 and left and (not until or until not in self.rows):
            left = next(self._laying, self) is not self
            most -= 1
        self._column.setEnabled(True)
        self._column.activate()
        return left

    def _row_of(self, key: str) -> ProblemRow:
        """The row of a problem that is listed, laid out now if its turn has not come yet."""
        if key not in self.rows:
            self._lay_some(len(self._listed) + 1, key)
        return self.rows[key]

    def _clear(self) -> None:
        """Empties the list; rows are kept aside.

        `removeWidget`, for what `takeAt` answers lives on with its wrapper, and while it does Qt
        never tells the next item of the same row that its height has changed.
        """
        here = Qt.FindChildOption.FindDirectChildrenOnly
        for widget in self._list.findChildren(QWidget, options=here):
            self._column.removeWidget(widget)
            if not isinstance(widget, ProblemRow):
                widget.hide()
                widget.deleteLater()
        while self._column.takeAt(0) is not None:
            pass

    def _lay(self, found: dict[Group, list[Problem]]) -> Iterator[None]:
        """Puts groups and rows into the list, one row at a time."""
        for group, members in found.items():
            self._head(group, len(members))
            if group.folded and group not in self._opened:
                continue
            for problem in members[:_MOST]:
                row = self._row(identity(problem), problem)
                self._column.addWidget(row)
                row.show()
                yield
            if len(members) > _MOST:
                rest = self._desk.phrases.count("{n} more", "{n} more", len(members) - _MOST)
                self._column.addWidget(QLabel(rest))
        if not found:
            self._column.addWidget(self._nothing())
        self._column.addStretch(1)

    def _head(self, group: Group, number: int) -> None:
        shut = group.folded and group not in self._opened
        head = GroupHead(self._desk.phrases.say(group.value), number, folds=group.folded, shut=shut)
        head.clicked.connect(lambda: self._fold(group))
        self._column.addWidget(head)

    def _fold(self, group: Group) -> None:
        self._opened ^= {group}
        self._read()

    def _nothing(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(SMALL, SPACE, SMALL, SPACE)
        line.setSpacing(SPACE)
        mark = QLabel()
        theme = self._desk.theme
        mark.setPixmap(icons.pixmap("fine", ICON, theme.fine, self.devicePixelRatioF()))
        line.addWidget(mark)
        say = self._desk.phrases.say
        if self._desk.session.problems and self.filters.sieve != Sieve():
            line.addWidget(QLabel(say(N_("Nothing of this kind is wrong."))))
            everything = QPushButton(say(N_("Show everything")))
            everything.clicked.connect(self.filters.clear)
            line.addWidget(everything)
        else:
            line.addWidget(QLabel(say(N_("Nothing is wrong with the programme."))))
        line.addStretch(1)
        return box

    def _row(self, key: str, problem: Problem) -> ProblemRow:
        row = self._aside.pop(key, None)
        if row is None:
            row = ProblemRow(self._desk, problem)
            row.entered.connect(lambda: self._enter(key))
            row.opened.connect(lambda: self._open(key))
            row.stepped.connect(lambda step: self._step(key, step))
            row.fixed.connect(self._fix)
            row.waived.connect(lambda reason: self._waive(key, reason))
            row.withdrawn.connect(lambda: self._withdraw(key))
            row.explained.connect(lambda: self._explain(key))
        elif row.problem is not problem or not row.says(problem):
            row.read(problem)
        self.rows[key] = row
        return row

    # The current problem

    @property
    def current_row(self) -> ProblemRow | None:
        """The row of the current problem."""
        return self.rows.get(self._current)

    def _enter(self, key: str) -> None:
        """Makes a problem the current one."""
        if key not in self._listed:  # its row has the keyboard for the last time
            return
        if self._current in self.rows and self._current != key:
            self.rows[self._current].shut()
        self._current = key
        row = self._row_of(key)
        self._unfold(row)
        if not self.explanation.isHidden():
            self.explanation.show_rule(row.problem.code)
        self._area.ensureWidgetVisible(row, 0, SMALL)

    def _unfold(self, row: ProblemRow) -> None:
        session, problem = self._desk.session, row.problem
        row.unfold(session.fixes(problem) if problem.live and session.writable else ())

    def _open(self, key: str) -> None:
        """Shows where the problem is; for what is not filled in, the table to fill."""
        problem = self.rows[key].problem
        if problem.datum:
            from visitplanner.gui.problems.filling import open_filling

            open_filling(self.window(), problem)
            return
        place = next((p.id for p in problem.places if p.kind == "items"), None)
        item = problem.items[0] if problem.items else place
        if item is not None:
            self._desk.jump(item)

    def _step(self, key: str, step: int) -> None:
        place = self.order.index(key) + step
        if 0 <= place < len(self.order):
            self._row_of(self.order[place]).setFocus(Qt.FocusReason.TabFocusReason)

    def walk(self, step: int) -> None:
        """Goes to the next problem that counts, or to the one before, and shows its place."""
        live = [key for key in self.order if self._listed[key].live]
        if not live:
            return
        if self._current in live:
            place = (live.index(self._current) + step) % len(live)
        else:
            place = 0 if step > 0 else -1
        self._show(live[place])

    def show_problem(self, key: str) -> None:
        """Makes a problem the current one, and shows its place, whatever the filters."""
        for problem in self._desk.session.problems:
            if problem.key == key:
                if not self.filters.sieve.admits(problem, self._desk.visit):
                    self.filters.clear()
                group = group_of(problem)
                if group.folded and group not in self._opened:
                    self._fold(group)
                if identity(problem) in self._listed:
                    self._show(identity(problem))
                return

    def _show(self, key: str) -> None:
        self._enter(key)
        if not self._listed[key].datum:  # a table opens only when it is asked for
            self._open(key)

    def show_fixes(self) -> None:
        """Gives the keyboard to the fixes of the selected item's problem, or the current one."""
        item = self._desk.item
        here = [
            key
            for key in self.order
            if self._listed[key].live and item is not None and item.id in self._listed[key].items
        ]
        key = self._current if self._current in here or not here else here[0]
        if key in self._listed:
            self._enter(key)
            self._row_of(key).focus_tools()

    # What can be done

    def _fix(self, fix: Fix) -> None:
        self._desk.edit(fix.edit)

    def fix_safe(self) -> int:
        """Takes every fix that needs no look, as one step; answers how many were taken."""
        taken = 0
        self._safe_steps += 1
        while taken < _MOST and (fix := self._safe_fix()) is not None:
            if self._desk.edit(fix.edit, f"fix all safe {self._safe_steps}") is None:
                break
            taken += 1
        return taken

    def _safe_fix(self) -> Fix | None:
        session = self._desk.session
        for problem in session.problems:
            if problem.live:
                for fix in session.fixes(problem)[:1]:
                    if fix.confidence is Confidence.SAFE:
                        return fix
        return None

    def _waive(self, key: str, reason: str) -> None:
        problem, desk = self.rows[key].problem, self._desk
        self._desk.edit(
            lambda visit: waive(
                visit,
                problem.code,
                problem.key,
                reason=reason,
                author=desk.author,
                on=desk.session.today,
            )
        )

    def _withdraw(self, key: str) -> None:
        waiver = self.rows[key].problem.waiver
        if waiver is not None:
            self._desk.edit(lambda visit: withdraw(visit, waiver))

    def _explain(self, key: str) -> None:
        """Shows or hides the explanation."""
        code = self.rows[key].problem.code
        if not self.explanation.isHidden() and self.explanation.code == code:
            self.explanation.hide()
        else:
            self.explanation.show_rule(code)
