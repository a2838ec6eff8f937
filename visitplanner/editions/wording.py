# SPDX-License-Identifier: MIT
"""The words of one paper: messages, names in their cases, times, all in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from visitplanner.domain.text import Case, Language, Text
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.names import NAME_TO_FOLLOW
from visitplanner.words.references import AND

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from visitplanner.domain.people import Delegation, Group, Party, Person, Post
    from visitplanner.domain.period import LocalTime
    from visitplanner.domain.policy import ProtocolPolicy
    from visitplanner.domain.venues import Room, Venue
    from visitplanner.domain.visit import Visit
    from visitplanner.words.names import NameStyle

NBSP: Final = "\u00a0"
_VOWELS: Final = frozenset("аеёиоуыэюя")


class Wording:
    """What a paper needs to put things into words."""

    def __init__(self, language: Language, policy: ProtocolPolicy) -> None:
        self.language: Final = language
        self.separator: Final = policy.time_separator if language != "en" else ":"
        self._catalogue: Final = translator(language)

    def say(self, msgid: str, **args: object) -> str:
        """A message of the catalogue with its {names} filled in."""
        text = self._catalogue.gettext(msgid) if msgid else ""
        return text.format(**args) if args else text

    def count(self, one: str, many: str, n: int) -> str:
        """A message about a number of things."""
        return self._catalogue.ngettext(one, many, n).format(n=n)

    def text(self, text: Text) -> str:
        """A text of the visit, in another language where this one is missing."""
        return " ".join(text.best(self.language).split())

    def lines(self, text: Text) -> str:
        """A text of the visit with its line breaks."""
        return text.best(self.language).strip()

    def join(self, parts: Iterable[str], between: str = ", ") -> str:
        """Those parts that say something."""
        return between.join(part for part in parts if part)

    def both(self, parts: list[str]) -> str:
        """«А. Героева и А. А. Новикова»."""
        *others, last = parts
        return f"{', '.join(others)} {AND[self.language]} {last}" if others else last

    def person(
        self, person: Person, case: Case = Case.NOM, style: NameStyle = "initials-first"
    ) -> str:
        """A name; "to follow" where it is empty."""
        return cases.person_name(person, self.language, case, style)

    @property
    def to_follow(self) -> str:
        """What stands for a name nobody knows yet: «Уточняется»."""
        return NAME_TO_FOLLOW[self.language]

    def post(self, post: Post | None, case: Case = Case.NOM, *, short: bool = False) -> str:
        """The title of a post, empty when there is none."""
        return cases.post_title(post, self.language, case, short=short) if post else ""

    def post_and_name(self, post: Post | None, person: Person, case: Case = Case.NOM) -> str:
        """«Губернатору Смоленской области В. Н. Анохину»."""
        return self.join((self.post(post, case), self.person(person, case)), " ")

    def party(self, party: Party, case: Case = Case.NOM) -> str:
        """The name of a party."""
        return cases.party_name(party, self.language, case)

    def delegation(self, visit: Visit, delegation: Delegation) -> str:
        """«делегация Витебской области»: as it stands inside a sentence."""
        name = cases.delegation_name(visit, delegation, self.language)
        return name[:1].lower() + name[1:] if name[1:2].islower() else name

    def group(self, group: Group) -> str:
        """The name of a group, as it stands inside a sentence."""
        name = cases.group_name(group, self.language)
        return name[:1].lower() + name[1:] if name[1:2].islower() else name

    def venue(self, venue: Venue) -> str:
        """The name of a venue, as it begins a line."""
        name = cases.venue_name(venue, self.language)
        return name[:1].upper() + name[1:]

    def room(self, room: Room) -> str:
        """The name of a room."""
        return cases.room_name(room, self.language)

    def travel(self, minutes: int) -> str:
        """«Время в пути – 10 мин.»."""
        length = dates.length_text(minutes, self.language)
        return self.say(N_("Travel time – {length}."), length=length)

    def time(self, time: LocalTime) -> str:
        """«11.00»."""
        return dates.time_text(time, self.language, self.separator)

    def span(self, start: LocalTime, end: LocalTime) -> str:
        """«11.00–11.20»."""
        return dates.range_text(start, end, self.language, self.separator)

    def day(self, day: date) -> str:
        """«23 декабря 2025 года, вторник»."""
        return dates.day_heading(day, self.language)

    def days(self, first: date, last: date) -> str:
        """«23 декабря 2025 года», «23–24 декабря 2025 года»."""
        return dates.date_range(first, last, self.language)

    def short_date(self, day: date) -> str:
        """«23.12.2025»."""
        return dates.short_date(day, self.language)

    def mark(self, day: date) -> str:
        """«23.12»."""
        return dates.day_mark(day, self.language)

    def local_mark(self, moment: datetime, zone: str) -> str:
        """«18.12»: the day of a stamp of the record on the clock of the visit."""
        return self.mark(moment.astimezone(ZoneInfo(zone)).date())

    def moment(self, moment: datetime, zone: str) -> str:
        """«18.12.2025 21.40»: a stamp of the record on the clock of the visit."""
        local = moment.astimezone(ZoneInfo(zone))
        clock = dates.clock_text(local.hour * 60 + local.minute, self.language, self.separator)
        return f"{self.short_date(local.date())}{NBSP}{clock}"

    def in_place(self, noun: str) -> str:
        """«в Смоленской области», «во Владимирской области»: the noun is prepositional."""
        if self.language != "ru":
            return noun
        clash = noun[:1].lower() in "вф" and noun[1:2].lower() not in _VOWELS
        return f"{'во' if clash else 'в'}{NBSP}{noun}"

    def with_whom(self, noun: str) -> str:
        """«с председателем», «со старшим советником»: the noun is instrumental."""
        if self.language != "ru":
            return noun
        clash = noun[:1].lower() in "сзшж" and noun[1:2].lower() not in _VOWELS
        return f"{'со' if clash else 'с'}{NBSP}{noun}"
