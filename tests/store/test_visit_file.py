# SPDX-License-Identifier: MIT
"""A visit on disk: what is written is read again, and nothing else is."""

from __future__ import annotations

import random
import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.crowd import crowded_visit
from tests.factory import clock, example, item, small_visit
from tests.opened import MADE_AT, day_of_five, hashes, read, session_on, visit_file
from tests.store.test_contract import NAME, change_of, entry, names
from visitplanner.domain import codec, edits
from visitplanner.domain.patch import Patch, apply
from visitplanner.domain.record import (
    EMPTY_RECORD,
    first_record,
    updated,
    with_items,
)
from visitplanner.domain.text import Message, Text
from visitplanner.store import create_visit, open_visit
from visitplanner.store.contract import Entry, StoreError
from visitplanner.store.rows import patch_of, records_of
from visitplanner.store.schema import FORMAT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from visitplanner.session.session import Session
    from visitplanner.store.visit_file import VisitFile


def shift(session: Session, name: str) -> None:
    session.edit(lambda v: edits.shift_items(v, (name,), 5))


def test_new_file_holds_the_visit_and_its_record(tmp_path: Path) -> None:
    record = first_record(example(), MADE_AT)
    create_visit(tmp_path / "a.visit", example(), record)
    stored = read(tmp_path / "a.visit")
    assert stored.visit == example()
    assert list(stored.visit.items) == list(example().items)
    assert stored.record == record
    assert stored.entries == ()
    assert names(tmp_path) == ["a.visit"]


