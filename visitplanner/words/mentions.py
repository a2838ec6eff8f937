# SPDX-License-Identifier: MIT
"""Names inside free texts: found in every case and style, with the title beside them.

What may mean somebody else is found too, but is not sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Case
from visitplanner.words.cases import post_title
from visitplanner.words.names import initials, name_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from visitplanner.domain.people import Person, Post
    from visitplanner.domain.text import Language

Cases = frozenset[Case]
_ALL: Final[Cases] = frozenset(Case)
_ORDER: Final = (Case.NOM, Case.GEN, Case.ACC, Case.DAT, Case.INS, Case.PREP)
"""The likelier case first, where the words leave several."""
_GOVERNED: Final[Mapping[str, Cases]] = {
    word: frozenset(cases)
    for words, cases in (
        ("от из до у для без вместо против имени участием", (Case.GEN,)),
        ("к ко по согласно предоставляется предоставить передается вручается", (Case.DAT,)),
        ("с со перед между вместе", (Case.INS,)),
        ("о об обо при", (Case.PREP,)),
        ("через про приветствует благодарит приглашает", (Case.ACC,)),
    )
    for word in words.split()
}
_GAP: Final = "[ \N{NO-BREAK SPACE}]"
_CAPITAL: Final = "А-ЯЁA-ZІЎ"
_WORD: Final = rf"{_CAPITAL}а-яёa-zіў’'ʼ"
_BEFORE: Final = rf"(?<![{_WORD}\-])"
_AFTER: Final = rf"(?![{_WORD}])(?!-[{_WORD}])"
_OTHER_RIGHT: Final = re.compile(rf"{_GAP}[{_CAPITAL}]\.{_GAP}?[{_CAPITAL}]?\.?")
_OTHER_LEFT: Final = re.compile(rf"(?<![{_WORD}])[{_CAPITAL}]\.{_GAP}?(?:[{_CAPITAL}]\.{_GAP}?)?$")
_LAST_WORD: Final = re.compile(rf"([{_WORD}-]+)(?:{_GAP}|[«(])*$")
_NEXT_NAME: Final = re.compile(rf"{_GAP}([{_CAPITAL}][а-яёa-zіў]+)")
_LAST_NAME: Final = re.compile(rf"([{_CAPITAL}][{_WORD}]+){_GAP}$")
_ADDRESS: Final = re.compile(r"(ый|ий|ой|ая|яя|ые|ие|ого|ому|Mr|Ms|Mrs|Dr)$")
_APPOSED: Final = f"{_GAP}?[,–—]{_GAP}|{_GAP}-{_GAP}"
_STEM: Final = 4


def flat(text: str) -> str:
    """The text as names are looked for, letter for letter at the same places."""
    return text.replace("ё", "е").replace("Ё", "Е")


@dataclass(frozen=True)
class Spoken:
    """Somebody texts may speak of: with his posts, and with what may be taken for him."""

    person: Person
    posts: tuple[Post, ...] = ()
    """The first is the one a newcomer is called by."""
    others: tuple[Person, ...] = ()
    """Everybody else, for those with the same name."""
    apart: tuple[str, ...] = field(default=(), compare=False)
    """Names of places and bodies: «памяти Героев» is not Mr Heroyev."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names somebody: the words, their shape, and the cases they may stand in."""

    start: int
    end: int
    shape: tuple[str, ...]
    """Parts and what stands between them in turn: "surname", " ", "given-initials" …"""
    cases: tuple[Case, ...]
    sure: bool
    post: str = ""
    """The title beside the name: "full" or "short", else empty."""
    upper: bool = False
    """The surname in capital letters."""


