# SPDX-License-Identifier: MIT
"""The register of copies: who holds which paper or calendar, of which version, since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitplanner.domain import copies
from visitplanner.domain.record import Channel, Publication
from visitplanner.editions.edition import EDITIONS
from visitplanner.editions.telling import CHANNELS
from visitplanner.gui import icons
from visitplanner.gui.clipboard import offer_cells
from visitplanner.gui.editors.window import EditorWindow
from visitplanner.gui.inspector.choices import ChoiceField
from visitplanner.gui.looks import SMALL, SPACE, WIDE
from visitplanner.gui.notices import Remedy
from visitplanner.gui.sending.ledger import enter, keep, lines_of
from visitplanner.gui.sending.reader_field import ReaderField
from visitplanner.gui.sending.register_model import COLUMNS, FORMATS, LINE, SORT, RegisterModel
from visitplanner.publishing import WHOLE, Handing, Order, scopes
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.gui.cells import Cells
    from visitplanner.gui.main_window import MainWindow

_SIZE: Final = (1320, 640)
_ROW: Final = 28
_FORM: Final = 270


class RegisterWindow(EditorWindow):
    """A table of all copies ever given out, and the fields of the chosen one beside it."""

    def __init__(self, window: MainWindow) -> None:
        self._current = -1
        super().__init__(window)
        self.resize(*_SIZE)
        self.desk.changed.connect(self._told)
        self.view.setFocus()

    @override
    def fill(self) -> QWidget:
        say = self.desk.phrases.say
        self.setWindowTitle(say(N_("Sent and handed out")))
        self.model = RegisterModel(self.desk)
        self.model.setParent(self)
        self.view = self._table()
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.view)
        both.addWidget(self._form())
        both.setStretchFactor(0, 1)
        both.setSizes([_SIZE[0] - _FORM, _FORM])
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(both, 1)
        self._show_line(self._current if self._current >= 0 else len(self.model.lines) - 1)
        return page

    def _head(self) -> QHBoxLayout:
        say = self.desk.phrases.say
        self.add = QPushButton(icons.icon("add"), say(N_("Add a copy")))
        self.add.clicked.connect(self.add_copy)
        self.withdraw = QPushButton(icons.icon("undo"), say(N_("Withdraw")))
        self.withdraw.clicked.connect(self.withdraw_chosen)
        self.copy = QPushButton(icons.icon("copy"), say(N_("Copy the table")))
        self.copy.setToolTip(say(N_("To paste into Excel")))
        self.copy.clicked.connect(self.copy_table)
        self.inform = QPushButton(icons.icon("people"), say(N_("Inform…")))
        self.inform.clicked.connect(self._open_inform)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE + SMALL, SPACE, SPACE + SMALL, SPACE)
        head.setSpacing(SPACE)
        for button in (self.add, self.withdraw, self.copy, self.inform):
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.count)
        return head

    def _table(self) -> QTableView:
        self.sorting = QSortFilterProxyModel(self)
        self.sorting.setSortRole(SORT)
        self.sorting.setSourceModel(self.model)
        view = QTableView()
        view.setObjectName("listing")
        view.setModel(self.sorting)
        view.setAccessibleName(self.desk.phrases.say(N_("Sent and handed out")))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSortingEnabled(True)
        view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.horizontalHeader().setSortIndicatorClearable(True)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        view.verticalHeader().setDefaultSectionSize(_ROW)
        view.verticalHeader().hide()
        metrics = view.fontMetrics()
        for number, column in enumerate(COLUMNS):
            title = metrics.horizontalAdvance(self.desk.phrases.say(column.title))
            view.setColumnWidth(number, max(column.width, title + 2 * WIDE + SPACE))
        view.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        view.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        return view

    # The fields of one copy

    def _form(self) -> QFrame:
        say, visit = self.desk.phrases.say, self.desk.visit
        self.reader = ReaderField(self.desk)
        self.number = QLineEdit()
        self.edition = ChoiceField((e.name, say(e.title)) for e in EDITIONS.values())
        self.form = ChoiceField((key, say(name)) for key, name in FORMATS.items())
        self.channel = ChoiceField((c.value, say(name)) for c, name in CHANNELS.items())
        self.scope = ChoiceField(
            (scope, self._scope_name(scope)) for scope in (*scopes(visit), *visit.tracks)
        )
        self.version = ChoiceField(self._versions())
        self.reader.given.connect(lambda reader: self._set(reader=reader))
        self.number.editingFinished.connect(lambda: self._set(copy_number=self.number.text()))
        self.edition.chosen.connect(
            lambda name: self._set(edition=name, audience=EDITIONS[name].audience)
        )
        self.form.chosen.connect(lambda form: self._set(format=form))
        self.channel.chosen.connect(lambda channel: self._set(channel=Channel(channel)))
        self.scope.chosen.connect(lambda scope: self._set(scope=scope))
        self.version.chosen.connect(self._set_version)
        frame = QFrame()
        frame.setObjectName("pane")
        layout = QFormLayout(frame)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        layout.setVerticalSpacing(SPACE)
        self._fields: tuple[tuple[str, QWidget], ...] = (
            (N_("Given to"), self.reader),
            (N_("Copy No."), self.number),
            (N_("Document"), self.edition),
            (N_("Format"), self.form),
            (N_("How"), self.channel),
            (N_("Whose programme"), self.scope),
            (N_("Version"), self.version),
        )
        for title, field in self._fields:
            label = QLabel(say(title))
            label.setProperty("muted", True)
            label.setBuddy(field)
            field.setAccessibleName(say(title))
            layout.addRow(label, field)
        return frame

    def _scope_name(self, scope: str) -> str:
        from visitplanner.editions.telling import reader_name

        visit, language = self.desk.visit, self.desk.language
        if scope == WHOLE:
            return self.desk.phrases.say(N_("Whole visit"))
        track = visit.tracks.get(scope)
        return track.name.best(language) if track else reader_name(visit, scope, language)

    def _versions(self) -> list[tuple[str, str]]:
        """The versions there are, and the plan as it is now."""
        say, session = self.desk.phrases.say, self.desk.session
        found = [
            (str(v.number), say(N_("Version {n}"), n=v.number)) for v in session.record.versions
        ]
        standing = session.standing
        if standing.version is None:
            found.append((str(standing.number), say(N_("Draft {n}"), n=standing.number)))
        return found

    @property
    def line(self) -> Publication | None:
        """The chosen copy."""
        lines = self.model.lines
        return lines[self._current] if 0 <= self._current < len(lines) else None

    def _set(self, **fields: object) -> None:
        """Writes a field of the chosen copy."""
        line = self.line
        if line is None:
            return
        fresh = replace(line, **fields)
        number = self._current
        if fresh != line:
            keep(self.desk, lambda record: copies.changed(record, number, fresh))

    def _set_version(self, number: str) -> None:
        session = self.desk.session
        version = next((v for v in session.record.versions if str(v.number) == number), None)
        edit = version.edit if version is not None else session.last
        self._set(version=int(number), edit=edit)

    # What is chosen

    def _chosen(self) -> None:
        index = self.view.currentIndex()
        found = index.data(LINE) if index.isValid() else None
        self._current = found if isinstance(found, int) else -1
        self._read_form()

    def _show_line(self, line: int) -> None:
        """Makes a copy the current one."""
        self._current = line
        for row in range(self.sorting.rowCount()):
            index = self.sorting.index(row, 0)
            if index.data(LINE) == line:
                flags = QItemSelectionModel.SelectionFlag
                self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                self.view.scrollTo(index)
        self._read_form()

    def show_nameless(self) -> None:
        """The newest copy nobody said the holder of."""
        lines = self.model.lines
        found = [n for n, p in enumerate(lines) if not p.reader and p.withdrawn is None]
        if found:
            self._show_line(found[-1])
            self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_form(self) -> None:
        line, phrases = self.line, self.desk.phrases
        for _, field in self._fields:
            field.setEnabled(line is not None and self.desk.writable)
        self.number.setText(line.copy_number if line else "")
        self.reader.show_value(line.reader if line else "")
        if line is not None:
            self.edition.show_value(line.edition)
            self.form.show_value(line.format)
            self.channel.show_value(line.channel.value)
            self.scope.show_value(line.scope)
            self.version.show_value(str(line.version))
        back = line is not None and line.withdrawn is not None
        self.withdraw.setText(phrases.say(N_("Give again") if back else N_("Withdraw")))
        self.withdraw.setEnabled(line is not None and self.desk.writable)
        self.add.setEnabled(self.desk.writable)
        self.copy.setEnabled(bool(self.model.lines))
        self.count.setText(
            phrases.count("{n} copy", "{n} copies", len(self.model.lines))
            if self.model.lines
            else phrases.say(N_("Nothing has been given out yet"))
        )

    def _told(self, _: object) -> None:
        if not self.isVisible():
            return
        current = self._current
        self.model.read()
        self.version.clear()
        for value, text in self._versions():
            self.version.addItem(text, value)
        self.reader.offer()
        self._show_line(min(current, len(self.model.lines) - 1))

    # What is done

    def add_copy(self) -> None:
        """A paper copy handed out by hand; its holder is typed next."""
        handing = Handing(
            order=Order(format="pdf"),
            channel=Channel.PAPER,
            copy_number=copies.next_number(self.desk.session.record),
        )
        if enter(self.desk, lines_of(self.desk, [handing])):
            self._show_line(len(self.model.lines) - 1)
            self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw_chosen(self) -> None:
        """Takes a copy back, or gives it again."""
        line, number = self.line, self._current
        if line is None:
            return
        at = None if line.withdrawn is not None else self.desk.session.moment
        if keep(self.desk, lambda record: copies.taken_back(record, number, at)) and at:
            say = self.desk.phrases.say
            self.notices.say(
                say(N_("Withdrawn; its holder will not be told of changes.")),
                Remedy(say(N_("Take it back")), lambda: self._give_again(number)),
            )

    def _give_again(self, number: int) -> None:
        keep(self.desk, lambda record: copies.taken_back(record, number, None))

    def cells(self) -> Cells:
        """The register as it stands there, with its headings; the chosen rows, else all."""
        chosen = {index.row() for index in self.view.selectionModel().selectedRows()}
        rows = sorted(chosen) if len(chosen) > 1 else range(self.sorting.rowCount())
        say = self.desk.phrases.say
        found = [tuple(say(column.title) for column in COLUMNS)]
        for row in rows:
            indexes = (self.sorting.index(row, n) for n in range(len(COLUMNS)))
            found.append(tuple(str(index.data() or "") for index in indexes))
        return tuple(found)

    def copy_table(self) -> None:
        """Puts the register on the clipboard."""
        offer_cells(self.cells())
        self.notices.say(self.desk.phrases.say(N_("The table is on the clipboard.")))

    def _open_inform(self) -> None:
        from visitplanner.gui.sending.opening import open_inform

        open_inform(self.main)

    @override
    def own_actions(self) -> list[QAction]:
        say = self.desk.phrases.say
        copy = self._action(say(N_("Copy the table")), self.copy_table)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.view.addAction(copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return [copy]

    @override
    def finish_typing(self) -> None:
        if self.number.hasFocus():
            self._set(copy_number=self.number.text())
