# SPDX-License-Identifier: MIT
"""Things of the visit inside messages, named at display in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.text import Case, Clock, Day, Ref

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from visitplanner.domain.period import LocalTime


def item(item_id: str) -> Ref:
    """An item by its title."""
    return Ref(collection="items", ids=(item_id,))


def people(ids: Iterable[str], case: Case = Case.NOM) -> Ref:
    """People by name."""
    return Ref(collection="people", ids=tuple(ids), case=case)


def parties(ids: Iterable[str], case: Case = Case.NOM) -> Ref:
    """Parties by name."""
    return Ref(collection="parties", ids=tuple(ids), case=case)


def one(collection: str, entity_id: str, case: Case = Case.NOM) -> Ref:
    """Anything else by its collection and id."""
    return Ref(collection=collection, ids=(entity_id,), case=case)


def clock(time: LocalTime) -> Clock:
    """A time of day."""
    return Clock(time=time)


def day_and_clock(time: LocalTime) -> Clock:
    """A day with a time of day."""
    return Clock(time=time, day=True)


def many(collection: str, ids: Iterable[str], case: Case = Case.NOM) -> Ref:
    """Several things of one collection."""
    return Ref(collection=collection, ids=tuple(ids), case=case)


def day(date: datetime.date) -> Day:
    """A day."""
    return Day(day=date)
