# SPDX-License-Identifier: MIT
"""Plans of who sits where in one item (protocol.md sections 2.3 to 2.7)."""

from enum import StrEnum

from visitplanner.domain.limits import Number
from visitplanner.domain.people import Side
from visitplanner.domain.refs import ItemId, PersonId
from visitplanner.domain.text import NO_TEXT, Entity, Text, Value


class TableLayout(StrEnum):
    """How the table or hall is laid."""

    LONG = "long"
    ENDS = "ends"
    ROUND = "round"
    U = "u"
    SIGNING = "signing"
    BANQUET = "banquet"


class SeatKind(StrEnum):
    """What a seat is for."""

    DELEGATE = "delegate"
    INTERPRETER = "interpreter"
    SECRETARY = "secretary"
    SECOND_ROW = "second-row"


class Seat(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One seat: its side of the table and its place from the centre (0 is the head)."""

    side: Side | None = None
    position: Number = 0
    """Seen by the seated person: positive to the right of the head, negative to the left."""
    row: Number = 0
    person: PersonId | None = None
    plate_text: Text = NO_TEXT
    kind: SeatKind = SeatKind.DELEGATE


class SeatingPlan(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The seats of one item and where door and window are."""

    item: ItemId
    layout: TableLayout = TableLayout.LONG
    door: str = ""
    window: str = ""
    seats: tuple[Seat, ...] = ()
