# SPDX-License-Identifier: MIT
"""A short list above rows that says which of them are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

_SHOWN_AT_ONCE = 24


def filter_list(everything: str, name: str, letters: int = 0) -> QComboBox:
    """A list that begins with everything (data None); at least as wide as so many letters."""
    choice = QComboBox()
    choice.addItem(everything, None)
    choice.setAccessibleName(name)
    choice.setToolTip(name)
    choice.setMaxVisibleItems(_SHOWN_AT_ONCE)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(max(letters, len(everything)))
    return choice
