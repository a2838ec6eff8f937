# SPDX-License-Identifier: MIT
"""Edits proposed for rooms, flowers and originals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.edits import put, set_item_field
from visitplanner.domain.kinds import Laying
from visitplanner.domain.papers import DocumentCopy
from visitplanner.domain.text import message
from visitplanner.rules import mention
from visitplanner.rules.proposals.proposal import Proposal, items_of, moved, on_grid
from visitplanner.rules.slots import NO_CHAIN, room_slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.papers import SignDocument
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.context import Context
    from visitplanner.rules.rule import Problem


def free_room(context: Context, problem: Problem) -> Iterator[Proposal]:
    """Another room of the same place that is free and large enough, for the last item."""
    item = items_of(context, problem)[-1]
    here = context.visit.rooms[problem.places[-1].id]
    for room in sorted(context.visit.rooms.values(), key=lambda r: r.id):
        if room.id == here.id or room.venue != here.venue:
            continue
        chain = context.schedule.rooms.get(room.id, NO_CHAIN)
        busy = any(
            any(chain.overlapping(slot.start, slot.end))
            for slot in room_slots(context.visit, item).values()
        )
        if not busy:
            title = message("Move to {room}", room=mention.one("rooms", room.id))
            edit = partial(set_item_field, item_id=item.id, field="room", value=room.id)
            yield Proposal(title, edit, sure=False)


def room_later(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The second item when the room is free, or in another room."""
    before, after = items_of(context, problem)
    yield from _when_free(context, before, after)
    yield from free_room(context, problem)


def _when_free(context: Context, before: ProgrammeItem, after: ProgrammeItem) -> Iterator[Proposal]:
    same_zone = before.end_zone is None and before.zone == after.zone
    if before.end is not None and same_zone:
        clearing = before.strike_minutes + after.setup_minutes
        yield from moved(context, after, on_grid(before.end.plus(clearing)))


def even_flowers(context: Context, problem: Problem) -> Iterator[Proposal]:
    """An even number of flowers for each."""
    (item,) = items_of(context, problem)
    if isinstance(item.detail, Laying) and item.detail.flowers_each % 2:
        flowers = item.detail.flowers_each + 1
        title = message("{n} flower each", "{n} flowers each", n=flowers)
        detail = replace(item.detail, flowers_each=flowers)
        edit = partial(set_item_field, item_id=item.id, field="detail", value=detail)
        yield Proposal(title, edit)


def by_alternat(context: Context, problem: Problem) -> Iterator[Proposal]:
    """The originals of a document made anew by the alternat."""
    document = context.visit.documents[problem.places[0].id]
    title = message("Make the originals by the alternat")
    yield Proposal(title, partial(_with_originals, document_id=document.id))


def _with_originals(visit: Visit, document_id: str) -> Patch:
    document = visit.documents[document_id]
    name = message("Make the originals by the alternat")
    return put(visit, name, "documents", replace(document, copies=tuple(_originals(document))))


def _originals(document: SignDocument) -> Iterator[DocumentCopy]:
    """One original for each party in each language, the party that keeps it first in it."""
    for party in document.parties:
        for language in document.languages:
            known = next(
                (c for c in document.copies if c.holder == party and c.language == language),
                next(iter(document.copies), DocumentCopy()),
            )
            yield replace(
                known, holder=party, first_named=party, left_signature=party, language=language
            )