class _Parts:
    """The forms of one person's name in a language, and the patterns that find them."""

    def __init__(self, spoken: Spoken, language: Language) -> None:
        self.language: Final = language
        self.cases: Final = _ORDER if language == "ru" else (Case.NOM,)
        named = {case: name_parts(spoken.person, language, case) for case in self.cases}
        self.surname, self.given, self.patronymic = (
            _forms({case: parts[n] for case, parts in named.items()}) for n in range(3)
        )
        first, second = (initials(named[Case.NOM][n]) for n in (1, 2))
        self._first = re.escape(flat(first)).replace(r"\ ", f"{_GAP}?")
        self._second = re.escape(flat(second)) if second else rf"[{_CAPITAL}]\."
        self.has_initials: Final = bool(first)

    @cached_property
    def surnames(self) -> re.Pattern[str]:
        """Any form of the surname, also in capital letters."""
        return re.compile(f"{_BEFORE}({_any(self.surname, upper=True)}){_AFTER}")

    @cached_property
    def right(self) -> tuple[re.Pattern[str], ...]:
        """What may follow the surname."""
        given, second = _any(self.given), _any(self.patronymic)
        tail = f"(?:({_GAP}+)({second}){_AFTER})?" if second else "()()"
        found = [rf"({_GAP}+)({given}){_AFTER}{tail}"] if given else []
        if self.has_initials:
            found.append(rf"({_GAP}?)({self._first})(?:({_GAP}?)({self._second}))?(?![{_WORD}])")
        return tuple(re.compile(pattern) for pattern in found)

    @cached_property
    def left(self) -> tuple[re.Pattern[str], ...]:
        """What may stand before the surname."""
        given, second = _any(self.given), _any(self.patronymic)
        tail = f"(?:({_GAP}+)({second}))?" if second else "()()"
        found = [rf"{_BEFORE}({given}){tail}({_GAP}+)$"] if given else []
        if self.has_initials:
            alone = rf"(?<![{_WORD}.])(?<![{_CAPITAL}]\.{_GAP})"
            second = rf"(?:({_GAP}?)({self._second}))?"
            found.append(rf"{alone}({self._first}){second}({_GAP}?)$")
        return tuple(re.compile(pattern) for pattern in found)

    @cached_property
    def address(self) -> re.Pattern[str] | None:
        """Given name and patronymic alone, as one is spoken to."""
        given, second = _any(self.given), _any(self.patronymic)
        if not given or not second:
            return None
        return re.compile(f"{_BEFORE}({given})({_GAP}+)({second}){_AFTER}")

    def cases_of(self, part: str, word: str) -> Cases:
        """The cases a word may be of a part of the name."""
        forms = {"surname": self.surname, "given": self.given, "patronymic": self.patronymic}
        known = forms[part]
        return known.get(word) or known.get(_capitalised(word)) or _ALL


