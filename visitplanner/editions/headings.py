# SPDX-License-Identifier: MIT
"""What stands around the rows of a paper: title, dates, approval, stamp of the version."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import Side
from visitplanner.domain.record import Record, VersionStatus
from visitplanner.domain.text import Case
from visitplanner.domain.versions import standing_of
from visitplanner.domain.visit import Visit, delegations_of
from visitplanner.editions import labels
from visitplanner.editions.values import Approval
from visitplanner.editions.wording import NBSP
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.people import Party
    from visitplanner.editions.index import Index
    from visitplanner.editions.wording import Wording


class Headings:
    """Puts the frame of a paper into words."""

    def __init__(self, index: Index, record: Record, wording: Wording) -> None:
        self._index: Final = index
        self._visit: Final = index.visit
        self._record: Final = record
        self._words: Final = wording
        self.standing: Final = standing_of(record)

    def party(self, side: Side, case: Case = Case.NOM) -> str:
        """The parties of a side, «Витебская область»."""
        names = [
            self._words.party(self._visit.parties[d.party], case)
            for d in delegations_of(self._visit, side)
        ]
        return self._words.join(dict.fromkeys(names))

    def subject(self) -> tuple[str, ...]:
        """«пребывания делегации Витебской области» · «во главе с …» · «в Смоленской области»."""
        words = self._words
        guests = delegations_of(self._visit, Side.GUEST)
        if not guests or words.language != "ru":
            title = words.text(self._visit.about.title)
            return (title,) if title else ()
        if len(self._parties(Side.GUEST)) > 1:  # no head leads several delegations
            several = words.say(N_("of the stay of the delegations of {parties}"))
            return (several.format(parties=self._guests()), *filter(None, [self._host()]))
        party = self._guests()
        stay = words.say(N_("of the stay of the delegation of {party}"), party=party)
        headed, name = self._headed_by(guests[0].head)
        return tuple(phrase for phrase in (stay, headed, name, self._host()) if phrase)

    def _guests(self) -> str:
        """«Витебской области и города Витебска»; «гостей» in small letters."""
        return self._words.both([cases.party_of(party) for party in self._parties(Side.GUEST)])

    def _parties(self, side: Side) -> list[Party]:
        """The parties of a side, each once."""
        found = {d.party: self._visit.parties[d.party] for d in delegations_of(self._visit, side)}
        return list(found.values())

    def _headed_by(self, head: str | None) -> tuple[str, str]:
        """«во главе с председателем …» and «Субботиным Александром Михайловичем»."""
        person = self._visit.people.get(head or "")
        if person is None or not person.surname:
            return "", ""
        words = self._words
        post = words.post(self._index.post(person.id, self._visit.about.starts), Case.INS)
        name = words.person(person, Case.INS, "full").replace(" ", NBSP)
        headed = words.say(N_("headed by {who}"), who=words.with_whom(post or name))
        return headed, name if post else ""

    def _host(self) -> str:
        """«в Смоленской области»; nothing while the host has no name of its own."""
        parties = self._parties(Side.HOST)
        if not parties or any(map(cases.is_common_name, parties)):
            return ""
        places = (self._words.party(party, Case.PREP) for party in parties)
        return self._words.both([self._words.in_place(place) for place in places])

    def approval(self) -> Approval | None:
        """The block УТВЕРЖДАЮ, with lines to fill in by hand while nobody is named.

        Of an approved version it says who approved it and when, as it was then.
        """
        version, about = self.standing.version, self._visit.about
        post, name, on = about.approved_by_post, about.approved_by_name, None
        if version is not None and version.approved_on is not None:
            post, name, on = version.approved_post, version.approved_name, version.approved_on
        return Approval(
            heading=self._words.say(N_("I APPROVE")),
            post=self._words.text(post),
            name=self._words.text(name),
            year=about.starts.year,
            on=on,
        )

    def changed(self) -> datetime:
        """The last change by the record; the first day of the visit when nothing is recorded."""
        moments = [i.changed for i in self._record.items.values()]
        moments += [v.created for v in self._record.versions]
        first_day = datetime.combine(self._visit.about.starts, time(), UTC)
        return max(moments, default=first_day).astimezone(UTC)

    def approved(self) -> bool:
        """Whether this very state of the plan is approved, or was till a later one was."""
        return self.standing.status in {VersionStatus.APPROVED, VersionStatus.SUPERSEDED}

    def stamp(self) -> str:
        """«Редакция 3 от 18.12, утверждена»: what tells an old print from a new one."""
        words, zone, stands = self._words, self._visit.about.zone, self.standing
        if stands.version is None:
            now = words.moment(self.changed(), zone)
            draft = (
                words.say(N_("draft of version {n}"), n=stands.number)
                if stands.after is not None
                else words.say(labels.VERSIONS[VersionStatus.DRAFT])
            )
            return _begun(words.join((draft, words.say(N_("as of {moment}"), moment=now))))
        name = words.say(
            N_("version {n} of {day}"),
            n=stands.number,
            day=words.local_mark(stands.version.created, zone),
        )
        return _begun(words.join((name, words.say(labels.VERSIONS[stands.status]).lower())))


def _begun(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def file_code(visit: Visit) -> str:
    """The ASCII name of the visit for files."""
    return visit.about.code or f"visit-{visit.about.starts.isoformat()}"
