# SPDX-License-Identifier: MIT
"""How the window speaks of versions: «Редакция 2 · Утверждена», «проект редакции 3»."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from visitplanner.domain.versions import SETTLING
from visitplanner.editions.labels import VERSIONS
from visitplanner.words import dates
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from datetime import datetime

    from visitplanner.domain.record import Version, VersionStatus
    from visitplanner.domain.versions import Standing
    from visitplanner.gui.desk import Desk
    from visitplanner.gui.phrases import Phrases


def status_name(phrases: Phrases, status: VersionStatus) -> str:
    """«На согласовании»."""
    return phrases.say(VERSIONS[status])


def statuses(phrases: Phrases) -> list[tuple[str, str]]:
    """What a version can be put into, on its way."""
    return [(status.value, status_name(phrases, status)) for status in SETTLING]


def version_name(phrases: Phrases, version: Version) -> str:
    """«Редакция 2 · Утверждена»."""
    name = phrases.say(N_("Version {n}"), n=version.number)
    return f"{name} · {status_name(phrases, version.status)}"


def standing_name(phrases: Phrases, stands: Standing) -> str:
    """The same of the plan now; «проект редакции 3» while it is no version."""
    if stands.version is not None:
        return version_name(phrases, stands.version)
    return phrases.say(N_("draft of version {n}"), n=stands.number)


def moment_text(desk: Desk, moment: datetime) -> str:
    """«18.12.2025 21.40»: on the clock of the visit."""
    local = moment.astimezone(ZoneInfo(desk.visit.about.zone))
    separator = desk.visit.policy.time_separator
    minute = local.hour * 60 + local.minute
    clock = dates.clock_text(minute, desk.language, separator)
    return f"{dates.short_date(local.date(), desk.language)} {clock}"


def approval_text(desk: Desk, version: Version) -> str:
    """«19.12.2025, Губернатор Смоленской области В. Н. Анохин»; empty while not approved."""
    if version.approved_on is None:
        return ""
    post = version.approved_post.best(desk.language)
    name = version.approved_name.best(desk.language)
    who = " ".join(part for part in (post, name) if part)
    day = dates.short_date(version.approved_on, desk.language)
    return f"{day}, {who}" if who else day
