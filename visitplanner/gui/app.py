# SPDX-License-Identifier: MIT
"""The application: its looks and language, its clock and settings, and its one window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from visitplanner import paths
from visitplanner.gui import theme as themes
from visitplanner.gui.folders import show_folder
from visitplanner.gui.looks import style_sheet
from visitplanner.gui.main_window import MainWindow
from visitplanner.gui.notices import Remedy
from visitplanner.gui.office import Office
from visitplanner.gui.settings import read_settings
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

    from PySide6.QtCore import Qt

    from visitplanner.domain.text import Language
    from visitplanner.gui.settings import Settings
    from visitplanner.gui.theme import Theme


def run(path: Path | None) -> int:
    """Shows the window on a file, on the example at the first start, else the welcome page."""
    found = QApplication.instance()
    # Fusion by argument: asked for later, Qt makes the system's style first.
    words = [*sys.argv[:1], "-style", "fusion"]
    application = found if isinstance(found, QApplication) else QApplication(words)
    window = start(application, path)
    status = application.exec()
    window.files.close()
    return status


def start(application: QApplication, path: Path | None) -> MainWindow:
    """The window on its way: to be seen first, then with what it is to show."""
    window = open_window(application, usual_office())
    install_hook(window)
    window.settled.connect(_tidy)
    begin(window, path)
    window.show()
    return window


def _tidy() -> None:
    """Once all is made, what is there stays: looking for garbage in it would only hold it up."""
    gc.freeze()
    gc.enable()


def usual_office() -> Office:
    """The desk as the system knows it."""
    file = paths.settings_file()
    settings = read_settings(file)
    return Office(
        now=_now,
        today=lambda: _local().date(),
        clock=_clock,
        author=lambda: settings.author or _system_author(),
        settings=settings,
        settings_file=file,
        visits=paths.visits_folder,
        new_uid=_new_uid,
    )


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC).replace(microsecond=0)


def _local() -> datetime:
    from datetime import datetime

    return datetime.now().astimezone()


def _system_author() -> str:
    from visitplanner.author import system_author

    return system_author()


def _clock() -> tuple[int, int]:
    now = _local()
    return now.hour, now.minute


def _new_uid() -> str:
    import uuid

    return str(uuid.uuid4())


def open_window(application: QApplication, office: Office) -> MainWindow:
    """Dresses the application and makes its window."""
    application.setApplicationName("visitplanner")
    application.setApplicationDisplayName("")
    application.setFont(themes.window_font())
    dresser = Dresser(application, office.settings)
    language, theme = dresser.dress()
    window = MainWindow(office, language, theme, dresser.restyle)
    dresser.window = window
    follows = application.styleHints().colorSchemeChanged.connect(dresser.follow)
    window.destroyed.connect(lambda: QObject.disconnect(follows))
    return window


def begin(window: MainWindow, path: Path | None) -> None:
    """Opens what the window starts with."""
    settings = window.office.settings
    first, settings.first_start = settings.first_start, False
    if path is not None:
        window.files.open_path(path.absolute())
    elif first:
        window.files.open_example()
    if first:
        window.office.keep_settings()


class Dresser:
    """Language and colours of the application, by its settings or as the system has them."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        self._application = application
        self._settings = settings
        self._translator: QTranslator | None = None
        self.window: MainWindow | None = None

    def dress(self) -> tuple[Language, Theme]:
        """Sets what Qt's own widgets show, and answers what ours are to show."""
        if not self._settings.theme:
            self._application.setPalette(QPalette())  # else our own colours were the system's
        language, theme = chosen_language(self._settings), chosen_theme(self._settings)
        self._translate(language)
        self._application.setPalette(theme.palette())
        drawings = paths.resources() / "looks"
        self._application.setStyleSheet(style_sheet(theme, drawings.as_posix()))
        return language, theme

    def _translate(self, language: Language) -> None:
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(language))
        if language == "en":
            return
        translator = QTranslator(self._application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(translator)
            self._translator = translator

    def restyle(self) -> None:
        """Dresses application and window anew, after another choice."""
        language, theme = self.dress()
        if self.window is not None:
            self.window.dress(language, theme)

    def follow(self, _scheme: Qt.ColorScheme) -> None:
        """Follows the system to light or dark."""
        if not self._settings.theme:
            self.restyle()


def chosen_language(settings: Settings) -> Language:
    """The language of the window: the user's choice, else that of the system."""
    if settings.language == "en":
        return "en"
    if settings.language == "ru":
        return "ru"
    # Belarusian words are not complete: its readers get Russian.
    return "ru" if QLocale.system().name()[:2] in {"ru", "be"} else "en"


def chosen_theme(settings: Settings) -> Theme:
    """The colours of the window: the user's choice, else those of the system."""
    if settings.theme == "dark":
        return themes.DARK
    return themes.LIGHT if settings.theme == "light" else themes.system_theme()


def install_hook(window: MainWindow) -> None:
    """An unexpected error is logged and told, and the work goes on: every edit is on disk."""

    def on_fault(
        _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        from visitplanner.log import log_fault, open_log

        try:
            where = str(open_log(paths.log_file()))
            log_fault(fault)
        except OSError:
            where = ""
        say = window.phrases.say
        text = say(N_("An unexpected error; your edits are saved."))
        remedies = []
        if where:
            text += " " + say(N_("Details are in {file}."), file=where)
            remedies.append(
                Remedy(say(N_("Open the folder")), lambda: show_folder(Path(where).parent))
            )
        window.notices.say(text, *remedies, grave=True)

    sys.excepthook = on_fault
