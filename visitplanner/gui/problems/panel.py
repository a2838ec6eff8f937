# SPDX-License-Identifier: MIT
"""stub."""

from PySide6.QtWidgets import QWidget


class ProblemsPanel(QWidget):
    def __init__(self, desk):
        super().__init__()

    def fill_head(self, head): ...

    def walk(self, n): ...
    def show_fixes(self): ...
    def show_count(self, b): ...
