# SPDX-License-Identifier: MIT
"""A paper into a file of the user's choice, whole or not at all, away from the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal
from typing_extensions import override

from visitplanner.log import log_fault

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject


class SaveJob(QThread):
    """Writes a paper that has been made; the file dialog has asked about a file in its place."""

    done = Signal()
    refused = Signal(str)
    """Nothing was written: why, in English."""

    def __init__(self, target: Path, data: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._target = target
        self._data = data

    @override
    def run(self) -> None:
        from visitplanner.exports.whole import ExportRefusedError, write_paper

        try:
            write_paper(self._target, self._data, force=True)
        except ExportRefusedError as error:
            self.refused.emit(str(error))
        except Exception as fault:  # noqa: BLE001 -- told in the window, which must go on
            log_fault(fault)
            self.refused.emit(type(fault).__name__)
        else:
            self.done.emit()
