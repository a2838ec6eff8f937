# SPDX-License-Identifier: MIT
"""Texts per language and what an edit in one does to the others; classes of visibility."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.domain.text import (
    LANGUAGES,
    Case,
    Forms,
    Language,
    Message,
    Text,
    Visibility,
    message,
)

LANGUAGE = st.sampled_from(LANGUAGES)
THREE = Text(ru="Обед", be="Абед", en="Lunch")


def test_edit_in_one_language_makes_the_other_filled_ones_stale() -> None:
    edited = THREE.edited("ru", "Ужин")

    assert edited == Text(ru="Ужин", be="Абед", en="Lunch", stale=("be", "en"))


def test_renewing_a_stale_language_leaves_only_the_others_stale() -> None:
    assert THREE.edited("ru", "Ужин").edited("be", "Вячэра").stale == ("ru", "en")


def test_empty_languages_do_not_become_stale() -> None:
    assert Text(ru="Обед").edited("ru", "Ужин") == Text(ru="Ужин")


def test_edit_to_the_same_words_changes_nothing() -> None:
    assert THREE.edited("be", "Абед") is THREE


@given(st.builds(Text, ru=st.text(), be=st.text(), en=st.text()), LANGUAGE, st.text())
def test_edit_sets_one_language_and_keeps_the_others(
    text: Text, language: Language, words: str
) -> None:
    edited = text.edited(language, words)

    assert edited.own(language) == words
    assert all(edited.own(x) == text.own(x) for x in LANGUAGES if x != language)
    assert edited is text or language not in edited.stale
    assert all(edited.own(x) for x in edited.stale)


@pytest.mark.parametrize(
    ("text", "language", "best"),
    [
        (THREE, "be", "Абед"),
        (Text(ru="Обед", en="Lunch"), "be", "Обед"),
        (Text(be="Абед", en="Lunch"), "ru", "Абед"),
        (Text(be="Абед", ru="Обед"), "en", "Обед"),
        (Text(be="Абед"), "en", "Абед"),
        (Text(), "ru", ""),
    ],
)
def test_missing_language_falls_back_to_the_next_best(
    text: Text, language: Language, best: str
) -> None:
    assert text.best(language) == best


def test_text_is_false_only_when_no_language_has_words() -> None:
    assert not Text()
    assert not Text(stale=("ru",))
    assert Text(en="Lunch")
    assert Text(be="Абед")


def test_readers_of_a_class_read_it_and_what_is_below() -> None:
    admitted = {(a.value, b.value) for a, b in product(Visibility, repeat=2) if a.admits(b)}

    assert admitted == {
        ("public", "public"),
        ("internal", "public"),
        ("internal", "internal"),
        ("restricted", "public"),
        ("restricted", "internal"),
        ("restricted", "restricted"),
    }


def test_form_set_by_hand_is_found_by_its_case() -> None:
    forms = Forms(ins="Соловьём")

    assert forms.own(Case.INS) == "Соловьём"
    assert forms.own(Case.GEN) == ""


def test_message_keeps_its_arguments_by_name() -> None:
    assert message("Move {n} item", "Move {n} items", n=2) == Message(
        "Move {n} item", {"n": 2}, "Move {n} items"
    )
