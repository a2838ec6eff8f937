# SPDX-License-Identifier: MIT
"""Files of format 1, written by the last commit before format 2, in the program of today.

`format_1.visit` was made in a checkout of that commit by

    path, made = Path("format_1.visit"), datetime(2025, 12, 1, 9, tzinfo=UTC)
    seconds = count(1)
    now = lambda: made + timedelta(seconds=next(seconds))
    visit = template(EXAMPLE, uid="00000000-0000-4000-8000-000000000001")
    create_visit(path, visit, first_record(visit, made))
    with closing(Session(open_visit(path), date(2025, 12, 1), now, "Иванова")) as session:
        first, second, *_, last = sorted(session.visit.items)
        session.edit(lambda v: edits.shift_items(v, [first], 5))
        session.edit(lambda v: edits.set_item_title(v, second, "ru", "Набрано в первом формате"))
        session.edit(lambda v: edits.remove_item(v, last))
        session.edit(lambda v: edits.shift_items(v, [second], -5))
        session.undo()
        session.undo()
        session.redo()
        record = session.record
    with closing(open_visit(path)) as store:
        store.read()
        draft, approved = VersionStatus.SUPERSEDED, VersionStatus.APPROVED
        versions = (
            Version(number=1, status=draft, created=made, author="Иванова", edit=2),
            Version(number=2, status=approved, created=made, author="Иванова", edit=4,
                    note="после согласования", approved_by="В. Н. Анохин"),
        )
        papers = (
            Publication(edition="official", version=2, reader="Гости", at=made, channel="paper",
                        copy_number="3"),
            Publication(edition="working", version=2, reader="Пресса", at=made, channel="почта"),
        )
        store.write_record(replace(record, versions=versions, publications=papers))

and `format_1.json.gz` is what its `dump` wrote of it.
"""

from __future__ import annotations

import gzip
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from random import Random
from time import sleep
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.opened import dumped, hashes, read, session_on
from tests.store.test_damage import assert_one_sentence
from tests.torture.writers import started
from visitplanner.domain import codec, edits
from visitplanner.domain.record import Channel
from visitplanner.domain.text import Text
from visitplanner.paths import backups_folder
from visitplanner.store import backups, migrations, open_visit
from visitplanner.store.contract import StoreError
from visitplanner.store.recovery import journal_of
from visitplanner.store.schema import FORMAT, check_header

if TYPE_CHECKING:
    from tests.torture.writers import Line

