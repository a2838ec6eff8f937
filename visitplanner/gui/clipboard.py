# SPDX-License-Identifier: MIT
"""Cells on the clipboard, as Excel and Word put them there and take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from visitplanner.gui.cells import as_html, as_text, read_cells, rectangular

if TYPE_CHECKING:
    from visitplanner.gui.cells import Cells


def offer_cells(cells: Cells) -> None:
    """Puts cells on the clipboard, as text and as a table."""
    data = QMimeData()
    data.setText(as_text(cells))
    data.setHtml(as_html(cells))
    QGuiApplication.clipboard().setMimeData(data)


def offered_text() -> tuple[str, str]:
    """The text on the clipboard and its HTML; both empty when there is none."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:  # an empty clipboard, on some systems
        return "", ""  # type: ignore[unreachable]
    return (data.text() if data.hasText() else ""), (data.html() if data.hasHtml() else "")


def offered_cells() -> Cells:
    """The cells on the clipboard, every row as long as the longest; none when there is no text."""
    return rectangular(read_cells(*offered_text()))
