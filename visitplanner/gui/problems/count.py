# SPDX-License-Identifier: MIT
"""How many problems count now, as the toolbar shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui import icons
from visitplanner.gui.problems.groups import Group, count_text, grouped
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from visitplanner.gui.desk import Desk


def show_count(button: QToolButton, desk: Desk) -> None:
    """Shows in the toolbar how many problems count now, and how bad the worst is."""
    problems = desk.session.problems
    found = grouped(problems)
    if Group.ERRORS in found:
        icon, colour = "error", desk.theme.error
    elif Group.WARNINGS in found:
        icon, colour = "warning", desk.theme.warning
    else:
        icon, colour = "fine", desk.theme.fine
    button.setIcon(icons.icon(icon, colour))
    text = count_text(problems, desk.phrases)
    button.setText(text)
    button.setToolTip(desk.phrases.say(N_("Problems")))
    button.setAccessibleName(text)
