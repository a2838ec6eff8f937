# SPDX-License-Identifier: MIT
"""Papers of the visit: agenda, documents to sign, measures of the Plan, instructions, waivers."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from visitplanner.domain.limits import Number
from visitplanner.domain.people import Side
from visitplanner.domain.refs import DocumentId, ItemId, MeasureId, PartyId, PersonId, PostId, WhoId
from visitplanner.domain.text import INTERNAL, NO_TEXT, Entity, Text, Value


class AgreementStatus(StrEnum):
    """How far a paper has come."""

    DRAFT = "draft"
    AGREED = "agreed"
    INITIALLED = "initialled"
    PRINTED = "printed"
    SIGNED = "signed"


class AgendaQuestion(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question of the agenda with its speakers and minutes."""

    question: Text
    side: Side | None = None
    speaker: PersonId | None = None
    cospeakers: tuple[PersonId, ...] = ()
    minutes: Number = 0
    """Of the report; 0 while open."""
    discussion_minutes: Number = 0
    materials: tuple[str, ...] = ()
    received_on: date | None = None
    expected_decision: Text = NO_TEXT
    decision: Text = NO_TEXT
    measure: MeasureId | None = None


class Agenda(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The agenda of one session: who leads it and what is asked, in order."""

    item: ItemId
    chair: PersonId | None = None
    cochair: PersonId | None = None
    secretary: PersonId | None = None
    status: AgreementStatus = AgreementStatus.DRAFT
    opening_minutes: Number = 0
    """Opening words of both co-chairs together."""
    closing_minutes: Number = 0
    break_minutes: Number = 0
    questions: tuple[AgendaQuestion, ...] = ()


class LegalKind(StrEnum):
    """What a signed document is in law."""

    AGREEMENT = "agreement"
    PLAN = "plan"
    ROADMAP = "roadmap"
    MINUTES = "minutes"
    MEMORANDUM = "memorandum"


class Signatory(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who signs for a party, and by what right."""

    party: PartyId
    person: PersonId
    post: PostId | None = None
    authority: Text = NO_TEXT
    """Power of attorney or other ground beside the post."""


class DocumentCopy(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One original; by the alternat its holder is named first and signs left [S15]."""

    holder: PartyId | None = None
    first_named: PartyId | None = None
    left_signature: PartyId | None = None
    language: str = "ru"
    pages: Number = 0
    bound: bool = False


class Clearance(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An agency's consent a document needs."""

    agency: Text
    due: date | None = None
    received_on: date | None = None


class SignDocument(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A document signed in an item, with its originals and signatories."""

    item: ItemId | None = None
    title: Text
    legal_kind: LegalKind = LegalKind.PLAN
    parties: tuple[PartyId, ...] = ()
    languages: tuple[str, ...] = ("ru",)
    period_from: Number | None = None
    """First year of the period."""
    period_to: Number | None = None
    place: Text = NO_TEXT
    signed_on: date | None = None
    text_hash: str = ""
    agreed_hash: str = ""
    status: AgreementStatus = AgreementStatus.DRAFT
    clearances: Annotated[tuple[Clearance, ...], INTERNAL] = ()
    copies: tuple[DocumentCopy, ...] = ()
    signatories: tuple[Signatory, ...] = ()


class ProgressState(StrEnum):
    """Where a measure or an instruction stands."""

    DRAFT = "draft"
    REGISTERED = "registered"
    IN_WORK = "in-work"
    REPORTED = "reported"
    EXTENDED = "extended"
    CLOSED = "closed"


class Report(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was reported on a day, in percent and words."""

    on: date
    text: Text
    percent: Number = 0


class Measure(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A measure of the Plan with its term and those who carry it out on both sides."""

    document: DocumentId | None = None
    number: Number = 0
    field: Text = NO_TEXT
    title: Text
    term: Text = NO_TEXT
    """Date, quarter, year or words such as "yearly"."""
    due: date | None = None
    host_executors: tuple[WhoId, ...] = ()
    guest_executors: tuple[WhoId, ...] = ()
    host_organisations: Text = NO_TEXT
    guest_organisations: Text = NO_TEXT
    indicator: Text = NO_TEXT
    budget: Annotated[Text, INTERNAL] = NO_TEXT
    state: ProgressState = ProgressState.DRAFT
    reports: tuple[Report, ...] = ()


class Instruction(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An instruction given after the visit, under control until it is closed."""

    number: Number = 0
    text: Text
    executor: PersonId | None = None
    coexecutors: tuple[PersonId, ...] = ()
    controller: PersonId | None = None
    term: Text = NO_TEXT
    due: date | None = None
    state: ProgressState = ProgressState.DRAFT
    extended_to: date | None = None
    extension_reason: Text = NO_TEXT
    closed_on: date | None = None
    measure: MeasureId | None = None
    reports: tuple[Report, ...] = ()


class Waiver(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A finding left as it is: its code and place, and who decided so when and why."""

    code: str
    place: str
    """The key of the waived problem, `Problem.key`."""
    reason: str
    author: str
    on: date
