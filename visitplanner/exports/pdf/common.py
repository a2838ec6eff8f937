# SPDX-License-Identifier: MIT
"""What several papers share: sizes of letters, first mentions, headings, lists of delegations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.exports.pdf.blocks import (
    HAIR,
    MM,
    Frame,
    Piece,
    para,
    paragraph_piece,
    row_piece,
    span,
)
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visitplanner.editions.values import DelegationList, Member, Named, ProgrammeView
    from visitplanner.exports.pdf.blocks import Para
    from visitplanner.exports.pdf.typeset import Setter, Span

THIN: Final = 0.6
STRONG: Final = 0.9


class Mentions:
    """Who has been named with his post already: further on the name alone is enough."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known: Final = set(known)

    def text(self, named: Named, *, short: bool = False) -> str:
        """Post and name at the first mention, the name later."""
        post = named.post_short if short and named.post_short else named.post
        first = bool(post) and named.id not in self._known
        self._known.add(named.id)
        name = f"{post} {named.name}" if first else named.name
        return f"{name} ({named.note})" if named.note else name

    def line(self, names: Iterable[Named], *, short: bool = False) -> str:
        """Several people one after the other."""
        return ", ".join(self.text(n, short=short) for n in names)


def phrases(
    setter: Setter, lines: Iterable[str], width: float, size: float, before: float = 0.0
) -> list[Para]:
    """The phrases of a title, one under the other; neighbours that fit share a line."""
    found: list[str] = []
    for phrase in lines:
        joined = f"{found[-1]} {phrase}" if found else phrase
        if found and len(setter.lines((span(joined, size, "bold"),), width)) == 1:
            found[-1] = joined
        else:
            found.append(phrase)
    return [
        para(phrase, size, "bold", align="centre", before=0.0 if n else before)
        for n, phrase in enumerate(found)
    ]


def lower(text: str) -> str:
    """The text as it goes on inside a sentence."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def capital(text: str) -> str:
    """The text with a capital letter; «г.» and «ул.» stay as they are."""
    return text if text[1:2] == "." or text[2:3] == "." else text[:1].upper() + text[1:]


def labelled(label: str, text: str, size: float) -> tuple[Span, ...]:
    """«Участвуют: …»: the label in italics."""
    return (span(f"{label}:", size, "italic"), span(text, size))


def say(view: ProgrammeView, msgid: str) -> str:
    """A message in the language of the paper."""
    return translator(view.language).gettext(msgid)


def delegation_lists(
    setter: Setter, view: ProgrammeView, width: float, size: float, *, inside: bool
) -> list[Piece]:
    """The lists of both delegations, each side a block of its own, on a page of their own."""
    pieces: list[Piece] = []
    printed = [d for d in view.delegations if d.members]
    for n, delegation in enumerate(printed):
        pieces += _list(setter, view, delegation, width, size, inside=inside, first=n == 0)
    return pieces


def _list(  # noqa: PLR0913 -- see delegation_lists
    setter: Setter,
    view: ProgrammeView,
    delegation: DelegationList,
    width: float,
    size: float,
    *,
    inside: bool,
    first: bool,
) -> list[Piece]:
    phones = inside and any(m.phone for m in delegation.members)
    title = paragraph_piece(
        setter,
        [para(delegation.title, size + 1, "bold", align="centre")],
        width,
        tag="H2",
        gap=10 * MM,
        keep=len(delegation.members) + 1,  # a list stands on one page where it can
        outline=delegation.title,
        new_page=first,
    )
    columns: tuple[float, ...] = (10 * MM, 62 * MM, width - 72 * MM)
    if inside:
        phone = 42 * MM if phones else 0
        columns = (10 * MM, 72 * MM, width - 82 * MM - phone, *([phone] if phones else []))
    pad = (0.7 if inside else 1.3) * MM
    frame = Frame(columns, pad_x=1.2 * MM, pad_top=pad, pad_bottom=pad + 1, under=HAIR, soft=True)
    labels = [
        N_("No."),
        N_("Surname, name, patronymic"),
        N_("Post"),
        *([N_("Telephone")] if phones else []),
    ]
    head = row_piece(
        setter,
        [[para(say(view, label), size - 2, "italic")] for label in labels],
        frame._replace(under=STRONG, soft=False),
        tag="TH",
        keep=3,
        gap=3 * MM,
    )
    rows = [
        row_piece(setter, _member(member, size, inside=inside, phones=phones), frame, head=(head,))
        for member in delegation.members
    ]
    return [title, head, *rows]


def _member(member: Member, size: float, *, inside: bool, phones: bool) -> list[list[Para]]:
    surname, _, rest = member.list_name.partition(" ")
    on_two_lines = [para(surname, size), *([para(rest, size)] if rest else [])]
    cells = [
        [para(f"{member.number}.", size)],
        [para(member.list_name, size)] if inside else on_two_lines,
        [para(member.post, size)] if member.post else [],
    ]
    if phones:
        cells.append([para(member.phone.replace(" ", "\u00a0"), size)] if member.phone else [])
    return cells
