# SPDX-License-Identifier: MIT
"""A preview as a test looks at it: waits for the print, reads its text, counts its ink."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument

from tests.gui.opening import settle

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from tests.gui.opening import Opened
    from visitplanner.gui.preview.panel import Preview

LONG = 30_000
"""Milliseconds no machine needs; nothing is timed."""


def look(shown: Opened, qtbot: QtBot) -> Preview:
    """Brings the preview to the front and waits until it is there."""
    shown.act("preview")
    preview = shown.place.centre.preview
    wait(preview, qtbot)
    return preview


def wait(preview: Preview, qtbot: QtBot) -> None:
    """Until the print of the visit now is drawn."""
    qtbot.waitUntil(lambda: preview.fresh and preview.view.complete, timeout=LONG)
    settle()


def pages(data: bytes) -> list[str]:
    """The text of every page as another reader sees it."""
    document = PdfDocument(data)
    try:
        return [
            page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "")
            for page in document
        ]
    finally:
        document.close()


def text(preview: Preview) -> str:
    """The text of the paper shown."""
    assert preview.view.paper is not None
    return "\n".join(pages(preview.view.paper.data))


def picture(preview: Preview) -> QImage:
    """What is seen of the pages."""
    return preview.view.viewport().grab().toImage()


def ink(image: QImage) -> int:
    """How many pixels are dark."""
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


def rows_of(image: QImage) -> list[bytes]:
    """The pixels of every row."""
    bits, stride = bytes(image.constBits()), image.bytesPerLine()
    return [bits[n * stride : (n + 1) * stride] for n in range(image.height())]


def alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
