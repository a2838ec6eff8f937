# SPDX-License-Identifier: MIT
"""Things of a visit under what they belong to: those of an item, the ways between two places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.domain.venues import Leg
    from visitplanner.domain.visit import Visit


class _OfItem(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def item(self) -> str | None: ...


T = TypeVar("T", bound=_OfItem)


def by_item(entities: Iterable[T]) -> Mapping[str, tuple[T, ...]]:
    """Entities under the item they belong to, in the order of their ids."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for entity in sorted(entities, key=lambda e: e.id):
        if entity.item is not None:
            found[entity.item].append(entity)
    return {key: tuple(values) for key, values in found.items()}


def ways(visit: Visit) -> Mapping[tuple[str, str], Leg]:
    """The leg from one venue to another, back by the same where it is not one-way."""
    found: dict[tuple[str, str], Leg] = {}
    legs = [visit.legs[key] for key in sorted(visit.legs)]
    for leg in legs:
        found.setdefault((leg.origin, leg.destination), leg)
    for leg in legs:
        if not leg.one_way:
            found.setdefault((leg.destination, leg.origin), leg)
    return found
