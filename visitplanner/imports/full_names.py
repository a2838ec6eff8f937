# SPDX-License-Identifier: MIT
"""Full names as letters write them, taken apart: Russian, Belarusian and Latin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import Gender
from visitplanner.imports.given_names import MEN, WOMEN
from visitplanner.words.endings import words

if TYPE_CHECKING:
    from visitplanner.domain.text import Language

_PATRONYMIC: Final = re.compile(
    r".+(ович|евич|овіч|евіч|авіч|явіч|ыч|ич|іч|овна|евна|ична|инична|оўна|еўна|аўна|яўна|ічна"
    r"|оглы|кызы|улы|ovich|evich|avich|ovna|evna|auna|euna)$",
    re.IGNORECASE,
)
_SHORTEST_PATRONYMIC: Final = 5  # Ильич
_INITIALS: Final = re.compile(r"[A-ZА-ЯЁІЎ]\.(?:-?[A-ZА-ЯЁІЎ]\.)*")
_WORD: Final = re.compile(
    r"(?:[A-ZА-ЯЁІЎ][a-zа-яёіў'’ʼ]*[a-zа-яёіўA-ZА-ЯЁІЎ]*)(?:-[A-ZА-ЯЁІЎ][\w'’ʼ]+)*"
)
_PARTICLE: Final = frozenset(words("бек ван де заде ибн кызы оглы улы фон de der van von"))
_HONORIFIC: Final = re.compile(
    r"(?:(?P<he>mr|господин|г-н|спадар)|(?P<she>ms|mrs|miss|госпожа|г-жа|спадарыня)"
    r"|dr|prof|товарищ|тов|гр)(?:\.[ ]?|[ ]+)",
    re.IGNORECASE,
)
_SON: Final = ("ич", "іч", "ыч", "оглы", "улы", "ich")
_DAUGHTER: Final = ("вна", "ична", "кызы", "ўна", "vna", "auna", "euna")
_FEMALE_SURNAME: Final = re.compile(r".*(ова|ева|ёва|ина|ына|ая|яя|іна|ova|eva|ina|aya)")


@dataclass(frozen=True, slots=True)
class FullName:
    """A name taken apart, in the language of its letters."""

    surname: str
    given: str = ""
    patronymic: str = ""
    gender: Gender = Gender.MALE
    language: Language = "ru"
    sure: bool = True
    """Whether it is clear which word is which."""


def name_at(text: str) -> tuple[FullName, int] | None:
    """The full name a text begins with, and where it ends; None when it begins otherwise."""
    place, gender = 0, None
    if (honorific := _HONORIFIC.match(text)) is not None:
        place = honorific.end()
        gender = Gender.MALE if honorific["he"] else Gender.FEMALE if honorific["she"] else None
    taken, end = _words(text, place)
    found = parsed(taken, gender)
    return (found, end) if found is not None else None


def _words(text: str, place: int) -> tuple[list[str], int]:
    """The words of a name from a place on: capitalised words and initials, at most five."""
    taken: list[str] = []
    end = place
    while len(taken) < 5:  # noqa: PLR2004 -- as many as a name may have
        at = end
        while at < len(text) and text[at] in " \N{NO-BREAK SPACE}":
            at += 1
        found = _INITIALS.match(text, at) or _WORD.match(text, at)
        if found is None:
            low = re.compile(r"[a-zа-яёіў]+").match(text, at)
            if low is None or low[0] not in _PARTICLE or not taken:
                break
            found = low
        if at == end and taken and not taken[-1].endswith("."):
            break
        taken.append(found[0])
        end = found.end()
        if len(taken) > 1 and _is_patronymic(taken[-1]) and not _surname_follows(taken):
            break
    return taken, end


def _surname_follows(taken: list[str]) -> bool:
    """After «Имя Отчество» comes the surname; after «Фамилия Имя Отчество» nothing."""
    return len(taken) == 2  # noqa: PLR2004 -- given name and patronymic


def _is_patronymic(word: str) -> bool:
    return len(word) >= _SHORTEST_PATRONYMIC and _PATRONYMIC.fullmatch(word) is not None


def parsed(found: list[str], gender: Gender | None = None) -> FullName | None:
    """The parts of a name from its words; None when they are no name."""
    if len(found) > 1 and found[-1].lower() in {"оглы", "кызы", "улы"}:
        found = [*found[:-2], f"{found[-2]} {found[-1]}"]
    surname, given, patronymic, sure = _sorted(found)
    if not surname or (not given and not patronymic):
        return None
    surname, given, patronymic = _cased(surname), _cased(given), _cased(patronymic)
    return FullName(
        surname,
        given,
        patronymic,
        gender=gender if gender is not None else guessed_gender(surname, given, patronymic),
        language=language_of(" ".join(found)),
        sure=sure,
    )


def _sorted(found: list[str]) -> tuple[str, str, str, bool]:
    """Surname, given name, patronymic, and whether there is no doubt."""
    abbreviated = [word for word in found if word.endswith(".")]
    whole = [word for word in found if not word.endswith(".")]
    if abbreviated:
        letters = [*re.findall(r"[A-ZА-ЯЁІЎ]\.", " ".join(abbreviated)), "", ""]
        return (whole[0] if len(whole) == 1 else ""), letters[0], letters[1], True
    upper = [word for word in whole if word.isupper() and len(word) > 1]
    if len(upper) == 1 and len(whole) > 1:
        rest = [word for word in whole if word is not upper[0]]
        return upper[0], rest[0], " ".join(rest[1:]), True
    return _of_words(whole)


def _of_words(whole: list[str]) -> tuple[str, str, str, bool]:
    """The parts of a name without initials, by where the patronymic stands."""
    second = len(whole) > 1 and _is_patronymic(whole[1])
    match len(whole):
        case 2:
            return _of_two(whole[0], whole[1])
        case 3 | 4 if second and (_given(whole[0]) or not _is_patronymic(whole[2])):
            # «Имя Отчество Фамилия», also «Андрей Викторович Мицкевич»
            return " ".join(whole[2:]), whole[0], whole[1], True
        case 3 if language_of(" ".join(whole)) == "en" and not _is_patronymic(whole[2]):
            return whole[2], whole[0], whole[1], False
        case 3:  # «Фамилия Имя Отчество»
            return whole[0], whole[1], whole[2], _is_patronymic(whole[2]) or " " in whole[2]
    return "", "", "", False


def _given(word: str) -> bool:
    return word.lower() in MEN or word.lower() in WOMEN


def _of_two(first: str, second: str) -> tuple[str, str, str, bool]:
    one, two = _given(first), _given(second)
    if one and not two:
        return second, first, "", True
    latin = language_of(first) == "en"
    if latin and not two:
        return second, first, "", False
    return first, second, "", two


def _cased(word: str) -> str:
    """СУББОТИН becomes Субботин; McDonald stays."""
    if not word.isupper() or word.endswith(".") or len(word) < 2:  # noqa: PLR2004
        return word
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def guessed_gender(surname: str, given: str, patronymic: str) -> Gender:
    """The gender a name tells: by patronymic, else given name, else surname."""
    second, first = patronymic.lower(), given.lower()
    if second.endswith(_DAUGHTER) or first in WOMEN:
        return Gender.FEMALE
    if second.endswith(_SON) or first in MEN:
        return Gender.MALE
    on_a = first.endswith(("а", "я", "a"))
    female = on_a or _FEMALE_SURNAME.fullmatch(surname.lower()) is not None
    return Gender.FEMALE if female else Gender.MALE


def language_of(text: str) -> Language:
    """The language of the letters."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    latin = sum("a" <= letter <= "z" for letter in letters)
    if latin * 2 > len(letters):
        return "en"
    return "be" if any(letter in "ўі" for letter in letters) else "ru"