def test_file_is_told_from_other_databases(tmp_path: Path) -> None:
    with closing(sqlite3.connect(visit_file(tmp_path))) as link:
        assert link.execute("PRAGMA application_id").fetchone() == (0x56504C4E,)
        assert link.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_settings_are_made_on_every_opening(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    for _ in range(2):
        with open_visit(path) as store:
            assert store._link.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
            assert store._link.execute("PRAGMA synchronous").fetchone() == (2,)


class Wavering:
    """A connection whose COMMIT succeeds and then reports that it failed, as a last fsync may."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self.link = link

    @property
    def in_transaction(self) -> bool:
        return self.link.in_transaction

    def execute(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        done = self.link.execute(statement, values)
        if statement == "COMMIT":
            raise sqlite3.OperationalError("disk I/O error")
        return done


def test_commit_that_is_complete_counts_whatever_is_reported(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with open_visit(path) as store:
        store.read()
        sound = store._link
        store._link = Wavering(sound)  # type: ignore[assignment]
        store.commit(entry(1), change_of("talks", fixed=True), {})
        store._link = sound
        store.commit(entry(2), Patch(NAME), {})
    assert [line.number for line in read(path).entries] == [1, 2]


def test_new_file_does_not_replace_another(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    (tmp_path / "link.visit").symlink_to(tmp_path / "nowhere")
    files = hashes(tmp_path)
    for taken in (path, tmp_path / "link.visit", tmp_path):
        with pytest.raises(StoreError, match="is there already: choose another name"):
            create_visit(taken, small_visit(), EMPTY_RECORD)
    assert hashes(tmp_path) == files


def test_new_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make the folder first"):
        create_visit(tmp_path / "none" / "a.visit", small_visit(), EMPTY_RECORD)
    assert names(tmp_path) == []


def test_visit_that_does_not_hold_together_makes_no_file(tmp_path: Path) -> None:
    adrift = small_visit(item("talks", "10:00", "11:00", "nobody"))
    with pytest.raises(StoreError, match="'nobody'"):
        create_visit(tmp_path / "a.visit", adrift, EMPTY_RECORD)
    wrong = small_visit(item("talks", "10:00", "11:00", setup_minutes="ten"))
    with pytest.raises(StoreError, match=r"does not hold together: .*setup_minutes"):
        create_visit(tmp_path / "a.visit", wrong, EMPTY_RECORD)
    half = small_visit(item("talks", "10:00", "11:00", title=Text(ru="\ud83d")))
    with pytest.raises(StoreError, match="does not hold together"):
        create_visit(tmp_path / "a.visit", half, EMPTY_RECORD)
    other = small_visit(item("talks", "10:00", "11:00", tracks=["main"]))
    with pytest.raises(StoreError, match="others when read again"):
        create_visit(tmp_path / "a.visit", other, EMPTY_RECORD)
    assert names(tmp_path) == []


def test_copy_from_a_reader_while_it_is_edited(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(session_on(path)) as session, open_visit(path, read_only=True) as reader:
        reader.read()
        session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        reader.copy_to(tmp_path / "copy.visit")
        assert read(tmp_path / "copy.visit").visit == session.visit


def limited(store: VisitFile) -> None:
    """Lets the file grow no more, as a full disk would."""
    pages = store._link.execute("PRAGMA page_count").fetchone()[0]
    assert store._link.execute(f"PRAGMA max_page_count={pages}").fetchone() == (pages,)


def test_full_disk_is_named(tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with open_visit(path) as store:
        before = store.read()
        limited(store)
        huge = change_of("talks", title=Text(ru="".join(map(chr, range(1000, 40000)))))
        with pytest.raises(StoreError, match="the disk is full, the edit was not made"):
            store.commit(entry(1), huge, {})
        assert read(path) == before
        store.commit(entry(1), change_of("talks", fixed=True), {})


def test_log_and_origin_prove_the_state(tmp_path: Path) -> None:
    """What restoring will rest on: the visit and its record follow from origin and log alone."""
    path = visit_file(tmp_path)
    with closing(session_on(path)) as session:
        for name in ("talks", "lunch", "talks"):
            shift(session, name)
        session.edit(lambda v: edits.remove_item(v, "lunch"))
        session.undo()
        session.edit(lambda v: edits.remove_item(v, "welcome"))
    with closing(sqlite3.connect(path)) as link:
        ((origin,),) = link.execute("SELECT dump FROM origins").fetchall()
        lines = link.execute("SELECT entry, patch FROM edits ORDER BY number").fetchall()
    visit, record = codec.load(zlib.decompress(origin))
    assert visit == day_of_five()
    for told, packed in lines:
        visit = apply(visit, patch_of(codec.decode(Entry, told), packed))
        record = with_items(record, records_of(packed))
    stored = read(path)
    assert visit == stored.visit
    assert record == stored.record


def test_edits_take_little_room(tmp_path: Path) -> None:
    """Issue: 300 items and 5,000 edits below 10 MB; so an edit has about 1,700 bytes."""
    path = visit_file(tmp_path)
    with closing(session_on(path)) as session:
        size = path.stat().st_size
        for turn in range(300):
            name = ("welcome", "laying", "talks", "lunch", "farewell")[turn % 5]
            shift(session, name)
    assert (path.stat().st_size - size) / 300 < 1700


def test_file_of_a_large_visit_with_a_long_life_stays_small(tmp_path: Path) -> None:
    """The 5,000 edits of the issue are reckoned from 500: of texts, of one item, five or thirty."""
    chance = random.Random(4)
    visit = crowded_visit(items=300, people=60, days=3)
    path = visit_file(tmp_path, visit)
    made = path.stat().st_size
    names = sorted(visit.items)
    with open_visit(path) as store:
        record = store.read().record
        store._link.execute("PRAGMA synchronous=OFF")  # how durable it is makes no odds here
        for number in range(1, 501):
            some = chance.sample(names, 30 if number % 20 == 0 else 5 if number % 6 == 0 else 1)
            text = "".join(chance.choices("абвгде ", k=40))
            patch = (
                edits.set_item_title(visit, some[0], "ru", text)
                if number % 5 == 1
                else edits.shift_items(visit, some, 5)
            )
            after = apply(visit, patch)
            stamps = updated(record, visit, after, patch, MADE_AT)
            store.commit(entry(number), patch, stamps)
            visit, record = after, with_items(record, stamps)
    grown = path.stat().st_size - made
    assert made + grown * 10 < 10_000_000


def test_entities_are_readable_rows(tmp_path: Path) -> None:
    with closing(sqlite3.connect(visit_file(tmp_path))) as link:
        rows = link.execute("SELECT id, json FROM entities WHERE collection = 'items'").fetchall()
    assert {key: codec.decode_entity("items", json) for key, json in rows} == day_of_five().items


def test_place_of_a_refusal_is_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "two\nlines\x1b.visit"
    with pytest.raises(StoreError) as refusal:
        read(path)
    assert str(refusal.value).count("\n") == 0
    assert "two\\nlines\\x1b.visit is not there" in str(refusal.value)
    assert refusal.value.sentence.msgid == "{file} is not there: check its name and folder."


def test_store_error_is_english_whatever_is_in_the_path(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"\{x\} is not there"):
        read(tmp_path / "{x}")
    assert str(StoreError(Message("{file}: no.", {"file": "{0}"}))) == "{0}: no."
