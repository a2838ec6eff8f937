# SPDX-License-Identifier: MIT
"""The window of versions: where the plan stands, and what can be done with each version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.record import VersionStatus
from visitplanner.gui import icons
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.looks import SPACE, WIDE
from visitplanner.gui.versions.form import StatusForm
from visitplanner.gui.versions.hindrances import Hindrances
from visitplanner.gui.versions.listing import VersionList
from visitplanner.gui.versions.naming import approval_text, moment_text, standing_name, version_name
from visitplanner.session.approval import ApprovalRefusedError
from visitplanner.store.contract import StoreError
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.record import Version
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.rules.rule import Problem
    from visitplanner.session.session import Notice

_ACTIONS: Final = (
    ("compare-now", N_("Compare with the plan now"), "compare"),
    ("compare-before", N_("Compare with the version before"), "compare"),
    ("restore", N_("Restore"), "undo"),
    ("print", N_("Preview and print…"), "print"),
)


class VersionsWindow(EditorWindow):
    """Freezes the plan now, and settles, compares, restores and prints versions."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.desk.changed.connect(self._told)
        self.desk.signed.connect(self._told)

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Versions")))
        self.resize(max(self.width(), 1020), max(self.height(), 600))
        today = self.desk.session.today
        self.here, self.since = QLabel(), QLabel()
        self.here.setObjectName("pane-title")
        self.since.setProperty("muted", True)
        self.author = QPushButton()
        self.author.setProperty("quiet", True)
        self.author.clicked.connect(self._ask_author)
        self.freezing = StatusForm(self.desk.phrases, today, noted=True)
        self.freezing.button.setProperty("primary", True)
        self.freezing.asked.connect(self.freeze)
        self.hindrances = Hindrances(self.desk)
        self.hindrances.chosen.connect(self._go_to)
        self.list = VersionList(self.desk)
        self.list.chosen.connect(self._read_chosen)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SPACE)
        head = QHBoxLayout()
        head.addWidget(self.here)
        head.addWidget(self.since)
        head.addStretch(1)
        head.addWidget(self.author)
        column.addLayout(head)
        column.addWidget(self.freezing)
        column.addWidget(self.hindrances)
        column.addSpacing(SPACE)
        column.addWidget(self.list, 1)
        column.addWidget(self._chosen_box())
        self._read()
        first = self.freezing.note if self.freezing.isEnabled() else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def _chosen_box(self) -> QWidget:
        """What can be done with the version of the current line."""
        say = self.desk.phrases.say
        box = QFrame()
        self.chosen_name, self.approval = QLabel(), QLabel()
        self.chosen_name.setObjectName("pane-title")
        self.approval.setProperty("muted", True)
        self.approval.setWordWrap(True)
        self.settling = StatusForm(self.desk.phrases, self.desk.session.today, noted=False)
        self.settling.button.setText(say(N_("Change the status")))
        self.settling.asked.connect(self.settle)
        self.settling.status.currentIndexChanged.connect(self._allow_settling)
        self.settling.on.dateChanged.connect(self._allow_settling)
        acts: dict[str, Callable[[], None]] = {
            "compare-now": lambda: self.compare(before=False),
            "compare-before": lambda: self.compare(before=True),
            "restore": self.restore,
            "print": self.print_version,
        }
        self.buttons: dict[str, QPushButton] = {}
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        for name, text, icon in _ACTIONS:
            button = QPushButton(icons.icon(icon), say(text))
            button.clicked.connect(lambda _=False, act=acts[name]: act())
            line.addWidget(button)
            self.buttons[name] = button
        line.addStretch(1)
        title = QHBoxLayout()
        title.setSpacing(SPACE)
        title.addWidget(self.chosen_name)
        title.addWidget(self.approval, 1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(title)
        column.addWidget(self.settling)
        column.addLayout(line)
        self.box = box
        return box

    # Reading

    def _told(self, *_: object) -> None:
        self._read()

    def _read(self) -> None:
        self._read_here()
        self.list.read()
        self._read_chosen()

    def _read_here(self) -> None:
        desk, stands = self.desk, self.desk.session.standing
        say = desk.phrases.say
        name = standing_name(desk.phrases, stands)
        self.here.setText(name[:1].upper() + name[1:])
        self.since.setText(self._since())
        self.author.setText(say(N_("Author: {name}"), name=desk.author))
        free = desk.writable and stands.version is None
        self.freezing.setEnabled(free)
        following = stands.number if stands.version is None else stands.number + 1
        self.freezing.button.setText(say(N_("Freeze version {n}"), n=following))

    def _since(self) -> str:
        """How the plan now came about from the newest version."""
        say, stands = self.desk.phrases.say, self.desk.session.standing
        if stands.version is not None:
            return say(N_("The plan has not been changed since."))
        if stands.after is None:
            return say(N_("Nothing has been frozen yet."))
        moment = moment_text(self.desk, stands.after.created)
        return say(
            N_("changed after version {n} of {moment}"), n=stands.after.number, moment=moment
        )

    def _read_chosen(self) -> None:
        version, desk = self.list.version, self.desk
        self.box.setVisible(version is not None)
        if version is None:
            return
        self.chosen_name.setText(version_name(desk.phrases, version))
        self.approval.setText(approval_text(desk, version))
        superseded = version.status is VersionStatus.SUPERSEDED
        self.settling.setVisible(not superseded)
        self.settling.setEnabled(desk.writable)
        if not superseded:
            self.settling.show_status(version.status)
            self.settling.show_day(version.approved_on or desk.session.today)
        kept = desk.session.has_state(version.edit)
        is_now = desk.session.standing.version is version
        self.buttons["compare-now"].setEnabled(kept and not is_now)
        self.buttons["compare-before"].setEnabled(kept and self._before(version) is not None)
        self.buttons["restore"].setEnabled(kept and desk.writable and not is_now)
        self.buttons["print"].setEnabled(kept)
        self._allow_settling()

    def _allow_settling(self) -> None:
        version = self.list.version
        if version is not None:
            asked = self.settling.chosen, self.settling.day
            self.settling.button.setEnabled(asked != (version.status, version.approved_on))

    def _before(self, version: Version) -> Version | None:
        """The version before one, where its state is in this file."""
        session = self.desk.session
        earlier = [v for v in session.record.versions if v.number < version.number]
        last = max(earlier, key=lambda v: v.number, default=None)
        return last if last is not None and session.has_state(last.edit) else None

    # Doing

    def freeze(self) -> None:
        """Makes the state now a version."""
        form, session = self.freezing, self.desk.session
        if not form.isEnabled() or not self.main.finish_typing():
            return
        done = self._approving(
            lambda: session.freeze(form.chosen, form.note.text(), form.day), session.visit
        )
        if done is not None:
            form.note.clear()
            form.show_status(VersionStatus.DRAFT)
            self.list.show_version(session.standing.number)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Puts the version of the current line into the status chosen."""
        version, form = self.list.version, self.settling
        if version is None or (form.chosen, form.day) == (version.status, version.approved_on):
            return
        session = self.desk.session
        state = session.states((version.edit,)).get(version.edit, session.visit)
        self._approving(lambda: session.settle(version.number, form.chosen, form.day), state)

    def _approving(self, act: Callable[[], Notice], state: Visit) -> Notice | None:
        """Does what errors of the state may forbid; these are then shown, each with a way to it."""
        self.hindrances.clear()
        try:
            return act()
        except ApprovalRefusedError as refused:
            text = self.desk.say(refused.reason)
            self.hindrances.show_problems(text, refused.problems, state)
        except EditRefusedError as refused:
            self.desk.refused.emit(refused.reason)
        except StoreError as failed:
            self.desk.failed.emit(failed.sentence)
        return None

    def _go_to(self, problem: Problem) -> None:
        """Shows a problem in the main window: in the list of problems, or its item."""
        self.main.raise_()
        self.main.activateWindow()
        place = next((p.id for p in problem.places if p.kind == "items"), None)
        item = problem.items[0] if problem.items else place
        if any(p.key == problem.key and p.code == problem.code for p in self.desk.session.problems):
            if self.main.workspace is not None:
                self.main.workspace.bring("problems")
            self.desk.ask_problem(problem.key)
        elif item is not None:
            self.desk.jump(item)

    def restore(self) -> None:
        """Makes the plan what the version says."""
        version = self.list.version
        if version is None or not self.main.finish_typing():
            return
        if self.desk.tried(lambda: self.desk.session.restore(version.number)) is not None:
            done = N_("The plan is again as in version {n}.")
            self.offer_undo(self.desk.phrases.say(done, n=version.number))

    def compare(self, *, before: bool) -> None:
        """Shows what has changed since the version, or up to it since the one before."""
        from visitplanner.gui.comparison.opening import show_comparison

        version = self.list.version
        earlier = self._before(version) if version is not None and before else None
        if version is None:
            return
        if earlier is not None:
            show_comparison(self.main, earlier.edit, version.edit)
        elif not before:
            show_comparison(self.main, version.edit, None)

    def print_version(self) -> None:
        """Shows the version as it is printed."""
        from visitplanner.gui.versions.printing import show_print

        version = self.list.version
        if version is not None:
            show_print(self.main, version)

    def _ask_author(self) -> None:
        self.main.bars.actions["author"].trigger()
