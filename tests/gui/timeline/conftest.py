# SPDX-License-Identifier: MIT
"""A timeline on the example, in a file of the test's own."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.factory import example
from tests.opened import session_on, visit_file
from visitplanner.gui import theme
from visitplanner.gui.timeline.view import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from visitplanner.domain.visit import Visit
    from visitplanner.session.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return visit_file(tmp_path, example())


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with closing(session_on(path)) as opened:
        yield opened


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[Session], Timeline]]:
    """Shows a timeline on a session, 1,000 × 800, in the window's font."""
    QApplication.setStyle("Fusion")
    QApplication.setFont(theme.window_font())
    made: list[Timeline] = []

    def show(session: Session) -> Timeline:
        view = Timeline(session, "ru", theme=theme.LIGHT)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        view.setFocus()
        made.append(view)
        return view

    yield show
    for view in made:
        view.let_go()


@pytest.fixture
def view(session: Session, shown: Callable[[Session], Timeline]) -> Timeline:
    return shown(session)


@pytest.fixture
def open_view(
    tmp_path: Path, shown: Callable[[Session], Timeline]
) -> Iterator[Callable[[Visit], Timeline]]:
    """A timeline on a file with any visit."""
    opened: list[Session] = []

    def open_it(visit: Visit) -> Timeline:
        session = session_on(visit_file(tmp_path, visit, f"{len(opened)}.visit"))
        opened.append(session)
        return shown(session)

    yield open_it
    for session in opened:
        session.close()
