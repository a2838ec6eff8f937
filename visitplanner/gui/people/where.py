# SPDX-License-Identifier: MIT
"""Where a name stands, in words: what a replacement changes, and what stays as it was; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from visitplanner.domain.programme import Part
from visitplanner.domain.replacing import Place, Stay, item_behind
from visitplanner.editions.labels import PART_MARKS
from visitplanner.words import dates
from visitplanner.words.catalogue import N_
from visitplanner.words.references import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visitplanner.domain.replacing import Passage
    from visitplanner.domain.text import Language
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.phrases import Phrases

GROUPS: Final[Mapping[str, str]] = {
    "delegations": N_("Delegation"),
    "items": N_("Programme items"),
    "movements": N_("Vehicles"),
    "seatings": N_("Seating and plates"),
    "agendas": N_("Agenda"),
    "documents": N_("Documents to sign"),
    "measures": N_("Measures and instructions"),
    "tasks": N_("Preparation"),
    "distributions": N_("Who gets papers"),
    "venues": N_("Contacts of places"),
}
_GROUP_OF: Final[Mapping[str, str]] = {
    **{name: name for name in GROUPS},
    **dict.fromkeys(("memberships", "groups", "about"), "delegations"),
    "vehicles": "movements",
    "instructions": "measures",
    **dict.fromkeys(("bookings", "shifts", "sites", "gifts", "resources"), "tasks"),
}
_FIELDS: Final[Mapping[tuple[str, str], str]] = {
    ("items", "participants.*.who"): N_("takes part"),
    ("items", "responsible"): N_("responsible"),
    ("items", "deputy"): N_("deputy of the responsible"),
    ("items", "steps.*.actors.*"): N_("steps"),
    ("items", "steps.*.speaker"): N_("speaks"),
    ("items", "detail.wreaths.*.bearers.*"): N_("bears a wreath"),
    ("items", "detail.on_behalf_of"): N_("on whose behalf"),
    ("items", "detail.toasts.*.speaker"): N_("toast"),
    ("items", "detail.speakers.*"): N_("speaks to the press"),
    ("items", "detail.guide"): N_("guide"),
    ("movements", "in_charge"): N_("in charge of the vehicle"),
    ("movements", "passengers.*.person"): N_("seat"),
    ("vehicles", "driver"): N_("driver"),
    ("seatings", "seats.*.person"): N_("seat and plate"),
    ("memberships", "person"): N_("rank, badge"),
    ("memberships", "counterpart"): N_("counterpart"),
    ("delegations", "head"): N_("head"),
    ("delegations", "substitute"): N_("stands in for the head"),
    ("groups", "members.*"): N_("member of the group"),
    ("agendas", "chair"): N_("chair"),
    ("agendas", "cochair"): N_("co-chair"),
    ("agendas", "secretary"): N_("secretary"),
    ("agendas", "questions.*.speaker"): N_("speaker"),
    ("agendas", "questions.*.cospeakers.*"): N_("co-speaker"),
    ("documents", "signatories.*.person"): N_("signatory, authority"),
    ("measures", "host_executors.*"): N_("executor"),
    ("measures", "guest_executors.*"): N_("executor"),
    ("instructions", "executor"): N_("executor"),
    ("instructions", "coexecutors.*"): N_("co-executor"),
    ("instructions", "controller"): N_("controller"),
    ("bookings", "responsible"): N_("responsible"),
    ("tasks", "owner"): N_("responsible"),
    ("shifts", "person"): N_("interpreter"),
    ("sites", "officer"): N_("safety officer"),
    ("sites", "briefing_by"): N_("gives the briefing"),
    ("gifts", "receiver"): N_("receives the gift"),
    ("gifts", "handed_by"): N_("hands the gift over"),
    ("distributions", "readers.*.reader"): N_("gets the paper"),
    ("venues", "contact"): N_("contact"),
}
STAYS: Final[Mapping[Stay, str]] = {
    Stay.EARLIER: N_("earlier item"),
    Stay.SIGNED: N_("signed: keeps the signatory of its day"),
    Stay.DONE: N_("done"),
    Stay.STANDING: N_("stays in the list: took part before"),
}
TEXTS: Final[Mapping[str, str]] = {
    "title": N_("title"),
    "announcer_text": N_("announcer's text"),
    "action": N_("step"),
    "public_text": N_("text for everybody"),
    "internal_text": N_("notes"),
    "plate_text": N_("plate"),
    "note": N_("note"),
    "approved_by_name": N_("who approves"),
    "ribbon_text": N_("ribbon"),
    "authority": N_("authority"),
    "question": N_("question"),
    "text": N_("text"),
}


_OF_THEIR_OWN: Final = frozenset({"documents", "tasks", "gifts"})
"""What is bound to an item and has a name of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entity where a name stands, and as what."""

    group: str
    name: str
    roles: str
    stays: Stay | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose places they are, and the level of his post; that of the newcomer where it differs."""

    person: str
    level: int | None = None
    newcomer: int | None = None


