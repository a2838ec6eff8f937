# SPDX-License-Identifier: MIT
"""Rules on what has left the house: copies whose holders know of an older programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.copies import standing
from visitplanner.domain.distribution import held, to_be_told
from visitplanner.domain.text import Quote, message
from visitplanner.domain.visit import COLLECTIONS
from visitplanner.rules.rule import Found, Place, Rule, RuleText, Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.distribution import Told
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.context import Context

_NOT_READ: Final = frozenset({"waivers", "tasks", "gifts", "sites", "calendars", "days"})
_ABOUT: Final = (Place("about", ""),)


def _outdated(context: Context, _owner: str) -> Iterator[Found]:
    if not standing(context.record):
        return
    visit = context.visit
    copies = held(visit, context.record, context.past)
    told = to_be_told(visit, copies)
    if told:
        yield _not_told(visit, told)
    lost = {c.publication.reader for c in copies if c.lost}
    if lost:
        text = message(
            "What {n} holder has cannot be compared: the history of this file begins later",
            "What {n} holders have cannot be compared: the history of this file begins later",
            n=len(lost),
        )
        yield Found(text, places=(Place("about", "", "history"),), severity=Severity.INFO)


def _not_told(visit: Visit, told: tuple[Told, ...]) -> Found:
    changes = {c.item: c for one in told for c in one.changes}
    items = tuple(key for key in changes if key in visit.items)
    first = changes[items[0]] if items else next(iter(changes.values()))
    item = first.now or first.was
    rest = len(changes) - 1
    title = Quote(text=item.title) if item is not None else ""
    text = (
        message(
            "{n} holder does not know of changes in the programme: “{title}” and {rest} more",
            "{n} holders do not know of changes in the programme: “{title}” and {rest} more",
            n=len(told),
            title=title,
            rest=rest,
        )
        if rest
        else message(
            "{n} holder does not know of a change in the programme: “{title}”",
            "{n} holders do not know of a change in the programme: “{title}”",
            n=len(told),
            title=title,
        )
    )
    return Found(
        text,
        items=items,
        people=tuple(one.reader for one in told if one.reader in visit.people),
        places=tuple(Place("items", key) for key in items) or _ABOUT,
    )


O03: Final = Rule(
    code="O03",
    name="outdated-copy",
    title="Outdated print",
    severity=Severity.WARNING,
    family="outputs",
    source="custom",
    scope=Scope.VISIT,
    text=RuleText(
        finds="A paper or a calendar that was given out shows rows of the programme that have "
        "changed since, and nobody has ticked that its holder was told. Only what that copy shows "
        "counts: no internal notes for the holder of a paper for guests, nothing outside a "
        "personal programme.",
        why="Whoever has no new sheet comes at the old time. The copy in his hand looks as valid "
        "as the one in yours.",
        example="The laying of flowers moves from 11.00 to 11.20. The eight holders of the "
        "programme of version 2 still read 11.00.",
        remedy="Open “Inform…”, tell each holder, tick him, and reprint only what is outdated. A "
        "calendar by link follows by itself, but phones fetch it up to a day later.",
    ),
    check=_outdated,
    reads=frozenset(COLLECTIONS) - _NOT_READ,
    of_record=True,
)
