"""What the API shows and takes of meetings."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from ninja import Field, Schema

from aimwell.contexts.meetings.models import Held, MeetingKind, Pattern, Purpose, TimeSource, WhyNot
from aimwell.contexts.people.api.shared import (
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    OwnedOut,
    Version,
    WallTime,
    Words,
    line,
)

Member = Annotated[Id | None, Field(description="A member, by the key that list_members gives.")]
MeetingMinutes = Annotated[int, Field(ge=1, le=480)]


def _name(person: Any) -> str:
    return str(person) if person else ""


class MeetingOut(OwnedOut):
    rhythm: int | None = Field(validation_alias="rhythm_id")
    kind: MeetingKind
    name: str
    on: datetime.date
    at: datetime.time | None
    minutes: int
    place: str
    time_source: TimeSource | Literal[""]
    cycle: int | None = Field(validation_alias="cycle_id", description="The cycle its notes go to.")
    facilitator: str = Field(description="The name of who leads it.")
    scribe: str
    status: Held
    why: WhyNot | Literal[""]
    why_words: str
    notes: str
    started_at: datetime.datetime | None
    closed_at: datetime.datetime | None

    @staticmethod
    def resolve_facilitator(row: Any) -> str:
        return _name(row["facilitator"] if isinstance(row, dict) else row.facilitator)

    @staticmethod
    def resolve_scribe(row: Any) -> str:
        return _name(row["scribe"] if isinstance(row, dict) else row.scribe)


class AgendaItemOut(KeptOut):
    meeting: int = Field(validation_alias="meeting_id")
    position: int
    purpose: Purpose
    title: str
    minutes: int
    owner: str = Field(description="The name of who leads it.")
    topic: str
    cycle: int | None = Field(validation_alias="cycle_id")
    came_from: int | None = Field(validation_alias="came_from_id", description="The item of an earlier meeting.")
    not_reached: bool

    @staticmethod
    def resolve_owner(row: Any) -> str:
        return _name(row.owner)


class MeetingDecisionOut(KeptOut):
    meeting: int = Field(validation_alias="meeting_id")
    decided_on: datetime.date = Field(description="The day of its meeting; it never moves.")
    item: int | None = Field(validation_alias="item_id")
    cycle: int | None = Field(validation_alias="cycle_id")
    text: str
    who: str = Field(description="Who does it.")
    due_on: datetime.date | None
    done_on: datetime.date | None
    let_go: str = Field(description="Why the team no longer holds on to it.")

    @staticmethod
    def resolve_decided_on(row: Any) -> datetime.date:
        return row.meeting.on  # type: ignore[no-any-return]

    @staticmethod
    def resolve_who(row: Any) -> str:
        return _name(row.owner) or str(row.owner_name)


class SuggestedLineOut(Schema):
    title: str
    purpose: Purpose
    minutes: int


class SeatOut(Schema):
    name: str
    present: bool | None = Field(description="Empty where nobody has said.")


class MeetingWholeOut(MeetingOut):
    agenda: list[AgendaItemOut]
    agenda_minutes: int = Field(description="What the items need together.")
    suggested: list[SuggestedLineOut] = Field(description="What the open work would put on an empty agenda.")
    decisions: list[MeetingDecisionOut]
    open_before: list[MeetingDecisionOut] = Field(description="What earlier meetings decided and is still open.")
    attendance: list[SeatOut] = Field(description="For the team alone.")


class RhythmOut(OwnedOut):
    pattern: Pattern
    weekday: int = Field(description="Monday is 0.")
    every: int
    at: datetime.time | None
    huddle_minutes: int
    pdsa_minutes: int
    place: str
    starts_on: datetime.date
    ends_on: datetime.date
    time_source: TimeSource | Literal[""]
    funding: str


class SessionOut(Schema):
    on: datetime.date
    kind: MeetingKind
    minutes: int


class SkippedOut(Schema):
    on: datetime.date
    name: str = Field(description="What the day is called.")


class RhythmPreviewOut(Schema):
    sessions: list[SessionOut]
    skipped: list[SkippedOut] = Field(description="Days without school and days of testing.")
    moves: int = Field(description="Planned meetings that get another day, kind or length.")
    falls_away: int
    kept: int = Field(description="Later meetings that stay, because they have notes or were called off.")


class MinutesOut(Schema):
    source: str
    minutes: int


class MonthOfMeetingsOut(Schema):
    month: str
    minutes: int
    sources: list[MinutesOut]


class HeldOut(Schema):
    """For the team and those who may help; no names, no reasons, no comparison."""

    planned: int
    held: int
    cut: int
    unsaid: int
    words: str


class MeetingsHeldOut(Schema):
    held: HeldOut | None


class RhythmFields(Body):
    starts_on: Day = Field(None)
    ends_on: Day = Field(None)
    weekday: int = Field(0, ge=0, le=6, description="Monday is 0.")
    pattern: Pattern = Pattern.ALTERNATE
    every: int = Field(1, ge=1, le=4)
    at: WallTime | None = None
    huddle_minutes: MeetingMinutes = 15
    pdsa_minutes: MeetingMinutes = 45
    place: line(120) = ""
    time_source: TimeSource | Literal[""] = ""
    funding: line(200) = ""


class RhythmIn(RhythmFields):
    starts_on: Day
    ends_on: Day
    weekday: int = Field(ge=0, le=6, description="Monday is 0.")
    key: Key = None


class RhythmChangeIn(RhythmFields):
    """What is not sent stays as it is."""

    version: Version


class RhythmEndIn(Body):
    version: Version
    reason: Words = ""


class MeetingFields(Body):
    name: line(120) = ""
    at: WallTime | None = None
    place: line(120) = ""
    time_source: TimeSource | Literal[""] = ""
    cycle: Id | None = None
    facilitator: Member = None
    scribe: Member = None


class MeetingIn(MeetingFields):
    kind: MeetingKind
    on: Day
    minutes: MeetingMinutes | None = Field(None, description="15 for a huddle and 45 for a PDSA meeting, if not sent.")
    key: Key = None


class MeetingChangeIn(MeetingFields):
    """What is not sent stays as it is."""

    version: Version
    kind: MeetingKind = MeetingKind.HUDDLE
    on: Day = Field(None)
    minutes: MeetingMinutes = 15


class ItemFields(Body):
    purpose: Purpose = Purpose.OTHER
    minutes: MeetingMinutes = 5
    owner: Member = None
    topic: line(40) = ""
    cycle: Id | None = None


class AgendaItemIn(ItemFields):
    title: line(200, least=1)
    key: Key = None


class AgendaItemChangeIn(ItemFields):
    """What is not sent stays as it is."""

    version: Version
    title: line(200, least=1) = "-"


class ItemMoveIn(Body):
    up: bool


class NotReachedIn(Body):
    not_reached: bool = True


class MeetingDecisionFields(Body):
    owner: Member = None
    owner_name: line(120) = Field("", description="Somebody without an account.")
    due_on: Day | None = None


class MeetingDecisionIn(MeetingDecisionFields):
    text: line(300, least=1)
    item: Id | None = None
    cycle: Id | None = None
    key: Key = None


class MeetingDecisionChangeIn(MeetingDecisionFields):
    """What is not sent stays as it is."""

    version: Version
    text: line(300, least=1) = "-"


class DecisionDoneIn(Body):
    on: Day | None = Field(None, description="Today, where it is not sent.")


class LetGoIn(Body):
    reason: line(300, least=1)


class MeetingNotesIn(Body):
    version: Version
    notes: Words


class AttendIn(Body):
    member: Member = None
    name: line(120) = Field("", description="Somebody without an account.")
    present: bool = True


class MeetingCloseIn(Body):
    version: Version
    status: Held = Held.HELD
    why: WhyNot | Literal[""] = ""
    why_words: line(300) = ""
    next_on: Day | None = Field(None, description="Needed where no later meeting is planned, or `without_next`.")
    without_next: line(300) = Field("", description="Why there is no next date.")


class CallOffIn(Body):
    why: WhyNot | Literal[""] = ""
    why_words: line(300) = ""
