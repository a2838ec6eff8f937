# SPDX-License-Identifier: MIT
"""Finding by a few letters, under any layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.words.fuzzy import best_match, match, readings
from visitplanner.words.meant import folded

NAMES = (
    "Заседание рабочей группы",
    "Возложение цветов к Вечному огню",
    "Протокольная встреча",
    "Подход к прессе",
    "Анохин Василий Николаевич",
    "Фёдоров Илья Александрович",
    "Working-group session",
)


def found(typed: str) -> list[str]:
    asked = readings(typed)
    fitting = [(m, name) for name in NAMES if (m := best_match(asked, (name,))) is not None]
    return [name for _, name in sorted(fitting)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("протокол", "Протокольная встреча"),
        ("ghjnjrjk", "Протокольная встреча"),
        ("GHJNJRJK", "Протокольная встреча"),
        ("федоров", "Фёдоров Илья Александрович"),
        ("илья фёд", "Фёдоров Илья Александрович"),
        ("рабоч груп", "Заседание рабочей группы"),
        ("огню", "Возложение цветов к Вечному огню"),
        ("засдн", "Заседание рабочей группы"),
        ("цщклштп", "Working-group session"),
        ("пресс", "Подход к прессе"),
        ("anohin", None),
        ("яяя", None),
    ],
)
def test_a_few_letters_find_the_name(typed: str, first: str | None) -> None:
    assert next(iter(found(typed)), None) == first


def test_what_was_typed_comes_before_what_the_keys_could_have_meant() -> None:
    direct = best_match(readings("ва"), ("Василий",))
    by_keys = best_match(readings("df"), ("Василий",))

    assert direct is not None
    assert by_keys is not None
    assert direct.rank < by_keys.rank


def test_belarusian_keys_are_read_too() -> None:
    assert best_match(readings("gsnfyyt"), ("Пытанне",)) is not None
    assert best_match(readings("nso"), ("тыў",)) is not None


def test_marks_are_the_letters_that_fit() -> None:
    fits = match("цвет", "Возложение  цветов")
    assert fits is not None
    assert "".join("Возложение  цветов"[n] for n in fits.marks) == "цвет"


@given(st.text(min_size=1), st.text())
def test_marks_always_lie_in_the_name_and_spell_what_was_asked(typed: str, name: str) -> None:
    fits = match(folded(typed), name)
    if fits is not None:
        assert all(0 <= place < len(name) for place in fits.marks)
        assert list(fits.marks) == sorted(fits.marks)


@given(st.sampled_from(NAMES), st.data())
def test_any_beginning_of_a_name_finds_it_under_any_layout(name: str, data: st.DataObject) -> None:
    typed = name[: data.draw(st.integers(1, len(name)))]
    wrong = readings(typed)

    assert best_match(readings(typed), (name,)) is not None
    assert all(best_match(readings(w), (name,)) is not None for w in wrong[:1])
