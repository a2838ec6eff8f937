# SPDX-License-Identifier: MIT
"""Who has come into an item, who has left it, and who is in another's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.comparison import ItemChange, Mark
from visitplanner.domain.printed import State
from visitplanner.domain.programme import Part
from visitplanner.domain.text import Case
from visitplanner.editions.changes.values import ARROW, ChangeLine
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from visitplanner.domain.programme import Participation, ProgrammeItem
    from visitplanner.editions.changes.sides import Side, Sides
    from visitplanner.editions.values import Row

_UNSAID: Final = frozenset({Part.MEMBER, Part.HEAD})
"""Parts nobody needs to be told."""
Pair = tuple[str, str]


class Crew:
    """Words the changes of those who take part."""

    def __init__(self, sides: Sides) -> None:
        self._sides: Final = sides
        self._words: Final = sides.words

    def of(self, change: ItemChange, was: Row, now: Row) -> Iterator[ChangeLine]:
        """The lines about people: participants, then who answers for the item."""
        if change.was is None or change.now is None:
            return
        if not {Mark.PEOPLE, Mark.MEMBERS}.intersection(change.marks):
            return
        told = self._told(change, change.was, change.now)
        label = self._words.say(N_("The participants"))
        if told:
            yield ChangeLine(mark=Mark.PEOPLE, label=label, words=told)
        elif Mark.PEOPLE in change.marks:
            before, after = ("; ".join(line.text for line in row.people) for row in (was, now))
            if before != after:
                yield ChangeLine(mark=Mark.PEOPLE, label=label, was=before, now=after)
        for name, old, new in (
            (
                N_("Responsible"),
                (was.responsible, was.responsible_phone),
                (now.responsible, now.responsible_phone),
            ),
            (N_("Deputy"), (was.deputy, was.deputy_phone), (now.deputy, now.deputy_phone)),
        ):
            if old != new:
                known = 2 if old[0] == new[0] else 1  # the phone only where it is the news
                before, after = (self._words.join(who[:known]) for who in (old, new))
                label = self._words.say(name)
                yield ChangeLine(mark=Mark.PEOPLE, label=label, was=before, now=after)

    def replacement(self, change: ItemChange) -> Pair | None:
        """The names of one who left and one who is in his place; None unless it is one for one."""
        if change.was is None or change.now is None:
            return None
        pair = self._pair(change, change.was, change.now)
        if pair is None:
            return None
        old, new = pair
        return self._sides.before.people.name(old), self._sides.after.people.name(new)

    def _pair(
        self, change: ItemChange, was: ProgrammeItem, now: ProgrammeItem
    ) -> tuple[str, str] | None:
        out, into = self._out(change, was, now), self._into(change, was, now)
        if len(out) != 1 or len(into) != 1:
            return None
        old = self._own(self._sides.before, was).get(out[0])
        new = self._own(self._sides.after, now).get(into[0])
        if old is None or new is None or old.part is not new.part:
            return None
        return out[0], into[0]

    def _own(self, side: Side, item: ProgrammeItem) -> dict[str, Participation]:
        """Those named by themselves."""
        return {
            p.who: p for p in item.participants if not p.excluded and p.who in side.visit.people
        }

    def _bodies(self, side: Side, item: ProgrammeItem) -> dict[str, Participation]:
        """Delegations and groups in it."""
        return {
            p.who: p for p in item.participants if not p.excluded and p.who not in side.visit.people
        }

    def _out(self, change: ItemChange, was: ProgrammeItem, now: ProgrammeItem) -> Sequence[str]:
        """Who is no longer there, without those gone with a whole delegation."""
        gone = (
            self._bodies(self._sides.before, was).keys()
            - self._bodies(self._sides.after, now).keys()
        )
        with_them = {p for b in gone for p in self._sides.before.index.members(b)}
        own = self._own(self._sides.before, was)
        return [p for p in change.left if p in own or p not in with_them]

    def _into(self, change: ItemChange, was: ProgrammeItem, now: ProgrammeItem) -> Sequence[str]:
        """Who is there anew, or named by himself who came with a delegation before."""
        fresh = (
            self._bodies(self._sides.after, now).keys()
            - self._bodies(self._sides.before, was).keys()
        )
        with_them = {p for b in fresh for p in self._sides.after.index.members(b)}
        before, own = self._own(self._sides.before, was), self._own(self._sides.after, now)
        came = [p for p in change.came if p in own or p not in with_them]
        named = [p for p in change.attends if p in own and p not in before and p not in came]
        return [*came, *named]

    def _told(self, change: ItemChange, was: ProgrammeItem, now: ProgrammeItem) -> str:
        words = self._words
        day = now.start.date if now.start else now.day or self._sides.after.visit.about.starts
        old, new = self._own(self._sides.before, was), self._own(self._sides.after, now)
        pair = self._pair(change, was, now)
        told: list[str] = []
        if pair is not None:
            before = self._sides.before.people.name(pair[0])
            after = self._sides.after.people.named(pair[1], day, new[pair[1]]).text
            told.append(f"{before} {ARROW} {after}")
        else:
            told += [f"✕ {name}" for name in self._gone_bodies(was, now)]
            told += [f"✕ {self._left(p)}" for p in self._out(change, was, now)]
            told += [f"＋ {name}" for name in self._gone_bodies(now, was, back=True)]
            told += [f"＋ {self._joined(p, now, new)}" for p in self._into(change, was, now)]
        alone = [p for p in change.attends if p in old and p not in new and p in change.attended]
        told += [words.say(N_("{name} – with the delegation"), name=self._left(p)) for p in alone]
        told += self._kept_out(change, was, now)
        told += [
            text
            for p in change.attends
            if p in old and p in new
            if (text := self._same(p, was, now))
        ]
        return "; ".join(told)

    def _kept_out(self, change: ItemChange, was: ProgrammeItem, now: ProgrammeItem) -> list[str]:
        """«кроме О. Н. Волкова»: somebody new in a delegation who does not come with it."""
        before = {p.who for p in was.participants if p.excluded}
        after = [p.who for p in now.participants if p.excluded and p.who not in before]
        names = [
            self._sides.after.people.name(p, Case.GEN)
            for p in after
            if p not in change.left and p in self._sides.after.visit.people
        ]
        if not names or not self._sides.inside:
            return []
        return [self._words.say(N_("except {names}"), names=self._words.both(names))]

    def _gone_bodies(
        self, here: ProgrammeItem, there: ProgrammeItem, *, back: bool = False
    ) -> list[str]:
        first, second = self._sides.before, self._sides.after
        if back:
            first, second = second, first
        mine, others = self._bodies(first, here), self._bodies(second, there)
        return [self._body(first, who) for who in mine if who not in others]

    def _body(self, side: Side, who: str) -> str:
        if who in side.visit.delegations:
            return side.people.delegation_name(side.visit.delegations[who])
        return self._words.group(side.visit.groups[who])

    def _left(self, person: str) -> str:
        return self._sides.before.people.name(person)

    def _joined(self, person: str, item: ProgrammeItem, own: dict[str, Participation]) -> str:
        day = item.start.date if item.start else item.day or self._sides.after.visit.about.starts
        entry = own.get(person)
        named = self._sides.after.people.named(person, day)
        part = self._part(item, entry)
        note = self._sides.after.people.named(person, day, entry).note if entry else ""
        aside = self._words.join((part, note))
        return f"{named.text} ({aside})" if aside else named.text

    def _part(self, item: ProgrammeItem, entry: Participation | None) -> str:
        if entry is None or entry.part in _UNSAID:
            return ""
        return self._sides.after.people.part_mark(item, entry)

    def _same(self, person: str, was: ProgrammeItem, now: ProgrammeItem) -> str:
        """What is new about somebody named in both: post, name, part, when he is there."""
        texts = []
        for side, item in ((self._sides.before, was), (self._sides.after, now)):
            day = item.start.date if item.start else item.day or side.visit.about.starts
            entry = self._own(side, item)[person]
            named = side.people.named(person, day, entry)
            line = State.line(entry.part)
            texts.append((named, line, side.people.part_mark(item, entry)))
        (old, old_part, old_mark), (new, new_part, new_mark) = texts
        if old.name != new.name or old.post != new.post:
            return f"{old.text} {ARROW} {new.text}"
        found = []
        if old.post_short != new.post_short:
            found.append(f"{old.post_short} {ARROW} {new.post_short}")
        if old_part is not new_part:
            found.append(f"{old_mark} {ARROW} {new_mark}")
        if old.note != new.note:
            found.append(f"{old.note or '–'} {ARROW} {new.note or '–'}")
        return f"{new.name}: {', '.join(found)}" if found else ""
