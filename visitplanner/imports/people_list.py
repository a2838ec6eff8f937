# SPDX-License-Identifier: MIT
"""A pasted letter with lists of people becomes proposals; nothing is taken before it is seen.

«1. Субботин Александр Михайлович – председатель …», «СУББОТИН А. М., председатель …», columns from
Excel, names and posts on lines of their own, broken lines, headings that name the delegation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import Acting, MemberRole
from visitplanner.imports.acting import acting_of
from visitplanner.imports.full_names import FullName, name_at
from visitplanner.imports.levels import guessed_level, guessed_role
from visitplanner.words.catalogue import N_
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

UNSURE_NAME: Final = N_("Which word is the surname?")
NO_POST: Final = N_("No post is named.")
TWICE: Final = N_("This name stands in the list twice.")

_SEPARATOR: Final = re.compile(r"\s*(?:[–—−‐-]+|[,:;]|\t|\.(?=\s))\s*")
_NUMBER: Final = re.compile(r"(?:№\s*)?(\d{1,3})(?:\s*[.)]\s*|\s*\t\s*|\s+(?=[A-ZА-ЯЁІЎ]))")
_BULLET: Final = re.compile(r"[•·▪●*–—-]\s+|\d{1,3}\.\d{1,3}\.?\s+")
_HEADING: Final = re.compile(
    r"делегац|список|состав|участник|представител|сторон[аыу]\b|сопровожда|члены|дэлегац|спіс|склад"
    r"|удзельнік|бок\b|delegation|\blist\b|members|participants|\bside\b",
    re.IGNORECASE,
)
_HEADERS: Final = frozenset(
    folded(cell)
    for cell in (
        *("№", "№ п/п", "n", "no", "#", "фио", "ф.и.о.", "фамилия, имя, отчество", "фамилия"),
        *("имя", "отчество", "имя, отчество", "имя отчество", "должность", "пасада", "прозвішча"),
        *("name", "full name", "surname", "given name", "post", "position", "title", "п/п"),
        *("занимаемая должность", "телефон", "phone", "e-mail", "примечание", "место работы"),
    )
)
_HEAD: Final = re.compile(
    r"[\s,;(–—-]*\b(глава|руководитель|кіраўнік|head)( of)?( the)?"
    r" (делегации|дэлегацыі|delegation)\)?",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(
    r"[\s,;]*\((?:по согласованию|па ўзгадненні|tbc|to be confirmed)\)", re.IGNORECASE
)
_PHONE: Final = re.compile(
    r"[\s,;(]*(?:тел|моб|phone|tel|т)?\.?:?\s*(\+?\d[\d\s()–-]{8,16}\d)\)?", re.IGNORECASE
)
_EMAIL: Final = re.compile(r"[\s,;(]*([\w.+-]+@[\w-]+\.[\w.-]*\w)\)?")
_SURNAME_ALONE: Final = re.compile(r"[A-ZА-ЯЁІЎ]{2,}(?:-[A-ZА-ЯЁІЎ]{2,})*")
_STRAY: Final = re.compile("[\u200b\u200c\u200d\ufeff\u00ad]")
_CLOSING: Final = re.compile(
    r"(с (глубоким )?уважением|з павагай|искренне|исп\.|исполнитель|приложение|просим|прошу|просьба"
    r"|sincerely|yours|best regards|kind regards)\b",
    re.IGNORECASE,
)
_SHORT_WORD: Final = 4


@dataclass(frozen=True, slots=True)
class Proposed:
    """Somebody a list names, as understood."""

    name: FullName
    post: str = ""
    acting: Acting = Acting.NONE
    level: int = 7
    role: MemberRole = MemberRole.MEMBER
    head: bool = False
    """The list itself calls him the head."""
    phone: str = ""
    email: str = ""
    doubts: tuple[str, ...] = ()
    """What should be looked at, as msgids."""


@dataclass(frozen=True, slots=True)
class ProposedList:
    """The people under one heading, in their order."""

    heading: str
    people: tuple[Proposed, ...]


@dataclass
class _Open:
    """Somebody whose post may go on in the next line."""

    name: FullName
    post: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int | None
    """The number it begins with."""
    apart: bool
    """An empty line stands before it."""
    following: int | None = None
    """The number of the next line that has one."""


def read_letter(text: str) -> tuple[ProposedList, ...]:
    """The lists of people in a letter; none when it names nobody."""
    reader = _Reader(tuple(_lines(text)))
    return tuple(
        ProposedList(heading, _checked(people)) for heading, people in reader.lists() if people
    )


def _lines(text: str) -> Iterator[_Line]:
    """The lines that say something, without their numbers."""
    found: list[_Line] = []
    apart = True
    for raw in _STRAY.sub("", text).replace("\N{NO-BREAK SPACE}", " ").splitlines():
        line = raw.strip(" \r")
        if not line.strip():
            apart = True
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1 and all(not c or folded(c).rstrip(".") in _HEADERS for c in cells):
            continue  # the heading row of a table
        number = _NUMBER.match(line.lstrip("\t"))
        rest = line.lstrip("\t")
        if number is not None:
            rest = rest[number.end() :]
        elif (bullet := _BULLET.match(rest)) is not None:
            rest = rest[bullet.end() :]
        found.append(_Line(rest.strip(), int(number[1]) if number else None, apart))
        apart = False
    following: int | None = None
    for place in range(len(found) - 1, -1, -1):
        found[place] = replace(found[place], following=following)
        following = found[place].number if found[place].number is not None else following
    yield from found


class _Reader:
    """Goes through the lines of a letter."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines: Final = lines
        named = [line for line in lines if _person(line.text) is not None]
        numbered = sum(line.number is not None for line in named)
        self._numbered: Final = numbered * 2 > len(named)
        self._lists: list[tuple[str, list[_Open]]] = [("", [])]
        self._surname = ""
        self._last = 0
        self._closed = False

    def lists(self) -> list[tuple[str, list[_Open]]]:
        """Headings with the people under them."""
        for line in self._lines:
            self._take(line)
        return self._lists

    @property
    def _people(self) -> list[_Open]:
        return self._lists[-1][1]

    def _take(self, line: _Line) -> None:
        self._closed = line.number is None and (
            self._closed or _CLOSING.match(line.text) is not None
        )
        if self._closed and not (line.text.endswith(":") or line.following == 1):
            return
        if self._surname:
            text, self._surname = f"{self._surname} {line.text}", ""
            person = _person(text)
            if person is not None:
                self._add(line, person)
                return
        if _SURNAME_ALONE.fullmatch(line.text) and not self._goes_on(line):
            self._surname = line.text
            return
        person = None if self._numbered and line.number is None else _person(line.text)
        if person is not None and not (line.number is None and self._continues(line, person)):
            self._add(line, person)
        elif self._is_heading(line):
            self._lists.append((line.text.rstrip(" :"), []))
            self._last = 0
        elif self._people:
            last = self._people[-1]
            last.post = _joined(last.post, line.text)

    def _goes_on(self, line: _Line) -> bool:
        """Whether a word in capital letters may be part of a post, such as «МЧС»."""
        return bool(self._people) and not line.apart and len(line.text) <= _SHORT_WORD

    def _add(self, line: _Line, person: _Open) -> None:
        if line.number is not None:
            if line.number <= self._last and self._people:
                self._lists.append(("", []))  # numbers begin anew
            self._last = line.number
        self._people.append(person)

    def _continues(self, line: _Line, person: _Open) -> bool:
        """«Республики Беларусь» under a post is no name."""
        if line.apart or not self._people or person.name.sure:
            return False
        return not person.post

    def _is_heading(self, line: _Line) -> bool:
        if line.number is not None and not line.text.endswith(":"):
            return False
        begins = line.text[:1].isupper()
        if not self._people:
            return begins or line.text.endswith(":")
        if line.text.endswith(":") or (begins and _HEADING.search(line.text) and line.apart):
            return True
        restarts = self._numbered and line.following == 1
        if restarts and begins and (line.apart or bool(_HEADING.search(line.text))):
            return True
        return begins and line.apart and bool(self._people[-1].post) and not self._numbered


