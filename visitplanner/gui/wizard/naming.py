# SPDX-License-Identifier: MIT
"""Sides and heads as they are typed into one line each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from visitplanner.domain.outline import NOBODY, HeadWish
from visitplanner.domain.people import Gender, Party
from visitplanner.domain.text import Case, Text
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.text import Language
    from visitplanner.gui.phrases import Phrases

_CYRILLIC: Final = re.compile(r"[А-Яа-яЁёЎўІі]")
# «Анохин Василий Николаевич – Губернатор …»: a dash between spaces, or a comma.
_BEFORE_POST: Final = re.compile(r"\s+[-–—−]\s*|\s*[–—]\s+|,\s*")
_OF_WOMEN: Final = re.compile(r"(вна|чна|шна|кызы|гызы)$", re.IGNORECASE)
_NAME_PARTS: Final = 3


def text_of(typed: str, language: Language) -> Text:
    """A typed name in the language of the window; Cyrillic letters are Russian anywhere."""
    string = " ".join(typed.split())
    if not string:
        return Text()
    if language == "en" and _CYRILLIC.search(string):
        language = "ru"
    return Text().edited(language, string)


def head_of(typed: str, language: Language) -> HeadWish:
    """A head typed as in a letter: name, dash, post; the post may be missing."""
    parts = _BEFORE_POST.split(" ".join(typed.split()), maxsplit=1)
    names = parts[0].split(" ", _NAME_PARTS - 1)
    if not names[0]:
        return NOBODY
    if _CYRILLIC.search(parts[0]) is None and len(names) > 1:
        # Latin letters give the given name first.
        names = [names[-1], *names[:-1]]
    surname, given, patronymic = (*names, "", "")[:_NAME_PARTS]
    return HeadWish(
        surname=text_of(surname, language),
        given=text_of(given, language),
        patronymic=text_of(patronymic, language),
        gender=Gender.FEMALE if _OF_WOMEN.search(patronymic) else Gender.MALE,
        post=text_of(parts[1] if len(parts) > 1 else "", language),
    )


def proposed_title(guest: str, phrases: Phrases) -> str:
    """The title a visit of these guests usually has."""
    name = text_of(guest, phrases.language)
    if not name:
        return ""
    party = Party(id="guest", name=name)
    declined = cases.party_name(party, phrases.language, Case.GEN)
    return phrases.say(N_("Visit of the delegation of {guest}"), guest=declined)
