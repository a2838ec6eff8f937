# SPDX-License-Identifier: MIT
"""stub."""

from PySide6.QtWidgets import QWidget


class Inspector(QWidget):
    def __init__(self, desk):
        super().__init__()

    def finish_typing(self): ...
    def edit_title(self): ...
