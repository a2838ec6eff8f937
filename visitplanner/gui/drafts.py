# SPDX-License-Identifier: MIT
"""A new item with what is likely about it: time, place and people of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import KIND_FACTS
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.programme import ProgrammeItem
from visitplanner.domain.text import LANGUAGES, Language, Text
from visitplanner.editions.labels import KINDS
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from datetime import date

    from visitplanner.domain.kinds import Kind
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.desk import Desk

_MORNING: Final = 9 * 60


def draft(desk: Desk, kind: Kind) -> ProgrammeItem:
    """An item of a kind after the selected one, else after the last of the day."""
    visit = desk.visit
    before = desk.item or last_of(visit, desk.day)
    start = on(desk.day, _MORNING)
    if before is not None and before.end is not None:
        start = before.end
    return ProgrammeItem(
        id=desk.session.fresh_item_id(kind.value),
        kind=kind,
        title=title_of(kind, visit),
        start=start,
        end=start.plus(KIND_FACTS[kind].usual),
        tracks=before.tracks if before is not None else tuple(visit.tracks)[:1],
        venue=(before.destination or before.venue) if before is not None else None,
        participants=before.participants if before is not None else (),
    )


def last_of(visit: Visit, day: date) -> ProgrammeItem | None:
    """The item of a day that ends last."""
    items = [i for i in visit.items.values() if i.start is not None and i.start.date == day]
    return max(items, key=lambda item: (item.end or LocalTime(0), item.id), default=None)


def title_of(kind: Kind, visit: Visit) -> Text:
    """The usual title of a kind in the languages of the visit."""
    chosen: dict[Language, str] = {}
    for language in LANGUAGES:
        if language in visit.about.languages and language != "be":  # no words of its own yet
            chosen[language] = translator(language).gettext(KINDS[kind])
    return Text(ru=chosen.get("ru", ""), en=chosen.get("en", ""))
