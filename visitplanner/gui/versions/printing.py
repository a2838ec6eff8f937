# SPDX-License-Identifier: MIT
"""A version as it is printed: its state, the names and posts of that time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from typing_extensions import override

from visitplanner.domain.patch import EditRefusedError
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.preview.panel import Preview
from visitplanner.gui.versions.naming import version_name

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from visitplanner.domain.record import Record, Version
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.main_window import MainWindow


def as_it_was(record: Record, version: Version) -> Record:
    """The record that goes with the state of a version: no later one is known there yet."""
    known = tuple(v for v in record.versions if v.number <= version.number)
    changed = {
        key: replace(item, changed=min(item.changed, version.created))
        for key, item in record.items.items()
    }
    return replace(record, items=changed, versions=known, edit=version.edit)


class PrintWindow(EditorWindow):
    """The preview of one version; it does not follow the plan."""

    def __init__(self, window: MainWindow, version: Version, state: Visit) -> None:
        self.version = version
        self.state = state
        self.preview: Preview | None = None
        super().__init__(window)

    @override
    def fill(self) -> QWidget:
        self.setWindowTitle(version_name(self.desk.phrases, self.version))
        self.resize(max(self.width(), 900), max(self.height(), 720))
        self._let_go()
        record = as_it_was(self.desk.session.record, self.version)
        self.preview = Preview(self.desk, (self.state, record))
        return self.preview

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._let_go()
        super().closeEvent(event)

    def _let_go(self) -> None:
        if self.preview is not None:
            self.preview.let_go()


def show_print(window: MainWindow, version: Version) -> PrintWindow | None:
    """Shows a version as it is printed; None when its state is not in this file."""
    desk = window.desk
    if desk is None:
        return None
    try:
        state = desk.session.version_state(version.number)
    except EditRefusedError as refused:
        desk.refused.emit(refused.reason)
        return None
    for other in window.findChildren(PrintWindow):
        other.close()
    made = PrintWindow(window, version, state)
    made.show()
    made.activateWindow()
    return made
