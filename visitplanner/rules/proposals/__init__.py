# SPDX-License-Identifier: MIT
"""What may be done about a problem, by the code of its rule; `rules.fixes` tries it first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.rules.proposals import people, things, times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.rules.proposals.proposal import Propose

PROPOSALS: Final[Mapping[str, Propose]] = {
    "T01": times.apart,
    "T02": times.interval,
    "T04": times.fit_steps,
    "T05": times.free_time,
    "T06": times.later,
    "T08": times.in_order,
    "P01": people.heads,
    "P02": people.counterparts,
    "V01": things.room_later,
    "V02": things.free_room,
    "R01": times.later,
    "R02": people.transfer,
    "C01": people.spread,
    "C02": people.seats,
    "C03": people.other_vehicle,
    "K02": things.even_flowers,
    "K04": times.into_daylight,
    "D02": people.signatory,
    "D03": things.by_alternat,
    "A02": people.speakers,
    "A03": times.fit_agenda,
}
"""No edit helps with P03, V03, V06, A01 and H01: somebody has to decide or to be asked."""
