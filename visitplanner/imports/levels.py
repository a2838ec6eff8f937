# SPDX-License-Identifier: MIT
"""What the words of a post tell: its level (protocol.md section 2.1) and the person's role."""

from __future__ import annotations

import re
from typing import Final

from visitplanner.domain.people import MemberRole

_EXPERT: Final = 7
_DEPUTY: Final = re.compile(
    r"\b(заместител|зам\.|первый зам|вице-|віцэ-|намеснік|deputy|vice)", re.IGNORECASE
)
_ACTING: Final = re.compile(
    r"^(временно )?(исполняющ\w+ обязанности|врио|врид|и\.\s?о\.|в\.\s?а\.|acting)\s+",
    re.IGNORECASE,
)


def _any(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_DRIVER: Final = _any(r"водител|вадзіцел|\bdriver")
_GUARD: Final = _any(
    r"охран(?!ы (труда|здоровья|окружающей|природ))|ахов(?!ы (працы|здароўя))"
    r"|телохранител|security (officer|guard)|bodyguard"
)
_INTERPRETER: Final = _any(r"переводчи|перакладчы|interpreter|translator")
_PRESS: Final = _any(
    r"журналист|корреспондент|фотограф|оператор\b|видеооператор|журналіст|карэспандэнт|аператар"
    r"|journalist|correspondent|photographer|cameraman"
)
_HELPER: Final = _any(
    r"помощник|советник|консультант|специалист|эксперт|референт|секретар|пресс-служб|памочнік"
    r"|саветнік|спецыяліст|assistant|adviser|advisor|expert|aide|secretary"
)
_SECTION: Final = _any(
    r"(начальник|заведующ\w+|руководител\w|head|chief)\b.*\b(отдел|сектор|section|division)"
)
_REGION_HEAD: Final = _any(
    r"^губернатор\w?\b|^губернатар\w?\b|^президент\b|^премьер-министр"
    r"|^глава (республики|администрации .*области|.*\b(области|края)\b)"
    r"|^председател\w*( \w+)? (областного исполнительного комитета|облисполкома)"
    r"|^старшын\w( \w+)? (абласнога выканаўчага камітэта|аблвыканкама)"
    r"|^governor\b|^chair(man|woman|person)?,? (of )?(the )?(\w+ )?regional executive committee"
)
_LEGISLATURE: Final = _any(
    r"^председател\w* .*(областн\w+ думы|законодательн\w+ собрани|областного совета депутатов)"
    r"|федеральн\w+ инспектор|^сенатор|^член совета федерации|^депутат государственной думы"
    r"|^старшын\w .*савета дэпутатаў|^senator|^speaker|полномочн\w+ посол"
)
_GOVERNMENT: Final = _any(
    r"губернатор|правительства|областного исполнительного комитета|облисполком"
    r"|аблвыканкам|абласнога выканаўчага|regional executive committee|governor|government"
)
_MINISTER: Final = _any(
    r"^министр|^міністр|^minister"
    r"|^(начальник|директор|руководител\w)\s+(главного управления|департамента|управления)"
    r"|^(начальнік|дырэктар|кіраўнік)\s+(галоўнага ўпраўлення|дэпартамента|ўпраўлення)"
    r"|^председател\w* .*комитета|^старшын\w .*камітэта|консул\b"
    r"|^head of (the )?(main )?(department|directorate|committee)"
    r"|^chair(man|woman|person)?,? of the committee"
)
_CITY_HEAD: Final = _any(
    r"^глава (города|района|муниципальн|.*округа|администрации|г\.)|^мэр\b|горисполком|райисполком"
    r"|(городского|районного) исполнительного комитета|гарвыканкам"
    r"|кіраўнік горада|гарадскога выканаўчага"
    r"|\bmayor|(city|district) executive committee|head of the (city|district)"
)
_DIRECTOR: Final = _any(
    r"директор|ректор\b|управляющ|начальник|руководител|председател|декан|главный врач"
    r"|дырэктар|рэктар|кіраўнік|director|rector|chief executive|head\b"
)
_OF_AN_OFFICE: Final = _any(
    r"министр|начальник|директор|главы|міністр|minister|director|head of|комитета (?!\w*\s*облисп)"
)
_FIRST: Final = _any(r"^(первый|першы|first)\s+")


def guessed_level(title: str) -> int:
    """1 (head of a region) to 9 (driver, security); 7 where the words say nothing."""
    title = _ACTING.sub("", " ".join(title.split()))
    if _DRIVER.search(title) or _GUARD.search(title):
        return 9
    if _INTERPRETER.search(title) or _PRESS.search(title):
        return _EXPERT
    if _DEPUTY.match(title):
        return _deputy(title)
    if _HELPER.match(title) or _SECTION.search(title):
        return _EXPERT
    for pattern, level in (
        (_CITY_HEAD, 5),
        (_LEGISLATURE, 2),
        (_REGION_HEAD, 1),
        (_MINISTER, 4),
        (_DIRECTOR, 6),
    ):
        if pattern.search(title):
            return level
    return _EXPERT


def _deputy(title: str) -> int:
    """Deputies of heads of a region and of its legislature are 3, of all others 6."""
    chief = _FIRST.sub("", title)
    governs = _GOVERNMENT.search(chief) or _LEGISLATURE.search(chief)
    if governs and not _OF_AN_OFFICE.search(chief) and not _CITY_HEAD.search(chief):
        return 3
    return 6


def guessed_role(title: str) -> MemberRole:
    """What a person is in the delegation by the words of the post."""
    for pattern, role in (
        (_DRIVER, MemberRole.DRIVER),
        (_GUARD, MemberRole.SECURITY),
        (_INTERPRETER, MemberRole.INTERPRETER),
        (_PRESS, MemberRole.PRESS),
    ):
        if pattern.search(title):
            return role
    return MemberRole.MEMBER
