# SPDX-License-Identifier: MIT
"""What can be done about a file that does not open: restored, or a backup taken instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.notices import Remedy
from visitplanner.store import care
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.text import Message
    from visitplanner.gui.main_window import MainWindow
    from visitplanner.store.care import Restored


def remedies(window: MainWindow, path: Path, refusal: Message) -> list[Remedy]:
    """The buttons of a notice that says why a file does not open."""
    say = window.phrases.say
    found = []
    if care.is_hopeful(path, refusal):
        found.append(Remedy(say(N_("Restore")), lambda: restore(window, path)))
    if care.of_file(path):
        found.append(Remedy(say(N_("Backups…")), lambda: show_backups(window, path)))
    return found


def restore(window: MainWindow, path: Path) -> None:
    """Restores a file where a file is opened, out of sight, and opens it; says what came of it."""
    done: list[Restored] = []

    def restored() -> Path:
        done.append(care.restore(path))
        return path

    def tell() -> None:
        phrases = window.phrases
        text = " ".join(phrases.sentence(s, None) for one in done for s in one.sentences)
        window.notices.say(text, passing=False)

    window.files.open_made(restored, path.stem, tell)


def show_backups(window: MainWindow, path: Path | None = None) -> None:
    """Lists the backups of a file, else those of the open visit."""
    from visitplanner.gui.dialogs.backups import Backups

    here = window.desk.session.path if path is None and window.desk is not None else path
    Backups(window, here).open()


def show_erasing(window: MainWindow) -> None:
    """Asks whether the open visit is to go for ever."""
    from visitplanner.gui.dialogs.erasing import Erasing

    if window.desk is not None and window.finish_typing():
        Erasing(window, window.desk.session.path).open()
