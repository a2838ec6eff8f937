# SPDX-License-Identifier: MIT
"""Edits of what only one kind of item has: its detail, agenda, papers to sign, site safety."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from visitplanner.domain.edits import item_of, put, set_item_field
from visitplanner.domain.papers import Agenda, DocumentCopy, Signatory, SignDocument
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.people import Side
from visitplanner.domain.preparation import SiteSafety
from visitplanner.domain.programme import Step
from visitplanner.domain.roll import fresh_id, own_post
from visitplanner.domain.text import NO_TEXT, Quote, message
from visitplanner.domain.visit import delegations_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.domain.kinds import Detail
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit

D = TypeVar("D", bound="Detail")
T = TypeVar("T")


def detail_of(visit: Visit, item_id: str, kind: type[D]) -> D:
    """The detail of an item, an empty one while it has none of this kind."""
    found = item_of(visit, item_id).detail
    return found if isinstance(found, kind) else kind()


def set_detail(visit: Visit, item_id: str, detail: Detail) -> Patch:
    """Puts a changed detail into an item."""
    return set_item_field(visit, item_id, "detail", detail)


def agenda_of(visit: Visit, item_id: str) -> Agenda:
    """The agenda of an item; a new empty one, not yet in the visit, while it has none."""
    found = next((a for a in visit.agendas.values() if a.item == item_id), None)
    return found or Agenda(id=fresh_id(visit, "agendas", "agenda"), item=item_id)


def set_agenda(visit: Visit, agenda: Agenda) -> Patch:
    """Adds or changes the agenda of an item."""
    title = Quote(text=item_of(visit, agenda.item).title)
    return put(visit, message("Change the agenda of “{title}”", title=title), "agendas", agenda)


def agenda_minutes(agenda: Agenda) -> int:
    """How long everything on the agenda takes (A03 counts the same)."""
    talk = sum(q.minutes + q.discussion_minutes for q in agenda.questions)
    return talk + agenda.opening_minutes + agenda.closing_minutes + agenda.break_minutes


def steps_minutes(item: ProgrammeItem) -> int:
    """How long the steps of an item take together (T04 counts the same)."""
    return sum(step.minutes for step in item.steps if step.offset >= 0)


def next_step(item: ProgrammeItem) -> Step:
    """An empty step that begins when the last one ends."""
    ends = (step.offset + step.minutes for step in item.steps if step.offset >= 0)
    return Step(offset=max(ends, default=0), minutes=1, action=NO_TEXT)


def site_of(visit: Visit, item_id: str) -> SiteSafety:
    """The safety sheet of an item; a new empty one, not yet in the visit, while it has none."""
    found = next((s for s in visit.sites.values() if s.item == item_id), None)
    return found or SiteSafety(id=fresh_id(visit, "sites", "site"), item=item_id)


def set_site(visit: Visit, site: SiteSafety) -> Patch:
    """Adds or changes the safety sheet of an item."""
    title = Quote(text=item_of(visit, site.item).title)
    return put(visit, message("Change the site safety of “{title}”", title=title), "sites", site)


def document_of(visit: Visit, document_id: str) -> SignDocument:
    """The document, or EditRefusedError when it is gone."""
    found = visit.documents.get(document_id)
    if found is None:
        raise EditRefusedError(message("There is no {id} in the visit.", id=document_id))
    return found


def add_document(visit: Visit, item_id: str | None) -> tuple[Patch, str]:
    """A document between host and guests, signed by both heads, its originals by the alternat."""
    signatories = tuple(_head_signatories(visit))
    document = SignDocument(
        id=fresh_id(visit, "documents", "document"),
        item=item_id,
        title=NO_TEXT,
        parties=tuple(s.party for s in signatories),
        signatories=signatories,
    )
    return put(visit, message("Add a document"), "documents", by_alternat(document)), document.id


def _head_signatories(visit: Visit) -> list[Signatory]:
    found: list[Signatory] = []
    for side in (Side.HOST, Side.GUEST):
        for delegation in delegations_of(visit, side):
            if delegation.head and all(s.party != delegation.party for s in found):
                post = own_post(visit, delegation.head)
                found.append(
                    Signatory(
                        party=delegation.party,
                        person=delegation.head,
                        post=post.id if post is not None else None,
                    )
                )
                break
    return found


def by_alternat(document: SignDocument) -> SignDocument:
    """The document with one original for each party and language, each party first in its own.

    Pages and binding of an original that was there before are kept (protocol.md section 2.8).
    """
    before = {(copy.holder, copy.language): copy for copy in document.copies}
    usual = max((copy.pages for copy in document.copies), default=0)
    copies = []
    for language in document.languages:
        for party in document.parties:
            known = before.get((party, language), DocumentCopy(language=language, pages=usual))
            copies.append(replace(known, holder=party, first_named=party, left_signature=party))
    return replace(document, copies=tuple(copies))


def rebuild_copies(visit: Visit, document_id: str) -> Patch:
    """Makes the originals anew by the alternat."""
    document = document_of(visit, document_id)
    name = message("Originals by the alternat: “{title}”", title=Quote(text=document.title))
    return put(visit, name, "documents", by_alternat(document))


def placed(values: Sequence[T], rows: Sequence[int], before: int) -> tuple[T, ...]:
    """The values with some rows moved to before another; their own order stays."""
    chosen = set(rows)
    moved = [values[row] for row in sorted(chosen)]
    above = [v for n, v in enumerate(values[:before]) if n not in chosen]
    below = [v for n, v in enumerate(values[before:], before) if n not in chosen]
    return (*above, *moved, *below)


def without(values: Sequence[T], rows: Sequence[int]) -> tuple[T, ...]:
    """The values without some rows."""
    gone = set(rows)
    return tuple(v for n, v in enumerate(values) if n not in gone)
