"""What the API shows and takes of choosing."""

from __future__ import annotations

import datetime

from ninja import Field, Schema

from aimwell.contexts.people.api.shared import (
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    Number,
    Said,
    Version,
    Why,
    Words,
    line,
)
from aimwell.contexts.theory.choosing.models import (
    CommitmentKind,
    ParkedState,
    ScaleChoice,
    StandChoice,
)
from aimwell.domain.theory.choosing import HIGH, LOW

MOST = 100
OneToFive = Field(ge=LOW, le=HIGH)


class OpenPointOut(Schema):
    """What is open between an idea and its causes."""

    gap: str
    words: str
    next: str = Field(description="The smallest next move.")
    reason: str = Field(description="Why the team goes on all the same; empty while nobody said.")


class ChangeIdeaOut(Schema):
    """A change idea with what is known of it. `version` is 0 while nothing is."""

    id: int
    text: str
    version: int
    offered: bool
    source: str
    how_to: str
    needs: str
    builds_on: str
    who: list[str] = Field(description="adults, routine, schedule, policy, resource, students.")
    helps: str
    left_out: str
    fees: str
    access: str
    scale: str
    indicator: int | None
    predicted: str
    amount: float | None
    by_when: datetime.date | None
    causes: list[int] = Field(description="Its own causes, or those of the drivers above it.")
    active: bool = Field(description="It has a cycle that is not done.")
    chosen_on: datetime.date | None
    open_point: OpenPointOut | None = Field(description="For the team and its coach only.")


class IdeasOut(Schema):
    ideas: list[ChangeIdeaOut]
    most: int = Field(description="How many ideas the team wants in work at one time.")
    limit_version: int
    asks_students_only: list[int] | None = Field(
        description="How many ideas ask only students or families, out of those that say; for the team alone."
    )


class NewIdeaIn(Body):
    text: line(200, least=1)
    parent: Id | None = Field(None, description="The driver it serves.")
    causes: list[Id] = Field([], max_length=MOST)
    source: line(300) = ""
    how_to: Words = ""
    needs: Words = ""
    builds_on: line(300) = ""
    offered: bool = False
    key: Key = None


class IdeaIn(Body):
    """What is not sent stays as it is."""

    version: Version
    offered: bool = False
    source: line(300) = ""
    how_to: Words = ""
    needs: Words = ""
    builds_on: line(300) = ""
    adults: bool = False
    routine: bool = False
    schedule: bool = False
    policy: bool = False
    resource: bool = False
    students: bool = False
    helps: Words = ""
    left_out: Words = ""
    fees: Words = ""
    access: Words = ""
    indicator: Id | None = None
    predicted: line(300) = ""
    amount: Number | None = None
    by_when: Day | None = None


class ScaleIn(Body):
    version: Version
    scale: ScaleChoice
    evidence: Words = Field("", description="Needed where it goes up more than one step.")


class GoOnIn(Body):
    reason: Why


class ScaleStepOut(Schema):
    on: datetime.date
    scale: str
    evidence: str


class CommitmentIn(Body):
    what: line(300, least=1)
    kind: CommitmentKind = CommitmentKind.ACTION
    owner: Id | None = Field(None, description="A place in the team, with or without a login.")
    by_when: Day | None = None
    key: Key = None


class CommitmentChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    what: line(300, least=1) = "-"
    kind: CommitmentKind = CommitmentKind.ACTION
    owner: Id | None = None
    by_when: Day | None = None


class DoneIn(Body):
    done: bool = True


class CommitmentOut(KeptOut):
    idea: int = Field(validation_alias="idea_id")
    kind: CommitmentKind
    what: str
    owner: int | None = Field(validation_alias="owner_id")
    by_when: datetime.date | None
    done_on: datetime.date | None


class RateIn(Body):
    idea: Id
    effect: int = OneToFive
    ability: int = OneToFive


class RatingsIn(Body):
    ratings: list[RateIn] = Field(max_length=MOST)


class SpreadOut(Schema):
    """All ratings of one idea, lowest first. Nobody is named."""

    idea: str
    effect: list[int]
    ability: list[int]
    quarter: str


class MyRatingOut(Schema):
    idea: int
    effect: int
    ability: int


class RatingsOut(Schema):
    opened: bool
    people: int = Field(description="How many rated so far.")
    mine: list[MyRatingOut]
    rated: list[SpreadOut] = Field(description="Empty until the ratings are shown.")


class ProposalOut(KeptOut):
    idea: int = Field(validation_alias="idea_id")
    chosen_at: datetime.datetime | None
    chosen_because: str


class ConcernOut(Schema):
    id: int
    version: int
    concern: str
    handled: str


class RoundOut(Schema):
    """Counts and words; `agreed` names those who put their name to it."""

    proposal: ProposalOut
    for_it: int
    can_live: int
    concerns: list[ConcernOut]
    agreed: list[str]


class AnswerIn(Body):
    stand: StandChoice
    concern: Words = ""
    named: bool = False


class HandledIn(Body):
    version: Version
    handled: Said


class RecordIn(Body):
    version: Version
    reason: Why


class ThoughtIn(Body):
    text: line(200, least=1)
    source: line(300) = ""
    revisit_on: Day | None = None
    key: Key = None


class ThoughtChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    text: line(200, least=1) = "-"
    source: line(300) = ""
    revisit_on: Day | None = None


class ParkIn(Body):
    revisit_on: Day | None = None


class TakeUpIn(Body):
    """One of the three is needed, but for an idea that has its lines already."""

    parent: Id | None = None
    cause: Id | None = None
    reason: Words = ""


class ParkedOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    idea: int | None = Field(validation_alias="idea_id")
    text: str
    source: str
    revisit_on: datetime.date | None
    parking: ParkedState
    settled_because: str


class LimitIn(Body):
    version: Version
    most: int = Field(ge=1, le=20)


class LimitOut(Schema):
    most: int
    version: int


class WhyNotYetIn(Body):
    version: Version = Field(description="The version you start from; 0 while it was not met.")
    said: Words = Field("", description="Empty passes it over; it is not asked again.")


class WhyNotYetOut(Schema):
    """ "If we know how to solve this, why have we not done it yet?" """

    version: int = Field(description="0: nobody met the question yet.")
    said: str
