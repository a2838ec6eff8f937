# SPDX-License-Identifier: MIT
"""What a thing of the visit is called inside a sentence: names, quoted titles, else its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.text import Case, Entity, Language, Text
from visitplanner.domain.visit import COLLECTIONS, post_on
from visitplanner.words import cases, dates
from visitplanner.words.catalogue import N_, translator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from visitplanner.domain.visit import Visit

AND: Final[Mapping[Language, str]] = {"ru": "и", "be": "і", "en": "and"}
_MARKS: Final[Mapping[Language, tuple[str, str, str, str]]] = {
    "ru": ("«", "»", "„", "“"),
    "be": ("«", "»", "„", "“"),
    "en": ("“", "”", "‘", "’"),
}
_TITLED: Final = {"items": "title", "tasks": "title", "documents": "title", "measures": "title"}
_NAMED: Final = {
    "tracks": "name",
    "vehicles": "name",
    "resources": "name",
    "days": "name",
    "gifts": "what",
    "instructions": "text",
}
_OF_ITEM: Final = frozenset(
    {"agendas", "movements", "seatings", "flags", "bookings", "shifts", "sites"}
)


def quoted(text: str, language: Language, *, outer: bool = True) -> str:
    """A title in quotation marks; those it contains become inner ones."""
    opening, closing, inner_opening, inner_closing = _MARKS[language]
    if opening in text and _MARKS["ru"][2] in text and language == "en":
        return f"{opening}{text}{closing}" if outer else text  # Russian marks: “ closes there
    inner = text.replace(opening, inner_opening).replace(closing, inner_closing)
    return f"{opening}{inner}{closing}" if outer else inner


def named(  # noqa: PLR0913 -- the place in a sentence is three facts
    visit: Visit | None,
    collection: str,
    key: str,
    language: Language,
    case: Case = Case.NOM,
    *,
    inside: bool = False,
) -> str:
    """The name of one thing; an id when it is gone or has no name."""
    if visit is None or collection not in COLLECTIONS:
        return key
    entity = visit.collection(collection).get(key)
    if entity is None:
        return key
    if collection in _TITLED:
        title = _text(entity, _TITLED[collection], language)
        return quoted(title, language, outer=not inside) if title else key
    if collection in _NAMED:
        return _text(entity, _NAMED[collection], language) or key
    if collection in _OF_ITEM:
        return named(visit, "items", str(getattr(entity, "item", key)), language, inside=inside)
    special = _SPECIAL.get(collection)
    return (special(visit, key, language, case) if special else "") or key


def _text(entity: Entity, field: str, language: Language) -> str:
    text: Text = getattr(entity, field)
    return " ".join(text.best(language).split())


def _party(visit: Visit, key: str, language: Language, case: Case) -> str:
    return cases.party_name(visit.parties[key], language, case)


def _person(visit: Visit, key: str, language: Language, case: Case) -> str:
    person = visit.people[key]
    if not cases.name_is_known(person):
        return cases.head_to_follow(visit, key, language, case) or _by_post(
            visit, key, language, case
        )
    return cases.person_name(person, language, case, "initials-first")


def _by_post(visit: Visit, person: str, language: Language, case: Case) -> str:
    """«начальник отдела»: somebody without a name; the first of his posts, else what he is."""
    post = post_on(visit, person, visit.about.starts)
    title = cases.post_title(visit.posts[post], language, case) if post else ""
    return title or translator(language).gettext(N_("unnamed participant"))


def _post(visit: Visit, key: str, language: Language, case: Case) -> str:
    return cases.post_title(visit.posts[key], language, case)


def _delegation(visit: Visit, key: str, language: Language, case: Case) -> str:
    return cases.delegation_name(visit, visit.delegations[key], language, case)


def _membership(visit: Visit, key: str, language: Language, case: Case) -> str:
    return named(visit, "people", visit.memberships[key].person, language, case)


def _group(visit: Visit, key: str, language: Language, case: Case) -> str:
    return cases.group_name(visit.groups[key], language, case)


def _venue(visit: Visit, key: str, language: Language, case: Case) -> str:
    return cases.venue_name(visit.venues[key], language, case)


def _room(visit: Visit, key: str, language: Language, case: Case) -> str:
    return cases.room_name(visit.rooms[key], language, case)


def _leg(visit: Visit, key: str, language: Language, _case: Case) -> str:
    leg = visit.legs[key]
    ends = (named(visit, "venues", end, language) for end in (leg.origin, leg.destination))
    return f" {dates.EN_DASH} ".join(ends)


def _calendar(visit: Visit, key: str, _language: Language, _case: Case) -> str:
    calendar = visit.calendars[key]
    return f"{calendar.country} {calendar.year}"


def _waiver(visit: Visit, key: str, _language: Language, _case: Case) -> str:
    return visit.waivers[key].code


_SPECIAL: Final[Mapping[str, Callable[[Visit, str, Language, Case], str]]] = {
    "parties": _party,
    "people": _person,
    "posts": _post,
    "delegations": _delegation,
    "memberships": _membership,
    "groups": _group,
    "venues": _venue,
    "rooms": _room,
    "legs": _leg,
    "calendars": _calendar,
    "waivers": _waiver,
}
