# SPDX-License-Identifier: MIT
"""Every text of a visit, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.domain.text import LANGUAGES, Text, Value
from visitplanner.domain.visit import COLLECTIONS
from visitplanner.words import cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visitplanner.domain.visit import Visit

# Plain strings that are words of people, not keys of the program.
_WRITTEN: Final = frozenset(
    {
        *("phone", "email", "diet", "mobility", "clothes_size", "notes", "plate", "badge_number"),
        *("hotel_room", "contact_note", "paper", "owner", "reason", "author", "evidence"),
        *("ribbon_approved_by", "number", "equipment", "materials", "approved_by_name", "unit"),
    }
)


class Found(NamedTuple):
    """One string of the visit: whose it is, and in which field of it."""

    collection: str
    id: str
    field: str
    string: str


def texts_of(visit: Visit) -> Iterator[Found]:
    """All that can be read in a visit, the programme first; each string of an entity once."""
    order = ("items", *(name for name in COLLECTIONS if name != "items"))
    yield from (Found("about", "", *found) for found in _strings("about", visit.about))
    for collection in order:
        for key, entity in visit.collection(collection).items():
            seen: set[str] = set()
            for field, string in (*_names(visit, collection, key), *_strings("", entity)):
                if string not in seen:
                    seen.add(string)
                    yield Found(collection, key, field, string)


def _names(visit: Visit, collection: str, key: str) -> Iterator[tuple[str, str]]:
    """A person's name whole, as it is looked for; its parts are in it."""
    if collection == "people":
        for language in LANGUAGES:
            person = visit.people[key]
            if cases.name_is_known(person):
                yield "name", cases.person_name(person, language)


def _strings(field: str, value: object) -> Iterator[tuple[str, str]]:
    """The strings in a value, by the name of the field of the entity they are in."""
    if isinstance(value, Text):
        yield from ((field, own) for language in LANGUAGES if (own := value.own(language)))
    elif isinstance(value, Value):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if isinstance(inner, str) and name not in _WRITTEN:
                continue
            top = field if field and field != "about" else name
            yield from _strings(top, inner)
    elif isinstance(value, str) and value:
        yield field, value
    elif isinstance(value, tuple):
        for entry in value:
            if not isinstance(entry, str) or field in _WRITTEN:
                yield from _strings(field, entry)
    elif isinstance(value, Mapping):
        return
