# SPDX-License-Identifier: MIT
"""What an edition holds: frozen values of plain strings in one language, for one audience."""

from __future__ import annotations

from datetime import date, datetime

from visitplanner.domain.kinds import Kind
from visitplanner.domain.people import MemberRole, Side
from visitplanner.domain.period import LocalTime
from visitplanner.domain.programme import Certainty, ItemStatus, Part, PressMode
from visitplanner.domain.text import Language, Value, Visibility


class Named(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody in the papers: a person with his post, a delegation or a group as such."""

    id: str
    name: str
    """Nominative; a person as «В. Н. Анохин», with no-break spaces."""
    post: str = ""
    """Nominative, on the day of the item; empty for delegations and groups."""
    post_short: str = ""
    note: str = ""
    """The own part in words, or from when to when he is there."""
    side: Side | None = None
    head: bool = False
    """Heads a delegation."""

    @property
    def text(self) -> str:
        """Post and name in one phrase that stands alone."""
        named = f"{self.post} {self.name}" if self.post else self.name
        return f"{named} ({self.note})" if self.note else named


class PeopleLine(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of people of an item: «Участвуют», «Встречают», «Сопровождают»."""

    part: Part
    label: str
    """Without the colon."""
    names: tuple[Named, ...]

    @property
    def text(self) -> str:
        """«Участвуют: Губернатор … В. Н. Анохин, …»."""
        return f"{self.label}: {', '.join(n.text for n in self.names)}"


class Site(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where an item is: «Дом правительства, зал 1» with its address and position."""

    text: str
    """Venue and room in the nominative."""
    venue: str
    room: str = ""
    address: str = ""
    entrance: str = ""
    latitude: float | None = None
    longitude: float | None = None


class StepLine(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A step of a ceremony."""

    offset: int
    """Minutes from the start of the item."""
    time: str
    """«11.05», empty while the item is untimed."""
    minutes: int
    action: str
    actors: str = ""
    announcer: str = ""
    """What the announcer says."""
    position: str = ""
    resources: str = ""


class VehicleLine(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A vehicle on one transfer."""

    order: int
    """Number in the column, 0 while open."""
    name: str
    category: str
    """«легковой автомобиль», «микроавтобус», «автобус»."""
    role: str
    side: Side
    escorted: bool
    seats: int
    departs: str
    """«9.45»."""
    leaves: LocalTime | None = None
    """The same as a time."""
    in_charge: str = ""
    passengers: tuple[str, ...] = ()
    """«А. М. Субботин (сзади справа)» in the order of the seats."""
    passenger_ids: tuple[str, ...] = ()
    """Who they are, in the same order."""
    unnamed: int = 0
    plate: str = ""
    driver: str = ""
    notes: str = ""


class DocumentLine(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A document to sign."""

    id: str
    title: str
    item_id: str = ""
    item_title: str = ""
    parties: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    """«от Смоленской области – Губернатор … В. Н. Анохин»."""
    copies: tuple[str, ...] = ()
    """One line for each original: who keeps it, who is named first, who signs left."""
    status: str = ""
    clearances: tuple[str, ...] = ()


class QuestionLine(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question of an agenda."""

    number: int
    question: str
    side: str = ""
    speaker: str = ""
    cospeakers: str = ""
    minutes: int = 0
    discussion_minutes: int = 0
    expected_decision: str = ""
    decision: str = ""


class AgendaPaper(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The agenda of one session."""

    id: str
    item_id: str
    item_title: str
    chair: str = ""
    cochair: str = ""
    secretary: str = ""
    opening_minutes: int = 0
    closing_minutes: int = 0
    break_minutes: int = 0
    status: str = ""
    questions: tuple[QuestionLine, ...] = ()


class Row(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One item as this audience may see it."""

    id: str
    kind: Kind
    kind_name: str
    """«Церемония подписания»."""
    title: str
    day: date | None
    """Under which heading it stands; none: not yet on a day."""
    start: LocalTime | None = None
    end: LocalTime | None = None
    zone: str
    end_zone: str
    zone_name: str = ""
    """In words: «время московское», «время варшавское – время минское»."""
    start_utc: int | None = None
    """Minutes since 1970-01-01T00:00 UTC (`period.instant`)."""
    end_utc: int | None = None
    whole_day: bool = False
    """Has a day but no time."""
    certainty: Certainty = Certainty.EXACT
    when: str = ""
    """The printed time: «11.00–11.20», «ориентировочно 16.45–17.00», «Время уточняется»."""
    clock: str = ""
    """Its figures alone, «16.45–17.00»."""
    clock_note: str = ""
    """Its words alone, «ориентировочно», for a line of their own."""
    minutes: int = 0
    status: ItemStatus
    status_name: str
    """«Предварительно», «Подтверждено», «Отменено»."""
    tracks: tuple[str, ...] = ()
    """Names of its lines of the programme."""
    track_ids: tuple[str, ...] = ()
    parallel: bool = False
    """Runs while another timed item of the view does."""
    block: str = ""
    """Id of the first item of its block, also on that item itself."""
    site: Site | None = None
    destination: Site | None = None
    """Of a transfer: where it ends."""
    travel: str = ""
    """«Время в пути – 10 мин.»."""
    people: tuple[PeopleLine, ...] = ()
    public_text: str = ""
    dress: str = ""
    press_mode: PressMode = PressMode.NONE
    press: str = ""
    """«Пресса: протокольная съёмка»; empty when there is nothing to say."""
    on_behalf_of: str = ""
    steps: tuple[StepLine, ...] = ()
    documents: tuple[DocumentLine, ...] = ()
    agenda: AgendaPaper | None = None
    extra: tuple[str, ...] = ()
    """Further lines of what only its kind has: toasts, stops, train, wreaths."""
    # Above public:
    internal_text: str = ""
    responsible: str = ""
    """«И. П. Петров»."""
    responsible_phone: str = ""
    deputy: str = ""
    deputy_phone: str = ""
    resources: tuple[str, ...] = ()
    vehicles: tuple[VehicleLine, ...] = ()
    interpreters: tuple[str, ...] = ()
    fallback: str = ""
    """The bad-weather variant."""
    shorten_to: int = 0
    """To how many minutes it can be cut; 0: not said."""
    setup_minutes: int = 0
    strike_minutes: int = 0
    # Of the record:
    uid: str = ""
    sequence: int = 0
    created: datetime | None = None
    changed: datetime | None = None
    removed: bool = False
    """No longer in the plan: a tombstone, status cancelled."""


class Day(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A day of the programme with its rows in order of time; untimed ones first."""

    date: date | None
    """None: rows that have no day yet."""
    heading: str
    """«23 декабря 2025 года, вторник»."""
    rows: tuple[Row, ...]


class Member(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of a delegation list."""

    number: int
    person: str
    name: str
    """Full, surname first."""
    list_name: str
    """The same with the surname in capitals, as lists print it."""
    post: str
    role: MemberRole
    role_name: str
    status_name: str
    counterpart: str = ""
    """«В. Н. Анохин»."""
    head: bool = False
    phone: str = ""
    email: str = ""
    diet: str = ""
    notes: str = ""
    hotel_room: str = ""


class DelegationList(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A delegation by precedence."""

    id: str
    side: Side
    party: str
    """«Витебская область»."""
    title: str
    """«Делегация Витебской области»."""
    members: tuple[Member, ...]


class Attendance(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person's line of the table people × items."""

    person: str
    name: str
    post: str
    side: Side | None
    delegation: str
    marks: tuple[str, ...]
    """One for each row of `ProgrammeView.rows`: empty, or what he does there."""


class ProblemLine(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A finding, already worded by the caller (editions know no rules)."""

    code: str
    severity: str
    """Displayed: «Ошибка», «Внимание», «К сведению»."""
    level: str = ""
    """error, warning or info."""
    message: str
    items: tuple[str, ...] = ()
    """Ids of items."""
    due: bool = True
    waived: bool = False
    reason: str = ""
    """Of the waiver."""


class Approval(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The block УТВЕРЖДАЮ: heading, post, name, line of the date."""

    heading: str
    post: str
    name: str
    year: int
    on: date | None = None
    """The day of the approval; None while it is to be filled in by hand."""


class ProgrammeView(Value, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A programme for one audience, one language and one scope."""

    audience: Visibility
    language: Language
    scope: str = ""
    """Id of the delegation, person or track; empty for the whole visit."""
    scope_kind: str = ""
    """"person", "delegation", "track" or empty."""
    scope_name: str = ""
    visit_uid: str
    code: str
    """ASCII name for files."""
    title: str
    """The visit's own title, for lists, calendars and metadata."""
    heading: str
    """«Программа», «Программа (рабочая)»; who prints may set it in capitals."""
    subject: str
    """«пребывания делегации Витебской области во главе с … в Смоленской области»."""
    subject_lines: tuple[str, ...]
    """The same in phrases, to be set one under the other."""
    dates: str
    """«23 декабря 2025 года», «23–24 декабря 2025 года»."""
    starts: date
    ends: date
    zone: str
    zone_note: str
    """«время московское»."""
    time_separator: str
    page_profile: str
    """The office's page norms, «ru» or «by»."""
    basis: str = ""
    notes: str = ""
    host: str
    guest: str
    languages: tuple[str, ...]
    days: tuple[Day, ...] = ()
    removed: tuple[Row, ...] = ()
    """Tombstones of the record, as cancelled rows."""
    delegations: tuple[DelegationList, ...] = ()
    """In the order of the policy: guests first unless it says otherwise."""
    attendance: tuple[Attendance, ...] = ()
    agendas: tuple[AgendaPaper, ...] = ()
    documents: tuple[DocumentLine, ...] = ()
    problems: tuple[ProblemLine, ...] = ()
    approval: Approval | None = None
    """None where the policy or the audience drops it."""
    mark: str = ""
    """«Служебное» on papers above public."""
    approved: bool = False
    stamp: str
    """«Проект, редакция 3 от 18.12»."""
    changed: datetime
    """Last change by the record, UTC; never the clock."""
    illustrative_note: str = ""
    to_follow: str = ""
    """What stands for an empty name: «Уточняется»."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all days in order."""
        return tuple(row for day in self.days for row in day.rows)
