# SPDX-License-Identifier: MIT
"""A file on its way to the window: read and checked in a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Thread

    from visitplanner.gui.office import Office
    from visitplanner.session.session import Session


class _CancelledError(Exception):
    """Nobody waits for the file any more."""


class Opening(QObject):
    """One file being opened; exactly one of `opened`, `refused`, `broken` and `gone` comes.

    It belongs to the window and goes by itself when its thread has ended.
    """

    opened = Signal(object)
    """A Session, whose problems are known; whoever takes it closes it."""
    progress = Signal(int)
    """Percent of the work done."""
    furnished = Signal()
    """After `opened`: what the panes are made of is loaded."""
    refused = Signal(object)
    """A Message: why the file cannot be opened."""
    broken = Signal(object)
    """An exception nobody has thought of."""
    gone = Signal()
    """It was cancelled, and has let go of the file."""
    _ended = Signal()

    def __init__(
        self,
        source: Callable[[], Path],
        office: Office,
        *,
        name: str,
        anyway: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.passing = False
        """Whether the file lies where it will not stay."""
        self._source = source
        self._anyway = anyway
        self._office = office
        self._session: Session | None = None
        self._thread: Thread | None = None
        self.cancelled = False
        """Whether it was asked to stop."""
        self._ended.connect(self._go)

    def start(self) -> None:
        """Begins to read; the window goes on meanwhile."""
        from threading import Thread

        self._thread = Thread(target=self._run, name="opening")
        self._thread.start()

    def cancel(self) -> None:
        """Asks it to stop; it does so between two steps of its work."""
        self.cancelled = True

    def abandon(self) -> None:
        """Cancels it, and waits until it has let go of the file."""
        self.cancel()
        self._go()
        if self._session is not None:
            self._session.close()

    def _go(self) -> None:
        """Only when the thread has done with it may an object of Qt's be deleted."""
        if self._thread is not None:
            self._thread.join()
        self.deleteLater()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._ended.emit()

    def _work(self) -> None:
        from visitplanner.store.contract import StoreError

        try:
            session = self._open()
            # The window makes its views of what is loaded by then: loading would hold it up.
            import visitplanner.gui.centre
        except _CancelledError:
            self.gone.emit()
        except StoreError as error:
            self.refused.emit(error.sentence)
        except BaseException as fault:  # noqa: BLE001 -- told in the window's own thread
            self.broken.emit(fault)
        else:
            self._session = session
            self.opened.emit(session)
            import visitplanner.gui.inspector.panel
            import visitplanner.gui.navigator
            import visitplanner.gui.problems.panel  # noqa: F401

            self.furnished.emit()

    def _open(self) -> Session:
        from visitplanner.gui.whereabouts import is_passing
        from visitplanner.session.session import Session
        from visitplanner.store import open_visit

        self._step()
        path = self._source()
        self._step()
        self.passing = is_passing(path)
        store = open_visit(
            path, read_only=self.passing, break_lock=self._anyway, share=self._office.share
        )
        office = self._office
        session = Session(store, office.today(), office.now, office.author())
        try:
            self._step()
            session.problems  # noqa: B018 -- every rule runs here and not in the window
            session.standing  # noqa: B018 -- so is the log read
            self._step()
        except BaseException:
            session.close()
            raise
        return session

    def _step(self) -> None:
        if self.cancelled:
            raise _CancelledError
