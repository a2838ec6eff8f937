# SPDX-License-Identifier: MIT
"""Pieces onto pages: headings stay with their rows, no page is empty or holds a stray line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.exports.pdf.blocks import MM, Piece, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_LAST: Final = 30 * MM
"""A last page that holds less than this takes a piece over from the page before it [S16]."""


_BEGINNING: Final = 40 * MM
"""How much of a row that must be parted stands before the break, at least."""


class PageProfile(NamedTuple):
    """A sheet of paper and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def area_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def area_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


def a4(
    left: float, right: float, top: float, bottom: float, *, landscape: bool = False
) -> PageProfile:
    """A4 with margins in millimetres."""
    width, height = (297.0, 210.0) if landscape else (210.0, 297.0)
    return PageProfile(*(v * MM for v in (width, height, left, right, top, bottom)))


class Standing(NamedTuple):
    """A piece at its place, from the top of the page area."""

    y: float
    piece: Piece
    repeated: bool = False
    """A heading row shown once more."""


Page = list[Standing]


def paginate(pieces: Sequence[Piece], height: float) -> list[Page]:
    """The pages the pieces fill."""
    chunks = _chunks(list(pieces), height)
    for n, chunk in enumerate(chunks):
        ends = n + 1 == len(chunks) or chunks[n + 1][0].new_page
        if n and ends and not chunk[0].new_page:
            _even_out(chunks[n - 1], chunk, height)
    return [_stood(chunk) for chunk in chunks]


def _chunks(pieces: list[Piece], height: float) -> list[list[Piece]]:
    pages: list[list[Piece]] = [[]]
    used = 0.0
    n = 0
    while n < len(pieces):
        piece = pieces[n]
        fresh = not pages[-1]
        start = (_head_height(piece) if fresh else piece.gap) + used
        if piece.new_page and not fresh:
            pass
        elif start + piece.height + _kept(pieces, n, height) <= height:
            pages[-1].append(piece)
            used = start + piece.height
            n += 1
            continue
        elif fresh and piece.keep and start + piece.height <= height:
            # What should stay together is longer than a page: as much of it as there is room for.
            _loosen(pieces, n, height)
            continue
        elif (fresh or _too_long(piece, height)) and (halves := cut(piece, height - start)):
            pieces[n : n + 1] = halves
            continue
        elif fresh:
            pages[-1].append(piece)  # one line taller than the page: it cannot be helped
            n += 1
        pages.append([])
        used = 0.0
    return pages if pages[-1] else pages[:-1]


def _loosen(pieces: list[Piece], n: int, height: float) -> None:
    """Lets go of what cannot stand on the page that a piece begins."""
    used = _head_height(pieces[n]) + pieces[n].height
    last = n
    while last + 1 < len(pieces):
        used += pieces[last + 1].gap + pieces[last + 1].height
        if used > height:
            break
        last += 1
    for here in range(n, last + 1):
        kept = min(pieces[here].keep, last - here)
        pieces[here] = pieces[here]._replace(keep=kept)


def _too_long(piece: Piece, height: float) -> bool:
    """Whether a piece may be parted: a row longer than a page, running text a third of one."""
    limit = height if piece.row else height / 3
    return piece.height + _head_height(piece) > limit


def _kept(pieces: Sequence[Piece], n: int, height: float) -> float:
    """The height of what must follow a piece on its page; chains are followed.

    Of a row longer than a page only a beginning has to.
    """
    needed, last, here = 0.0, n + pieces[n].keep, n + 1
    while here <= last and here < len(pieces) and not pieces[here].new_page:
        if _too_long(pieces[here], height):
            return needed + pieces[here].gap + _BEGINNING
        needed += pieces[here].gap + pieces[here].height
        last = max(last, here + pieces[here].keep)
        here += 1
    return needed


def _head_height(piece: Piece) -> float:
    return sum(h.height for h in piece.head)


def _filled(chunk: Sequence[Piece]) -> float:
    gaps = sum(p.gap for p in chunk[1:])
    return _head_height(chunk[0]) + gaps + sum(p.height for p in chunk) if chunk else 0.0


def _even_out(before: list[Piece], last: list[Piece], height: float) -> None:
    """Gives a short last page pieces from the one before it, headings with their rows."""
    while _filled(last) < _LEAST_LAST and (taken := _tail(before)):
        if len(taken) >= len(before) or _filled([*taken, *last]) > height:
            return
        del before[-len(taken) :]
        last[:0] = taken


def _tail(chunk: Sequence[Piece]) -> list[Piece]:
    """The last pieces that can leave a page without parting what is kept together."""
    for count in range(1, len(chunk)):
        index = len(chunk) - count
        if all(p.keep <= index - 1 - n for n, p in enumerate(chunk[:index])):
            return list(chunk[index:])
    return []


def _stood(chunk: Sequence[Piece]) -> Page:
    page: Page = []
    y = 0.0
    for n, piece in enumerate(chunk):
        if n == 0:
            for head in piece.head:
                page.append(Standing(y, head, repeated=True))
                y += head.height
        else:
            y += piece.gap
        page.append(Standing(y, piece))
        y += piece.height
    return page
