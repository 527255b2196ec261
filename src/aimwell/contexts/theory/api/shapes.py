"""What the API shows of a theory."""

from __future__ import annotations

import datetime

from ninja import Field, Schema

from aimwell.contexts.measures.models import Direction, Unit
from aimwell.contexts.people.api.shared import KeptOut, OwnedOut
from aimwell.contexts.theory.models import (
    CauseStatus,
    EquityFrame,
    EvidenceKind,
    Moves,
    PartKind,
    TeamSays,
    Verification,
)


class InquiryOut(OwnedOut):
    """One improvement effort, with its problem in three parts."""

    problem: str
    for_whom: str
    how_known: str
    skipped: dict[str, str] = Field(description="Steps the team went on without, each with its reason.")
    subject: str = Field(
        description="Whom the sentence is about, as its author says: students, families, adults or system."
    )
    baseline_measure: int | None = Field(validation_alias="baseline_measure_id")
    baseline_on: datetime.date | None = Field(description="The day of the stored count that the problem starts from.")
    baseline_to_collect: bool
    verification: Verification = Field(description="What the data say of the problem.")
    why: str
    scale: str = Field(description="classroom, team, school, district, network or state; may be empty.")
    areas: list[str]
    principle: str = Field(description="The team’s guiding principle.")
    outcome: str = Field(description="`no_change`: understood, and no change is needed.")
    closed_at: datetime.datetime | None


class EvidenceOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    kind: EvidenceKind
    text: str
    source: str
    cause: int | None = Field(validation_alias="cause_id")


class PerspectiveOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    role: str = Field(description="Who says it, as a role; never a name.")
    group: str = Field(description="Whose voice it is: one of the groups, or empty.")
    text: str


class BoneOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    name: str
    position: int


class CauseOut(KeptOut):
    bone: int = Field(validation_alias="bone_id")
    parent: int | None = Field(validation_alias="parent_id", description="The cause whose “why?” this answers.")
    text: str
    status: CauseStatus
    how_known: str
    position: int

    kind: str = Field(description="root, contributing or empty.")
    locus: str = Field(description="Where it sits, as people tagged it.")
    level: str
    control: str
    resources: str
    effect: str
    behind: list[str] = Field(description="What stands behind it; empty: an assumption, not yet checked.")
    tenet: str
    contributor: str = Field(description="Who named it; empty for whoever is not in the team.")
    layer: str
    system_part: str
    came_from: int | None = Field(validation_alias="came_from_id", description="The cause it grew from.")
    came_how: str = Field(description="reframed or promoted.")
    chosen_because: str = Field(description="Why it comes first; empty for all but one.")
    round: int | None = Field(validation_alias="round_id", description="The silent round it was written in.")


class AimOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    what: str
    for_whom: str
    baseline: float | None = Field(description="In `unit`; a percentage is 0 to 100.")
    baseline_on: datetime.date | None
    target: float | None = Field(description="In `unit`; a percentage is 0 to 100.")
    unit: Unit
    unit_name: str
    direction: Direction
    by_when: datetime.date | None
    measure: int | None = Field(validation_alias="measure_id")
    where: str
    headcount: int | None = Field(description="How many students it is about.")
    outside: str = Field(description="What becomes of those the target leaves out.")
    outside_skipped: str = Field(description="Why that is not said yet.")
    equity: EquityFrame = Field(description="Empty: not decided yet.")
    equity_words: str
    team_says: TeamSays
    team_says_because: str
    edition: int = Field(description="A change of target, date or measure for a reason begins the next one.")
    edition_on: datetime.date | None


class AimWordsOut(AimOut):
    sentence: str = Field(description="The aim in words; a missing part stands in it as a question.")
    missing: list[str] = Field(description="Parts that are not there yet.")
    tightness: str = Field(description="The same in words, such as “how much: missing”; empty where it has it all.")
    causes: list[int] = Field(description="The root causes it answers to.")


class IndicatorOut(KeptOut):
    """A sign on the way to the aim. Without a measure it is a task of `owner`, to be done by `make_by`."""

    inquiry: int = Field(validation_alias="inquiry_id")
    name: str
    moves: Moves
    expected_on: datetime.date
    overarching: bool
    measure: int | None = Field(validation_alias="measure_id")
    owner: str
    make_by: datetime.date | None


class PartOut(KeptOut):
    """A driver or a change idea: a node of the driver diagram."""

    inquiry: int = Field(validation_alias="inquiry_id")
    kind: PartKind
    text: str
    detail: str
    who_changes: str
    measure: int | None = Field(validation_alias="measure_id")
    abandoned_because: str
    tests: int = Field(description="How many finished cycles tested it.")
    settings_held: int = Field(description="In how many settings the result met the prediction.")
    position: int


class PartInMapOut(PartOut):
    causes: list[int] = Field(description="The causes it rests on.")
    quarters: int = Field(ge=0, le=4, description="How full its circle is, in quarters.")


class LinkOut(KeptOut):
    """`child` serves `parent`; without a parent it serves the aim itself."""

    parent: int | None = Field(validation_alias="parent_id")
    child: int = Field(validation_alias="child_id")


class LooseEnd(Schema):
    kind: str = Field(description="no_aim, orphan, dead_end, no_measure or untested.")
    part: int | None = Field(description="Empty where the aim or the whole theory is meant.")
    words: str


class StepOut(Schema):
    key: str = Field(description="The same under every name.")
    name: str = Field(description="As the chosen path calls it.")
    gloss: str = Field(description="What the step is for.")
    done: bool
    skipped: str = Field(description="Why the team went on without it.")


class WordingOut(Schema):
    text: str
    on: datetime.date = Field(description="The day on which it gave way to other words.")


class InquiryGraphOut(InquiryOut):
    """The whole theory. Causes set aside stay in it with their reason; bones and parts set aside are for the team."""

    may_edit: bool
    steps: list[StepOut]
    verified_because: str
    verified_at: datetime.datetime | None
    verified_evidence: int | None
    verified_measure: int | None
    assets: str
    outcome_because: str
    earlier_wordings: list[WordingOut] = Field(description="How the problem was said before, newest first.")
    problem_missing: list[str]
    evidence: list[EvidenceOut]
    perspectives: list[PerspectiveOut]
    bones: list[BoneOut]
    causes: list[CauseOut]
    aim: AimWordsOut | None
    parts: list[PartInMapOut]
    links: list[LinkOut]
    loose_ends: list[LooseEnd]
