# SPDX-License-Identifier: MIT
"""The command diff: the golden change sheet, versions by number, JSON, and what it refuses."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.twelve_edits import FROZEN, LAST_EDIT, make_them
from visitplanner.domain import edits
from visitplanner.domain.people import Membership
from visitplanner.domain.period import at
from visitplanner.domain.record import VersionStatus
from visitplanner.domain.text import message
from visitplanner.session.session import Session
from visitplanner.store import open_visit

if TYPE_CHECKING:
    from tests.cli.conftest import Command
    from visitplanner.domain.edits import Edit

GOLDEN = Path(__file__).parents[1] / "golden" / "changes_12.ru.txt"


class Desk:
    """A session whose clock stands where a test puts it."""

    def __init__(self, path: Path) -> None:
        self.moment = FROZEN
        self.session = Session(
            open_visit(path),
            today=date(2025, 12, 18),
            now=self._now,
            author="Е. В. Морозова",
        )

    def _now(self) -> datetime:
        return self.moment

    def freeze(self) -> None:
        self.session.freeze(VersionStatus.BEING_AGREED)

    def edit(self, edit: Edit) -> None:
        self.session.edit(edit)


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def twelve(example: Path) -> Path:
    """The example after version 1 and the twelve edits."""
    desk = Desk(example)
    desk.freeze()
    desk.moment = LAST_EDIT
    make_them(desk.session)
    desk.session.close()
    return example


def test_change_list_after_twelve_edits_is_the_one_written_by_hand(
    command: Command, twelve: Path
) -> None:
    answer = command("diff", twelve, "--from", "1", "--language", "ru")

    assert answer.status == 0
    assert _plain(answer.out) == GOLDEN.read_text(encoding="utf-8")


def test_newest_version_and_now_are_compared_unless_told_otherwise(
    command: Command, twelve: Path
) -> None:
    assert command("diff", twelve, "--language", "ru").out == (
        command("diff", twelve, "--from", "1", "--language", "ru").out
    )
    assert command("diff", twelve, "--from", "1", "--to", "1", "--language", "ru").out.endswith(
        "Изменений нет.\n"
    )


def test_without_versions_the_beginning_is_compared(command: Command, example: Path) -> None:
    desk = Desk(example)
    desk.edit(lambda v: edits.move_item(v, "laying", at("2025-12-23T11:20")))
    desk.session.close()

    text = _plain(command("diff", example, "--language", "en").out)

    assert "to the programme as it was first entered" in text
    assert "Time: 11:00–11:20 → 11:20–11:40 (20 min later)" in text


def test_guests_do_not_learn_what_only_the_office_reads(command: Command, twelve: Path) -> None:
    text = command("diff", twelve, "--edition", "official", "--language", "ru").out

    assert "▲ изменено – 9" in text
    for internal in ("Служебное", "Ольши", "Волков", "Павлов", "Автомобиль"):
        assert internal not in text


def test_json_names_items_marks_and_people(command: Command, twelve: Path) -> None:
    found = json.loads(
        command("diff", twelve, "--from", "1", "--format", "json", "--language", "ru").out
    )

    assert found["from"] == {"version": 1, "edit": 0}
    assert found["to"] == {"version": None, "edit": 14}
    by_item = {change["item"]: change for change in found["changes"]}
    assert "lunch" not in by_item
    assert "welcome" not in by_item
    laying = by_item["laying"]
    assert laying["kind"] == "changed"
    assert laying["marks"] == ["moved"]
    assert (laying["was"]["start"], laying["now"]["start"]) == (
        "2025-12-23T11:00",
        "2025-12-23T11:20",
    )
    assert {"id": "subbotin", "name": "А.\N{NO-BREAK SPACE}М.\N{NO-BREAK SPACE}Субботин"} in (
        laying["people"]
    )
    assert by_item["heads-meeting"]["marks"] == ["moved", "text"]
    assert [line["label"] for line in by_item["heads-meeting"]["lines"]] == [
        "Время",
        "Название",
        "Справочно",
    ]
    assert by_item["press"]["kind"] == "gone"
    assert by_item["press"]["now"] is None
    assert by_item["cities-meeting"]["kind"] == "gone"
    assert by_item["dinner"]["kind"] == "new"
    assert by_item["dinner"]["was"] is None


def test_two_versions_are_compared_in_either_direction(command: Command, example: Path) -> None:
    desk = Desk(example)
    for start in ("11:20", "11:40"):
        desk.freeze()
        desk.edit(partial(edits.move_item, item_id="laying", start=at(f"2025-12-23T{start}")))
    desk.freeze()
    desk.session.close()

    forward = command("diff", example, "--from", "1", "--to", "2", "--language", "en").out
    back = command("diff", example, "--from", "3", "--to", "2", "--language", "en").out

    assert "11:00–11:20 → 11:20–11:40" in forward
    assert "to version 1 of" in forward
    assert "as in version 2 of" in forward
    assert "11:40–12:00 → 11:20–11:40" in back


def test_who_joins_a_delegation_is_told_once_and_not_at_every_item(
    command: Command, example: Path
) -> None:
    desk = Desk(example)
    desk.freeze()
    joined = Membership(id="member-pavlov", delegation="hosts", person="pavlov", rank=10)
    desk.edit(lambda v: edits.put(v, message("Change the data"), "memberships", joined))
    desk.session.close()

    text = _plain(command("diff", example, "--language", "ru").out)

    assert "Делегация Смоленской области\n   ＋ консультант управления протокола" in text
    assert "Возложение" not in text


@pytest.mark.parametrize("options", [("--from", "7"), ("--to", "x"), ("--from", "-1")])
def test_a_version_that_is_not_there_is_refused_in_one_sentence(
    command: Command, twelve: Path, options: tuple[str, ...]
) -> None:
    answer = command("diff", twelve, *options)

    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert options[1] in answer.err


def test_a_version_from_before_the_history_of_a_file_is_refused(
    command: Command, twelve: Path, tmp_path: Path
) -> None:
    (tmp_path / "plan.json").write_text(command("dump", twelve).out, encoding="utf-8")
    fresh = tmp_path / "fresh.visit"
    assert command("load", tmp_path / "plan.json", fresh).status == 0

    answer = command("diff", fresh, "--from", "1")

    assert answer.status == 2
    assert "version 1" in answer.err
    assert "history begins later" in answer.err


def test_only_the_changes_are_exported_with_what_is_gone_as_cancelled(
    command: Command, twelve: Path, tmp_path: Path
) -> None:
    whole, delta = tmp_path / "whole.ics", tmp_path / "delta.ics"

    assert command("export", twelve, "--format", "ical", "--output", whole).status == 0
    made = ("export", twelve, "--format", "ical", "--since", "1", "--output", delta)
    assert command(*made).status == 0

    events, all_events = _events(delta), _events(whole)
    assert len(events) == 12
    assert sum("STATUS:CANCELLED" in event for event in events) == 2
    assert all(event in all_events for event in events)  # the same UID, the same bytes


def test_who_left_an_item_gets_it_cancelled_in_his_own_calendar(
    command: Command, twelve: Path, tmp_path: Path
) -> None:
    delta = tmp_path / "delta.ics"
    made = ("export", twelve, "--format", "ical", "--for", "yegorov", "--since", "1")
    assert command(*made, "--output", delta).status == 0

    session = [e for e in _events(delta) if "Заседание" in e]

    assert len(session) == 1
    assert "STATUS:CANCELLED" in session[0]


def test_changes_alone_are_for_calendars_only(command: Command, twelve: Path) -> None:
    answer = command("export", twelve, "--format", "excel", "--since", "1", "--output", "x.xlsx")

    assert answer.status == 2
    assert "--format ical" in answer.err


def _events(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8").replace("\r\n ", "")
    return ["BEGIN:VEVENT" + part for part in text.split("BEGIN:VEVENT")[1:]]
