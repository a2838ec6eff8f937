# SPDX-License-Identifier: MIT
"""The accepted order as fields of a form; no Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from visitplanner.domain.edits import put_singleton
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.policy import FlagPair, GuestSide, ListFirst
from visitplanner.domain.text import Value, message
from visitplanner.domain.transport import VehicleClass
from visitplanner.gui.editors import usual
from visitplanner.gui.editors.column import Column
from visitplanner.gui.editors.form import Entry
from visitplanner.gui.editors.series import Series, Single
from visitplanner.gui.editors.short_table import Sheet
from visitplanner.gui.inspector.sheets import MODES
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading


class Separator(StrEnum):
    """What stands between hours and minutes in print."""

    DOT = "."
    COLON = ":"


class PageProfile(StrEnum):
    """The norm of offices the margins of a page follow."""

    RU = "ru"
    BY = "by"


GUEST_SIDES: Final = {
    GuestSide.FACES_DOOR: N_("facing the door"),
    GuestSide.FACES_WINDOW: N_("facing the window"),
    GuestSide.RIGHT_OF_ENTRY: N_("right of those who enter"),
}
PAIRS: Final = {
    FlagPair.GUEST_VIEWER_LEFT: N_("guests’ flag at the viewer’s left"),
    FlagPair.HOST_VIEWER_LEFT: N_("hosts’ flag at the viewer’s left"),
}
LISTS: Final = {ListFirst.GUEST: N_("guests first"), ListFirst.HOST: N_("hosts first")}
PROFILES: Final = {
    PageProfile.RU: N_("as in Russia: 30 and 10 mm at the sides"),
    PageProfile.BY: N_("as in Belarus: 30 and 8 mm at the sides"),
}
SEPARATORS: Final = {Separator.DOT: N_("dot: 10.30"), Separator.COLON: N_("colon: 10:30")}
_FACTOR: Final = (1.0, 3.0)
_ROWS: Final = Single(
    lambda visit: visit.policy,
    lambda visit, value: put_singleton(visit, message("Change the policy"), "policy", value),
)


def _minutes(field: str, title: str, vehicle: VehicleClass) -> Column:
    """Minutes of one class of vehicles."""

    def read(reading: Reading, _key: str) -> str:
        return str(getattr(reading.visit.policy, field).get(vehicle, ""))

    def write(_reading: Reading, visit: Visit, _key: str, typed: str) -> Patch:
        if not typed.isdecimal() or len(typed) > 2:  # noqa: PLR2004 -- two digits
            raise EditRefusedError(
                message(
                    "“{text}” is no number from {least} to {most}.", text=typed, least=0, most=99
                )
            )
        fresh = {**getattr(visit.policy, field), vehicle: int(typed)}
        return _ROWS.changed(visit, "", field, fresh)

    return Column(f"{field}-{vehicle.value}", title, read, write, digits=True, letters=False)


def _switch(field: str, title: str) -> Column:
    """Yes or no, each in words."""
    tick = usual.tick(_ROWS, field, title)

    def read(reading: Reading, _key: str) -> str:
        return reading.say(usual.YES if getattr(reading.visit.policy, field) else usual.NO)

    return Column(field, title, read, tick.write, offers=tick.offers, opens=True)


def _factor(field: str, title: str) -> Column:
    def read(reading: Reading, _key: str) -> str:
        text = f"{getattr(reading.visit.policy, field):g}"
        return text if reading.language == "en" else text.replace(".", ",")

    def write(_reading: Reading, visit: Visit, _key: str, typed: str) -> Patch:
        try:
            value = float(typed.replace(",", "."))
        except ValueError:
            value = 0.0
        if not _FACTOR[0] <= value <= _FACTOR[1]:
            raise EditRefusedError(message("“{text}” is no factor from 1 to 3.", text=typed))
        return _ROWS.changed(visit, "", field, value)

    return Column(field, title, read, write, digits=True, letters=False)


class WordDays(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word and the working days it stands for."""

    word: str
    days: int


def _word_days(field: str) -> Series:
    """A table of words and days in the accepted order."""

    def read(visit: Visit) -> tuple[WordDays, ...]:
        known: Mapping[str, int] = getattr(visit.policy, field)
        return tuple(WordDays(word=word, days=days) for word, days in known.items())

    def write(visit: Visit, values: tuple[Value, ...]) -> Patch:
        rows = [value for value in values if isinstance(value, WordDays)]
        words = [row.word for row in rows]
        twice = next((word for word in words if words.count(word) > 1), None)
        if twice is not None:
            raise EditRefusedError(message("“{text}” stands in the list already.", text=twice))
        return _ROWS.changed(visit, "", field, {row.word: row.days for row in rows})

    return Series(read, write, lambda _: WordDays(word="", days=1))


def _word_sheet(field: str, title: str, word: str, hint: str) -> Sheet:
    series = _word_days(field)
    columns = (
        usual.string(series, "word", word, weight=1),
        usual.number(series, "days", N_("Working days"), most=365),
    )
    return Sheet(series.listing(title, columns, frozenset({"policy"}), hint))


def lead_days() -> Sheet:
    """How many working days before the visit things of a kind are to be ready."""
    return _word_sheet(
        "lead_days",
        N_("Ready before the visit, by kind of resource"),
        N_("Kind"),
        N_("Type here to add a kind."),
    )


def word_terms() -> Sheet:
    """How long the wordings of a term are."""
    return _word_sheet(
        "word_terms",
        N_("Terms by their wording"),
        N_("Wording"),
        N_("Type here to add a wording."),
    )


def policy_entries() -> tuple[Entry, ...]:
    """The fields of the accepted order."""
    rows = _ROWS
    columns = (
        usual.choice(rows, "guest_side", N_("Guests sit"), GUEST_SIDES),
        usual.choice(rows, "flag_pair", N_("Two state flags"), PAIRS),
        _switch("interpreter_left", N_("Interpreter at the left of the head")),
        usual.choice(rows, "laying_mode", N_("Laying"), MODES),
        _switch("host_rides_with_guest", N_("Host rides with the guest")),
        usual.choice(rows, "list_first", N_("Lists of delegations"), LISTS),
        usual.number(rows, "buffer_minutes", N_("Buffer, min"), most=60),
        usual.number(rows, "dress_change_minutes", N_("Change of dress, min"), most=60),
        _minutes("boarding_minutes", N_("Boarding a car, min"), VehicleClass.CAR),
        _minutes("boarding_minutes", N_("Boarding a minibus, min"), VehicleClass.MINIBUS),
        _minutes("boarding_minutes", N_("Boarding a bus, min"), VehicleClass.BUS),
        _minutes("alighting_minutes", N_("Alighting from a car, min"), VehicleClass.CAR),
        _minutes("alighting_minutes", N_("Alighting from a minibus, min"), VehicleClass.MINIBUS),
        _minutes("alighting_minutes", N_("Alighting from a bus, min"), VehicleClass.BUS),
        _factor("escorted_factor", N_("Travel time with escort, times")),
        _factor("free_factor", N_("Travel time without escort, times")),
        usual.choice(rows, "time_separator", N_("Time in print"), SEPARATORS),
        _switch("approval_block", N_("Approval block in print")),
        usual.choice(rows, "page_profile", N_("Page margins"), PROFILES),
    )
    return tuple(Entry(column) for column in columns)
