# SPDX-License-Identifier: MIT
"""Words the office has agreed on stand in the catalogues letter for letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources.locale.compile_catalogues import merged

GLOSSARY = [
    line.split("\t")
    for line in (Path(__file__).parent / "glossary.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "column"), [("ru", 1), ("be", 2)])
def test_words_are_those_of_the_glossary(language: str, column: int) -> None:
    catalogue = merged(language)
    wrong = []
    for words in GLOSSARY:
        message = catalogue.get(words[0])
        if message is not None and message.string != words[column]:
            wrong.append(f"{words[0]}: {message.string}, not {words[column]}")

    assert wrong == []


def test_glossary_says_each_word_once() -> None:
    assert [line for line in GLOSSARY if len(line) != 3] == []
    assert len({line[0] for line in GLOSSARY}) == len(GLOSSARY)
