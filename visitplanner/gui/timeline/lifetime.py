# SPDX-License-Identifier: MIT
"""Whether a widget is still there: Qt may delete it while Python holds its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def alive(thing: QObject) -> bool:
    """Whether the Qt half of an object exists."""
    from shiboken6 import isValid

    return isValid(thing)
