# SPDX-License-Identifier: MIT
"""Settings outlive a window, and a broken file of them does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from visitplanner.gui.settings import RECENT_MOST, Settings, read_settings, write_settings

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "папка" / "settings.json"


def test_what_is_written_is_read(file: Path) -> None:
    settings = Settings(language="en", theme="dark", first_start=False)
    settings.opened(Path("/визиты/первый.visit"))
    settings.panes["across"] = [200, 800, 300]
    settings.hidden = ["problems"]
    write_settings(file, settings)

    assert vars(read_settings(file)) == vars(settings)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_the_first_start_is_known_by_the_missing_file(file: Path) -> None:
    assert read_settings(file).first_start
    write_settings(file, Settings(first_start=False))
    assert not read_settings(file).first_start


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"recent": 5, "panes": {"across": ["a"]}, "hidden": [1]}', "\x00"],
)
def test_a_broken_file_is_as_none(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, "utf-8")

    assert vars(read_settings(file)) == vars(Settings(first_start=False))


def test_recent_files_are_few_and_each_stands_once() -> None:
    settings = Settings()
    for number in range(RECENT_MOST + 5):
        settings.opened(Path(f"/v/{number}.visit"))
    settings.opened(Path("/v/12.visit"))

    assert settings.recent[0] == str(Path("/v/12.visit").absolute())
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_MOST


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "файл").touch()
    write_settings(tmp_path / "файл" / "settings.json", Settings())
