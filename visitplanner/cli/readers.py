# SPDX-License-Identifier: MIT
"""Whom --for means: an id, an exact full name, or a unique beginning (design.md section 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.cli.refusal import Refusal
from visitplanner.domain.text import LANGUAGES, Text
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.people import Person
    from visitplanner.domain.visit import Visit


def reader_id(visit: Visit, asked: str) -> str:
    """The id of the one person, delegation or track meant; Refusal with the candidates."""
    names = list(_names(visit))
    ids = dict.fromkeys(entity for entity, _, _ in names)
    if asked in ids:
        return asked
    wanted = folded(asked)
    exact = dict.fromkeys(i for i, full, _ in names if folded(full) == wanted)
    found = exact or dict.fromkeys(i for i, _, start in names if folded(start).startswith(wanted))
    if len(found) == 1 and wanted:
        return next(iter(found))
    if not found or not wanted:
        raise Refusal(
            f"--for {asked}: nobody in the visit has this name; give an id, a full name,"
            " or the beginning of a surname or title."
        )
    raise Refusal(f"--for {asked}: this fits several, {', '.join(found)}; give one of these ids.")


def _names(visit: Visit) -> Iterator[tuple[str, str, str]]:
    """(id, full name, the part whose beginning is enough) in the order of precedence of --for."""
    for person in visit.people.values():
        for language in LANGUAGES:
            yield person.id, _full_name(person, language), person.surname.own(language)
    for delegation in visit.delegations.values():
        party = visit.parties[delegation.party]
        for text in (delegation.name, party.name, party.short):
            yield from _title(delegation.id, text)
    for track in visit.tracks.values():
        yield from _title(track.id, track.name)


def _title(entity: str, text: Text) -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        yield entity, text.own(language), text.own(language)


def _full_name(person: Person, language: str) -> str:
    parts = (getattr(text, language) for text in (person.surname, person.given, person.patronymic))
    return " ".join(part for part in parts if part)
