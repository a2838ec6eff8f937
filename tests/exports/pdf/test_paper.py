# SPDX-License-Identifier: MIT
"""The programmes themselves: their words, their bytes, what they must not hold."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.exports.pdf.paper import MOMENT, opened, printed, text_of
from tests.factory import example, having, item, small_visit
from tests.leak import found, marked, with_secrets
from visitplanner.domain.policy import ProtocolPolicy
from visitplanner.domain.programme import ItemStatus
from visitplanner.domain.record import Record, Version, VersionStatus, first_record
from visitplanner.domain.text import Language, Text, Visibility
from visitplanner.editions.values import ProblemLine
from visitplanner.editions.view import programme_view
from visitplanner.exports.pdf.fonts import PT_SERIF
from visitplanner.exports.pdf.programme import write_pdf

GOLDEN = Path(__file__).parents[2] / "golden"
ROOT = Path(__file__).parents[3]
WARNING = ProblemLine(code="R01", severity="Внимание", level="warning", message="Не успевают")


@pytest.mark.parametrize(
    ("name", "audience"),
    [("official.ru.txt", Visibility.PUBLIC), ("working.ru.txt", Visibility.INTERNAL)],
)
def test_text_of_the_example_is_the_golden_one(name: str, audience: Visibility) -> None:
    text = text_of(printed(example(), audience, problems=(WARNING,)))
    if os.environ.get("REWRITE_GOLDEN"):
        (GOLDEN / name).write_text(text, encoding="utf-8")

    assert text == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", [Visibility.PUBLIC, Visibility.INTERNAL])
def test_nothing_above_the_audience_can_be_read_in_the_file(audience: Visibility) -> None:
    visit, tokens = marked(with_secrets(example()), audience)
    hidden = ProblemLine(code="P03", severity="Ошибка", level="error", message="zqproblem")

    data = printed(visit, audience, problems=(hidden,))

    assert found(tokens, data) == []
    assert found(("zqproblem",), data) == []
    if audience is Visibility.PUBLIC:
        assert found(("+7 900", "Служебное", "УТВЕРЖДАЮ", "Проверка:"), text_of(data)) == []


def test_markers_are_found_in_the_paper_of_a_stricter_reader() -> None:
    visit, tokens = marked(with_secrets(example()), Visibility.PUBLIC)

    assert len(found(tokens, printed(visit, Visibility.INTERNAL))) > 50


_AGAIN = """
import hashlib
from tests.exports.pdf.paper import printed
from tests.factory import example
from visitplanner.domain.text import Visibility
for audience in (Visibility.PUBLIC, Visibility.INTERNAL):
    print(hashlib.sha256(printed(example(), audience)).hexdigest())
