# SPDX-License-Identifier: MIT
"""Names inside free texts put in the place of others, in the same case and style.

«слово предоставляется председателю … Субботину А.М.» with a newcomer becomes «… Лукашевичу П.О.»:
case, order, initials and spaces stay as the writer had them. What may stand in several cases that
differ for the newcomer is not sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.people import Gender
from visitplanner.domain.text import LANGUAGES, Case, Language, Text
from visitplanner.words.cases import post_title
from visitplanner.words.mentions import Seeker
from visitplanner.words.names import initials, name_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.words.mentions import Mention, Spoken

_SHORT: Final = 4
# How people are addressed: for a man, for a woman.
_ADDRESSES: Final = (
    *(("Уважаемый", "Уважаемая"), ("Глубокоуважаемый", "Глубокоуважаемая")),
    *(("Многоуважаемый", "Многоуважаемая"), ("Дорогой", "Дорогая"), ("Mr", "Ms"), ("Mr.", "Ms.")),
)
_TITLES: Final[Mapping[Case, tuple[str, str]]] = {
    Case.NOM: ("господин", "госпожа"),
    Case.GEN: ("господина", "госпожи"),
    Case.DAT: ("господину", "госпоже"),
    Case.ACC: ("господина", "госпожу"),
    Case.INS: ("господином", "госпожой"),
    Case.PREP: ("господине", "госпоже"),
}
_BEGINNING: Final = re.compile(r"(^|[.!?…]|\n)[\s«„“(\"–—]*$")
_ADDRESSED: Final = re.compile(r"([\w.-]+)[ \N{NO-BREAK SPACE}]$")


@dataclass(frozen=True, slots=True)
class Change:
    """One mention before and after, with some words around."""

    language: Language
    before: str
    after: str
    around: tuple[str, str]
    sure: bool


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A text as it is to be, and what is changed in it."""

    text: Text | str
    changes: tuple[Change, ...]

    @property
    def sure(self) -> bool:
        """Whether nothing in it is doubtful."""
        return all(change.sure for change in self.changes)


class Rewriter:
    """Puts another name where somebody is named, in the same case and style."""

    def __init__(self, old: Spoken, new: Spoken) -> None:
        self._old: Final = old.person
        self._new: Final = new
        self._seekers: Final = {language: Seeker(old, language) for language in LANGUAGES}
        self._stems: Final = _stem(old.person.surname.be)

    def rewriting(self, text: Text | str) -> Rewriting | None:
        """The text rewritten; None when it does not name him."""
        if isinstance(text, str):
            return self._string(text)
        changes: list[Change] = []
        fresh: dict[str, object] = {}
        stale = set(text.stale)
        for language in LANGUAGES:
            own = text.own(language)
            written, made = self._rewritten(own, language) if own else ("", [])
            if made:
                fresh[language] = written
                changes += made
            elif language == "be" and self._stems and self._stems in own:
                stale.add(language)  # named in a case that is not generated
        if not changes:
            return None
        order = tuple(language for language in LANGUAGES if language in stale)
        return Rewriting(replace(text, **fresh, stale=order), tuple(changes))

    def _string(self, text: str) -> Rewriting | None:
        for language in LANGUAGES:
            written, made = self._rewritten(text, language)
            if made:
                return Rewriting(written, tuple(made))
        return None

    def _rewritten(self, text: str, language: Language) -> tuple[str, list[Change]]:
        made: list[Change] = []
        pieces: list[str] = []
        place = 0
        for mention in self._seekers[language].mentions(text):
            start, address = self._address(text[: mention.start], mention.cases[0])
            before = text[start : mention.end]
            versions = [address + self.named(mention, language, case) for case in mention.cases]
            after = _begun(versions[0], before, text[:start])
            pieces += [text[place:start], after]
            place = mention.end
            around = (_words(text[:start], -3), _words(text[mention.end :], 3))
            sure = mention.sure and len(set(versions)) == 1
            made.append(Change(language, before, after, around, sure))
        return "".join((*pieces, text[place:])), made

    def _address(self, before: str, case: Case) -> tuple[int, str]:
        """Where the word of address before the name begins, and as it is for the newcomer."""
        word = _ADDRESSED.search(before)
        if word is None or self._old.gender is self._new.person.gender:
            return len(before), ""
        woman = self._new.person.gender is Gender.FEMALE
        for man_woman in (*_ADDRESSES, _TITLES[case]):
            if word[1].lower() == man_woman[not woman].lower():
                fresh = man_woman[woman]
                fresh = fresh.capitalize() if word[1][0].isupper() else fresh.lower()
                return word.start(), fresh + word[0][len(word[1]) :]
        return len(before), ""

    def named(self, mention: Mention, language: Language, case: Case) -> str:
        """The newcomer in the shape of a mention."""
        surname, given, patronymic = name_parts(self._new.person, language, case)
        parts = {
            "surname": surname.upper() if mention.upper else surname,
            "given": given,
            "patronymic": patronymic,
            "given-initials": initials(given),
            "patronymic-initials": initials(patronymic),
            "post": self._title(mention, language, case),
            "post-nominative": self._title(mention, language, Case.NOM),
        }
        found: list[str] = []
        gap = ""
        for number, piece in enumerate(mention.shape):
            if number % 2:
                gap = piece
                continue
            word = parts[piece]
            if word:
                found += [gap or " " if found and not _initialled(found[-1], word) else gap, word]
        return "".join(found[1:])

    def _title(self, mention: Mention, language: Language, case: Case) -> str:
        if not self._new.posts or not mention.post:
            return ""
        return post_title(self._new.posts[0], language, case, short=mention.post == "short")


def _initialled(before: str, after: str) -> bool:
    """Whether nothing need stand between: «А.М. Субботин»."""
    return before.endswith(".") or after.endswith(".")


def _begun(after: str, before: str, text_before: str) -> str:
    """With a capital letter where it begins a sentence that had one; else as its side writes."""
    if before[:1].isupper() and after[:1].islower() and _BEGINNING.search(text_before):
        return after[:1].upper() + after[1:]
    return after


def _words(text: str, count: int) -> str:
    """Some words at the edge of a text."""
    words = text.split(" ")
    near = words[count - 1 :] if count < 0 else words[: count + 1]
    return " ".join(near)


def _stem(surname: str) -> str:
    return surname[:-1] if len(surname) > _SHORT else surname


def rewritten(text: Text | str, old: Spoken, new: Spoken) -> Text | str:
    """The text with one name in the place of the other."""
    found = Rewriter(old, new).rewriting(text)
    return text if found is None else found.text
