# SPDX-License-Identifier: MIT
"""The working programme: all that the organisers need, in six columns (protocol.md section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.programme import ItemStatus, Part
from visitplanner.exports.pdf.blocks import (
    MM,
    Frame,
    Para,
    Piece,
    para,
    paragraph_piece,
    row_piece,
    span,
)
from visitplanner.exports.pdf.column import column_pieces
from visitplanner.exports.pdf.common import (
    THIN,
    Mentions,
    capital,
    delegation_lists,
    labelled,
    lower,
    phrases,
    say,
)
from visitplanner.exports.pdf.official import place_line
from visitplanner.exports.pdf.pages import a4
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Language
    from visitplanner.editions.values import Approval, Day, ProgrammeView, Row, StepLine
    from visitplanner.exports.pdf.typeset import Setter

PROFILE: Final = a4(20, 20, 20, 15, landscape=True)
COLUMNS: Final = tuple(mm * MM for mm in (26, 14, 80, 45, 50, 42))
_LABELS: Final = (
    N_("Time"),
    N_("Min"),
    N_("Event"),
    N_("Place"),
    N_("Who takes part"),
    N_("Responsible, resources"),
)
_SIZE: Final = 11.0
_TEXT: Final = 10.0
_STEP: Final = 9.5
_LEAST: Final = 9.0
_APPROVAL: Final = 80 * MM


def working_pieces(setter: Setter, view: ProgrammeView, width: float) -> list[Piece]:
    """Everything the paper holds, in order."""
    paper = _Working(setter, view, width)
    return [
        *paper.approval(),
        *paper.heading(),
        *paper.days(),
        *paper.checked(),
        *column_pieces(setter, view, width),
        *delegation_lists(setter, view, width, _SIZE, inside=True),
    ]


class _Working:
    def __init__(self, setter: Setter, view: ProgrammeView, width: float) -> None:
        self._setter: Final = setter
        self._view: Final = view
        self._width: Final = width
        listed = (m.person for d in view.delegations for m in d.members)
        self._mentions: Final = Mentions(listed)
        self._places: Final[set[str]] = set()
        self._frame: Final = Frame(
            COLUMNS, pad_x=1.5 * MM, pad_top=1.2 * MM, pad_bottom=1.5 * MM, grid=THIN
        )
        self._steps: Final = self._frame._replace(pad_top=0.7 * MM, pad_bottom=0.9 * MM, soft=True)

    def _say(self, msgid: str, **args: object) -> str:
        text = say(self._view, msgid)
        return text.format(**args) if args else text

    def approval(self) -> Iterator[Piece]:
        """УТВЕРЖДАЮ at the top right of the first page."""
        block = self._view.approval
        if block is None:
            return
        yield paragraph_piece(
            self._setter,
            [
                para(text, _SIZE + 1, before=1 * MM)
                for text in _approval_lines(block, self._view.language)
            ],
            _APPROVAL,
            x=self._width - _APPROVAL,
            keep=1,
        )

    def heading(self) -> Iterator[Piece]:
        """«ПРОГРАММА пребывания делегации …»."""
        inset = 25 * MM
        paras = [
            para(self._view.heading.upper(), 14, "bold", align="centre"),
            *phrases(self._setter, self._view.subject_lines, self._width - 2 * inset, 12),
        ]
        yield paragraph_piece(
            self._setter,
            paras,
            self._width - 2 * inset,
            x=inset,
            tag="H1",
            gap=4 * MM,
            keep=3,
        )

    def days(self) -> Iterator[Piece]:
        """The table: a heading of columns, days, items with their steps."""
        head = row_piece(
            self._setter,
            [[para(self._say(label), _TEXT, "bold", align="centre")] for label in _LABELS],
            self._frame._replace(grey=0.9),
            tag="TH",
            keep=3,
            gap=4 * MM,
        )
        yield head
        for day in self._view.days:
            yield self._day(day, head)
            for row in day.rows:
                yield from self._row(row, head)

    def _day(self, day: Day, head: Piece) -> Piece:
        frame = self._frame._replace(columns=(sum(COLUMNS),), grey=0.96)
        text = day.heading
        if not day.rows:
            text = f"{text}. {self._say(N_('The programme of the day is being prepared.'))}"
        return row_piece(
            self._setter,
            [[para(text, _SIZE, "bold", align="centre")]],
            frame,
            tag="TH",
            keep=2 if day.rows else 0,
            head=(head,),
            outline=day.heading,
        )

    def _row(self, row: Row, head: Piece) -> Iterator[Piece]:
        cells = [
            self._time(row),
            [para(str(row.minutes), _SIZE, align="centre")] if row.minutes else [],
            self._event(row),
            self._place(row),
            self._people(row),
            self._means(row),
        ]
        keep = min(2, len(row.steps))
        yield row_piece(self._setter, cells, self._frame, keep=keep, head=(head,), item=row.id)
        again = row_piece(self._setter, self._again(row), self._frame)
        for step in row.steps:
            cells = self._step(step)
            yield row_piece(self._setter, cells, self._steps, head=(head, again), item=row.id)

    def _again(self, row: Row) -> list[list[Para]]:
        """What stands above steps that go on overleaf."""
        title = self._say(N_("{title} (continued)"), title=row.title)
        return [self._time(row), [], [para(title, _TEXT, "italic")], [], [], []]

    def _time(self, row: Row) -> list[Para]:
        paras = [para(row.clock, _SIZE, "bold")] if row.clock else []
        if row.clock_note and row.day is not None:
            paras.append(para(row.clock_note, _LEAST, "italic"))
        return paras

    def _event(self, row: Row) -> list[Para]:
        paras = []
        if row.parallel and row.tracks:
            tracks = ", ".join(map(lower, row.tracks))
            label = self._say(N_("Track of the programme"))
            paras.append(para(f"{label}: {tracks}", _LEAST, "italic"))
        title = [span(row.title, _SIZE, "bold")]
        if row.status is not ItemStatus.CONFIRMED:
            title.append(span(f"({row.status_name.lower()})", _LEAST, "italic"))
        paras.append(Para(tuple(title)))
        if row.travel:
            paras.append(para(row.travel, _TEXT))
        lines = [*row.public_text.splitlines(), *row.extra, row.press]
        paras += [para(text, _TEXT, before=0.4 * MM) for text in lines if text.strip()]
        if row.dress:
            paras.append(Para(labelled(self._say(N_("Dress")), row.dress, _TEXT)))
        paras += [
            para(text, _TEXT, "italic", before=0.4 * MM)
            for text in row.internal_text.splitlines()
            if text.strip()
        ]
        if row.shorten_to:
            text = self._say(N_("Can be shortened to {n} min"), n=row.shorten_to)
            paras.append(para(text, _LEAST, "italic"))
        return paras

    def _place(self, row: Row) -> list[Para]:
        if row.site is None:
            return []
        if row.destination is not None:
            return [para(place_line(row), _TEXT, divide=True)]
        paras = [para(row.site.room, _TEXT, "bold", divide=True)] if row.site.room else []
        paras.append(para(row.site.venue, _TEXT, divide=True))
        if row.site.venue not in self._places:
            self._places.add(row.site.venue)
            if row.site.address:
                paras.append(para(capital(row.site.address), _LEAST, divide=True))
            if row.site.entrance:
                label = self._say(N_("Entrance"))
                paras.append(Para(labelled(label, row.site.entrance, _LEAST), divide=True))
        if row.fallback:
            label = self._say(N_("Bad-weather variant"))
            paras.append(Para(labelled(label, row.fallback, _LEAST), before=0.6 * MM))
        return paras

    def _people(self, row: Row) -> list[Para]:
        paras = []
        for line in row.people:
            text = self._mentions.line(line.names, short=True)
            if line.part is Part.MEMBER:
                paras.append(para(capital(text), _TEXT, divide=True, before=0.4 * MM))
            else:
                spans = labelled(line.label, text, _TEXT)
                paras.append(Para(spans, divide=True, before=0.4 * MM))
        if row.interpreters:
            label = self._say(N_("Interpreters"))
            paras.append(Para(labelled(label, ", ".join(row.interpreters), _TEXT)))
        return paras

    def _means(self, row: Row) -> list[Para]:
        paras = []
        for who, phone, cut in (
            (row.responsible, row.responsible_phone, "bold"),
            (row.deputy, row.deputy_phone, "regular"),
        ):
            if who:
                name = who if cut == "bold" else self._say(N_("deputy: {who}"), who=who)
                paras.append(para(name, _TEXT, cut))
                if phone:
                    paras.append(para(phone.replace(" ", "\u00a0"), _TEXT))
        paras += [
            para(capital(text), _LEAST, before=0.3 * MM, hang=2 * MM) for text in row.resources
        ]
        if row.setup_minutes or row.strike_minutes:
            text = self._say(
                N_("Set-up {before} min, clearing {after} min"),
                before=row.setup_minutes,
                after=row.strike_minutes,
            )
            paras.append(para(text, _LEAST, "italic", before=0.3 * MM))
        return paras

    def _step(self, step: StepLine) -> list[list[Para]]:
        minutes = [para(str(step.minutes), _STEP, align="centre")] if step.minutes else []
        action = [para(step.action, _STEP, left=3 * MM)]
        if step.announcer:
            action.append(para(_quoted(step.announcer), _STEP, "italic", left=3 * MM))
        return [
            [para(step.time or str(step.offset), _STEP, left=3 * MM)],
            minutes,
            action,
            [para(step.position, _STEP, divide=True)] if step.position else [],
            [para(capital(step.actors), _STEP, divide=True)] if step.actors else [],
            [para(step.resources, _STEP, divide=True)] if step.resources else [],
        ]

    def checked(self) -> Iterator[Piece]:
        """What the check found, in one line; papers for guests never carry it."""
        levels = [p.level for p in self._view.problems if p.due and not p.waived]
        ngettext = translator(self._view.language).ngettext
        errors, warnings = levels.count("error"), levels.count("warning")
        waived = sum(p.waived for p in self._view.problems)
        parts = (
            ngettext("{n} error", "{n} errors", errors).format(n=errors)
            if errors
            else self._say(N_("no errors")),
            self._say(N_("warnings: {n}"), n=warnings),
            self._say(N_("waivers: {n}"), n=waived),
        )
        yield paragraph_piece(
            self._setter,
            [
                Para(
                    (
                        span(f"{self._say(N_('Check'))}:", _TEXT, "italic"),
                        span(", ".join(parts), _TEXT),
                    )
                )
            ],
            self._width,
            gap=3 * MM,
        )
        for note in (self._view.notes, self._view.illustrative_note):
            if note:
                yield paragraph_piece(
                    self._setter, [para(note, _LEAST, "italic")], self._width, gap=1.5 * MM
                )


def _approval_lines(block: Approval, language: Language) -> list[str]:
    """Post, line to sign on, date of the approval or one to fill in by hand."""
    return [
        block.heading,
        *([block.post] if block.post else []),
        f"____________{' ' + block.name if block.name else ''}".replace(" ", "\u00a0"),
        _approval_day(block, language).replace(" ", "\u00a0"),
    ]


def _approval_day(block: Approval, language: Language) -> str:
    if block.on is not None:
        return long_date(block.on, language)
    day = "“___” ____________ {}" if language == "en" else "«___» ____________ {} г."
    return day.format(block.year)


def _quoted(text: str) -> str:
    """What the announcer says, in quotation marks; the full stop stands behind them."""
    plain = text.removeprefix("«").removesuffix("»")
    return f"«{plain[:-1]}»." if plain.endswith(".") else f"«{plain}»"
