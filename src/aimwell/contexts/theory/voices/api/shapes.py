"""What the API shows of voices and boards."""

from __future__ import annotations

import datetime

from ninja import Field, Schema

from aimwell.contexts.people.api.shared import KeptOut


class InterviewOut(KeptOut):
    """For the team only."""

    inquiry: int = Field(validation_alias="inquiry_id")
    kind: str
    role: str = Field(description="Who, as a role; never a name.")
    group: str
    held_on: datetime.date
    protocol: str
    consent: str
    consent_why: str
    notes: str


class QuoteOut(KeptOut):
    interview: int = Field(validation_alias="interview_id")
    theme: int = Field(validation_alias="theme_id")
    text: str


class ThemeOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    text: str


class GroundOut(KeptOut):
    """A theme or a group of answers that stands as evidence on a cause."""

    evidence: int = Field(validation_alias="evidence_id")
    cause: int = Field(validation_alias="cause_id")
    theme: int | None = Field(validation_alias="theme_id")
    category: int | None = Field(validation_alias="category_id")


class HeardOut(Schema):
    group: str
    heard: bool
    times: int | None = Field(description="How many times; for the team only.")


class FourPointsOut(KeptOut):
    """Who of those it touches took part, at four points of the work. An empty text: nobody yet."""

    inquiry: int = Field(validation_alias="inquiry_id")
    development: str
    design: str
    implementation: str
    adoption: str


class QuotedOut(Schema):
    """Words that were said. `interview` is told to the team only."""

    quote: int
    role: str
    text: str
    interview: int | None


class ThemeLineOut(Schema):
    theme: int
    text: str
    interviews: int = Field(description="In how many interviews it came up.")
    quotes: list[QuotedOut]
    causes: list[int]


class VoicesOut(Schema):
    inquiry: int
    heard: list[HeardOut]
    words: list[str]
    themes: list[ThemeLineOut]
    interviews: list[InterviewOut] = Field(description="For the team only; empty for others.")
    groupings: list[int]
    four_points: FourPointsOut | None = Field(description="Who took part; empty for those who read no voices.")


class GroupingOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    question: str
    opened_at: datetime.datetime | None = Field(description="When the ways of grouping were laid side by side.")


class CategoryOut(KeptOut):
    grouping: int = Field(validation_alias="grouping_id")
    name: str
    meaning: str
    position: int


class ResponseOut(KeptOut):
    grouping: int = Field(validation_alias="grouping_id")
    text: str
    position: int
    settled: int | None = Field(validation_alias="settled_id", description="The group after a talk.")
    sample: bool


class CodingOut(Schema):
    who: str
    mine: bool
    done: bool


class CategoryCountOut(Schema):
    category: int
    name: str
    meaning: str
    count: int | None = Field(description="Empty until the board is open, and where it is too small to be told.")
    samples: list[str]
    causes: list[int]


class CodersAgreementOut(Schema):
    """`table[i][j]`: how many the first person put into group i and the second into group j."""

    categories: list[int]
    table: list[list[int]]
    both: int
    alike: int
    kappa: float | None = Field(description="Cohen's kappa; empty where it says nothing.")
    words: list[str]


class GroupedOut(GroupingOut):
    """A board as you may see it now. Placings of the other person are in it once it is open."""

    responses: list[ResponseOut]
    categories: list[CategoryCountOut]
    codings: list[CodingOut]
    my_places: dict[int, int] = Field(description="By answer, the group where you put it.")
    final: dict[int, int] = Field(description="By answer, its group; for the team, once the board is open.")
    differ: list[int] = Field(description="Answers to talk over.")
    agreement: CodersAgreementOut | None


class StepOfReplay(Schema):
    number: int
    who: str
    response: int
    category: int | None


class ResponsesBatchOut(Schema):
    batch: str = Field(description="By it these answers can be taken back together.")
    answers: int
