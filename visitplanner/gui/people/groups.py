# SPDX-License-Identifier: MIT
"""The tables of groups of people, and of all posts; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import roll
from visitplanner.domain.edits import combined, put
from visitplanner.domain.patch import EditRefusedError, Patch, apply
from visitplanner.domain.people import Group, Post
from visitplanner.domain.text import NO_TEXT, message
from visitplanner.domain.visit import post_on
from visitplanner.gui.editors import usual
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.gui.people.columns import ACTING, READS, SIDES, party_names, people_names
from visitplanner.gui.people.naming import written_in
from visitplanner.imports.levels import guessed_level
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading


_DATA: Final = message("Change the data")

# Groups.


def _add_group(visit: Visit, _below: str) -> tuple[Patch, str]:
    group = Group(id=roll.fresh_id(visit, "groups", "group"), name=NO_TEXT)
    return roll.add_group(visit, group), group.id


def groups_listing() -> Listing:
    """People named together, such as the press."""
    return Listing(
        title=N_("Groups"),
        rows=lambda visit: tuple(visit.groups),
        reads=READS,
        add=_add_group,
        remove=lambda visit, keys: roll.forget(visit, "groups", keys),
        hint=N_("Type a name here to add a group."),
        columns=(
            usual.text("groups", "name", N_("Group"), weight=24, clears=True),
            usual.choice("groups", "side", N_("Side"), SIDES, least=N_("guests")),
            usual.several("groups", "members", N_("Members"), people_names, weight=50),
            usual.number(
                "groups",
                "headcount",
                N_("Headcount"),
                full_title=N_("How many people, unnamed ones included"),
                none=0,
            ),
        ),
    )


# Posts.


def _add_post(visit: Visit, below: str) -> tuple[Patch, str]:
    person = visit.posts[below].person if below in visit.posts else next(iter(visit.people), None)
    if person is None:
        raise EditRefusedError(message("First add a person."))
    post = Post(id=roll.fresh_id(visit, "posts", "post"), person=person, title=NO_TEXT)
    return put(visit, message("Add a post"), "posts", post), post.id


def _write_title(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    post = visit.posts[key]
    fresh = roll.titled(post, written_in(typed, reading.language), typed)
    if not post.title:
        fresh = replace(fresh, level=guessed_level(typed))
    return put(visit, message("Change the data of a post"), "posts", fresh)


def _write_holder(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
    """A post goes to another holder; memberships that named it name another post of their own."""
    who = usual.meant(people_names(reading), typed)
    post = visit.posts[key]
    patch = put(visit, _DATA, "posts", replace(post, person=who))
    here = apply(visit, patch)
    entries = [
        replace(m, post=post_on(here, m.person, here.about.starts))
        for m in here.memberships.values()
        if m.post == key and m.person != who
    ]
    return combined(_DATA, patch, put(here, _DATA, "memberships", *entries))


def posts_listing() -> Listing:
    """All posts, from when to when each is held."""
    return Listing(
        title=N_("Posts"),
        rows=lambda visit: tuple(visit.posts),
        reads=READS,
        add=_add_post,
        remove=lambda visit, keys: roll.forget(visit, "posts", keys),
        hint=N_("Type a post here to add it."),
        columns=(
            Column(
                "title",
                N_("Post"),
                lambda reading, key: reading.visit.posts[key].title.best(reading.language),
                _write_title,
                weight=34,
            ),
            usual.text("posts", "short", N_("In short"), weight=18, clears=True),
            Column(
                "person",
                N_("Held by"),
                lambda reading, key: usual.written(
                    people_names(reading), reading.visit.posts[key].person
                ),
                _write_holder,
                offers=people_names,
                weight=14,
            ),
            usual.choice("posts", "acting", N_("Office"), ACTING, weight=10),
            usual.number("posts", "level", N_("Level"), least=1, most=9),
            usual.reference("posts", "party", N_("Of whom"), party_names, weight=14),
            usual.day("posts", "valid_from", N_("Held since")),
            usual.day("posts", "valid_to", N_("Held until"), full_title=N_("Last day in office")),
        ),
    )
