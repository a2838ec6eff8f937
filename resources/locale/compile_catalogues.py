# SPDX-License-Identifier: MIT
"""Compiles the message catalogues; for make, for the tests, and as hatchling's hook.

Each room keeps its translations in `<language>/parts/<room>.po`; all parts of a language go into
one `<language>/LC_MESSAGES/visitplanner.mo`. What two rooms both say, they say alike.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCALE = Path(__file__).parent
# The same sources give the same bytes, whenever they are compiled.
_ALWAYS = datetime(2020, 2, 2, tzinfo=UTC)


class CatalogueError(ValueError):
    """A catalogue that must not be shipped: places and faults, one a line."""


def languages(locale: Path = LOCALE) -> list[str]:
    """The languages that have a catalogue."""
    return sorted({path.parts[-3] for path in locale.glob("*/parts/*.po")})


def parts(language: str, locale: Path = LOCALE) -> Iterator[tuple[Path, Catalog]]:
    """The catalogues of the rooms in a fixed order."""
    for path in sorted(locale.glob(f"{language}/parts/*.po")):
        with path.open("rb") as stream:
            yield path, read_po(stream, locale=language, abort_invalid=True)


def faults(language: str, locale: Path = LOCALE) -> list[str]:
    """Wrong placeholders or plural forms, and messages two rooms translate differently."""
    found = []
    said: dict[tuple[str, str | None], tuple[object, Path]] = {}
    for path, catalogue in parts(language, locale):
        for message, errors in catalogue.check():
            found += [f"{path}:{message.lineno}: {error}" for error in errors]
        for message in filter(_is_said, catalogue):
            singular = message.id if isinstance(message.id, str) else message.id[0]
            here = (message.string, path)
            other, where = said.setdefault((singular, message.context), here)
            if other != message.string:
                found.append(f"{path}:{message.lineno}: {where.name} says it otherwise: {other}")
    return found


def _is_said(message: Message) -> bool:
    """Whether it is a translation: not the header, not empty, not fuzzy."""
    forms = (message.string,) if isinstance(message.string, str) else message.string or ("",)
    return bool(message.id and all(forms) and not message.fuzzy)


def merged(language: str, locale: Path = LOCALE) -> Catalog:
    """All parts of a language as one catalogue; the first translation of a message wins."""
    whole = Catalog(
        locale=language,
        project="visitplanner",
        charset="utf-8",
        fuzzy=False,
        creation_date=_ALWAYS,
        revision_date=_ALWAYS,
    )
    for _path, catalogue in parts(language, locale):
        for message in filter(_is_said, catalogue):
            if whole.get(message.id, message.context) is None:
                whole.add(message.id, message.string, context=message.context)
    return whole


def compile_language(language: str, locale: Path = LOCALE) -> Path:
    """Write the compiled catalogue of a language, whole or not at all."""
    target = locale / language / "LC_MESSAGES" / "visitplanner.mo"
    target.parent.mkdir(exist_ok=True)
    partial = target.with_name(f"visitplanner.mo.{os.getpid()}.partial")
    with partial.open("wb") as stream:
        write_mo(stream, merged(language, locale))
    partial.replace(target)
    return target


def compile_all(locale: Path = LOCALE) -> list[Path]:
    """Compile every language; CatalogueError when one may not be shipped."""
    if found := [fault for language in languages(locale) for fault in faults(language, locale)]:
        raise CatalogueError("\n".join(found))
    return [compile_language(language, locale) for language in languages(locale)]


class CatalogueHook(BuildHookInterface[BuilderConfig]):
    """Runs before a wheel or an editable install is put together."""

    PLUGIN_NAME = "catalogues"

    @override
    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Compile into the source tree; only a wheel carries resources/ with it."""
        compile_all()
        if version != "editable":
            build_data["force_include"]["resources"] = "visitplanner/resources"


if __name__ == "__main__":
    try:
        compile_all()
    except CatalogueError as error:
        sys.exit(str(error))
