# SPDX-License-Identifier: MIT
"""Who is named as the author of edits."""

from __future__ import annotations

import getpass
import json
import sys
from typing import TYPE_CHECKING

import pytest

from visitplanner import paths
from visitplanner.author import author, system_author

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    return tmp_path / "settings.json"


@pytest.mark.parametrize(
    "content", [None, b"", b"[]", b"{}", b'{"author": ""}', b'{"author": 7}', b'{"author": "  "}']
)
def test_without_a_chosen_name_it_is_the_user_of_the_system(
    settings: Path, content: bytes | None
) -> None:
    if content is not None:
        settings.write_bytes(content)
    assert author() == system_author() != ""


def test_chosen_name_goes_before_the_user_of_the_system(settings: Path) -> None:
    settings.write_text(json.dumps({"author": " Иванова  М. П.\n"}), "utf-8")
    assert author() == "Иванова М. П."


@pytest.mark.skipif(sys.platform == "win32", reason="its users have no such entry")
@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Мария Иванова,комната 4,,", "Мария Иванова"),
        ("& Petrova", "Ivanova Petrova"),
        ("", "ivanova"),
        ("\udcff\udcfe", "ivanova"),
    ],
)
def test_full_name_of_the_user_goes_before_the_name_to_log_in_with(
    monkeypatch: pytest.MonkeyPatch, told: str, name: str
) -> None:
    import pwd

    entry = pwd.struct_passwd(("ivanova", "x", 1000, 1000, told, "/", "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", lambda _: entry)
    monkeypatch.setattr(getpass, "getuser", lambda: "ivanova")
    assert system_author() == name
