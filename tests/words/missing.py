# SPDX-License-Identifier: MIT
"""Lists what still has no translation, as .po entries: `python -m tests.words.missing [room]`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from resources.locale.compile_catalogues import merged
from tests.words.extraction import Marked, marked

if TYPE_CHECKING:
    from collections.abc import Iterator


def missing(language: str = "ru", room: str = "") -> Iterator[Marked]:
    """Messages of the source, each once, that a language does not say yet."""
    catalogue = merged(language)
    seen = set()
    for found in marked():
        if found.msgid in seen or (room and found.room != room):
            continue
        seen.add(found.msgid)
        known = catalogue.get(found.msgid)
        if known is None or bool(found.plural) != bool(known.pluralizable):
            yield found


def entry(found: Marked) -> str:
    """An empty entry for a part of a catalogue."""
    lines = [f"#: {found.place}", f"msgid {_quoted(found.msgid)}"]
    if found.plural:
        lines.append(f"msgid_plural {_quoted(found.plural)}")
        lines += [f'msgstr[{form}] ""' for form in range(3)]
    else:
        lines.append('msgstr ""')
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    for gap in missing(room=sys.argv[1] if len(sys.argv) > 1 else ""):
        sys.stdout.write(entry(gap) + "\n")
