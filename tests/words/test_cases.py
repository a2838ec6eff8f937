# SPDX-License-Identifier: MIT
"""Posts, bodies and places in their cases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.domain.people import Acting, Delegation, Group, Party, Post, Side
from visitplanner.domain.text import LANGUAGES, Case, Forms, Language, Text
from visitplanner.domain.venues import Venue
from visitplanner.domain.visit import About, Visit
from visitplanner.words.cases import (
    delegation_name,
    group_name,
    party_name,
    place_phrase,
    post_title,
    venue_name,
)

FOUR = (Case.NOM, Case.GEN, Case.DAT, Case.INS)


def post(title: str, acting: Acting = Acting.NONE, forms: Forms | None = None) -> Post:
    return Post(id="post", person="p", title=Text(ru=title), acting=acting, forms=forms or Forms())


@pytest.mark.parametrize(
    ("head", "attribute"),
    [
        # protocol.md section 1
        ("Губернатор Губернатора Губернатору Губернатором", "Смоленской области"),
        (
            "председатель председателя председателю председателем",
            "Витебского областного исполнительного комитета",
        ),
        ("глава главы главе главой", "города Смоленска"),
        # what delegations bring
        ("заместитель заместителя заместителю заместителем", "председателя Правительства"),
        ("начальник начальника начальнику начальником", "управления культуры"),
        ("министр министра министру министром", "экономики"),
        ("секретарь секретаря секретарю секретарём", "рабочей группы"),
        ("пресс-секретарь пресс-секретаря пресс-секретарю пресс-секретарём", "Губернатора"),
        ("посол посла послу послом", "Республики Беларусь"),
        ("управляющий управляющего управляющему управляющим", "делами"),
        ("заведующая заведующей заведующей заведующей", "отделом культуры"),
        ("исполняющий исполняющего исполняющему исполняющим", "обязанности министра"),
        ("ведущий ведущего ведущему ведущим", "церемонии"),
        ("судья судьи судье судьёй", "областного суда"),
        ("атташе атташе атташе атташе", "посольства"),
        ("водитель водителя водителю водителем", "автомобиля № 2"),
    ],
)
def test_only_the_head_noun_of_a_post_declines(head: str, attribute: str) -> None:
    nominative, *_ = words = head.split()

    declined = [post_title(post(f"{nominative} {attribute}"), "ru", case) for case in FOUR]

    assert declined == [f"{word} {attribute}" for word in words]


@pytest.mark.parametrize(
    ("title", "instrumental"),
    [
        ("первый заместитель председателя", "первым заместителем председателя"),
        ("главный врач", "главным врачом"),
        ("старший советник", "старшим советником"),
        ("генеральный директор ОАО «МАЗ»", "генеральным директором ОАО «МАЗ»"),
        ("ведущий специалист", "ведущим специалистом"),
        ("временный поверенный в делах", "временным поверенным в делах"),
        ("член-корреспондент НАН Беларуси", "членом-корреспондентом НАН Беларуси"),
        (
            "временно исполняющий обязанности Губернатора",
            "временно исполняющим обязанности Губернатора",
        ),
        (
            "заместитель Губернатора – министр экономики",
            "заместителем Губернатора – министром экономики",
        ),
    ],
)
def test_adjectives_go_with_the_head_noun(title: str, instrumental: str) -> None:
    assert post_title(post(title), "ru", Case.INS) == instrumental


@pytest.mark.parametrize("case", Case)
def test_acting_official_stands_before_the_genitive_in_every_case(case: Case) -> None:
    acting = post("министр экономики Смоленской области", Acting.IO)
    temporary = post("Губернатор Смоленской области", Acting.VRIO)

    assert post_title(acting, "ru", case) == "и. о. министра экономики Смоленской области"
    assert post_title(temporary, "ru", case) == "врио Губернатора Смоленской области"


@pytest.mark.parametrize("title", ["и. о. министра", "врио Губернатора", "И.о. главы"])
def test_acting_written_into_the_title_does_not_decline(title: str) -> None:
    assert post_title(post(title), "ru", Case.DAT) == title


def test_form_of_a_post_set_by_hand_wins() -> None:
    by_hand = post("глава района", forms=Forms(ins="главою района"))

    assert post_title(by_hand, "ru", Case.INS) == "главою района"
    assert post_title(by_hand, "ru", Case.DAT) == "главе района"


def test_post_in_other_languages() -> None:
    minister = Post(
        id="m",
        person="p",
        title=Text(ru="министр", be="міністр", en="Minister"),
        short=Text(ru="мин.", en="Min."),
        acting=Acting.IO,
    )

    assert post_title(minister, "en", Case.GEN) == "Acting Minister"
    assert post_title(minister, "be", Case.GEN) == "в. а. міністр"
    assert post_title(post("министр экономики"), "be", Case.GEN) == "министра экономики"
    assert post_title(minister, "en", short=True) == "Acting Min."


@pytest.mark.parametrize(
    ("name", "genitive", "accusative", "prepositional"),
    [
        ("Смоленская область", "Смоленской области", "Смоленскую область", "Смоленской области"),
        (
            "Республика Беларусь",
            "Республики Беларусь",
            "Республику Беларусь",
            "Республике Беларусь",
        ),
        ("город Смоленск", "города Смоленска", "город Смоленск", "городе Смоленске"),
        ("Витебск", "Витебска", "Витебск", "Витебске"),
        ("ОАО «МАЗ»", "ОАО «МАЗ»", "ОАО «МАЗ»", "ОАО «МАЗ»"),
        (
            "Витебский областной исполнительный комитет",
            "Витебского областного исполнительного комитета",
            "Витебский областной исполнительный комитет",
            "Витебском областном исполнительном комитете",
        ),
        (
            "Правительство Смоленской области",
            "Правительства Смоленской области",
            "Правительство Смоленской области",
            "Правительстве Смоленской области",
        ),
    ],
)
def test_party(name: str, genitive: str, accusative: str, prepositional: str) -> None:
    party = Party(id="x", name=Text(ru=name))
    found = [party_name(party, "ru", case) for case in (Case.GEN, Case.ACC, Case.PREP)]

    assert found == [genitive, accusative, prepositional]


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Сквер памяти Героев", "в сквере памяти Героев"),
        ("Дом Правительства", "в Доме Правительства"),
        ("Дворец культуры", "во Дворце культуры"),
        ("Площадь Ленина", "на площади Ленина"),
        ("Гостиница «Центральная»", "в гостинице «Центральная»"),
        ("Драматический театр", "в Драматическом театре"),
        ("Граница Смоленской области", "на границе Смоленской области"),
        ("Культурно-выставочный центр", "в Культурно-выставочном центре"),
        ("ООО «Ромашка»", "– ООО «Ромашка»"),
        ("Смоленская АЭС", "– Смоленская АЭС"),
    ],
)
def test_place_inside_a_sentence(name: str, phrase: str) -> None:
    assert place_phrase(Venue(id="v", name=Text(ru=name)), "ru") == phrase


def test_place_with_forms_and_preposition_of_its_own() -> None:
    station = Venue(
        id="v",
        name=Text(ru="Смоленская АЭС", en="Smolensk NPP"),
        forms=Forms(prep="Смоленской АЭС", gen="Смоленской АЭС"),
        preposition="на",
    )

    assert place_phrase(station, "ru") == "на Смоленской АЭС"
    assert place_phrase(station, "en") == "at Smolensk NPP"
    assert venue_name(station, "ru", Case.GEN) == "Смоленской АЭС"


def test_delegation_is_named_by_its_party() -> None:
    about = About(title=Text(ru="Визит"), starts=date(2025, 12, 23), ends=date(2025, 12, 23))
    party = Party(id="v", name=Text(ru="Витебская область", en="Vitebsk region"))
    delegation = Delegation(id="d", party="v", side=Side.GUEST)
    visit = Visit(uid="u", about=about, parties={"v": party}, delegations={"d": delegation})

    assert delegation_name(visit, delegation, "ru", Case.INS) == "делегацией Витебской области"
    assert delegation_name(visit, delegation, "en") == "delegation of Vitebsk region"


def test_group_in_the_plural() -> None:
    members = Group(id="g", name=Text(ru="члены официальных делегаций"))

    assert group_name(members, "ru", Case.DAT) == "членам официальных делегаций"


@given(st.text(max_size=60), st.sampled_from(Case), st.sampled_from(LANGUAGES))
def test_any_text_can_be_a_title_or_a_name(text: str, case: Case, language: Language) -> None:
    assert bool(post_title(post(text), language, case)) == bool(text)
    assert bool(party_name(Party(id="x", name=Text(ru=text)), language, case)) == bool(text)
    place_phrase(Venue(id="v", name=Text(ru=text)), language)


WORDS = st.lists(
    st.sampled_from(
        [
            *("председатель", "первый", "главный", "глава", "области", "–", "город", "Смоленск"),
            *("и.", "ой", "ая", "члены", "-", "й", "временно", "управляющий", "сквер", "ь", "АЭС"),
        ]
    ),
    max_size=6,
).map(" ".join)


@given(WORDS, st.sampled_from(Case))
def test_odd_phrases_decline_without_breaking(phrase: str, case: Case) -> None:
    assert len(post_title(post(phrase), "ru", case).split(" ")) == len(phrase.split(" "))