"""


def test_bytes_are_the_same_with_every_hash_seed() -> None:
    audiences = (Visibility.PUBLIC, Visibility.INTERNAL)
    here = [hashlib.sha256(printed(example(), a)).hexdigest() for a in audiences]

    for seed in ("1", "2"):
        child = subprocess.run(
            [sys.executable, "-c", _AGAIN],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
        )
        assert child.stdout.split() == here


def test_markup_in_a_title_stays_what_was_typed() -> None:
    title = "<b>жирно</b> & <a href='x'>там</a> (скобки) \\n <br/>"
    visit = small_visit(replace(item("talks", "10:00", "11:00"), title=Text(ru=title)))

    assert title in text_of(printed(visit, Visibility.PUBLIC)).replace("\n", " ")


def test_file_says_what_it_is_and_when_the_plan_was_changed() -> None:
    data = printed(example(), Visibility.PUBLIC)

    with opened(data) as document:
        matter = document.get_metadata_dict()
        outline = [entry.get_title() for entry in document.get_toc()]
        assert document.is_tagged()
    assert matter["Title"] == "Программа. Визит делегации Витебской области в Смоленскую область"
    assert matter["CreationDate"] == "D:20251218184000+00'00'"
    assert outline[0] == "23 декабря 2025 года, вторник"
    assert b"(ru)" in data
    assert b"Helvetica" not in data


def test_name_to_follow_is_said_and_nothing_else() -> None:
    visit = small_visit(item("talks", "10:00", "11:00", "vera"))
    unknown = replace(visit.people["vera"], surname=Text())
    visit = replace(visit, people={**visit.people, "vera": unknown})

    text = text_of(printed(visit, Visibility.PUBLIC))

    assert "УТОЧНЯЕТСЯ" in text.upper()
    assert "во главе" not in text
    assert "None" not in text


def _stamped(record: Record) -> tuple[str, bool]:
    view = programme_view(example(), record, audience=Visibility.INTERNAL, language="ru")
    text = text_of(write_pdf(view, typeface=PT_SERIF)[0])
    return view.stamp.replace("\u00a0", " "), "ПРОЕКТ" in text


def test_stamp_and_mark_follow_the_record() -> None:
    first = first_record(example(), MOMENT)
    version = Version(
        number=3, status=VersionStatus.APPROVED, created=MOMENT.replace(hour=20), author="Test"
    )
    later = {**first.items}
    later["laying"] = replace(later["laying"], changed=MOMENT.replace(day=19))

    assert _stamped(first) == ("Проект, по состоянию на 18.12.2025 21.40", True)
    approved = replace(first, versions=(version,), edit=version.edit)
    assert _stamped(approved) == ("Редакция 3 от 18.12, утверждена", False)
    assert _stamped(replace(approved, items=later, edit=version.edit + 1)) == (
        "Проект редакции 4, по состоянию на 19.12.2025 21.40",
        True,
    )


def test_approval_block_follows_the_policy_and_is_never_in_the_paper_of_guests() -> None:
    visit = example()
    without = replace(visit, policy=ProtocolPolicy(approval_block=False))

    assert "УТВЕРЖДАЮ" in text_of(printed(visit, Visibility.INTERNAL))
    assert "УТВЕРЖДАЮ" not in text_of(printed(without, Visibility.INTERNAL))
    assert "УТВЕРЖДАЮ" not in text_of(printed(visit, Visibility.PUBLIC))


def test_letters_the_typeface_lacks_are_reported() -> None:
    visit = small_visit(replace(item("talks", "10:00", "11:00"), title=Text(ru="Встреча 你好")))
    view = programme_view(
        visit, first_record(visit, MOMENT), audience=Visibility.PUBLIC, language="ru"
    )

    _, findings = write_pdf(view, typeface=PT_SERIF)

    assert [f.code for f in findings] == ["O05"]
    assert findings[0].message.args["letters"] == "你好"


def test_word_wider_than_its_column_is_reported() -> None:
    visit = small_visit(replace(item("talks", "10:00", "11:00"), title=Text(ru="x" * 200)))
    view = programme_view(
        visit, first_record(visit, MOMENT), audience=Visibility.PUBLIC, language="ru"
    )

    _, findings = write_pdf(view, typeface=PT_SERIF)

    assert {f.code for f in findings} == {"O04"}


@pytest.mark.parametrize("language", ["ru", "be", "en"])
@pytest.mark.parametrize("audience", list(Visibility))
def test_example_fits_its_columns_in_every_language_and_class(
    language: Language, audience: Visibility
) -> None:
    record = first_record(example(), MOMENT)
    view = programme_view(example(), record, audience=audience, language=language)

    data, findings = write_pdf(view, typeface=PT_SERIF)

    assert findings == ()
    assert "{" not in text_of(data)


def test_column_of_a_visit_of_two_days_names_the_day_and_what_is_cancelled() -> None:
    plan = example()
    transfer = plan.items[min(m.item for m in plan.movements.values())]
    assert transfer.start is not None
    two_days = replace(
        having(plan, items=(replace(transfer, status=ItemStatus.CANCELLED),)),
        about=replace(plan.about, ends=plan.about.starts + timedelta(days=1)),
    )

    text = text_of(printed(two_days, Visibility.INTERNAL))

    start = f"23 декабря, {transfer.start.hour}.{transfer.start.minute:02}"
    (line,) = [line for line in text.splitlines() if line.startswith(start)]
    assert f"{transfer.title.ru} (отменено)" in line


def test_english_approval_block_has_no_russian_year() -> None:
    view = programme_view(small_visit(), Record(), audience=Visibility.INTERNAL, language="en")

    text = text_of(write_pdf(view, typeface=PT_SERIF)[0])

    assert "I APPROVE" in text
    assert " г." not in text.replace("\u00a0", " ")
