# SPDX-License-Identifier: MIT
"""What reaches the disk: whole papers, or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from visitplanner.exports.whole import (
    ExportRefusedError,
    Paper,
    write_paper,
    write_papers,
    zipped,
)

if TYPE_CHECKING:
    from pathlib import Path

SET = (Paper(name="a.ics", data=b"one"), Paper(name="б.xlsx", data=b"two"))


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_paper_is_written_as_it_is(tmp_path: Path) -> None:
    write_paper(tmp_path / "visit.ics", b"BEGIN\r\n")
    assert everything_in(tmp_path) == {"visit.ics": b"BEGIN\r\n"}


def test_a_new_paper_may_be_read_like_any_file_of_the_user(tmp_path: Path) -> None:
    write_paper(tmp_path / "visit.ics", b"x")
    (tmp_path / "plain").write_bytes(b"")
    assert (tmp_path / "visit.ics").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_existing_paper_stays_without_force(tmp_path: Path) -> None:
    target = tmp_path / "visit.ics"
    target.write_bytes(b"old")
    with pytest.raises(ExportRefusedError, match=r"visit\.ics.*--force"):
        write_paper(target, b"new")
    assert everything_in(tmp_path) == {"visit.ics": b"old"}


def test_force_replaces_an_existing_paper(tmp_path: Path) -> None:
    target = tmp_path / "visit.ics"
    target.write_bytes(b"old")
    write_paper(target, b"new", force=True)
    assert everything_in(tmp_path) == {"visit.ics": b"new"}


def test_force_writes_a_paper_that_was_not_there(tmp_path: Path) -> None:
    write_paper(tmp_path / "visit.ics", b"new", force=True)
    assert everything_in(tmp_path) == {"visit.ics": b"new"}


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_never_replaced_by_a_paper(tmp_path: Path, force: bool) -> None:  # noqa: FBT001
    (tmp_path / "out").mkdir()
    with pytest.raises(ExportRefusedError, match="folder"):
        write_paper(tmp_path / "out", b"x", force=force)
    assert (tmp_path / "out").is_dir()


@pytest.mark.parametrize("place", ["no/visit.ics", "no/set.zip", "no/out"])
def test_a_missing_folder_is_named(tmp_path: Path, place: str) -> None:
    with pytest.raises(ExportRefusedError, match=r"no.*does not exist"):
        write_papers(tmp_path / place, SET)
    assert not list(tmp_path.iterdir())


def test_a_dangling_link_counts_as_existing(tmp_path: Path) -> None:
    (tmp_path / "visit.ics").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ExportRefusedError):
        write_paper(tmp_path / "visit.ics", b"x")
    assert not (tmp_path / "elsewhere").exists()


def test_the_refusal_of_the_system_names_the_place(tmp_path: Path) -> None:
    target = tmp_path / ("long" * 100)
    with pytest.raises(ExportRefusedError, match=r"longlong.*cannot be written"):
        write_paper(target, b"x")
    assert not list(tmp_path.iterdir())


def test_a_set_makes_its_folder(tmp_path: Path) -> None:
    write_papers(tmp_path / "out", SET)
    assert everything_in(tmp_path) == {"out/a.ics": b"one", "out/б.xlsx": b"two"}


def test_a_set_joins_the_other_files_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    write_papers(tmp_path, SET)
    assert everything_in(tmp_path) == {"a.ics": b"one", "mine": b"mine", "б.xlsx": b"two"}


def test_one_taken_name_keeps_the_whole_set_back(tmp_path: Path) -> None:
    (tmp_path / "б.xlsx").write_bytes(b"old")
    with pytest.raises(ExportRefusedError, match=r"б\.xlsx"):
        write_papers(tmp_path, SET)
    assert everything_in(tmp_path) == {"б.xlsx": b"old"}


def test_force_replaces_the_papers_of_a_set(tmp_path: Path) -> None:
    (tmp_path / "б.xlsx").write_bytes(b"old")
    write_papers(tmp_path, SET, force=True)
    assert everything_in(tmp_path) == {"a.ics": b"one", "б.xlsx": b"two"}


def test_a_set_that_cannot_be_finished_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(b"old")
    unnameable = Paper(name="x" * 300, data=b"three")
    with pytest.raises(ExportRefusedError):
        write_papers(tmp_path, (*SET, unnameable), force=True)
    assert everything_in(tmp_path) == {"a.ics": b"old"}
    with pytest.raises(ExportRefusedError):
        write_papers(tmp_path / "out", (*SET, unnameable))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.ics"]


def test_a_file_is_no_folder_for_a_set(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"file")
    with pytest.raises(ExportRefusedError, match=r"out.*folder or a \.zip"):
        write_papers(tmp_path / "out", SET, force=True)
    assert everything_in(tmp_path) == {"out": b"file"}


def test_a_set_becomes_a_zip(tmp_path: Path) -> None:
    write_papers(tmp_path / "set.zip", SET)
    with zipfile.ZipFile(tmp_path / "set.zip") as archive:
        assert archive.testzip() is None
        assert {i.filename: archive.read(i) for i in archive.infolist()} == {
            "a.ics": b"one",
            "б.xlsx": b"two",
        }
    with pytest.raises(ExportRefusedError):
        write_papers(tmp_path / "set.zip", SET)


def test_a_zip_tells_no_time(tmp_path: Path) -> None:
    write_papers(tmp_path / "set.zip", SET)
    with zipfile.ZipFile(tmp_path / "set.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert (tmp_path / "set.zip").read_bytes() == zipped(SET)


_WRITER = """
import sys
from pathlib import Path
from visitplanner.exports.whole import Paper, write_paper, write_papers
folder = Path(sys.argv[1])
papers = [Paper(name=f"{n}.bin", data=bytes([n]) * 200_000) for n in range(12)]
print("ready", flush=True)
n = 0
while True:
    n += 1
    write_papers(folder / f"set-{n}", papers)
    write_paper(folder / "one.bin", papers[n % 12].data, force=True)
"""


def test_a_killed_export_leaves_only_whole_papers(tmp_path: Path) -> None:
    for number in range(4):
        folder = tmp_path / str(number)
        folder.mkdir()
        child = subprocess.Popen([sys.executable, "-c", _WRITER, folder], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.15 + 0.07 * number)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        sets = [p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")]
        assert sets
        for one in sets:
            assert [len(p.read_bytes()) for p in one.iterdir()] == [200_000] * 12
        if (folder / "one.bin").exists():
            data = (folder / "one.bin").read_bytes()
            assert (len(data), len(set(data))) == (200_000, 1)
