# SPDX-License-Identifier: MIT
"""Messages as a reader sees them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import Party, Person
from visitplanner.domain.period import at
from visitplanner.domain.policy import ProtocolPolicy
from visitplanner.domain.programme import ProgrammeItem, Track
from visitplanner.domain.text import (
    LANGUAGES,
    Case,
    Clock,
    Language,
    Message,
    Quote,
    Ref,
    Text,
    message,
)
from visitplanner.domain.transport import Movement, Vehicle
from visitplanner.domain.venues import Leg, Venue
from visitplanner.domain.visit import COLLECTIONS, About, Visit
from visitplanner.words.message import continued, render

VISIT = Visit(
    uid="u",
    about=About(title=Text(ru="Визит"), starts=date(2025, 12, 23), ends=date(2025, 12, 23)),
    people={
        "anokhin": Person(
            id="anokhin",
            surname=Text(ru="Анохин", en="Anokhin"),
            given=Text(ru="Василий", en="Vasily"),
            patronymic=Text(ru="Николаевич"),
        ),
        "geroev": Person(id="geroev", surname=Text(ru="Героев"), given=Text(ru="Алексей")),
        "novikov": Person(id="novikov", surname=Text(ru="Новиков")),
        "unknown": Person(id="unknown", surname=Text()),
    },
    parties={"smolensk": Party(id="smolensk", name=Text(ru="Смоленская область"))},
    venues={
        "square": Venue(id="square", name=Text(ru="Сквер памяти Героев")),
        "house": Venue(id="house", name=Text(ru="Дом Правительства")),
    },
    legs={"leg": Leg(id="leg", origin="square", destination="house", minutes=8)},
    tracks={"heads": Track(id="heads", name=Text(ru="Главы регионов"))},
    vehicles={"bus": Vehicle(id="bus", name=Text(ru="Автобус № 2"))},
    items={
        "lunch": ProgrammeItem(id="lunch", kind=Kind.LUNCH, title=Text(ru="Обед", en="Lunch")),
        "plant": ProgrammeItem(
            id="plant", kind=Kind.ENTERPRISE, title=Text(ru="Посещение ОАО «Кристалл»")
        ),
        "russian": ProgrammeItem(
            id="russian", kind=Kind.TALKS, title=Text(ru="О «дружбе „братских“ народов»")
        ),
    },
    movements={"ride": Movement(id="ride", item="lunch", vehicle="bus")},
)


def ref(collection: str, *ids: str, case: Case = Case.NOM) -> Ref:
    return Ref(collection=collection, ids=ids, case=case)


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (ref("people", "anokhin"), "ru", "В.\u00a0Н.\u00a0Анохин"),
        (ref("people", "anokhin", case=Case.DAT), "ru", "В.\u00a0Н.\u00a0Анохину"),
        (ref("people", "anokhin", case=Case.DAT), "en", "V.\u00a0N.\u00a0Anokhin"),
        (ref("people", "geroev", "novikov"), "ru", "А.\u00a0Героев и Новиков"),
        (
            ref("people", "anokhin", "geroev", "novikov", case=Case.INS),
            "ru",
            "В.\u00a0Н.\u00a0Анохиным, А.\u00a0Героевым и Новиковым",
        ),
        (ref("people", "geroev", "novikov"), "en", "A.\u00a0Geroev and Novikov"),
        (ref("people", "geroev", "novikov"), "be", "А.\u00a0Героев і Новиков"),
        (ref("people", "unknown"), "ru", "участник без имени"),
        (ref("people", "unknown"), "en", "unnamed participant"),
        (ref("items", "russian"), "en", "“О «дружбе „братских“ народов»”"),
        (ref("people", "gone"), "ru", "gone"),
        (ref("people"), "ru", ""),
        (ref("parties", "smolensk", case=Case.GEN), "ru", "Смоленской области"),
        (ref("venues", "square"), "ru", "Сквер памяти Героев"),
        (ref("legs", "leg"), "ru", "Сквер памяти Героев – Дом Правительства"),
        (ref("tracks", "heads"), "ru", "Главы регионов"),
        (ref("vehicles", "bus"), "ru", "Автобус № 2"),
        (ref("items", "lunch"), "ru", "«Обед»"),
        (ref("items", "lunch"), "en", "“Lunch”"),
        (ref("items", "plant"), "ru", "«Посещение ОАО „Кристалл“»"),
        (ref("items", "lunch", "plant"), "ru", "«Обед» и «Посещение ОАО „Кристалл“»"),
        (ref("movements", "ride"), "ru", "«Обед»"),
        (ref("nonsense", "x"), "ru", "x"),
        (ref("about", "x"), "ru", "x"),
        (Quote(text=Text(ru="Обед", en="Lunch")), "en", "Lunch"),
        (Quote(text=Text(ru="Обед")), "en", "Обед"),
        (Clock(time=at("2025-12-23T09:05")), "ru", "9.05"),
        (Clock(time=at("2025-12-23T09:05")), "en", "9:05"),
        (Clock(time=at("2025-12-23T09:05"), day=True), "ru", "23 декабря, 9.05"),
        (7, "ru", "7"),
        (-20, "ru", "−20"),
        ("as it is", "ru", "as it is"),
    ],
)
def test_value_in_words(
    value: str | int | Ref | Quote | Clock, language: Language, words: str
) -> None:
    assert render(message("<{x}>", x=value), VISIT, language) == f"<{words}>"


def test_sentence_with_quotation_marks_gets_none_twice() -> None:
    moved = message("Move “{title}”", title=ref("items", "plant"))
    quoted = message("Move “{title}”", title=Quote(text=VISIT.items["plant"].title))

    assert render(moved, VISIT, "ru") == "Перенос «Посещение ОАО „Кристалл“»"
    assert render(quoted, VISIT, "ru") == "Перенос «Посещение ОАО „Кристалл“»"
    assert render(moved, VISIT, "en") == "Move “Посещение ОАО «Кристалл»”"


@pytest.mark.parametrize(
    ("sentence", "language", "after_a_colon"),
    [
        ("Перенос «Обеда»", "ru", "перенос «Обеда»"),
        ("Move “Lunch”", "en", "Move “Lunch”"),
        ("ЖД-вокзал: правка", "ru", "ЖД-вокзал: правка"),
        ("В. Н. Анохин не успевает", "ru", "В. Н. Анохин не успевает"),
        ("", "ru", ""),
    ],
)
def test_sentence_after_a_colon(sentence: str, language: Language, after_a_colon: str) -> None:
    assert continued(sentence, language) == after_a_colon


@pytest.mark.parametrize(
    ("n", "russian", "english"),
    [
        (1, "Перенос 1 пункта", "Move 1 item"),
        (2, "Перенос 2 пунктов", "Move 2 items"),
        (5, "Перенос 5 пунктов", "Move 5 items"),
        (21, "Перенос 21 пункта", "Move 21 items"),
    ],
)
def test_number_chooses_the_plural_form(n: int, russian: str, english: str) -> None:
    moved = message("Move {n} item", "Move {n} items", n=n)

    assert render(moved, VISIT, "ru") == russian
    assert render(moved, VISIT, "en") == english


def test_belarusian_falls_back_to_russian() -> None:
    assert render(message("The end must come after the start."), VISIT, "be") == (
        "Окончание должно быть позже начала."
    )


def test_message_nobody_translated_stays_english() -> None:
    assert render(message("No such sentence, {n}", n=3), VISIT, "ru") == "No such sentence, 3"


def test_time_follows_the_policy_of_the_office() -> None:
    with_colon = Visit(uid="u", about=VISIT.about, policy=ProtocolPolicy(time_separator=":"))

    assert render(message("{t}", t=Clock(time=at("2025-12-23T09:05"))), with_colon, "ru") == "9:05"


def test_message_without_a_visit_names_ids() -> None:
    refused = message("{who} at {t}", who=ref("people", "x"), t=Clock(time=at("2025-12-23T09:05")))

    assert render(refused, None, "ru") == "x at 9.05"


def test_hole_without_a_value_stays_visible() -> None:
    assert render(message("{a} {b}", a="x"), VISIT, "ru") == "x {b}"


@given(
    st.text(st.sampled_from("{}%s n0«»\"'\\абв:!"), max_size=20),
    st.text(max_size=20),
    st.sampled_from(LANGUAGES),
)
def test_no_text_of_a_user_breaks_a_message(string: str, other: str, language: Language) -> None:
    said = render(message("{a}|{b}", a=string, b=Quote(text=Text(ru=other))), VISIT, language)

    assert said == f"{string}|{other}"


@given(
    st.text(max_size=20),
    st.sampled_from([*COLLECTIONS, "about", "uid", ""]),
    st.lists(st.text(max_size=5), max_size=3),
    st.sampled_from(Case),
    st.integers(),
)
def test_no_message_raises(msgid: str, collection: str, ids: list[str], case: Case, n: int) -> None:
    held = Message(msgid, {"n": n, "x": ref(collection, *ids, case=case)}, msgid)

    assert isinstance(render(held, VISIT, "ru"), str)
