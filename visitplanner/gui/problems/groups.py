# SPDX-License-Identifier: MIT
"""Problems in groups: what counts now by severity, and folded what is waived, early or absent."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from visitplanner.rules.rule import Severity
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.gui.phrases import Phrases
    from visitplanner.rules.rule import Problem


class Group(Enum):
    """A part of the list; the value is its title."""

    ERRORS = N_("Errors")
    WARNINGS = N_("Warnings")
    INFO = N_("For information")
    MISSING = N_("Not filled in")
    EARLY = N_("Not due yet")
    WAIVED = N_("Waivers")

    @property
    def folded(self) -> bool:
        """Whether it is shut until somebody asks."""
        return self in {Group.MISSING, Group.EARLY, Group.WAIVED}


_BY_SEVERITY: Final = {
    Severity.ERROR: Group.ERRORS,
    Severity.WARNING: Group.WARNINGS,
    Severity.INFO: Group.INFO,
}


def group_of(problem: Problem) -> Group:
    """The group a problem stands in."""
    if problem.waiver is not None:
        return Group.WAIVED
    if not problem.due:
        return Group.EARLY
    if problem.datum:
        return Group.MISSING
    return _BY_SEVERITY[problem.severity]


def grouped(problems: Iterable[Problem]) -> dict[Group, list[Problem]]:
    """The problems by group, in the order they are shown; empty groups are left out."""
    found: dict[Group, list[Problem]] = {group: [] for group in Group}
    for problem in problems:
        found[group_of(problem)].append(problem)
    return {group: members for group, members in found.items() if members}


def identity(problem: Problem) -> str:
    """What tells a problem from all others of the visit."""
    return f"{problem.key} {problem.datum}"


def count_text(problems: Iterable[Problem], phrases: Phrases) -> str:
    """How many errors and warnings count now: «ошибок нет», «1 ошибка · внимание: 2»."""
    found = grouped(problems)
    errors, warnings = len(found.get(Group.ERRORS, ())), len(found.get(Group.WARNINGS, ()))
    text = (
        phrases.count("{n} error", "{n} errors", errors) if errors else phrases.say(N_("no errors"))
    )
    if warnings:
        text += f" · {phrases.count('{n} warning', '{n} warnings', warnings)}"
    return text
