# SPDX-License-Identifier: MIT
"""A session on a real file with the window's models beside it, worked on at random.

Every step draws from a chance of its own, so steps can be left out to find the few that matter.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

from tests.opened import read, session_on, visit_file
from tests.torture.deeds import DEEDS
from tests.torture.mirror import Mirror
from visitplanner.domain import codec
from visitplanner.domain.patch import EditRefusedError
from visitplanner.domain.visit import days_of
from visitplanner.gui.desk import Desk
from visitplanner.gui.problems.groups import grouped, identity
from visitplanner.gui.problems.panel import ProblemsPanel
from visitplanner.gui.table.model import TableModel
from visitplanner.gui.table.rows import Sieve
from visitplanner.gui.theme import LIGHT
from visitplanner.gui.timeline.lanes import LaneMode
from visitplanner.gui.timeline.layout import Choice
from visitplanner.gui.timeline.scene import Scene
from visitplanner.gui.timeline.view import Timeline
from visitplanner.rules.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from visitplanner.domain.visit import Visit
    from visitplanner.session.session import Session

OFTEN = {"undo": 8, "redo": 6, "restart": 1, "look at it": 4, "read beside": 1, "many undo": 1}


class Models:
    """What the window keeps of an open visit."""

    def __init__(self, session: Session) -> None:
        self.desk = Desk(session, "ru", LIGHT, "Иванова")
        self.timeline = Timeline(session, "ru")
        self.table = TableModel(self.desk, self.timeline.commands)
        self.desk.changed.connect(self.table.told)
        self.mirror = Mirror(self.table)
        self.problems = ProblemsPanel(self.desk)

    def close(self) -> None:
        """Puts everything away; the session is closed with it."""
        self.timeline.let_go()
        self.desk.close()
        for widget in (self.timeline, self.problems):
            widget.deleteLater()

    def check(self) -> None:
        """Each model is what a new one would be."""
        desk, visit, problems = self.desk, self.desk.visit, self.desk.session.problems
        scene = self.timeline.scene
        fresh = Scene(visit, problems, scene.choice, "ru")
        assert _drawn(scene) == _drawn(fresh)
        table = TableModel(desk, self.timeline.commands)
        table.order = self.table.order
        table.sift(self.table.sieve)
        if not self.table.sieve:  # rows just written stay in sight though the filter says no
            assert self.table.rows == table.rows
            assert self.mirror.now() == Mirror(table).rows
        assert self.mirror.rows == self.mirror.now()
        self._check_problems()

    def _check_problems(self) -> None:
        desk, panel = self.desk, self.problems
        shown = [
            problem
            for group, members in grouped(desk.session.problems).items()
            if not group.folded
            for problem in members[:200]
        ]
        assert panel.order == [identity(problem) for problem in shown]
        panel._lay_some(len(shown) + 1)  # those whose turn has not come
        for problem in shown:
            row = panel.rows[identity(problem)]
            assert row.problem == problem
            assert row.sentence.text() == desk.say(problem.message)


def _drawn(scene: Scene) -> object:
    """All a timeline shows, to compare."""
    layout, items = scene.layout, scene.visit.items
    return (
        layout.lanes,
        layout.shelf,
        [
            (b.item, b.first, b.last, b.left, b.right, b.top, b.bottom, b.cut_above, b.cut_below)
            for blocks in layout.pieces.values()
            for b in blocks
        ],
        [scene.faces.of(items[key]) for key in (*layout.pieces, *layout.shelf)],
        {key: scene.alarms.of(key) for key in layout.pieces},
        scene.alarms.stains,
        scene.bands,
        scene.needs,
    )


class Torment:
    """One visit and all that is done to it; `states` lead back through undo."""

    def __init__(self, folder: Path, start: Visit, seed: str) -> None:
        self._seed = seed
        self._path = visit_file(folder, start)
        self.session = session_on(self._path)
        self.models = Models(self.session)
        self.states: list[Visit] = [self.session.visit]
        self.place = 0
        self.done: Counter[str] = Counter()
        self._sequences: dict[str, int] = {}

    def step(self, number: int) -> str:
        """One thing done and everything checked; answers what it was."""
        random = Random(f"{self._seed} {number}")
        deeds = {deed.__name__: weight for deed, weight in DEEDS.items()} | OFTEN
        name = random.choices(tuple(deeds), tuple(deeds.values()))[0]
        match name:
            case "undo":
                self.undo()
            case "many undo":
                for _ in range(random.randrange(10)):
                    self.undo()
            case "redo":
                self.redo()
            case "restart":
                self.restart()
            case "look at it":
                self._turn(random)
            case "read beside":
                self._read_beside()
            case _:
                self._do(name, random)
        self.done[name] += 1
        self.check()
        return name

    def _do(self, name: str, random: Random) -> None:
        session, before = self.session, self.session.visit
        deed = next(deed for deed in DEEDS if deed.__name__ == name)
        try:
            edit = deed(session, random)
            if edit is None:
                return
            foreseen = session.look(edit)
            assert session.visit is before
            session.edit(edit)
        except EditRefusedError:
            self.done["refused"] += 1
            assert session.visit is before
            return
        assert session.visit == foreseen.visit
        if session.visit is not before:
            self.place += 1
            self.states[self.place :] = [session.visit]

    def undo(self) -> bool:
        """Takes a step back where there is one."""
        if not self.place:
            assert self.session.undo_message is None
            return False
        self.session.undo()
        self.place -= 1
        return True

    def redo(self) -> bool:
        """Restores a step where there is one."""
        if self.place == len(self.states) - 1:
            assert self.session.redo_message is None
            return False
        self.session.redo()
        self.place += 1
        return True

    def restart(self) -> None:
        """Closes the file and opens it again."""
        before = self.session
        self.models.close()
        self.session = session_on(self._path)
        self.models = Models(self.session)
        assert self.session.visit == before.visit
        assert tuple(self.session.visit.items) == tuple(before.visit.items)
        assert self.session.record == before.record
        assert self.session.undo_message == before.undo_message
        assert self.session.redo_message == before.redo_message

    def _turn(self, random: Random) -> None:
        """Another day, other lanes, another filter and order of the table."""
        days = tuple(days_of(self.session.visit))
        lanes = [lane.key for lane in self.models.timeline.scene.layout.lanes]
        self.models.timeline.choose(
            Choice(
                random.choice(tuple(LaneMode)),
                random.choice(days),
                frozenset(random.sample(lanes, min(len(lanes), random.choice((0, 0, 1))))),
                tuple(random.sample(lanes, min(len(lanes), 2))),
            )
        )
        table = self.models.table
        table.sift(random.choice((Sieve(), Sieve(), Sieve(text="ан"), Sieve(problems=True))))
        table.sort(random.randrange(table.columnCount()))

    def _read_beside(self) -> None:
        """A second reader sees what was acknowledged, and disturbs nobody."""
        stored = read(self._path)
        assert stored.visit == self.session.visit
        assert stored.record == self.session.record

    def check(self) -> None:
        """All that holds after every step."""
        session, visit, record = self.session, self.session.visit, self.session.record
        assert visit == self.states[self.place]
        assert (session.undo_message is not None) == (self.place > 0)
        assert (session.redo_message is not None) == (self.place < len(self.states) - 1)
        assert session.problems == Findings.full(visit, record, session.today).problems
        sequences = {key: known.sequence for key, known in record.items.items()}
        assert all(sequences[key] >= value for key, value in self._sequences.items())
        self._sequences = sequences
        assert codec.load(codec.dump(visit, record)) == (visit, record)
        self.models.check()

    def finish(self) -> None:
        """Everything undone is the start, everything redone the end; the log is whole."""
        end = self.states[-1]
        while self.redo():
            pass
        assert self.session.visit == end
        while self.undo():
            pass
        self.check()
        assert self.session.visit == self.states[0]
        self.restart()
        while self.redo():
            pass
        self.check()
        self._read_beside()
        numbers = [entry.number for entry, _ in self.session.history()]
        assert all(b == a + 1 for a, b in pairwise(numbers))
        self.close()
        assert [path.name for path in self._path.parent.iterdir()] == [self._path.name]

    def close(self) -> None:
        """Lets the file go."""
        self.models.close()


def run(folder: Path, start: Visit, seed: str, steps: Sequence[int]) -> Torment:
    """The steps one after the other, then all of it undone and redone."""
    folder.mkdir(parents=True, exist_ok=True)
    torment = Torment(folder, start, seed)
    try:
        for number in steps:
            torment.step(number)
        torment.finish()
    except BaseException:
        torment.close()
        raise
    return torment
