"""What the API shows of a cycle."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from ninja import Field, Schema

from aimwell.contexts.cycles.models import CycleState, Decision, DecisionObject, EntryKind, PredictionKind, Trend
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
    carried_over: list[str]
    method: Method | Literal[""] = Field(description="The method in use when Do started; empty before.")
    locked_at: datetime.datetime | None = Field(description="When Do started and the prediction was locked.")
    result: float | None
    result_out_of: float | None
    result_trend: Trend | Literal[""]
    result_happened: bool | None
    not_collected_because: str
    learned: str
    nothing_surprised_us: bool
    decision: Decision | Literal[""]
    decision_object: DecisionObject | Literal[""]
    decision_reason: str
    what_changes: str
    scale_evidence: str
    decided_by: str
    done_at: datetime.datetime | None


class CycleWordsOut(CycleOut):
    predicted: str = Field(description="The prediction in words; empty until it is whole.")
    found: str = Field(description="Prediction beside result, in neutral words.")
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
    amendments: list[AmendmentOut]
    successors: list[int]
    received: int = Field(description="Counts that came in; `planned_counts` says how many were planned.")
    suggested: dict[str, float] = Field(description="The result as the counts have it; empty where they have none.")


class FinishedOut(Schema):
    cycle: CycleWordsOut
    next: CycleWordsOut | None = Field(description="The draft that the decision made.")


def cycle_words(row: CycleRow) -> dict[str, Any]:
    told = {"predicted": row.predicted, "found": row.found, "mark": row.mark}
    return {**fields_of(CycleOut, row.cycle), **told}
