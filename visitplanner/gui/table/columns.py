# SPDX-License-Identifier: MIT
"""The columns of the table as records: title, what a cell takes, how it is sorted; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from visitplanner.domain.patch import EditRefusedError, Patch
from visitplanner.domain.period import on
from visitplanner.domain.text import message
from visitplanner.gui.table import writing
from visitplanner.words.catalogue import N_
from visitplanner.words.meant import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from visitplanner.domain.programme import ProgrammeItem
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.table.sheet import Sheet
    from visitplanner.words.meant import Candidates

    Write = Callable[[Sheet, Visit, str, str], Patch]
    """Sheet, visit, id of the item, text typed: the patch, or EditRefusedError."""
    SortKey = Callable[[Sheet, ProgrammeItem], tuple[int | str, ...]]

_LAST: Final = 10**12


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    key: str
    title: str
    write: Write
    sort: SortKey
    full_title: str = ""
    """Where the title is short: for tooltip and screen reader."""
    also: tuple[str, ...] = ()
    """What tables made elsewhere call it."""
    offers: Callable[[Sheet], Candidates] | None = None
    """What can be named in it."""
    opens: bool = False
    """The list stands open at once: it is short."""
    several: bool = False
    """A cell holds a list of names; typing adds to it."""
    clears: bool = False
    """A cell may be empty."""
    letters: bool = True
    """Letters begin typing; else they are commands."""
    digits: bool = False
    """Stands at the right, as numbers do."""
    weight: int = 0
    """Share of the width that is left over; 0 keeps its width."""
    narrow: int = 0
    """The least width of one that takes a share."""
    least: str = ""
    """The widest usual text of a column that keeps its width."""

    def text(self, sheet: Sheet, item: ProgrammeItem) -> str:
        """What a cell says."""
        return sheet.text(item, self.key)

    def written(self, sheet: Sheet, visit: Visit, item_id: str, text: str) -> Patch:
        """What a text typed into a cell changes; EditRefusedError when it cannot be."""
        item = visit.items[item_id]
        shown = self.text(sheet, item)
        text = text.strip()
        if " ".join(text.split()) == " ".join(shown.split()):
            return Patch(message("Change the data"))
        if not text and not self.clears:
            raise EditRefusedError(message("This cell cannot be empty."))
        return self.write(sheet, visit, item_id, text)


def by_time(_sheet: Sheet, item: ProgrammeItem) -> tuple[int | str, ...]:
    """By start; what has no time stands before its day, and what has no day at the end."""
    if item.start is not None:
        return item.start.minutes, 1, (item.end or item.start).minutes, item.id
    if item.day is not None:
        return on(item.day).minutes, 0, 0, item.id
    return _LAST, 0, 0, item.id


def _by_end(sheet: Sheet, item: ProgrammeItem) -> tuple[int | str, ...]:
    return (item.end.minutes if item.end is not None else _LAST, *by_time(sheet, item))


def _by_length(sheet: Sheet, item: ProgrammeItem) -> tuple[int | str, ...]:
    return (item.minutes if item.timed else _LAST, *by_time(sheet, item))


def _by_text(key: str) -> SortKey:
    def found(sheet: Sheet, item: ProgrammeItem) -> tuple[int | str, ...]:
        text = folded(sheet.text(item, key))
        return (0 if text else 1, text, *by_time(sheet, item))

    return found


def _by_status(sheet: Sheet, item: ProgrammeItem) -> tuple[int | str, ...]:
    return (list(type(item.status)).index(item.status), *by_time(sheet, item))


DAY: Final = Column(
    "day",
    N_("Day"),
    writing.write_day,
    by_time,
    offers=lambda sheet: sheet.names.days,
    opens=True,
    least="23.12, вт",
    also=("дата", "date"),
)
START: Final = Column(
    "start",
    N_("Start"),
    writing.write_start,
    by_time,
    clears=True,
    letters=False,
    least="00.00 🔒",
    also=("время", "время начала", "time"),
)
END: Final = Column(
    "end",
    N_("Ends"),
    writing.write_end,
    _by_end,
    N_("End"),
    letters=False,
    least="00.00",
    also=("окончание", "время окончания"),
)
MINUTES: Final = Column(
    "minutes",
    N_("Min"),
    writing.write_minutes,
    _by_length,
    N_("Length, minutes"),
    letters=False,
    digits=True,
    least="000",
    also=("минут", "длительность", "продолжительность", "duration"),
)
TITLE: Final = Column(
    "title",
    N_("Item"),
    writing.write_title,
    _by_text("title"),
    weight=36,
    narrow=150,
    also=("мероприятие", "название", "event", "title"),
)
PLACE: Final = Column(
    "place",
    N_("Place"),
    writing.write_place,
    _by_text("place"),
    offers=lambda sheet: sheet.names.places,
    clears=True,
    weight=26,
    narrow=98,
    also=("место проведения", "venue"),
)
PEOPLE: Final = Column(
    "people",
    N_("Participants"),
    writing.write_people,
    _by_text("people"),
    offers=lambda sheet: sheet.names.everybody,
    several=True,
    clears=True,
    weight=30,
    narrow=98,
    also=("участники", "присутствуют", "people"),
)
RESPONSIBLE: Final = Column(
    "responsible",
    N_("Responsible"),
    writing.write_responsible,
    _by_text("responsible"),
    offers=lambda sheet: sheet.names.people,
    clears=True,
    weight=16,
    narrow=98,
    also=("ответственные",),
)
STATUS: Final = Column(
    "status",
    N_("Status"),
    writing.write_status,
    _by_status,
    offers=lambda sheet: sheet.names.statuses,
    opens=True,
    least="Предварительно",
    also=("состояние",),
)
COLUMNS: Final = (DAY, START, END, MINUTES, TITLE, PLACE, PEOPLE, RESPONSIBLE, STATUS)
