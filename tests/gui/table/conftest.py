# SPDX-License-Identifier: MIT
"""The table in front of a window over a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factory import having, item, small_visit
from tests.gui.table.handling import Rows
from tests.opened import visit_file
from visitplanner.domain.people import Group, Person
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.opening import Opened
    from visitplanner.domain.visit import Visit


def plan() -> Visit:
    """Five items; a group whose name has a comma, and two people of one surname."""
    visit = small_visit(
        item("welcome", "09:00", "09:15", "hosts", "guests", venue="park"),
        item("laying", "10:00", "10:20", "anna", "vera", venue="park"),
        item("talks", "11:00", "12:00", "hosts", "guests", venue="hall", room="blue"),
        item("lunch", "13:00", "14:00", "hosts", "guests", venue="hall", room="green"),
        item("farewell", "16:00", "16:15", "hosts", "guests", status=ItemStatus.CONFIRMED),
    )
    press = Group(id="press", name=Text(ru="пресса, фото", en="press, photographers"))
    twins = tuple(
        Person(id=f"twin-{n}", surname=Text(ru="Ёлкин"), given=Text(ru=given))
        for n, given in enumerate(("Пётр", "Павел"))
    )
    return having(visit, groups=(press,), people=twins)


@pytest.fixture
def table(opened: Callable[[Path], Opened], tmp_path: Path) -> Rows:
    """The Russian table on the plan."""
    return Rows(opened(visit_file(tmp_path, plan(), "план.visit")))
