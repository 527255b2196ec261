"""Stored rows as the plain objects that the rules of a cycle work on."""

from __future__ import annotations

from collections.abc import Iterable

from aimwell.contexts.cycles.models import Cycle, EntryKind, PredictionFields, Tap
from aimwell.domain.pdsa.carry import FinishedCycle
from aimwell.domain.pdsa.judging import Result, Verdict, judge
from aimwell.domain.pdsa.moves import Act, ActObject, CycleFacts, Decision, Onward, State
from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend, check_prediction, problems
from aimwell.domain.pdsa.ramps import CycleLink
from aimwell.domain.pdsa.sizes import Size, larger_start
from aimwell.domain.pdsa.tally import Tally

NOTICED = (EntryKind.SURPRISE, EntryKind.TROUBLE)
KEPT_SIZE = "kept_size"
"""What the history says where a team has read that its test could be smaller, and stays with its plan."""


ONWARD_VERBS = {Onward.SPREAD: "next_spread", Onward.IDEA: "next_idea", Onward.AIM: "next_aim"}
"""What the history says of the choice after a change was adopted."""


def prediction_of(row: PredictionFields) -> Prediction | None:
    """The prediction as its rules see it, complete or not; None where no kind is chosen.

    Without a whole, what is counted is the unit ("4 minutes"); with one, it follows the numbers ("12 of 24 students").
    """
    if not row.kind:
        return None
    return Prediction(
        kind=Kind(row.kind),
        low=row.low,
        high=row.high,
        out_of=row.out_of,
        unit="" if row.out_of is not None else row.unit_name,
        trend=Trend(row.trend) if row.trend else None,
        event=row.event,
    )


def complete(row: PredictionFields) -> Prediction | None:
    """The prediction where it can be locked and met again; else None."""
    found = prediction_of(row)
    return found if found is not None and not problems(found) else None


def check(row: PredictionFields) -> None:
    """Raises Refused("bad_prediction") for one that does not add up; an empty one is fine in a draft."""
    if (found := prediction_of(row)) is not None:
        check_prediction(found)


def result_of(cycle: Cycle) -> Result:
    return Result(
        value=cycle.result,
        out_of=cycle.result_out_of,
        unit=_result_unit(cycle),
        trend=Trend(cycle.result_trend) if cycle.result_trend else None,
        happened=cycle.result_happened,
        not_collected=cycle.not_collected_because,
    )


def _result_unit(cycle: Cycle) -> str:
    return "" if cycle.result_out_of is not None or cycle.out_of is not None else cycle.unit_name


def verdict_of(cycle: Cycle) -> Verdict | None:
    """Prediction beside result, once there is a result or a reason for none."""
    predicted = complete(cycle)
    if predicted is None or not (has_result(cycle) or cycle.not_collected_because):
        return None
    return judge(predicted, result_of(cycle))


def has_result(cycle: Cycle) -> bool:
    return cycle.result is not None or bool(cycle.result_trend) or cycle.result_happened is not None


def decision_of(cycle: Cycle) -> Decision | None:
    if not cycle.decision:
        return None
    return Decision(
        act=Act(cycle.decision),
        reason=cycle.decision_reason,
        about=ActObject(cycle.decision_object or ActObject.IDEA),
        change=cycle.what_changes,
        evidence=cycle.scale_evidence,
    )


def facts_of(cycle: Cycle) -> CycleFacts:
    """The cycle as the rules of starting and finishing see it."""
    return CycleFacts(
        what=cycle.try_what,
        prediction=prediction_of(cycle),
        look_on=cycle.look_on,
        has_result=has_result(cycle) or bool(cycle.not_collected_because.strip()),
        learning=cycle.learned,
        decision=decision_of(cycle),
    )


def finished(cycle: Cycle) -> FinishedCycle:
    """What of a finished cycle can be handed on."""
    return FinishedCycle(
        id=str(cycle.pk),
        what=cycle.try_what,
        idea=str(cycle.idea_id or ""),
        measure=str(cycle.measure_id or ""),
        where=cycle.who_where,
        count_what=cycle.count_what,
        learning=cycle.learned,
        who_counts=cycle.who_counts,
        steps=cycle.steps,
        level=cycle.level,
        size=Size(cycle.size),
    )


def starts_larger(cycle: Cycle) -> bool:
    """Whether this draft starts larger than the smallest test, or jumps more than one step from the cycle before."""
    before = cycle.predecessor
    return larger_start(Size(cycle.size), Size(before.size) if before else None)


def link_of(cycle: Cycle) -> CycleLink:
    """The cycle as a thread sees it."""
    return CycleLink(
        id=str(cycle.pk),
        state=State(cycle.state),
        follows=str(cycle.predecessor_id or ""),
        why=cycle.why_follows,
        idea=str(cycle.idea_id or ""),
    )


def tally_of(taps: Iterable[Tap]) -> Tally:
    rows = list(taps)
    return Tally({str(tap.key): tap.yes for tap in rows}, frozenset(str(tap.key) for tap in rows if tap.undone))
