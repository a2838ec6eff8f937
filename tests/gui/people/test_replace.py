# SPDX-License-Identifier: MIT
"""Replacing a participant in the real window: the preview, the one step, the printed cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.factory import example, having
from tests.gui.opening import click, press, settle, write
from tests.gui.people.hand import editor, go
from tests.opened import read, visit_file
from visitplanner.domain.papers import AgreementStatus, Instruction
from visitplanner.domain.programme import Part, Participation
from visitplanner.domain.replacing import places_of
from visitplanner.domain.roster import Roster
from visitplanner.domain.text import Text
from visitplanner.editions.edition import EDITIONS
from visitplanner.editions.view import programme_view
from visitplanner.exports.pdf.programme import write_pdf
from visitplanner.gui.people.replace import ReplaceWindow
from visitplanner.gui.people.window import PeopleWindow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.opening import Opened, Opening
    from visitplanner.gui.inspector.choices import PickField

POST = "первый заместитель председателя Витебского областного исполнительного комитета"


@pytest.fixture
def window(shown: Opened) -> ReplaceWindow:
    return editor(shown, ReplaceWindow, "replace-participant")


def told(window: ReplaceWindow) -> dict[str, list[str]]:
    """The lines of the preview under their headings."""
    tree = window.preview
    found: dict[str, list[str]] = {}
    for number in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(number)
        assert group is not None
        lines = [group.child(n) for n in range(group.childCount())]
        found[group.text(0).rpartition(" (")[0]] = [
            f"{line.text(0)} | {line.text(1)}" for line in lines if line is not None
        ]
    return found


def pick(field: PickField, typed: str) -> None:
    """Types a part of a name and takes what it means."""
    write(field.edit, typed)
    press(field.edit, Qt.Key.Key_Return)


def somebody_new(window: ReplaceWindow, name: str, post: str = POST) -> None:
    """Chooses “Somebody new…” and types name and post."""
    pick(window.new, "Новый человек")
    write(window.name, name)
    write(window.post, post)
    window.read()
    settle()


def printed(opened: Opened, edition: str) -> str:
    """The text of a programme's PDF on one line."""
    view = programme_view(
        opened.visit,
        opened.desk.session.record,
        audience=EDITIONS[edition].audience,
        language="ru",
    )
    data, _ = write_pdf(view)
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_preview_names_every_place_of_the_specification(window: ReplaceWindow) -> None:
    window.ask("subbotin")
    somebody_new(window, "Лукашевич Ольга Олеговна")

    found = told(window)

    title = found["Заголовок программы"][0].replace("\N{NO-BREAK SPACE}", " ")
    assert "во главе с первым заместителем" in title
    assert "Лукашевич Ольгой Олеговной" in title
    assert "текст ведущего" in found["Тексты"][0]
    assert {line.partition(" | ")[2] for line in found["Делегация"]} == {
        *("глава делегации", "визави, уровень 1 → 3", "старшинство, бейдж"),
    }
    assert len(found["Пункты программы"]) == 9
    assert len(found["Автомобили"]) == 4
    assert found["Рассадка и таблички"][0].endswith("место и табличка")
    assert "сопредседатель" in found["Повестка"][0]
    assert "подписывает" in found["Документы на подпись"][0]
    assert "получает документ" in found["Кому выдаются документы"][0]
    assert window.do.isEnabled()


def test_the_preview_names_who_greets_and_what_he_is_to_carry_out(
    tmp_path: Path, opened: Opening
) -> None:
    visit = example()
    given = Instruction(
        id="given", text=Text(ru="Подготовить доклад"), executor="anokhin", controller="anokhin"
    )
    welcome = visit.items["welcome"]
    greeter = Participation(who="anokhin", part=Part.GREETER)
    met = replace(welcome, participants=(*welcome.participants, greeter))
    shown = opened(
        visit_file(tmp_path, having(visit, instructions=(given,), items=(met,)), "п.visit")
    )
    window = editor(shown, ReplaceWindow, "replace-participant")
    window.ask("anokhin")
    pick(window.new, "Гончар")

    found = told(window)
    assert found["Пункты программы"][0].endswith("| встречает, уровень 1 → 3")
    assert any(
        "Подготовить доклад" in line and line.endswith("исполнитель, контролирует")
        for line in found["Мероприятия Плана и поручения"]
    ), found
    click(window.do)

    assert shown.visit.instructions["given"].executor == "gonchar"
    greeters = {p.who for p in shown.item("welcome").participants if p.part is Part.GREETER}
    assert "gonchar" in greeters
    assert "anokhin" not in greeters
    shown.act("undo")
    assert shown.visit.instructions["given"] == given


