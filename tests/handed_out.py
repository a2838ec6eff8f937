# SPDX-License-Identifier: MIT
"""Eight paper holders and eleven calendars of the example, before a move of the laying of flowers.

The story, by lines of the log: 1 moves the laying to 11.20 (version 1 is frozen there), 2 moves
it back to 11.00 (version 2), 3 is the move by 20 minutes everybody is to hear of (draft 3). Who
is told of it, and who is not and why, stands in golden/told_laying.ru.txt, written by hand.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from tests.factory import clock, example, having
from tests.opened import session_on
from visitplanner.domain.edits import move_item
from visitplanner.domain.patch import apply
from visitplanner.domain.programme import Track
from visitplanner.domain.record import (
    Channel,
    Informing,
    Publication,
    Record,
    Version,
    VersionStatus,
    first_record,
)
from visitplanner.domain.text import Text, Visibility
from visitplanner.store import create_visit

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.domain.visit import Visit

FROZEN_1: Final = datetime(2025, 12, 15, 9, 0, tzinfo=UTC)
FROZEN_2: Final = datetime(2025, 12, 18, 18, 40, tzinfo=UTC)
MOVED: Final = datetime(2025, 12, 19, 7, 30, tzinfo=UTC)
FIRST, SECOND, MOVE = 1, 2, 3
"""Lines of the log: what version 1 contains last, what version 2 does, the move itself."""
MOVES: Final = {FIRST: "11:20", SECOND: "11:00", MOVE: "11:20"}
CITIES: Final = "cities-meeting-alone"
WORKING: Final = {"edition": "working", "audience": Visibility.INTERNAL}
DUTY, PHOTOGRAPHER = "Дежурный по зданию", "Фотограф горисполкома"
"""Two holders nobody entered as people: their names as they were typed."""


def beginning() -> Visit:
    """The example with a track of the two cities' meeting alone, which can be printed by itself."""
    visit = example()
    meeting = visit.items["cities-meeting"]
    track = Track(id=CITIES, name=Text(ru="Встреча глав городов", en="The cities' meeting"))
    return having(
        visit,
        tracks=(track,),
        items=(replace(meeting, tracks=(*meeting.tracks, CITIES)),),
    )


@cache
def states() -> dict[int, Visit]:
    """The plan after each line of the log; 0 is the beginning."""
    found = {0: beginning()}
    for line, start in MOVES.items():
        before = found[line - 1]
        found[line] = apply(before, move_item(before, "laying", clock(start)))
    return found


def _paper(number: int, reader: str, edit: int, **fields: object) -> Publication:
    plain = Publication(
        edition="official",
        version=edit,
        reader=reader,
        at=FROZEN_1 if edit == FIRST else FROZEN_2,
        channel=Channel.PAPER,
        copy_number=str(number),
        edit=edit,
        author="Е. В. Морозова",
    )
    return replace(plain, **fields)


def _calendar(reader: str, channel: Channel, edit: int, **fields: object) -> Publication:
    plain = Publication(
        edition="official",
        version=edit,
        reader=reader,
        at={FIRST: FROZEN_1, SECOND: FROZEN_2, MOVE: MOVED}[edit],
        channel=channel,
        edit=edit,
        format="ical",
        scope=reader,
        author="Е. В. Морозова",
    )
    return replace(plain, **fields)


PAPERS: Final = (
    _paper(1, "anokhin", SECOND),
    _paper(2, "subbotin", SECOND),
    _paper(3, "guests", SECOND),
    _paper(4, "tarasov", SECOND),  # directs the enterprise, lays no flowers
    _paper(5, "volkov", SECOND, **WORKING),  # runs the cars, lays no flowers
    _paper(6, DUTY, FIRST, **WORKING),
    _paper(7, PHOTOGRAPHER, SECOND, scope=CITIES),
    _paper(8, "kiselyova", SECOND, **WORKING, withdrawn=FROZEN_2),
)
CALENDARS: Final = (
    _calendar("anokhin", Channel.LINK, SECOND),
    _calendar("subbotin", Channel.FILE, SECOND),
    _calendar("guests", Channel.FILE, SECOND),
    _calendar("hosts", Channel.LINK, SECOND),
    _calendar("gromova", Channel.FILE, SECOND),  # the press approach alone
    _calendar("tarasov", Channel.FILE, SECOND),  # the visit to the enterprise alone
    _calendar("morozova", Channel.LINK, SECOND, **WORKING, scope=""),
    _calendar("novikov", Channel.FILE, FIRST),
    _calendar("geroev", Channel.FILE, FIRST),
    _calendar("fyodorov", Channel.FILE, SECOND),
    _calendar("fyodorov", Channel.FILE, MOVE),  # the same calendar, made anew
    _calendar("gonchar", Channel.LINK, SECOND),
)
INFORMED: Final = (
    Informing(reader="novikov", edit=SECOND, at=FROZEN_2, author="Д. И. Киселёва"),
    Informing(reader="gonchar", edit=MOVE, at=MOVED, author="Е. В. Морозова"),
)


def handed_out() -> Record:
    """The record of the visit when the move has been made."""
    versions = tuple(
        Version(number=n, status=status, created=at, author="Е. В. Морозова", edit=edit)
        for n, status, at, edit in (
            (1, VersionStatus.BEING_AGREED, FROZEN_1, FIRST),
            (2, VersionStatus.AGREED, FROZEN_2, SECOND),
        )
    )
    record = first_record(beginning(), FROZEN_1)
    return replace(record, versions=versions, publications=(*PAPERS, *CALENDARS), informed=INFORMED)


def written(folder: Path) -> Path:
    """The same story in a file of its own, told by a session."""
    path = folder / "рассылка.visit"
    create_visit(path, beginning(), first_record(beginning(), FROZEN_1))
    with closing(session_on(path)) as session:
        for start in MOVES.values():
            session.edit(partial(move_item, item_id="laying", start=clock(start)))
        known = handed_out()
        session.record_now(
            replace(
                session.record,
                versions=known.versions,
                publications=known.publications,
                informed=known.informed,
            )
        )
    return path
