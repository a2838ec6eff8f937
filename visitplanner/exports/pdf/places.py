# SPDX-License-Identifier: MIT
"""Where in a print the items of the programme stand: for a preview that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain.text import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from visitplanner.exports.pdf.blocks import Piece
    from visitplanner.exports.pdf.pages import Page, PageProfile

_TOUCHING: Final = 0.1
"""Points between two rows that stand one right under the other."""


class PlaceOnPaper(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A box on a sheet, in points from its upper left corner; pages are counted from 0."""

    item: str
    page: int
    left: float
    top: float
    width: float
    height: float


def places(pages: Sequence[Page], profile: PageProfile) -> tuple[PlaceOnPaper, ...]:
    """The boxes of all items in the order they are read; rows one under the other are one box."""
    found: list[PlaceOnPaper] = []
    for number, page in enumerate(pages):
        for standing in page:
            piece = standing.piece
            if standing.repeated or not piece.item or piece.frame is None:
                continue
            box = PlaceOnPaper(
                item=piece.item,
                page=number,
                left=profile.left,
                top=profile.top + standing.y,
                width=sum(piece.frame.columns),
                height=piece.height,
            )
            if found and (joined := _joined(found[-1], box)):
                found[-1] = joined
            else:
                found.append(box)
    return tuple(found)


def _joined(above: PlaceOnPaper, below: PlaceOnPaper) -> PlaceOnPaper | None:
    """Two boxes of one item as one, when they touch."""
    if (above.item, above.page) != (below.item, below.page):
        return None
    if below.top - (above.top + above.height) > _TOUCHING:
        return None
    return replace(above, height=below.top + below.height - above.top)


def items_torn(pieces: Iterable[Piece], word: str) -> tuple[str, ...]:
    """The items in whose rows a word had to be cut."""
    return tuple(dict.fromkeys(p.item for p in pieces if p.item and word in p.torn))


def items_with(pieces: Iterable[Piece], letters: str) -> tuple[str, ...]:
    """The items in whose rows any of these letters stands."""
    wanted = set(letters)
    return tuple(
        dict.fromkeys(
            piece.item
            for piece in pieces
            if piece.item
            and any(
                not wanted.isdisjoint(run.text)
                for cell in piece.cells
                for line in cell.lines
                for run in line.line.runs
            )
        )
    )
