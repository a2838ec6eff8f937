# SPDX-License-Identifier: MIT
"""The free texts of a visit that name somebody, as they are to be for another; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from visitplanner.domain import roll
from visitplanner.domain.replacing import Newcomer, Passage, passages
from visitplanner.words.mentions import Spoken
from visitplanner.words.rewriting import Rewriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from visitplanner.domain.people import Post
    from visitplanner.domain.text import Text
    from visitplanner.domain.visit import Visit
    from visitplanner.words.rewriting import Change

_PLACES = ("venues", "rooms", "parties", "tracks")


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text as it is to be, what is changed in it, and whether nothing is doubtful."""

    passages: tuple[Passage, ...]
    """The text itself first, and what goes with it."""
    changes: tuple[Change, ...]
    sure: bool


def spoken_of(visit: Visit, who: str | Newcomer) -> Spoken:
    """Somebody with his posts, the one he is named by first."""
    if isinstance(who, Newcomer):
        return Spoken(who.person, (who.post,) if who.post is not None else ())
    own = roll.own_post(visit, who)
    posts = [post for post in visit.posts.values() if post.person == who and post != own]
    first = (own,) if own is not None else ()
    others = tuple(p for p in visit.people.values() if p.id != who)
    return Spoken(visit.people[who], (*first, *posts), others, tuple(_named_places(visit)))


def _named_places(visit: Visit) -> Iterator[str]:
    """Names of places and bodies: «Сквер памяти Героев»."""
    for collection in _PLACES:
        for entity in visit.collection(collection).values():
            name: Text = getattr(entity, "name")  # noqa: B009 -- all four have one
            yield from (name.ru, name.be, name.en)


def found_texts(
    visit: Visit, old: str, new: Spoken, since: str | None, today: date
) -> tuple[FoundText, ...]:
    """Every text that names `old`, rewritten for `new`."""
    spoken = spoken_of(visit, old)
    rewriter = Rewriter(spoken, new)
    found = []
    for passage in passages(visit, since, today):
        rewriting = rewriter.rewriting(passage.text)
        if rewriting is None:
            continue
        fresh = replace(passage, text=rewriting.text)
        also = _approval(visit, passage, spoken.posts, new.posts)
        found.append(FoundText((fresh, *also), rewriting.changes, rewriting.sure))
    return tuple(found)


def _approval(
    visit: Visit, passage: Passage, old: tuple[Post, ...], new: tuple[Post, ...]
) -> Iterator[Passage]:
    """The post in the block of approval stands in a field of its own beside the name."""
    if passage.path != ("approved_by_name",) or not old or not new:
        return
    post = visit.about.approved_by_post
    if post.ru and post.ru == old[0].title.ru and new[0].title:
        yield replace(passage, path=("approved_by_post",), text=new[0].title)
