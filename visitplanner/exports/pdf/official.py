# SPDX-License-Identifier: MIT
"""The official programme: what guests and press are given (protocol.md section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Side
from visitplanner.domain.programme import ItemStatus, Part
from visitplanner.exports.pdf.blocks import (
    HAIR,
    MM,
    Frame,
    Para,
    Piece,
    para,
    paragraph_piece,
    row_piece,
)
from visitplanner.exports.pdf.common import (
    STRONG,
    Mentions,
    capital,
    delegation_lists,
    labelled,
    lower,
    phrases,
    say,
)
from visitplanner.exports.pdf.pages import a4
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from visitplanner.editions.values import Day, PeopleLine, ProgrammeView, Row
    from visitplanner.exports.pdf.pages import PageProfile
    from visitplanner.exports.pdf.typeset import Setter

# Left, right, top, bottom: the norms of both sides (protocol.md section 1).
PROFILES: Final[Mapping[str, PageProfile]] = {
    "ru": a4(30, 10, 20, 20),
    "by": a4(30, 8, 20, 20),
}
_TIME: Final = 28 * MM
_BETWEEN: Final = 2.5 * MM
"""Between notes of the time and what happens."""
_SIZE: Final = 13.0
_NOTE: Final = 10.0
_PRINTED: Final = frozenset({Part.MEMBER, Part.GREETER, Part.ESCORT})
"""Papers for guests do not name assistants, secretaries, interpreters."""


def official_pieces(setter: Setter, view: ProgrammeView, width: float) -> list[Piece]:
    """Everything the paper holds, in order."""
    paper = _Official(setter, view, width)
    lists = delegation_lists(setter, view, width, _SIZE, inside=False)
    return [*paper.heading(), *paper.days(), *paper.note(), *lists]


class _Official:
    def __init__(self, setter: Setter, view: ProgrammeView, width: float) -> None:
        self._setter: Final = setter
        self._view: Final = view
        self._width: Final = width
        self._mentions: Final = Mentions()
        self._frame: Final = Frame(
            (_TIME, width - _TIME),
            pad_x=0,
            pad_top=2.2 * MM,
            pad_bottom=2.6 * MM,
            under=HAIR,
            soft=True,
        )

    def heading(self) -> Iterator[Piece]:
        """«ПРОГРАММА / пребывания делегации …»."""
        inset = 8 * MM
        paras = [para(self._view.heading.upper(), 15, "bold", align="centre")]
        inner = self._width - 2 * inset
        paras += phrases(self._setter, self._view.subject_lines, inner, 14, 1.5 * MM)
        if len(self._dated()) != 1:
            paras.append(para(self._view.dates, _SIZE, align="centre", before=2.5 * MM))
        yield paragraph_piece(self._setter, paras, inner, x=inset, tag="H1", keep=2)

    def _dated(self) -> list[Day]:
        return [day for day in self._view.days if day.date is not None]

    def days(self) -> Iterator[Piece]:
        """Every day with its rows; a day without any says so."""
        for day in self._view.days:
            rows = [row for row in day.rows if row.status is not ItemStatus.CANCELLED]
            yield paragraph_piece(
                self._setter,
                [para(day.heading, _SIZE, "bold", align="centre")],
                self._width,
                tag="H2",
                gap=7 * MM,
                keep=2,
                outline=day.heading,
            )
            if not rows:
                empty = say(self._view, N_("The programme of the day is being prepared."))
                yield paragraph_piece(
                    self._setter, [para(empty, _SIZE, "italic")], self._width, gap=4 * MM
                )
            again = self._again(day)
            for n, row in enumerate(rows):
                yield row_piece(
                    self._setter,
                    [self._time(row), self._body(row)],
                    self._frame if n else self._frame._replace(over=STRONG),
                    gap=0 if n else 2.5 * MM,
                    head=again,
                    item=row.id,
                )

    def _again(self, day: Day) -> tuple[Piece, ...]:
        """Which day goes on, at the top of its further pages, where there are several."""
        if len(self._view.days) == 1:
            return ()
        text = say(self._view, N_("{title} (continued)")).format(title=day.heading)
        note = paragraph_piece(
            self._setter, [para(text, _NOTE, "italic", align="centre")], self._width
        )
        return (note._replace(height=note.height + 1.5 * MM),)

    def _time(self, row: Row) -> list[Para]:
        paras = [para(row.clock, _SIZE)] if row.clock else []
        if row.clock_note and row.day is not None:
            paras.append(para(row.clock_note, _NOTE, "italic", right=_BETWEEN))
        return paras

    def _body(self, row: Row) -> list[Para]:
        if row.kind is Kind.TRANSFER and not row.parallel:
            return [para(_sentence(row.title, row.travel), _SIZE)]
        paras = [para(row.title, _SIZE, "bold"), *self._track(row)]
        paras += [para(text, _SIZE, before=0.6 * MM) for text in self._plain(row)]
        for line in row.people:
            if line.part in _PRINTED and not _said_by_kind(row, line):
                text = self._mentions.line(line.names)
                paras.append(Para(labelled(line.label, text, _SIZE), before=0.8 * MM))
        if row.dress:
            label = say(self._view, N_("Dress"))
            paras.append(Para(labelled(label, row.dress, _SIZE), before=0.8 * MM))
        return paras

    def _track(self, row: Row) -> list[Para]:
        if not (row.parallel and row.tracks):
            return []
        label = say(self._view, N_("Track of the programme"))
        tracks = ", ".join(lower(track) for track in row.tracks)
        return [para(f"{label}: {tracks}", _NOTE + 1, "italic")]

    def _plain(self, row: Row) -> Iterator[str]:
        if row.site and (place := place_line(row)):
            yield place
        if row.travel:
            yield row.travel
        yield from (line for line in row.public_text.splitlines() if line.strip())

    def note(self) -> Iterator[Piece]:
        """That the times are an illustration, in small letters."""
        if self._view.illustrative_note:
            yield paragraph_piece(
                self._setter,
                [para(self._view.illustrative_note, _NOTE, "italic")],
                self._width,
                gap=5 * MM,
            )


def place_line(row: Row) -> str:
    """Where an item is; the address where its title names the place already."""
    if row.site is None:
        return ""
    if row.destination is not None:
        return f"{row.site.venue} – {row.destination.venue}"
    if row.site.room or not _names(row.title, row.site.venue):
        return row.site.text
    return capital(row.site.address)


def _said_by_kind(row: Row, line: PeopleLine) -> bool:
    """Whether it goes without saying: who arrives and departs are the guests."""
    comes_or_goes = row.kind in {Kind.ARRIVAL, Kind.DEPARTURE}
    return (
        comes_or_goes
        and line.part is Part.MEMBER
        and all(named.side is Side.GUEST for named in line.names)
    )


def _names(title: str, venue: str) -> bool:
    """Whether a title holds the words of a place, in whatever case."""
    words = [word[: max(3, len(word) - 2)].lower() for word in venue.split()]
    return all(word in title.lower() for word in words)


def _sentence(*parts: str) -> str:
    """Parts as sentences: «Переезд. Время в пути – 10 мин.»."""
    first, *others = [part.rstrip(".") for part in parts if part] or [""]
    whole = [first, *(other.replace(" ", "\u00a0") for other in others)]
    return ". ".join(whole) + ("." if others else "")
