# SPDX-License-Identifier: MIT
"""The process that prints: one at a time, never in the way, never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from tests.factory import DAY, example
from tests.gui.opening import settle
from tests.gui.preview.looking import LONG, alive, look, pages, text, wait
from tests.opened import MADE_AT
from visitplanner.domain.record import first_record
from visitplanner.domain.text import Text
from visitplanner.gui.preview.press import Paper, Press
from visitplanner.gui.preview.protocol import Draw
from visitplanner.publishing import Order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from tests.gui.opening import Opened
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.preview.panel import Preview

PDF = Order(format="pdf")


class Printed:
    """Everything a press has answered."""

    def __init__(self, press: Press) -> None:
        self.papers: list[Paper] = []
        self.strips: list[tuple[Draw, QImage]] = []
        self.failures = 0
        press.printed.connect(self.papers.append)
        press.drawn.connect(lambda asked, image: self.strips.append((asked, image)))
        press.failed.connect(self._count)

    def _count(self) -> None:
        self.failures += 1


@pytest.fixture
def printing(qapp: object) -> Iterator[Press]:
    del qapp
    made = Press()
    yield made
    made.close()
    settle()


def make(printing: Press, visit: Visit, order: Order = PDF) -> int:
    return printing.make(visit, first_record(visit, MADE_AT), order, DAY)


def titled(title: str) -> Visit:
    visit = example()
    lunch = replace(visit.items["lunch"], title=Text(ru=title))
    return replace(visit, items={**visit.items, "lunch": lunch})


def test_no_process_before_the_preview_is_looked_at(shown: Opened, qtbot: QtBot) -> None:
    preview = shown.place.centre.preview
    assert preview.press.pid == 0
    look(shown, qtbot)
    assert alive(preview.press.pid)


def test_of_papers_asked_for_meanwhile_the_newest_wins(printing: Press, qtbot: QtBot) -> None:
    printed = Printed(printing)
    last = [make(printing, titled(f"Обед номер {n}")) for n in range(8)][-1]
    qtbot.waitUntil(lambda: bool(printed.papers), timeout=LONG)
    settle()

    assert [paper.task.number for paper in printed.papers] == [last]
    assert "Обед номер 7" in "\n".join(pages(printed.papers[0].data))


def test_strips_of_an_older_paper_are_never_shown(printing: Press, qtbot: QtBot) -> None:
    printed = Printed(printing)
    make(printing, example())
    qtbot.waitUntil(lambda: bool(printed.papers), timeout=LONG)
    wishes = [Draw(number=1, page=n, width=800, top=0, height=1000) for n in range(3)]
    printing.wish(wishes)
    number = make(printing, titled("Обед в саду"))
    qtbot.waitUntil(lambda: len(printed.papers) == 2, timeout=LONG)
    printing.wish([Draw(number=number, page=0, width=400, top=100, height=50)])
    qtbot.waitUntil(lambda: bool(printed.strips), timeout=LONG)

    assert [(asked.number, asked.page) for asked, _ in printed.strips] == [(number, 0)]
    image = printed.strips[0][1]
    assert (image.width(), image.height()) == (400, 50)


def test_a_killed_process_is_replaced(preview: Preview, shown: Opened, qtbot: QtBot) -> None:
    before = preview.press.pid
    os.kill(before, signal.SIGKILL)
    qtbot.waitUntil(lambda: preview.press.pid not in {0, before}, timeout=LONG)
    shown.desk.jump("farewell")
    wait(preview, qtbot)

    assert "Проводы делегации" in text(preview)
    assert not alive(before)


def test_killed_at_work_it_is_asked_again(printing: Press, qtbot: QtBot) -> None:
    printed = Printed(printing)
    make(printing, example())
    qtbot.waitUntil(lambda: printing.pid > 0, timeout=LONG)
    os.kill(printing.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(printed.papers), timeout=LONG)

    assert printed.failures == 0


def test_what_ends_every_process_is_given_up(
    printing: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = Printed(printing)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    make(printing, example())
    qtbot.waitUntil(lambda: printed.failures == 1, timeout=LONG)
    monkeypatch.undo()
    printing.again()
    qtbot.waitUntil(lambda: bool(printed.papers), timeout=LONG)

    assert printed.failures == 1


def test_a_paper_that_cannot_be_made_is_told_and_the_next_one_comes(
    printing: Press, qtbot: QtBot
) -> None:
    printed = Printed(printing)
    make(printing, example(), replace(PDF, scope="nobody"))
    qtbot.waitUntil(lambda: printed.failures == 1, timeout=LONG)
    make(printing, example())
    qtbot.waitUntil(lambda: bool(printed.papers), timeout=LONG)

    assert printed.papers[0].task.order == PDF


def test_the_window_says_what_to_do_when_there_is_no_paper(
    shown: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    shown.act("preview")
    preview = shown.place.centre.preview
    qtbot.waitUntil(lambda: bool(preview.trouble.text), timeout=LONG)
    assert preview.view.words.text() == "Документа нет"
    assert not preview.head.save.isEnabled()
    monkeypatch.undo()
    shown.desk.undo()
    preview.press.again()
    wait(preview, qtbot)

    assert not preview.trouble.text
    assert preview.head.save.isEnabled()


def test_closing_the_window_ends_it(shown: Opened, preview: Preview) -> None:
    pid = preview.press.pid
    assert alive(pid)
    shown.window.close()
    settle()

    assert not alive(pid)


def test_another_language_ends_it_and_the_new_preview_has_its_own(
    shown: Opened, preview: Preview, qtbot: QtBot
) -> None:
    pid = preview.press.pid
    shown.act("language-en")
    assert not alive(pid)
    again = look(shown, qtbot)

    assert again.foot.count.text().startswith("of ")
    assert "Официальная" not in again.head.edition.currentText()


def test_a_killed_window_leaves_no_process_behind(tmp_path: Path, qtbot: QtBot) -> None:
    script = textwrap.dedent("""
        import sys
        from datetime import date
        from PySide6.QtCore import QCoreApplication
        from tests.factory import example
        from tests.opened import MADE_AT
        from visitplanner.domain.record import first_record
        from visitplanner.gui.preview.press import Press
        from visitplanner.publishing import Order
        application = QCoreApplication(sys.argv)
        press = Press()
        press.printed.connect(lambda paper: print(press.pid, flush=True))
        visit = example()
        press.make(visit, first_record(visit, MADE_AT), Order(format="pdf"), date(2025, 12, 1))
        application.exec()
    """)
    window = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=os.curdir
    )
    assert window.stdout is not None
    with window:
        child = int(window.stdout.readline())
        assert alive(child)
        window.kill()
    qtbot.waitUntil(lambda: not alive(child), timeout=LONG)
    assert not any(tmp_path.iterdir())
