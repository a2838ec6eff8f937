# SPDX-License-Identifier: MIT
"""Text that no file format can stumble over: no control characters, no broken letters."""

from __future__ import annotations

import re
from typing import Final

# What some reader or other takes for the end of a line (str.splitlines, Unicode 5.8).
_BREAKS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_BROKEN: Final = re.compile("[\ud800-\udfff]")
_SPACES: Final = re.compile("[\t\n ]+")


def plain(text: str) -> str:
    """The text with line feeds as its only control characters."""
    if text.isprintable():  # nothing to mend in nearly every text
        return text
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return _BROKEN.sub("\N{REPLACEMENT CHARACTER}", _FORBIDDEN.sub("", text))


def one_line(text: str) -> str:
    """The text on one line, single spaces between words; no-break spaces stay."""
    return _SPACES.sub(" ", plain(text)).strip(" ")
