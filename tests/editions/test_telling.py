# SPDX-License-Identifier: MIT
"""The text a holder is sent: polite, about his copies and his rows, nothing above his audience."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tests.factory import clock
from tests.handed_out import FIRST, MOVE, PAPERS, SECOND, handed_out, states
from tests.leak import found, marked
from visitplanner.domain.distribution import held, to_be_told
from visitplanner.domain.edits import move_item, set_item_text
from visitplanner.domain.patch import apply
from visitplanner.domain.record import Channel, Publication
from visitplanner.domain.text import Language, Visibility
from visitplanner.editions.telling import Tellings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.editions.telling import Telling


def told(
    visit: Visit, record: Record, past: Mapping[int, Visit], language: Language = "ru"
) -> dict[str, Telling]:
    """What everybody is told, by reader."""
    words = Tellings(visit, record, past, language)
    return {one.reader: words.of(one) for one in to_be_told(visit, held(visit, record, past))}


def plain(text: str) -> str:
    """The text with ordinary blanks."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_letter_is_ready_to_send() -> None:
    letter = told(states()[MOVE], handed_out(), states())["subbotin"]
    assert plain(letter.text) == (
        "Уважаемый Александр Михайлович!\n"
        "\n"
        "Сообщаем об изменениях в программе «Визит делегации Витебской области в Смоленскую"
        " область», 23 декабря 2025 года.\n"
        "\n"
        "– 11.20–11.40 Возложение цветов к Вечному огню\n"
        "   Время: 11.00–11.20 → 11.20–11.40 (на 20 мин позже)\n"
        "\n"
        "Просим более не пользоваться прежним экземпляром: официальная программа, экз. № 2,"
        " редакция 2 от 18.12.\n"
        "Календарь, полученный файлом, сам не обновится: просим загрузить новый файл.\n"
        "\n"
        "С уважением,\n"
        "служба протокола"
    )


def test_in_english_too() -> None:
    letter = told(states()[MOVE], handed_out(), states(), "en")["anokhin"]
    lines = plain(letter.text).split("\n")
    assert lines[0] == "Dear Mr Anokhin,"
    assert "– 11:20–11:40 Laying of flowers at the Eternal Flame" in lines
    assert "Please no longer use: Official programme, copy No. 1, version 2 of 18/12." in lines
    assert lines[-2:] == ["Kind regards,", "the protocol office"]


def changed(*moves: tuple[str, str]) -> dict[str, Telling]:
    """What is told when other items than the laying have moved since version 2."""
    visit = states()[SECOND]
    for item, start in moves:
        visit = apply(visit, move_item(visit, item, clock(start)))
    record = replace(handed_out(), informed=())
    return told(visit, record, {FIRST: states()[FIRST], SECOND: states()[SECOND], MOVE: visit})


def test_without_a_patronymic_he_is_addressed_by_surname() -> None:
    letters = changed(("cities-meeting", "12:15"))
    assert letters["geroev"].text.startswith("Уважаемый господин Героев!")


def test_his_own_rows_are_told_and_the_others_counted() -> None:
    letter = changed(("cities-meeting", "12:15"), ("farewell", "16:55"))["subbotin"]
    assert [c.own for c in letter.changes] == [True, False]
    assert "16.55–17.10" in letter.text
    assert "12.15" not in letter.text
    assert "Изменился также 1 пункт, не касающийся адресата." in letter.text


def test_who_only_sees_a_change_is_told_that_his_part_stands() -> None:
    letter = changed(("cities-meeting", "12:15"))["tarasov"]
    assert letter.takes_part is False
    assert "12.15" in letter.text
    assert "Пункты с участием адресата не изменились." in letter.text
    # Nobody knows the part of a holder whose name was typed.
    typed = changed(("cities-meeting", "12:15"))["Фотограф горисполкома"]
    assert "адресата" not in typed.text
    assert typed.text.startswith("Уважаемые коллеги!")


def test_a_link_follows_by_itself_and_that_is_said() -> None:
    letter = told(states()[MOVE], handed_out(), states())["hosts"]
    assert "обновится сам" in letter.text
    assert "Просим более не пользоваться" not in letter.text


def test_nothing_internal_is_told_to_the_holder_of_a_public_paper() -> None:
    before, tokens = marked(states()[SECOND], Visibility.PUBLIC)
    after = apply(before, move_item(before, "laying", clock("11:20")))
    after = apply(after, set_item_text(after, "laying", "internal_text", "ru", "zqnew"))
    record = replace(handed_out(), publications=PAPERS[:2], informed=())
    letter = told(after, record, {SECOND: before})["anokhin"]
    assert "11.20" in letter.text
    assert found((*tokens, "zqnew"), letter.text, *letter.copies) == []


def test_every_kind_of_copy_has_a_name() -> None:
    words = Tellings(states()[MOVE], handed_out(), states(), "ru")
    name = partial(replace, PAPERS[0], copy_number="")
    assert [words.copy(p).removesuffix(", редакция 2 от 18.12") for p in _kinds(name())] == [
        "Официальная программа, на бумаге",
        "Официальная программа, файл PDF",
        "Официальная программа, файл Excel",
        "Официальная программа, по ссылке",
        "Официальная программа, Делегация Витебской области, календарь файлом",
    ]
    draft = replace(PAPERS[0], version=3)
    assert words.version(draft) == "проект редакции 3"


def _kinds(p: Publication) -> tuple[Publication, ...]:
    return (
        p,
        replace(p, channel=Channel.FILE),
        replace(p, channel=Channel.FILE, format="excel"),
        replace(p, channel=Channel.LINK),
        replace(p, channel=Channel.FILE, format="ical", scope="guests"),
    )
