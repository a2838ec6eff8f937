# SPDX-License-Identifier: MIT
"""What one rule finds in a visit, kept by owner so that owners can be looked at again."""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from visitplanner.domain.text import Message
from visitplanner.rules.rule import Found, Missing, Place, Problem, Rule, Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.rules.context import Context
    from visitplanner.rules.dress import Dress, Entry

_T = TypeVar("_T")
_order: Final = attrgetter("order")
_NOTHING: Final[tuple[tuple[Entry, ...], tuple[Missing, ...]]] = ((), ())
_ITEM_SCOPES: Final = frozenset({Scope.ITEM, Scope.CLASH, Scope.PERSON, Scope.ROOM, Scope.VEHICLE})


def owners(rule: Rule, context: Context) -> Iterable[str]:
    """All a rule is run for in a visit."""
    if rule.scope in _ITEM_SCOPES:
        if rule.kinds is None:
            return context.visit.items
        return chain.from_iterable(context.by_kind.get(kind, ()) for kind in rule.kinds)
    if rule.scope is Scope.AGENDA:
        return context.visit.agendas
    if rule.scope is Scope.DOCUMENT:
        return context.visit.documents
    return ("",)


def _is_owner(rule: Rule, context: Context, owner: str) -> bool:
    if rule.scope in _ITEM_SCOPES:
        item = context.live_item(owner)
        return item is not None and (rule.kinds is None or item.kind in rule.kinds)
    if rule.scope is Scope.AGENDA:
        return owner in context.visit.agendas
    if rule.scope is Scope.DOCUMENT:
        return owner in context.visit.documents
    return True


class Verdict:
    """The problems of one rule, immutable."""

    __slots__ = ("__dict__", "_entries", "_missing", "_ordered")

    def __init__(
        self,
        entries: Mapping[str, tuple[Entry, ...]],
        missing: Mapping[str, tuple[Missing, ...]],
        ordered: list[Entry],
        lines: tuple[Problem, ...],
    ) -> None:
        self._entries: Final = entries
        self._missing: Final = missing
        self._ordered: Final = ordered
        self.lines: Final = lines
        """One for each kind of missing datum."""

    @classmethod
    def of(cls, rule: Rule, context: Context, dress: Dress) -> Verdict:
        """What the rule finds in the whole visit."""
        entries: dict[str, tuple[Entry, ...]] = {}
        missing: dict[str, tuple[Missing, ...]] = {}
        asked = rule.among(context) if rule.among else owners(rule, context)
        for owner in asked:
            if _is_owner(rule, context, owner):
                found, lacks = _look(rule, context, dress, owner)
                if found:
                    entries[owner] = found
                if lacks:
                    missing[owner] = lacks
        ordered = sorted(chain.from_iterable(entries.values()), key=_order)
        return cls(entries, missing, ordered, _lines(rule, missing, dress))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What was found, by time; last what is missing."""
        return (*(entry.problem for entry in self._ordered), *self.lines)

    @property
    def owners(self) -> Iterable[str]:
        """All for whom something was found or is missing."""
        return (*self._entries, *self._missing)

    def after(self, rule: Rule, context: Context, dress: Dress, again: Iterable[str]) -> Verdict:
        """The verdict with some owners looked at again."""
        new: dict[str, tuple[Entry, ...]] = {}
        new_lacks: dict[str, tuple[Missing, ...]] = {}
        for owner in again:
            found, lacks = _NOTHING
            if _is_owner(rule, context, owner):
                found, lacks = _look(rule, context, dress, owner)
            if found != self._entries.get(owner, ()):
                new[owner] = found
            if lacks != self._missing.get(owner, ()):
                new_lacks[owner] = lacks
        if not new and not new_lacks:
            return self
        ordered = self._reordered(new) if new else self._ordered
        missing, lines = self._missing, self.lines
        if new_lacks:
            missing = _with(missing, new_lacks)
            lines = _lines(rule, missing, dress)
        entries = _with(self._entries, new) if new else self._entries
        return Verdict(entries, missing, ordered, lines)

    def dressed_anew(self, rule: Rule, dress: Dress) -> Verdict:
        """The same findings under other stages and waivers."""
        if not self._entries and not self._missing:
            return self
        entries = {
            owner: tuple(dress.entry(rule, e.found) for e in known if e.found is not None)
            for owner, known in self._entries.items()
        }
        ordered = sorted(chain.from_iterable(entries.values()), key=_order)
        return Verdict(entries, self._missing, ordered, _lines(rule, self._missing, dress))

    def _reordered(self, new: Mapping[str, tuple[Entry, ...]]) -> list[Entry]:
        ordered = list(self._ordered)
        for owner, entries in new.items():
            for gone in self._entries.get(owner, ()):
                at = bisect_left(ordered, gone.order, key=_order)
                while ordered[at] is not gone:
                    at += 1
                del ordered[at]
            for entry in entries:
                insort(ordered, entry, key=_order)
        return ordered


def _with(
    known: Mapping[str, tuple[_T, ...]], new: Mapping[str, tuple[_T, ...]]
) -> dict[str, tuple[_T, ...]]:
    """What is known with some owners replaced; those for whom nothing is found go."""
    result = dict(known)
    for owner, found in new.items():
        if found:
            result[owner] = found
        else:
            result.pop(owner, None)
    return result


def _look(
    rule: Rule, context: Context, dress: Dress, owner: str
) -> tuple[tuple[Entry, ...], tuple[Missing, ...]]:
    found: list[Entry] = []
    lacks: list[Missing] = []
    for one in rule.check(context, owner):
        if isinstance(one, Found):
            found.append(dress.entry(rule, one))
        elif one not in lacks:
            lacks.append(one)
    if len(found) > 1:
        found.sort(key=_order)
    return tuple(found), tuple(lacks)


def _lines(
    rule: Rule, missing: Mapping[str, tuple[Missing, ...]], dress: Dress
) -> tuple[Problem, ...]:
    places: dict[str, set[tuple[str, str, str]]] = {}
    for lack in chain.from_iterable(missing.values()):
        place = lack.place
        places.setdefault(lack.datum, set()).add((place.kind, place.id, place.field))
    lines: list[Problem] = []
    for datum, (one, many) in rule.data.items():
        if datum in places:
            line = Problem(
                code=rule.code,
                name=rule.name,
                severity=Severity.INFO,
                stage=rule.stage,
                message=Message(one, {"n": len(places[datum])}, many),
                places=tuple(Place(*place) for place in sorted(places[datum])),
                datum=datum,
            )
            lines.append(dress.entry_of(line).problem)
    return tuple(lines)
