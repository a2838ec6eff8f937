# SPDX-License-Identifier: MIT
"""What is not filled in: one line for each kind of datum opens a table of what lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.factory import example
from tests.gui.opening import Opened, button, click, press, settle
from tests.gui.places.cells import go, text, type_into
from tests.gui.table.handling import keys
from tests.opened import read, visit_file
from visitplanner.domain.edits import set_entity_field
from visitplanner.gui.problems.filling import FillingWindow
from visitplanner.gui.problems.lacks import FILLINGS, listing_of
from visitplanner.gui.problems.panel import GroupHead
from visitplanner.rules.catalogue import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.opening import Opening
    from visitplanner.domain.text import Entity
    from visitplanner.domain.visit import Visit


def lacking() -> Visit:
    """The example with much left open."""
    visit = example()

    def each(collection: str, change: Callable[[Entity], Entity]) -> dict[str, Entity]:
        return {key: change(one) for key, one in visit.collection(collection).items()}

    agenda = visit.agendas["agenda"]
    questions = tuple(
        replace(question, minutes=0) if number < 2 else question
        for number, question in enumerate(agenda.questions)
    )
    return replace(
        visit,
        venues=each("venues", lambda one: replace(one, latitude=None, longitude=None)),
        rooms=each("rooms", lambda one: replace(one, capacity={})),
        agendas={"agenda": replace(agenda, questions=questions)},
        documents=each("documents", lambda one: replace(one, signatories=(), copies=())),
        legs={key: leg for n, (key, leg) in enumerate(visit.legs.items()) if n},
        items={**visit.items, "lunch": replace(visit.items["lunch"], participants=())},
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return visit_file(tmp_path, lacking(), "неполный.visit")


@pytest.fixture
def shown(opened: Opening, path: Path) -> Opened:
    found = opened(path)
    heads = found.place.problems.findChildren(GroupHead)
    click(next(h for h in heads if h.isVisible() and h.text().startswith("Не заполнено")))
    return found


def ask(shown: Opened, datum: str) -> FillingWindow:
    """Clicks the line of a datum."""
    row = next(row for row in shown.rows if row.problem.datum == datum)
    shown.place.problems._area.ensureWidgetVisible(row)
    settle()
    click(row.sentence)
    return table_of(shown)


def table_of(shown: Opened) -> FillingWindow:
    (found,) = [w for w in shown.window.findChildren(FillingWindow) if w.isVisible()]
    found.activateWindow()
    settle()
    return found


def at(window: FillingWindow) -> str:
    """The column of the current cell."""
    column = window.table.model.column(window.table.grid.currentIndex().column())
    assert column is not None
    return column.key


def type_names(window: FillingWindow, row: str, column: str, *names: str) -> None:
    """Types names into a cell for several, each taken from its list."""
    go(window.table, row, column)
    keys(window.table.grid, names[0][0])
    field = window.table.grid.field
    assert field is not None
    for number, name in enumerate(names):
        keys(field, name[1:] if number == 0 else f", {name}")
    settle()
    while window.table.grid.field is not None:
        QTest.keyClick(window.table.grid.field, Qt.Key.Key_Return)
        settle()


def test_one_line_for_each_kind_of_datum(shown: Opened) -> None:
    data = [row.problem.datum for row in shown.rows if row.problem.datum]

    assert sorted(data) == sorted(set(data))
    assert {"participants", "capacity", "leg", "coordinates", "signatory", "copies"} <= set(data)


def test_every_datum_the_rules_may_miss_has_its_table() -> None:
    assert {datum for rule in RULES for datum in rule.data} == set(FILLINGS)


@pytest.mark.parametrize("datum", sorted(FILLINGS))
def test_every_table_can_be_read(datum: str) -> None:
    visit = lacking()
    listing, front = listing_of(datum, visit, ()) or (None, 0)

    assert listing is not None
    assert listing.columns[0].write is None
    assert listing.columns[front - 1].write is not None
    assert len({column.key for column in listing.columns}) == len(listing.columns)


def test_only_what_lacks_the_datum_is_in_the_table_with_its_column_in_front(
    shown: Opened, path: Path
) -> None:
    window = ask(shown, "coordinates")
    rows = window.table.model.rows

    assert window.sentence.text().startswith("Координаты не указаны")
    assert rows == ("memorial",)
    assert at(window) == "coordinates"
    type_into(window.table, rows[0], "coordinates", "54.782, 32.045")
    stored = read(path).visit.venues[rows[0]]
    assert (stored.latitude, stored.longitude) == (54.782, 32.045)
    assert window.table.model.rows == rows  # what has been filled in stays under the eyes


def test_the_participants_of_an_item(shown: Opened) -> None:
    window = ask(shown, "participants")

    assert window.table.model.rows == ("lunch",)
    assert text(window.table, "lunch", "Item").startswith("Обед")
    type_names(window, "lunch", "participants", "анохин", "субботин")
    assert [one.who for one in shown.item("lunch").participants] == ["anokhin", "subbotin"]
    shown.act("undo")
    assert shown.item("lunch").participants == ()


def test_the_seats_of_rooms(shown: Opened) -> None:
    window = ask(shown, "capacity")
    room = window.table.model.rows[0]
    assert at(window).startswith("capacity-")
    type_into(window.table, room, at(window), "40")

    assert list(shown.visit.rooms[room].capacity.values()) == [40]


def test_the_minutes_of_a_way(shown: Opened) -> None:
    window = ask(shown, "leg")
    (way,) = window.table.model.rows
    assert way == "border/memorial"
    type_into(window.table, way, "minutes", "45")
    (leg,) = [
        leg
        for leg in shown.visit.legs.values()
        if {leg.origin, leg.destination} == {*way.split("/")}
    ]

    assert leg.minutes == 45
    assert "leg" not in {row.problem.datum for row in shown.rows}


def test_the_minutes_of_questions(shown: Opened) -> None:
    window = ask(shown, "minutes")
    assert window.table.model.rows == ("agenda/0", "agenda/1")
    type_into(window.table, "agenda/0", "minutes", "12")
    type_into(window.table, "agenda/1", "minutes", "8")

    assert [q.minutes for q in shown.visit.agendas["agenda"].questions[:2]] == [12, 8]
    assert "minutes" not in {row.problem.datum for row in shown.rows}


def test_the_signatories_of_a_document(shown: Opened) -> None:
    window = ask(shown, "signatory")
    rows = window.table.model.rows
    assert [text(window.table, row, "Party") for row in rows] == [
        "Смоленская область",
        "Витебская область",
    ]
    type_into(window.table, rows[0], "signatory", "анохин")
    type_into(window.table, rows[1], "signatory", "субботин")
    signing = shown.visit.documents["plan"].signatories

    assert [one.person for one in signing] == ["anokhin", "subbotin"]
    assert all(one.post is not None for one in signing)
    assert "signatory" not in {row.problem.datum for row in shown.rows}


def test_the_originals_of_a_document(shown: Opened) -> None:
    window = ask(shown, "copies")
    type_names(window, "plan", "holders", "смоленская", "витебская")
    document = shown.visit.documents["plan"]

    assert len(document.copies) == 2 * len(document.languages)
    assert all(copy.holder == copy.first_named == copy.left_signature for copy in document.copies)
    assert not [row for row in shown.rows if row.problem.code in {"D03", "D04"}]


def test_the_table_opens_by_keys_and_closes_with_escape(shown: Opened) -> None:
    row = next(row for row in shown.rows if row.problem.datum == "leg")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    press(row, Qt.Key.Key_Return)
    window = table_of(shown)
    opened = window.isVisible()
    press(window.table.grid, Qt.Key.Key_Escape)

    assert opened
    assert not [w for w in shown.window.findChildren(FillingWindow) if w.isVisible()]


def test_the_line_offers_a_button_and_f8_opens_nothing(shown: Opened) -> None:
    for _ in shown.rows:
        shown.act("next-problem")
    opened = [w for w in shown.window.findChildren(FillingWindow) if w.isVisible()]
    row = next(row for row in shown.rows if row.problem.datum == "copies")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    click(button(row, "Заполнить…"))

    assert opened == []
    assert table_of(shown).table.model.rows == ("plan",)


def test_another_line_shows_its_rows_in_the_same_window(shown: Opened) -> None:
    first = ask(shown, "leg")
    second = ask(shown, "copies")

    assert first is second
    assert second.table.model.rows == ("plan",)


def test_a_row_goes_when_its_thing_goes(shown: Opened) -> None:
    window = ask(shown, "participants")
    shown.desk.jump("lunch")
    shown.act("delete")

    assert window.table.model.rows == ()


def test_a_datum_entered_elsewhere_is_seen_at_once(shown: Opened) -> None:
    window = ask(shown, "coordinates")
    venue = window.table.model.rows[0]
    go(window.table, venue, "coordinates")
    shown.desk.edit(lambda visit: set_entity_field(visit, "venues", venue, "latitude", 54.0))
    shown.desk.edit(lambda visit: set_entity_field(visit, "venues", venue, "longitude", 32.0))

    assert text(window.table, venue, "coordinates") == "54, 32"
