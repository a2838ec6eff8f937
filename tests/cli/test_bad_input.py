# SPDX-License-Identifier: MIT
"""Bad input: exit status 2, one line that names place and remedy, and every file as it was."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

Spoil = Callable[[Path], None]
REMEDY = re.compile(r"[:;,] (check|name|open|install|update|it was left)")


def _absent(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Dear colleagues, the programme is attached.\n", encoding="utf-8")


def _truncated(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    place = data.index("памяти Героев".encode())
    data[place] ^= 1
    path.write_bytes(bytes(data))


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET format = 999")
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()


SPOILT: dict[str, Spoil] = {
    "absent": _absent,
    "folder": _folder,
    "empty": _empty,
    "text": _text,
    "truncated": _truncated,
    "flipped": _flipped,
    "newer-format": _newer,
}
READING: dict[str, tuple[str, ...]] = {
    "check": ("check", "{file}"),
    "dump": ("dump", "{file}"),
    "history": ("history", "{file}"),
    "diff": ("diff", "{file}"),
    "copy": ("copy", "{file}", "{folder}/copy.visit"),
    "handover": ("copy", "{file}", "{folder}/copy.visit", "--audience", "public"),
    "pdf": ("export", "{file}", "--format", "pdf", "--output", "{folder}/out.pdf"),
    "ical": ("export", "{file}", "--format", "ical", "--output", "{folder}/out.ics"),
    "excel": ("export", "{file}", "--format", "excel", "--output", "{folder}/out.xlsx"),
}


def hashes(folder: Path) -> dict[str, str]:
    """Name and content of everything below a folder."""
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        if p.is_file()
        else ""
        for p in folder.rglob("*")
    }


def refused(answer: tuple[int, str, str], *named: str) -> None:
    """Asserts a refusal: status 2, nothing on standard output, one line with what it names."""
    status, out, err = answer
    assert status == 2, err
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1, err
    for name in named:
        assert name in err
    assert "Traceback" not in err


@pytest.mark.parametrize("spoilt", SPOILT)
@pytest.mark.parametrize("reading", READING)
def test_command_refuses_a_spoilt_file(
    command: Command, example: Path, reading: str, spoilt: str
) -> None:
    SPOILT[spoilt](example)
    before = hashes(example.parent)
    words = [w.format(file=example, folder=example.parent) for w in READING[reading]]
    answer = command(*words)
    refused(answer, str(example))
    assert REMEDY.search(answer.err), answer.err
    assert hashes(example.parent) == before


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("check", "{file}", "--language", "fr"), "--language fr"),
        (("check", "{file}", "--format", "yaml"), "--format yaml"),
        (("check", "{file}", "--select", "T01,Z99"), "Z99"),
        (("check", "{file}", "--ignore", "nonsense"), "NONSENSE"),
        (("check", "{file}", "--today", "tomorrow"), "--today tomorrow"),
        (("check", "{file}", "--prints"), "--prints"),
        (("explain", "Z99"), "Z99"),
        (("explain", "T01", "--language", "fr"), "--language fr"),
        (("rules", "--format", "yaml"), "--format yaml"),
        (("new", "{folder}/new.visit", "--template", "wedding"), "--template wedding"),
        (("new", "{folder}/new.visit", "--template", "working"), "official-visit"),
        (("new", "{folder}/new.visit", "--date", "soon"), "--date soon"),
        (("new", "{folder}/none/new.visit"), "none"),
        (("copy", "{file}", "{folder}/c.visit", "--audience", "everybody"), "everybody"),
        (("copy", "{file}", "{folder}/none/c.visit"), "none"),
        (("export", "{file}", "--format", "word", "--output", "{folder}/o"), "--format word"),
        (("export", "{file}", "--format", "gif", "--output", "{folder}/o"), "--format gif"),
        (("export", "{file}", "--format", "pdf", "--edition", "pocket", "--output", "o"), "pocket"),
        (("export", "{file}", "--format", "pdf", "--language", "en", "--output", "o"), "en"),
        (("export", "{file}", "--format", "ical", "--language", "xx", "--output", "o"), "xx"),
        (("export", "{file}", "--format", "ical", "--for", "nobody", "--output", "o"), "nobody"),
        (("export", "{file}", "--format", "ical", "--since", "2", "--output", "o"), "--since"),
        (("export", "{file}", "--format", "pdf", "--output", "{folder}/none/o.pdf"), "none"),
        (("history", "{file}", "--format", "yaml"), "--format yaml"),
        (("diff", "{file}", "--format", "yaml"), "--format yaml"),
        (("diff", "{file}", "--edition", "secret"), "--edition secret"),
        (("check",), "FILE"),
        (("export", "{file}", "--format", "pdf"), "--output"),
        (("--nonsense",), "COMMAND"),
        (("check", "{file}", "--nonsense"), "--nonsense"),
        (("{folder}/absent.visit",), "absent.visit"),
    ],
)
def test_command_refuses_a_wrong_value(
    command: Command, example: Path, words: tuple[str, ...], named: str
) -> None:
    before = hashes(example.parent)
    filled = [w.format(file=example, folder=example.parent) for w in words]
    refused(command(*filled), named)
    assert hashes(example.parent) == before


@pytest.mark.parametrize("reading", ["copy", "handover", "pdf", "ical", "excel"])
def test_existing_output_is_never_replaced_silently(
    command: Command, example: Path, reading: str
) -> None:
    words = [w.format(file=example, folder=example.parent) for w in READING[reading]]
    output = next(Path(w) for w in words[2:] if w.startswith(str(example.parent)))
    output.write_bytes(b"mine")
    refused(command(*words), str(output))
    assert output.read_bytes() == b"mine"


@pytest.mark.parametrize("reading", ["pdf", "ical", "excel"])
def test_existing_output_is_replaced_with_force(
    command: Command, example: Path, reading: str
) -> None:
    words = [w.format(file=example, folder=example.parent) for w in READING[reading]]
    output = Path(words[-1])
    output.write_bytes(b"mine")
    assert command(*words, "--force").status == 0
    assert len(output.read_bytes()) > 1000


def test_new_and_load_refuse_an_existing_file(
    command: Command, example: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.visit"
    taken.write_bytes(b"mine")
    dumped = tmp_path / "dump.json"
    dumped.write_text(command("dump", example).out, encoding="utf-8")
    refused(command("new", taken), str(taken))
    refused(command("load", dumped, taken), str(taken))
    assert taken.read_bytes() == b"mine"


def test_load_refuses_bad_json_with_the_place(
    command: Command, example: Path, tmp_path: Path
) -> None:
    whole = json.loads(command("dump", example).out)
    cases: dict[str, object] = {
        "text": "not json",
        "list": [1, 2],
        "unknown field": {**whole, "colour": "red"},
        "missing reference": {
            **whole,
            "items": {
                **whole["items"],
                "session": {**whole["items"]["session"], "venue": "nowhere"},
            },
        },
        "wrong time": {
            **whole,
            "items": {
                **whole["items"],
                "session": {**whole["items"]["session"], "start": "25:99"},
            },
        },
    }
    places = {"missing reference": "items", "wrong time": "items", "unknown field": "colour"}
    for name, content in cases.items():
        source, target = tmp_path / "in.json", tmp_path / "out.visit"
        text = content if isinstance(content, str) else json.dumps(content)
        source.write_text(text, encoding="utf-8")
        refused(command("load", source, target), str(source), places.get(name, ""))
        assert not target.exists()
    refused(command("load", tmp_path / "absent.json", tmp_path / "x.visit"), "absent.json")
    refused(command("load", tmp_path, tmp_path / "x.visit"), str(tmp_path))


@pytest.mark.parametrize("kind", ["locked", "read-only"])
def test_reading_works_on_a_file_that_cannot_be_written(
    command: Command, example: Path, tmp_path: Path, kind: str
) -> None:
    from visitplanner.store import open_visit

    held = open_visit(example) if kind == "locked" else None
    if kind == "read-only":
        example.chmod(0o444)
        example.parent.chmod(0o555)
    before = hashes(example.parent)
    try:
        assert command("check", example, "--today", "2025-12-01").status == 0
        assert json.loads(command("dump", example).out)["uid"]
        assert command("history", example).status == 0
        assert command("copy", example, tmp_path / "copy.visit").status == 0
        for form in ("pdf", "ical", "excel"):
            out = tmp_path / f"out-{form}"
            answer = command("export", example, "--format", form, "--output", out)
            assert answer.status == 0
            assert "not recorded" in answer.err
            assert out.stat().st_size > 1000
        assert hashes(example.parent) == before
    finally:
        example.parent.chmod(0o755)
        if held is not None:
            held.close()
