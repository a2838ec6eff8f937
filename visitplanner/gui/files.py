# SPDX-License-Identifier: MIT
"""Visits as files: opened, begun, copied and remembered for one window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from visitplanner.gui.notices import Remedy
from visitplanner.gui.whereabouts import SUFFIX, free_path, made_file
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog, QMenu

    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.gui.opening import Opening
    from visitplanner.gui.timeline.scene import Scene
    from visitplanner.session.session import Session

EXAMPLE_NAME: Final = "smolensk-vitebsk"


class Files:
    """What the File menu does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._office = window.office
        self._why: Message | None = None
        """Why the open file cannot be edited."""
        self.opening: Opening | None = None
        """The file that is on its way."""
        self._closed = False
        self._asked: Path | None = None
        """The file that was asked for by its name."""
        self._told: Callable[[], None] | None = None
        """What is said when the file has come."""
        self._next: Callable[[], None] | None = None
        """What to open as soon as a cancelled one has let go."""

    def new_visit(self, template: str = "working-visit") -> None:
        """Asks for a few wishes, of which a whole plan comes."""
        from visitplanner.gui.wizard.dialog import Wizard

        Wizard(self._window, template).open()

    def blank_visit(self) -> None:
        """Begins an empty visit; it asks for nothing and is on disk at once."""
        from visitplanner.samples import template

        visit = template("blank", uid=self._office.new_uid(), day=self._office.today())
        name = self._window.phrases.say(N_("New visit"))
        self.begin(visit, name)

    def open_example(self) -> None:
        """Opens the user's copy of the example, made when it is first asked for."""
        path = self._office.visits() / f"{EXAMPLE_NAME}{SUFFIX}"
        if path.exists():
            self.open_path(path)
            return
        uid = self._office.new_uid()

        def example() -> Visit:
            from visitplanner.samples import EXAMPLE, template

            return template(EXAMPLE, uid=uid)

        self._begin(example, EXAMPLE_NAME)

    def begin(self, visit: Visit, name: str) -> None:
        """Makes a file among the user's visits and opens it."""
        self._begin(lambda: visit, name)

    def _begin(self, make: Callable[[], Visit], name: str) -> None:
        folder, now = self._office.visits(), self._office.now
        self._open(lambda: made_file(folder, name, make(), now()), name)

    def open(self) -> None:
        """Asks for a file and opens it."""
        from PySide6.QtWidgets import QFileDialog

        phrases = self._window.phrases
        dialog = QFileDialog(self._window, phrases.say(N_("Open a visit")))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [f"{phrases.say(N_('Visits'))} (*{SUFFIX})", f"{phrases.say(N_('All files'))} (*)"]
        )
        dialog.setDirectory(str(self._nearby()))
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        self._show(dialog)

    def _nearby(self) -> Path:
        """The folder a file dialog starts in."""
        for name in self._office.settings.recent:
            if (folder := Path(name).parent).is_dir():
                return folder
        return self._office.visits()

    @staticmethod
    def _show(dialog: QFileDialog) -> None:
        from PySide6.QtCore import Qt  # with all its enumerations slow to load, and rarely needed

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_path(self, path: Path, *, anyway: bool = False) -> None:
        """Begins to open a file; what is open stays until it has come, and when it fails."""
        before = self._window.desk
        if before is None or before.session.path != path or anyway:
            self._open(lambda: path, path.stem, anyway=anyway)
            self._asked = path

    def open_made(self, make: Callable[[], Path], name: str, told: Callable[[], None]) -> None:
        """Opens a file that is made first, out of sight; says what came of it."""
        self._open(make, name)
        self._told = told

    def _open(self, source: Callable[[], Path], name: str, *, anyway: bool = False) -> None:
        """One file at a time: one that is on its way is given up for the next."""
        self._asked = self._told = None

        def start() -> None:
            from visitplanner.gui.opening import Opening, Wanted

            wanted = Wanted(source, name, anyway)
            language = self._window.phrases.language
            opening = self.opening = Opening(wanted, self._office, language, self._window)
            opening.opened.connect(self._take)
            opening.glanced.connect(self._glance)
            opening.refused.connect(self._fail)
            opening.broken.connect(self._break)
            opening.gone.connect(self._let_go)
            self._window.expect(opening)
            self._window.when_ready(opening.start)

        if self.opening is None:
            start()
        else:
            self._next = start
            self.opening.cancel()

    def cancel(self) -> None:
        """Gives up the file that is on its way."""
        self._next = None
        if self.opening is not None:
            self.opening.cancel()

    def close(self) -> None:
        """Nothing is opened any more: the window goes."""
        self._closed = True
        if self.opening is not None:
            self.opening.abandon()
            self.opening = None

    def _glance(self, scene: Scene) -> None:
        """The first day of a large file has come."""
        window, opening = self._window, self.opening
        if self._closed or opening is None or opening.cancelled:
            return
        if window.desk is None and window.place is not None:
            window.place.glance(scene, window.theme, window.phrases, opening.go_on)

    def _take(self, session: Session) -> None:
        """A file has come."""
        if self._closed:
            return
        opening = self._ended()
        if opening.cancelled:
            session.close()
            self._let_go()
            return
        path = session.path
        self._why = _passing(path) if opening.passing else session.why_read_only
        self._window.take(session)
        if self._window.workspace is not None:
            self._window.workspace.prepare(opening.scene)
        self._office.settings.opened(path)
        self._office.keep_settings()
        if self._told is not None:
            self._told()

    def _fail(self, sentence: Message) -> None:
        wanted = self.opening is not None and not self.opening.cancelled
        self._let_go()
        if wanted:
            self._refuse(sentence, offered=True)

    def _break(self, fault: BaseException) -> None:
        self._let_go()
        raise fault

    def _let_go(self) -> None:
        """The file has not come: another is opened, or what was shown before is shown again."""
        if self._closed:
            return
        if self.opening is not None:
            self._ended()
        following, self._next = self._next, None
        if following is not None:
            following()
        else:
            self._window.expect(None)

    def _ended(self) -> Opening:
        opening, self.opening = self.opening, None
        if opening is None:
            raise RuntimeError("nothing was being opened")
        return opening

    def explain(self) -> None:
        """Says why the open file cannot be edited, and what can be done."""
        desk, why = self._window.desk, self._why
        if desk is None or why is None:
            return
        path = desk.session.path
        say = self._window.phrases.say
        remedies = [Remedy(say(N_("Save a copy…")), self.save_copy)]
        if "user" in why.args:  # somebody has it open: only then can it be opened anyway
            remedies.append(Remedy(say(N_("Open anyway")), lambda: self._open_anyway(path)))
        text = self._window.phrases.sentence(why, desk.visit)
        self._window.standing.say(text, *remedies, passing=False)

    def _open_anyway(self, path: Path) -> None:
        self.open_path(path, anyway=True)

    def save(self) -> None:
        """Answers that all is saved: an edit is on disk when it is made."""
        desk = self._window.desk
        if desk is None:
            return
        if not self._window.finish_typing():
            return
        phrases = self._window.phrases
        if not desk.writable:
            self._window.answer(phrases.say(N_("For reading only: nothing to save")))
            return
        hour, minute = self._office.clock()
        from visitplanner.words.dates import clock_text

        time = clock_text(hour * 60 + minute, phrases.language, desk.visit.policy.time_separator)
        self._window.answer(phrases.say(N_("All saved, {time}"), time=time))

    def save_copy(self) -> None:
        """Asks where, and writes a complete copy of the open visit there."""
        desk = self._window.desk
        if desk is None:
            return
        self._window.finish_typing()
        from PySide6.QtWidgets import QFileDialog

        phrases = self._window.phrases
        here = desk.session.path
        dialog = QFileDialog(self._window, phrases.say(N_("Save a copy")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{phrases.say(N_('Visits'))} (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it never replaces a file
        folder = here.parent if desk.writable else self._office.visits()
        folder = folder if folder.is_dir() else here.parent
        name = phrases.say(N_("{name} – copy"), name=here.stem)
        dialog.setDirectory(str(folder))
        dialog.selectFile(free_path(folder, name).name)
        dialog.fileSelected.connect(lambda chosen: self._copy_to(Path(chosen)))
        self._show(dialog)

    def _copy_to(self, target: Path) -> None:
        from visitplanner.store.contract import StoreError

        desk = self._window.desk
        if desk is None:
            return
        try:
            logged = desk.session.copy_to(target)
        except StoreError as error:
            self._refuse(error.sentence)
            return
        if not desk.writable:  # a copy is made to be edited
            self.open_path(target)
            return
        say = self._window.phrases.say
        told = say(N_("The copy is saved: {file}"), file=str(target))
        if not logged:
            told += ". " + say(N_("The file itself is lost, and the history of edits with it."))
        self._window.notices.say(
            told,
            Remedy(say(N_("Open the copy")), lambda: self._open_quietly(target)),
        )

    def _open_quietly(self, path: Path) -> None:
        self.open_path(path)

    def close_visit(self) -> None:
        """Back to the welcome page."""
        if self._window.finish_typing():
            self._window.take(None)

    def fill_recent(self, menu: QMenu) -> None:
        """The files opened before."""
        menu.clear()
        for name in self._office.settings.recent:
            path = Path(name)
            entry = menu.addAction(path.stem)
            entry.setToolTip(name)
            entry.setStatusTip(name)
            entry.setEnabled(path.exists())
            entry.triggered.connect(lambda _=False, path=path: self.open_path(path))
        if menu.isEmpty():
            menu.addAction(self._window.phrases.say(N_("No visits yet"))).setEnabled(False)

    def _refuse(self, sentence: Message, *, offered: bool = False) -> None:
        text, remedies = self._window.phrases.sentence(sentence, None), []
        if offered and self._asked is not None:
            from visitplanner.gui import mending

            remedies = mending.remedies(self._window, self._asked, sentence)
        self._window.notices.say(text, *remedies, grave=True)


def _passing(path: Path) -> Message:
    from visitplanner.domain.text import message

    return message(
        "{file} is in a folder that is emptied without asking: save a copy to edit it.",
        file=str(path),
    )
