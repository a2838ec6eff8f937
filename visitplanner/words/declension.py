# SPDX-License-Identifier: MIT
"""Russian case forms of posts, bodies and places: the head noun declines, its adjectives with it.

«Губернатор Смоленской области» becomes «Губернатору Смоленской области»: what follows the head
noun is its attribute and stays as it is. What is not recognised stays in the nominative.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from visitplanner.domain.text import Case
from visitplanner.words.endings import (
    ADJECTIVE_ENDINGS,
    FEMININE_SOFT_NOUNS,
    PLURALS,
    decline_adjective,
    decline_noun,
    words,
)

_PERSONS: Final = frozenset(
    words(
        "агроном академик архиепископ архитектор атташе боец врач глава декан депутат доцент"
        " епископ командир консул мастер механик министр митрополит мэр настоятель отец офицер"
        " полковник посол президент прокурор профессор секретарь спикер староста старшина"
        " судья хирург член"
    )
)
_PERSON_SUFFIXES: Final = words(
    "тель ник ор ёр ер ист лог ант ент арь граф ир ал вод ач арх мен чик щик ат от ица"
)
# Adjectives and participles that stand for a person or a place by themselves.
_SUBSTANTIVES: Final = frozenset(
    words(
        "ведущая ведущий дежурная дежурный заведующая заведующий исполняющая исполняющий"
        " командующая командующий набережная поверенный приёмная сопровождающая сопровождающий"
        " управляющая управляющий уполномоченная уполномоченный"
    )
)
_ADVERBS: Final = frozenset(words("временно особо"))
_BODIES: Final = frozenset(
    words(
        "администрация академия ассамблея ассоциация аэропорт бассейн больница бульвар вокзал"
        " выставка галерея гимназия город городок гостиница граница группа двор дворец"
        " делегация департамент дом дума завод зал здание институт исполком кабинет канцелярия"
        " кафедра коллегия колледж комбинат комиссия комитет компания комплекс консульство"
        " концерн корпорация корпус кремль лицей мемориал министерство монастырь мост музей"
        " мэрия округ отдел отель охрана павильон палата парк площадка посольство пост посёлок"
        " предприятие пресса прокуратура проспект пункт район республика ресторан рынок сад"
        " санаторий село сквер склад служба собор совет стадион станция сторона театр терминал"
        " технопарк улица университет управа участок училище учреждение фабрика федерация"
        " ферма филармония фонд форум хозяйство холл храм центр церковь цех школа"
    )
)
_BODY_SUFFIXES: Final = words("ство ение ание ск цк град бург")
# Nouns of places with a small letter inside a sentence: «в сквере памяти Героев».
_GENERIC_PLACES: Final = frozenset(
    words(
        "аэропорт бульвар вокзал гостиница граница завод зал комбинат мемориал монастырь мост"
        " музей набережная отель парк площадка площадь предприятие проспект пункт ресторан рынок"
        " сад санаторий сквер склад стадион станция театр терминал технопарк улица университет"
        " фабрика ферма холл храм центр цех школа"
    )
)
# Places one is «на», not «в».
_SURFACES: Final = frozenset(
    words(
        "бульвар вокзал выставка граница завод кафедра комбинат мост набережная площадка площадь"
        " пост предприятие проспект рынок склад стадион станция улица фабрика ферма"
    )
)
_SHORTEST_ADJECTIVE: Final = 4
_ABBREVIATED: Final = re.compile(r"\s*(врио|врид|и\.\s?о\.|и/о)(?=\s|$)", re.IGNORECASE)
_SECOND_TITLE: Final = re.compile(r"( [–—-] )")
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


def decline_post(title: str, case: Case) -> str:
    """A post in a case; «и. о. …» is followed by the genitive already and stays."""
    if case is Case.NOM or _ABBREVIATED.match(title):
        return title
    return _post(title, case)


@lru_cache(maxsize=4096)
def _post(title: str, case: Case) -> str:
    parts = _SECOND_TITLE.split(title)
    # «заместитель Губернатора – министр …»: both decline when both begin with a person.
    for index in range(0, len(parts), 2):
        parts[index] = _phrase(parts[index], case, animate=True)
    return "".join(parts)


def decline_body(name: str, case: Case) -> str:
    """The name of a body, group or place in a case, as far as its head noun is known."""
    return name if case is Case.NOM else _body(name, case)


@lru_cache(maxsize=4096)
def _body(name: str, case: Case) -> str:
    return _phrase(name, case, animate=False)


def place_head(name: str) -> str | None:
    """The head noun of a place's name in small letters, when it is one we can decline."""
    parts = name.split(" ")
    head = _head(parts, animate=False)
    return parts[head].lower() if head is not None else None


