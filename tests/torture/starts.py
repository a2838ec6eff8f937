# SPDX-License-Identifier: MIT
"""The visits that are tormented, by family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.crowd import crowded_visit
from tests.factory import UID, example
from tests.opened import day_of_five
from tests.rules.edits import plan
from visitplanner.samples import template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from visitplanner.domain.visit import Visit

STARTS: Final[Mapping[str, Callable[[], Visit]]] = {
    "small": day_of_five,
    "full": plan,  # two days in which every rule has something to find
    "example": example,
    "blank": lambda: template("blank", uid=UID),
    "crowd": lambda: crowded_visit(items=200, people=60, days=3),
}
