# SPDX-License-Identifier: MIT
"""The press: orders papers and strips of their pages from the process that prints.

The window never waits for it. One request is under way at a time; of papers asked for meanwhile
the newest wins, and what no longer matters is never asked. When the process dies, another takes
its place and is asked again.
"""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal
from PySide6.QtGui import QImage

import visitplanner
from visitplanner.domain import codec
from visitplanner.gui.preview.protocol import Answers, Draw, Drawn, Failed, Made, Make, frame

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.preview.protocol import Answer, Request
    from visitplanner.publishing import Order

_MODULE: Final = "visitplanner.gui.preview.printer_child"
_MOST_DEATHS: Final = 2
"""How often one request may end the process before it is given up."""
_BYTES_A_PIXEL: Final = 4
_FAREWELL_MS: Final = 5_000
_LOG: Final = logging.getLogger("visitplanner.preview")


@dataclass(frozen=True)
class Task:
    """A paper asked for: values that never change, so the window goes on editing meanwhile."""

    number: int
    visit: Visit
    record: Record
    order: Order
    today: date


@dataclass(frozen=True)
class Paper:
    """A paper that has been made."""

    task: Task
    made: Made
    data: bytes


class Press(QObject):
    """The process that prints, as the window sees it."""

    printed = Signal(object)
    """A Paper."""
    drawn = Signal(object, object)
    """A Draw and its QImage."""
    failed = Signal()
    """The paper asked for last cannot be made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._answers = Answers()
        self._asked: Request | None = None
        self._task: Task | None = None
        """The paper asked for last."""
        self._held = 0
        """The number of the paper the process holds."""
        self._given_up = 0
        self._wishes: list[Draw] = []
        self._deaths = 0

    @property
    def pid(self) -> int:
        """The id of the process; 0 while there is none."""
        return self._process.processId() if self._process is not None else 0

    @property
    def task(self) -> Task | None:
        """The paper asked for last."""
        return self._task

    def make(self, visit: Visit, record: Record, order: Order, today: date) -> int:
        """Asks for a paper in place of all asked for before; its number."""
        number = self._task.number + 1 if self._task else 1
        self._task = Task(number, visit, record, order, today)
        self._wishes.clear()
        self._deaths = 0
        self._go_on()
        return number

    def again(self) -> None:
        """Tries once more what was given up."""
        self._given_up = self._deaths = 0
        self._go_on()

    def wish(self, wishes: Iterable[Draw]) -> None:
        """What is to be drawn now, the most urgent first, in place of all wished for before."""
        self._wishes = [wish for wish in wishes if wish != self._asked]
        self._go_on()

    def close(self) -> None:
        """Ends the process; nothing is answered any more."""
        self._task = None
        self._wishes.clear()
        if (process := self._process) is not None:
            self._process = None  # what it still says is heard by nobody
            process.kill()
            process.waitForFinished(_FAREWELL_MS)
            process.deleteLater()

    # One request after the other

    def _go_on(self) -> None:
        task = self._task
        if self._asked is not None or task is None or self._given_up == task.number:
            return
        if self._held != task.number:
            visit, record = codec.encode(task.visit), codec.encode(task.record)
            head = Make(
                number=task.number, order=task.order, today=task.today, visit_size=len(visit)
            )
            self._send(head, visit, record)
            return
        self._wishes = [wish for wish in self._wishes if wish.number == task.number]
        if self._wishes:
            self._send(self._wishes.pop(0))

    def _send(self, head: Request, *body: bytes) -> None:
        self._asked = head
        if self._process is None:
            self._process = self._started()
        process = self._process
        if process.state() is QProcess.ProcessState.NotRunning:
            self._died()
            return
        process.write(frame(head, sum(map(len, body))))
        for part in body:
            process.write(part)

    def _started(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        here = str(Path(visitplanner.__file__).parent.parent)
        known = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", os.pathsep.join(filter(None, (here, known))))
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._not_started)
        # -P: a module of the same name in the current folder is not ours.
        process.start(sys.executable, ["-P", "-m", _MODULE])
        return process

    def _read(self) -> None:
        if self._process is None:
            return
        answer = self._answers.take(self._process.readAllStandardOutput().data())
        if answer is not None:
            self._asked = None
            self._deaths = 0
            self._took(*answer)
            self._go_on()

    def _took(self, head: Answer, body: bytes) -> None:
        task = self._task
        if isinstance(head, Made):
            self._held = head.number
            if task is not None and task.number == head.number:
                self.printed.emit(Paper(task, head, body))
        elif isinstance(head, Drawn):
            if task is not None and task.number == head.asked.number:
                self.drawn.emit(head.asked, _image(head.asked, body))
        else:
            self._went_wrong(head)

    def _went_wrong(self, answer: Failed) -> None:
        _LOG.error("not printed: %s at %s", answer.fault, answer.where)
        self._give_up(answer.number)

    def _give_up(self, number: int) -> None:
        if self._task is not None and self._task.number == number:
            self._given_up = number
            self.failed.emit()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # else finished comes too
            self._died()

    def _died(self) -> None:
        """Starts anew; a request that ends every process is given up."""
        process, asked = self._process, self._asked
        if process is None:
            return
        _LOG.warning("the process that prints ended: %s", process.exitCode())
        self._process = self._asked = None
        self._held = 0
        self._answers = Answers()
        process.deleteLater()
        self._deaths += 1
        if asked is not None and self._deaths > _MOST_DEATHS:
            self._give_up(asked.number)
            return
        if isinstance(asked, Draw):
            self._wishes.insert(0, asked)
        self._go_on()


def _image(asked: Draw, pixels: bytes) -> QImage:
    """The strip as a picture; it keeps its bytes alive."""
    stride = asked.width * _BYTES_A_PIXEL
    return QImage(pixels, asked.width, asked.height, stride, QImage.Format.Format_RGB32).copy()
