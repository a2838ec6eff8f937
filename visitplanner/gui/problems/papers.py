# SPDX-License-Identifier: MIT
"""What papers may lack, as rows and columns: minutes, signatories, originals; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import set_entity_field
from visitplanner.domain.papers import DocumentCopy, Signatory
from visitplanner.domain.particulars import document_of
from visitplanner.domain.roll import own_post
from visitplanner.gui.editors import things, usual
from visitplanner.gui.editors.column import Column
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from visitplanner.domain.papers import AgendaQuestion
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading
    from visitplanner.rules.rule import Place


def saying(title: str, read: Callable[[Reading, str], str], weight: int = 3) -> Column:
    """The column that only says what a row is."""
    return Column(title, title, read, weight=weight)


def item_title(reading: Reading, item: str) -> str:
    found = reading.visit.items.get(item)
    return found.title.best(reading.language) if found is not None else ""


def asked(visit: Visit, places: Iterable[Place]) -> Iterable[str]:
    """The questions without minutes."""
    for place in places:
        agenda = visit.agendas.get(place.id)
        for number, question in enumerate(agenda.questions if agenda is not None else ()):
            if not question.minutes:
                yield f"{place.id}/{number}"


class _Questions:
    """Questions of several agendas as rows."""

    def value(self, visit: Visit, key: str) -> AgendaQuestion:
        agenda, _, number = key.partition("/")
        return visit.agendas[agenda].questions[int(number)]

    def changed(self, visit: Visit, key: str, field: str, value: object) -> Patch:
        agenda, _, number = key.partition("/")
        questions = list(visit.agendas[agenda].questions)
        questions[int(number)] = replace(questions[int(number)], **{field: value})
        return set_entity_field(visit, "agendas", agenda, "questions", tuple(questions))


def question_columns() -> tuple[Column, ...]:
    rows = _Questions()

    def read(reading: Reading, key: str) -> str:
        return rows.value(reading.visit, key).question.best(reading.language)

    def session(reading: Reading, key: str) -> str:
        return item_title(reading, reading.visit.agendas[key.partition("/")[0]].item)

    minutes = usual.number(rows, "minutes", N_("Minutes"), most=600, none=0)
    return (
        saying(N_("Question"), read, 4),
        minutes,
        usual.reference(rows, "speaker", N_("Speaker"), things.people, weight=2),
        saying(N_("Item"), session, 2),
    )


def unsigned(visit: Visit, places: Iterable[Place]) -> Iterable[str]:
    """Parties nobody signs for, document by document."""
    for place in places:
        document = visit.documents.get(place.id)
        if document is not None:
            signing = {one.party for one in document.signatories}
            yield from (f"{document.id}/{p}" for p in document.parties if p not in signing)


def _read_signatory(reading: Reading, key: str) -> str:
    document, _, party = key.partition("/")
    signing = {s.party: s.person for s in reading.visit.documents[document].signatories}
    return usual.written(things.people(reading), signing.get(party))


def _write_signatory(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    document, _, party = key.partition("/")
    found = document_of(visit, document)
    others = tuple(one for one in found.signatories if one.party != party)
    if not typed:
        return set_entity_field(visit, "documents", document, "signatories", others)
    person = usual.meant(things.people(reading), typed)
    post = own_post(visit, person)
    fresh = Signatory(party=party, person=person, post=post.id if post else None)
    order = {key: number for number, key in enumerate(found.parties)}
    signing = sorted((*others, fresh), key=lambda one: order.get(one.party, len(order)))
    return set_entity_field(visit, "documents", document, "signatories", tuple(signing))


def _document(reading: Reading, key: str) -> str:
    document = reading.visit.documents[key.partition("/")[0]]
    return document.title.best(reading.language) or document.id


def _party(reading: Reading, key: str) -> str:
    return usual.written(things.parties(reading), key.partition("/")[2])


def signatory_columns() -> tuple[Column, ...]:
    person = Column(
        "signatory",
        N_("Signatory"),
        _read_signatory,
        _write_signatory,
        offers=things.people,
        clears=True,
        weight=2,
    )
    return saying(N_("Document"), _document), saying(N_("Party"), _party, 2), person


def _read_holders(reading: Reading, key: str) -> str:
    known = things.parties(reading)
    held = dict.fromkeys(copy.holder for copy in reading.visit.documents[key].copies)
    return ", ".join(usual.written(known, holder) for holder in held if holder is not None)


def _write_holders(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    """An original in each language for every party that keeps one, by the alternat [S15]."""
    known = things.parties(reading)
    parts = [part.strip() for part in typed.replace(";", ",").split(",")]
    holders = dict.fromkeys(usual.meant(known, part) for part in parts if part)
    copies = tuple(
        DocumentCopy(holder=party, first_named=party, left_signature=party, language=language)
        for party in holders
        for language in document_of(visit, key).languages
    )
    return set_entity_field(visit, "documents", key, "copies", copies)


def copy_columns() -> tuple[Column, ...]:
    held = Column(
        "holders",
        N_("Originals kept by"),
        _read_holders,
        _write_holders,
        offers=things.parties,
        several=True,
        clears=True,
        weight=3,
    )
    parties = usual.several("documents", "parties", N_("Parties"), things.parties, weight=2)
    return saying(N_("Document"), _document), held, parties
