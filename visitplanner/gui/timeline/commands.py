# SPDX-License-Identifier: MIT
"""What the user can do to items on the timeline, as edits of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import edits
from visitplanner.domain.kinds import KIND_FACTS, Kind
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.period import LocalTime, on
from visitplanner.domain.programme import ItemStatus, Participation, ProgrammeItem
from visitplanner.domain.record import fresh_item_id
from visitplanner.domain.ripple import ripple_items
from visitplanner.domain.text import Text
from visitplanner.domain.together import (
    align_ends,
    align_starts,
    copy_items,
    fix_items,
    remove_items,
    untime_items,
)
from visitplanner.gui.timeline.gestures import resized
from visitplanner.gui.timeline.lanes import ROAD, WITHOUT, LaneMode, axis_span
from visitplanner.store.contract import StoreError
from visitplanner.words.message import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from visitplanner.domain.edits import Edit
    from visitplanner.domain.text import Language
    from visitplanner.session.session import Notice, Session

_MORNING: Final = 9 * 60


class Commands:
    """Edits by the session; what is refused is told in a sentence."""

    def __init__(
        self,
        session: Session,
        language: Language,
        failed: Callable[[str], None],
        not_written: Callable[[str], None] | None = None,
    ) -> None:
        self._session = session
        self._language: Language = language
        self._failed = failed
        self._not_written = not_written if not_written is not None else failed

    def make(self, edit: Edit, merge: str | None = None) -> Notice | None:
        """One edit; None when it was refused, and then nothing has changed."""
        try:
            return self._session.edit(edit, merge=merge)
        except EditRefusedError as error:
            self._failed(render(error.reason, self._session.visit, self._language))
        except StoreError as error:
            self._not_written(render(error.sentence, self._session.visit, self._language))
        return None

    def shift(self, ids: Iterable[str], minutes: int, merge: str | None = None) -> None:
        """Moves timed items."""
        timed = [key for key in ids if self._timed(key)]
        if timed:
            self.make(lambda visit: edits.shift_items(visit, timed, minutes), merge)

    def ripple(self, ids: Iterable[str], minutes: int, merge: str | None = None) -> None:
        """Moves timed items and all that must give way."""
        timed = [key for key in ids if self._timed(key)]
        if timed:
            self.make(lambda visit: ripple_items(visit, timed, minutes), merge)

    def stretch(self, item: str, minutes: int, merge: str | None = None) -> None:
        """Moves the end of an item."""
        if self._timed(item):
            self.make(lambda visit: resized(visit, item, 0, minutes), merge)

    def remove(self, ids: Iterable[str]) -> None:
        """Removes items as one step."""
        chosen = tuple(key for key in ids if key in self._session.visit.items)
        if chosen:
            self.make(lambda visit: remove_items(visit, chosen))

    def fix(self, ids: Iterable[str]) -> None:
        """Fixes the times of items, or lets them go when all are fixed."""
        items = self._session.visit.items
        chosen = [key for key in ids if key in items]
        wanted = not all(items[key].fixed for key in chosen)
        if chosen:
            self.make(lambda visit: fix_items(visit, chosen, fixed=wanted))

    def duplicate(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Puts copies right after items, all by the same minutes; answers their ids."""
        items = self._session.visit.items
        chosen = [key for key in ids if key in items]
        if not chosen:
            return ()
        spans = [span for key in chosen if (span := axis_span(self._session.visit, items[key]))]
        by = max(end for _, end in spans) - min(start for start, _ in spans) if spans else 0
        fresh = self.fresh_ids(chosen)
        made = self.make(lambda visit: copy_items(visit, fresh, by))
        return tuple(fresh.values()) if made is not None else ()

    def align(self, ids: Iterable[str], *, ends: bool) -> None:
        """Lets timed items start, or end, with the first of them."""
        timed = tuple(key for key in ids if self._timed(key))
        if len(timed) > 1:
            self.make(lambda visit: (align_ends if ends else align_starts)(visit, timed))

    def untime(self, ids: Iterable[str]) -> None:
        """Takes the times off items: they stand on the shelf."""
        timed = tuple(key for key in ids if self._timed(key))
        if timed:
            self.make(lambda visit: untime_items(visit, timed))

    def rename(self, item: str, title: str) -> bool:
        """Rewrites the title in the window's language; answers whether it stands."""
        language = self._language
        edited = self.make(lambda visit: edits.set_item_title(visit, item, language, title))
        return edited is not None

    def create(self, draft: ProgrammeItem, title: str) -> bool:
        """Adds a drafted item under a title; answers whether it stands."""
        item = replace(draft, title=draft.title.edited(self._language, title))
        return self.make(lambda visit: edits.create_item(visit, item)) is not None

    def fresh_id(self, kind: Kind) -> str:
        """An id for a new item of a kind."""
        return self._session.fresh_item_id(kind.value)

    def fresh_ids(self, ids: Iterable[str]) -> dict[str, str]:
        """Ids for a copy of each item."""
        visit, record = self._session.visit, self._session.record
        found = {}
        for key in ids:
            item = visit.items[key]
            found[key] = new = fresh_item_id(item.kind.value, visit, record)
            visit = replace(visit, items={**visit.items, new: item})
        return found

    def drafted(
        self, mode: LaneMode, lane: str, start: int, end: int, kind: Kind = Kind.OTHER
    ) -> ProgrammeItem:
        """A new item, not stored yet, that stands in a lane."""
        named = lane not in {ROAD, WITHOUT}
        return ProgrammeItem(
            id=self.fresh_id(kind),
            kind=kind,
            title=Text(),
            start=LocalTime(start),
            end=LocalTime(end),
            status=ItemStatus.TENTATIVE,
            tracks=(lane,) if mode is LaneMode.TRACK and named else (),
            participants=(Participation(who=lane),) if mode is LaneMode.PERSON and named else (),
            venue=lane if mode is LaneMode.VENUE and named else None,
        )

    def drafted_after(self, item: str, kind: Kind) -> ProgrammeItem:
        """A new item right after another one: same lanes, place and people."""
        found = self._session.visit.items[item]
        end = found.end or found.start
        return ProgrammeItem(
            id=self.fresh_id(kind),
            kind=kind,
            title=Text(),
            start=end,
            end=end.plus(KIND_FACTS[kind].usual) if end else None,
            zone=found.end_zone or found.zone,
            tracks=found.tracks,
            venue=found.destination or found.venue,
            participants=tuple(
                Participation(who=entry.who, excluded=entry.excluded)
                for entry in found.participants
            ),
        )

    def drafted_alone(self, day: date, kind: Kind) -> ProgrammeItem:
        """The first item of an empty day."""
        start = on(day, _MORNING)
        tracks = sorted(self._session.visit.tracks.values(), key=lambda track: track.order)
        return ProgrammeItem(
            id=self.fresh_id(kind),
            kind=kind,
            title=Text(),
            start=start,
            end=start.plus(KIND_FACTS[kind].usual),
            tracks=tuple(track.id for track in tracks),
        )

    def _timed(self, key: str) -> bool:
        item = self._session.visit.items.get(key)
        return item is not None and item.timed
