# SPDX-License-Identifier: MIT
"""Names of the choices an item, a person or a paper can have, as papers print them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from visitplanner.domain.kinds import Kind
from visitplanner.domain.papers import AgreementStatus
from visitplanner.domain.people import MemberRole, MemberStatus
from visitplanner.domain.preparation import BookingStatus
from visitplanner.domain.programme import Certainty, InterpretingMode, ItemStatus, Part, PressMode
from visitplanner.domain.record import VersionStatus
from visitplanner.domain.transport import ColumnRole, VehicleClass
from visitplanner.words.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Final[Mapping[Kind, str]] = {
    Kind.ARRIVAL: N_("Welcome, arrival"),
    Kind.DEPARTURE: N_("Departure, farewell"),
    Kind.ASSEMBLY: N_("Assembly, boarding"),
    Kind.LAYING: N_("Laying of flowers"),
    Kind.HEADS_MEETING: N_("Heads' meeting"),
    Kind.TALKS: N_("Talks"),
    Kind.SESSION: N_("Working-group session"),
    Kind.SIGNING: N_("Signing ceremony"),
    Kind.PRESS: N_("Press approach"),
    Kind.BREAKFAST: N_("Breakfast"),
    Kind.LUNCH: N_("Lunch"),
    Kind.DINNER: N_("Dinner"),
    Kind.RECEPTION: N_("Reception"),
    Kind.COFFEE: N_("Coffee break"),
    Kind.TRANSFER: N_("Transfer"),
    Kind.ENTERPRISE: N_("Visit to an enterprise"),
    Kind.SIGHTSEEING: N_("Sightseeing"),
    Kind.CULTURE: N_("Cultural programme"),
    Kind.GIFTS: N_("Exchange of gifts"),
    Kind.PHOTOGRAPH: N_("Joint photograph"),
    Kind.REST: N_("Check-in, rest"),
    Kind.FREE: N_("Free time"),
    Kind.REHEARSAL: N_("Rehearsal"),
    Kind.WALKTHROUGH: N_("Walk-through"),
    Kind.OTHER: N_("Other"),
}
STATUSES: Final[Mapping[ItemStatus, str]] = {
    ItemStatus.TENTATIVE: N_("Tentative"),
    ItemStatus.CONFIRMED: N_("Confirmed"),
    ItemStatus.CANCELLED: N_("Cancelled"),
}
CERTAINTIES: Final[Mapping[Certainty, str]] = {
    Certainty.EXACT: "",
    Certainty.ABOUT: N_("about"),
    Certainty.TO_BE_CONFIRMED: N_("to be confirmed"),
}
PART_LINES: Final[Mapping[Part, tuple[str, str]]] = {
    Part.MEMBER: (N_("Takes part"), N_("Take part")),
    Part.GREETER: (N_("Greets"), N_("Greet")),
    Part.ESCORT: (N_("Accompanies"), N_("Accompany")),
    Part.SECRETARY: (N_("Secretary"), N_("Secretaries")),
    Part.INTERPRETER: (N_("Interpreter"), N_("Interpreters")),
    Part.ASSISTANT: (N_("Assistant"), N_("Assistants")),
    Part.PRESS: (N_("Is present"), N_("Are present")),
}
"""For one and for several; heads and speakers stand among the members."""
FAREWELL: Final = (N_("Sees off"), N_("See off"))
"""What greeters do at a departure."""
PART_MARKS: Final[Mapping[Part, str]] = {
    Part.MEMBER: N_("takes part"),
    Part.HEAD: N_("leads"),
    Part.SPEAKER: N_("speaks"),
    Part.GREETER: N_("greets"),
    Part.ESCORT: N_("accompanies"),
    Part.SECRETARY: N_("secretary"),
    Part.INTERPRETER: N_("interpreter"),
    Part.ASSISTANT: N_("assistant"),
    Part.PRESS: N_("press"),
}
FAREWELL_MARK: Final = N_("sees off")
PRESS_MODES: Final[Mapping[PressMode, str]] = {
    PressMode.NONE: "",
    PressMode.PHOTO: N_("Press: photographs at the beginning"),
    PressMode.OPEN: N_("Press: open"),
}
ROLES: Final[Mapping[MemberRole, str]] = {
    MemberRole.MEMBER: N_("Member of the delegation"),
    MemberRole.ACCOMPANYING: N_("Accompanying person"),
    MemberRole.PRESS: N_("Press"),
    MemberRole.SECURITY: N_("Security"),
    MemberRole.DRIVER: N_("Driver"),
    MemberRole.INTERPRETER: N_("Interpreter"),
}
HEAD_ROLE: Final = N_("Head of the delegation")
MEMBER_STATUSES: Final[Mapping[MemberStatus, str]] = {
    MemberStatus.INVITED: N_("Invited"),
    MemberStatus.CONFIRMED: N_("Participation confirmed"),
    MemberStatus.DECLINED: N_("Not coming"),
}
AGREEMENT: Final[Mapping[AgreementStatus, str]] = {
    AgreementStatus.DRAFT: N_("In draft"),
    AgreementStatus.AGREED: N_("Text agreed"),
    AgreementStatus.INITIALLED: N_("Initialled"),
    AgreementStatus.PRINTED: N_("Printed"),
    AgreementStatus.SIGNED: N_("Signed"),
}
VERSIONS: Final[Mapping[VersionStatus, str]] = {
    VersionStatus.DRAFT: N_("Draft"),
    VersionStatus.BEING_AGREED: N_("Being agreed"),
    VersionStatus.AGREED: N_("Agreed"),
    VersionStatus.APPROVED: N_("Approved"),
    VersionStatus.SUPERSEDED: N_("Superseded"),
}
VEHICLES: Final[Mapping[VehicleClass, str]] = {
    VehicleClass.CAR: N_("car"),
    VehicleClass.MINIBUS: N_("minibus"),
    VehicleClass.BUS: N_("bus"),
}
COLUMN_ROLES: Final[Mapping[ColumnRole, str]] = {
    ColumnRole.ADVANCE: N_("advance party"),
    ColumnRole.LEAD: N_("lead vehicle"),
    ColumnRole.MAIN: N_("main vehicle"),
    ColumnRole.DELEGATION: N_("delegation"),
    ColumnRole.PRESS: N_("press"),
    ColumnRole.LUGGAGE: N_("luggage"),
    ColumnRole.RESERVE: N_("reserve"),
}
SEATS: Final[Mapping[str, str]] = {
    "FL": N_("front"),
    "RL": N_("behind left"),
    "RR": N_("behind right"),
}
BOOKINGS: Final[Mapping[BookingStatus, str]] = {
    BookingStatus.NEEDED: N_("needed"),
    BookingStatus.ORDERED: N_("ordered"),
    BookingStatus.READY: N_("ready"),
    BookingStatus.ISSUED: N_("issued"),
    BookingStatus.RETURNED: N_("returned"),
}
INTERPRETING: Final[Mapping[InterpretingMode, str]] = {
    InterpretingMode.NONE: "",
    InterpretingMode.CONSECUTIVE: N_("consecutive interpreting"),
    InterpretingMode.SIMULTANEOUS: N_("simultaneous interpreting"),
}
LANGUAGES: Final[Mapping[str, str]] = {
    "ru": N_("Russian"),
    "be": N_("Belarusian"),
    "en": N_("English"),
}
"""Of documents, by their codes."""
ZONES: Final[Mapping[str, str]] = {
    "Europe/Moscow": N_("Moscow time"),
    "Europe/Minsk": N_("Minsk time"),
    "Europe/Kaliningrad": N_("Kaliningrad time"),
    "Europe/Samara": N_("Samara time"),
    "Europe/Volgograd": N_("Moscow time"),
    "Europe/Simferopol": N_("Moscow time"),
    "Asia/Yekaterinburg": N_("Yekaterinburg time"),
    "Asia/Omsk": N_("Omsk time"),
    "Asia/Novosibirsk": N_("Novosibirsk time"),
    "Asia/Krasnoyarsk": N_("Krasnoyarsk time"),
    "Asia/Irkutsk": N_("Irkutsk time"),
    "Asia/Yakutsk": N_("Yakutsk time"),
    "Asia/Vladivostok": N_("Vladivostok time"),
    "Asia/Magadan": N_("Magadan time"),
    "Asia/Kamchatka": N_("Kamchatka time"),
    "Europe/Warsaw": N_("Warsaw time"),
    "Europe/Vilnius": N_("Vilnius time"),
    "Europe/Riga": N_("Riga time"),
    "Europe/Tallinn": N_("Tallinn time"),
    "Europe/Berlin": N_("Berlin time"),
    "Europe/Belgrade": N_("Belgrade time"),
    "Europe/Paris": N_("Paris time"),
    "Europe/London": N_("London time"),
    "Europe/Istanbul": N_("Istanbul time"),
    "Asia/Dubai": N_("Dubai time"),
    "Asia/Shanghai": N_("Beijing time"),
    "Asia/Almaty": N_("Almaty time"),
    "Asia/Tashkent": N_("Tashkent time"),
    "Asia/Bishkek": N_("Bishkek time"),
    "Asia/Yerevan": N_("Yerevan time"),
    "Asia/Baku": N_("Baku time"),
    "Asia/Tbilisi": N_("Tbilisi time"),
}
