# SPDX-License-Identifier: MIT
"""Folders shown in the system's own file browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def show_folder(folder: Path) -> None:
    """Shows a folder in the system's file browser."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
