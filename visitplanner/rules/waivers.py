# SPDX-License-Identifier: MIT
"""Waivers that match nothing any more: the waived code as info (design.md section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.text import message
from visitplanner.rules import mention
from visitplanner.rules.catalogue import BY_CODE
from visitplanner.rules.rule import Place, Problem, Severity, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.visit import Visit
    from visitplanner.rules.verdict import Verdict


def stale_waivers(visit: Visit, verdicts: Mapping[str, Verdict]) -> dict[str, list[Problem]]:
    """A problem for each waiver whose finding is gone, by code."""
    found: dict[str, list[Problem]] = {}
    keys: dict[str, set[str]] = {}
    for waiver_id, waiver in sorted(visit.waivers.items()):
        verdict = verdicts.get(waiver.code)
        if verdict is None:
            continue
        if waiver.code not in keys:
            keys[waiver.code] = {problem.key for problem in verdict.problems}
        if waiver.place in keys[waiver.code]:
            continue
        problem = Problem(
            code=waiver.code,
            name=BY_CODE[waiver.code].name,
            severity=Severity.INFO,
            stage=Stage.DRAFT,
            message=message(
                "The waiver of {day} ({author}) is no longer needed",
                day=mention.day(waiver.on),
                author=waiver.author,
            ),
            places=(Place("waivers", waiver_id),),
        )
        found.setdefault(waiver.code, []).append(problem)
    return found
