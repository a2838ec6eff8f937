# SPDX-License-Identifier: MIT
"""The preview of the example in front of a real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.preview.looking import look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.opening import Opened
    from visitplanner.gui.preview.panel import Preview


@pytest.fixture
def preview(shown: Opened, qtbot: QtBot) -> Preview:
    """The official programme of the example, drawn."""
    return look(shown, qtbot)
