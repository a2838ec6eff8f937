# SPDX-License-Identifier: MIT
"""The windows of places in both languages: nothing cut, nothing foreign, nothing nameless."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.gui.fitting import cut
from tests.gui.places.conftest import window_of
from tests.gui.test_words import LATIN_IS_RIGHT, interactive, named, said
from visitplanner.domain import boarding, legs
from visitplanner.gui.places.travel import TravelWindow
from visitplanner.gui.places.vehicles import VehiclesWindow
from visitplanner.gui.places.venues import VenuesWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.gui.opening import Opened, Opening


def everywhere(shown: Opened) -> Iterator[tuple[str, list[QWidget]]]:
    """The windows in each of their states."""
    shown.desk.edit(lambda visit: boarding.unseat(visit, "transfer-3", "orlova"))
    shown.desk.edit(lambda visit: legs.set_minutes(visit, "government-house", "works-site", None))
    for action, kind in (
        ("edit-venues", VenuesWindow),
        ("edit-travel", TravelWindow),
        ("edit-vehicles", VehiclesWindow),
    ):
        window = window_of(shown, action, kind)
        yield action, widgets(window)
        if isinstance(window, VehiclesWindow):
            window.show_transfer("transfer-3")
            yield "seats", widgets(window)


def widgets(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.isVisible()]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_is_cut_and_everything_has_a_name(
    opened: Opening, path: Path, language: str
) -> None:
    shown = opened(path, language=language)
    faults = set()
    for state, found in everywhere(shown):
        faults |= {f"{state}: {fault}" for widget in found for fault in cut(widget)}
        faults |= {
            f"{state}: {type(widget).__name__} {widget.objectName()} has no name"
            for widget in found
            if interactive(widget) and not named(widget)
        }

    assert sorted(faults) == []


def test_the_russian_windows_are_in_russian(shown: Opened) -> None:
    left = {
        f"{state}: {text!r}"
        for state, found in everywhere(shown)
        for widget in found
        for text in said(widget)
        if re.search(r"[A-Za-z]{2}", LATIN_IS_RIGHT.sub("", text))
    }

    assert sorted(left) == []
