# SPDX-License-Identifier: MIT
"""What one rule finds in a visit, kept by owner so that owners can be looked at again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Final, TypeVar

from visitplanner.domain.text import Message
from visitplanner.rules.context import Context
from visitplanner.rules.dress import Dress, Entry
from visitplanner.rules.rule import Found, Missing, Place, Problem, Rule, Scope, Severity

_T = TypeVar("_T")
_order: Final = attrgetter("order")
_ITEM_SCOPES: Final = frozenset({Scope.ITEM, Scope.PERSON, Scope.ROOM, Scope.VEHICLE})


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
        for owner in owners(rule, context):
            if _is_owner(rule, context, owner):
                _look(rule, context, dress, owner, entries, missing)
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
        found: dict[str, tuple[Entry, ...]] = {}
        lacks: dict[str, tuple[Missing, ...]] = {}
        new: dict[str, tuple[Entry, ...]] = {}
        new_lacks: dict[str, tuple[Missing, ...]] = {}
        for owner in again:
            if _is_owner(rule, context, owner):
                _look(rule, context, dress, owner, found, lacks)
            if found.get(owner, ()) != self._entries.get(owner, ()):
                new[owner] = found.get(owner, ())
            if lacks.get(owner, ()) != self._missing.get(owner, ()):
                new_lacks[owner] = lacks.get(owner, ())
        if not new and not new_lacks:
            return self
        ordered = self._reordered(new) if new else self._ordered
        missing, lines = self._missing, self.lines
        if new_lacks:
            missing = _without_empty({**missing, **new_lacks})
            lines = _lines(rule, missing, dress)
        entries = _without_empty({**self._entries, **new}) if new else self._entries
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


def _without_empty(by_owner: dict[str, tuple[_T, ...]]) -> dict[str, tuple[_T, ...]]:
    return {owner: found for owner, found in by_owner.items() if found}


def _look(
    rule: Rule,
    context: Context,
    dress: Dress,
    owner: str,
    entries: dict[str, tuple[Entry, ...]],
    missing: dict[str, tuple[Missing, ...]],
) -> None:
    found: list[Entry] = []
    lacks: list[Missing] = []
    for one in rule.check(context, owner):
        if isinstance(one, Found):
            found.append(dress.entry(rule, one))
        elif one not in lacks:
            lacks.append(one)
    if found:
        entries[owner] = tuple(sorted(found, key=_order))
    if lacks:
        missing[owner] = tuple(lacks)


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
