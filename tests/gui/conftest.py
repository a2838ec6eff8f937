# SPDX-License-Identifier: MIT
"""The real window over real files, in a folder of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factory import example
from tests.gui.opening import Opened, Opening, office, settle
from tests.opened import visit_file
from visitplanner.gui.app import Dresser, open_window
from visitplanner.gui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The plugin without a screen says what it cannot do; that is no fault of the window."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application in the style of the window."""
    return ["visitplanner", "-style", "fusion"]


@pytest.fixture
def opened(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Opening]:
    """Opens windows in a language and colours; they are closed at the end."""
    del qtbot  # its log of Qt's warnings counts from here on
    windows: list[Opened] = []

    def open_it(
        path: Path | None = None,
        *,
        language: str = "ru",
        theme: str = "light",
        first_start: bool = False,
    ) -> Opened:
        settings = Settings(language=language, theme=theme, first_start=first_start)
        window = open_window(qapp, office(tmp_path, settings))
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        windows.append(Opened(window))
        if path is not None:
            window.files.open_path(path)
        settle()
        return windows[-1]

    yield open_it
    for made in windows:
        made.window.close()
        made.window.deleteLater()
    settle()
    Dresser(qapp, Settings(language="en", theme="light")).dress()
    qapp.setStyleSheet("")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The example as a file."""
    return visit_file(tmp_path, example(), "пример.visit")


@pytest.fixture
def shown(opened: Opening, path: Path) -> Opened:
    """The Russian window on the example."""
    return opened(path)
