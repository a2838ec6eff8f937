# SPDX-License-Identifier: MIT
"""An export in the background: papers made one by one, written all together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal
from typing_extensions import override

from visitplanner.log import log_fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from visitplanner.publishing import Order
    from visitplanner.session.session import Session


class ExportJob(QThread):
    """Works on values that never change, so the window may go on editing meanwhile."""

    advanced = Signal(int)
    """How many papers are made."""
    done = Signal(object)
    """The papers that were written."""
    stopped = Signal()
    refused = Signal(str)
    """Nothing was written: why, in English."""

    def __init__(
        self, session: Session, orders: Sequence[Order], folder: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit = session.visit
        self._record = session.stamped
        self._today = session.today
        self._orders = tuple(orders)
        self._folder = folder

    def stop(self) -> None:
        """Asks it to stop; a paper already begun is finished, and nothing is written."""
        self.requestInterruption()

    @override
    def run(self) -> None:
        from visitplanner.exports.whole import ExportRefusedError, Paper, write_papers
        from visitplanner.publishing import papers

        made: list[Paper] = []
        try:
            for paper in papers(self._visit, self._record, self._orders, self._today):
                made.append(paper)
                self.advanced.emit(len(made))
                if self.isInterruptionRequested():
                    self.stopped.emit()
                    return
            write_papers(self._folder, made, force=True)
        except ExportRefusedError as error:
            self.refused.emit(str(error))
        except Exception as fault:  # noqa: BLE001 -- told in the window, which must go on
            log_fault(fault)
            self.refused.emit(type(fault).__name__)
        else:
            self.done.emit(tuple(made))
