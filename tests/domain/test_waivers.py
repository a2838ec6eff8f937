# SPDX-License-Identifier: MIT
"""A finding left as it is keeps its reason, and counts again when that is taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.factory import small_visit
from visitplanner.domain.patch import EditRefusedError, apply
from visitplanner.domain.waivers import waive, withdraw

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

ON = date(2025, 12, 1)


def waived(visit: Visit, place: str = "T01:items/a", reason: str = "Решение штаба") -> Visit:
    patch = waive(visit, "T01", place, reason=reason, author="Иванова", on=ON)
    return apply(visit, patch)


def test_a_waiver_keeps_code_place_reason_author_and_day() -> None:
    waiver = waived(small_visit(), reason="  Решение\n штаба ").waivers["waiver-1"]

    assert (waiver.code, waiver.place, waiver.reason) == ("T01", "T01:items/a", "Решение штаба")
    assert (waiver.author, waiver.on) == ("Иванова", ON)


def test_without_a_reason_it_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        waived(small_visit(), reason=" \n ")


def test_the_same_finding_is_waived_once_with_the_last_reason() -> None:
    visit = waived(waived(small_visit()), reason="Решение Губернатора")

    assert [w.reason for w in visit.waivers.values()] == ["Решение Губернатора"]


def test_waivers_of_other_places_have_their_own_ids() -> None:
    visit = waived(waived(small_visit()), place="T01:items/b")

    assert sorted(visit.waivers) == ["waiver-1", "waiver-2"]


def test_withdrawing_is_the_inverse() -> None:
    before = small_visit()
    visit = waived(before)
    patch = withdraw(visit, "waiver-1")

    assert apply(visit, patch) == before
    assert apply(apply(visit, patch), patch.inverse()) == visit


def test_what_is_not_waived_cannot_be_withdrawn() -> None:
    with pytest.raises(EditRefusedError):
        withdraw(small_visit(), "waiver-7")
