# SPDX-License-Identifier: MIT
"""Names of people, posts, bodies and places in the six Russian cases; forms set by hand win."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from visitplanner.domain.people import Acting, Delegation, Group, Party, Post
from visitplanner.domain.text import Case, Forms, Language, Text
from visitplanner.words.declension import (
    decline_body,
    decline_post,
    is_generic_place,
    is_surface,
    place_head,
)
from visitplanner.words.names import (
    NAME_TO_FOLLOW,
    NBSP,
    NameStyle,
    name_is_known,
    person_name,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visitplanner.domain.venues import Room, Venue
    from visitplanner.domain.visit import Visit

__all__ = [
    "NAME_TO_FOLLOW",
    "NBSP",
    "NameStyle",
    "delegation_name",
    "group_name",
    "head_to_follow",
    "is_common_name",
    "name_is_known",
    "party_name",
    "party_of",
    "person_name",
    "place_phrase",
    "post_title",
    "room_name",
    "venue_name",
]

_ACTING: Final[Mapping[Language, Mapping[Acting, str]]] = {
    "ru": {Acting.VRIO: "врио", Acting.IO: "и. о."},
    "be": {Acting.VRIO: "в. а.", Acting.IO: "в. а."},
    "en": {Acting.VRIO: "Acting", Acting.IO: "Acting"},
}
_DELEGATION: Final[Mapping[Case, str]] = {
    Case.NOM: "делегация",
    Case.GEN: "делегации",
    Case.DAT: "делегации",
    Case.ACC: "делегацию",
    Case.INS: "делегацией",
    Case.PREP: "делегации",
}
_HEAD: Final[Mapping[Case, str]] = {
    Case.NOM: "глава",
    Case.GEN: "главы",
    Case.DAT: "главе",
    Case.ACC: "главу",
    Case.INS: "главой",
    Case.PREP: "главе",
}
# Names templates give to parties until somebody says who they are.
_COMMON: Final = frozenset({"гости", "сторона", "хозяева"})
# «во Дворце», «во Владимире»: before two consonants of which the first is в or ф.
_VO: Final = re.compile(r"([вф][бвгджзклмнпрстфхцчшщ]|двор)", re.IGNORECASE)


def post_title(
    post: Post, language: Language, case: Case = Case.NOM, *, short: bool = False
) -> str:
    """The post as its own side writes it, with «и. о.» or «врио»; only the head noun declines."""
    text = post.short if short and post.short else post.title
    forms = Forms() if short and post.short else post.forms
    if language != "ru" and text.own(language):
        return _acting(post, language, text.own(language))
    own = text.best("ru" if language == "be" else language)
    if not text.own("ru") or language == "en":
        return _acting(post, language, own)
    if post.acting is Acting.NONE:
        return forms.own(case) or decline_post(own, case)
    # After «и. о.» the post is in the genitive whatever the case of the whole.
    return _acting(post, "ru", forms.gen or decline_post(own, Case.GEN))


def _acting(post: Post, language: Language, title: str) -> str:
    mark = _ACTING[language].get(post.acting, "")
    return f"{mark} {title}" if mark and title else title


def party_name(
    party: Party, language: Language, case: Case = Case.NOM, *, short: bool = False
) -> str:
    """The name of a region, city or organisation."""
    if short and party.short:
        return _body(party.short, Forms(), language, case)
    return _body(party.name, party.forms, language, case)


def is_common_name(party: Party) -> bool:
    """Whether a party goes by a common noun still, such as «Гости» of a template."""
    return party.name.ru.rpartition(" ")[2].lower() in _COMMON


def party_of(party: Party) -> str:
    """Whose it is, in Russian: «Витебской области», «гостей»."""
    name = party_name(party, "ru", Case.GEN)
    return name[:1].lower() + name[1:] if is_common_name(party) else name


def venue_name(venue: Venue, language: Language, case: Case = Case.NOM) -> str:
    """The name of a place."""
    return _body(venue.name, venue.forms, language, case)


def room_name(room: Room, language: Language, case: Case = Case.NOM) -> str:
    """The name of a room."""
    return _body(room.name, room.forms, language, case)


def head_to_follow(visit: Visit, person: str, language: Language, case: Case = Case.NOM) -> str:
    """«глава делегации Витебской области»: who leads a side while his name is to follow.

    Empty for anybody else.
    """
    if person not in visit.people or name_is_known(visit.people[person]) or language == "be":
        return ""
    led = next((d for d in visit.delegations.values() if d.head == person), None)
    party = visit.parties.get(led.party) if led is not None else None
    if party is None:
        return ""
    if language == "en":
        return f"head of the delegation of {party_name(party, 'en')}"
    return f"{_HEAD[case]} делегации {party_of(party)}"


def group_name(group: Group, language: Language, case: Case = Case.NOM) -> str:
    """The name of a group: «члены делегаций», «пресса»."""
    return _body(group.name, group.forms, language, case)


def delegation_name(
    visit: Visit, delegation: Delegation, language: Language, case: Case = Case.NOM
) -> str:
    """The delegation's own name, else «делегация Смоленской области»."""
    if delegation.name:
        return _body(delegation.name, Forms(), language, case)
    party = visit.parties.get(delegation.party)
    if party is None:
        return delegation.id
    if language == "en":
        return f"delegation of {party_name(party, 'en')}"
    if language == "be" and party.name.be:
        return f"дэлегацыя: {party.name.be}"
    return f"{_DELEGATION[case]} {party_of(party)}"


def _body(text: Text, forms: Forms, language: Language, case: Case) -> str:
    if language == "en" or not text.ru or (language == "be" and text.be):
        return text.best(language)
    return forms.own(case) or decline_body(text.ru, case)


def place_phrase(venue: Venue, language: Language) -> str:
    """Where something is, inside a sentence: «в сквере памяти Героев».

    A name nobody can decline stands in the nominative after a dash.
    """
    name = venue.name.best(language)
    if language == "en" or not venue.name.ru or (language == "be" and venue.name.be):
        return f"{'at' if language == 'en' and venue.name.en else '–'} {name}" if name else ""
    preposition = venue.preposition or "в"
    if by_hand := venue.forms.prep:
        return f"{_full(preposition, by_hand)} {by_hand}"
    head = place_head(venue.name.ru)
    if head is None:
        return f"– {venue.name.ru}"
    declined = decline_body(venue.name.ru, Case.PREP)
    if is_generic_place(head) and venue.name.ru.split(" ")[0].lower() == head:
        declined = declined[0].lower() + declined[1:]
    if is_surface(head):
        preposition = "на"
    return f"{_full(preposition, declined)} {declined}"


def _full(preposition: str, following: str) -> str:
    return "во" if preposition == "в" and _VO.match(following) else preposition
