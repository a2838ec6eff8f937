# SPDX-License-Identifier: MIT
"""Where table and seats stand in the drawing of a room seen from above; no Qt."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.people import Side
from visitplanner.domain.seating import Seat, SeatingPlan, TableLayout
from visitplanner.domain.seating_order import OPPOSITE, guest_edge

if TYPE_CHECKING:
    from visitplanner.domain.policy import ProtocolPolicy

_ROUND: Final = {TableLayout.ROUND, TableLayout.BANQUET}
# The way to the right of somebody who sits at an edge and looks at the table.
_RIGHT: Final = {"top": (-1, 0), "bottom": (1, 0), "left": (0, 1), "right": (0, -1)}
_OUT: Final = {"top": (0, -1), "bottom": (0, 1), "left": (-1, 0), "right": (1, 0)}


class Spot(NamedTuple):
    """The middle of a seat, counted in seats from the middle of the table."""

    x: float
    y: float


class Drawing(NamedTuple):
    """Seats by their numbers in the plan, the table's half sizes, and whether it is round."""

    spots: tuple[Spot, ...]
    half_width: float
    half_height: float
    round: bool

    @property
    def reach(self) -> tuple[float, float]:
        """How far from the middle the farthest seat is, across and down."""
        across = max((abs(s.x) for s in self.spots), default=0)
        down = max((abs(s.y) for s in self.spots), default=0)
        return max(across + 0.5, self.half_width), max(down + 0.5, self.half_height)


def edge_of(plan: SeatingPlan, policy: ProtocolPolicy, side: Side | None) -> str:
    """The edge of the table a side sits at."""
    guests = guest_edge(plan, policy)
    return guests if side is Side.GUEST else OPPOSITE[guests]


def drawing(plan: SeatingPlan, policy: ProtocolPolicy) -> Drawing:
    """The whole drawing of a plan."""
    if plan.layout in _ROUND:
        return _round(plan)
    if plan.layout is TableLayout.SIGNING:
        return _signing(plan)
    vertical = edge_of(plan, policy, Side.GUEST) in {"left", "right"}
    long = max((abs(s.position) for s in plan.seats if not s.row), default=1) + 0.6
    spots = tuple(_at_table(plan, policy, seat, long) for seat in plan.seats)
    half = (0.55, long) if vertical else (long, 0.55)
    return Drawing(spots, *half, round=False)


def _at_table(plan: SeatingPlan, policy: ProtocolPolicy, seat: Seat, long: float) -> Spot:
    edge = edge_of(plan, policy, seat.side)
    out, right = _OUT[edge], _RIGHT[edge]
    if plan.layout is TableLayout.ENDS and seat.position == 0 and not seat.row:
        # The heads sit at the two ends, the guest at the end to the right of the door's side.
        far = (long + 0.6) * (1 if seat.side is Side.GUEST else -1)
        return Spot(far * abs(out[1]), far * abs(out[0]))
    away = 1.15 + seat.row
    return Spot(out[0] * away + right[0] * seat.position, out[1] * away + right[1] * seat.position)


def _signing(plan: SeatingPlan) -> Drawing:
    """Two chairs that face the hall below, the guest on the viewer's left, the others behind."""

    def spot(seat: Seat) -> Spot:
        left = seat.side is Side.GUEST
        outward = abs(seat.position)
        if seat.row:
            return Spot((-0.5 - outward) if left else (0.5 + outward), -1.15 - seat.row)
        return Spot((-1 - 1.1 * outward) if left else (1 + 1.1 * outward), -1.15)

    return Drawing(tuple(spot(seat) for seat in plan.seats), 1.6, 0.55, round=False)


def _round(plan: SeatingPlan) -> Drawing:
    """Around a table: the first host below, the first guest to his right, and on by rank."""

    def rank(number: int) -> tuple[int, int, int]:
        seat = plan.seats[number]
        return seat.row, abs(seat.position), -seat.position

    hosts = sorted(
        (n for n, s in enumerate(plan.seats) if s.side is not Side.GUEST and not s.row), key=rank
    )
    guests = sorted(
        (n for n, s in enumerate(plan.seats) if s.side is Side.GUEST and not s.row), key=rank
    )
    circle = [*hosts[:1], *guests, *reversed(hosts[1:])]
    radius = max(1.6, len(circle) / (2 * pi) * 1.25)
    spots: list[Spot] = []
    second = 0
    for number in range(len(plan.seats)):
        if number in circle:
            angle = pi / 2 - 2 * pi * circle.index(number) / len(circle)
            spots.append(Spot(radius * cos(angle) * 1.25, radius * sin(angle)))
        else:
            spots.append(Spot(-radius * 1.25 - 1.3, -radius + second))
            second += 1
    return Drawing(tuple(spots), (radius - 0.6) * 1.25, radius - 0.6, round=True)
