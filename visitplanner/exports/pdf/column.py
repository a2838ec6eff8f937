# SPDX-License-Identifier: MIT
"""Who goes in which vehicle: the part of the working programme that drivers are told from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.programme import ItemStatus
from visitplanner.exports.pdf.blocks import MM, Frame, Piece, para, paragraph_piece, row_piece
from visitplanner.exports.pdf.common import THIN, capital, say
from visitplanner.words.catalogue import N_
from visitplanner.words.dates import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.editions.values import ProgrammeView, Row, VehicleLine
    from visitplanner.exports.pdf.blocks import Para
    from visitplanner.exports.pdf.typeset import Setter

_COLUMNS: Final = tuple(mm * MM for mm in (14, 28, 62, 42, 111))
_LABELS: Final = (
    N_("No."),
    N_("Departs"),
    N_("Vehicle"),
    N_("In charge of the vehicle"),
    N_("Passengers"),
)
_SIZE: Final = 10.0


def column_pieces(setter: Setter, view: ProgrammeView, width: float) -> list[Piece]:
    """A table for every transfer that has vehicles, on a page of its own."""
    transfers = [row for row in view.rows if row.vehicles]
    if not transfers:
        return []
    title = say(view, N_("Vehicles and seats"))
    pieces = [
        paragraph_piece(
            setter,
            [para(title, 12, "bold", align="centre")],
            width,
            tag="H2",
            keep=3,
            outline=title,
            new_page=True,
        )
    ]
    for row in transfers:
        pieces += _transfer(setter, view, row, width)
    return pieces


def _transfer(setter: Setter, view: ProgrammeView, row: Row, width: float) -> Iterator[Piece]:
    frame = Frame(_COLUMNS, pad_x=1.5 * MM, pad_top=1 * MM, pad_bottom=1.3 * MM, grid=THIN)
    head = row_piece(
        setter,
        [[para(say(view, label), _SIZE, "bold")] for label in _LABELS],
        frame._replace(grey=0.9),
        tag="TH",
        keep=2,
        gap=1.5 * MM,
    )
    travel = f". {row.travel}" if row.travel else ""
    gone = row.status is ItemStatus.CANCELLED
    cancelled = f" ({row.status_name.lower()})" if gone else ""
    yield paragraph_piece(
        setter,
        [para(f"{_when(view, row)}. {row.title}{cancelled}{travel}", 11, "bold")],
        width,
        tag="H3",
        gap=5 * MM,
        keep=len(row.vehicles) + 1,  # a column stands on one page where it can
    )
    yield head
    for vehicle in row.vehicles:
        yield row_piece(setter, _cells(view, vehicle), frame, head=(head,))


def _when(view: ProgrammeView, row: Row) -> str:
    """Its time; with the day where the visit has several."""
    if row.day is None or view.starts == view.ends:
        return row.when
    return f"{day_and_month(row.day, view.language)}, {row.when}"


def _cells(view: ProgrammeView, vehicle: VehicleLine) -> list[list[Para]]:
    name = vehicle.name or vehicle.category
    what = ", ".join(x for x in (vehicle.category, vehicle.role, vehicle.plate) if x and x != name)
    people = "; ".join(seat.replace(" ", "\u00a0") for seat in vehicle.passengers)
    if vehicle.unnamed:
        further = say(view, N_("{n} without a name")).format(n=vehicle.unnamed)
        people = f"{people}; {further}" if people else further
    cells = [
        [para(str(vehicle.order), _SIZE, "bold", align="centre")] if vehicle.order else [],
        [para(vehicle.departs, _SIZE)] if vehicle.departs else [],
        [para(capital(name), _SIZE), para(what, _SIZE - 1, "italic")]
        if what
        else [para(capital(name), _SIZE)],
        [para(vehicle.in_charge, _SIZE)] if vehicle.in_charge else [],
        [para(people, _SIZE)] if people else [],
    ]
    if vehicle.driver:
        cells[2].append(para(vehicle.driver, _SIZE - 1))
    return cells
