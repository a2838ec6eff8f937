# SPDX-License-Identifier: MIT
"""Who is meant by what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.words.meant import Candidate, Candidates

PEOPLE = Candidates(
    (
        Candidate("ivanov", "Иванов И. И.", "губернатор", ("Иванов Иван Ильич", "Ivan Ivanov")),
        Candidate("ivanova", "Иванова А. П.", "министр", ("Иванова Анна Петровна",)),
        Candidate("elkin", "Ёлкин П. С.", "мэр", ("Ёлкин Пётр Семёнович", "мэр города", "")),
    )
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Иванов И. И.", ["ivanov"]),
        ("иванов", ["ivanov"]),  # the whole word wins over the beginning of another
        ("ивано", ["ivanov", "ivanova"]),
        ("И.И. Иванов", ["ivanov"]),
        ("иванова", ["ivanova"]),
        ("анна", ["ivanova"]),
        ("ivan", ["ivanov"]),
        ("елкин", ["elkin"]),
        ("пет", ["ivanova", "elkin"]),
        ("мэр", ["elkin"]),
        ("мэр гор", ["elkin"]),
        ("иванов сидор", []),
        ("ванов", []),
        ("", []),
        ("…", []),
    ],
)
def test_meant(typed: str, ids: list[str]) -> None:
    assert [found.id for found in PEOPLE.meant(typed)] == ids


def test_all_fit_while_nothing_is_typed() -> None:
    assert PEOPLE.matching(" ") == PEOPLE.all


def test_the_best_fit_comes_first() -> None:
    assert [found.id for found in PEOPLE.matching("иванова")] == ["ivanova"]
    assert [found.id for found in PEOPLE.matching("иванов")] == ["ivanov", "ivanova"]


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8), st.data())
def test_what_is_written_exactly_is_what_is_meant(texts: list[str], data: st.DataObject) -> None:
    candidates = Candidates(Candidate(str(n), text) for n, text in enumerate(texts))
    chosen = data.draw(st.sampled_from(candidates.all))
    found = candidates.meant(chosen.text)
    assert (
        not chosen.text.strip()
        or found[0].text.casefold().split() == (chosen.text.casefold().split())
        or "ё" in chosen.text.casefold()
    )
