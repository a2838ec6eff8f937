# SPDX-License-Identifier: MIT
"""What a visit shows first, worked out before the window needs it; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.gui.lane_memory import LaneMemory
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.settings import Settings
    from visitplanner.rules.rule import Problem


def first_scene(
    visit: Visit, problems: Iterable[Problem], settings: Settings, language: Language
) -> Scene:
    """The first day by tracks, lanes as the user has left them, with the words of its blocks."""
    choice = LaneMemory(settings, visit.uid).choice(LaneMode.TRACK, visit.about.starts)
    scene = Scene(visit, problems, choice, language)
    for key in (*scene.layout.pieces, *scene.layout.shelf):
        scene.faces.of(visit.items[key])
    return scene
