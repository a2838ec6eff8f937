# SPDX-License-Identifier: MIT
"""The tables of what is carried out after the visit: measures of the Plan, instructions; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.papers import ProgressState
from visitplanner.gui.editors import things, usual
from visitplanner.gui.editors.form import Entry
from visitplanner.gui.tables.listings import listing
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.editors.column import Listing

STATES: Final = {
    ProgressState.DRAFT: N_("draft"),
    ProgressState.REGISTERED: N_("registered"),
    ProgressState.IN_WORK: N_("in work"),
    ProgressState.REPORTED: N_("report sent"),
    ProgressState.EXTENDED: N_("term extended"),
    ProgressState.CLOSED: N_("closed"),
}


def measures() -> Listing:
    """Measures of the Plan."""
    return listing(
        "measures",
        N_("Measures of the Plan"),
        N_("Type here to add a measure."),
        (
            usual.number("measures", "number", N_("No."), none=0),
            usual.text("measures", "field", N_("Field"), weight=2, clears=True),
            usual.text("measures", "title", N_("Measure"), weight=4, clears=True),
            usual.text("measures", "term", N_("Term"), clears=True, least="в течение срока"),
            usual.day("measures", "due", N_("Until")),
            usual.several(
                "measures", "host_executors", N_("Hosts carry out"), things.everybody, weight=2
            ),
            usual.several(
                "measures", "guest_executors", N_("Guests carry out"), things.everybody, weight=2
            ),
            usual.text("measures", "indicator", N_("Indicator"), weight=1, clears=True),
            usual.choice("measures", "state", N_("Status"), STATES, least="снято с контроля"),
        ),
        "groups",
        "delegations",
        rows=lambda visit: tuple(
            m.id for m in sorted(visit.measures.values(), key=lambda m: (m.number or 9999, m.id))
        ),
    )


def measure_fields() -> tuple[Entry, ...]:
    """What else a measure has."""
    return (
        Entry(usual.reference("measures", "document", N_("Document"), things.documents)),
        Entry(usual.text("measures", "host_organisations", N_("Hosts: bodies"), clears=True)),
        Entry(usual.text("measures", "guest_organisations", N_("Guests: bodies"), clears=True)),
        Entry(usual.text("measures", "budget", N_("Means"), clears=True)),
    )


def instruction_fields() -> tuple[Entry, ...]:
    """What else an instruction has."""
    return (
        Entry(usual.day("instructions", "extended_to", N_("Extended to"))),
        Entry(usual.text("instructions", "extension_reason", N_("Why extended"), clears=True)),
    )


def instructions() -> Listing:
    """Instructions given after the visit."""
    return listing(
        "instructions",
        N_("Instructions"),
        N_("Type here to add an instruction."),
        (
            usual.number("instructions", "number", N_("No."), none=0),
            usual.text("instructions", "text", N_("Instruction"), weight=4, clears=True),
            usual.reference("instructions", "executor", N_("Executor"), things.people, weight=2),
            usual.several(
                "instructions", "coexecutors", N_("Co-executors"), things.people, weight=2
            ),
            usual.reference("instructions", "controller", N_("Controls"), things.people, weight=1),
            usual.text("instructions", "term", N_("Term"), clears=True, least="ежеквартально"),
            usual.day("instructions", "due", N_("Until")),
            usual.choice("instructions", "state", N_("Status"), STATES, least="снято с контроля"),
            usual.reference(
                "instructions", "measure", N_("Measure of the Plan"), things.measures, weight=1
            ),
            usual.day("instructions", "closed_on", N_("Closed")),
        ),
        "measures",
    )
