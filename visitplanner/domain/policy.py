# SPDX-License-Identifier: MIT
"""The accepted order of one office: choices where sources of protocol differ."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import field

from visitplanner.domain.kinds import LayingMode
from visitplanner.domain.limits import Factor, Number
from visitplanner.domain.text import Value
from visitplanner.domain.transport import VehicleClass


class GuestSide(StrEnum):
    """Where guests sit at talks (protocol.md section 2.4)."""

    FACES_DOOR = "faces-door"
    FACES_WINDOW = "faces-window"
    RIGHT_OF_ENTRY = "right-of-entry"


class FlagPair(StrEnum):
    """Order of two state flags (protocol.md section 2.6)."""

    GUEST_VIEWER_LEFT = "guest-viewer-left"
    HOST_VIEWER_LEFT = "host-viewer-left"


class ListFirst(StrEnum):
    """Whose delegation a list names first."""

    GUEST = "guest"
    HOST = "host"


def _boarding() -> dict[VehicleClass, int]:
    return {VehicleClass.CAR: 3, VehicleClass.MINIBUS: 5, VehicleClass.BUS: 10}


def _alighting() -> dict[VehicleClass, int]:
    return {VehicleClass.CAR: 2, VehicleClass.MINIBUS: 4, VehicleClass.BUS: 6}


class ProtocolPolicy(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Settings the rules and papers follow; minutes unless said."""

    guest_side: GuestSide = GuestSide.FACES_DOOR
    flag_pair: FlagPair = FlagPair.GUEST_VIEWER_LEFT
    interpreter_left: bool = True
    laying_mode: LayingMode = LayingMode.JOINT
    host_rides_with_guest: bool = False
    buffer_minutes: Number = 5
    dress_change_minutes: Number = 10
    boarding_minutes: Mapping[VehicleClass, Number] = field(default_factory=_boarding)
    alighting_minutes: Mapping[VehicleClass, Number] = field(default_factory=_alighting)
    escorted_factor: Factor = 1.15
    free_factor: Factor = 1.3
    lead_days: Mapping[str, Number] = {}
    """Working days before the visit by kind of resource, where they differ from the default."""
    list_first: ListFirst = ListFirst.GUEST
    page_profile: str = "ru"
    time_separator: str = "."
    approval_block: bool = True
    word_terms: Mapping[str, Number] = {}
    """Working days by wording of a term («срочно»: 3)."""
