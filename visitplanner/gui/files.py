# SPDX-License-Identifier: MIT
"""Visits as files: opened, begun, copied and remembered for one window."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog

from visitplanner.gui.notices import Remedy
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from visitplanner.domain.text import Message
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow

SUFFIX: Final = ".visit"
# Outlook, Internet Explorer's cache, Thunderbird.
_PASSING_FOLDERS: Final = ("Content.Outlook", "INetCache", "mozilla_")
EXAMPLE_NAME: Final = "smolensk-vitebsk"


class Files:
    """What the File menu does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._office = window.office
        self._why: Message | None = None
        """Why the open file cannot be edited."""

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
        from visitplanner.samples import EXAMPLE, template

        self.begin(template(EXAMPLE, uid=self._office.new_uid()), EXAMPLE_NAME)

    def begin(self, visit: Visit, name: str) -> None:
        """Makes a file among the user's visits and opens it."""
        from visitplanner.domain.record import first_record
        from visitplanner.store import create_visit
        from visitplanner.store.contract import StoreError

        folder = self._office.visits()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = self._window.phrases.say(
                N_("The folder {folder} cannot be made ({reason})."),
                folder=str(folder),
                reason=error.strerror or "",
            )
            self._window.notices.say(text, grave=True)
            return
        path = free_path(folder, name)
        try:
            create_visit(path, visit, first_record(visit, self._office.now()))
        except StoreError as error:
            self._refuse(error.sentence)
            return
        self.open_path(path)

    def open(self) -> None:
        """Asks for a file and opens it."""
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

    def open_path(self, path: Path, *, anyway: bool = False) -> bool:
        """Opens a file in this window; what was open before stays when that fails."""
        from visitplanner.session.session import Session
        from visitplanner.store import open_visit
        from visitplanner.store.contract import StoreError

        before = self._window.desk
        if before is not None and before.session.path == path and not anyway:
            return True
        office = self._office
        try:
            passing = is_passing(path)
            store = open_visit(path, read_only=passing, break_lock=anyway)
            try:
                session = Session(store, office.today(), office.now, office.author())
            except BaseException:
                store.close()
                raise
        except StoreError as error:
            self._refuse(error.sentence)
            return False
        self._why = _passing(path) if passing else store.why_read_only
        self._window.take(session)
        office.settings.opened(path)
        office.keep_settings()
        return True

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
        self._window.finish_typing()
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
            desk.session.copy_to(target)
        except StoreError as error:
            self._refuse(error.sentence)
            return
        if not desk.writable:  # a copy is made to be edited
            self.open_path(target)
            return
        say = self._window.phrases.say
        self._window.notices.say(
            say(N_("The copy is saved: {file}"), file=str(target)),
            Remedy(say(N_("Open the copy")), lambda: self._open_quietly(target)),
        )

    def _open_quietly(self, path: Path) -> None:
        self.open_path(path)

    def close_visit(self) -> None:
        """Back to the welcome page."""
        self._window.finish_typing()
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

    def _refuse(self, sentence: Message) -> None:
        text = self._window.phrases.sentence(sentence, None)
        self._window.notices.say(text, grave=True)


def free_path(folder: Path, name: str) -> Path:
    """A file of this name, numbered when the name is taken."""
    path = folder / f"{name}{SUFFIX}"
    for number in count(2):
        if not path.exists():
            break
        path = folder / f"{name} {number}{SUFFIX}"
    return path


def is_passing(path: Path) -> bool:
    """Whether a file lies where mail programs and browsers put what they will soon remove."""
    import tempfile

    folder = path.absolute().parent
    return folder == Path(tempfile.gettempdir()) or any(
        part.startswith(_PASSING_FOLDERS) for part in folder.parts
    )


def _passing(path: Path) -> Message:
    from visitplanner.domain.text import message

    return message(
        "{file} is in a folder that is emptied without asking: save a copy to edit it.",
        file=str(path),
    )
