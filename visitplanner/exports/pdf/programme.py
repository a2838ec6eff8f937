# SPDX-License-Identifier: MIT
"""Programmes as PDF: the official one for guests and press, the working one for the organisers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from visitplanner.domain.text import Visibility
from visitplanner.exports.pdf import findings
from visitplanner.exports.pdf.fonts import family
from visitplanner.exports.pdf.furniture import Margins
from visitplanner.exports.pdf.official import PROFILES, official_pieces
from visitplanner.exports.pdf.pages import paginate
from visitplanner.exports.pdf.places import items_torn, items_with, places
from visitplanner.exports.pdf.sheet import Matter, write
from visitplanner.exports.pdf.typeset import Setter
from visitplanner.exports.pdf.working import PROFILE, working_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.editions.values import ProgrammeView
    from visitplanner.exports.pdf.blocks import Piece
    from visitplanner.exports.pdf.findings import PrintFinding
    from visitplanner.exports.pdf.places import PlaceOnPaper


class Print(NamedTuple):
    """A paper as a file, and what a preview shows beside it."""

    data: bytes
    findings: tuple[PrintFinding, ...]
    sheets: tuple[tuple[float, float], ...]
    """Width and height of every page, in points."""
    places: tuple[PlaceOnPaper, ...]
    """Where the items stand."""


def write_pdf(
    view: ProgrammeView, *, typeface: str | None = None
) -> tuple[bytes, tuple[PrintFinding, ...]]:
    """The programme of a view and what its print shows; see `print_pdf`."""
    made = print_pdf(view, typeface=typeface)
    return made.data, made.findings


def print_pdf(view: ProgrammeView, *, typeface: str | None = None) -> Print:
    """The programme of a view.

    The audience of the view decides which: public is the official programme. `typeface` pins the
    letters; without it they are the first present of those that offices use.
    """
    faces = family(typeface)
    setter = Setter(faces, view.language)
    if view.audience is Visibility.PUBLIC:
        profile = PROFILES.get(view.page_profile, PROFILES["ru"])
        pieces = official_pieces(setter, view, profile.area_width)
    else:
        profile = PROFILE
        pieces = working_pieces(setter, view, profile.area_width)
    pages = paginate(pieces, profile.area_height)
    matter = Matter(
        title=f"{view.heading}. {view.title}" if view.title else view.heading,
        subject=view.stamp,
        language=view.language,
        changed=view.changed,
    )
    data = write(pages, profile, faces, matter, Margins(setter, view, profile).lines)
    return Print(
        data=data,
        findings=_findings(setter, pieces, faces.name),
        sheets=((profile.width, profile.height),) * len(pages),
        places=places(pages, profile),
    )


def _findings(setter: Setter, pieces: Sequence[Piece], face: str) -> tuple[PrintFinding, ...]:
    words = dict.fromkeys(setter.too_wide)
    found = [findings.torn(word, items_torn(pieces, word)) for word in words]
    if letters := setter.missing():
        found.append(findings.missing(letters, face, items_with(pieces, letters)))
    return tuple(found)
