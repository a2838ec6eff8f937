# SPDX-License-Identifier: MIT
"""Letters with lists of people: what is understood of them, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import example
from tests.imports.letters import letter
from visitplanner.domain.people import Gender, MemberRole, Person, Post
from visitplanner.domain.text import Text
from visitplanner.domain.visit import memberships_of
from visitplanner.imports.full_names import name_at
from visitplanner.imports.levels import guessed_level, guessed_role
from visitplanner.imports.people_list import NO_POST, TWICE, UNSURE_NAME, Proposed, read_letter
from visitplanner.words.cases import person_name, post_title

VISIT = example()


def told(people: tuple[Proposed, ...]) -> list[tuple[str, str]]:
    """Names, and posts as papers print them."""
    return [
        (" ".join(filter(None, (p.name.surname, p.name.given, p.name.patronymic))), printed(p))
        for p in people
    ]


def printed(proposed: Proposed) -> str:
    post = Post(id="", person="", title=Text(ru=proposed.post), acting=proposed.acting)
    return post_title(post, "ru")


def of_delegation(key: str) -> list[tuple[str, str]]:
    return [
        (
            person_name(VISIT.people[m.person], "ru"),
            post_title(VISIT.posts[m.post or ""], "ru"),
        )
        for m in memberships_of(VISIT, key)
    ]


def test_a_letter_with_two_lists_of_nine() -> None:
    guests, hosts = read_letter(letter(VISIT))

    assert guests.heading == "Делегация Витебской области"
    assert told(guests.people) == of_delegation("guests")
    assert told(hosts.people) == of_delegation("hosts")
    for proposed in (*guests.people, *hosts.people):
        known = next(p for p in VISIT.people.values() if p.surname.ru == proposed.name.surname)
        assert proposed.name.gender is known.gender, known.id
        assert proposed.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "1. Субботин Александр Михайлович – председатель комитета",
        "1) СУББОТИН Александр Михайлович - председатель комитета;",
        "Субботин Александр Михайлович, председатель комитета",
        "Субботин Александр Михайлович — председатель комитета.",
        "•\N{NO-BREAK SPACE}Субботин Александр Михайлович: председатель комитета",
        "Александр Михайлович Субботин – председатель комитета",
        "Субботин Александр Михайлович (председатель комитета)",
        "Субботин Александр Михайлович председатель комитета",
        "Субботин Александр Михайлович\tпредседатель комитета",
        "1\tСубботин Александр Михайлович\tпредседатель комитета",
        "№\tФИО\tДолжность\n1\tСубботин\tАлександр\tМихайлович\tпредседатель комитета",
        "Субботин Александр Михайлович\nпредседатель комитета",
        "СУББОТИН\nАлександр Михайлович – председатель комитета",
        "1. Субботин Александр Михайлович – предсе-\nдатель комитета",
        "1. Субботин Александр Михайлович –\nпредседатель\nкомитета",
        "председатель комитета – Субботин Александр Михайлович",
        "г-н Субботин Александр Михайлович – председатель комитета",
        "1. Субботин Александр Михайлович – председатель комитета (по согласованию)",
        "1. Субботин Александр Михайлович – председатель комитета, глава делегации",
    ],
)
def test_one_person_however_written(text: str) -> None:
    (found,) = read_letter(text)

    assert told(found.people) == [("Субботин Александр Михайлович", "председатель комитета")]


def test_lists_begin_anew_with_the_number_one() -> None:
    lists = read_letter(
        "1. Жук Ирина Олеговна – врач\n2. Король Виктор Ильич – врач\n1. Ким Ян – врач"
    )

    assert [len(found.people) for found in lists] == [2, 1]


def test_two_columns_of_a_name_are_not_a_post() -> None:
    (found,) = read_letter("Жук\tИрина Олеговна\tврач\nКороль\tВиктор Ильич\tректор")

    assert told(found.people) == [("Жук Ирина Олеговна", "врач"), ("Король Виктор Ильич", "ректор")]


def test_latin_and_belarusian_names() -> None:
    english, belarusian = read_letter(
        "Delegation of the Vitebsk Region:\n"
        "1. Mr. Aleksandr Subbotin, Chairman of the Vitebsk Regional Executive Committee\n"
        "2. Ms. Svetlana SHEVCHENKO – Chair of the Committee of Economy\n\n"
        "Дэлегацыя Віцебскай вобласці:\n"
        "1. Жук Ірына Алегаўна – галоўны спецыяліст\n"
    )

    names = [(p.name.surname, p.name.given, p.name.language) for p in english.people]
    assert names == [("Subbotin", "Aleksandr", "en"), ("Shevchenko", "Svetlana", "en")]
    assert [p.name.gender for p in english.people] == [Gender.MALE, Gender.FEMALE]
    assert [p.level for p in english.people] == [1, 4]
    (zhuk,) = belarusian.people
    assert (zhuk.name.patronymic, zhuk.name.language) == ("Алегаўна", "be")
    assert zhuk.name.gender is Gender.FEMALE


def test_telephones_and_letters_are_not_part_of_a_post() -> None:
    (found,) = read_letter(
        "1. Ким Ян Петрович – водитель, тел. +7 (910) 123-45-67, kim@example.org"
    )

    (kim,) = found.people
    assert (kim.post, kim.phone, kim.email) == ("водитель", "+7 (910) 123-45-67", "kim@example.org")
    assert (kim.level, kim.role) == (9, MemberRole.DRIVER)


def test_the_end_of_a_letter_is_nobodys_post() -> None:
    (found,) = read_letter(
        "1. Жук Ирина Олеговна – главный специалист\nС уважением,\nзаместитель председателя"
    )

    assert told(found.people) == [("Жук Ирина Олеговна", "главный специалист")]


def test_a_post_of_another_country_is_no_name() -> None:
    (found,) = read_letter("Король В. С., советник Посольства\nРеспублики Беларусь")

    assert told(found.people) == [("Король В. С.", "советник Посольства Республики Беларусь")]


def test_what_should_be_looked_at_is_said() -> None:
    (found,) = read_letter(
        "1. Ли Сун – эксперт\n2. Жук Ирина Олеговна\n3. Жук Ирина Олеговна – врач"
    )

    assert [p.doubts for p in found.people] == [(UNSURE_NAME,), (NO_POST, TWICE), (TWICE,)]


def test_a_letter_without_people_proposes_nothing() -> None:
    assert read_letter("") == ()
    assert read_letter("Добрый день!\nСписок пришлём завтра.\nПротокол") == ()


@pytest.mark.parametrize(
    ("post", "level"),
    [
        ("врио Губернатора Смоленской области", 1),
        ("председатель Смоленской областной Думы", 2),
        ("главный федеральный инспектор по Смоленской области", 2),
        ("первый заместитель председателя Витебского облисполкома", 3),
        ("директор департамента инвестиций", 4),
        ("глава муниципального образования «Вяземский район»", 5),
        ("ректор университета", 6),
        ("заместитель министра транспорта", 6),
        ("помощник Губернатора", 7),
        ("сотрудник охраны", 9),
        ("начальник службы охраны труда", 6),
        ("", 7),
    ],
)
def test_levels_of_posts(post: str, level: int) -> None:
    assert guessed_level(post) == level


def test_levels_and_roles_of_the_heads_and_drivers_of_the_example() -> None:
    for post in VISIT.posts.values():
        if post.level in {1, 3, 5, 9}:
            assert guessed_level(post.title.ru) == post.level, post.id
    assert guessed_role("переводчик") is MemberRole.INTERPRETER
    assert guessed_role("корреспондент телевидения") is MemberRole.PRESS


PEOPLE = [p for p in VISIT.people.values() if p.patronymic.ru]
STYLES = st.sampled_from(["full", "surname-upper", "given-first"])
SEPARATORS = st.sampled_from([" – ", " - ", " — ", ", ", "\t", "– ", " -"])
NUMBERS = st.sampled_from(["{n}. ", "{n}) ", "{n}.", "", "• "])
POSTS = {p.person: p for p in VISIT.posts.values()}


@given(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True), STYLES, SEPARATORS, NUMBERS)
def test_any_list_in_any_style_is_read_whole(
    people: list[Person], style: str, separator: str, number: str
) -> None:
    lines = [
        number.format(n=n)
        + person_name(person, "ru", style=style)  # type: ignore[arg-type]
        + separator
        + post_title(POSTS[person.id], "ru")
        for n, person in enumerate(people, start=1)
    ]

    (found,) = read_letter("\n".join(lines))

    assert told(found.people) == [
        (person_name(person, "ru"), post_title(POSTS[person.id], "ru")) for person in people
    ]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    for found in read_letter(text):
        for proposed in found.people:
            assert proposed.name.surname
            assert 1 <= proposed.level <= 9


@given(st.text(max_size=60))
def test_a_name_ends_inside_its_text(text: str) -> None:
    found = name_at(text)

    assert found is None or 0 < found[1] <= len(text)
