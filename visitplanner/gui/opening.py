# SPDX-License-Identifier: MIT
"""A file on its way to the window: read, checked and arranged in a thread of its own."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal

from visitplanner.gui.errand import Errand
from visitplanner.gui.overriding import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from visitplanner.domain.text import Language
    from visitplanner.gui.office import Office
    from visitplanner.gui.timeline.scene import Scene
    from visitplanner.session.session import Session


_LOOK_SECONDS: Final = 0.25
"""How long the rest of a file waits for its first day to be drawn."""


class _CancelledError(Exception):
    """Nobody waits for the file any more."""


class Wanted(NamedTuple):
    """A file that is to be opened."""

    source: Callable[[], Path]
    """Where it is; it may have to be made first."""
    name: str
    anyway: bool = False
    """Whether somebody else's claim to it does not count."""


class Opening(Errand):
    """One file being opened; exactly one of `opened`, `refused`, `broken` and `gone` comes."""

    opened = Signal(object)
    """A Session, whose problems are known; whoever takes it closes it."""
    glanced = Signal(object)
    """A Scene of the first day, before all is read."""
    progress = Signal(int)
    """Percent of the work done."""
    refused = Signal(object)
    """A Message: why the file cannot be opened."""
    broken = Signal(object)
    """An exception nobody has thought of."""
    gone = Signal()
    """It was cancelled, and has let go of the file."""

    def __init__(self, wanted: Wanted, office: Office, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self.name = wanted.name
        self.passing = False
        """Whether the file lies where it will not stay."""
        self._wanted = wanted
        self._office = office
        self._language: Language = language
        self.scene: Scene | None = None
        """What it will show first."""
        self._session: Session | None = None
        self._seen = Event()
        self.cancelled = False
        """Whether it was asked to stop."""

    def cancel(self) -> None:
        """Asks it to stop; it does so between two steps of its work."""
        self.cancelled = True
        self._seen.set()

    def go_on(self) -> None:
        """The first day can be seen."""
        self._seen.set()

    def abandon(self) -> None:
        """Cancels it, and waits until it has let go of the file."""
        self.cancel()
        self.end()
        if self._session is not None:
            self._session.close()

    @override
    def work(self) -> None:
        from visitplanner.store.contract import StoreError

        try:
            session = self._open()
        except _CancelledError:
            self.gone.emit()
        except StoreError as error:
            self.refused.emit(error.sentence)
        except BaseException as fault:  # noqa: BLE001 -- told in the window's own thread
            self.broken.emit(fault)
        else:
            self._session = session
            self.opened.emit(session)

    def _open(self) -> Session:
        from visitplanner.gui.whereabouts import is_passing
        from visitplanner.session.session import Session
        from visitplanner.store import open_visit

        self._step(0)
        path = self._wanted.source()
        self._step(5)
        self._look(path)
        self._step(15)
        self.passing = is_passing(path)
        office, anyway = self._office, self._wanted.anyway
        store = open_visit(path, read_only=self.passing, break_lock=anyway, share=office.share)
        session = Session(store, office.today(), office.now, office.author())
        try:
            self._step(50)
            session.problems  # noqa: B018 -- every rule runs here and not in the window
            session.standing  # noqa: B018 -- so is the log read
            self._step(90)
            from visitplanner.gui.first_scene import first_scene

            language = self._language
            scene = first_scene(session.visit, session.problems, office.settings, language)
            if self.scene is not None:
                scene.faces.share(self.scene.faces)
            self.scene = scene
            self._step(100)
        except BaseException:
            session.close()
            raise
        return session

    def _look(self, path: Path) -> None:
        """Of a large file the first day comes before all of it is read."""
        from visitplanner.store.glance import glance

        visit = glance(path)
        if visit is not None:
            from visitplanner.gui.first_scene import first_scene

            self.scene = first_scene(visit, (), self._office.settings, self._language)
            self.glanced.emit(self.scene)
            self._seen.wait(_LOOK_SECONDS)  # it is there sooner when nothing else is done

    def _step(self, percent: int) -> None:
        if self.cancelled:
            raise _CancelledError
        self.progress.emit(percent)
