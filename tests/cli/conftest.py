# SPDX-License-Identifier: MIT
"""A command line to call, and an example visit made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from visitplanner.cli import main


class Answer(NamedTuple):
    """What a command left: exit status, standard output and standard error."""

    status: int
    out: str
    err: str


class Command(Protocol):
    """Runs `visitplanner` with some words."""

    def __call__(self, *words: object) -> Answer: ...


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs one command of visitplanner in this process."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*words: object) -> Answer:
        capfd.readouterr()
        status = main([str(word) for word in words])
        out, err = capfd.readouterr()
        return Answer(status, out, err)

    return run


@pytest.fixture(scope="session")
def _example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.visit"
    assert main(["new", str(path), "--template", "smolensk-vitebsk"]) == 0
    return path


@pytest.fixture
def example(_example: Path, tmp_path: Path) -> Path:
    """A fresh copy of the Smolensk example in a folder of its own."""
    folder = tmp_path / "visits"
    folder.mkdir()
    return Path(shutil.copy(_example, folder / "example.visit"))
