# SPDX-License-Identifier: MIT
"""Fixes of a problem: proposed edits, tried on the visit before they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.patch import EditRefusedError, apply
from visitplanner.domain.references import check_patch
from visitplanner.rules.findings import Findings
from visitplanner.rules.proposals import PROPOSALS
from visitplanner.rules.rule import Confidence, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.proposals.proposal import Proposal
    from visitplanner.rules.rule import Problem

_MOST: Final = 4
"""More ways out than this nobody reads."""


def fixes_for(problem: Problem, visit: Visit, record: Record, today: date) -> tuple[Fix, ...]:
    """The fixes of one problem; for many, find the findings once and ask `fixes_of`."""
    if not _can_be_fixed(problem):
        return ()
    return fixes_of(problem, Findings.full(visit, record, today))


def fixes_of(problem: Problem, findings: Findings) -> tuple[Fix, ...]:
    """The fixes of a problem of these findings, those that need no look first.

    Each has been tried: it removes the problem and adds no error; a safe one adds no warning
    either. The findings must be those of all rules, or what a fix adds stays unseen.
    """
    if not _can_be_fixed(problem):
        return ()
    offered = list(_tried(problem, findings.of_plan))
    offered.sort(key=lambda fix: fix.confidence is not Confidence.SAFE)
    return tuple(offered[:_MOST])


def _can_be_fixed(problem: Problem) -> bool:
    return problem.code in PROPOSALS and not problem.datum and not _is_of_waiver(problem)


def _is_of_waiver(problem: Problem) -> bool:
    return any(place.kind == "waivers" for place in problem.places)


def _tried(problem: Problem, findings: Findings) -> Iterator[Fix]:
    known = {(p.key, p.severity) for p in findings.problems}
    for proposal in PROPOSALS[problem.code](findings.context, problem):
        after = _after(proposal, findings)
        if after is None or any(
            _is_still(problem, p) for p in after.verdicts[problem.code].problems
        ):
            continue
        new = [p for p in after.problems if p.live and (p.key, p.severity) not in known]
        if any(p.severity is Severity.ERROR for p in new):
            continue
        harmless = proposal.sure and all(p.severity is Severity.INFO for p in new)
        confidence = Confidence.SAFE if harmless else Confidence.LOOK
        yield Fix(proposal.title, confidence, proposal.edit)


def _after(proposal: Proposal, findings: Findings) -> Findings | None:
    """The findings after a proposed edit; None when it cannot be made or changes nothing."""
    try:
        patch = proposal.edit(findings.visit)
        visit = apply(findings.visit, patch)
        check_patch(visit, patch)
    except EditRefusedError:
        return None
    return findings.after(visit, patch, findings.record) if patch else None


def _is_still(problem: Problem, other: Problem) -> bool:
    """Whether a problem after the edit is the one before it, if for fewer people."""
    if other.key == problem.key:
        return True
    shared = set(problem.people) & set(other.people)
    return bool(shared) and problem.items == other.items and other.severity is problem.severity
