# SPDX-License-Identifier: MIT
"""The typeface: what offices use comes first, and one is always there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_pt_serif
import pytest

from visitplanner.exports.pdf import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

ASTRA = ("Regular", "Bold", "Italic", "Bold-Italic")
PLAIN = ("Regular", "Bold", "Italic", "BoldItalic")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty machine: the only folder of typefaces."""
    monkeypatch.setattr(fonts, "_folders", lambda: iter([tmp_path]))
    cached = (fonts.family, fonts._installed, fonts._font_files)
    for function in cached:
        function.cache_clear()
    yield tmp_path
    for function in cached:
        function.cache_clear()


def _installed(folder: Path, pattern: str, cuts: tuple[str, ...]) -> None:
    source = Path(str(fontpkg_pt_serif.__file__)).parent / "files"
    for cut, plain in zip(cuts, PLAIN, strict=True):
        data = (source / f"PT_Serif-Web-{plain}.ttf").read_bytes()
        (folder / pattern.format(cut)).write_bytes(data)


def test_bare_machine_has_pt_serif(folder: Path) -> None:
    assert folder.is_dir()
    assert fonts.family().name == "PT Serif"


def test_typeface_of_offices_is_preferred(folder: Path) -> None:
    _installed(folder, "LiberationSerif-{}.ttf", PLAIN)
    _installed(folder, "PT-Astra-Serif_{}.ttf", ASTRA)

    assert fonts.family().name == "PT Astra Serif"
    assert fonts.family("PT Serif").name == "PT Serif"


def test_incomplete_and_damaged_typefaces_are_passed_over(folder: Path) -> None:
    _installed(folder, "LiberationSerif-{}.ttf", PLAIN)
    _installed(folder, "PT-Astra-Serif_{}.ttf", ASTRA)
    (folder / "PT-Astra-Serif_Bold.ttf").unlink()
    for name in ("times", "timesbd", "timesi", "timesbi"):
        (folder / f"{name}.ttf").write_bytes(b"no typeface")

    assert fonts.family().name == "Liberation Serif"
