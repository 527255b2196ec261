"""Act: what comes next, why, and who decided; finishing hands the learning on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState, Decision, DecisionObject
from aimwell.contexts.cycles.queries.facts import decision_of, facts_of, finished
from aimwell.contexts.cycles.services.evidence import tell_idea
from aimwell.contexts.cycles.services.keeping import bars_of
from aimwell.contexts.cycles.services.plan import draft_cycle
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.cycles.services.study import ACT, save_study
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content
from aimwell.contexts.theory.services import abandon
from aimwell.domain.errors import NotReady
from aimwell.domain.pdsa.carry import draft_next
from aimwell.domain.pdsa.moves import Move, State, after, check_finish, missing_in_decision

LONGEST_NAME = 300


@dataclass(frozen=True)
class Finished:
    """The finished cycle, and the next one where the decision drafts it."""

    cycle: Cycle
    successor: Cycle | None


@transaction.atomic
def decide(*, by: User, cycle: Cycle, version: int | None, decision: str, **more: Any) -> Cycle:
    """Store a whole decision: `decision_object`, `decision_reason`, `what_changes`, `scale_evidence`, `decided_by`.

    Raises NotReady naming what is missing: every decision asks for a reason, adapt for what will be different, scale
    for evidence (S1 R-31); Refused("unknown_choice").
    """
    answers = {name: value for name, value in {"decision": decision, **more}.items() if name in ACT}
    stored = save_study(by=by, cycle=cycle, version=version, **answers)
    made = decision_of(stored)
    missing = ("decision",) if made is None else missing_in_decision(made)
    if missing:
        raise NotReady(missing=missing)
    return stored


@transaction.atomic
def finish(*, by: User, cycle: Cycle, version: int | None, **answers: Any) -> Finished:
    """Finish a cycle, with the last answers of Study and Act. A second call gives the same cycles back.

    The idea hears how often it was tested and where it held; abandon says so on the idea if the decision is about the
    idea. Adapt, repeat and scale draft the next cycle. Raises NotReady, Refused, StaleEdit, NotAllowed.
    """
    stored = held(by=by, obj=cycle)
    if stored.state == CycleState.DONE:
        return Finished(stored, stored.successors.order_by("pk").first())
    in_state(stored, CycleState.STUDYING)
    if answers:
        stored = save_study(by=by, cycle=stored, version=version, **answers)
    check_finish(facts_of(stored))
    state = after(State(stored.state), Move.FINISH)
    done = change_content(
        by=by, obj=stored, version=None if answers else version, verb="finished", state=str(state),
        done_at=timezone.now(), reason=stored.decision_reason,
    )  # fmt: skip
    _tell(by=by, cycle=done)
    return Finished(done, _hand_on(by=by, cycle=done))


def _tell(*, by: User, cycle: Cycle) -> None:
    today = timezone.localdate(cycle.done_at)
    for bar in bars_of(cycle):
        change_content(by=by, obj=bar, version=None, cause=cycle, ends_on=max(bar.starts_on, today))
    idea = tell_idea(by=by, cycle=cycle)
    if idea is not None and cycle.decision == Decision.ABANDON and cycle.decision_object == DecisionObject.IDEA:
        abandon(by=by, part=idea, version=None, reason=cycle.decision_reason)


def _hand_on(*, by: User, cycle: Cycle) -> Cycle | None:
    """The draft of the next cycle. Its prediction is made afresh; only what is counted is carried over."""
    decision = decision_of(cycle)
    draft = draft_next(finished(cycle), decision) if decision else None
    if draft is None:
        return None
    return draft_cycle(
        by=by, inquiry=cycle.inquiry, predecessor=cycle, try_what=draft.what[:LONGEST_NAME], idea=cycle.idea,
        measure=cycle.measure, who_where=draft.where, count_what=draft.count_what, why_follows=draft.why,
        carried_over=list(draft.carries_over), unit_name=cycle.unit_name, out_of=cycle.out_of,
        planned_counts=cycle.planned_counts,
    )  # fmt: skip
