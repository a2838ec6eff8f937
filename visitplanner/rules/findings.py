# SPDX-License-Identifier: MIT
"""All findings of a visit as a value: found whole, or after a patch where it may matter only."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from visitplanner.rules.catalogue import BY_CODE, RULES
from visitplanner.rules.context import Context
from visitplanner.rules.dress import Dress
from visitplanner.rules.schedule import Schedule
from visitplanner.rules.staging import Stages, stages
from visitplanner.rules.touched import Touched, is_wide
from visitplanner.rules.verdict import Verdict, owners
from visitplanner.rules.waivers import stale_waivers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from visitplanner.domain.patch import Patch
    from visitplanner.domain.record import Record
    from visitplanner.domain.visit import Visit
    from visitplanner.rules.rule import Problem, Rule

NO_PAST: Final[Mapping[int, Visit]] = {}


class Beside(NamedTuple):
    """What the rules go by beside the visit itself."""

    record: Record
    today: date
    past: Mapping[int, Visit]


class Findings:
    """What the rules find in one visit on one day; immutable."""

    def __init__(
        self,
        schedule: Schedule,
        beside: Beside,
        dress: Dress,
        verdicts: Mapping[str, Verdict],
    ) -> None:
        self.schedule: Final = schedule
        self.visit: Final[Visit] = schedule.visit
        self.record: Final = beside.record
        self.today: Final = beside.today
        self.verdicts: Final = verdicts
        self.past: Final = beside.past
        """The states holders of copies know, by line of the log."""
        self._dress: Final = dress

    @classmethod
    def full(
        cls,
        visit: Visit,
        record: Record,
        today: date,
        codes: Collection[str] | None = None,
        past: Mapping[int, Visit] = NO_PAST,
    ) -> Findings:
        """Every rule, or those of some codes, run over the whole visit.

        `past` holds the states at `distribution.named_states`, as far as they can be had.
        """
        schedule = Schedule.of(visit)
        dress = Dress(visit, stages(visit, record, today))
        context = Context(schedule, today, record, whole=True, past=past)
        verdicts = {
            rule.code: Verdict.of(rule, context, dress)
            for rule in RULES
            if codes is None or rule.code in codes
        }
        return cls(schedule, Beside(record, today, past), dress, verdicts)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The findings in the order of the catalogue, inside a rule by time."""
        if not self.visit.waivers:
            return tuple(chain.from_iterable(v.problems for v in self.verdicts.values()))
        stale = stale_waivers(self.visit, self.verdicts)
        return tuple(
            chain.from_iterable(
                (*verdict.problems, *stale.get(code, ())) for code, verdict in self.verdicts.items()
            )
        )

    @cached_property
    def of_plan(self) -> Findings:
        """Those of rules that look at the plan alone, for what is only tried out: nobody holds it.

        Else every fix and every drag would be blamed for the copies that it makes outdated.
        """
        kept = {code: v for code, v in self.verdicts.items() if not BY_CODE[code].of_record}
        return Findings(self.schedule, Beside(self.record, self.today, NO_PAST), self._dress, kept)

    @property
    def stages(self) -> Stages:
        """The stages of preparation the visit has reached."""
        return self._dress.stages

    @property
    def context(self) -> Context:
        """The view of the visit the rules have."""
        return Context(self.schedule, self.today, self.record, past=self.past)

    def after(self, visit: Visit, patch: Patch, record: Record) -> Findings:
        """The findings of the visit a patch has made; what it cannot alter is not looked at."""
        if is_wide(patch):
            return Findings.full(visit, record, self.today, self.verdicts, self.past)
        schedule = self.schedule.after(visit, patch)
        touched = Touched(self.schedule, schedule, patch)
        context = Context(schedule, self.today, record, past=self.past)
        dress, anew = self._dress_after(visit, record, touched)
        verdicts: dict[str, Verdict] = {}
        for rule in RULES:
            known = self.verdicts.get(rule.code)
            if known is None:
                continue
            if anew:
                known = known.dressed_anew(rule, dress)
            verdicts[rule.code] = _verdict_after(rule, known, context, dress, touched)
        return Findings(schedule, Beside(record, self.today, self.past), dress, verdicts)

    def recorded(self, record: Record, past: Mapping[int, Visit]) -> Findings:
        """The findings of the same visit beside another record: versions, copies, who was told."""
        reached = stages(self.visit, record, self.today)
        dress = self._dress if reached == self.stages else Dress(self.visit, reached)
        context = Context(self.schedule, self.today, record, past=past)
        verdicts: dict[str, Verdict] = {}
        for rule in RULES:
            known = self.verdicts.get(rule.code)
            if known is None:
                continue
            if dress is not self._dress:
                known = known.dressed_anew(rule, dress)
            if rule.of_record:
                known = known.after(rule, context, dress, {*owners(rule, context), *known.owners})
            verdicts[rule.code] = known
        return Findings(self.schedule, Beside(record, self.today, past), dress, verdicts)

    def on(self, today: date) -> Findings:
        """The findings of the same visit on another day."""
        return Findings.full(self.visit, self.record, today, self.verdicts, self.past)

    def _dress_after(self, visit: Visit, record: Record, touched: Touched) -> tuple[Dress, bool]:
        """The dress of the visit after a patch, and whether all is to be dressed anew."""
        dated = {"about", "calendars", "days"} & touched.collections
        if record.versions is self.record.versions and not dated:
            reached = self.stages
        else:
            reached = stages(visit, record, self.today)
        if reached == self.stages and "waivers" not in touched.collections:
            return self._dress.renewed(visit), False
        return Dress(visit, reached), True


def _verdict_after(
    rule: Rule, known: Verdict, context: Context, dress: Dress, touched: Touched
) -> Verdict:
    whole = bool(rule.reads & touched.collections)
    ids = {*owners(rule, context), *known.owners} if whole else touched.owners(rule.scope)
    return known.after(rule, context, dress, ids) if ids else known
