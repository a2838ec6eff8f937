# SPDX-License-Identifier: MIT
"""What a rule is and what it finds: severities, stages, problems, fixes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from visitplanner.domain.edits import Edit
from visitplanner.domain.text import Message, Value
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.kinds import Kind
    from visitplanner.rules.context import Context


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

    @property
    def key(self) -> str:
        """The place in a word: "items/talks", with its field "items/talks.end"."""
        return f"{self.kind}/{self.id}.{self.field}" if self.field else f"{self.kind}/{self.id}"


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
        """What stays the same about it between edits: the code and its places."""
        return f"{self.code}:" + "+".join(sorted(p.key for p in self.places))

    @property
    def live(self) -> bool:
        """Whether it counts now: due and not waived."""
        return self.due and self.waiver is None


class Scope(StrEnum):
    """What a rule is run for, and so what is run again after a patch.

    The five scopes of items are run for an item: for changed items alone, or with those that take
    the same minute of a person, or come next to them in the day of a person, a room or a vehicle.
    """

    ITEM = "item"
    CLASH = "clash"
    PERSON = "person"
    ROOM = "room"
    VEHICLE = "vehicle"
    AGENDA = "agenda"
    DOCUMENT = "document"
    VISIT = "visit"


class Found(Value, frozen=True):
    """What a rule has found; severity and stage only where they differ from the rule's own."""

    message: Message
    items: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    severity: Severity | None = None
    stage: Stage | None = None


class Missing(Value, frozen=True):
    """A datum without which a rule cannot judge; the kind is a key of `Rule.data`."""

    datum: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """The explanation of a rule, in English source."""

    finds: str
    why: str
    example: str
    remedy: str


HEADINGS: Final[Mapping[str, str]] = {
    "finds": N_("What it finds"),
    "why": N_("Why it matters"),
    "example": N_("Example"),
    "remedy": N_("What to do"),
}

Check = Callable[["Context", str], "Iterable[Found | Missing]"]
"""What a rule finds for one owner: the id of an item, an agenda, a document, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check: its declaration over a pure generator."""

    code: str
    name: str
    title: str
    severity: Severity
    stage: Stage = Stage.DRAFT
    family: str
    source: str
    scope: Scope
    text: RuleText
    check: Check
    kinds: frozenset[Kind] | None = None
    """Only items of these kinds are owners."""
    reads: frozenset[str] = frozenset()
    """Collections beside items whose change may alter any verdict of the rule."""
    data: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Kinds of datum it may miss, each with the line that says so for one and for many."""
    among: Callable[[Context], Iterable[str]] | None = None
    """In a whole run, the owners worth a look: nothing is found for the others."""
    rises: bool = False
    """A warning that becomes an error at approval."""
    of_record: bool = False
    """Looks at the record too: it runs again when that changes without an edit."""
