# SPDX-License-Identifier: MIT
"""A visit erased everywhere: no byte of its words is left where the program keeps things."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factory import item
from tests.opened import hashes, read, session_on, visit_file
from tests.store.test_restoring import spoil
from visitplanner import paths
from visitplanner.domain import edits
from visitplanner.domain.text import Text
from visitplanner.store import care, kept_here, open_visit
from visitplanner.store.care import Moment
from visitplanner.store.contract import StoreError
from visitplanner.store.reading import read_head
from visitplanner.store.recovery import copy_aside, journal_of

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit

SECRET = "Тайный завтрак".encode()


def confidential() -> Visit:
    """A visit like no other, with words nobody else has."""
    from msgspec.structs import replace

    from tests.factory import small_visit

    return replace(
        small_visit(item("breakfast", "08:00", "09:00", "anna", title=Text(ru="Тайный завтрак"))),
        uid="11111111-0000-4000-8000-000000000001",
    )


def lived(folder: Path) -> Path:
    """A file with all the traces a life leaves: backups, damage, copies of killed programs."""
    path = visit_file(folder, confidential(), "secret.visit")
    with closing(session_on(path)) as session:
        session.edit(lambda v: edits.shift_items(v, v.items, 5))
        care.keep(path, Moment.OPENED)
        session.edit(lambda v: edits.shift_items(v, v.items, 5))
        care.keep(path, Moment.WORKING)
    spoil(path, "DELETE FROM entities WHERE id = 'breakfast'")
    care.restore(path)
    copy_aside(path, path)  # a reader was killed
    aside = Path(tempfile.mkdtemp(prefix="visitplanner-"))  # likewise, where no other place was
    shutil.copy(path, aside / path.name)
    shop = folder / ".visit-abcdefgh"  # a copier was killed
    shop.mkdir()
    shutil.copy(path, shop / "new.visit")
    journal_of(path).write_bytes(b"")
    with open_visit(path, read_only=True) as store:
        kept = kept_here.KeptHere.begin(path, read_head(store._link))
    kept.tell(kept.note)
    shutil.copy(path, kept.copy)
    return path


def words_left(*folders: Path) -> list[Path]:
    return [
        found
        for folder in folders
        for found in folder.rglob("*")
        if found.is_file() and (SECRET in found.read_bytes() or found.suffix == ".visit")
    ]


@pytest.fixture
def tmp_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for passing files, of the test's own."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def places(tmp_path: Path) -> list[Path]:
    """Wherever the program keeps anything."""
    return [
        tmp_path,
        paths.backups_folder(),
        paths.copies_folder(),
        paths.edits_folder(),
        paths.settings_file().parent,
        paths.log_file().parent,
    ]


@pytest.mark.usefixtures("tmp_elsewhere")
def test_nothing_of_an_erased_visit_is_left(tmp_path: Path) -> None:
    path = lived(tmp_path)
    assert len(words_left(*places(tmp_path))) >= 8
    assert care.traces(path)[0] == path
    assert care.erase(path) == ()
    assert words_left(*places(tmp_path)) == []
    assert [found.name for found in tmp_path.iterdir()] == ["passing"]
    assert care.traces(path) == ()
    assert care.every() == ()


@pytest.mark.usefixtures("tmp_elsewhere")
def test_other_visits_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "other").mkdir()
    other = visit_file(tmp_path / "other", name="secret.visit")  # of the same name
    beside = visit_file(tmp_path / "mine", name="secret 2.visit")
    for path in (other, beside):
        care.keep(path, Moment.OPENED)
    aside = copy_aside(other, other)
    before = read(aside).visit
    files = [other, beside, aside, *(kept.path for kept in care.every())]
    care.erase(lived(tmp_path / "mine"))
    assert all(file.exists() for file in files)
    assert read(aside).visit == before


def test_backups_of_a_copy_elsewhere_go_as_well(tmp_path: Path) -> None:
    """The same visit was worked on under another name: its words would be left there."""
    path = visit_file(tmp_path, confidential(), "secret.visit")
    copy = tmp_path / "copy.visit"
    shutil.copy(path, copy)
    care.keep(copy, Moment.OPENED)
    care.keep(path, Moment.OPENED)
    care.erase(path)
    assert care.every() == ()
    assert words_left(paths.backups_folder()) == []
    assert read(copy).visit == confidential()  # what somebody has saved is his


def test_visit_whose_file_is_gone_can_be_erased(tmp_path: Path) -> None:
    path = visit_file(tmp_path, confidential(), "secret.visit")
    care.keep(path, Moment.OPENED)
    path.unlink()
    assert care.erase(path) == ()
    assert words_left(paths.backups_folder()) == []


def test_damaged_visit_goes_with_all_its_traces(tmp_path: Path) -> None:
    path = visit_file(tmp_path, confidential(), "secret.visit")
    copy = tmp_path / "copy.visit"
    shutil.copy(path, copy)
    care.keep(copy, Moment.OPENED)
    care.keep(path, Moment.OPENED)
    left = paths.edits_folder() / "tmpabcdefgh"  # a copy for a slow share, its note gone already
    left.mkdir(parents=True)
    shutil.copy(path, left / "copy.visit")
    path.write_bytes(SECRET * 1000)
    care.erase(path)
    copy.unlink()
    assert words_left(tmp_path, paths.backups_folder(), paths.edits_folder()) == []


def test_visit_in_use_is_not_erased(tmp_path: Path) -> None:
    path = visit_file(tmp_path, confidential(), "secret.visit")
    care.keep(path, Moment.OPENED)
    with closing(session_on(path)) as session:
        files = hashes(tmp_path)
        with pytest.raises(StoreError, match="is being edited by"):
            care.erase(path)
        assert hashes(tmp_path) == files
        assert len(care.every()) == 1
        session.edit(lambda v: edits.shift_items(v, v.items, 5))


def test_what_cannot_be_removed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = visit_file(tmp_path, confidential(), "secret.visit")
    care.keep(path, Moment.OPENED)
    folder = care.every()[0].path.parent

    def refuse(_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(shutil, "rmtree", refuse)
    assert care.erase(path) == (folder,)
    assert not path.exists()


def test_odd_names_are_themselves(tmp_path: Path) -> None:
    other = visit_file(tmp_path, name="визит.damaged.visit")
    path = visit_file(tmp_path, confidential(), "*.visit")
    care.erase(path)
    assert other.exists()
    assert not path.exists()
