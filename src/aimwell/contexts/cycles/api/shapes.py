"""What the API shows of a cycle."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from ninja import Field, Schema

from aimwell.contexts.cycles.models import (
    CycleState,
    Decision,
    DecisionObject,
    EntryKind,
    Level,
    Origin,
    PredictionKind,
    Size,
    Trend,
)
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.orgs.models import Method
from aimwell.contexts.people.api.shared import KeptOut, OwnedOut, fields_of

Kind = PredictionKind | Literal[""]


class PredictionOut(Schema):
    """Which fields count depends on `kind`; it is empty where nothing is predicted yet."""

    kind: Kind
    low: float | None = Field(description="The number, or the lower end of a range.")
    high: float | None = Field(description="The upper end; for at_most the number.")
    out_of: float | None
    trend: Trend | Literal[""]
    event: str
    unit_name: str = Field(description="Who or what is counted.")
    chance: int | None = Field(description="How sure, in percent; part of the prediction.")


class CycleOut(OwnedOut, PredictionOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    number: int = Field(description="Its number in the inquiry.")
    predecessor: int | None = Field(validation_alias="predecessor_id", description="The cycle it follows.")
    why_follows: str
    state: CycleState
    idea: int | None = Field(validation_alias="idea_id")
    measure: int | None = Field(validation_alias="measure_id")
    try_what: str
    look_on: datetime.date | None
    because: str
    who_where: str
    count_what: str
    planned_counts: int | None
    question: str = Field(description="What the team wants to know.")
    steps: str = Field(description="How it is done, so that somebody else could do it.")
    who_counts: str
    level: Level
    size: Size = Field(description="one is the smallest test; spreading goes 1, 5, 25.")
    rooms: int | None
    meant_for: int | None = Field(description="How many students it is meant for.")
    practice: bool = Field(description="Only for practice; it counts nowhere.")
    origin: Origin | Literal[""] = Field(description="How it came to be here, where it was not planned here first.")
    paused_on: datetime.date | None = Field(description="Since when it rests.")
    carried_over: list[str]
    method: Method | Literal[""] = Field(description="The method in use when Do started; empty before.")
    locked_at: datetime.datetime | None = Field(description="When Do started and the prediction was locked.")
    result: float | None
    result_out_of: float | None
    result_trend: Trend | Literal[""]
    result_happened: bool | None
    not_collected_because: str
    learned: str
    nothing_surprised_us: bool = Field(description="Said as a choice: no surprise, and nothing in the way.")
    surprised_by: str
    reached: int | None = Field(description="How many students it reached; empty where they are too few to show.")
    benefited: str
    not_benefited: str
    assumption: str = Field(description="Which assumption a result other than predicted questions.")
    decision: Decision | Literal[""]
    decision_object: DecisionObject | Literal[""]
    decision_reason: str
    what_changes: str
    scale_evidence: str
    decided_by: str
    students: str = Field(description="For which students it held.")
    setting: str
    circumstances: str
    done_at: datetime.datetime | None


class CycleWordsOut(CycleOut):
    predicted: str = Field(description="The prediction in words; empty until it is whole.")
    found: str = Field(description="Prediction beside result, in neutral words.")
    gap: str = Field(description="How far the result lies from the prediction, in words; empty where it was met.")
    mark: str = Field(description="met, below, above, set_aside, or planned where there is no result yet.")


class AmendmentOut(KeptOut, PredictionOut):
    """A dated change beside a locked prediction."""

    reason: str


class EntryOut(KeptOut):
    cycle: int = Field(validation_alias="cycle_id")
    kind: EntryKind
    text: str
    place: str
    seen_by: str = Field(description="Who saw it, where somebody else wrote it down.")
    happened_on: datetime.date
    expected: int | None = Field(description="How many there are to hear, for a tally.")
    count: int | None = Field(description="Empty while a tally is open.")
    out_of: int | None


class CycleWholeOut(CycleWordsOut):
    may_edit: bool
    missing: list[str] = Field(description="What Do still waits for, in words.")
    hint: str = Field(description="A quiet hint on the prediction, for the team.")
    test_of_idea: int = Field(description="Which test of its idea it is, the first is 1; 0 without an idea.")
    could_shrink: list[str] = Field(description="What of a first test could be smaller: size, rooms, time.")
    larger: bool = Field(description="Whether starting asks for one sentence, because it starts larger.")
    amendments: list[AmendmentOut]
    successors: list[int]
    received: int = Field(description="Counts that came in; `planned_counts` says how many were planned.")
    suggested: dict[str, float] = Field(description="The result as the counts have it; empty where they have none.")


class FinishedOut(Schema):
    cycle: CycleWordsOut
    next: CycleWordsOut | None = Field(description="The draft that the decision made.")


def cycle_words(row: CycleRow) -> dict[str, Any]:
    told = {"predicted": row.predicted, "found": row.found, "gap": row.gap, "mark": row.mark}
    return {**fields_of(CycleOut, row.cycle), **told}
