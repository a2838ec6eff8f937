# SPDX-License-Identifier: MIT
"""The register of copies: what was given out, taken back, replaced, and who was told of changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.record import Channel, Informing, Publication, Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_DIGITS = re.compile(r"\d+")


def same_copy(publication: Publication) -> tuple[str, ...]:
    """What a newer publication must share with this one to take its place."""
    p = publication
    return p.reader, p.edition, p.scope, p.channel.value, p.format, p.language


def given(record: Record, publications: Iterable[Publication]) -> Record:
    """The record with more copies given out; the same one given again stands there once."""
    fresh = tuple(publications)
    again = {_regardless_of_when(p) for p in fresh}
    kept = tuple(p for p in record.publications if _regardless_of_when(p) not in again)
    return replace(record, publications=(*kept, *fresh))


def _regardless_of_when(publication: Publication) -> tuple[object, ...]:
    p = publication
    taken = p.withdrawn is not None
    return *same_copy(p), p.version, p.edit, p.copy_number, p.audience, taken and p.at


def standing(record: Record) -> tuple[Publication, ...]:
    """What holders hold: the newest copy of each kind, without those taken back.

    A copy whose holder is not known stands for itself: nothing says what took its place.
    """
    found: dict[tuple[object, ...], Publication] = {}
    for number, publication in enumerate(record.publications):
        known = bool(publication.reader)
        key = same_copy(publication) if known else (number,)
        if known:
            found.pop(key, None)
        if publication.withdrawn is None:
            found[key] = publication
    return tuple(found.values())


def changed(record: Record, number: int, publication: Publication) -> Record:
    """The record with one line of the register as it should have been written."""
    lines = list(record.publications)
    lines[number] = publication
    return replace(record, publications=tuple(lines))


def taken_back(record: Record, number: int, at: datetime | None) -> Record:
    """The record with a copy taken back, or with None with its holder after all."""
    return changed(record, number, replace(record.publications[number], withdrawn=at))


def told(record: Record, readers: Iterable[str], edit: int, at: datetime, author: str) -> Record:
    """The record when readers were told of everything up to a line of the log."""
    fresh = tuple(Informing(reader=r, edit=edit, at=at, author=author) for r in readers)
    return replace(record, informed=(*record.informed, *fresh))


def untold(record: Record, informing: Informing) -> Record:
    """The record without a tick that was set by mistake."""
    return replace(record, informed=tuple(i for i in record.informed if i != informing))


def last_told(record: Record, reader: str) -> Informing | None:
    """Up to which line of the log a reader was told last, by whom and when."""
    found = [i for i in record.informed if i.reader == reader]
    return max(found, key=lambda i: (i.edit, i.at), default=None)


def next_number(record: Record) -> str:
    """The number of the next paper copy: one more than the highest ever given."""
    numbers = [
        int(_DIGITS.findall(p.copy_number)[-1])
        for p in record.publications
        if p.channel is Channel.PAPER and _DIGITS.search(p.copy_number)
    ]
    return str(max(numbers, default=0) + 1)
