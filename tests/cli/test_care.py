# SPDX-License-Identifier: MIT
"""repair, backups and erase on the command line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.opened import dumped, hashes, read
from visitplanner.store import care

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as link:
        link.execute("DELETE FROM entities WHERE id = 'session'")
        link.commit()


def test_damaged_file_is_refused_and_repaired(command: Command, example: Path) -> None:
    right = command("dump", example).out
    spoil(example)
    refused = command("dump", example)
    assert refused.status == 2
    assert "restore it (visitplanner repair)" in refused.err
    kept = example.with_name("example.damaged.visit")
    answer = command("repair", example, "--language", "ru")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == (
        f"{example}: файл восстановлен полностью, ни одна правка не утрачена.\n"
        f"Повреждённый файл сохранён: {kept}.\n"
    )
    assert command("dump", example).out == right
    assert command("repair", example).out == (f"{example} is sound: nothing had to be restored.\n")


def test_repair_into_a_new_file_leaves_the_old_one(command: Command, example: Path) -> None:
    right = dumped(read(example))
    spoil(example)
    files = hashes(example.parent)
    output = example.with_name("mended.visit")
    answer = command("repair", example, "--output", output)
    assert answer.status == 0
    assert answer.out == f"{output} is restored whole, no change is lost.\n"
    assert dumped(read(output)) == right
    assert hashes(example.parent).items() >= files.items()
    again = command("repair", example, "--output", output)
    assert (again.status, again.out) == (2, "")
    assert "is there already" in again.err


def test_what_is_beyond_repair_is_said_in_one_sentence(command: Command, tmp_path: Path) -> None:
    letter = tmp_path / "a.visit"
    letter.write_text("Dear colleagues")
    answer = command("repair", letter)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert letter.read_text() == "Dear colleagues"


def test_backups_are_listed_and_taken_out(command: Command, example: Path, tmp_path: Path) -> None:
    assert command("backups").out == ""
    kept = care.keep(example, care.Moment.OPENED)
    assert kept is not None
    line = command("backups", example).out
    assert line.startswith("  1  ")
    assert line.endswith(f" MB  {example}\n")
    assert command("backups").out == line
    (row,) = json.loads(command("backups", "--format", "json").out)["backups"]
    assert (row["number"], row["moment"], row["last"]) == (1, "opened", 0)
    assert (row["file"], row["path"]) == (str(example), str(kept.path))
    output = tmp_path / "earlier.visit"
    assert command("backups", example, "--take", "1", "--output", output).status == 0
    assert command("dump", output).out == command("dump", example).out
    for words in (("--take", "2", "--output", "x"), ("--take", "one"), ("--take", "1")):
        refused = command("backups", example, *words)
        assert (refused.status, refused.out, refused.err.count("\n")) == (2, "", 1)


def test_erasing_wants_to_be_said_twice(command: Command, example: Path) -> None:
    care.keep(example, care.Moment.OPENED)
    files = hashes(example.parent)
    refused = command("erase", example)
    assert (refused.status, refused.out) == (2, "")
    assert "--everywhere" in refused.err
    assert hashes(example.parent) == files
    answer = command("erase", example, "--everywhere")
    assert (answer.status, answer.err) == (0, "")
    assert "erased everywhere" in answer.out
    assert hashes(example.parent) == {}
    assert care.every() == ()
    again = command("erase", example, "--everywhere")
    assert again.status == 2
    assert "neither the file nor a backup" in again.err
