# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import having, item, small_visit
from tests.rules.alone import alone, mended, told, ways_out
from visitplanner.domain.kinds import Kind
from visitplanner.domain.papers import DocumentCopy, Signatory, SignDocument
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.text import Text

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

HOST = Signatory(party="smolensk", person="anna")
GUEST = Signatory(party="vitebsk", person="vera")


def own(party: str, **fields: object) -> DocumentCopy:
    copy = DocumentCopy(holder=party, first_named=party, left_signature=party)
    return replace(copy, **fields)


BY_ALTERNAT = (own("smolensk"), own("vitebsk"))


def signing(*who: str, **fields: object) -> Visit:
    paper = SignDocument(
        id="plan",
        item="signing",
        title=Text(ru="План"),
        parties=("smolensk", "vitebsk"),
        copies=BY_ALTERNAT,
        signatories=(HOST, GUEST),
    )
    ceremony = item("signing", "13:30", "13:45", *(who or ("anna", "vera")), kind=Kind.SIGNING)
    return having(small_visit(ceremony), documents=(replace(paper, **fields),))


def test_a_signatory_takes_part_in_the_ceremony() -> None:
    visit = signing("anna", "gleb")
    assert told("D02", visit) == ["E Vera signs “План” and does not take part in “Пункт signing”"]
    assert ways_out("D02", visit) == ["look: Add Vera to “Пункт signing”"]
    assert alone("D02", mended("D02", visit)) == alone("D02", signing()) == []


def test_a_signatory_holds_a_post_or_another_authority() -> None:
    ended = replace(small_visit().posts["post-vera"], valid_to=date(2025, 12, 22))
    visit = having(signing(), posts=(ended,))
    assert told("D02", visit) == [
        "E Vera signs “План” without a post on that day or another authority"
    ]
    assert ways_out("D02", visit) == []
    attorney = replace(GUEST, authority=Text(ru="доверенность № 1"))
    paper = visit.documents["plan"]
    by_power = replace(paper, signatories=(HOST, attorney))
    assert alone("D02", having(visit, documents=(by_power,))) == []
    last_day = replace(ended, valid_to=date(2025, 12, 23))
    assert alone("D02", having(signing(), posts=(last_day,))) == []


@pytest.mark.parametrize("post", ["post-vera", "post-gleb"])
def test_the_post_signed_by_is_the_signatorys_own(post: str) -> None:
    visit = signing(signatories=(HOST, replace(GUEST, post=post)))
    assert bool(alone("D02", visit)) is (post == "post-gleb")


def test_a_document_without_a_ceremony_is_signed_by_its_date() -> None:
    ended = replace(small_visit().posts["post-vera"], valid_to=date(2026, 1, 15))
    visit = having(signing(item=None, signed_on=date(2026, 1, 20)), posts=(ended,))
    assert [p.items for p in alone("D02", visit)] == [()]
    assert ways_out("D02", visit) == []
    cancelled = replace(signing("anna").items["signing"], status=ItemStatus.CANCELLED)
    assert alone("D02", having(signing("anna"), items=(cancelled,))) == []


def test_a_signatory_not_named_is_missing_data() -> None:
    assert told("D02", signing(signatories=(HOST,))) == [
        "I A signatory is not named for 1 document"
    ]


def test_two_originals_by_the_alternat_are_right() -> None:
    assert alone("D03", signing()) == []


@pytest.mark.parametrize(
    ("copies", "sentences"),
    [
        ((own("smolensk"),), ["E “План”: 1 original instead of 2"]),
        ((*BY_ALTERNAT, own("vitebsk")), ["E “План”: 3 originals instead of 2"]),
        (
            (own("smolensk"), own("smolensk")),
            [
                "E “План”: Смоленская область keeps 2 originals instead of 1",
                "E “План”: Витебская область keeps 0 originals instead of 1",
            ],
        ),
        (
            (own("smolensk"), own("vitebsk", holder=None)),
            ["E “План”: nobody keeps 1 original"],
        ),
        (
            (own("smolensk"), own("vitebsk", first_named="smolensk")),
            ["E “План”: in its own original Витебская область is not named first"],
        ),
        (
            (own("smolensk"), own("vitebsk", left_signature="smolensk")),
            ["E “План”: in its own original Витебская область does not sign on the left"],
        ),
    ],
)
def test_the_alternat_is_kept(copies: tuple[DocumentCopy, ...], sentences: list[str]) -> None:
    visit = signing(copies=copies)
    assert sorted(told("D03", visit)) == sorted(sentences)
    assert "safe: Make the originals by the alternat" in ways_out("D03", visit)
    after = mended("D03", visit)
    assert alone("D03", after) == []
    assert after.documents["plan"].copies == BY_ALTERNAT


def test_each_language_has_its_originals() -> None:
    visit = signing(languages=("ru", "be"))
    assert told("D03", visit) == ["E “План”: 2 originals instead of 4"]
    after = mended("D03", visit)
    assert [(c.holder, c.language) for c in after.documents["plan"].copies] == [
        ("smolensk", "ru"),
        ("smolensk", "be"),
        ("vitebsk", "ru"),
        ("vitebsk", "be"),
    ]


def test_originals_not_entered_are_missing_data() -> None:
    assert told("D03", signing(copies=())) == ["I The originals are not entered for 1 document"]
