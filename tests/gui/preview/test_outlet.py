# SPDX-License-Identifier: MIT
"""A paper that has been looked at is saved and printed, whole and as it was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.gui.opening import button, click, cyrillic, settle
from tests.gui.preview.looking import LONG, pages, wait
from tests.opened import hashes, read
from visitplanner.cli import main
from visitplanner.domain.edits import put
from visitplanner.domain.record import Channel
from visitplanner.domain.text import Text, message
from visitplanner.gui.preview.printing import PrintJob, chosen_pages, printer_for
from visitplanner.gui.sending.register import RegisterWindow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.opening import Opened
    from visitplanner.gui.preview.panel import Preview


def paper(preview: Preview) -> bytes:
    assert preview.view.paper is not None
    return preview.view.paper.data


def done(preview: Preview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(preview.news.text), timeout=LONG)
    qtbot.waitUntil(lambda: not preview.outlet.busy, timeout=LONG)


def into_file(preview: Preview, target: Path) -> QPrinter:
    printer = printer_for(paper(preview), "программа")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        ("official", "smolensk-vitebsk-official.pdf"),
        ("working", "smolensk-vitebsk-working_служебное.pdf"),
    ],
)
def test_a_saved_paper_is_that_of_the_command_line(  # noqa: PLR0913, PLR0917 -- fixtures
    shown: Opened,
    preview: Preview,
    path: Path,
    tmp_path: Path,
    qtbot: QtBot,
    edition: str,
    name: str,
) -> None:
    preview.head.edition.setCurrentIndex(preview.head.edition.findData(edition))
    preview.head.save.click()
    qtbot.waitUntil(lambda: bool(shown.window.findChildren(QFileDialog)), timeout=LONG)
    dialog = shown.dialog()
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    assert field.text() == name
    target = tmp_path / name
    dialog.selectFile(str(target))
    dialog.accept()
    done(preview, qtbot)
    assert str(target) in preview.news.text
    shown.window.close()
    again = tmp_path / "again.pdf"
    words = ["export", str(path), "--format", "pdf", "--edition", edition]
    assert main([*words, "--today", "2025-12-01", "--output", str(again)]) == 0

    assert target.read_bytes() == again.read_bytes()


def test_an_edit_made_just_before_is_in_the_file(
    shown: Opened, preview: Preview, tmp_path: Path, qtbot: QtBot
) -> None:
    changed = replace(shown.item("lunch"), title=Text(ru="Обед в саду"))
    shown.desk.edit(lambda visit: put(visit, message("Test"), "items", changed))
    assert not preview.fresh
    preview.outlet.save_to(tmp_path / "программа.pdf")
    done(preview, qtbot)

    assert "Обед в саду" in "\n".join(pages((tmp_path / "программа.pdf").read_bytes()))


def test_where_nothing_can_be_written_it_says_so(
    preview: Preview, tmp_path: Path, qtbot: QtBot
) -> None:
    before = hashes(tmp_path)
    preview.outlet.save_to(tmp_path / "нет такой папки" / "программа.pdf")
    done(preview, qtbot)

    assert preview.news.text.startswith("Файл ")
    assert button(preview.news, "Сохранить в PDF…")
    assert hashes(tmp_path) == before
    assert preview.head.save.isEnabled()


def test_a_print_into_a_file_is_the_paper_itself(
    preview: Preview, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "печать.pdf"
    assert preview.view.paper is not None
    preview.outlet.print_on(into_file(preview, target), preview.view.paper)
    done(preview, qtbot)

    assert target.read_bytes() == paper(preview)
    assert not preview.foot.progress.isVisible()


def test_some_pages_into_a_file(preview: Preview, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "печать.pdf"
    printer = into_file(preview, target)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2-3"))
    assert preview.view.paper is not None
    preview.outlet.print_on(printer, preview.view.paper)
    done(preview, qtbot)

    assert pages(target.read_bytes()) == pages(paper(preview))[1:3]


def test_pages_asked_for_in_the_dialog(preview: Preview) -> None:
    printer = printer_for(paper(preview), "программа")
    assert chosen_pages(printer, 4, 1) == [0, 1, 2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 4, 1) == [3, 2, 1, 0]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 4, 1) == [1]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, 4, 1) == [1, 2]


def shades(data: bytes, page: int) -> list[float]:
    """How light each square of eight by eight points of a page is."""
    document = PdfDocument(data)
    try:
        made = document[page].render(scale=1, grayscale=True)
    finally:
        document.close()
    rows = [bytes(made.buffer)[n * made.stride :][: made.width] for n in range(made.height)]
    return [
        sum(sum(row[x : x + 8]) for row in rows[y : y + 8]) / 64
        for y in range(0, made.height - 8, 8)
        for x in range(0, made.width - 8, 8)
    ]


@pytest.mark.parametrize("edition", ["official", "working"])
def test_a_printer_is_given_what_was_seen(
    preview: Preview, tmp_path: Path, qtbot: QtBot, edition: str
) -> None:
    preview.head.edition.setCurrentIndex(preview.head.edition.findData(edition))
    wait(preview, qtbot)
    target = tmp_path / "принтер.pdf"
    job = PrintJob(paper(preview), into_file(preview, target), [1])
    assert job.paint()

    seen, printed = shades(paper(preview), 1), shades(target.read_bytes(), 0)
    apart = sum(abs(a - b) for a, b in zip(seen, printed, strict=True)) / len(seen)
    assert apart < 6
    assert min(printed) < 160


def test_a_stopped_print_leaves_nothing(preview: Preview, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "печать.pdf"
    assert preview.view.paper is not None
    preview.outlet.print_on(into_file(preview, target), preview.view.paper)
    assert preview.foot.stop.isVisible()
    preview.foot.stop.click()
    done(preview, qtbot)

    assert target.exists() == ("сохранён" in preview.news.text)


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer here")
def test_without_a_printer_it_says_so_and_offers_the_file(shown: Opened, qtbot: QtBot) -> None:
    cyrillic(shown.window, "З", Qt.KeyboardModifier.ControlModifier)
    preview = shown.place.centre.preview
    done(preview, qtbot)
    assert preview.news.text.startswith("На этом компьютере нет принтера")
    button(preview.news, "Сохранить в PDF…").click()
    settle()
    dialog = shown.dialog()

    assert isinstance(dialog, QFileDialog)
    dialog.reject()


def test_what_leaves_the_preview_stands_in_the_register(
    shown: Opened, preview: Preview, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.outlet.save_to(tmp_path / "программа.pdf")
    done(preview, qtbot)
    (line,) = read(path).record.publications
    assert (line.edition, line.channel, line.reader) == ("official", Channel.FILE, "")
    click(button(preview.news, "Указать, кому выдано…"))
    (register,) = [w for w in shown.window.findChildren(RegisterWindow) if w.isVisible()]
    assert register.line == line
    field = register.reader.lineEdit()
    assert field is not None
    assert field.hasFocus()


def test_a_page_by_itself_is_no_copy(
    preview: Preview, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = into_file(preview, tmp_path / "страница.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addPage(1)
    printer.setPageRanges(ranges)
    assert preview.view.paper is not None
    preview.outlet.print_on(printer, preview.view.paper)
    done(preview, qtbot)
    assert read(path).record.publications == ()
