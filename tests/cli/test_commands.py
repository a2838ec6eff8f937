# SPDX-License-Identifier: MIT
"""What the commands answer when all is well."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from visitplanner.domain import edits
from visitplanner.domain.period import at
from visitplanner.domain.record import VersionStatus
from visitplanner.session.session import Session
from visitplanner.store import open_visit

if TYPE_CHECKING:
    from tests.cli.conftest import Command

GOLDEN = Path(__file__).parent.parent / "golden"
CHECK = ("--today", "2025-12-01", "--format", "json", "--language", "en")


def _session(path: Path) -> Session:
    from datetime import UTC, datetime

    return Session(
        open_visit(path),
        today=date(2025, 12, 1),
        now=lambda: datetime(2025, 12, 1, 9, tzinfo=UTC),
        author="Test",
    )


def test_check_of_the_example_is_the_golden_report(command: Command, example: Path) -> None:
    answer = command("check", example, *CHECK)
    assert answer.out == (GOLDEN / "example_check.json").read_text(encoding="utf-8")
    assert answer.status == 0
    report = json.loads(answer.out)
    assert report["counts"]["error"] == 0
    live = [p for p in report["problems"] if p["due"] and p["severity"] == "warning"]
    assert [p["code"] for p in live] == ["R01"]


def test_check_names_both_heads_when_the_session_moves_into_their_meeting(
    command: Command, example: Path
) -> None:
    golden = command("check", example, *CHECK).out
    session = _session(example)
    session.edit(lambda visit: edits.move_item(visit, "session", at("2025-12-23T11:45")))
    session.close()
    moved = command("check", example, *CHECK)
    assert moved.status == 1
    before = {p["message"]: p for p in json.loads(golden)["problems"]}
    after = {p["message"]: p for p in json.loads(moved.out)["problems"]}
    assert before.keys() <= after.keys()
    (fresh,) = (after[m] for m in after.keys() - before.keys())
    assert fresh["code"] == "T01"
    assert sorted(fresh["people"]) == sorted(
        d.head for d in session.visit.delegations.values() if d.head
    )
    assert "20" in fresh["message"]
    for surname in ("Anokhin", "Subbotin"):
        assert surname in fresh["message"]
    again = _session(example)
    again.undo()
    again.close()
    assert command("check", example, *CHECK).out == golden


def test_dump_then_load_then_dump_gives_the_same_bytes(
    command: Command, example: Path, tmp_path: Path
) -> None:
    first = command("dump", example).out
    (tmp_path / "dump.json").write_text(first, encoding="utf-8")
    assert command("load", tmp_path / "dump.json", tmp_path / "again.visit").status == 0
    assert command("dump", tmp_path / "again.visit").out == first
    whole = json.loads(first)
    assert list(whole) == sorted(whole)
    item = whole["items"]["session"]
    assert item["start"] == "2025-12-23T12:10"
    assert item["title"]["ru"]
    assert {"kind", "title", "start", "end", "venue", "status", "fixed"} <= item.keys()


def test_copy_keeps_everything_and_handing_over_drops_history(
    command: Command, example: Path, tmp_path: Path
) -> None:
    session = _session(example)
    session.edit(
        lambda visit: edits.set_item_text(visit, "session", "internal_text", "ru", "ТАЙНОЕ СЛОВО")
    )
    session.close()
    plain, handed = tmp_path / "plain.visit", tmp_path / "handed.visit"
    assert command("copy", example, plain).status == 0
    assert command("dump", plain).out == command("dump", example).out
    assert command("history", plain).out == command("history", example).out
    assert command("copy", example, handed, "--audience", "public").status == 0
    assert "ТАЙНОЕ СЛОВО".encode() not in handed.read_bytes()
    assert json.loads(command("history", handed, "--format", "json").out)["edits"] == []
    assert (
        json.loads(command("dump", handed).out)["uid"]
        == json.loads(command("dump", example).out)["uid"]
    )


def test_history_names_every_edit_undo_and_redo(command: Command, example: Path) -> None:
    session = _session(example)
    session.edit(lambda visit: edits.move_item(visit, "farewell", at("2025-12-23T16:55")))
    session.undo()
    session.redo()
    session.close()
    rows = json.loads(command("history", example, "--format", "json").out)["edits"]
    assert [row["kind"] for row in rows] == ["edit", "undo", "redo"]
    assert {row["author"] for row in rows} == {"Test"}
    russian = command("history", example, "--language", "ru").out.splitlines()
    assert len(russian) == 3
    assert "Перенос" in russian[0]


def test_history_says_where_versions_were_frozen_and_where_the_plan_stands(
    command: Command, example: Path
) -> None:
    session = _session(example)
    session.edit(lambda visit: edits.move_item(visit, "farewell", at("2025-12-23T16:55")))
    session.freeze(VersionStatus.APPROVED, "после совещания", date(2025, 12, 19))
    session.edit(lambda visit: edits.set_item_title(visit, "lunch", "ru", "Завтрак"))
    session.close()
    told = json.loads(command("history", example, "--format", "json").out)
    (version,) = told["versions"]
    assert (version["number"], version["status"], version["edit"]) == (1, "approved", 1)
    assert (version["author"], version["note"]) == ("Test", "после совещания")
    assert version["approved"]["on"] == "2025-12-19"
    assert told["standing"] == {"version": 2, "status": "draft", "frozen": False}
    assert [line["items"] for line in told["edits"]] == [["farewell"], ["lunch"]]
    russian = command("history", example, "--language", "ru").out.splitlines()
    assert "■ Редакция 1 · Утверждена: после совещания" in russian[1]
    assert len(russian) == 3


def test_dump_and_load_keep_versions_and_where_the_plan_stands(
    command: Command, example: Path, tmp_path: Path
) -> None:
    session = _session(example)
    session.edit(lambda visit: edits.set_item_title(visit, "lunch", "ru", "Завтрак"))
    session.freeze(VersionStatus.APPROVED)
    session.close()
    dumped, loaded = tmp_path / "visit.json", tmp_path / "loaded.visit"
    dumped.write_text(command("dump", example).out, "utf-8")
    assert command("load", dumped, loaded).status == 0
    assert command("dump", loaded).out == dumped.read_text("utf-8")
    handed = tmp_path / "handed.visit"
    assert command("copy", example, handed, "--audience", "internal").status == 0
    for path in (example, loaded, handed):
        told = json.loads(command("history", path, "--format", "json").out)
        assert told["standing"] == {"version": 1, "status": "approved", "frozen": True}


def test_new_moves_the_example_to_the_day_asked_for(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "later.visit"
    assert (
        command("new", path, "--template", "smolensk-vitebsk", "--date", "2026-03-10").status == 0
    )
    whole = json.loads(command("dump", path).out)
    assert whole["about"]["starts"] == "2026-03-10"
    assert whole["items"]["laying"]["start"] == "2026-03-10T11:00"


@pytest.mark.parametrize(
    ("name", "last", "farewell"),
    [
        ("working-visit", "2026-03-10", "2026-03-10T16:45"),
        ("official-visit", "2026-03-11", "2026-03-11T14:45"),
    ],
)
def test_new_plans_whole_days_from_a_template(
    command: Command, tmp_path: Path, name: str, last: str, farewell: str
) -> None:
    path = tmp_path / "new.visit"
    assert command("new", path, "--template", name, "--date", "2026-03-10").status == 0
    whole = json.loads(command("dump", path).out)
    checked = json.loads(command("check", path, *CHECK).out)

    assert (whole["about"]["starts"], whole["about"]["ends"]) == ("2026-03-10", last)
    assert whole["items"]["departure"]["start"] == farewell
    assert checked["counts"]["error"] == 0
    assert checked["counts"]["warning"] == 0


def test_help_offers_every_template_there_is() -> None:
    from visitplanner.cli import parser
    from visitplanner.samples import TEMPLATES

    assert parser.TEMPLATES == TEMPLATES


def test_new_gives_every_file_its_own_uid(command: Command, tmp_path: Path) -> None:
    uids = set()
    for name in ("a.visit", "b.visit"):
        assert command("new", tmp_path / name).status == 0
        uids.add(json.loads(command("dump", tmp_path / name).out)["uid"])
    assert len(uids) == 2


def test_check_selects_and_ignores_rules(command: Command, example: Path) -> None:
    only = json.loads(command("check", example, *CHECK, "--select", "R01").out)
    assert {p["code"] for p in only["problems"]} == {"R01"}
    without = json.loads(command("check", example, *CHECK, "--ignore", "R01").out)
    assert "R01" not in {p["code"] for p in without["problems"]}


def test_rules_and_explanations_speak_both_languages(command: Command) -> None:
    listed = json.loads(command("rules", "--format", "json", "--language", "en").out)["rules"]
    codes = [rule["code"] for rule in listed]
    assert len(codes) == len(set(codes))
    assert {"T01", "R01", "H01"} <= set(codes)
    for code in codes:
        assert "What it finds" in command("explain", code, "--language", "en").out
        assert "Почему это важно" in command("explain", code.lower(), "--language", "ru").out


@pytest.mark.parametrize(
    ("asked", "suffix"),
    [("subbotin", ""), ("Субботин", ""), ("суббо", ""), ("Subbotin Aleksandr Mikhailovich", "")],
)
def test_export_finds_the_reader_by_any_name(
    command: Command, example: Path, tmp_path: Path, asked: str, suffix: str
) -> None:
    out = tmp_path / f"one{suffix}.ics"
    answer = command("export", example, "--format", "ical", "--for", asked, "--output", out)
    assert answer.err == ""
    assert "Субботин" in out.read_text(encoding="utf-8").replace("\r\n ", "")


def test_export_for_all_is_a_folder_or_an_archive(
    command: Command, example: Path, tmp_path: Path
) -> None:
    folder, archive = tmp_path / "all", tmp_path / "all.zip"
    words = ("export", example, "--format", "ical", "--for", "all", "--output")
    assert command(*words, folder).status == 0
    assert command(*words, archive).status == 0
    names = [p.name for p in folder.iterdir()]
    assert len(names) > 10
    assert all(name.isascii() and name.endswith(".ics") for name in names)


@pytest.mark.parametrize(
    ("form", "edition"),
    [(f, e) for f in ("pdf", "ical", "excel") for e in ("official", "working")],
)
def test_every_export_is_byte_equal_under_another_hash_seed(
    example: Path, tmp_path: Path, form: str, edition: str
) -> None:
    outputs = []
    for seed in ("0", "4711"):
        out = tmp_path / f"out-{seed}"
        subprocess.run(
            [
                *(sys.executable, "-m", "visitplanner", "export", str(example)),
                *("--format", form, "--edition", edition, "--today", "2025-12-01"),
                *("--output", str(out)),
            ],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]


def test_help_and_version_load_no_heavy_library() -> None:
    program = (
        "import sys; from visitplanner.cli import main; main(['--version']); main(['--help']);"
        "print('LOADED', sorted(m for m in sys.modules if m.split('.')[0] in"
        " {'msgspec', 'PySide6', 'reportlab', 'openpyxl', 'icalendar', 'babel', 'sqlite3'}"
        " or m.startswith('visitplanner.domain')))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert "LOADED []" in answer.stdout


def test_window_without_a_display_says_so_in_one_sentence(example: Path) -> None:
    env = {
        k: v
        for k, v in os.environ.items()
        if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    answer = subprocess.run(
        [sys.executable, "-m", "visitplanner", str(example)],
        check=False,
        capture_output=True,
        text=True,
        env=env,
    )
    assert answer.returncode == 2
    assert answer.stderr.count("\n") == 1
    assert "display" in answer.stderr
