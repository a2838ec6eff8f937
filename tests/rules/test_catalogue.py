# SPDX-License-Identifier: MIT
from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import visitplanner.rules
from resources.handbook.write_handbook import LANGUAGES, page
from visitplanner.domain.visit import COLLECTIONS
from visitplanner.rules.catalogue import BY_CODE, RULES, explain, handbook, listing, title
from visitplanner.rules.proposals import PROPOSALS
from visitplanner.rules.rule import HEADINGS, Rule, Stage
from visitplanner.words.catalogue import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.text import Language

ROOM = Path(visitplanner.rules.__file__).parent
LIVE = re.findall(r"\w\d\d", "T01 T02 T04 T08 P01 V01 V02 R01 C01 C03 A02 A03 D02 D03 H01 K04 O03")
ALL = re.findall(
    r"\w\d\d",
    "T01 T02 T04 T05 T06 T08 P01 P02 P03 V01 V02 V03 V06 R01 R02 C01 C02 C03 "
    "K02 K04 D02 D03 A01 A02 A03 H01 O03",
)
FOUR = {
    "en": ("What it finds", "Why it matters", "Example", "What to do"),
    "ru": ("Что находит", "Почему это важно", "Пример", "Что делать"),
}


def test_the_catalogue_holds_each_rule_once_in_the_order_of_families() -> None:
    assert [rule.code for rule in RULES] == ALL
    assert len({rule.name for rule in RULES}) == len(BY_CODE) == len(RULES)


def test_rules_live_from_the_first_minute_are_those_of_the_design() -> None:
    live = {rule.code for rule in RULES if rule.stage is Stage.DRAFT}
    assert live == set(LIVE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_who_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.source
    assert rule.reads <= COLLECTIONS.keys() | {"policy"}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_under_four_headings(rule: Rule, language: Language) -> None:
    lines = explain(rule.code, language).splitlines()
    assert lines[0] == f"{rule.code} {title(rule.code, language)} ({rule.name})"
    headings = [line for line in lines if line in FOUR[language]]
    assert tuple(headings) == FOUR[language]
    for heading in headings:
        paragraph = lines[lines.index(heading) + 1]
        assert paragraph.endswith(".")
        assert bool(re.search("[А-Яа-я]", paragraph)) is (language == "ru")


def test_the_listing_tells_what_the_command_line_shows() -> None:
    row = listing("ru")[0]
    assert row["code"] == "T01"
    assert row["title"] == "Накладка у участника"
    assert row["severity"] == "error"
    assert row["stage"] == "draft"
    assert isinstance(row["text"], dict)
    assert tuple(row["text"]) == FOUR["ru"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_is_up_to_date(language: Language) -> None:
    assert page(language).read_text(encoding="utf-8") == handbook(language), (
        "run: python -m resources.handbook.write_handbook"
    )


def test_proposals_belong_to_rules() -> None:
    assert PROPOSALS.keys() <= BY_CODE.keys()


def msgids() -> Iterator[str]:
    """Every sentence of the room: arguments of message, and strings with holes."""
    for path in ROOM.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        f_strings = [node for node in nodes if isinstance(node, ast.JoinedStr)]
        inside = {id(part) for node in f_strings for part in node.values}
        for node in nodes:
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"message", "N_"}:
                yield from filter(None, map(_string, node.args))
            elif id(node) not in inside and "{" in (string := _string(node)):
                yield string
    for rule in RULES:
        yield from (rule.title, rule.source, *(getattr(rule.text, part) for part in HEADINGS))
        yield from (sentence for pair in rule.data.values() for sentence in pair)


def _string(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def test_every_sentence_has_its_russian() -> None:
    known = translator("ru")._catalog  # type: ignore[attr-defined]
    said = {key[0] if isinstance(key, tuple) else key for key in known}
    plurals = {many for one, many in _pairs() if one in said}
    assert sorted(set(msgids()) - said - plurals) == []


def _pairs() -> Iterator[tuple[str, str]]:
    """Singular and plural as they stand side by side in calls and in constants."""
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
            texts = [text for text in map(_string, parts) if text]
            if len(texts) > 1:
                yield texts[0], texts[1]
