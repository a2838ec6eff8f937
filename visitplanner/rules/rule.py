# SPDX-License-Identifier: MIT
"""What a rule is and what it finds: severities, stages, problems, fixes."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from visitplanner.domain.edits import Edit
from visitplanner.domain.text import Message, Value


class Severity(StrEnum):
    """How bad: an error forbids approval, a warning wants a fix or a waiver."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Stage(StrEnum):
    """From when on a finding counts; before it, it is "not due yet"."""

    DRAFT = "draft"
    AGREE = "agree"
    APPROVE = "approve"
    D3 = "D-3"
    D1 = "D-1"


class Confidence(StrEnum):
    """Whether a fix may be taken without looking."""

    SAFE = "safe"
    LOOK = "look"


class Place(Value, frozen=True, forbid_unknown_fields=True):
    """What a problem points at: kind is the collection ("items"), field may be empty."""

    kind: str
    id: str
    field: str = ""


class Fix(Value, frozen=True):
    """An edit that was tried and removes the problem; a safe one adds no error."""

    title: Message
    confidence: Confidence
    edit: Edit


class Problem(Value, frozen=True):
    """One finding about one visit."""

    code: str
    name: str
    severity: Severity
    stage: Stage
    message: Message
    items: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    datum: str = ""
    """The kind of datum that is missing; such a problem is one line in "not filled in"."""
    due: bool = True
    due_on: date | None = None
    """While not due: the day from which it counts, if a day decides."""
    waiver: str | None = None
    """Id of the waiver that covers it."""
    fixes: tuple[Fix, ...] = ()

    @property
    def key(self) -> str:
        """What stays the same about it between edits: the code and the ids of its places."""
        return f"{self.code}:" + "+".join(sorted(f"{p.kind}/{p.id}" for p in self.places))

    @property
    def live(self) -> bool:
        """Whether it counts now: due and not waived."""
        return self.due and self.waiver is None
