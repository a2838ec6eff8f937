# SPDX-License-Identifier: MIT
"""Names of people in their cases and styles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.domain.people import Gender, NameForms, Person
from visitplanner.domain.text import LANGUAGES, Case, Forms, Language, Text
from visitplanner.words.cases import NameStyle, person_name

STYLES: tuple[NameStyle, ...] = (
    "full",
    "initials-first",
    "surname-first",
    "surname-upper",
    "given-first",
)
FOUR = (Case.NOM, Case.GEN, Case.DAT, Case.INS)


def person(
    surname: str, given: str = "", patronymic: str = "", gender: Gender = Gender.MALE
) -> Person:
    return Person(
        id="p",
        surname=Text(ru=surname),
        given=Text(ru=given),
        patronymic=Text(ru=patronymic),
        gender=gender,
    )


GOVERNOR = person("Анохин", "Василий", "Николаевич")


def forms(who: Person) -> str:
    return " ".join(person_name(who, "ru", case) for case in FOUR)


@pytest.mark.parametrize(
    ("surname", "in_cases"),
    [
        # protocol.md section 1
        ("Анохин", "Анохин Анохина Анохину Анохиным"),
        ("Субботин", "Субботин Субботина Субботину Субботиным"),
        ("Героев", "Героев Героева Героеву Героевым"),
        ("Новиков", "Новиков Новикова Новикову Новиковым"),
        ("Мицкевич", "Мицкевич Мицкевича Мицкевичу Мицкевичем"),
        ("Головач", "Головач Головача Головачу Головачом"),
        ("Петрушко", "Петрушко Петрушко Петрушко Петрушко"),
        ("Шевченко", "Шевченко Шевченко Шевченко Шевченко"),
        ("Король", "Король Короля Королю Королём"),
        # kinds of surname an office meets
        ("Соловей", "Соловей Соловья Соловью Соловьём"),
        ("Толстой", "Толстой Толстого Толстому Толстым"),
        ("Черных", "Черных Черных Черных Черных"),
        ("Сорока", "Сорока Сороки Сороке Сорокой"),
        ("Иванов-Петров", "Иванов-Петров Иванова-Петрова Иванову-Петрову Ивановым-Петровым"),
        ("Ковалёв", "Ковалёв Ковалёва Ковалёву Ковалёвым"),
        ("ГЕРОЕВ", "ГЕРОЕВ ГЕРОЕВА ГЕРОЕВУ ГЕРОЕВЫМ"),
    ],
)
def test_surname_of_a_man(surname: str, in_cases: str) -> None:
    assert forms(person(surname)) == in_cases


@pytest.mark.parametrize(
    ("surname", "in_cases"),
    [
        ("Мицкевич", "Мицкевич Мицкевич Мицкевич Мицкевич"),
        ("Головач", "Головач Головач Головач Головач"),
        ("Король", "Король Король Король Король"),
        ("Шевченко", "Шевченко Шевченко Шевченко Шевченко"),
        ("Новикова", "Новикова Новиковой Новиковой Новиковой"),
        ("Субботина", "Субботина Субботиной Субботиной Субботиной"),
        ("Белая", "Белая Белой Белой Белой"),
    ],
)
def test_surname_of_a_woman(surname: str, in_cases: str) -> None:
    assert forms(person(surname, gender=Gender.FEMALE)) == in_cases


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("full", "Анохиным Василием Николаевичем"),
        ("initials-first", "В.\u00a0Н.\u00a0Анохиным"),
        ("surname-first", "Анохиным\u00a0В.\u00a0Н."),
        ("surname-upper", "АНОХИНЫМ Василием Николаевичем"),
        ("given-first", "Василием Николаевичем Анохиным"),
    ],
)
def test_styles(style: NameStyle, printed: str) -> None:
    assert person_name(GOVERNOR, "ru", Case.INS, style) == printed


@pytest.mark.parametrize(
    ("given", "patronymic", "printed"),
    [
        ("Алексей", "", "А.\u00a0Героев"),
        ("", "", "Героев"),
        ("Анна-Мария", "", "А.-М.\u00a0Героев"),
        ("Хуан Карлос", "", "Х.\u00a0К.\u00a0Героев"),
        ("А.", "Б.", "А.\u00a0Б.\u00a0Героев"),
    ],
)
def test_initials_of_what_there_is(given: str, patronymic: str, printed: str) -> None:
    assert person_name(person("Героев", given, patronymic), "ru", style="initials-first") == printed


def test_patronymic_may_be_unknown() -> None:
    assert person_name(person("Героев", "Алексей"), "ru", Case.GEN) == "Героева Алексея"


def test_form_set_by_hand_wins_for_its_case_only() -> None:
    solovey = Person(
        id="p",
        surname=Text(ru="Соловей"),
        given=Text(ru="Пётр"),
        forms=NameForms(surname=Forms(gen="Соловея")),
    )

    assert person_name(solovey, "ru", Case.GEN) == "Соловея Петра"
    assert person_name(solovey, "ru", Case.DAT) == "Соловью Петру"


@pytest.mark.parametrize(
    ("language", "printed"), [("ru", "Уточняется"), ("be", "Удакладняецца"), ("en", "To follow")]
)
@pytest.mark.parametrize("case", Case)
@pytest.mark.parametrize("style", STYLES)
def test_empty_name_is_to_follow(
    language: Language, printed: str, case: Case, style: NameStyle
) -> None:
    assert person_name(person(" "), language, case, style) == printed


def test_english_name_is_the_one_given_else_in_latin_letters() -> None:
    known = Person(id="p", surname=Text(ru="Анохин", en="Anokhin"), given=Text(en="Vasily"))

    assert person_name(known, "en") == "Vasily Anokhin"
    assert person_name(GOVERNOR, "en", Case.GEN) == "Vasilii Nikolaevich Anokhin"
    assert person_name(GOVERNOR, "en", style="initials-first") == "V.\u00a0N.\u00a0Anokhin"
    assert person_name(person("Щукин", "Юрий"), "en", style="surname-upper") == "SHCHUKIN Iurii"


def test_belarusian_name_stands_as_written_and_falls_back_to_russian() -> None:
    own = Person(id="p", surname=Text(ru="Субботин", be="Субоцін"), given=Text(be="Аляксандр"))

    assert person_name(own, "be", Case.INS) == "Субоцін Аляксандр"
    assert person_name(person("Субботин", "Александр"), "be", Case.INS) == "Субботиным Александром"


def test_foreign_name_in_latin_letters_stays() -> None:
    smith = Person(id="p", surname=Text(en="Smith"), given=Text(en="John"))

    assert person_name(smith, "ru", Case.GEN) == "Smith John"


NAMES = st.text(
    st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГЯЁіў'’- .AZaz0{}%«»\u00a0\n"), max_size=24
)


PEOPLE = st.builds(person, NAMES, NAMES, NAMES, st.sampled_from(Gender))


@given(PEOPLE, st.sampled_from(Case), st.sampled_from(LANGUAGES), st.sampled_from(STYLES))
def test_no_name_breaks_anything_or_vanishes(
    who: Person, case: Case, language: Language, style: NameStyle
) -> None:
    printed = person_name(who, language, case, style)

    assert printed.strip()
    assert "\n" not in printed


@given(st.text(max_size=40), st.sampled_from(Case), st.sampled_from(LANGUAGES))
def test_any_text_can_be_a_surname(surname: str, case: Case, language: Language) -> None:
    assert person_name(person(surname), language, case)
