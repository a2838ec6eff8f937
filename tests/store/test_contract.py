# SPDX-License-Identifier: MIT
"""What the session asks of any store, asked of a file in its place and of one on a slow share."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.factory import clock
from tests.opened import MADE_AT, TODAY, day_of_five, dumped, hashes, read, ticking, visit_file
from visitplanner.domain import edits
from visitplanner.domain.patch import Change, EditRefusedError, Patch
from visitplanner.domain.record import Publication, Record, Version, VersionStatus
from visitplanner.domain.text import Entity, Text, message
from visitplanner.session.session import Session
from visitplanner.store import Share, open_visit
from visitplanner.store.contract import Entry, EntryKind, StoreError
from visitplanner.store.visit_file import VisitFile

NAME = message("Change the data")
Way = Callable[[Path], VisitFile]
WAYS: dict[str, Way] = {
    "in its place": open_visit,
    "from this computer": partial(
        open_visit, share=Share(slow_commits=0, retry_seconds=0.05, closing_seconds=20)
    ),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    """How a file is opened."""
    return WAYS[request.param]


def worked(way: Way, path: Path) -> Session:
    """A session on a file; whoever asks closes it."""
    return Session(way(path), TODAY, ticking(), "Иванова")


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def entry(number: int, step: int | None = None) -> Entry:
    return Entry(number=number, at=MADE_AT, author="Иванова", message=NAME, step=step or number)


def change_of(visit_item: str, **fields: object) -> Patch:
    before = day_of_five().items[visit_item]
    return Patch(NAME, (Change("items", visit_item, before, replace(before, **fields)),))


def test_commit_keeps_entry_patch_and_record(way: Way, tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    patch = change_of("talks", start=clock("11:15"))
    told = Entry(
        number=1,
        at=MADE_AT,
        author="Иванова",
        message=message("Move {n} item", "Move {n} items", n=5),
        step=7,
        kind=EntryKind.UNDO,
        target=3,
    )
    with way(path) as store:
        talks = store.read().record.items["talks"]
        store.commit(told, patch, {"talks": replace(talks, sequence=9)})
    with way(path) as store:
        stored = store.read()
        assert stored.entries == (told,)
        assert stored.visit.items["talks"].start == clock("11:15")
        assert stored.record.items["talks"].sequence == 9
        assert list(store.history()) == [(told, replace(patch, message=told.message))]
        assert store.patches(7) == (replace(patch, message=told.message),)
        assert store.patches(8) == ()


def test_history_of_many_edits_is_read_while_others_write(way: Way, tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(worked(way, path)) as session:
        for _ in range(450):
            session.edit(lambda v: edits.shift_items(v, ("talks",), 5))
        lines = session.history()
        first, _ = next(lines)
        session.edit(lambda v: edits.shift_items(v, ("talks",), 5))
        assert [first.number, *(line.number for line, _ in lines)] == list(range(1, 451))


class Stranger(Entity, frozen=True):
    """No type of a visit."""

    id: str


WRONG: dict[str, Callable[[], Patch]] = {
    "a text for a number": lambda: change_of("talks", setup_minutes="ten"),
    "a list for a tuple": lambda: change_of("talks", tracks=["main"]),
    "half of a character": lambda: change_of("talks", title=Text(ru="\ud83d")),
    "no JSON": lambda: change_of("talks", detail=object()),
    "another's id": lambda: change_of("talks", id="lunch"),
    "a type of another collection": lambda: Patch(
        NAME, (Change("venues", "talks", None, day_of_five().items["talks"]),)
    ),
    "no number": lambda: Patch(
        NAME,
        (
            Change(
                "venues",
                "hall",
                day_of_five().venues["hall"],
                replace(day_of_five().venues["hall"], latitude=float("nan")),
            ),
        ),
    ),
    "a collection that is none": lambda: Patch(
        NAME, (Change("strangers", "x", None, Stranger(id="x")),)
    ),
    "a singleton removed": lambda: Patch(NAME, (Change("about", "", day_of_five().about, None),)),
}


@pytest.mark.parametrize("what", WRONG)
def test_commit_refuses_what_would_not_be_read_again(way: Way, tmp_path: Path, what: str) -> None:
    path = visit_file(tmp_path)
    with way(path) as store:
        before = dumped(store.read())
        files = hashes(tmp_path)
        with pytest.raises(EditRefusedError, match="cannot be stored"):
            store.commit(entry(1), WRONG[what](), {})
        assert hashes(tmp_path) == files
        store.commit(entry(1), change_of("talks", fixed=True), {})
    assert dumped(read(path)) != before


def test_commit_out_of_turn_is_refused(way: Way, tmp_path: Path) -> None:
    with way(visit_file(tmp_path)) as store:
        store.read()
        with pytest.raises(StoreError, match="changed by another window"):
            store.commit(entry(2), change_of("talks", fixed=True), {})


def test_versions_and_publications_are_kept(way: Way, tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    versions = tuple(
        Version(number=n, status=VersionStatus.AGREED, created=MADE_AT, author="Иванова")
        for n in (1, 2)
    )
    publication = Publication(edition="official", version=2, reader="Гости", at=MADE_AT)
    with way(path) as store:
        record = store.read().record
        store.write_record(
            replace(record, versions=versions, publications=(publication, publication))
        )
        store.write_record(replace(record, versions=versions, publications=(publication,)))
        store.commit(entry(1), change_of("talks", fixed=True), {})
    kept = read(path).record
    assert kept.versions == versions
    assert kept.publications == (publication,)
    assert kept.items == record.items


def test_copy_is_complete_and_lives_on_its_own(way: Way, tmp_path: Path) -> None:
    path, copy = visit_file(tmp_path), tmp_path / "copy.visit"
    with closing(worked(way, path)) as session:
        session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        session.copy_to(copy)
        session.edit(lambda v: edits.move_item(v, "talks", clock("12:30")))
    with closing(worked(way, copy)) as other:
        assert other.visit.items["talks"].start == clock("11:30")
        assert other.record.items["talks"].uid == session.record.items["talks"].uid
        other.undo()
        assert other.visit == day_of_five()
    assert sorted(names(tmp_path)) == sorted([path.name, copy.name])


def test_copy_does_not_replace_another_file(way: Way, tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with way(path) as store:
        for target in (path, tmp_path):
            with pytest.raises(StoreError, match="is there already"):
                store.copy_to(target)
        with pytest.raises(StoreError, match="make the folder first"):
            store.copy_to(tmp_path / "none" / "copy.visit")
    assert names(tmp_path) == [path.name]


def test_commit_needs_a_reading_first(way: Way, tmp_path: Path) -> None:
    with way(visit_file(tmp_path)) as store, pytest.raises(RuntimeError, match="read"):
        store.commit(entry(1), change_of("talks", fixed=True), {})


def test_record_of_another_item_is_not_touched(way: Way, tmp_path: Path) -> None:
    path = visit_file(tmp_path)
    with closing(worked(way, path)) as session:
        before: Record = session.record
        session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
    after = read(path).record
    assert {k: v for k, v in after.items.items() if k != "talks"} == {
        k: v for k, v in before.items.items() if k != "talks"
    }


@pytest.mark.parametrize("name", [b"a%20b?c#d.visit", b"\xff\xfe.visit", "«визит» '1'".encode()])
def test_any_name_will_do(way: Way, tmp_path: Path, name: bytes) -> None:
    path = visit_file(tmp_path, name=os.fsdecode(name))
    with closing(worked(way, path)) as session:
        session.edit(lambda v: edits.move_item(v, "talks", clock("11:30")))
        copy = path.with_name(f"copy of {path.name}")
        session.copy_to(copy)
    assert read(path).visit == read(copy).visit == session.visit
    assert set(names(tmp_path)) == {path.name, copy.name}
