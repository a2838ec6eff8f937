# SPDX-License-Identifier: MIT
"""What becomes of a paper that has been looked at: a file or a print, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from visitplanner.domain.copies import next_number
from visitplanner.domain.record import Channel
from visitplanner.gui.folders import show_folder
from visitplanner.gui.notices import Remedy
from visitplanner.publishing import Handing, file_name
from visitplanner.words.catalogue import N_
from visitplanner.words.dates import EN_DASH

if TYPE_CHECKING:
    from PySide6.QtCore import QThread
    from PySide6.QtPrintSupport import QPrinter

    from visitplanner.domain.record import Publication
    from visitplanner.gui.preview.panel import Preview
    from visitplanner.gui.preview.press import Paper
    from visitplanner.gui.preview.printing import PrintJob


class Outlet(QObject):
    """Saves and prints for a preview, one job at a time."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self._preview = preview
        self._say = preview.say
        self._job: QThread | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    # A file

    def save(self) -> None:
        """Asks where, and writes the paper of the visit now there."""
        self._preview.when_fresh(self._ask_where)

    def _ask_where(self, paper: Paper) -> None:
        dialog = QFileDialog(self._preview, self._say(N_("Save as PDF")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self._say(N_('PDF'))} (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(self._preview.folder))
        dialog.selectFile(file_name(paper.task.visit, paper.task.order))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Writes the paper of the visit now; an older file in its place is replaced."""
        self._preview.when_fresh(lambda paper: self._write(paper, target))

    def _write(self, paper: Paper, target: Path) -> None:
        from visitplanner.gui.preview.saving import SaveJob

        if self._job is not None:
            return
        job = SaveJob(target, paper.data, self)
        lines = self._lines(paper, Channel.FILE)
        job.done.connect(lambda: self._written(target, lines))
        job.refused.connect(lambda why: self._not_written(target, why))
        self._start(job)

    def _written(self, target: Path, lines: tuple[Publication, ...]) -> None:
        self._end()
        self._preview.news.say(
            self._say(N_("The document is saved: {file}"), file=str(target)),
            Remedy(self._say(N_("Open the folder")), lambda: show_folder(target.parent)),
            *self._recorded(lines),
        )

    # The register

    def _lines(self, paper: Paper, channel: Channel, copies: int = 1) -> tuple[Publication, ...]:
        """What the register will say of a paper; copies on paper have the next numbers."""
        from visitplanner.gui.sending.ledger import lines_of

        desk, made_with = self._preview.desk, paper.task.record
        first = int(next_number(desk.session.record))
        numbers = range(first, first + copies) if channel is Channel.PAPER else ("",)
        handings = [
            Handing(order=paper.task.order, channel=channel, copy_number=str(number))
            for number in numbers
        ]
        return lines_of(desk, handings, made_with)

    def _recorded(self, lines: tuple[Publication, ...]) -> tuple[Remedy, ...]:
        """Enters them; the way to say who gets them."""
        from visitplanner.gui.sending.ledger import enter

        if not enter(self._preview.desk, lines):
            return ()
        return (Remedy(self._say(N_("Given to…")), self._ask_reader),)

    def _ask_reader(self) -> None:
        from visitplanner.gui.main_window import MainWindow
        from visitplanner.gui.sending.opening import open_register

        window = self._preview.window()
        if isinstance(window, MainWindow):
            open_register(window, nameless=True)

    def _not_written(self, target: Path, why: str) -> None:
        self._end()
        text = self._say(
            N_("Nothing was written to {file}: see to the folder or choose another one."),
            file=str(target),
        )
        retry = Remedy(self._say(N_("Save as PDF…")), self.save)
        self._preview.news.say(text, retry, grave=True)
        self._preview.news.setToolTip(why)

    # A print

    def print_out(self) -> None:
        """Opens the system's print dialog on the paper of the visit now."""
        self._preview.when_fresh(self._ask_printer)

    def _ask_printer(self, paper: Paper) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        from visitplanner.gui.preview.printing import printer_for, printers

        if self._job is not None:
            return
        if not printers():
            self._preview.news.say(
                self._say(N_("This computer knows no printer. The PDF can be printed elsewhere.")),
                Remedy(self._say(N_("Save as PDF…")), self.save),
                passing=False,
            )
            return
        order = paper.task.order
        printer = printer_for(paper.data, Path(file_name(paper.task.visit, order)).stem)
        dialog = QPrintDialog(printer, self._preview)
        dialog.setMinMax(1, len(paper.made.sheets))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda _=None: self.print_on(printer, paper))
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def print_on(self, printer: QPrinter, paper: Paper) -> None:
        """Prints the pages a printer is set up for."""
        from visitplanner.gui.preview.printing import PrintJob, chosen_pages

        pages = chosen_pages(printer, len(paper.made.sheets), self._preview.view.page)
        if not pages:
            self._preview.news.say(self._say(N_("There are no such pages.")))
            return
        job = PrintJob(paper.data, printer, pages, self)
        whole = len(pages) == len(paper.made.sheets)
        channel = Channel.FILE if printer.outputFileName() else Channel.PAPER
        # A page by itself is no copy of the paper.
        lines = self._lines(paper, channel, printer.copyCount()) if whole else ()
        foot = self._preview.foot
        job.advanced.connect(lambda n: foot.show_progress(n, len(pages)))
        job.done.connect(lambda: self._printed(job, lines))
        job.stopped.connect(lambda: self._print_ended(self._say(N_("The print was stopped."))))
        job.refused.connect(lambda why: self._not_printed(job, why))
        foot.show_progress(0, len(pages))
        self._start(job)

    def stop(self) -> None:
        """Stops a print."""
        if self._job is not None:
            self._job.requestInterruption()

    def _printed(self, job: PrintJob, lines: tuple[Publication, ...]) -> None:
        target = job.printer.outputFileName()
        if target:
            self._preview.foot.show_progress(0, 0)
            self._written(Path(target), lines)
            return
        count = self._preview.phrases.count(
            "{n} page is on its way to the printer.",
            "{n} pages are on their way to the printer.",
            len(job.pages),
        )
        numbers = [line.copy_number for line in lines]
        remedies = self._recorded(lines) if lines else ()
        if remedies:
            named = EN_DASH.join(dict.fromkeys((numbers[0], numbers[-1])))
            count = f"{count} {self._say(N_('copy No. {number}'), number=named).capitalize()}."
        self._print_ended(count, *remedies)

    def _print_ended(self, text: str, *remedies: Remedy) -> None:
        self._end()
        self._preview.foot.show_progress(0, 0)
        self._preview.news.say(text, *remedies)

    def _not_printed(self, job: PrintJob, why: str) -> None:
        self._preview.foot.show_progress(0, 0)
        if target := job.printer.outputFileName():
            self._not_written(Path(target), why)
            return
        self._end()
        text = self._say(N_("The printer does not take the document: see whether it is on."))
        self._preview.news.say(text, Remedy(self._say(N_("Print…")), self.print_out), grave=True)
        self._preview.news.setToolTip(why)

    # Jobs

    def _start(self, job: QThread) -> None:
        self._job = job
        self._preview.head.allow(ready=False)
        job.start()

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        self._preview.head.allow(ready=True)

    def let_go(self) -> None:
        """Stops what is under way; a file being written is written to its end."""
        job, self._job = self._job, None
        if job is not None:
            job.requestInterruption()
            job.wait()
