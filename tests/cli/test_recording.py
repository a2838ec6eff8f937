# SPDX-License-Identifier: MIT
"""The publishing record of the command line: who got what, without a trace in the papers."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def record(command: Command, visit: Path) -> dict[str, list[dict[str, object]]]:
    """The record as `dump` tells it."""
    found: dict[str, list[dict[str, object]]] = json.loads(command("dump", visit).out)["record"]
    return found


def test_an_export_stands_in_the_record(command: Command, example: Path, tmp_path: Path) -> None:
    answer = command(
        *("export", example, "--format", "ical", "--for", "tarasov"),
        *("--edition", "working", "--output", tmp_path / "a.ics"),
    )
    assert (answer.status, answer.err) == (0, "")
    (line,) = record(command, example)["publications"]
    assert line["reader"] == line["scope"] == "tarasov"
    assert (line["edition"], line["audience"]) == ("working", "internal")
    assert (line["channel"], line["format"], line["version"]) == ("file", "ical", 1)


@pytest.mark.parametrize("form", ["pdf", "ical", "excel"])
def test_exports_are_the_same_bytes_although_the_record_grows(
    command: Command, example: Path, tmp_path: Path, form: str
) -> None:
    for name in ("first", "second"):
        everybody = tmp_path / f"all-{name}"
        command("export", example, "--format", form, "--output", tmp_path / name)
        command("export", example, "--format", "ical", "--for", "all", "--output", everybody)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_the_same_export_again_is_one_line_and_not_two(
    command: Command, example: Path, tmp_path: Path
) -> None:
    for name in ("first.pdf", "second.pdf"):
        command("export", example, "--format", "pdf", "--output", tmp_path / name)
    assert len(record(command, example)["publications"]) == 1


def test_what_cannot_be_written_is_exported_and_not_recorded(
    command: Command, example: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(example, isolation_level=None)) as rival:
        rival.execute("BEGIN IMMEDIATE")  # somebody else is writing just then
        answer = command("export", example, "--format", "excel", "--output", tmp_path / "a.xlsx")
    assert answer.status == 0
    assert "not recorded" in answer.err
    assert answer.err.count("\n") == 1
    assert (tmp_path / "a.xlsx").stat().st_size > 0
    assert record(command, example)["publications"] == []


def test_a_refused_export_is_not_recorded(command: Command, example: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.pdf").write_bytes(b"")
    answer = command("export", example, "--format", "pdf", "--output", tmp_path / "taken.pdf")
    assert answer.status == 2
    assert record(command, example)["publications"] == []


def test_check_finds_outdated_copies_in_a_file(
    command: Command, example: Path, tmp_path: Path
) -> None:
    from tests.factory import clock
    from tests.opened import session_on
    from visitplanner.domain.edits import move_item

    command("export", example, "--format", "ical", "--for", "tarasov", "--output", tmp_path / "t")
    command("export", example, "--format", "ical", "--for", "all", "--output", tmp_path / "all")
    with closing(session_on(example)) as session:
        session.edit(lambda visit: move_item(visit, "enterprise", clock("15:35")))
    answer = command("check", example, "--select", "O03", "--format", "json", "--language", "ru")
    (problem,) = json.loads(answer.out)["problems"]
    assert problem["items"] == ["enterprise"]
    assert "tarasov" in problem["people"]
    assert "gromova" not in problem["people"]
    assert problem["message"].startswith("21 получатель не оповещён об изменении в программе: ")
