"""What the API shows of a theory."""

from __future__ import annotations

import datetime

from ninja import Field, Schema

from aimwell.contexts.measures.models import Direction, Unit
from aimwell.contexts.people.api.shared import KeptOut, OwnedOut
from aimwell.contexts.theory.models import CauseStatus, EvidenceKind, PartKind


class InquiryOut(OwnedOut):
    """One improvement effort, with its problem in three parts."""

    problem: str
    for_whom: str
    how_known: str
    skipped: dict[str, str] = Field(description="Steps the team went on without, each with its reason.")


class EvidenceOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    kind: EvidenceKind
    text: str
    source: str
    cause: int | None = Field(validation_alias="cause_id")


class PerspectiveOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    role: str = Field(description="Who says it, as a role; never a name.")
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


class AimWordsOut(AimOut):
    sentence: str = Field(description="The aim in words; a missing part stands in it as a question.")
    missing: list[str] = Field(description="Parts that are not there yet.")


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
    kind: str = Field(description="no_aim, orphan, dead_end or no_measure.")
    part: int | None = Field(description="Empty where the aim or the whole theory is meant.")
    words: str


class StepOut(Schema):
    key: str
    done: bool
    skipped: str = Field(description="Why the team went on without it.")


class InquiryGraphOut(InquiryOut):
    """The whole theory. Causes set aside stay in it with their reason; bones and parts set aside are for the team."""

    may_edit: bool
    steps: list[StepOut]
    problem_missing: list[str]
    evidence: list[EvidenceOut]
    perspectives: list[PerspectiveOut]
    bones: list[BoneOut]
    causes: list[CauseOut]
    aim: AimWordsOut | None
    parts: list[PartInMapOut]
    links: list[LinkOut]
    loose_ends: list[LooseEnd]
