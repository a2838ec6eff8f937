# SPDX-License-Identifier: MIT
"""Files that cannot be written, are gone, or lie on a slow share: what the window does then."""

from __future__ import annotations

import os
import resource
import shutil
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton

from tests.factory import example
from tests.gui.opening import TODAY, Opened, Opening, button, click, settle, write
from tests.gui.test_files import choose
from tests.opened import read, visit_file
from tests.torture.mounts import mounted
from visitplanner.domain import edits
from visitplanner.gui.inspector.chapters import Notes, Title
from visitplanner.paths import edits_folder
from visitplanner.session.session import Session
from visitplanner.store import Share, open_visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from visitplanner.gui.inspector.fields import TextField

ITEM = "session"
TYPED = "Заседание рабочей группы в новом составе"
LOCAL = "Сохранено на этом компьютере, на сетевой диск ещё не записано"


@contextmanager
def no_room() -> Iterator[None]:
    """No file can grow: as on a full disk, the journal finds no room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def title(shown: Opened) -> TextField:
    return shown.chapter(Title).title.fields["ru"]


def test_what_a_full_disk_does_not_take_stays_in_its_field(shown: Opened, path: Path) -> None:
    shown.desk.jump(ITEM)
    settle()
    visit = shown.visit
    write(title(shown), TYPED)
    with no_room():
        shown.act("save")
        said, answered = shown.window.notices.text, shown.status.currentMessage()
        kept = title(shown).toPlainText()
        shown.desk.jump("lunch")
        settle()
        still = title(shown).toPlainText()

    assert said.startswith(str(path))
    assert "правка не внесена" in said
    assert answered == ""
    assert kept == still == TYPED
    assert shown.visit is visit
    assert read(path).visit == visit
    assert button(shown.window.notices, "Сохранить копию…")

    shown.act("save")

    assert shown.item(ITEM).title.ru == TYPED
    assert read(path).visit.items[ITEM].title.ru == TYPED
    assert title(shown).toPlainText() == shown.item("lunch").title.ru
    assert "Всё сохранено" in shown.status.currentMessage()


def test_what_could_not_be_written_is_not_covered_by_other_edits(shown: Opened) -> None:
    shown.desk.jump(ITEM)
    settle()
    write(title(shown), TYPED)
    with no_room():
        shown.window.finish_typing()
    write(shown.chapter(Notes).texts["internal_text"].fields["ru"], "Вода на столах")
    settle()
    kept = title(shown).toPlainText()
    shown.act("save")

    assert kept == TYPED
    assert shown.item(ITEM).title.ru == TYPED
    assert shown.item(ITEM).internal_text.ru == "Вода на столах"


def test_window_with_an_edit_that_found_no_room_asks_before_it_closes(shown: Opened) -> None:
    shown.desk.jump(ITEM)
    settle()
    write(title(shown), TYPED)
    with no_room():
        shown.window.close()
        settle()
        open_still, kept = shown.window.isVisible(), title(shown).toPlainText()
        click(button(shown.window.notices, "Закрыть без этой правки"))

    assert open_still
    assert kept == TYPED
    assert not shown.window.isVisible()


def test_visit_with_an_edit_that_found_no_room_is_not_put_away(shown: Opened) -> None:
    shown.desk.jump(ITEM)
    settle()
    write(title(shown), TYPED)
    with no_room():
        shown.act("close-visit")

    assert title(shown).toPlainText() == TYPED
    assert "правка не внесена" in shown.window.notices.text


def test_copy_goes_elsewhere_when_the_disk_is_really_full(opened: Opening, tmp_path: Path) -> None:
    with mounted("size=2m") as disk:
        if disk is None:
            pytest.skip("no small disk may be mounted here")
        shown = opened(visit_file(disk))
        shown.desk.jump("talks")
        settle()
        with (disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while True:
                filler.write(bytes(4096))
        before = shown.visit
        write(title(shown), TYPED)
        shown.window.finish_typing()
        said = shown.window.notices.text
        click(button(shown.window.notices, "Сохранить копию…"))
        choose(shown, tmp_path / "копия.visit")
        kept = title(shown).toPlainText()
        (disk / "filler").unlink()
        shown.act("save")

        assert "диск заполнен" in said
        assert read(tmp_path / "копия.visit").visit == before
        assert kept == TYPED
        assert shown.item("talks").title.ru == TYPED
        shown.act("close-visit")


def test_visit_whose_file_was_written_over_is_saved_from_memory(
    shown: Opened, path: Path, tmp_path: Path
) -> None:
    shown.desk.jump(ITEM)
    shown.act("later")
    shutil.copyfile(visit_file(tmp_path, name="b.visit"), path)
    before = shown.visit
    shown.act("later")
    said = shown.window.notices.text
    click(button(shown.window.notices, "Сохранить копию…"))
    target = tmp_path / "копия.visit"
    choose(shown, target)

    assert "изменён в другом окне или другой программой" in said
    assert shown.visit is before
    assert read(target).visit == before
    assert "а с ним и журнал правок" in shown.window.notices.text


class SlowShare:
    """A window on a file whose share takes nothing until it is opened."""

    def __init__(self, shown: Opened, path: Path) -> None:
        self.shown, self.path = shown, path
        self.open = Event()
        share = Share(slow_commits=0, retry_seconds=0.05, closing_seconds=0.1, told=self._told)
        shown.window.office = shown.window.files._office = shown.window.office._replace(share=share)
        shown.window.files.open_path(path)
        settle()
        self.session = shown.desk.session
        shown.desk.jump(ITEM)
        shown.act("later")
        self.visit = shown.visit
        shown.window._bringing.look()

    def _told(self, _written: int, _all: int) -> None:
        self.open.wait(20)


@pytest.fixture
def slow(opened: Opening, path: Path) -> Iterator[SlowShare]:
    share = SlowShare(opened(), path)
    yield share
    share.open.set()


def test_status_line_says_where_the_edits_are(slow: SlowShare) -> None:
    said = slow.shown.status.saved.text()
    slow.open.set()
    assert slow.session.place.settle(20)
    slow.shown.window._bringing.look()

    assert said == LOCAL
    assert slow.shown.status.saved.text() == "Все изменения сохранены"
    assert read(slow.path).visit == slow.visit


def test_edits_beside_a_file_that_somebody_else_changed_are_told(slow: SlowShare) -> None:
    with open_visit(slow.path, break_lock=True) as store:
        other = Session(store, TODAY, lambda: datetime(2025, 12, 1, tzinfo=UTC), "Петров")
        other.edit(lambda v: edits.set_item_title(v, ITEM, "ru", "Чужая правка"))
    slow.open.set()
    assert slow.session.place.settle(20)
    slow.shown.window._bringing.look()

    beside = slow.path.with_name("пример 2.visit")
    assert "изменён кем-то другим" in slow.shown.window.notices.text
    assert str(beside) in slow.shown.window.notices.text
    assert read(beside).visit == slow.visit
    assert read(slow.path).visit == other.visit


def while_waiting(act: Callable[[QProgressDialog], None]) -> list[str]:
    """Does something as soon as the window waits for the share; answers what it says then."""
    said: list[str] = []

    def look() -> None:
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QProgressDialog)]
        shown = [dialog for dialog in dialogs if dialog.isVisible()]
        if not shown:
            QTimer.singleShot(20, look)
            return
        said.extend(label.text() for label in shown[0].findChildren(QLabel))
        act(shown[0])

    QTimer.singleShot(20, look)
    return said


def test_closing_waits_for_the_share_and_shows_it(slow: SlowShare) -> None:
    said = while_waiting(lambda _: slow.open.set())
    slow.shown.window.close()
    settle()

    assert said == ["Правки записываются на сетевой диск: пример.visit"]
    assert read(slow.path).visit == slow.visit
    assert list(edits_folder().iterdir()) == []


def test_closing_without_waiting_goes_on_at_the_next_opening(
    slow: SlowShare, opened: Opening
) -> None:
    while_waiting(lambda dialog: dialog.findChildren(QPushButton)[0].click())
    slow.shown.window.close()
    settle()
    left = len(list(edits_folder().iterdir()))
    slow.open.set()
    shown = opened(slow.path)

    assert left == 1
    assert shown.visit == slow.visit
    shown.window._bringing.look()
    assert "оставались на этом компьютере" in shown.window.notices.text
    assert shown.desk.session.place.settle(20)
    shown.act("close-visit")
    assert list(edits_folder().iterdir()) == []
    assert read(slow.path).visit == slow.visit


def test_file_whose_name_is_no_text_opens_and_is_edited(opened: Opening, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xff\xfe")
    folder.mkdir()
    path = visit_file(folder, example(), os.fsdecode(b"a\xff.visit"))
    shown = opened(path)
    shown.desk.jump(ITEM)
    shown.act("later")
    visit = shown.visit
    shown.act("save-copy")
    shown.dialog().reject()
    shown.act("close-visit")

    assert read(path).visit == visit
    assert shown.window.office.settings.recent == []