@pytest.mark.parametrize("edition", ["official", "working"])
def test_the_guest_head_is_replaced_everywhere_in_one_step(
    shown: Opened, window: ReplaceWindow, path: Path, edition: str
) -> None:
    before = shown.visit
    assert "Субботиным Александром Михайловичем" in printed(shown, edition)
    window.ask("subbotin")
    somebody_new(window, "Лукашевич Ольга Олеговна")

    click(window.do)

    visit = read(path).visit
    assert places_of(visit, "subbotin") == ()
    text = printed(shown, edition)
    assert "Субботин" not in text
    assert "первым заместителем председателя" in text
    assert "Лукашевич Ольгой Олеговной" in text
    if edition == "working":
        assert "Лукашевич Ольга Олеговна" in text
    announced = visit.items["signing"].steps[2].announcer_text
    assert "Лукашевич Ольга Олеговна" in announced.ru
    assert "Субботин" not in announced.ru
    assert "Subbotin" not in announced.en
    assert "Лукашевич" in shown.window.notices.text

    shown.act("undo")
    assert shown.visit == before
    shown.act("redo")
    assert places_of(shown.visit, "subbotin") == ()


def test_a_member_takes_the_lead_and_the_seat(shown: Opened, window: ReplaceWindow) -> None:
    window.ask("subbotin")
    pick(window.new, "Мицкевич")
    click(window.do)

    assert shown.visit.delegations["guests"].head == "mitskevich"
    assert "Мицкевичем Андреем Викторовичем" in printed(shown, "official")


def test_from_an_item_on(shown: Opened, window: ReplaceWindow) -> None:
    window.ask("subbotin")
    window.new.picked.emit("mitskevich")
    window.since.setFocus()
    while window.since.currentData() != "lunch":
        press(window.since, Qt.Key.Key_Down)

    found = told(window)
    assert len(found["Пункты программы"]) == 3
    assert any("более ранний пункт" in line for line in found["Останется как было"])
    click(window.do)

    roster = Roster(shown.visit)
    items = shown.visit.items
    assert "subbotin" in roster.attendance(items["signing"])
    assert "subbotin" not in roster.attendance(items["lunch"])
    assert "mitskevich" in roster.attendance(items["lunch"])


def test_the_signed_document_keeps_the_signatory_of_its_day(
    tmp_path: Path, opened: Opening
) -> None:
    plan = example().documents["plan"]
    signed = replace(plan, status=AgreementStatus.SIGNED)
    shown = opened(visit_file(tmp_path, having(example(), documents=(signed,)), "п.visit"))
    window = editor(shown, ReplaceWindow, "replace-participant")
    window.ask("subbotin")
    somebody_new(window, "Лукашевич Ольга Олеговна")

    assert any("подписано" in line for line in told(window)["Останется как было"])
    click(window.do)

    assert shown.visit.documents["plan"].signatories == plan.signatories
    assert shown.visit.agendas["agenda"].cochair != "subbotin"


def test_a_text_can_be_left_as_it_is(shown: Opened, window: ReplaceWindow) -> None:
    window.ask("subbotin")
    somebody_new(window, "Лукашевич Ольга Олеговна")
    number = window.preview.number
    ((line, _),) = window.preview._texts

    line.setCheckState(0, Qt.CheckState.Unchecked)
    settle()
    assert window.preview.number == number - 1
    click(window.do)

    assert "Субботин" in shown.visit.items["signing"].steps[2].announcer_text.ru


def test_a_successor_takes_over_the_post_word_by_word(shown: Opened, window: ReplaceWindow) -> None:
    window.ask("subbotin")
    pick(window.new, "Новый человек")
    assert window.post.text() == "председатель Витебского областного исполнительного комитета"
    write(window.name, "Лукашевич Павел Олегович")
    click(window.do)

    head = shown.visit.delegations["guests"].head
    post = next(p for p in shown.visit.posts.values() if p.person == head)
    assert post.title == shown.visit.posts["post-subbotin"].title
    assert (post.level, post.valid_to) == (1, None)


def test_nobody_is_replaced_by_himself_or_by_nobody(window: ReplaceWindow) -> None:
    assert not window.do.isEnabled()
    window.ask("subbotin")
    assert not window.do.isEnabled()
    pick(window.new, "Субботин")
    assert not window.do.isEnabled()
    pick(window.new, "Новый человек")
    assert not window.do.isEnabled()


def test_the_window_of_people_asks_for_its_chosen_one(shown: Opened) -> None:
    people = editor(shown, PeopleWindow, "people")
    go(people.people.grid, "geroev", "name")

    press(people, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    (window,) = shown.window.findChildren(ReplaceWindow)
    assert window.old.currentText().startswith("Героев")
