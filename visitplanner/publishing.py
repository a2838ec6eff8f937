# SPDX-License-Identifier: MIT
"""From a visit to finished papers: what window and command line both ask for.

Checks, views and exports meet here; nothing is written to disk and no clock is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.record import Channel, Publication
from visitplanner.domain.text import Language, Value, Visibility
from visitplanner.editions.delta import delta
from visitplanner.editions.edition import EDITIONS
from visitplanner.editions.values import ProblemLine, ProgrammeView
from visitplanner.editions.view import programme_view
from visitplanner.exports.whole import Paper
from visitplanner.rules.findings import Findings
from visitplanner.rules.rule import Severity
from visitplanner.words.catalogue import N_, translator
from visitplanner.words.message import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.exports.pdf.findings import PrintFinding
    from visitplanner.exports.pdf.programme import Print

    Written = tuple[bytes, tuple[PrintFinding, ...]]

SUFFIXES: Final[Mapping[str, str]] = {"pdf": ".pdf", "ical": ".ics", "excel": ".xlsx"}
LANGUAGES: Final[Mapping[str, tuple[Language, ...]]] = {
    "pdf": ("ru",),
    "ical": ("ru", "be", "en"),
    "excel": ("ru", "be", "en"),
}
"""The languages a format can be had in."""
WHOLE: Final = ""
"""The scope of the whole visit; others are ids of a delegation, a person or a track."""
_SEVERITY_NAMES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.INFO: N_("Info"),
}


class Order(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One paper asked for."""

    format: str
    """A key of SUFFIXES."""
    edition: str = "official"
    scope: str = WHOLE
    language: Language = "ru"
    since: int = 0
    """Of a calendar: only what has changed since the version of this number; 0: everything."""


class Handing(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One paper given to somebody."""

    order: Order
    reader: str = ""
    """As in Publication; empty: nobody said to whom."""
    channel: Channel = Channel.FILE
    copy_number: str = ""


def own_reader(visit: Visit, order: Order) -> str:
    """Whose a programme of one reader is: it goes to him unless somebody says otherwise."""
    return order.scope if order.scope in visit.people or order.scope in visit.delegations else ""


def published(
    handings: Iterable[Handing], record: Record, *, at: datetime, author: str
) -> tuple[Publication, ...]:
    """The lines of the publishing record for papers made of one state of the plan.

    `record` is the one they were made with; it says which state it goes with.
    """
    edit = record.edit or 0
    numbers = [v.number for v in record.versions if v.edit == edit]
    version = max(numbers) if numbers else max((v.number for v in record.versions), default=0) + 1
    return tuple(
        Publication(
            edition=h.order.edition,
            version=version,
            reader=h.reader,
            at=at,
            channel=h.channel,
            copy_number=h.copy_number,
            edit=edit,
            format=h.order.format,
            language=h.order.language,
            scope=h.order.scope,
            audience=EDITIONS[h.order.edition].audience,
            author=author,
        )
        for h in handings
    )


def order_of(publication: Publication) -> Order:
    """The paper to make anew for the holder of a copy."""
    return Order(
        format=publication.format,
        edition=publication.edition,
        scope=publication.scope,
        language=publication.language,
    )


def scopes(visit: Visit) -> tuple[str, ...]:
    """Everybody a calendar can be made for: the whole visit, delegations, their people."""
    people = dict.fromkeys(
        m.person for m in sorted(visit.memberships.values(), key=lambda m: (m.delegation, m.rank))
    )
    return (WHOLE, *visit.delegations, *people)


def file_name(visit: Visit, order: Order) -> str:
    """The ASCII name of a calendar; other papers end in the mark of their edition."""
    edition = EDITIONS[order.edition]
    base = visit.about.code or "visit"
    if order.format == "ical":
        scope = f"-{order.scope}" if order.scope else ""
        since = f"-since-{order.since}" if order.since else ""
        return f"{base}{scope}{since}{edition.ascii_mark}{SUFFIXES[order.format]}"
    return f"{base}-{edition.name}{edition.file_mark}{SUFFIXES[order.format]}"


def problem_lines(
    visit: Visit, record: Record, today: date, language: Language
) -> tuple[ProblemLine, ...]:
    """What the rules find, worded for a paper."""
    _ = translator(language).gettext
    return tuple(
        ProblemLine(
            code=p.code,
            severity=_(_SEVERITY_NAMES[p.severity]),
            level=p.severity.value,
            message=render(p.message, visit, language),
            items=p.items,
            due=p.due,
            waived=p.waiver is not None,
            reason=visit.waivers[p.waiver].reason if p.waiver else "",
        )
        for p in Findings.full(visit, record, today).problems
    )


def view_for(visit: Visit, record: Record, order: Order, today: date) -> ProgrammeView:
    """The view one paper is made from."""
    audience = EDITIONS[order.edition].audience
    problems = (
        problem_lines(visit, record, today, order.language)
        if audience is not Visibility.PUBLIC and order.format != "ical"
        else ()
    )
    return programme_view(
        visit,
        record,
        audience=audience,
        language=order.language,
        scope=order.scope or None,
        problems=problems,
    )


def papers(
    visit: Visit,
    record: Record,
    orders: Sequence[Order],
    today: date,
    past: Mapping[int, Visit] | None = None,
) -> Iterator[Paper]:
    """The papers asked for, made one by one as they are taken.

    `past` holds the states of versions, by their numbers, as far as orders name them in `since`.
    """
    for order in orders:
        view = view_for(visit, record, order, today)
        if order.since and past is not None:
            view = delta(view, past[order.since], visit, record).view
        data, findings = _WRITERS[order.format](view)
        yield Paper(name=file_name(visit, order), data=data, findings=findings)


def not_taken_back(
    visit: Visit, record: Record, order: Order, today: date, past: Mapping[int, Visit]
) -> tuple[str, ...]:
    """What a reader of only the changes must delete by hand: titles of items that go on."""
    view = view_for(visit, record, order, today)
    return tuple(row.title for row in delta(view, past[order.since], visit, record).left)


def printed(visit: Visit, record: Record, order: Order, today: date) -> Print:
    """A paper in PDF with what a preview shows beside it; its bytes are those of `papers`."""
    from visitplanner.exports.pdf.programme import print_pdf

    return print_pdf(view_for(visit, record, order, today))


def _pdf(view: ProgrammeView) -> Written:
    from visitplanner.exports.pdf.programme import write_pdf

    return write_pdf(view)


def _ical(view: ProgrammeView) -> Written:
    from visitplanner.exports.ical import write_ical

    return write_ical(view), ()


def _excel(view: ProgrammeView) -> Written:
    from visitplanner.exports.excel import write_excel

    return write_excel(view), ()


_WRITERS: Final[Mapping[str, Callable[[ProgrammeView], Written]]] = {
    "pdf": _pdf,
    "ical": _ical,
    "excel": _excel,
}
