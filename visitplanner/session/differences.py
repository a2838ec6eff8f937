# SPDX-License-Identifier: MIT
"""What appeared among the findings and what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visitplanner.rules.rule import Problem


def differences(
    before: tuple[Problem, ...], after: tuple[Problem, ...]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The problems that appeared and those that are gone, told apart by their keys."""
    kept = {id(problem) for problem in before} & {id(problem) for problem in after}
    old = [problem for problem in before if id(problem) not in kept]
    new = [problem for problem in after if id(problem) not in kept]
    old_keys, new_keys = {p.key for p in old}, {p.key for p in new}
    return (
        tuple(p for p in new if p.key not in old_keys),
        tuple(p for p in old if p.key not in new_keys),
    )
