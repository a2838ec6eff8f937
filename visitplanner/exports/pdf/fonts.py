# SPDX-License-Identifier: MIT
"""The typeface of papers: the first present of those offices use, else the one that comes along."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Cut = Literal["regular", "bold", "italic", "bold-italic"]
CUTS: Final[tuple[Cut, ...]] = ("regular", "bold", "italic", "bold-italic")

# Offices ask for PT Astra Serif or Times New Roman (protocol.md section 1 [S11]); Liberation Serif
# is as wide as Times, PT Serif always there.
PT_SERIF: Final = "PT Serif"
_FAMILIES: Final[Mapping[str, tuple[tuple[str, str, str, str], ...]]] = {
    "PT Astra Serif": (
        (
            "PT-Astra-Serif_Regular.ttf",
            "PT-Astra-Serif_Bold.ttf",
            "PT-Astra-Serif_Italic.ttf",
            "PT-Astra-Serif_Bold-Italic.ttf",
        ),
        (
            "PTAstraSerif-Regular.ttf",
            "PTAstraSerif-Bold.ttf",
            "PTAstraSerif-Italic.ttf",
            "PTAstraSerif-BoldItalic.ttf",
        ),
    ),
    "Times New Roman": (
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        (
            "Times New Roman.ttf",
            "Times New Roman Bold.ttf",
            "Times New Roman Italic.ttf",
            "Times New Roman Bold Italic.ttf",
        ),
        (
            "Times_New_Roman.ttf",
            "Times_New_Roman_Bold.ttf",
            "Times_New_Roman_Italic.ttf",
            "Times_New_Roman_Bold_Italic.ttf",
        ),
    ),
    "Liberation Serif": (
        (
            "LiberationSerif-Regular.ttf",
            "LiberationSerif-Bold.ttf",
            "LiberationSerif-Italic.ttf",
            "LiberationSerif-BoldItalic.ttf",
        ),
    ),
}
_PT_SERIF_FILES: Final = tuple(
    f"PT_Serif-Web-{cut}.ttf" for cut in ("Regular", "Bold", "Italic", "BoldItalic")
)


class Face:
    """One cut of a typeface as the layout needs it: widths of words, in thousandths of its size."""

    def __init__(self, name: str, path: Path) -> None:
        from reportlab.pdfbase import pdfmetrics, ttfonts

        font = ttfonts.TTFont(name, str(path))
        pdfmetrics.registerFont(font)
        self.name: Final = name
        self._of: Final[Mapping[int, float]] = font.face.charWidths
        self._missing: Final[float] = font.face.defaultWidth
        self._words: Final[dict[str, float]] = {}

    def width(self, word: str) -> float:
        """The width of a word at size 1000."""
        known = self._words.get(word)
        if known is None:
            widths, missing = self._of, self._missing
            known = sum(widths.get(ord(c) if c != "\u00a0" else 32, missing) for c in word)
            self._words[word] = known
        return known

    def lacks(self, letters: set[str]) -> set[str]:
        """Those characters this cut has no picture for."""
        return {c for c in letters if ord(c) not in self._of and c.isprintable() and c != " "}


class Family:
    """A typeface in its four cuts."""

    def __init__(self, name: str, files: tuple[Path, ...]) -> None:
        self.name: Final = name
        code = name.replace(" ", "")
        self.cuts: Final[Mapping[Cut, Face]] = {
            cut: Face(f"{code}-{cut}", path) for cut, path in zip(CUTS, files, strict=True)
        }


@cache
def family(name: str | None = None) -> Family:
    """The typeface of this name, or the first present of those that offices use."""
    wanted = (name,) if name and name != PT_SERIF else () if name else tuple(_FAMILIES)
    for candidate in wanted:
        found = _installed(candidate)
        if found is not None:
            return found
    return _own()


@cache
def _own() -> Family:
    import fontpkg_pt_serif

    folder = Path(str(fontpkg_pt_serif.__file__)).parent
    return Family(PT_SERIF, tuple(next(folder.rglob(file)) for file in _PT_SERIF_FILES))


@cache
def _installed(name: str) -> Family | None:
    from reportlab.pdfbase.ttfonts import TTFError

    present = _font_files()
    for files in _FAMILIES.get(name, ()):
        if all(file.lower() in present for file in files):
            try:
                return Family(name, tuple(present[file.lower()] for file in files))
            except (TTFError, OSError):
                continue  # damaged, or outlines that cannot be embedded
    return None


@cache
def _font_files() -> Mapping[str, Path]:
    """Files of wanted typefaces on this machine by lower-case name."""
    wanted = {file.lower() for sets in _FAMILIES.values() for files in sets for file in files}
    found: dict[str, Path] = {}
    for folder in _folders():
        for place, _, files in os.walk(folder):
            for file in files:
                if file.lower() in wanted:
                    found.setdefault(file.lower(), Path(place, file))
    return found


def _folders() -> Iterator[Path]:
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    else:
        yield from (home / ".local/share/fonts", home / ".fonts")
        yield from (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
