# SPDX-License-Identifier: MIT
"""Rules on documents to sign: who signs, and the alternat of the originals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Case, message
from visitplanner.rules import mention
from visitplanner.rules.rule import Found, Missing, Place, Rule, RuleText, Scope, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from visitplanner.domain.papers import Signatory, SignDocument
    from visitplanner.rules.context import Context


def _items(document: SignDocument) -> tuple[str, ...]:
    return (document.item,) if document.item is not None else ()


def _signatories(context: Context, owner: str) -> Iterator[Found | Missing]:
    document = context.visit.documents[owner]
    item = context.live_item(document.item or "")
    signing = {s.party for s in document.signatories}
    if any(party not in signing for party in document.parties):
        yield Missing("signatory", Place("documents", owner, "signatories"))
    present = context.attendance(item) if item is not None else None
    day = document.signed_on or context.visit.about.starts
    if item is not None and item.start is not None:
        day = item.start.date
    for signatory in document.signatories:
        person = signatory.person
        places = (Place("documents", owner, "signatories"), Place("people", person))
        if present is not None and item is not None and person not in present:
            text = message(
                "{person} signs “{document}” and does not take part in “{item}”",
                person=mention.people((person,)),
                document=mention.one("documents", owner),
                item=mention.item(item.id),
            )
            yield Found(text, (item.id,), (person,), places)
        elif not _has_authority(context, signatory, day):
            text = message(
                "{person} signs “{document}” without a post on that day or another authority",
                person=mention.people((person,)),
                document=mention.one("documents", owner),
            )
            yield Found(text, _items(document), (person,), places)


def _has_authority(context: Context, signatory: Signatory, day: date) -> bool:
    if signatory.authority:
        return True
    if signatory.post is None:
        return context.roster.post(signatory.person, day) is not None
    post = context.visit.posts.get(signatory.post)
    return post is not None and post.person == signatory.person and post.held_on(day)


D02: Final = Rule(
    code="D02",
    name="signatory-absent",
    title="Signatory absent or without authority",
    severity=Severity.ERROR,
    family="documents",
    source="custom",
    scope=Scope.DOCUMENT,
    text=RuleText(
        finds="A person who is to sign a document and does not take part in its ceremony, or who "
        "holds no post on that day and has no other authority.",
        why="A signature by a person whose post has ended does not bind his side.",
        example="The chairman’s post ended on 15 January; the ceremony is on 20 January.",
        remedy="Enter the signatory in the ceremony; correct the post, or enter the power of "
        "attorney.",
    ),
    check=_signatories,
    reads=frozenset({"posts"}),
    data={
        "signatory": (
            "A signatory is not named for {n} document",
            "A signatory is not named for {n} documents",
        )
    },
)


def _alternat(context: Context, owner: str) -> Iterator[Found | Missing]:
    document = context.visit.documents[owner]
    if not document.copies:
        yield Missing("copies", Place("documents", owner, "copies"))
        return
    items = _items(document)
    needed = len(document.parties) * len(document.languages)
    if len(document.copies) != needed:
        text = message(
            "“{document}”: {n} original instead of {needed}",
            "“{document}”: {n} originals instead of {needed}",
            document=mention.one("documents", owner),
            n=len(document.copies),
            needed=needed,
        )
        yield Found(text, items, places=(Place("documents", owner, "copies"),))
    unheld = sum(copy.holder is None for copy in document.copies)
    if unheld:
        text = message(
            "“{document}”: nobody keeps {n} original",
            "“{document}”: nobody keeps {n} originals",
            document=mention.one("documents", owner),
            n=unheld,
        )
        yield Found(text, items, places=(Place("documents", owner, "holder"),))
    yield from _shares(document, items)
    yield from _own_copies(document, items)


def _shares(document: SignDocument, items: tuple[str, ...]) -> Iterator[Found]:
    """Parties that keep fewer or more originals than one in each language."""
    held = Counter(copy.holder for copy in document.copies)
    if len(document.copies) != len(document.parties) * len(document.languages) or held[None]:
        return
    for party in sorted(document.parties):
        if held[party] != len(document.languages):
            text = message(
                "“{document}”: {party} keeps {n} original instead of {needed}",
                "“{document}”: {party} keeps {n} originals instead of {needed}",
                document=mention.one("documents", document.id),
                party=mention.parties((party,)),
                n=held[party],
                needed=len(document.languages),
            )
            yield Found(text, items, places=_of_party(document, "copies", party))


def _own_copies(document: SignDocument, items: tuple[str, ...]) -> Iterator[Found]:
    """Parties that are not first in the original they keep themselves."""
    for party in sorted({c.holder for c in document.copies if c.holder is not None}):
        own = [copy for copy in document.copies if copy.holder == party]
        named = all(copy.first_named == party for copy in own)
        signs = all(copy.left_signature == party for copy in own)
        if named and signs:
            continue
        text = message(
            "“{document}”: in its own original {party} is not named first"
            if not named
            else "“{document}”: in its own original {party} does not sign on the left",
            document=mention.one("documents", document.id),
            party=mention.parties((party,), Case.NOM),
        )
        yield Found(text, items, places=_of_party(document, "first_named", party))


def _of_party(document: SignDocument, field: str, party: str) -> tuple[Place, ...]:
    return Place("documents", document.id, field), Place("parties", party)


D03: Final = Rule(
    code="D03",
    name="alternat-broken",
    title="Alternat",
    severity=Severity.ERROR,
    family="documents",
    source="the alternat of treaty practice (custom)",
    scope=Scope.DOCUMENT,
    text=RuleText(
        finds="A document with more or fewer originals than parties (in each language), an "
        "original nobody keeps, or one in which the party that keeps it is not named first and "
        "does not sign on the left.",
        why="The alternat makes the parties equal: each is first in the original it takes home.",
        example="Both originals name the Smolensk region first.",
        remedy="Make the originals anew by the alternat.",
    ),
    check=_alternat,
    data={
        "copies": (
            "The originals are not entered for {n} document",
            "The originals are not entered for {n} documents",
        )
    },
)
