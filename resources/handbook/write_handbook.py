# SPDX-License-Identifier: MIT
"""Writes the handbook of the checks from the rules: `python -m resources.handbook.write_handbook`.

The catalogues must have been compiled before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from visitplanner.rules.catalogue import handbook

if TYPE_CHECKING:
    from visitplanner.domain.text import Language

HANDBOOK: Final = Path(__file__).parent
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru")


def page(language: Language) -> Path:
    """Where the handbook of a language is."""
    return HANDBOOK / f"rules.{language}.md"


if __name__ == "__main__":
    for each in LANGUAGES:
        page(each).write_text(handbook(each), encoding="utf-8")
