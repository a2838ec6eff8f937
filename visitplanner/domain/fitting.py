# SPDX-License-Identifier: MIT
"""How long each thing of a stretch of the day lasts, so that together they fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.kinds import KIND_FACTS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

GRID: Final = 5
"""A programme is written in steps of five minutes."""
PAUSE: Final = 5
"""Between two rooms of one place: the buffer of the usual policy."""
LEAST_FREE: Final = KIND_FACTS[Kind.FREE].shortest

# Lengths an item may grow to when there is more time than the day needs (protocol.md section 3:
# all within the longest length of its kind), and the shortest a transfer of unknown length gets.
_AMPLE: Final = {
    Kind.ARRIVAL: 30,
    Kind.LAYING: 30,
    Kind.HEADS_MEETING: 30,
    Kind.SESSION: 120,
    Kind.SIGNING: 20,
    Kind.PRESS: 15,
    Kind.ENTERPRISE: 90,
    Kind.TRANSFER: 35,
    Kind.REST: 60,
}
_SHORTEST: Final = {Kind.TRANSFER: 15}
# Who gives time first, and who gets it first.
_GIVING: Final = (
    *(Kind.ENTERPRISE, Kind.SESSION, Kind.REST, Kind.TRANSFER, Kind.HEADS_MEETING),
    *(Kind.LAYING, Kind.SIGNING, Kind.PRESS, Kind.ARRIVAL),
)
_GETTING: Final = (
    *(Kind.TRANSFER, Kind.SESSION, Kind.ENTERPRISE, Kind.REST, Kind.LAYING, Kind.HEADS_MEETING),
    *(Kind.SIGNING, Kind.PRESS, Kind.ARRIVAL),
)


class Piece(NamedTuple):
    """One thing in a stretch: what, where, where a transfer ends, and the pause before it."""

    kind: Kind
    site: str
    target: str = ""
    pause: int = 0

    @property
    def usual(self) -> int:
        """The usual length."""
        return KIND_FACTS[self.kind].usual

    @property
    def shortest(self) -> int:
        """The length below which it is better left out."""
        return _SHORTEST.get(self.kind, KIND_FACTS[self.kind].shortest)

    @property
    def ample(self) -> int:
        """The length it grows to before free time is set instead."""
        return max(self.usual, _AMPLE.get(self.kind, 0))


class Timed(NamedTuple):
    """A piece with its time, in minutes from the midnight the day begins with."""

    piece: Piece
    start: int
    end: int


class Need(NamedTuple):
    """Minutes a stretch asks for."""

    shortest: int
    usual: int
    ample: int


def need(pieces: Sequence[Piece]) -> Need:
    """What these pieces ask for, their pauses included."""
    pauses = sum(piece.pause for piece in pieces)
    return Need(
        pauses + sum(piece.shortest for piece in pieces),
        pauses + sum(piece.usual for piece in pieces),
        pauses + sum(piece.ample for piece in pieces),
    )


def effort(asked: Need, room: int) -> float | None:
    """How much it hurts to fill exactly so many minutes; None when it cannot be done."""
    room -= room % GRID
    if room < asked.shortest:
        return None
    if room <= asked.usual:
        return 3.0 * (asked.usual - room)
    if room <= asked.ample:
        return 0.3 * (room - asked.usual)
    return 1.0 * (room - asked.usual)


def filled(
    pieces: Sequence[Piece], start: int, end: int, *, free_before_way: bool = False
) -> list[Timed]:
    """The pieces one after another, filling the stretch to the minute.

    Too little time is taken from those that give it first. Too much goes to those that can use
    it; where there is more than that, all keep their usual length and free time is set in: at
    the end, or before the last way.
    """
    lengths = [piece.usual for piece in pieces]
    asked = need(pieces)
    spare = end - start - asked.usual
    odd = spare % GRID
    spare -= odd
    if spare < 0 or end - start - odd <= asked.ample:
        _shift(pieces, lengths, spare)
    else:
        lengths = _with_odd(lengths, odd)
        return _with_free_time(pieces, lengths, start, spare, before_way=free_before_way)
    return _timed(pieces, _with_odd(lengths, odd), start)


def _with_odd(lengths: list[int], odd: int) -> list[int]:
    """The minutes off the grid go to the first piece: all later ones begin on it."""
    return [lengths[0] + odd, *lengths[1:]] if lengths else lengths


def _shift(pieces: Sequence[Piece], lengths: list[int], spare: int) -> None:
    """Gives or takes minutes, a step of the grid from each in turn."""
    step = GRID if spare > 0 else -GRID
    order = _GETTING if spare > 0 else _GIVING
    ranked = sorted(range(len(pieces)), key=lambda n: (_place(order, pieces[n].kind), n))
    while spare:
        before = spare
        for n in ranked:
            limit = pieces[n].ample if spare > 0 else pieces[n].shortest
            if spare and lengths[n] != limit and abs(limit - lengths[n]) >= GRID:
                lengths[n] += step
                spare -= step
        if spare == before:
            return


def _place(order: Sequence[Kind], kind: Kind) -> int:
    return order.index(kind) if kind in order else len(order)


def _with_free_time(
    pieces: Sequence[Piece], lengths: list[int], start: int, spare: int, *, before_way: bool
) -> list[Timed]:
    last = len(pieces) - 1
    if before_way and pieces[last].target:
        free = Piece(Kind.FREE, pieces[last].site)
        return _timed(
            [*pieces[:last], free, pieces[last]], [*lengths[:last], spare, lengths[last]], start
        )
    free = Piece(Kind.FREE, pieces[last].target or pieces[last].site)
    return _timed([*pieces, free], [*lengths, spare], start)


def _timed(pieces: Sequence[Piece], lengths: Sequence[int], start: int) -> list[Timed]:
    timed = []
    for piece, length in zip(pieces, lengths, strict=True):
        start += piece.pause
        timed.append(Timed(piece, start, start + length))
        start += length
    return timed
