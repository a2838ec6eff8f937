# SPDX-License-Identifier: MIT
"""Outputs and inputs that are no ordinary files: closed, full, devices, the visit itself."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_bad_input import hashes, refused

if TYPE_CHECKING:
    from tests.cli.conftest import Command

FULL = Path("/dev/full")  # read and written, never replaced
ANSWERS = {
    "check": ("check", "{file}"),
    "check as json": ("check", "{file}", "--format", "json"),
    "dump": ("dump", "{file}"),
    "rules": ("rules",),
    "explain": ("explain", "T01"),
}


def _run(
    words: tuple[str, ...], example: Path, redirection: str, **env: str
) -> subprocess.CompletedProcess[bytes]:
    filled = [word.format(file=example) for word in words]
    return subprocess.run(
        [
            *("/bin/sh", "-c", f'exec "$@" {redirection}', "sh"),
            *(sys.executable, "-m", "visitplanner", *filled),
        ],
        check=False,
        capture_output=True,
        env={**os.environ, **env},
    )


@pytest.mark.skipif(not FULL.is_char_device(), reason="there is no full device here")
@pytest.mark.parametrize("name", ANSWERS)
def test_answer_that_cannot_be_written_is_refused(example: Path, name: str) -> None:
    answer = _run(ANSWERS[name], example, f">{FULL}")
    refused((answer.returncode, "", answer.stderr.decode()), "standard output", "file")


@pytest.mark.skipif(os.name != "posix", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize("name", ["check", "dump", "rules"])
def test_answer_to_a_closed_output_is_refused(example: Path, name: str) -> None:
    answer = _run(ANSWERS[name], example, ">&-")
    refused((answer.returncode, "", answer.stderr.decode()), "standard output")


@pytest.mark.skipif(not FULL.is_char_device(), reason="there is no full device here")
@pytest.mark.parametrize("redirection", ["2>&-", f"2>{FULL}"])
def test_refusal_nobody_can_read_is_still_one(example: Path, redirection: str) -> None:
    answer = _run(("check", f"{example}.absent"), example, redirection)
    assert (answer.returncode, answer.stdout) == (2, b"")


def test_answers_come_through_an_old_alphabet(example: Path) -> None:
    words = ("check", "{file}", "--language", "ru", "--today", "2025-12-01")
    assert _run(words, example, "", PYTHONIOENCODING="ascii").returncode == 0
    russian = _run(words, example, "", PYTHONIOENCODING="cp1251")
    assert "Внимание: 1" in russian.stdout.decode("cp1251")
    report = _run((*words, "--format", "json"), example, "", PYTHONIOENCODING="cp1251")
    assert json.loads(report.stdout.decode("utf-8"))["counts"]["warning"] == 1


def test_visit_is_never_replaced_by_its_own_papers(
    command: Command, example: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.visit").symlink_to(example)
    before = hashes(tmp_path)
    export = ("--format", "pdf", "--force", "--output")
    refused(command("export", example, *export, example), str(example), "the visit itself")
    refused(command("export", tmp_path / "link.visit", *export, example), str(example))
    assert hashes(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="pipes and sockets with names")
@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_what_is_no_ordinary_file_is_never_replaced(
    command: Command, example: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    target = Path(kind)
    with closing(socket.socket(socket.AF_UNIX)) as listening:
        os.mkfifo(target) if kind == "pipe" else listening.bind(str(target))
        there = target.stat()
        for form in ("pdf", "ical", "excel"):
            words = ("export", example, "--format", form, "--force", "--output", target)
            refused(command(*words), str(target), "not an ordinary file")
        assert os.path.samestat(target.stat(), there)


@pytest.mark.skipif(not FULL.is_char_device(), reason="there is no device here")
def test_load_does_not_read_a_device(command: Command, tmp_path: Path) -> None:
    refused(command("load", "/dev/zero", tmp_path / "new.visit"), "/dev/zero", "device")
    assert hashes(tmp_path) == {}


@pytest.mark.parametrize("name", ["x" * 300 + ".visit", "ж" * 130 + ".visit"])
def test_name_that_is_too_long_is_refused(
    command: Command, example: Path, tmp_path: Path, name: str
) -> None:
    before = hashes(tmp_path)
    target = tmp_path / name
    refused(command("new", target), name, "choose")
    refused(command("copy", example, target), name, "choose")
    refused(command("check", target), name)
    refused(command("export", example, "--format", "ical", "--output", target), name)
    refused(command("new", tmp_path / name / "new.visit"), name)
    assert hashes(tmp_path) == before
