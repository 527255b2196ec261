"""What the API shows of a network."""

from __future__ import annotations

import datetime

from ninja import Field, Schema

from aimwell.contexts.networks.api.base import NetworkThingOut
from aimwell.contexts.networks.models import Central, DriverKind, GoalKind, PositionKind, Stance, Toward
from aimwell.contexts.people.api.shared import KeptOut


class NetworkLineOut(Schema):
    id: int
    name: str


class NetworkMemberOut(Schema):
    id: int
    name: str


class NetworkGoalOut(NetworkThingOut):
    kind: GoalKind
    what: str
    who: str
    where: str
    how_much: str
    by_when: datetime.date | None
    baseline: str
    measure: str


class NetworkNoteOut(NetworkThingOut):
    goal: int = Field(validation_alias="goal_id")
    on: datetime.date
    value: str
    text: str


class NetworkGoalViewOut(NetworkGoalOut):
    missing: list[str] = Field(description="Parts that are not there yet, by name.")
    missing_words: str
    broad: bool = Field(description="Whether something is missing; it may stay so.")
    newest: NetworkNoteOut | None = Field(description="The newest note on how far it has come.")


class NetworkYearOut(NetworkThingOut):
    name: str
    starts: datetime.date
    ends: datetime.date


class NetworkOut(Schema):
    """Two strands stand side by side; no number joins them."""

    id: int
    name: str
    in_hub: bool
    members: list[NetworkMemberOut]
    years: list[NetworkYearOut]
    outcome_aim: list[NetworkGoalViewOut]
    capability_goals: list[NetworkGoalViewOut]


class NetworkDriverOut(NetworkThingOut):
    year: int = Field(validation_alias="year_id")
    kind: DriverKind
    parent: int | None = Field(validation_alias="parent_id")
    follows: int | None = Field(validation_alias="follows_id", description="The same driver in the year before.")
    name: str
    number: int


class CoverageLineOut(Schema):
    driver: NetworkDriverOut
    members: list[int] = Field(description="Members of which a team that is named works on it.")
    local_teams: int
    district_teams: int
    unnamed_teams: int = Field(description="How many of these teams do not show their names.")
    cycles: int = Field(description="Cycles open to you that began in the year.")
    words: str


class OnItsOwnOut(Schema):
    member: int
    words: str
    problems: list[str]


class NetworkCoverageOut(Schema):
    """As far as the work is open to you. It shows where to talk with each other; nothing here is a fault."""

    year: NetworkYearOut
    headline: str
    untouched: str
    drivers: list[CoverageLineOut]
    without_teams: list[int] = Field(description="Drivers that nobody works on yet.")
    quiet_members: list[int] = Field(description="Members of which no named team works on a driver.")
    clusters: list[str]
    pairs: list[str]
    on_their_own: list[OnItsOwnOut]
    toward_outcome: int = Field(description="Teams that work toward the outcome aim. Not to be added to the other one.")
    toward_capability: int


class TeamWithoutOut(Schema):
    id: int
    name: str
    kind: str


class PlacedOut(Schema):
    """One effort with its place. Without a name, team and member are empty, and so are its words."""

    team: int | None
    member: int | None
    stance: Stance
    toward: Toward
    drivers: list[int]
    cycles: int
    serves: str
    reason: str


class AlignmentOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    year: int = Field(validation_alias="year_id")
    toward: Toward
    stance: Stance
    drivers: list[int]
    serves: str
    reason: str

    @staticmethod
    def resolve_drivers(row: object) -> list[int]:
        return sorted(one.pk for one in row.drivers.all())  # type: ignore[attr-defined]


class PurposeOut(NetworkThingOut):
    org: int = Field(validation_alias="org_id")
    purpose: Toward
    central: Central
    why: str


class NetworkOptionOut(NetworkThingOut):
    choice: int = Field(validation_alias="choice_id")
    name: str
    data: str
    urgency: str
    measures: str


class PositionOut(NetworkThingOut):
    option: int = Field(validation_alias="option_id")
    org: int = Field(validation_alias="org_id")
    position: PositionKind
    text: str


class NetworkChoiceOut(NetworkThingOut):
    title: str
    decided: int | None = Field(validation_alias="decided_id")
    decided_on: datetime.date | None
    reasons: str


class NetworkChoiceWholeOut(NetworkChoiceOut):
    options: list[NetworkOptionOut]
    positions: list[PositionOut]


class NetworkWeekOut(Schema):
    """How many schools have more room, little room or no school from this Monday to Friday; none is named."""

    starts: datetime.date
    ends: datetime.date
    more: int
    little: int
    closed: int


class NetworkWeeksOut(Schema):
    schools: int = Field(description="Schools of the network; a member without any counts as one.")
    marked: int = Field(description="How many have days in their calendar, their own or from above.")
    too_few: bool = Field(description="Then a count would say whose weeks they are, and there is none.")
    best: list[NetworkWeekOut] = Field(description="At most three weeks in which most have more room.")
    weeks: list[NetworkWeekOut]
