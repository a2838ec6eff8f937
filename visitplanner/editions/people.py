# SPDX-License-Identifier: MIT
"""People in papers: the lines of an item, the lists of delegations, who is where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Delegation, MemberRole, Membership, MemberStatus, Side
from visitplanner.domain.policy import ListFirst
from visitplanner.domain.programme import Part, Participation, ProgrammeItem
from visitplanner.domain.text import Case
from visitplanner.editions import labels
from visitplanner.editions.values import Attendance, DelegationList, Member, Named, PeopleLine
from visitplanner.words import cases
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from visitplanner.editions.index import Index
    from visitplanner.editions.wording import Wording

_AMONG_MEMBERS: Final = frozenset({Part.MEMBER, Part.HEAD, Part.SPEAKER})
_ORDER: Final = (
    Part.GREETER,
    Part.MEMBER,
    Part.ESCORT,
    Part.SECRETARY,
    Part.INTERPRETER,
    Part.ASSISTANT,
    Part.PRESS,
)


class People:
    """Puts the people of a cleared visit into words."""

    def __init__(self, index: Index, wording: Wording, *, inside: bool) -> None:
        self._index: Final = index
        self._visit: Final = index.visit
        self._words: Final = wording
        self._inside: Final = inside
        self._singular: Final = index.visit.people.keys() | index.visit.delegations.keys()

    def lines(self, item: ProgrammeItem, day: date) -> tuple[PeopleLine, ...]:
        """Who greets, takes part and accompanies, each group by precedence."""
        by_part: dict[Part, list[Participation]] = {}
        for entry in item.participants:
            if not entry.excluded:
                part = Part.MEMBER if entry.part in _AMONG_MEMBERS else entry.part
                by_part.setdefault(part, []).append(entry)
        return tuple(
            self._line(item, part, by_part[part], day) for part in _ORDER if part in by_part
        )

    def _line(
        self, item: ProgrammeItem, part: Part, entries: list[Participation], day: date
    ) -> PeopleLine:
        names = tuple(self._names(item, entries, day))
        one, several = labels.PART_LINES[part]
        if item.kind is Kind.DEPARTURE and part in {Part.GREETER, Part.ESCORT}:
            one, several = labels.FAREWELL
        alone = len(names) == 1 and names[0].id in self._singular
        return PeopleLine(part=part, label=self._words.say(one if alone else several), names=names)

    def _names(
        self, item: ProgrammeItem, entries: list[Participation], day: date
    ) -> Iterator[Named]:
        own = {e.who: e for e in entries if e.who in self._visit.people}
        whole = [d for d in self._index.lists if self._named_whole(d, own)]
        covered = {p for d in whole for p in self._index.members(d) if p not in self._index.heads}
        unknown = set()  # «Уточняется» is said once, however many are to follow
        for person in sorted(own, key=lambda p: self._index.precedence(p, day)):
            named = self.named(person, day, own[person])
            if person in covered or named.text in unknown:
                continue
            if not cases.name_is_known(self._visit.people[person]):
                unknown.add(named.text)
            yield named
        as_such = [e for e in entries if e.who in self._visit.delegations]
        delegations = sorted({e.who for e in as_such} | set(whole), key=self.side_order)
        yield from self._delegations(item, delegations)
        for entry in entries:
            if entry.who in self._visit.groups:
                group = self._visit.groups[entry.who]
                yield Named(
                    id=group.id,
                    name=self._words.group(group),
                    note=self._note(entry),
                    side=group.side,
                )

    def _named_whole(self, delegation: str, own: Mapping[str, Participation]) -> bool:
        """Whether every member is named one by one, so that the delegation says it shorter."""
        members = self._index.members(delegation)
        return len(members) > 2 and all(p in own and not own[p].note for p in members)  # noqa: PLR2004 -- two names are shorter than «делегация»

    def _delegations(self, item: ProgrammeItem, ids: list[str]) -> Iterator[Named]:
        if not ids:
            return
        left_out = self._left_out(item, ids)
        if len(ids) > 1 and set(ids) == set(self._visit.delegations):
            name = (
                N_("members of the official delegations")
                if left_out
                else N_("official delegations")
            )
            yield Named(id="+".join(ids), name=self._words.say(name), note=self._except(left_out))
            return
        for n, key in enumerate(ids):
            delegation = self._visit.delegations[key]
            last = n == len(ids) - 1
            yield Named(
                id=key,
                name=self.delegation_name(delegation),
                note=self._except(left_out) if last else "",
                side=delegation.side,
            )

    def _left_out(self, item: ProgrammeItem, delegations: list[str]) -> list[str]:
        excluded = {p.who for p in item.participants if p.excluded}
        return [p for d in delegations for p in self._index.members(d) if p in excluded]

    def _except(self, people: list[str]) -> str:
        if not people or not self._inside:
            return ""
        names = [self._words.person(self._visit.people[p], Case.GEN) for p in people]
        return self._words.say(N_("except {names}"), names=self._words.both(names))

    def _note(self, entry: Participation) -> str:
        words = self._words
        since = words.say(N_("from {time}"), time=words.time(entry.since)) if entry.since else ""
        until = words.say(N_("until {time}"), time=words.time(entry.until)) if entry.until else ""
        return words.join((words.text(entry.note), words.join((since, until), " ")))

    def named(self, person: str, day: date, entry: Participation | None = None) -> Named:
        """A person with his post on the day."""
        known = cases.name_is_known(self._visit.people[person])
        post = self._index.post(person, day) if known else None
        return Named(
            id=person,
            name=self.name(person, day=day),
            post=self._words.post(post),
            post_short=self._words.post(post, short=True),
            note=self._note(entry) if entry else "",
            side=self._index.side(person),
            head=person in self._index.heads,
        )

    def name(self, person: str | None, case: Case = Case.NOM, *, day: date | None = None) -> str:
        """«В. Н. Анохин», «начальник отдела (имя уточняется)»; empty for nobody."""
        found, words = self._visit.people.get(person or ""), self._words
        if found is None or cases.name_is_known(found):
            return words.person(found, case) if found else ""
        post = self._index.post(found.id, day or self._visit.about.starts)
        if post is not None:
            return words.say(N_("{post} (name to follow)"), post=words.post(post, case))
        head = cases.head_to_follow(self._visit, found.id, words.language, case)
        return head or words.person(found, case)

    def names(self, people: Iterable[str]) -> str:
        """Several of them; those nobody can tell apart yet are said once."""
        return self._words.join(dict.fromkeys(map(self.name, people)))

    def post_and_name(self, person: str | None, day: date, case: Case = Case.NOM) -> str:
        """«Губернатор Смоленской области В. Н. Анохин», empty for nobody."""
        found = self._visit.people.get(person or "")
        if found is None or not cases.name_is_known(found):
            return self.name(person, case, day=day)
        return self._words.post_and_name(self._index.post(found.id, day), found, case)

    def phone(self, person: str | None) -> str:
        """The phone, where the audience may have it."""
        found = self._visit.people.get(person or "")
        return found.phone if found else ""

    def delegation_name(self, delegation: Delegation) -> str:
        """«делегация Витебской области»."""
        return self._words.delegation(self._visit, delegation)

    def side_order(self, delegation: str) -> tuple[bool, str]:
        """Delegations by side, guests first unless the policy says otherwise."""
        side = self._visit.delegations[delegation].side
        first = Side.HOST if self._visit.policy.list_first is ListFirst.HOST else Side.GUEST
        return side is not first, delegation

    def lists(self, day: date, only: str = "") -> tuple[DelegationList, ...]:
        """The delegations by precedence, guests first unless the policy says otherwise."""
        order = sorted(self._visit.delegations, key=self.side_order)
        return tuple(self._list(key, day) for key in order if not only or key == only)

    def _list(self, key: str, day: date) -> DelegationList:
        delegation = self._visit.delegations[key]
        party = self._visit.parties[delegation.party]
        coming = [m for m in self._index.lists[key] if self._printed(m)]
        name = self.delegation_name(delegation)
        return DelegationList(
            id=key,
            side=delegation.side,
            party=self._words.party(party),
            title=name[:1].upper() + name[1:],
            members=tuple(self._member(n, m, day) for n, m in enumerate(coming, start=1)),
        )

    def _printed(self, membership: Membership) -> bool:
        return self._inside or membership.status is not MemberStatus.DECLINED

    def _member(self, number: int, membership: Membership, day: date) -> Member:
        person = self._visit.people[membership.person]
        head = membership.person in self._index.heads
        role = labels.HEAD_ROLE if head else labels.ROLES[membership.role]
        say = self._words.say
        return Member(
            number=number,
            person=person.id,
            name=self._words.person(person, style="full"),
            list_name=self._words.person(person, style="surname-upper"),
            post=self._words.post(self._index.post(person.id, day)),
            role=membership.role,
            role_name=say(role),
            status_name=say(labels.MEMBER_STATUSES[membership.status]),
            counterpart=self.name(membership.counterpart),
            head=head,
            phone=person.phone,
            email=person.email,
            diet=person.diet,
            notes=person.notes,
            hotel_room=membership.hotel_room,
        )

    def attendance(
        self, items: tuple[ProgrammeItem, ...], day: date, only: str = ""
    ) -> tuple[Attendance, ...]:
        """The table people × items: members of delegations by precedence, then the others."""
        marks = [
            {p: self.part_mark(item, e) for p, e in self._index.attendees(item).items()}
            for item in items
        ]
        listed = [
            m.person
            for key in sorted(self._visit.delegations, key=self.side_order)
            for m in self._index.lists[key]
            if self._printed(m) and m.role is not MemberRole.DRIVER
        ]
        others = {p for row in marks for p in row} - set(listed)
        people = dict.fromkeys(
            [*listed, *sorted(others, key=lambda p: self._index.precedence(p, day))]
        )
        wanted = self._index.members(only) if only else tuple(people)
        return tuple(
            self._attendance(p, tuple(row.get(p, "") for row in marks), day)
            for p in people
            if p in wanted
        )

    def part_mark(self, item: ProgrammeItem, entry: Participation) -> str:
        """What somebody does there, in a word."""
        if item.kind is Kind.DEPARTURE and entry.part in {Part.GREETER, Part.ESCORT}:
            return self._words.say(labels.FAREWELL_MARK)
        return self._words.say(labels.PART_MARKS[entry.part])

    def _attendance(self, person: str, marks: tuple[str, ...], day: date) -> Attendance:
        delegation = self._index.delegation(person)
        return Attendance(
            person=person,
            name=self._words.person(self._visit.people[person], style="full"),
            post=self._words.post(self._index.post(person, day)),
            side=self._index.side(person),
            delegation=self.delegation_name(delegation) if delegation else "",
            marks=marks,
        )
