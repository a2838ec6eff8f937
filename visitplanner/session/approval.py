# SPDX-License-Identifier: MIT
"""Whether a state may be approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.record import Record, VersionStatus
from visitplanner.domain.text import message

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem


class ApprovalRefusedError(EditRefusedError):
    """Errors stand in the way of an approval."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(
            message(
                "It cannot be approved yet: {n} error is left. Mend it or waive it.",
                "It cannot be approved yet: {n} errors are left. Mend them or waive them.",
                n=len(problems),
            )
        )
        self.problems: Final = problems


def check_approval(state: Visit, record: Record, today: date, status: VersionStatus) -> None:
    """ApprovalRefusedError where an approval is asked for and errors nobody has waived remain."""
    if status is not VersionStatus.APPROVED:
        return
    from visitplanner.rules.approval import hindrances

    found = hindrances(state, record, today)
    if found:
        raise ApprovalRefusedError(found)