OLD = Path(__file__).with_name("format_1.visit")
OLD_DUMP = Path(__file__).with_name("format_1.json.gz")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of format 1."""
    return Path(shutil.copy(OLD, tmp_path / "old.visit"))


def format_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as link:
        ((found,),) = link.execute("PRAGMA user_version").fetchall()
    return int(found)


def test_old_file_is_renewed_when_it_is_opened_for_editing(old: Path) -> None:
    with closing(session_on(old)) as session:
        assert session.writable
        assert session.visit.items["enterprise"].title.ru == "Набрано в первом формате"
        assert "welcome" not in session.visit.items
        assert session.record.items["welcome"].tombstone is not None
    assert format_of(old) == FORMAT == len(migrations.MIGRATIONS) + 1
    assert [path.name for path in old.parent.iterdir()] == [old.name]


def test_record_of_an_old_file_says_the_same_in_the_new_form(old: Path) -> None:
    record = read(old).record
    first, second = record.versions
    assert (first.number, first.edit, first.approved_name) == (1, 2, Text())
    assert (second.edit, second.note) == (4, "после согласования")
    assert second.approved_name == Text(ru="В. Н. Анохин")
    guests, press = record.publications
    assert (guests.reader, guests.channel, guests.copy_number) == ("Гости", Channel.PAPER, "3")
    assert (press.reader, press.channel) == ("Пресса", Channel.FILE)
    assert record.informed == ()


def test_log_of_an_old_file_is_kept_and_undone_to_its_beginning(old: Path) -> None:
    with closing(session_on(old)) as session:
        lines = [entry.number for entry, _ in session.history()]
        assert lines == list(range(1, 8))
        for _ in range(3):
            session.undo()
        assert session.undo_message is None
        assert "welcome" in session.visit.items
        session.redo()
    assert read(old).entries[-1].number == 11


def test_reader_of_an_old_file_leaves_it_as_it_is(old: Path) -> None:
    files = hashes(old.parent)
    with open_visit(old, read_only=True) as store:
        stored = store.read()
        assert len(list(store.history())) == 7
        store.copy_to(old.with_name("copy.visit"))
    copy = old.with_name("copy.visit")
    assert dumped(read(copy)) == dumped(stored)
    assert format_of(copy) == FORMAT
    copy.unlink()
    assert hashes(old.parent) == files
    assert backups.every() == ()


def test_old_file_is_backed_up_before_it_is_renewed(old: Path) -> None:
    with open_visit(old):
        pass
    (kept,) = backups.every()
    assert (kept.file, kept.moment, kept.last) == (old, backups.Moment.MIGRATION, 7)
    assert kept.path.stat().st_mode & 0o777 == 0o600
    again = old.with_name("again.visit")
    backups.take_out(kept, again)
    assert format_of(again) == 1
    assert dumped(read(again)) == dumped(read(old))


def test_old_file_is_only_read_where_no_backup_can_be_made(old: Path) -> None:
    backups_folder().parent.mkdir(parents=True)
    backups_folder().touch()  # a file where the folder should be
    files = hashes(old.parent)
    with open_visit(old) as store:
        assert not store.writable
        assert "of an older format, and no backup" in store.read_only_reason
        assert store.read().visit.items
    assert hashes(old.parent) == files


def test_dump_of_then_is_loaded_now(old: Path) -> None:
    then = gzip.decompress(OLD_DUMP.read_bytes())
    assert codec.dump(*codec.load(then)) == dumped(read(old))


def test_dump_that_is_wrong_is_refused_in_its_own_words() -> None:
    then = gzip.decompress(OLD_DUMP.read_bytes())
    wrong = re.sub(rb'("channel": )"paper"(,\s+"copy_number": "3")', rb"\1 7\2", then)
    with pytest.raises(ValueError, match=r"`\$\.record\.publications\[\.*\d*\]\.channel`"):
        codec.load(wrong)


@settings(max_examples=60)
@given(place=st.integers(0, OLD.stat().st_size - 1), bit=st.integers(0, 7))
def test_damage_in_an_old_file_is_found_on_the_way(
    tmp_path_factory: pytest.TempPathFactory, place: int, bit: int
) -> None:
    path = tmp_path_factory.mktemp("old") / "old.visit"
    data = bytearray(OLD.read_bytes())
    data[place] ^= 1 << bit
    path.write_bytes(data)
    try:
        with closing(session_on(path)) as session:
            held = codec.dump(session.visit, session.record)
    except StoreError as refusal:
        assert_one_sentence(refusal, path)
        assert path.read_bytes() == data
        assert [found.name for found in path.parent.iterdir()] == [path.name]
    else:
        assert held == dumped(read(OLD))


def test_migration_stopped_anywhere_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = migrations.MIGRATIONS

    class PowerCutError(Exception):
        """The plug is pulled."""

    def cut(link: sqlite3.Connection) -> None:
        first.run(link)
        if link.execute("PRAGMA database_list").fetchone()[2] == str(old):  # not in the rehearsal
            raise PowerCutError

    data = old.read_bytes()
    monkeypatch.setattr(migrations, "MIGRATIONS", (first._replace(run=cut),))
    with pytest.raises(PowerCutError):
        open_visit(old)
    assert old.read_bytes() == data
    monkeypatch.undo()
    assert dumped(read(old)) == dumped(read(OLD))


def test_log_that_a_migration_cannot_keep_ends_undo_there(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = migrations.MIGRATIONS
    before = dumped(read(old))
    monkeypatch.setattr(migrations, "MIGRATIONS", (first._replace(keeps_log=False),))
    with closing(session_on(old)) as session:
        assert session.undo_message is None
        session.edit(lambda v: edits.remove_item(v, "talks" if "talks" in v.items else "session"))
        session.undo()
    stored = read(old)
    assert (stored.begins, stored.last) == (7, 9)
    assert before != b""
    assert stored.visit == codec.load(before)[0]


def renew_for_ever(connection: Line, folder: Path) -> None:
    """Opens one old file after the other for editing; says before each which one."""
    for number in count():
        path = folder / f"{number}.visit"
        shutil.copy(OLD, path)
        connection.send(number)
        with open_visit(path):
            pass


@pytest.mark.parametrize("seed", range(4))
def test_killed_while_a_file_is_renewed(tmp_path: Path, seed: int) -> None:
    right = dumped(read(OLD))
    process, connection = started(renew_for_ever, tmp_path)
    assert connection.poll(30)
    sleep(Random(seed).random() * 0.4)
    process.kill()
    process.join()
    last: object = None
    with suppress(EOFError):
        while True:
            last = connection.recv()
    connection.close()
    path = tmp_path / f"{last}.visit"
    assert dumped(read(path)) == right
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.remove_item(v, "session"))
    assert format_of(path) == FORMAT


@pytest.mark.parametrize("read_only", [True, False])
def test_plug_pulled_at_the_end_of_renewing(old: Path, tmp_path: Path, *, read_only: bool) -> None:
    """The beginning on the disk says the new format already; the journal takes it back."""
    right = dumped(read(OLD))
    torn = tmp_path / "torn.visit"
    with closing(sqlite3.connect(old, isolation_level=None)) as link:
        link.execute("PRAGMA journal_mode=TRUNCATE")
        link.execute("PRAGMA synchronous=OFF")  # so the journal counts its pages by its length
        link.execute("BEGIN IMMEDIATE")
        migrations.MIGRATIONS[0].run(link)
        link.execute("PRAGMA user_version=2")
        shutil.copy(journal_of(old), journal_of(torn))
        link.execute("COMMIT")
    shutil.copy(old, torn)  # all pages are written, the journal is not yet emptied
    assert check_header(torn) == FORMAT
    with open_visit(torn, read_only=read_only) as store:
        assert dumped(store.read()) == right
    assert dumped(read(torn)) == right