def lines(
    visit: Visit, places: Iterable[Place], phrases: Phrases, whose: Whose
) -> tuple[Line, ...]:
    """The places entity by entity, in the order of groups and of time."""
    found: dict[tuple[str, str, Stay | None], list[str]] = {}
    for place in sorted(places, key=lambda p: _order(visit, p)):
        role = _role(visit, place, phrases, whose)
        roles = found.setdefault((place.collection, place.id, place.stays), [])
        if role and role not in roles:
            roles.append(role)
    return tuple(
        Line(
            _GROUP_OF.get(collection, "tasks"),
            entity_name(visit, collection, key, phrases.language),
            ", ".join((*roles, *_vehicle(visit, collection, key, phrases.language))),
            stays,
        )
        for (collection, key, stays), roles in found.items()
    )


def _role(visit: Visit, place: Place, phrases: Phrases, whose: Whose) -> str:
    """As what he stands there; where rank counts, the levels before and after as well."""
    role = phrases.say(_FIELDS.get((place.collection, place.field), ""))
    ranked = (place.collection, place.field) == ("memberships", "counterpart")
    if (place.collection, place.field) == ("items", "participants.*.who"):
        entries = visit.items[place.id].participants
        part = next((p.part for p in entries if p.who == whose.person), Part.MEMBER)
        role = role if part is Part.MEMBER else phrases.say(PART_MARKS[part])
        ranked = part is Part.GREETER
    if ranked and whose.level and whose.newcomer and whose.level != whose.newcomer:
        return phrases.say(
            N_("{role}, level {before} → {after}"),
            role=role,
            before=whose.level,
            after=whose.newcomer,
        )
    return role


def _vehicle(visit: Visit, collection: str, key: str, language: Language) -> tuple[str, ...]:
    if collection != "movements":
        return ()
    return (named(visit, "vehicles", visit.movements[key].vehicle, language),)


def _order(visit: Visit, place: Place) -> tuple[int, int, int, str]:
    group = list(GROUPS).index(_GROUP_OF.get(place.collection, "tasks"))
    item = visit.items.get(place.item or "")
    start = item.start.minutes if item is not None and item.start is not None else 0
    return (group, list(_GROUP_OF).index(place.collection), start, place.id)


def entity_name(visit: Visit, collection: str, key: str, language: Language) -> str:
    """What an entity is called in the preview; an item with its time."""
    if collection == "about":
        return visit.about.title.best(language)
    if collection == "distributions":
        return ""
    item = visit.items.get(item_behind(visit.collection(collection)[key]) or "")
    if item is None or collection in _OF_THEIR_OWN:
        return named(visit, collection, key, language, inside=True)
    title = item.title.best(language)
    if item.start is None:
        return title
    time = dates.time_text(item.start, language, visit.policy.time_separator)
    return f"{time}\N{EN SPACE}{title}"


def passage_name(visit: Visit, passage: Passage, phrases: Phrases) -> str:
    """What text it is: «11.00 Возложение цветов: текст ведущего»."""
    name = entity_name(visit, passage.collection, passage.id, phrases.language)
    fields = [step for step in passage.path if isinstance(step, str)]
    kind = TEXTS.get(fields[-1], "") if fields else ""
    return f"{name}: {phrases.say(kind)}" if kind else name
