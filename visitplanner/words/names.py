# SPDX-License-Identifier: MIT
"""Names of people: in six cases, with or without initials, in Cyrillic or Latin letters."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal

from visitplanner.domain.people import Gender, Person
from visitplanner.domain.text import Case, Forms, Language, Text
from visitplanner.words.transliteration import latin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytrovich.maker import PetrovichDeclinationMaker

NameStyle = Literal["full", "initials-first", "surname-first", "surname-upper", "given-first"]
"""«Анохин Василий Николаевич», «В. Н. Анохин», «Анохин В. Н.», «АНОХИН Василий Николаевич»,
«Василий Николаевич Анохин»."""

NBSP: Final = "\N{NO-BREAK SPACE}"
NAME_TO_FOLLOW: Final[Mapping[Language, str]] = {
    "ru": "Уточняется",
    "be": "Удакладняецца",
    "en": "To follow",
}

_DECLINABLE: Final = re.compile(r"[А-Яа-яЁё]{2,}(?:[- ][А-Яа-яЁё]+)*")
_PARTS: Final = ("LASTNAME", "FIRSTNAME", "MIDDLENAME")
# Surnames of words with the stress on the ending, where the generator writes «-ем»; a family that
# says otherwise sets its form by hand.
_STRESSED: Final = {
    "воробей": "воробьём",
    "кисель": "киселём",
    "коваль": "ковалём",
    "король": "королём",
}

# Surnames of birds and beasts that lose their «е» as the words do: «Соловей», «Соловья»; the
# generator knows «Воробей» only.
_LOSING_E: Final = frozenset({"муравей", "соловей"})
_LOSING_E_ENDINGS: Final[Mapping[Case, str]] = {
    Case.GEN: "я",
    Case.DAT: "ю",
    Case.ACC: "я",
    Case.INS: "ём",
    Case.PREP: "е",
}


def person_name(
    person: Person, language: Language, case: Case = Case.NOM, style: NameStyle = "full"
) -> str:
    """The name of a person; «Уточняется» while there is none."""
    surname, given, patronymic = name_parts(person, language, case)
    if not (surname or given):
        return NAME_TO_FOLLOW[language]
    if not surname:
        return _joined(given, patronymic)
    if style == "full" and language == "en":
        style = "given-first"
    return _styled(surname, given, patronymic, style)


def _styled(surname: str, given: str, patronymic: str, style: NameStyle) -> str:
    match style:
        case "initials-first":
            return _joined(initials(given), initials(patronymic), surname, by=NBSP)
        case "surname-first":
            return _joined(surname, initials(given), initials(patronymic), by=NBSP)
        case "surname-upper":
            return _joined(surname.upper(), given, patronymic)
        case "given-first":
            return _joined(given, patronymic, surname)
        case "full":
            return _joined(surname, given, patronymic)


def name_is_known(person: Person) -> bool:
    """Whether anything of the name is filled in."""
    return bool(_clean(person.surname.best("ru")) or _clean(person.given.best("ru")))


def name_parts(person: Person, language: Language, case: Case = Case.NOM) -> tuple[str, str, str]:
    """Surname, given name and patronymic in a case."""
    texts = (person.surname, person.given, person.patronymic)
    if language == "en":
        surname, given, patronymic = (_latin(text) for text in texts)
        return surname, given, patronymic
    own = tuple(_clean(text.own(language)) for text in texts)
    if language == "be" and own[0]:
        # Belarusian forms are not generated: the nominative is never wrong in a list.
        return own[0], own[1] or _clean(texts[1].best("be")), own[2] or _clean(texts[2].best("be"))
    forms = (person.forms.surname, person.forms.given, person.forms.patronymic)
    surname, given, patronymic = (
        _in_case(_clean(text.best("ru")), set_by_hand, case, person.gender, part)
        for text, set_by_hand, part in zip(texts, forms, _PARTS, strict=True)
    )
    return surname, given, patronymic


def _clean(name: str) -> str:
    return " ".join(name.split())


def _latin(text: Text) -> str:
    return _clean(text.en) or latin(_clean(text.best("ru")))


def _in_case(name: str, forms: Forms, case: Case, gender: Gender, part: str) -> str:
    if by_hand := _clean(forms.own(case)):
        return by_hand
    if case is Case.NOM or not name:
        return name
    return _generated(name, case, gender, part)


@lru_cache(maxsize=16384)
def _generated(name: str, case: Case, gender: Gender, part: str) -> str:
    """The case form by rule; a name that is not plain Cyrillic words stays as it is."""
    if _DECLINABLE.fullmatch(name) is None:
        return name
    if name.isupper():
        return _generated(name.capitalize(), case, gender, part).upper()
    if " " in name:
        return " ".join(_generated(word, case, gender, part) for word in name.split(" "))
    irregular = _irregular(name, case) if part == "LASTNAME" and gender is Gender.MALE else ""
    return irregular or _petrovich(name, case, gender, part)


def _irregular(surname: str, case: Case) -> str:
    """The form of a man's surname where the generator errs, else empty."""
    low = surname.lower()
    if low in _LOSING_E:
        return f"{surname[:-2]}ь{_LOSING_E_ENDINGS[case]}"
    if case is Case.INS and low in _STRESSED:
        return surname[0] + _STRESSED[low][1:]
    return f"{surname}ом" if case is Case.INS and low.endswith("ач") else ""


def _petrovich(name: str, case: Case, gender: Gender, part: str) -> str:
    from pytrovich.enums import Case as Which
    from pytrovich.enums import Gender as Whose
    from pytrovich.enums import NamePart

    cases = {
        Case.GEN: Which.GENITIVE,
        Case.DAT: Which.DATIVE,
        Case.ACC: Which.ACCUSATIVE,
        Case.INS: Which.INSTRUMENTAL,
        Case.PREP: Which.PREPOSITIONAL,
    }
    whose = Whose.FEMALE if gender is Gender.FEMALE else Whose.MALE
    return str(_maker().make(NamePart[part], whose, cases[case], name)) or name


@cache
def _maker() -> PetrovichDeclinationMaker:
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


def initials(name: str) -> str:
    """«Анна-Мария» gives «А.-М.»; several names give several initials."""
    return NBSP.join("-".join(_initial(p) for p in w.split("-") if p) for w in name.split())


def _initial(name: str) -> str:
    return f"{name[0].upper()}." if name[0].isalpha() else ""


def _joined(*parts: str, by: str = " ") -> str:
    return by.join(part for part in parts if part)
