# SPDX-License-Identifier: MIT
"""The one gate: what one audience may see of a visit, worded in one language."""

from __future__ import annotations

from visitplanner.domain.record import Record
from visitplanner.domain.text import Language, Visibility
from visitplanner.domain.visit import Visit
from visitplanner.editions.values import ProblemLine, ProgrammeView


def programme_view(
    visit: Visit,
    record: Record,
    *,
    audience: Visibility,
    language: Language,
    scope: str | None = None,
    problems: tuple[ProblemLine, ...] = (),
) -> ProgrammeView:
    """The programme for one audience; `scope` is the id of a delegation, a person or a track.

    `problems` are findings worded by the caller; papers for guests drop them.
    """
    raise NotImplementedError
