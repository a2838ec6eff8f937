# SPDX-License-Identifier: MIT
"""Documents to sign with originals and signatories, things booked, vehicles sent, as columns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from visitplanner.domain import particulars, provision
from visitplanner.domain.papers import Clearance, DocumentCopy, LegalKind, Report, Signatory
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.roll import forget, own_post
from visitplanner.domain.text import LANGUAGES, NO_TEXT, message
from visitplanner.editions.labels import BOOKINGS, COLUMN_ROLES
from visitplanner.gui.editors import things, usual
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.gui.editors.form import Entry
from visitplanner.gui.editors.series import Series
from visitplanner.gui.editors.short_table import Sheet
from visitplanner.gui.inspector.sheets import PAPERS
from visitplanner.words.catalogue import N_
from visitplanner.words.meant import Candidate, Candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Value
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading

LEGAL: Final[Mapping[StrEnum, str]] = {
    LegalKind.AGREEMENT: N_("agreement"),
    LegalKind.PLAN: N_("plan of measures"),
    LegalKind.ROADMAP: N_("road map"),
    LegalKind.MINUTES: N_("minutes"),
    LegalKind.MEMORANDUM: N_("memorandum"),
}
_DOCUMENTS: Final = frozenset({"documents", "parties", "people", "posts"})


# Documents.


def document_columns() -> tuple[Column, ...]:
    """What all tables of documents show."""
    return (
        usual.text("documents", "title", N_("Document"), weight=1, clears=True),
        usual.choice("documents", "status", N_("Status"), PAPERS, least="парафирован"),
    )


def _languages() -> Column:
    def read(reading: Reading, key: str) -> str:
        return ", ".join(particulars.document_of(reading.visit, key).languages)

    def write(_reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        found = tuple(dict.fromkeys(part.lower() for part in re.findall(r"\w+", typed)))
        if not found or any(part not in LANGUAGES for part in found):
            raise EditRefusedError(message("“{text}” is no list such as ru, be, en.", text=typed))
        return usual.row_changed(visit, "documents", key, "languages", found)

    return Column("languages", N_("Languages"), read, write)


def documents(item: str) -> Sheet:
    """The documents signed in an item."""
    title, status = document_columns()
    listing = Listing(
        title=N_("Documents"),
        columns=(title, status),
        rows=lambda visit: tuple(d.id for d in visit.documents.values() if d.item == item),
        reads=_DOCUMENTS,
        add=lambda visit, _below: particulars.add_document(visit, item),
        remove=lambda visit, keys: forget(visit, "documents", keys),
        hint=N_("Type here to add a document."),
    )
    return Sheet(listing, document_fields())


def document_fields() -> tuple[Entry, ...]:
    """The fields of a document."""
    title, _ = document_columns()
    return (
        Entry(title),
        Entry(usual.choice("documents", "legal_kind", N_("Kind"), LEGAL)),
        Entry(usual.several("documents", "parties", N_("Parties"), things.parties)),
        Entry(_languages()),
        Entry(usual.number("documents", "period_from", N_("Period from"), least=1990, most=2100)),
        Entry(usual.number("documents", "period_to", N_("Period to"), least=1990, most=2100)),
        Entry(usual.text("documents", "place", N_("Signed in"), clears=True)),
        Entry(usual.day("documents", "signed_on", N_("Signed on"))),
    )


def _inside(collection: str, owner: str, field: str, blank: Callable[[Visit], Value]) -> Series:
    """A sequence inside an entity."""

    def read(visit: Visit) -> tuple[Value, ...]:
        found = visit.collection(collection).get(owner)
        return tuple(getattr(found, field)) if found else ()

    def write(visit: Visit, values: tuple[Value, ...]) -> Patch:
        return usual.row_changed(visit, collection, owner, field, values)

    return Series(read, write, blank)


def _signatory(visit: Visit, document: str) -> Signatory:
    found = particulars.document_of(visit, document)
    signing = {s.party for s in found.signatories}
    party = next((p for p in (*found.parties, *visit.parties) if p not in signing), None)
    person = next(
        (d.head for d in visit.delegations.values() if d.party == party and d.head),
        next(iter(visit.people), None),
    )
    if party is None or person is None:
        raise EditRefusedError(message("Every party has a signatory already."))
    post = own_post(visit, person)
    return Signatory(party=party, person=person, post=post.id if post else None)


def copies(document: str) -> Sheet:
    """The originals: who keeps each, who is named first in it, who signs on the left."""
    series = _inside("documents", document, "copies", lambda _: DocumentCopy())
    listing = series.listing(
        N_("Copies"),
        (
            usual.reference(series, "holder", N_("Kept by"), things.parties, weight=1),
            usual.string(series, "language", N_("Language"), clears=False),
        ),
        _DOCUMENTS,
        N_("Type here to add a copy."),
    )
    return Sheet(
        listing,
        (
            Entry(usual.reference(series, "first_named", N_("Named first"), things.parties)),
            Entry(
                usual.reference(series, "left_signature", N_("Signs on the left"), things.parties)
            ),
            Entry(usual.number(series, "pages", N_("Pages"), none=0)),
            Entry(usual.tick(series, "bound", N_("Bound"))),
        ),
    )


def signatories(document: str) -> Sheet:
    """Who signs for each party, and by what right."""
    series = _inside(
        "documents", document, "signatories", lambda visit: _signatory(visit, document)
    )

    def posts(reading: Reading) -> Candidates:
        language = reading.language
        return Candidates(
            Candidate(p.id, p.title.best(language) or p.id) for p in reading.visit.posts.values()
        )

    def write_person(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        person = usual.meant(things.people(reading), typed)
        found = series.value(visit, key)
        if not isinstance(found, Signatory):
            raise TypeError(key)
        post = own_post(visit, person)
        fresh = Signatory(
            party=found.party,
            person=person,
            post=post.id if post else None,
            authority=found.authority,
        )
        return series.put(visit, key, fresh)

    person = usual.reference(
        series, "person", N_("Signatory"), things.people, weight=1, clears=False
    )
    listing = series.listing(
        N_("Signatories"),
        (
            Column(
                "person",
                person.title,
                person.read,
                write_person,
                offers=things.people,
                weight=1,
            ),
            usual.reference(series, "party", N_("Party"), things.parties, weight=1, clears=False),
        ),
        _DOCUMENTS,
        N_("Type here to add a signatory."),
    )
    return Sheet(
        listing,
        (
            Entry(usual.reference(series, "post", N_("Post"), posts)),
            Entry(usual.text(series, "authority", N_("Other authority"), clears=True)),
        ),
    )


def clearances(document: str) -> Sheet:
    """The consents of agencies the document needs (D05)."""
    series = _inside("documents", document, "clearances", lambda _: Clearance(agency=NO_TEXT))
    return Sheet(
        series.listing(
            N_("Clearances"),
            (
                usual.text(series, "agency", N_("Agency"), weight=1, clears=True),
                usual.day(series, "due", N_("Until")),
                usual.day(series, "received_on", N_("Received on")),
            ),
            _DOCUMENTS,
            N_("Type here to add a clearance."),
        )
    )


# Reports.


def reports(collection: str, owner: str) -> Sheet:
    """What was reported on a measure or an instruction, day by day."""
    series = _inside(
        collection, owner, "reports", lambda visit: Report(on=visit.about.ends, text=NO_TEXT)
    )
    day = usual.day(series, "on", N_("Day"))
    text = usual.text(series, "text", N_("Report"), weight=1, clears=True)
    return Sheet(
        series.listing(
            N_("Reports"),
            (
                replace(day, clears=False),
                usual.number(series, "percent", N_("%"), most=100, full_title=N_("Done, percent")),
                text,
            ),
            frozenset({collection}),
            N_("Type here to add a report."),
        ),
        (Entry(text),),
    )


# Things booked.


def resource_column() -> Column:
    """The thing of a booking; a name nobody knows makes a new thing."""

    def read(reading: Reading, key: str) -> str:
        resource = reading.visit.resources.get(reading.visit.bookings[key].resource)
        return resource.name.best(reading.language) if resource else ""

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        known = things.resources(reading).named(typed)
        name = visit.resources[known.id].name if known else provision.named(reading.language, typed)
        return provision.name_booking(visit, key, known.id if known else None, name)

    return Column(
        "resource", N_("Resource"), read, write, offers=things.resources, weight=2, clears=False
    )


def bookings(item: str) -> Sheet:
    """What an item needs, and how far it is from being in place."""
    listing = Listing(
        title=N_("Resources"),
        columns=(
            resource_column(),
            usual.number("bookings", "quantity", N_("Qty"), full_title=N_("Quantity")),
            usual.choice("bookings", "status", N_("Status"), BOOKINGS, least="возвращено"),
        ),
        rows=lambda visit: tuple(b.id for b in visit.bookings.values() if b.item == item),
        reads=frozenset({"bookings", "resources", "people"}),
        add=lambda visit, _below: provision.add_booking(visit, item),
        remove=lambda visit, keys: forget(visit, "bookings", keys),
        hint=N_("Type here to add a resource."),
    )
    return Sheet(
        listing,
        (
            Entry(usual.reference("bookings", "responsible", N_("Responsible"), things.people)),
            Entry(usual.number("bookings", "lead_days", N_("Ready, days before"), most=99)),
            Entry(usual.string("bookings", "paper", N_("Paper"))),
        ),
    )


# Vehicles of a transfer.


def movements(item: str) -> Sheet:
    """The vehicles of a transfer in the order of the column."""

    def rows(visit: Visit) -> tuple[str, ...]:
        going = [m for m in visit.movements.values() if m.item == item]
        return tuple(m.id for m in sorted(going, key=lambda m: (m.order or 999, m.id)))

    def aboard(reading: Reading, key: str) -> str:
        movement = reading.visit.movements[key]
        vehicle = reading.visit.vehicles.get(movement.vehicle)
        taken = len(movement.passengers) + movement.unnamed
        return f"{taken}/{vehicle.seats}" if vehicle else str(taken)

    listing = Listing(
        title=N_("Vehicles"),
        columns=(
            usual.number(
                "movements", "order", N_("No."), none=0, full_title=N_("No. in the column")
            ),
            usual.reference(
                "movements", "vehicle", N_("Vehicle"), things.vehicles, weight=1, clears=False
            ),
            Column("aboard", N_("Seats"), aboard, least="20/20", full_title=N_("Seats taken")),
        ),
        rows=rows,
        reads=frozenset({"movements", "vehicles", "people"}),
        add=lambda visit, _below: provision.add_movement(visit, item),
        remove=lambda visit, keys: forget(visit, "movements", keys),
        hint=N_("Type here to add a vehicle."),
    )
    return Sheet(
        listing,
        (
            Entry(usual.choice("movements", "role", N_("In the column"), COLUMN_ROLES)),
            Entry(usual.reference("movements", "in_charge", N_("In charge"), things.people)),
            Entry(usual.tick("movements", "escorted", N_("Escorted"))),
            Entry(usual.number("movements", "unnamed", N_("Others, people"), none=0)),
        ),
    )
