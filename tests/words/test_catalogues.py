# SPDX-License-Identifier: MIT
"""The catalogues say everything the source says, with the words of the glossary."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from resources.locale import compile_catalogues
from tests.words.extraction import Marked, marked
from tests.words.missing import entry, missing
from visitplanner.rules.catalogue import RULES, explain
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from pathlib import Path

    from visitplanner.rules.rule import Rule

HOLE = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd]")
# glossary.md: words that stand in no label.
FORBIDDEN = re.compile(
    r"\b(таймлайн|трек|лейн|айтем|инспектор|дедлайн|юзер|воркшоп|драфт|белорусси)|"
    r"\b(предпросмотр|подписант|кортеж)",
    re.IGNORECASE,
)
WITHOUT_YO = re.compile(
    r"\b(еще|ее|нее|прием\w*|отчет\w*|учет\w*|объем\w*|расчет\w*|твердо\w*|подъем\w*|"
    r"(утвержд|оповещ|приглаш|подтвержд|перенес|сохран|завед|вед)ен(н\w+)?|счет\w*|"
    r"вперед|идет|дает|найдет|придет|войдет|займет|берет|ждет|самолет\w*|актер\w*)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"\b(Вы|Вас|Вам|Вами|Ваш\w*)\b")


@cache
def source() -> dict[str, Marked]:
    return {found.msgid: found for found in marked()}


@cache
def said(language: str) -> list[tuple[Path, str, tuple[str, ...], int]]:
    """Part, msgid, forms and line of every entry of a language."""
    entries = []
    for path, catalogue in compile_catalogues.parts(language):
        for message in catalogue:
            if message.id:
                msgid = message.id if isinstance(message.id, str) else message.id[0]
                string = message.string
                forms = (string,) if isinstance(string, str) else tuple(string or ("",))
                entries.append((path, msgid, forms, message.lineno or 0))
    return entries


def _found(pattern: re.Pattern[str], language: str = "ru") -> list[str]:
    return [
        f"{path.name}:{line}: {form}"
        for path, _msgid, forms, line in said(language)
        for form in forms
        if pattern.search(form)
    ]


def test_every_message_has_a_russian_translation() -> None:
    gaps = list(missing("ru"))

    assert gaps == [], "\n" + "\n".join(map(entry, gaps))


@pytest.mark.parametrize("language", compile_catalogues.languages())
def test_catalogue_has_no_faults(language: str) -> None:
    assert compile_catalogues.faults(language) == []


@pytest.mark.parametrize("language", compile_catalogues.languages())
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    orphans = [
        f"{path.name}:{line}: {msgid}"
        for path, msgid, _forms, line in said(language)
        if msgid not in source()
    ]

    assert orphans == []


@pytest.mark.parametrize("language", compile_catalogues.languages())
def test_every_form_has_the_holes_of_the_source(language: str) -> None:
    wrong = []
    for path, msgid, forms, line in said(language):
        known = source().get(msgid)
        holes = sorted(set(HOLE.findall(known.plural or msgid))) if known else []
        wrong += [
            f"{path.name}:{line}: {form}"
            for form in forms
            if known and sorted(set(HOLE.findall(form))) != holes
        ]

    assert wrong == []


@pytest.mark.parametrize("language", compile_catalogues.languages())
def test_plurals_have_three_forms_and_nothing_else_has(language: str) -> None:
    wrong = [
        f"{path.name}:{line}: {msgid}"
        for path, msgid, forms, line in said(language)
        if msgid in source() and len(forms) != (3 if source()[msgid].plural else 1)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", compile_catalogues.languages())
def test_nothing_is_empty_or_fuzzy(language: str) -> None:
    fuzzy = [
        f"{path.name}:{message.lineno}"
        for path, catalogue in compile_catalogues.parts(language)
        for message in catalogue
        if message.id and message.fuzzy
    ]
    empty = [f"{p.name}:{line}: {m}" for p, m, forms, line in said(language) if not all(forms)]

    assert fuzzy + empty == []


def test_one_source_text_has_one_plural() -> None:
    plurals: dict[str, set[str]] = {}
    for found in marked():
        plurals.setdefault(found.msgid, set()).add(found.plural)

    assert [msgid for msgid, found in plurals.items() if len(found) > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_explained_in_russian(rule: Rule) -> None:
    lines = [line for line in explain(rule.code, "ru").splitlines() if line]

    # The first line is code and name, the last one names the source.
    assert [line for line in lines[:-1] if not re.search("[а-яё]", line)] == []


def test_russian_keeps_the_glossary() -> None:
    assert _found(FORBIDDEN) == []


def test_russian_does_not_address_the_reader() -> None:
    assert _found(ADDRESSED) == []


def test_russian_writes_yo() -> None:
    assert _found(WITHOUT_YO) == []


@pytest.mark.parametrize("language", compile_catalogues.languages())
@pytest.mark.parametrize(
    ("mistake", "instead"),
    [
        (re.compile(r"\s-\s|\d-\d"), "an en dash"),
        (re.compile(r"—"), "an en dash, not an em dash"),
        (re.compile(r'"'), "«»"),
        (re.compile(r"[“”](?![^«]*»)"), "«»"),
        (re.compile(r"\.\.\."), "…"),
        (re.compile(r"\s[,.;:!?](?!\.)"), "no space before the sign"),
        (re.compile(r"[ \u00a0]{2}"), "one space"),
    ],
)
def test_typography(language: str, mistake: re.Pattern[str], instead: str) -> None:
    assert _found(mistake, language) == [], instead


def test_translator_falls_back_to_russian_and_english() -> None:
    belarusian = translator("be")

    assert belarusian.gettext("Programme") == "Праграма"
    assert belarusian.gettext("Coffee break") == "Кофе-пауза"
    assert belarusian.gettext("nobody says this") == "nobody says this"
    assert translator("en").gettext("Programme") == "Programme"


def test_mark_leaves_the_text_as_it_is() -> None:
    assert N_("Programme") == "Programme"


def test_without_compiled_catalogues_everything_is_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visitplanner.words.catalogue.resources", lambda: tmp_path)
    broken = tmp_path / "locale" / "ru" / "LC_MESSAGES" / "visitplanner.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"not a catalogue")
    fresh = translator.__wrapped__

    assert fresh("ru").gettext("Programme") == "Programme"
    assert fresh("en").gettext("Programme") == "Programme"


def test_parts_that_disagree_are_not_compiled(tmp_path: Path) -> None:
    parts = tmp_path / "ru" / "parts"
    parts.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (parts / "a.po").write_text(f'{head}msgid "Visit"\nmsgstr "Визит"\n', "utf-8")
    (parts / "b.po").write_text(f'{head}msgid "Visit"\nmsgstr "Поездка"\n', "utf-8")

    with pytest.raises(compile_catalogues.CatalogueError, match="says it otherwise"):
        compile_catalogues.compile_all(tmp_path)

    assert list(tmp_path.rglob("*.mo")) == []


def test_compiled_catalogue_is_the_same_every_time(tmp_path: Path) -> None:
    parts = tmp_path / "ru" / "parts"
    parts.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (parts / "a.po").write_text(f'{head}msgid "Visit"\nmsgstr "Визит"\n', "utf-8")

    first, second = (
        compile_catalogues.compile_language("ru", tmp_path).read_bytes() for _ in range(2)
    )

    assert first == second
    assert b"2020-02-02" in first
