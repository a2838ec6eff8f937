# SPDX-License-Identifier: MIT
"""Which sheets a workbook has, for which audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitplanner.domain.text import Visibility
from visitplanner.exports.excel.papers import agenda, delegations, documents, problems, vehicles
from visitplanner.exports.excel.programme import people, programme

if TYPE_CHECKING:
    from visitplanner.editions.values import ProgrammeView
    from visitplanner.exports.excel.table import Sheet


def sheets(view: ProgrammeView) -> tuple[Sheet, ...]:
    """The sheets of a view; vehicles and findings are on working papers only."""
    common = (programme(view), *people(view), delegations(view), agenda(view), documents(view))
    if not view.audience.admits(Visibility.INTERNAL):
        return common
    return (*common, vehicles(view), problems(view))
