# SPDX-License-Identifier: MIT
"""Opens the windows of places, travel times and vehicles, at the thing that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.editors.window import show_editor
from visitplanner.gui.places.travel import TravelWindow
from visitplanner.gui.places.vehicles import VehiclesWindow
from visitplanner.gui.places.venues import VenuesWindow

if TYPE_CHECKING:
    from visitplanner.gui.main_window import MainWindow


def open_venues(window: MainWindow, key: str = "") -> None:
    """Places and rooms."""
    editor = show_editor(window, VenuesWindow)
    if editor is not None and key:
        editor.show_venue(key)


def open_travel(window: MainWindow) -> None:
    """Travel times."""
    show_editor(window, TravelWindow)


def open_vehicles(window: MainWindow, key: str = "") -> None:
    """Vehicles and seats; of the selected transfer, or of a vehicle."""
    editor = show_editor(window, VehiclesWindow)
    if editor is not None and key:
        editor.show_vehicle(key)
