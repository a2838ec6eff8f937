# SPDX-License-Identifier: MIT
"""A head nobody has named yet is called by what he is."""

from __future__ import annotations

from msgspec.structs import replace

from tests.factory import example
from visitplanner.domain.text import Case, Ref, Text, message
from visitplanner.samples import template
from visitplanner.words.cases import head_to_follow
from visitplanner.words.message import render


def test_an_unnamed_head_is_named_by_his_delegation() -> None:
    visit = template("working-visit", uid="u")
    party = replace(visit.parties["guest"], name=Text(ru="Витебская область", en="Vitebsk Region"))
    visit = replace(visit, parties={**visit.parties, "guest": party})

    assert head_to_follow(visit, "guest-head", "ru") == "глава делегации Витебской области"
    assert head_to_follow(visit, "guest-head", "ru", Case.INS).startswith("главой делегации")
    assert head_to_follow(visit, "guest-head", "en") == "head of the delegation of Vitebsk Region"
    said = message("{who}", who=Ref(collection="people", ids=("guest-head",), case=Case.DAT))
    assert render(said, visit, "ru") == "главе делегации Витебской области"


def test_who_has_a_name_or_leads_nobody_is_not() -> None:
    visit = example()
    nameless = replace(visit.people["zhuk"], surname=Text(), given=Text(), patronymic=Text())
    unled = replace(visit, people={**visit.people, "zhuk": nameless})

    assert head_to_follow(visit, "anokhin", "ru") == ""
    assert head_to_follow(unled, "zhuk", "ru") == ""
