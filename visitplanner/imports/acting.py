# SPDX-License-Identifier: MIT
"""«врио министра …»: the mark and the post in the nominative, which papers decline themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import Acting
from visitplanner.domain.text import Case
from visitplanner.words.declension import decline_post

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = re.compile(
    r"(?P<vrio>врио|временно исполняющ\w+ обязанности)|(?:и\.\s?о\.|исполняющ\w+ обязанности)",
    re.IGNORECASE,
)
# Endings of the genitive and what the nominative may have in their place.
_ENDINGS: Final = (("а", ("",)), ("я", ("ь", "й")), ("ы", ("а",)), ("и", ("а", "я")))


def acting_of(title: str) -> tuple[Acting, str]:
    """Whether a post is only carried out, and its title; what cannot be told stays as written."""
    mark = _MARK.match(title)
    if mark is None:
        return Acting.NONE, title
    post = title[mark.end() :].strip()
    for candidate in _nominatives(post):
        if decline_post(candidate, Case.GEN) == post:
            return Acting.VRIO if mark["vrio"] else Acting.IO, candidate
    return Acting.NONE, title


def _nominatives(post: str) -> Iterator[str]:
    """The post with its first word in what may be its nominative."""
    head, gap, rest = post.partition(" ")
    for ending, plain in _ENDINGS:
        if head.endswith(ending):
            yield from (f"{head.removesuffix(ending)}{fresh}{gap}{rest}" for fresh in plain)
