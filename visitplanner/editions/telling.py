# SPDX-License-Identifier: MIT
"""What the holder of an outdated copy is told: his copies, his changes, a text ready to send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import Gender
from visitplanner.domain.record import Channel, Publication
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Case, Language, Value, Visibility
from visitplanner.editions.changes.sheet import ChangeWording
from visitplanner.editions.edition import EDITIONS
from visitplanner.editions.wording import NBSP, Wording
from visitplanner.words import cases
from visitplanner.words.catalogue import N_
from visitplanner.words.message import continued
from visitplanner.words.names import name_is_known
from visitplanner.words.references import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.comparison import ItemChange
    from visitplanner.domain.distribution import Held, Told
    from visitplanner.domain.people import Person
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.FILE: N_("file"),
    Channel.LINK: N_("link"),
    Channel.PAPER: N_("paper"),
}
_CALENDARS: Final[Mapping[Channel, str]] = {
    Channel.FILE: N_("calendar by file"),
    Channel.LINK: N_("calendar by link"),
    Channel.PAPER: N_("calendar on paper"),
}
_FILES: Final[Mapping[str, str]] = {"pdf": N_("PDF file"), "excel": N_("Excel file")}
_DRAWN: Final = "– "


class ToldChange(Value, frozen=True, kw_only=True):
    """One item that has changed, in words."""

    heading: str
    """«11.20–11.40 Возложение цветов к Вечному огню»."""
    lines: tuple[str, ...]
    own: bool
    """Whether the holder takes part."""


class Telling(Value, frozen=True, kw_only=True):
    """Everything a holder is to be told."""

    reader: str
    name: str
    post: str
    takes_part: bool
    copies: tuple[str, ...]
    """«Официальная программа, экз. № 1, редакция 2 от 18.12»."""
    changes: tuple[ToldChange, ...]
    text: str
    """A letter or message ready to send."""


def reader_name(visit: Visit, reader: str, language: Language) -> str:
    """A person in full, a delegation, or the name as it was typed."""
    if (person := visit.people.get(reader)) is not None:
        to_follow = cases.head_to_follow(visit, reader, language)
        return to_follow or cases.person_name(person, language)
    if (delegation := visit.delegations.get(reader)) is not None:
        name = cases.delegation_name(visit, delegation, language)
        return name[:1].upper() + name[1:]
    return reader


class Tellings:
    """Words for all who must be told of the plan as it is now."""

    def __init__(
        self, visit: Visit, record: Record, past: Mapping[int, Visit], language: Language
    ) -> None:
        self._visit: Final = visit
        self._past: Final = past
        self._words: Final = Wording(language, visit.policy)
        self._versions: Final = {v.number: v for v in record.versions}
        self._changes: Final[dict[tuple[int, Visibility], ChangeWording]] = {}
        self._roster: Final = Roster(visit)
        self._attending: Final = {
            *(who for i in visit.items.values() for who in self._roster.attendance(i)),
            *visit.delegations,
        }

    def of(self, told: Told) -> Telling:
        """What one holder is told."""
        own = tuple(self._change(told, c, own=True) for c in told.own)
        others = tuple(self._change(told, c, own=False) for c in told.others)
        return Telling(
            reader=told.reader,
            name=reader_name(self._visit, told.reader, self._words.language),
            post=self._post(told.reader),
            takes_part=told.takes_part,
            copies=tuple(self.copy(c.publication) for c in told.copies),
            changes=own + others,
            text=self._text(told, own, others),
        )

    def copy(self, publication: Publication) -> str:
        """«Официальная программа, экз. № 1, редакция 2 от 18.12»."""
        p, say = publication, self._words.say
        edition = EDITIONS.get(p.edition)
        number = say(N_("copy No. {number}"), number=p.copy_number) if p.copy_number else ""
        return self._words.join(
            (
                say(edition.title) if edition else p.edition,
                self._of_whom(p),
                say(_CALENDARS[p.channel]) if p.format == "ical" else self._as_what(p),
                number,
                self.version(p),
            )
        )

    def means(self, publication: Publication) -> str:
        """«экз. № 1», «календарь по ссылке»: the copy in a word or two."""
        p, say = publication, self._words.say
        if p.copy_number:
            return say(N_("copy No. {number}"), number=p.copy_number)
        return say(_CALENDARS[p.channel]) if p.format == "ical" else self._as_what(p)

    def _inside(self, publication: Publication) -> str:
        text, _, last = self.copy(publication).rpartition(" ")
        return continued(f"{text}{NBSP}{last}", self._words.language)

    def _as_what(self, publication: Publication) -> str:
        p, say = publication, self._words.say
        if p.channel is Channel.PAPER:
            return "" if p.copy_number else say(N_("on paper"))
        if p.channel is Channel.LINK:
            return say(N_("by link"))
        return say(_FILES.get(p.format, N_("file")))

    def _of_whom(self, publication: Publication) -> str:
        """Whose part of the programme it is, where it is not the holder's own."""
        if publication.scope == publication.reader:
            return ""
        return self.scope_name(publication)

    def scope_name(self, publication: Publication) -> str:
        """Whose part of the programme a copy shows; empty for the whole visit."""
        scope = publication.scope
        if (track := self._visit.tracks.get(scope)) is not None:
            return quoted(self._words.text(track.name), self._words.language)
        return reader_name(self._visit, scope, self._words.language)

    def version(self, publication: Publication) -> str:
        """«редакция 2 от 18.12», «проект редакции 3»."""
        words, number = self._words, publication.version
        version = self._versions.get(number)
        if version is None:
            return words.say(N_("draft of version {n}"), n=number)
        day = words.local_mark(version.created, self._visit.about.zone)
        return words.say(N_("version {n} of {day}"), n=number, day=day)

    def _post(self, reader: str) -> str:
        return self._words.post(self._roster.post(reader, self._visit.about.starts))

    def _change(self, told: Told, change: ItemChange, *, own: bool) -> ToldChange:
        source = next(c for c in told.copies if any(change is n for n in c.news))
        entry = self._wording(source).entry(change)
        several = self._visit.about.starts != self._visit.about.ends
        item = change.now or change.was
        day = item.start.date if item is not None and item.start is not None else None
        mark = f"{self._words.mark(day)}, " if several and day is not None else ""
        lines = tuple(line.whole for line in entry.lines)
        return ToldChange(heading=mark + entry.heading, lines=lines, own=own)

    def _wording(self, copy: Held) -> ChangeWording:
        key = (copy.heard, copy.publication.audience)
        if key not in self._changes:
            self._changes[key] = ChangeWording(
                self._past[copy.heard],
                self._visit,
                copy.publication.audience,
                self._words.language,
            )
        return self._changes[key]

    # The text

    def _text(self, told: Told, own: tuple[ToldChange, ...], others: tuple[ToldChange, ...]) -> str:
        words, about = self._words, self._visit.about
        title = quoted(words.text(about.title), words.language)
        days = words.days(about.starts, about.ends).replace(" ", NBSP, 1)
        opening = words.say(
            N_("The programme {title}, {days}, has changed."), title=title, days=days
        )
        blocks = [self._greeting(told.reader), opening, _listed(own or others)]
        if own and others:
            blocks.append(self._rest(len(others)))
        elif others and told.reader in self._attending:
            blocks.append(words.say(N_("The items in which you take part are as they were.")))
        blocks.append(self._advice(told))
        blocks.append(words.say(N_("Kind regards,\nthe protocol office")))
        return "\n\n".join(block for block in blocks if block)

    def _rest(self, number: int) -> str:
        return self._words.count(
            "In your copy {n} more item has changed in which you do not take part.",
            "In your copy {n} more items have changed in which you do not take part.",
            number,
        )

    def _greeting(self, reader: str) -> str:
        """«Уважаемый Василий Николаевич!»; by surname where the patronymic is not known."""
        person = self._visit.people.get(reader)
        if person is None or not name_is_known(person):
            return self._words.say(N_("Dear colleagues,"))
        if self._words.language == "ru" and (person.given.ru and person.patronymic.ru):
            polite = N_("Dear sir {name}!"), N_("Dear madam {name}!")
            name = f"{person.given.ru} {person.patronymic.ru}"
        else:
            polite = N_("Dear Mr {name},"), N_("Dear Ms {name},")
            name = self._surname(person)
        return self._words.say(polite[person.gender is Gender.FEMALE], name=name)

    def _surname(self, person: Person) -> str:
        surname = person.surname.best(self._words.language)
        return surname or cases.person_name(person, self._words.language, Case.NOM)

    def _advice(self, told: Told) -> str:
        """What becomes of what he holds; each kind of copy once."""
        say = self._words.say
        outdated = [c.publication for c in told.copies if c.outdated]
        said = [
            say(N_("Please no longer use: {copy}."), copy=self._inside(p))
            for p in outdated
            if p.format != "ical"
        ]
        channels = {p.channel for p in outdated if p.format == "ical"}
        if Channel.FILE in channels:
            said.append(say(N_("A calendar got as a file does not follow: load the new file.")))
        if Channel.LINK in channels:
            said.append(say(N_("A calendar by link follows by itself, on phones within a day.")))
        return "\n".join(said)


def _listed(changes: tuple[ToldChange, ...]) -> str:
    lines: list[str] = []
    for change in changes:
        lines.append(f"{_DRAWN}{change.heading}")
        lines += [f"{NBSP * 3}{line}" for line in change.lines]
    return "\n".join(lines)
