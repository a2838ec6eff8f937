# SPDX-License-Identifier: MIT
"""The project's own taste: a pattern that must not occur, and the sentence that says why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("visitplanner", "resources", "tests", ".ci")
TOP_LEVEL = {
    *ROOMS,
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
    "requirements.lock",
    # made by git, make and the environment
    ".editorconfig",
    ".git",
    ".gitattributes",
    ".gitignore",
    ".venv",
    "build",
}
BINARY = {".gz", ".mo", ".pdf", ".png", ".pyc", ".visit", ".xlsx"}
SPDX = "# SPDX-License-Identifier: MIT"
LONGEST = 400

# This file spells what it forbids.
SELF = Path(__file__).relative_to(ROOT)


def _files() -> list[Path]:
    nested = [path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()]
    top = [path for path in ROOT.iterdir() if path.is_file() and path.name in TOP_LEVEL]
    return sorted(
        path.relative_to(ROOT)
        for path in (*nested, *top)
        if path.suffix not in BINARY and path.name != ".git" and "__pycache__" not in path.parts
    )


FILES = _files()
SOURCES = [path for path in FILES if path.suffix == ".py"]
PRODUCT = [path for path in SOURCES if path.parts[0] == "visitplanner"]


def _lines(path: Path) -> list[str]:
    return (ROOT / path).read_text("utf-8").splitlines()


def _found(pattern: str, paths: list[Path]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()}"
        for path in paths
        if path != SELF
        for number, line in enumerate(_lines(path), 1)
        if re.search(pattern, line)
    ]


def test_every_source_starts_with_its_licence() -> None:
    assert [str(path) for path in SOURCES if _lines(path)[:1] != [SPDX]] == []


def test_no_source_is_longer_than_it_can_be_read() -> None:
    assert [str(path) for path in SOURCES if len(_lines(path)) > LONGEST] == []


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"#\s*noqa(?!: [A-Z]+\d+)", "a noqa names its rule"),
        (r"#\s*type:\s*ignore(?!\[)", "a type: ignore names its error"),
        (r"#\s*mypy:|#\s*ruff: noqa\s*$", "no file is exempt"),
        (r"\bfrom unittest(\.mock)? import|\bimport unittest", "pytest, and no mocks of our own"),
    ],
)
def test_sources_keep_the_taste(pattern: str, why: str) -> None:
    assert _found(pattern, SOURCES) == [], why


@pytest.mark.parametrize(
    ("pattern", "allowed", "why"),
    [
        (
            r"\bdatetime\.(now|utcnow|today)\b|\bdate\.today\b|\btime\.time\b",
            ("cli", "gui"),
            "now and today are arguments below the command line and the window",
        ),
        (
            r"^import (random|secrets)\b|^from (random|secrets) import\b|\buuid[14]\b",
            ("cli", "gui"),
            "randomness is an argument below the command line and the window",
        ),
        (r"(?<![\w.])print\(", ("cli",), "only the command line prints"),
        (r"\bQTimer\.singleShot\(0\b", (), "a zero timer hides an order of events"),
    ],
)
def test_product_keeps_the_taste(pattern: str, allowed: tuple[str, ...], why: str) -> None:
    paths = [path for path in PRODUCT if path.parts[1] not in allowed]

    assert _found(pattern, paths) == [], why


def test_no_file_names_a_machine() -> None:
    machine = (
        r"(?<![\w.])/(work|opt|root|home)/\w|\b(localhost|127\.0\.0\.1)\b|\.(internal|local)\b:\d"
    )

    assert _found(machine, FILES) == []


def test_top_level_holds_only_what_was_agreed() -> None:
    tool_caches = (".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".coverage")
    found = {path.name for path in ROOT.iterdir()} - TOP_LEVEL

    assert sorted(name for name in found if not name.startswith(tool_caches)) == []


def test_lock_has_a_hash_for_everything_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    entries = re.split(
        r"(?m)^(?=\S)", "\n".join(line for line in lock.splitlines() if line[:1] != "#")
    )
    entries = [entry for entry in entries if entry.strip()]

    assert "://" not in lock
    assert " @ " not in lock
    assert not re.search(r"(?m)^\s*--(?!hash=sha256:)", lock)
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
