# SPDX-License-Identifier: MIT
"""Endings of single Russian words: adjectives and nouns in six cases, singular and plural."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from visitplanner.domain.text import Case

Endings = Mapping[Case, str]
_CASES: Final = (Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.PREP)


def words(written: str) -> tuple[str, ...]:
    """The words of a written list."""
    return tuple(written.split())


def _endings(written: str) -> Endings:
    """Genitive, dative, accusative, instrumental, prepositional; "-" is no ending."""
    return dict(zip(_CASES, written.replace("-", "").split(" "), strict=True))


_HARD: Final = _endings("а у а ом е")
_HARD_HISS: Final = _endings("а у а ем е")
_SOFT: Final = _endings("я ю я ем е")
_SOFT_IY: Final = _endings("я ю я ем и")
_SOFT_STRESSED: Final = _endings("я ю я ём е")
_A: Final = _endings("ы е у ой е")
_A_KGH: Final = _endings("и е у ой е")
_A_HISS: Final = _endings("и е у ей е")
_A_TS: Final = _endings("ы е у ей е")
_YA: Final = _endings("и е ю ей е")
_IYA: Final = _endings("и и ю ей и")
_FEMININE_SOFT: Final = _endings("и и ь ью и")
_O: Final = _endings("а у о ом е")
_E: Final = _endings("я ю е ем е")
_IYE: Final = _endings("я ю е ем и")
_PLURAL: Final = _endings("ов ам ов ами ах")
_PLURAL_SOFT: Final = _endings("ей ям ей ями ях")
_PLURAL_BARE: Final = _endings("- ам - ами ах")

# Masculine nouns whose stem changes, or whose ending carries the stress.
_IRREGULAR: Final[Mapping[str, tuple[str, Endings]]] = {
    "посол": ("посл", _HARD),
    "боец": ("бойц", _HARD),
    "отец": ("отц", _HARD),
    "дворец": ("дворц", _HARD),
    "врач": ("врач", _HARD),
    "рынок": ("рынк", _HARD),
    "посёлок": ("посёлк", _HARD),
    "городок": ("городк", _HARD),
    "секретарь": ("секретар", _SOFT_STRESSED),
    "кремль": ("кремл", _SOFT_STRESSED),
    "монастырь": ("монастыр", _SOFT_STRESSED),
    "судья": ("судь", _endings("и е ю ёй е")),
    "путь": ("пут", _endings("и и ь ём и")),
    "церковь": ("церк", _endings("ви ви овь овью ви")),
}
PLURALS: Final[Mapping[str, tuple[str, Endings]]] = {
    "члены": ("член", _PLURAL),
    "журналисты": ("журналист", _PLURAL),
    "участники": ("участник", _PLURAL),
    "сотрудники": ("сотрудник", _PLURAL),
    "переводчики": ("переводчик", _PLURAL),
    "помощники": ("помощник", _PLURAL),
    "советники": ("советник", _PLURAL),
    "заместители": ("заместител", _PLURAL_SOFT),
    "водители": ("водител", _PLURAL_SOFT),
    "представители": ("представител", _PLURAL_SOFT),
    "руководители": ("руководител", _PLURAL_SOFT),
    "председатели": ("председател", _PLURAL_SOFT),
    "сопредседатели": ("сопредседател", _PLURAL_SOFT),
    "гости": ("гост", _PLURAL_SOFT),
    "главы": ("глав", _PLURAL_BARE),
    "лица": ("лиц", _PLURAL_BARE),
}
FEMININE_SOFT_NOUNS: Final = frozenset(words("область площадь сеть часть крепость"))
_INDECLINABLE: Final = frozenset(words("атташе портье конферансье"))

_ADJECTIVES: Final[Mapping[str, Endings]] = {
    "ый": _endings("ого ому ого ым ом"),
    "ий": _endings("его ему его им ем"),
    "ая": _endings("ой ой ую ой ой"),
    "яя": _endings("ей ей юю ей ей"),
    "ые": _endings("ых ым ых ыми ых"),
    "ие": _endings("их им их ими их"),
}
_SAME_AS: Final = {"ой": "ый", "ое": "ый", "ее": "ий"}
_ADJECTIVE_KGH: Final = _endings("ого ому ого им ом")
_ADJECTIVE_FEMININE_HISS: Final = _endings("ей ей ую ей ей")
_ADJECTIVE_THIRD: Final = _endings("ьего ьему ьего ьим ьем")
ADJECTIVE_ENDINGS: Final = (*_ADJECTIVES, *_SAME_AS)


def decline_adjective(word: str, case: Case) -> str:
    """An adjective, by the ending of its nominative; masculine ones as of a person."""
    stem, ending = word[:-2], word[-2:].lower()
    before = stem[-1:].lower()
    if word.lower() == "третий":
        return stem + _ADJECTIVE_THIRD[case]
    ending = _SAME_AS.get(ending, ending)
    if ending in {"ый", "ий"} and before in "гкх":
        return stem + _ADJECTIVE_KGH[case]
    if ending == "ая" and before in "жшчщ":
        return stem + _ADJECTIVE_FEMININE_HISS[case]
    return stem + _ADJECTIVES[ending][case]


def decline_noun(word: str, case: Case) -> str:
    """A noun; a masculine one has the accusative of a person."""
    low = word.lower()
    if low in _INDECLINABLE:
        return word
    known = _IRREGULAR.get(low) or PLURALS.get(low)
    if known is not None:
        stem, table = known
        return word[0] + stem[1:] + table[case]
    if "-" in low:
        first, _, last = word.rpartition("-")
        if first.lower() == "член":
            first = decline_noun(first, case)
        return f"{first}-{decline_noun(last, case)}"
    stem, endings = _regular(word)
    return stem + endings[case] if endings else word


def _regular(word: str) -> tuple[str, Endings | None]:
    """Stem and endings of a noun by its last letters; no endings when it does not decline."""
    low = word.lower()
    if low[-1] in "уиюэыё":
        return word, None
    if low.endswith("ец"):
        return f"{word[:-2]}ц", _HARD_HISS
    if low[-1] in "ьайяео":
        return word[:-1], _vowel_endings(low)
    return word, _HARD_HISS if low[-1] in "жшщцч" else _HARD


def _vowel_endings(low: str) -> Endings:
    """Endings that replace the last letter of a noun."""
    before, last = low[-2:-1], low[-1]
    if last == "а":
        return _A_AFTER.get(before, _A)
    if before == "и" and last in _AFTER_I:
        return _AFTER_I[last]
    if low in FEMININE_SOFT_NOUNS:
        return _FEMININE_SOFT
    return {"ь": _SOFT, "й": _SOFT, "я": _YA, "е": _E, "о": _O}[last]


_AFTER_I: Final = {"й": _SOFT_IY, "я": _IYA, "е": _IYE}
_A_AFTER: Final = {
    **dict.fromkeys("гкх", _A_KGH),
    **dict.fromkeys("жшчщ", _A_HISS),
    "ц": _A_TS,
}
