# SPDX-License-Identifier: MIT
"""A full name as one cell: shown as lists write it, and taken apart when it is typed; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.roll import renamed
from visitplanner.domain.text import message
from visitplanner.imports.full_names import language_of, name_at
from visitplanner.words.names import name_is_known, name_parts

if TYPE_CHECKING:
    from visitplanner.domain.people import Person
    from visitplanner.domain.text import Language


def called(person: Person, language: Language) -> str:
    """«Анохин Василий Николаевич», surname first in every language; empty while unnamed."""
    if not name_is_known(person):
        return ""
    return " ".join(part for part in name_parts(person, language) if part)


def renamed_as(person: Person, typed: str, language: Language) -> Person:
    """The person called by a typed name, in the language of its letters.

    One word is the surname. The gender follows where the name was not known before.
    """
    words = typed.split()
    if not words:
        for part in ("surname", "given", "patronymic"):
            person = renamed(person, part, language, "")
        return person
    found = name_at(" ".join(words))
    if found is None or " ".join(words)[found[1] :].strip():
        if len(words) > 1:
            raise EditRefusedError(
                message("“{text}” is no full name: type surname, name, patronymic.", text=typed)
            )
        return renamed(person, "surname", written_in(words[0], language), words[0])
    name = found[0]
    fresh = person
    for part in ("surname", "given", "patronymic"):
        fresh = renamed(fresh, part, name.language, getattr(name, part))
    return fresh if name_is_known(person) else replace(fresh, gender=name.gender)


def written_in(typed: str, language: Language) -> Language:
    """The language a typed text is kept in: that of the window, unless its letters say another."""
    latin = language_of(typed) == "en"
    if latin or not any(letter.isalpha() for letter in typed):
        return "en" if latin else language
    return "ru" if language == "en" else language
