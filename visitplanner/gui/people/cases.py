# SPDX-License-Identifier: MIT
"""The six cases of one person's name and post as a table: proposed, corrected by hand; no Qt.

A row is a case. What was typed by hand is drawn strong and wins everywhere; an emptied cell goes
back to what is proposed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from visitplanner.domain import roll
from visitplanner.domain.edits import put
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.people import Acting
from visitplanner.domain.text import NO_FORMS, Case, message
from visitplanner.gui.editors.column import Column, Listing
from visitplanner.words import cases
from visitplanner.words.catalogue import N_
from visitplanner.words.names import name_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.people import Post
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading

CASES: Final[Mapping[Case, str]] = {
    Case.NOM: N_("who"),
    Case.GEN: N_("of whom"),
    Case.DAT: N_("to whom"),
    Case.ACC: N_("whom"),
    Case.INS: N_("by whom"),
    Case.PREP: N_("about whom"),
}
_PARTS: Final = (
    ("surname", N_("Surname"), 0),
    ("given", N_("Given name"), 1),
    ("patronymic", N_("Patronymic"), 2),
)
_WIDEST: Final = ("Мицкевичем", "Александром", "Анатольевичем")


def cases_listing(person: str) -> Listing:
    """The cases of a person; no rows for nobody."""
    return Listing(
        title=N_("Cases of name and post"),
        rows=lambda visit: tuple(case.value for case in CASES) if person in visit.people else (),
        reads=frozenset({"people", "posts", "memberships", "about"}),
        mark=lambda reading, row: "edit" if _by_hand(reading, person, row) else "",
        mark_tip=lambda reading, row: (
            reading.say(_BY_HAND) if _by_hand(reading, person, row) else ""
        ),
        columns=(
            Column(
                "case",
                N_("Case"),
                lambda reading, row: reading.say(CASES[Case(row)]),
                muted=True,
                least=N_("about whom"),
            ),
            *(_part(person, field, title, place) for field, title, place in _PARTS),
            _post_column(person),
        ),
    )


_BY_HAND: Final = N_("Corrected by hand")


def _part(person: str, field: str, title: str, place: int) -> Column:
    def read(reading: Reading, row: str) -> str:
        found = reading.visit.people.get(person)
        return name_parts(found, "ru", Case(row))[place] if found is not None else ""

    def marked(reading: Reading, row: str) -> bool:
        found = reading.visit.people.get(person)
        return found is not None and bool(getattr(found.forms, field).own(Case(row)))

    def write(_reading: Reading, visit: Visit, row: str, typed: str) -> Patch:
        found = roll.person_of(visit, person)
        if row == Case.NOM.value:
            return roll.change_person(visit, roll.renamed(found, field, "ru", typed))
        if not getattr(found, field).ru:
            raise EditRefusedError(message("First enter the name in Russian."))
        forms = replace(getattr(found.forms, field), **{row: typed})
        bare = replace(found, forms=replace(found.forms, **{field: replace(forms, **{row: ""})}))
        if typed == name_parts(bare, "ru", Case(row))[place]:
            return roll.change_person(visit, bare)  # as proposed: nothing to keep
        return roll.change_person(
            visit, replace(found, forms=replace(found.forms, **{field: forms}))
        )

    return Column(
        field, title, read, write, marked=marked, clears=True, weight=16, least=_WIDEST[place]
    )


def _post_column(person: str) -> Column:
    def read(reading: Reading, row: str) -> str:
        post = roll.own_post(reading.visit, person)
        return cases.post_title(post, "ru", Case(row)) if post is not None else ""

    def marked(reading: Reading, row: str) -> bool:
        post = roll.own_post(reading.visit, person)
        return post is not None and bool(post.forms.own(_declined(post, Case(row))))

    def write(_reading: Reading, visit: Visit, row: str, typed: str) -> Patch:
        post = roll.own_post(visit, person)
        if post is None:
            raise EditRefusedError(message("First enter the post."))
        return put(visit, message("Change the data of a post"), "posts", _formed(post, row, typed))

    return Column(
        "post",
        N_("Post"),
        read,
        write,
        marked=marked,
        clears=True,
        weight=52,
        least="председателем",
    )


def _declined(post: Post, case: Case) -> Case:
    """After «и. о.» the post is in the genitive, whatever the case of the whole."""
    return case if post.acting is Acting.NONE else Case.GEN


def _formed(post: Post, row: str, typed: str) -> Post:
    case = Case(row)
    if case is Case.NOM and post.acting is Acting.NONE:
        return roll.titled(post, "ru", typed)
    declined = _declined(post, case)
    bare = replace(post, forms=replace(post.forms, **{declined.value: ""}))
    if post.acting is not Acting.NONE:
        mark = cases.post_title(bare, "ru").partition(" ")[0]
        plain = cases.post_title(replace(bare, acting=Acting.NONE), "ru", Case.GEN)
        prefix = cases.post_title(bare, "ru").removesuffix(plain)
        typed = typed.removeprefix(prefix or mark).strip()
    if not typed or typed == cases.post_title(replace(bare, acting=Acting.NONE), "ru", declined):
        return bare
    return replace(bare, forms=replace(bare.forms, **{declined.value: typed}))


def _by_hand(reading: Reading, person: str, row: str) -> bool:
    found = reading.visit.people.get(person)
    case = Case(row)
    if found is not None and any(getattr(found.forms, field).own(case) for field, _, _ in _PARTS):
        return True
    post = roll.own_post(reading.visit, person)
    if post is None or post.forms == NO_FORMS:
        return False
    return bool(post.forms.own(_declined(post, case)))