def _person(text: str) -> _Open | None:
    """Name and post of a line: name first, else name last."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    if len(cells) > 1:
        return _from_cells(cells)
    found = name_at(text)
    if found is not None:
        name, end = found
        rest = text[end:]
        if not rest.strip(" .,;:–—-"):
            return _Open(name, "")
        separator = _SEPARATOR.match(rest)
        if separator is not None and separator.end():
            return _Open(name, rest[separator.end() :])
        if rest.lstrip()[:1] == "(":
            return _Open(name, rest.strip().strip("()"))
        if name.patronymic and name.sure and rest[:1] == " " and rest.lstrip()[:1].islower():
            return _Open(name, rest.strip())
    return _post_first(text)


def _post_first(text: str) -> _Open | None:
    """«Председатель … – Субботин Александр Михайлович»."""
    for dash in reversed(list(re.finditer(r"\s[–—-]\s|:\s", text))):
        found = name_at(text[dash.end() :])
        if found is not None and found[0].sure and not text[dash.end() + found[1] :].strip(" .;,"):
            return _Open(found[0], text[: dash.start()].strip())
    return None


def _from_cells(cells: list[str]) -> _Open | None:
    """A row of a table: the name in one cell or in three, then the post."""
    for taken in (1, 2, 3):
        if len(cells) < taken:
            break
        whole = " ".join(cells[:taken])
        found = name_at(whole)
        if found is not None and not whole[found[1] :].strip(" ,.;"):
            better = taken < min(3, len(cells)) and not found[0].patronymic
            longer = name_at(" ".join(cells[: taken + 1])) if better else None
            if longer is not None and longer[0].patronymic:
                continue
            return _Open(found[0], " ".join(cells[taken:]))
    return None


def _joined(before: str, after: str) -> str:
    """Two lines of one post; a word broken at the end of a line is whole again."""
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}".strip()


def _checked(people: Iterable[_Open]) -> tuple[Proposed, ...]:
    """The people as proposals, with what should be looked at."""
    found = [_proposed(person) for person in people]
    names = [(p.name.surname, p.name.given, p.name.patronymic) for p in found]
    return tuple(
        replace(p, doubts=(*p.doubts, TWICE)) if names.count(name) > 1 else p
        for p, name in zip(found, names, strict=True)
    )


def _proposed(person: _Open) -> Proposed:
    post, phone, email = person.post, "", ""
    if (mail := _EMAIL.search(post)) is not None:
        post, email = post[: mail.start()] + post[mail.end() :], mail[1]
    if (call := _PHONE.search(post)) is not None:
        post, phone = post[: call.start()] + post[call.end() :], call[1].strip()
    head = _HEAD.search(post)
    if head is not None and post.strip() != head[0].strip():
        post = post[: head.start()] + post[head.end() :]
    acting, post = acting_of(_tidy(_REMARK.sub("", post)))
    doubts = (*(() if person.name.sure else (UNSURE_NAME,)), *(() if post else (NO_POST,)))
    return Proposed(
        name=person.name,
        post=post,
        acting=acting,
        level=guessed_level(post),
        role=guessed_role(post),
        head=head is not None,
        phone=phone,
        email=email,
        doubts=doubts,
    )


def _tidy(post: str) -> str:
    """Without the marks a list puts between its lines."""
    post = " ".join(post.split()).strip(" ,;–—-")
    last = post.rpartition(" ")[2]
    if post.endswith(".") and len(last) > _SHORT_WORD + 1:
        post = post[:-1]
    return post
