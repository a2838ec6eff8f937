# SPDX-License-Identifier: MIT
"""What is loaded while a file is on its way, one module in a turn of the event loop.

Classes of Qt are made ready when they are first named, and not by two threads at once: what names
them is loaded in the window's own thread, and no turn takes long.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TIMELINE: Final = "plates ground canvas ruler overlay stage"
_PLAN: Final = "accessible commands titling dragging pointer view"
FIRST_DAY: Final = (*(f"timeline.{name}" for name in _TIMELINE.split()), "glance")
"""What draws the plan."""
PLAN: Final = (
    *(f"timeline.{name}" for name in _PLAN.split()),
    *("centre", "viewing", "problems.count", "versions.naming"),
)
"""What it is edited with."""
PANES: Final = (
    *("inspector.fields", "inspector.times", "inspector.people", "inspector.places"),
    *("table.names", "typed.field", "typed.delegate", "typed.grid", "editors.grid"),
    *("editors.form", "editors.short_table", "editors.series", "inspector.sheets"),
    *("inspector.particular", "inspector.panel", "problems.row", "problems.panel", "navigator"),
)
"""What stands beside it."""


def loads(names: Iterable[str]) -> list[Callable[[], object]]:
    """A step for each module of the window's room that is not there yet."""
    modules = (f"visitplanner.gui.{name}" for name in names)
    return [partial(import_module, name) for name in modules if name not in sys.modules]
