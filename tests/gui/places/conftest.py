# SPDX-License-Identifier: MIT
"""The windows of places, travel times and vehicles over the real main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.opening import settle
from visitplanner.gui.places.travel import TravelWindow
from visitplanner.gui.places.vehicles import VehiclesWindow
from visitplanner.gui.places.venues import VenuesWindow

if TYPE_CHECKING:
    from tests.gui.opening import Opened
    from visitplanner.gui.editors.window import EditorWindow


def window_of(shown: Opened, action: str, kind: type[EditorWindow]) -> EditorWindow:
    """Opens a window by its action."""
    shown.act(action)
    found = [w for w in shown.window.findChildren(kind) if w.isVisible()]
    assert len(found) == 1
    found[0].activateWindow()
    settle()
    return found[0]


@pytest.fixture
def venues(shown: Opened) -> VenuesWindow:
    found = window_of(shown, "edit-venues", VenuesWindow)
    assert isinstance(found, VenuesWindow)
    return found


@pytest.fixture
def travel(shown: Opened) -> TravelWindow:
    found = window_of(shown, "edit-travel", TravelWindow)
    assert isinstance(found, TravelWindow)
    return found


@pytest.fixture
def vehicles(shown: Opened) -> VehiclesWindow:
    found = window_of(shown, "edit-vehicles", VehiclesWindow)
    assert isinstance(found, VehiclesWindow)
    return found