def _capitalised(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def _forms(named: Mapping[Case, str]) -> Mapping[str, Cases]:
    """Which cases a form may be."""
    found: dict[str, set[Case]] = {}
    for case, form in named.items():
        if form:
            found.setdefault(flat(form), set()).add(case)
    return {form: frozenset(cases) for form, cases in found.items()}


def _any(forms: Iterable[str], *, upper: bool = False) -> str:
    written = {*forms, *(form.upper() for form in forms if upper)}
    return "|".join(re.escape(form) for form in sorted(written, key=lambda f: (-len(f), f)))


class Seeker:
    """Finds one person in texts of one language."""

    def __init__(self, spoken: Spoken, language: Language) -> None:
        self._spoken: Final = spoken
        self._parts: Final = _Parts(spoken, language)
        own = name_parts(spoken.person, language)
        others = [name_parts(person, language) for person in spoken.others]
        self._namesake: Final = any(other[0] == own[0] for other in others)
        self._same_address: Final = any(other[1:] == own[1:] for other in others)
        self._apart: Final = _neighbours(spoken.apart, self._parts) if own[0] else frozenset()
        self._titles: Final = tuple(_titles(spoken.posts, language, self._parts.cases))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every mention in the order of the text."""
        plain = flat(text)
        found: list[Mention] = []
        if self._parts.surname:
            for match in self._parts.surnames.finditer(plain):
                mention = self._named(plain, match)
                if mention is not None and (not found or mention.start >= found[-1].end):
                    found.append(mention)
        found += self._addressed(plain, found)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _named(self, text: str, match: re.Match[str]) -> Mention | None:
        start, end = match.span()
        cases = self._parts.cases_of("surname", match[0])
        upper = match[0].isupper() and len(match[0]) > 1
        for pattern in self._parts.right:
            if (more := pattern.match(text, end)) is not None:
                shape, cases = self._shape(more, cases)
                return self._titled(text, start, more.end(), ("surname", *shape), cases, upper)
        for pattern in self._parts.left:
            if (more := pattern.search(text[:start])) is not None:
                groups = more.groups()
                shape, cases = self._shape_left(groups, cases)
                return self._titled(text, more.start(), end, (*shape, "surname"), cases, upper)
        if _OTHER_RIGHT.match(text, end) or _OTHER_LEFT.search(text[:start]):
            return None  # somebody else of this name
        return self._bare(text, start, end, cases, upper=upper)

    def _shape(self, more: re.Match[str], cases: Cases) -> tuple[tuple[str, ...], Cases]:
        """What follows the surname as parts."""
        first, given, second, patronymic = more.groups()
        shape: tuple[str, ...] = (first, _kind("given", given))
        cases = self._narrowed(cases, "given", given)
        if patronymic:
            shape = (*shape, second, _kind("patronymic", patronymic))
            cases = self._narrowed(cases, "patronymic", patronymic)
        return shape, cases

    def _shape_left(
        self, groups: tuple[str | None, ...], cases: Cases
    ) -> tuple[tuple[str, ...], Cases]:
        given, second, patronymic, last = groups
        shape: tuple[str, ...] = (_kind("given", given or ""),)
        cases = self._narrowed(cases, "given", given or "")
        if patronymic:
            shape = (*shape, second or "", _kind("patronymic", patronymic))
            cases = self._narrowed(cases, "patronymic", patronymic)
        return (*shape, last or ""), cases

    def _narrowed(self, cases: Cases, part: str, word: str) -> Cases:
        if word.endswith("."):
            return cases
        return cases & self._parts.cases_of(part, word) or cases

    def _bare(
        self, text: str, start: int, end: int, cases: Cases, *, upper: bool
    ) -> Mention | None:
        """A surname alone may be a common noun or somebody else's."""
        neighbour = _LAST_WORD.search(text[:start])
        if neighbour is not None and neighbour[1].lower()[:_STEM] in self._apart:
            return None
        found = self._titled(text, start, end, ("surname",), cases, upper)
        if found.post:
            return found
        beside = _NEXT_NAME.match(text, end) or _LAST_NAME.search(text[:start])
        doubtful = self._namesake or bool(beside) or bool(self._apart)
        return Mention(found.start, found.end, found.shape, found.cases, not doubtful, "", upper)

    def _titled(  # noqa: PLR0913, PLR0917 -- where and what
        self,
        text: str,
        start: int,
        end: int,
        shape: tuple[str, ...],
        cases: Cases,
        upper: bool,  # noqa: FBT001
    ) -> Mention:
        """Takes the title in that stands before or after the name."""
        length = ""
        for title, title_cases, size in self._titles:
            both = cases & title_cases
            before = text[:start].lower().replace("\N{NO-BREAK SPACE}", " ")
            if both and before[-1:] == " " and before.rstrip(" ").endswith(title):
                gap = text[len(before.rstrip(" ")) : start]
                start -= len(gap) + len(title)
                shape, cases, length = ("post", gap, *shape), both, size
                break
            after = re.compile(rf"({_APPOSED})({re.escape(title)}){_AFTER}", re.IGNORECASE)
            if (more := after.match(text, end)) is not None:
                dashed = "," not in more[1]
                if not (Case.NOM in title_cases if dashed else both):
                    continue
                end = more.end()
                shape = (*shape, more[1], "post-nominative" if dashed else "post")
                cases, length = cases if dashed else both, size
                break
        return Mention(start, end, shape, self._likely(text, start, cases), True, length, upper)

    def _likely(self, text: str, start: int, cases: Cases) -> tuple[Case, ...]:
        """The cases that are left by the word before, the likelier first."""
        word = _LAST_WORD.search(text[:start])
        governed = _GOVERNED.get(word[1].lower(), _ALL) if word is not None else _ALL
        left = cases & governed or cases
        return tuple(case for case in _ORDER if case in left)

    def _addressed(self, text: str, known: list[Mention]) -> Iterator[Mention]:
        """Given name and patronymic alone: «Уважаемый Александр Михайлович!»."""
        pattern = self._parts.address
        for match in pattern.finditer(text) if pattern is not None else ():
            start, end = match.span()
            if any(m.start < end and start < m.end for m in known):
                continue
            before = _LAST_NAME.search(text[:start])
            if _NEXT_NAME.match(text, end) or (before and not _ADDRESS.search(before[1])):
                continue  # somebody else of these names
            cases = self._parts.cases_of("given", match[1])
            cases = cases & self._parts.cases_of("patronymic", match[3]) or cases
            shape = ("given", match[2], "patronymic")
            likely = self._likely(text, start, cases)
            yield Mention(start, end, shape, likely, not self._same_address)


def _kind(part: str, word: str) -> str:
    return f"{part}-initials" if word.endswith(".") else part


def _neighbours(texts: Iterable[str], parts: _Parts) -> frozenset[str]:
    """Beginnings of the words that stand before the surname in names of places and bodies."""
    found = set()
    for text in map(flat, texts):
        for match in parts.surnames.finditer(text):
            word = _LAST_WORD.search(text[: match.start()])
            if word is not None:
                found.add(word[1].lower()[:_STEM])
    return frozenset(found)


def _titles(
    posts: Iterable[Post], language: Language, cases: Iterable[Case]
) -> Iterator[tuple[str, Cases, str]]:
    """The titles of posts in every case, the longest first."""
    found: dict[tuple[str, str], set[Case]] = {}
    for post in posts:
        for short in (False, True):
            if short and not post.short:
                continue
            for case in cases:
                title = flat(post_title(post, language, case, short=short)).lower()
                if title:
                    size = "short" if short else "full"
                    found.setdefault((title, size), set()).add(case)
    for (title, size), which in sorted(found.items(), key=lambda e: -len(e[0][0])):
        yield title, frozenset(which), size


def mentions(text: str, spoken: Spoken, language: Language = "ru") -> tuple[Mention, ...]:
    """Where a text names somebody."""
    return Seeker(spoken, language).mentions(text)
