# SPDX-License-Identifier: MIT
"""Names inside free texts: found in every case and style, and put in the place of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import example
from visitplanner.domain.people import Gender, Person, Post
from visitplanner.domain.text import Case, Text
from visitplanner.words.cases import person_name, post_title
from visitplanner.words.mentions import Spoken, mentions
from visitplanner.words.rewriting import Rewriter, rewritten

VISIT = example()
NBSP = "\N{NO-BREAK SPACE}"


def spoken(key: str, *apart: str) -> Spoken:
    posts = tuple(post for post in VISIT.posts.values() if post.person == key)
    return Spoken(VISIT.people[key], posts, apart=apart)


SUBBOTIN, KOROL, LEBEDEVA = spoken("subbotin"), spoken("korol"), spoken("lebedeva")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Субботин", "Король"),
        ("встреча с Субботиным", "встреча с Королём"),
        ("СУББОТИН Александр Михайлович", "КОРОЛЬ Виктор Степанович"),
        ("Александр Михайлович Субботин", "Виктор Степанович Король"),
        ("Александром Субботиным", "Виктором Королём"),
        ("от имени А. М. Субботина", "от имени В. С. Короля"),
        ("А.М. Субботину", "В.С. Королю"),
        ("А.М.Субботину", "В.С.Королю"),
        ("Субботину А.М.", "Королю В.С."),
        (f"о Субботине{NBSP}А.{NBSP}М.", f"о Короле{NBSP}В.{NBSP}С."),
        ("Уважаемый Александр Михайлович!", "Уважаемый Виктор Степанович!"),
        ("выступают Анохин и Субботин; затем Субботин", "выступают Анохин и Король; затем Король"),
        ("«Субботин»", "«Король»"),
    ],
)
def test_case_order_and_initials_stay_as_they_were(text: str, expected: str) -> None:
    found = Rewriter(SUBBOTIN, KOROL).rewriting(text)

    assert found is not None
    assert str(found.text).replace(NBSP, " ") == expected.replace(NBSP, " ")
    assert found.sure


@pytest.mark.parametrize(
    "text",
    [
        "Субботинский район",
        "А. А. Субботин",
        "Субботин И. И.",
        "Петров Александр Михайлович",
        "Александр Михайлович Петров",
        "Анна Субботина-Крылова",
        "в субботу",
    ],
)
def test_somebody_else_is_left_alone(text: str) -> None:
    assert Rewriter(SUBBOTIN, KOROL).rewriting(text) is None


def test_heroes_are_not_mr_geroev() -> None:
    geroev = spoken("geroev", "Сквер памяти Героев")
    rewriter = Rewriter(geroev, KOROL)

    assert rewriter.rewriting("Возложение цветов в сквере памяти Героев") is None
    certain = rewriter.rewriting("слово Алексею Героеву")
    doubtful = rewriter.rewriting("слово предоставляется Героеву")
    assert certain is not None
    assert (certain.text, certain.sure) == ("слово Виктору Королю", True)
    assert doubtful is not None
    assert (doubtful.text, doubtful.sure) == ("слово предоставляется Королю", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Слово предоставляется председателю Витебского областного исполнительного комитета "
                "Субботину Александру Михайловичу."
            ),
            (
                "Слово предоставляется министру транспорта и дорожного хозяйства "
                "Смоленской области Лебедевой Марине Сергеевне."
            ),
        ),
        (
            "Председатель Витебского областного исполнительного комитета А. М. Субботин",
            "Министр транспорта и дорожного хозяйства Смоленской области М. С. Лебедева",
        ),
        (
            "с Субботиным А. М., председателем Витебского областного исполнительного комитета, и",
            "с Лебедевой М. С., министром транспорта и дорожного хозяйства Смоленской области, и",
        ),
        (
            "Субботину А. М. – председатель Витебского областного исполнительного комитета",
            "Лебедевой М. С. – министр транспорта и дорожного хозяйства Смоленской области",
        ),
    ],
)
def test_the_title_beside_the_name_goes_with_it(text: str, expected: str) -> None:
    found = Rewriter(SUBBOTIN, LEBEDEVA).rewriting(text)

    assert found is not None
    assert found.text == expected
    assert found.sure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Уважаемый Александр Михайлович!", "Уважаемая Марина Сергеевна!"),
        ("Дорогой Александр Михайлович!", "Дорогая Марина Сергеевна!"),
        ("господину Субботину А. М.", "госпоже Лебедевой М. С."),
        ("Господин Субботин открывает", "Госпожа Лебедева открывает"),
    ],
)
def test_a_woman_is_addressed_as_one(text: str, expected: str) -> None:
    assert rewritten(text, SUBBOTIN, LEBEDEVA) == expected


def test_a_case_that_cannot_be_told_is_not_sure() -> None:
    found = Rewriter(LEBEDEVA, KOROL).rewriting("речь Лебедевой")
    governed = Rewriter(LEBEDEVA, KOROL).rewriting("от Лебедевой")

    assert found is not None
    assert not found.sure
    assert governed is not None
    assert (governed.text, governed.sure) == ("от Короля", True)


def test_a_namesake_makes_a_bare_surname_doubtful() -> None:
    brother = replace(VISIT.people["subbotin"], id="other", given=Text(ru="Иван"))
    known = Spoken(SUBBOTIN.person, SUBBOTIN.posts, others=(brother,))

    bare = Rewriter(known, KOROL).rewriting("Субботин")
    full = Rewriter(known, KOROL).rewriting("А. М. Субботин")

    assert bare is not None
    assert not bare.sure
    assert full is not None
    assert full.sure


def test_every_language_of_a_text_is_rewritten_and_none_becomes_stale() -> None:
    text = Text(ru="речь А. М. Субботина", be="А. М. Субоцін", en="Speech by A. M. Subbotin")

    found = rewritten(text, SUBBOTIN, KOROL)

    assert isinstance(found, Text)
    assert found.ru == "речь В. С. Короля"
    assert found.be.endswith(person_name(KOROL.person, "be").split(" ")[0])
    assert found.en == "Speech by V. S. Korol"
    assert found.stale == ()


def test_belarusian_forms_nobody_generates_are_marked_as_old() -> None:
    text = Text(ru="с Субботиным", be="з Субоціным")

    found = rewritten(text, SUBBOTIN, KOROL)

    assert isinstance(found, Text)
    assert (found.be, found.stale) == ("з Субоціным", ("be",))


def test_a_newcomer_without_patronymic_has_one_initial() -> None:
    assert rewritten("А. М. Субботину", SUBBOTIN, spoken("geroev")) == "А. Героеву"
    assert rewritten("слово Героеву А. П.", spoken("geroev"), KOROL) == "слово Королю В. С."


PEOPLE = [p for p in VISIT.people.values() if p.patronymic.ru and "ё" not in p.surname.ru]
STYLES = st.sampled_from(
    ["full", "initials-first", "surname-first", "surname-upper", "given-first"]
)


AROUND = st.tuples(
    st.sampled_from(["", "Выступает ", "(см. ", "«"]),
    st.sampled_from(["", ".", ", и", "»", " – затем"]),
)


@given(
    st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from(list(Case)), STYLES, AROUND
)
def test_any_name_written_by_us_is_found_and_rewritten(
    old: Person, new: Person, case: Case, style: str, around: tuple[str, str]
) -> None:
    before, after = around
    written = person_name(old, "ru", case, style)  # type: ignore[arg-type]
    text = f"{before}{written}{after}"

    found = Rewriter(Spoken(old), Spoken(new)).rewriting(text)

    assert found is not None
    expected = f"{before}{person_name(new, 'ru', case, style)}{after}"  # type: ignore[arg-type]
    assert found.text == expected or not found.sure
    assert str(found.text).startswith(before)
    assert str(found.text).endswith(after)


@given(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from(list(Case)))
def test_any_post_with_name_is_found_whole(old: Person, new: Person, case: Case) -> None:
    posts = {p.person: p for p in VISIT.posts.values()}
    title = post_title(posts[old.id], "ru", case)
    text = f"слово: {title} {person_name(old, 'ru', case)}."

    found = Rewriter(Spoken(old, (posts[old.id],)), Spoken(new, (posts[new.id],))).rewriting(text)

    assert found is not None
    fresh = f"слово: {post_title(posts[new.id], 'ru', case)} {person_name(new, 'ru', case)}."
    assert found.text == fresh or not found.sure


@given(st.text(max_size=80))
def test_any_text_at_all_is_read(text: str) -> None:
    for mention in mentions(text, SUBBOTIN):
        assert 0 <= mention.start < mention.end <= len(text)


def test_forms_set_by_hand_are_found_too() -> None:
    person = Person(id="x", surname=Text(ru="Головач"), given=Text(ru="Иван"), gender=Gender.MALE)
    by_hand = replace(
        person, forms=replace(person.forms, surname=replace(person.forms.surname, ins="Головачом"))
    )
    new = Spoken(VISIT.people["anokhin"], (Post(id="p", person="anokhin", title=Text(ru="мэр")),))

    assert rewritten("с Головачом", Spoken(by_hand), new) == "с Анохиным"
