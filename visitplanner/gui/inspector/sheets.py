# SPDX-License-Identifier: MIT
"""What the particular chapters of one item show, as columns: steps, wreaths, questions; no Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from visitplanner.domain import particulars as edits
from visitplanner.domain.edits import set_item_field
from visitplanner.domain.kinds import (
    Journey,
    Laying,
    LayingMode,
    Meal,
    PressCall,
    SiteVisit,
    Toast,
    Wreath,
)
from visitplanner.domain.papers import AgendaQuestion
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.text import NO_TEXT, Text, Visibility, message
from visitplanner.editions.labels import AGREEMENT
from visitplanner.gui.editors import things, usual
from visitplanner.gui.editors.column import Column
from visitplanner.gui.editors.form import Entry
from visitplanner.gui.editors.series import Series, Single
from visitplanner.gui.editors.short_table import Sheet
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from visitplanner.domain.kinds import Detail
    from visitplanner.domain.patch import Patch
    from visitplanner.domain.text import Value
    from visitplanner.domain.visit import Visit
    from visitplanner.gui.editors.column import Reading

_ITEM: Final = frozenset(
    {"items", "people", "delegations", "groups", "parties", "policy", "resources"}
)
_AGENDA: Final = frozenset({"agendas", "items", "people"})
_LONG: Final = 600


class WreathKind(StrEnum):
    """What is laid."""

    WREATH = "wreath"
    BASKET = "basket"


class TravelMode(StrEnum):
    """What an arrival or departure goes by."""

    ROAD = "road"
    TRAIN = "train"
    AIR = "air"


WREATHS: Final[Mapping[StrEnum, str]] = {
    WreathKind.WREATH: N_("wreath"),
    WreathKind.BASKET: N_("basket"),
}
MODES: Final[Mapping[StrEnum, str]] = {
    LayingMode.JOINT: N_("both sides together"),
    LayingMode.GUEST_THEN_HOST: N_("guests, then hosts"),
}
TRAVEL: Final[Mapping[StrEnum, str]] = {
    TravelMode.ROAD: N_("by road"),
    TravelMode.TRAIN: N_("by train"),
    TravelMode.AIR: N_("by air"),
}
READERS: Final[Mapping[StrEnum, str]] = {
    Visibility.PUBLIC: N_("For guests and press"),
    Visibility.INTERNAL: N_("Internal"),
    Visibility.RESTRICTED: N_("Narrow circle"),
}
PAPERS: Final = AGREEMENT


def _detail_series(
    item: str,
    kind: type[Detail],
    field: str,
    blank: Callable[[Visit], Value],
) -> Series:
    """A sequence inside the detail of an item."""

    def read(visit: Visit) -> tuple[Value, ...]:
        found = visit.items.get(item)
        values = getattr(found.detail, field) if found and isinstance(found.detail, kind) else ()
        return tuple(values)

    def write(visit: Visit, values: tuple[Value, ...]) -> Patch:
        single = _detail(item, kind)
        return single.changed(visit, "", field, values)

    return Series(read, write, blank)


def _detail(item: str, kind: type[Detail]) -> Single:
    def write(visit: Visit, value: Value) -> Patch:
        if not isinstance(value, kind):
            raise TypeError(kind)
        return edits.set_detail(visit, item, value)

    return Single(lambda visit: edits.detail_of(visit, item, kind), write)


# Steps.


def steps(item: str) -> Sheet:
    """The steps of a ceremony."""

    def read(visit: Visit) -> tuple[Value, ...]:
        found = visit.items.get(item)
        return found.steps if found else ()

    series = Series(
        read,
        lambda visit, values: set_item_field(visit, item, "steps", values),
        lambda visit: edits.next_step(visit.items[item]),
    )
    action = usual.text(series, "action", N_("Step"), weight=1, clears=True)
    listing = series.listing(
        N_("Steps"),
        (
            usual.number(
                series,
                "offset",
                N_("Start"),
                least=-_LONG,
                most=_LONG,
                full_title=N_("Minutes from the start"),
            ),
            usual.number(series, "minutes", N_("Min"), most=_LONG, full_title=N_("Minutes")),
            action,
        ),
        _ITEM,
        N_("Type here to add a step."),
    )
    return Sheet(
        listing,
        (
            Entry(action),
            Entry(
                usual.several(series, "actors", N_("Participants of the step"), things.everybody)
            ),
            Entry(usual.reference(series, "speaker", N_("Speaker"), things.people)),
            Entry(
                things.paragraphs(series, "announcer_text", N_("Announcer’s text")),
                paragraphs=True,
            ),
            Entry(usual.text(series, "position", N_("Stands where"), clears=True)),
            Entry(usual.several(series, "resources", N_("Resources"), things.resources)),
            Entry(usual.choice(series, "visibility", N_("Who may read"), READERS)),
        ),
    )


# Laying.


def laying(item: str) -> tuple[Entry, ...]:
    """How the laying goes, and the flowers of everybody."""
    rows = _detail(item, Laying)
    return (
        Entry(usual.choice(rows, "mode", N_("They lay"), MODES)),
        Entry(usual.number(rows, "flowers_each", N_("Flowers each"), most=99)),
        Entry(usual.text(rows, "flowers_kind", N_("Which flowers"), clears=True)),
    )


def wreaths(item: str) -> Sheet:
    """The wreaths with ribbons and bearers."""

    def blank(visit: Visit) -> Value:
        known = edits.detail_of(visit, item, Laying).wreaths
        free = [p for p in visit.parties if all(w.party != p for w in known)]
        if not free:
            raise EditRefusedError(message("Every party has a wreath already."))
        return Wreath(party=free[0])

    series = _detail_series(item, Laying, "wreaths", blank)
    listing = series.listing(
        N_("Wreaths"),
        (
            usual.reference(
                series, "party", N_("From whom"), things.parties, weight=2, clears=False
            ),
            usual.choice(series, "kind", N_("Kind"), WREATHS, least="корзина"),
        ),
        _ITEM,
        N_("Type here to add a wreath."),
    )
    return Sheet(
        listing,
        (
            Entry(usual.text(series, "ribbon_text", N_("Ribbon text"), clears=True)),
            Entry(usual.string(series, "ribbon_approved_by", N_("Text approved by"))),
            Entry(usual.several(series, "bearers", N_("Bearers"), things.people)),
        ),
    )


# Agenda.


def _agenda(item: str) -> Single:
    return Single(
        lambda visit: edits.agenda_of(visit, item),
        edits.set_agenda,  # type: ignore[arg-type]
    )


def agenda(item: str) -> tuple[Entry, ...]:
    """Who leads the session, and the minutes beside the questions."""
    rows = _agenda(item)
    return (
        Entry(usual.reference(rows, "chair", N_("Chairman"), things.people)),
        Entry(usual.reference(rows, "cochair", N_("Co-chair"), things.people)),
        Entry(usual.reference(rows, "secretary", N_("Secretary"), things.people)),
        Entry(usual.choice(rows, "status", N_("Status"), PAPERS)),
        Entry(usual.number(rows, "opening_minutes", N_("Opening, min"), most=_LONG)),
        Entry(usual.number(rows, "closing_minutes", N_("Closing, min"), most=_LONG)),
        Entry(usual.number(rows, "break_minutes", N_("Break, min"), most=_LONG)),
    )


def questions(item: str) -> Sheet:
    """The questions of the agenda."""

    def read(visit: Visit) -> tuple[Value, ...]:
        return next((a.questions for a in visit.agendas.values() if a.item == item), ())

    series = Series(
        read,
        lambda visit, values: _agenda(item).changed(visit, "", "questions", values),
        lambda _: AgendaQuestion(question=NO_TEXT),
    )
    question = usual.text(series, "question", N_("Question"), weight=1, clears=True)
    minutes = usual.number(
        series, "minutes", N_("Min"), most=_LONG, none=0, full_title=N_("Minutes of the report")
    )
    listing = series.listing(
        N_("Agenda"), (question, minutes), _AGENDA, N_("Type here to add a question.")
    )
    return Sheet(
        listing,
        (
            Entry(question),
            Entry(usual.reference(series, "speaker", N_("Speaker"), things.people)),
            Entry(usual.several(series, "cospeakers", N_("Co-speaker"), things.people)),
            Entry(usual.number(series, "discussion_minutes", N_("Discussion, min"), most=_LONG)),
            Entry(things.optional(usual.choice(series, "side", N_("Side"), things.SIDES), series)),
            Entry(things.strings(series, "materials", N_("Materials"))),
            Entry(usual.day(series, "received_on", N_("Received on"))),
            Entry(usual.text(series, "expected_decision", N_("Expected decision"), clears=True)),
            Entry(usual.text(series, "decision", N_("Decision"), clears=True)),
            Entry(usual.reference(series, "measure", N_("Measure of the Plan"), things.measures)),
        ),
    )


# Meals, press, journeys, enterprises.


def meal(item: str) -> tuple[Entry, ...]:
    """On whose behalf a meal is given, and what is served."""
    rows = _detail(item, Meal)
    return (
        Entry(usual.reference(rows, "on_behalf_of", N_("On behalf of"), things.people)),
        Entry(things.paragraphs(rows, "menu", N_("Menu")), paragraphs=True),
    )


def toasts(item: str) -> Sheet:
    """The toasts in their order."""

    def blank(visit: Visit) -> Value:
        known = {t.speaker for t in edits.detail_of(visit, item, Meal).toasts}
        heads = [d.head for d in visit.delegations.values() if d.head and d.head not in known]
        speaker = next(iter((*heads, *visit.people)), None)
        if speaker is None:
            raise EditRefusedError(message("There is nobody in the visit yet."))
        return Toast(speaker=speaker)

    series = _detail_series(item, Meal, "toasts", blank)
    return Sheet(
        series.listing(
            N_("Toasts"),
            (
                usual.reference(
                    series, "speaker", N_("Speaker"), things.people, weight=1, clears=False
                ),
                usual.number(series, "minutes", N_("Min"), most=99, full_title=N_("Minutes")),
            ),
            _ITEM,
            N_("Type here to add a toast."),
        )
    )


def press_call(item: str) -> tuple[Entry, ...]:
    """Where the press stands, who speaks to it, how many questions are taken."""
    rows = _detail(item, PressCall)
    return (
        Entry(usual.text(rows, "zone", N_("Press zone"), clears=True)),
        Entry(usual.several(rows, "speakers", N_("Speakers"), things.people)),
        Entry(usual.number(rows, "questions_each", N_("Questions each"), most=99)),
    )


def journey(item: str) -> tuple[Entry, ...]:
    """The train or flight an arrival or departure depends on."""
    rows = _detail(item, Journey)
    return (
        Entry(usual.choice(rows, "mode", N_("Travels"), TRAVEL)),
        Entry(usual.string(rows, "number", N_("Train, flight"))),
        Entry(things.moment(rows, "leaves", N_("Leaves"))),
        Entry(things.moment(rows, "arrives", N_("Arrives"))),
    )


def site_visit(item: str) -> tuple[Entry, ...]:
    """Who leads through the enterprise, and its safety."""
    detail = _detail(item, SiteVisit)
    rows = Single(
        lambda visit: edits.site_of(visit, item),
        edits.set_site,  # type: ignore[arg-type]
    )
    return (
        Entry(usual.reference(detail, "guide", N_("Guide"), things.people)),
        Entry(usual.reference(rows, "officer", N_("Safety officer"), things.people)),
        Entry(usual.reference(rows, "briefing_by", N_("Briefing by"), things.people)),
        Entry(
            usual.number(
                rows,
                "equipment_sets",
                N_("Protection, sets"),
                full_title=N_("Sets of protective equipment"),
            )
        ),
        Entry(usual.day(rows, "list_sent_on", N_("List sent on"))),
        Entry(usual.text(rows, "route", N_("Route"), clears=True)),
        Entry(usual.text(rows, "photo_limits", N_("Photographs"), clears=True)),
    )


def stops(item: str) -> Sheet:
    """The stops of a visit to an enterprise."""
    series = _detail_series(item, SiteVisit, "stops", lambda _: NO_TEXT)

    def read(reading: Reading, key: str) -> str:
        return _stop(series, reading.visit, key).best(reading.language)

    def write(reading: Reading, visit: Visit, key: str, typed: str) -> Patch:
        return series.put(visit, key, _stop(series, visit, key).edited(reading.language, typed))

    column = Column("stop", N_("Stop of the route"), read, write, weight=1, clears=True)
    return Sheet(series.listing(N_("Stops"), (column,), _ITEM, N_("Type here to add a stop.")))


def _stop(series: Series, visit: Visit, key: str) -> Text:
    found = series.value(visit, key)
    if not isinstance(found, Text):
        raise TypeError(key)
    return found
