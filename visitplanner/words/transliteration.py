# SPDX-License-Identifier: MIT
"""Cyrillic names in Latin letters, as passports write them (ICAO Doc 9303, part 3, section 6)."""

from __future__ import annotations

from typing import Final

_CYRILLIC: Final = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўґ"
_LATIN: Final = (
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia i u g"
).replace("-", "")
_LETTERS: Final = dict(zip(_CYRILLIC, _LATIN.split(" "), strict=True)) | dict.fromkeys("'’ʼ", "")


def latin(name: str) -> str:
    """The name letter by letter; letters that are not Cyrillic stay."""
    return "".join(_letter(name, index) for index in range(len(name)))


def _letter(name: str, index: int) -> str:
    letter = name[index]
    low = letter.lower()
    if low not in _LETTERS:
        return letter
    found = _LETTERS[low]
    if letter == low:
        return found
    neighbour = name[index + 1 : index + 2] or name[index - 1 : index]
    return found.upper() if neighbour.isupper() else found.capitalize()
