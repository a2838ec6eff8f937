# SPDX-License-Identifier: MIT
"""Values of options, read strictly: what is wrong is refused with the choices there are."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from visitplanner.cli.parser import LANGUAGES
from visitplanner.cli.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visitplanner.domain.text import Language


def choice(option: str, value: str, choices: Sequence[str], later: Sequence[str] = ()) -> str:
    """The value if it is one of the choices."""
    if value in choices:
        return value
    offered = ", ".join(choices)
    if value in later:
        raise Refusal(f"{option} {value}: this version cannot do that yet; choose {offered}.")
    raise Refusal(f"{option} {value}: there is no such value; choose {offered}.")


def day(option: str, value: str | None) -> date:
    """The day written YYYY-MM-DD, or today."""
    if value is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refusal(f"{option} {value}: this is no day; write it as 2025-12-23.") from None


def now() -> datetime:
    """This moment, as records keep it."""
    return datetime.now(UTC).replace(microsecond=0)


def language(value: str | None) -> Language:
    """The language asked for, else the system's, else English."""
    if value is None:
        system = next(
            (v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), ""
        )
        return "ru" if system.startswith("ru") else "be" if system.startswith("be") else "en"
    choice("--language", value, LANGUAGES, ("ru+be", "ru+en"))
    return "ru" if value == "ru" else "be" if value == "be" else "en"


def codes(option: str, value: str | None, known: Sequence[str]) -> frozenset[str] | None:
    """Rule codes separated by commas; None when the option was not given."""
    if value is None:
        return None
    asked = [code.strip().upper() for code in value.split(",") if code.strip()]
    for code in asked:
        if code not in known:
            raise Refusal(
                f"{option} {code}: there is no such rule; visitplanner rules lists them all."
            )
    if not asked:
        raise Refusal(f"{option}: name at least one rule, such as T01.")
    return frozenset(asked)
