"""Study: the prediction is met again, and what it taught is written down."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from aimwell.contexts.cycles.models import Cycle, CycleState, Decision, DecisionObject
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.pdsa.offered import check_offered

STUDY = (
    *("result", "result_out_of", "result_trend", "result_happened"),
    *("not_collected_because", "learned", "nothing_surprised_us", "surprised_by"),
    *("reached", "benefited", "not_benefited", "assumption"),
)
ACT = (
    *("decision", "decision_object", "decision_reason", "what_changes", "scale_evidence", "decided_by"),
    *("students", "setting", "circumstances"),
)


@transaction.atomic
def begin_study(*, by: User, cycle: Cycle, version: int | None = None) -> Cycle:
    """Go from Do to Study. A second call changes nothing; more counts can still come in."""
    stored = held(by=by, obj=cycle)
    if stored.state == CycleState.STUDYING and stored.ended_at is None:
        return stored
    in_state(stored, CycleState.DOING)
    return change_content(by=by, obj=stored, version=version, verb="began_study", state=CycleState.STUDYING)


@transaction.atomic
def save_study(*, by: User, cycle: Cycle, version: int | None, **answers: Any) -> Cycle:
    """Keep what is written so far in Study and Act; nothing has to be complete yet.

    Raises StaleEdit with both texts, Refused for numbers that do not fit, NotAllowed.
    """
    stored = in_state(held(by=by, obj=cycle), CycleState.STUDYING)
    changes = {name: answers[name] for name in (*STUDY, *ACT) if name in answers}
    if changes.get("surprised_by"):
        changes["nothing_surprised_us"] = False
    _check(stored, changes)
    return change_content(by=by, obj=stored, version=version, verb="changed", **changes)


@transaction.atomic
def correct_learning(*, by: User, cycle: Cycle, version: int | None, learned: str, reason: str) -> Cycle:
    """Reword the learning of a finished cycle, with a reason; the earlier words stay in its history."""
    stored = in_state(held(by=by, obj=cycle), CycleState.DONE)
    if not reason.strip():
        raise Refused("reason_needed")
    if not learned.strip():
        raise NotReady(missing=["learning"])
    return change_content(
        by=by, obj=stored, version=version, verb="corrected_learning", reason=reason.strip(), learned=learned.strip()
    )


def _check(cycle: Cycle, changes: dict[str, Any]) -> None:
    value, whole = (changes.get(name, getattr(cycle, name)) for name in ("result", "result_out_of"))
    if whole is not None and whole <= 0:
        raise Refused("zero_denominator")
    if whole is not None and value is not None and value > whole:
        raise Refused("numerator_above_denominator", numerator=_plain(value), denominator=_plain(whole))
    if value is not None and value < 0 and (whole is not None or cycle.out_of is not None):
        raise Refused("negative_count", value=_plain(value))
    for name, choices in (("decision", Decision), ("decision_object", DecisionObject)):
        if changes.get(name) and changes[name] not in choices.values:
            raise Refused("unknown_choice", value=changes[name])
    if changes.get("decision"):
        check_offered(cycle.owner_team.words, changes["decision"], cycle.decision)


def _plain(value: float) -> str:
    return f"{value:g}"
