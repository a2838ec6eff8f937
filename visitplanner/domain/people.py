# SPDX-License-Identifier: MIT
"""People, their posts, and the sides, delegations and groups they come in."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from visitplanner.domain.limits import Number
from visitplanner.domain.refs import DelegationId, PartyId, PersonId, PostId
from visitplanner.domain.text import (
    INTERNAL,
    NO_FORMS,
    NO_TEXT,
    RESTRICTED,
    Entity,
    Forms,
    Text,
    Value,
)


class Side(StrEnum):
    """Who receives and who comes."""

    HOST = "host"
    GUEST = "guest"


class PartyLevel(StrEnum):
    """What kind of body a party is."""

    REGION = "region"
    CITY = "city"
    ORGANISATION = "organisation"


class Gender(StrEnum):
    """Grammatical gender of a person's name."""

    MALE = "male"
    FEMALE = "female"


class Acting(StrEnum):
    """Whether a post is held or only its duties are carried out."""

    NONE = "none"
    VRIO = "vrio"  # «врио»: temporarily acting
    IO = "io"  # «и. о.»: acting


class MemberRole(StrEnum):
    """What a person is in a delegation."""

    MEMBER = "member"
    ACCOMPANYING = "accompanying"
    PRESS = "press"
    SECURITY = "security"
    DRIVER = "driver"
    INTERPRETER = "interpreter"


class MemberStatus(StrEnum):
    """Whether a person is expected."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Party(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A region, a city or an organisation that takes part as such."""

    name: Text
    short: Text = NO_TEXT
    forms: Forms = NO_FORMS
    level: PartyLevel = PartyLevel.REGION
    country: str = ""
    """ISO 3166 code, two letters."""
    flag_ratio: str = ""


class LanguageSkill(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language a person speaks, with the level in the speaker's own words."""

    code: str
    level: str = ""


class NameForms(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Case forms of a Russian name corrected by hand, part by part."""

    surname: Forms = NO_FORMS
    given: Forms = NO_FORMS
    patronymic: Forms = NO_FORMS


NO_NAME_FORMS: Final = NameForms()


class Person(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who takes part, serves or drives; an empty name prints as "to follow"."""

    surname: Text
    given: Text = NO_TEXT
    patronymic: Text = NO_TEXT
    forms: NameForms = NO_NAME_FORMS
    gender: Gender = Gender.MALE
    citizenship: str = ""
    languages: tuple[LanguageSkill, ...] = ()
    phone: Annotated[str, INTERNAL] = ""
    email: Annotated[str, INTERNAL] = ""
    diet: Annotated[str, INTERNAL] = ""
    mobility: Annotated[str, INTERNAL] = ""
    clothes_size: Annotated[str, INTERNAL] = ""
    consent_on: Annotated[date | None, INTERNAL] = None
    """The day the person agreed to the handling of personal data."""
    notes: Annotated[str, INTERNAL] = ""


class Post(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A post a person holds from one day to another; only its head noun declines."""

    person: PersonId
    title: Text
    short: Text = NO_TEXT
    forms: Forms = NO_FORMS
    acting: Acting = Acting.NONE
    level: Number = 7
    """1 (head of a region) to 9 (driver, security), protocol.md section 2.1."""
    party: PartyId | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    """The last day in office."""

    def held_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


class Delegation(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The people a party sends or receives with; the head is one of its members."""

    party: PartyId
    side: Side
    name: Text = NO_TEXT
    head: PersonId | None = None
    substitute: PersonId | None = None


class Membership(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person in a delegation, with the rank its own side gave (1 is the head)."""

    delegation: DelegationId
    person: PersonId
    post: PostId | None = None
    rank: Number = 0
    role: MemberRole = MemberRole.MEMBER
    status: MemberStatus = MemberStatus.INVITED
    counterpart: PersonId | None = None
    """The equal by post on the other side."""
    arrives: date | None = None
    leaves: date | None = None
    badge_number: str = ""
    hotel_room: Annotated[str, RESTRICTED] = ""


class Group(Entity, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """People named together, such as the press; unnamed ones count by `headcount`."""

    name: Text
    forms: Forms = NO_FORMS
    side: Side | None = None
    members: tuple[PersonId, ...] = ()
    headcount: Number = 0

    @property
    def size(self) -> int:
        """How many people to count on."""
        return max(self.headcount, len(self.members))
