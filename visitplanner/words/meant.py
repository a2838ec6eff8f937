# SPDX-License-Identifier: MIT
"""Who or what is meant by a typed name: any language, ё = е, the beginnings of any words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD: Final = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """The text as names are compared: small letters, ё as е, single spaces."""
    return " ".join(text.casefold().replace("ё", "е").split())


@dataclass(frozen=True)
class Candidate:
    """Something that can be named: an id, how it is written, a note, and its other names."""

    id: str
    text: str
    note: str = ""
    names: tuple[str, ...] = ()

    @cached_property
    def keys(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every name it may be typed by, folded, with its words."""
        names = dict.fromkeys(folded(name) for name in (self.text, *self.names) if name)
        return tuple((name, tuple(_WORD.findall(name))) for name in names)


class Candidates:
    """All that may be meant in one place."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.all: Final = tuple(candidates)
        self._by_text: Final = {folded(candidate.text): candidate for candidate in self.all}
        self._by_id: Final = {candidate.id: candidate.text for candidate in self.all}

    def matching(self, typed: str) -> tuple[Candidate, ...]:
        """Those that fit what was typed, the best first; all when nothing was."""
        if not typed.strip():
            return self.all
        ranked = sorted(self._ranked(typed), key=lambda found: found[0])
        return tuple(candidate for _, candidate in ranked)

    def meant(self, typed: str) -> tuple[Candidate, ...]:
        """The one that is meant; several when it could be any of them; none when nobody is."""
        exact = self._by_text.get(folded(typed))
        if exact is not None:
            return (exact,)
        found = list(self._ranked(typed)) if typed.strip() else []
        best = min((rank for rank, _ in found), default=0)
        return tuple(candidate for rank, candidate in found if rank == best)

    def named(self, typed: str) -> Candidate | None:
        """The one written exactly so."""
        return self._by_text.get(folded(typed))

    def by_id(self, key: str) -> str:
        """How the one with an id is written; empty when there is none."""
        return self._by_id.get(key, "")

    def _ranked(self, typed: str) -> Iterator[tuple[int, Candidate]]:
        whole = folded(typed)
        words = tuple(_WORD.findall(whole))
        for candidate in self.all:
            ranks = (_rank(whole, words, name, parts) for name, parts in candidate.keys)
            best = min((rank for rank in ranks if rank is not None), default=None)
            if best is not None:
                yield best, candidate


def _rank(whole: str, words: tuple[str, ...], name: str, parts: tuple[str, ...]) -> int | None:
    """0 the very name, 1 whole words, 2 its beginning, 3 beginnings of words; None: does not fit.

    Every typed word takes a word of the name for itself.
    """
    if whole == name:
        return 0
    if not words:
        return None
    left = list(parts)
    exact = True
    for word in sorted(words, key=len, reverse=True):
        found = word if word in left else next((p for p in left if p.startswith(word)), None)
        if found is None:
            return None
        exact = exact and found == word
        left.remove(found)
    if exact:
        return 1
    return 2 if name.startswith(whole) else 3
