# SPDX-License-Identifier: MIT
"""Opens the windows of what has left the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.editors.window import show_editor

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow


def open_register(window: MainWindow, *, nameless: bool = False) -> None:
    """The register of copies, at the newest one without a holder where that is asked."""
    from visitplanner.gui.sending.register import RegisterWindow

    editor = show_editor(window, RegisterWindow)
    if editor is not None and nameless:
        editor.show_nameless()


def open_inform(window: MainWindow) -> None:
    """Who must be told of what has changed."""
    from visitplanner.gui.sending.inform import InformWindow

    show_editor(window, InformWindow)


def open_reprint(window: MainWindow) -> None:
    """Outdated copies made anew."""
    from visitplanner.gui.sending.reprint import ReprintDialog

    if window.desk is not None:
        ReprintDialog(window).open()


def open_handing_over(window: MainWindow) -> None:
    """A copy without history and without what is above an audience."""
    from visitplanner.gui.sending.handing_over import HandingOverDialog

    if window.desk is not None:
        HandingOverDialog(window).open()
