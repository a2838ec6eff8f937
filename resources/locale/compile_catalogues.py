# SPDX-License-Identifier: MIT
"""Compiles every message catalogue (.po) beside this file; for make, and as hatchling's hook."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from typing_extensions import override

LOCALE = Path(__file__).parent


def compile_catalogue(source: Path) -> Path:
    """Write the .mo beside one .po; refuse a catalogue whose placeholders do not match."""
    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=source.parts[-3], abort_invalid=True)
    faults = [
        f"{source}:{message.lineno}: {fault}"
        for message, found in catalogue.check()
        for fault in found
    ]
    if faults:
        raise ValueError("\n".join(faults))
    target = source.with_suffix(".mo")
    partial = target.with_suffix(".mo.partial")
    with partial.open("wb") as stream:
        write_mo(stream, catalogue)
    partial.replace(target)
    return target


def compile_all(locale: Path) -> list[Path]:
    """Compile every catalogue under a folder, in a fixed order."""
    return [compile_catalogue(path) for path in sorted(locale.glob("*/LC_MESSAGES/*.po"))]


class CatalogueHook(BuildHookInterface[BuilderConfig]):
    """Runs before a wheel or an editable install is put together."""

    PLUGIN_NAME = "catalogues"

    @override
    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Compile into the source tree; only a wheel carries resources/ with it."""
        compile_all(LOCALE)
        if version != "editable":
            build_data["force_include"]["resources"] = "visitplanner/resources"


if __name__ == "__main__":
    for catalogue in map(Path, sys.argv[1:]):
        compile_catalogue(catalogue)