def is_generic_place(noun: str) -> bool:
    """Whether a noun of place takes a small letter inside a sentence."""
    return noun in _GENERIC_PLACES


def is_surface(noun: str) -> bool:
    """Whether one is «на» such a place: «на площади», «на предприятии»."""
    return noun in _SURFACES


def _phrase(phrase: str, case: Case, *, animate: bool) -> str:
    parts = phrase.split(" ")
    head = _head(parts, animate=animate)
    if head is None:
        return phrase
    noun = parts[head].lower()
    if case is Case.ACC and _accusative_is_nominative(noun, animate=animate):
        return phrase
    for index in range(head):
        if parts[index].lower() not in _ADVERBS:
            parts[index] = decline_adjective(parts[index], case)
    parts[head] = _declined_head(parts[head], case)
    if noun == "город" and head + 2 == len(parts):
        parts[head + 1] = _town(parts[head + 1], case)
    return " ".join(parts)


def _declined_head(word: str, case: Case) -> str:
    is_noun = not _is_adjective(word.lower())
    return decline_noun(word, case) if is_noun else decline_adjective(word, case)


def _accusative_is_nominative(noun: str, *, animate: bool) -> bool:
    """Things of masculine and neuter gender: «через Дом Правительства»."""
    feminine = noun.endswith(("а", "я")) or noun in FEMININE_SOFT_NOUNS
    return not (animate or feminine or noun in PLURALS)


def _head(parts: list[str], *, animate: bool) -> int | None:
    """Where the head noun stands: after its adjectives, or an adjective used as a noun."""
    for index, word in enumerate(parts):
        low = word.lower()
        if _CYRILLIC.fullmatch(word) is None or (word.isupper() and len(word) > 1):
            return None
        if low in _ADVERBS:
            continue
        if not _is_adjective(low):
            return index if _is_known(low, animate=animate) else None
        following = parts[index + 1].lower() if index + 1 < len(parts) else ""
        qualifies = _is_adjective(following) or _is_known(following, animate=animate)
        if low in _SUBSTANTIVES and not qualifies:
            return index
    return None


def _is_adjective(low: str) -> bool:
    return (
        len(low) >= _SHORTEST_ADJECTIVE
        and low.endswith(ADJECTIVE_ENDINGS)
        and low not in _BODIES
        and not low.endswith(("ение", "ание", "ятие", "ствие"))
    )


def _is_known(low: str, *, animate: bool) -> bool:
    """Whether the word is a noun of a person, or else of a body, place or group."""
    tail = low.rpartition("-")[2]
    if low in PLURALS:
        return True
    if animate:
        return tail in _PERSONS or low.endswith(_PERSON_SUFFIXES)
    return tail in _BODIES | FEMININE_SOFT_NOUNS or low.endswith(_BODY_SUFFIXES)


def _town(word: str, case: Case) -> str:
    """«города Смоленска»: the town's own name declines with the word «город»."""
    if _CYRILLIC.fullmatch(word) is None or word[-1] in "оеиуэю":
        return word
    return _declined_head(word, case)
