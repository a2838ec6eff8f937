# SPDX-License-Identifier: MIT
"""Flags of an item in their order (protocol.md section 2.6)."""

from enum import StrEnum

from visitplanner.domain.limits import Number
from visitplanner.domain.refs import ItemId
from visitplanner.domain.text import Entity


class FlagPlace(StrEnum):
    """Where flags stand."""

    STAGE = "stage"
    TABLE = "table"
    CAR = "car"
    MAST = "mast"


class FlagPlan(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Flags from the viewer's left to right, as country codes or party ids."""

    item: ItemId
    place: FlagPlace = FlagPlace.STAGE
    order: tuple[str, ...] = ()
    height_mm: Number = 0
    size: str = ""
