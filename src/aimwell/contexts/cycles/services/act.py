"""Act: what comes next, why, and who decided; finishing hands the learning on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState, Decision, DecisionObject
from aimwell.contexts.cycles.queries.facts import ONWARD_VERBS, decision_of, facts_of, finished
from aimwell.contexts.cycles.services.evidence import tell_idea
from aimwell.contexts.cycles.services.keeping import bars_of
from aimwell.contexts.cycles.services.plan import draft_cycle
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.cycles.services.study import ACT, save_study
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content
from aimwell.contexts.theory.services import abandon
from aimwell.core.history.queries import events_of
from aimwell.core.history.services import record
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.pdsa import moves as decisions
from aimwell.domain.pdsa.carry import draft_next
from aimwell.domain.pdsa.moves import Act, Move, Onward, State, after, check_finish, missing_in_decision

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


@transaction.atomic
def choose_onward(*, by: User, cycle: Cycle, choice: str) -> Cycle | None:
    """What the team takes on after it adopted a change: spread it, the next idea, or the next aim (S2 R-33).

    The history keeps each choice. Spreading drafts the next cycle, one step larger, and gives it back; a second call
    gives the same draft. Raises NotAllowed, Refused: "unknown_choice", "wrong_state".
    """
    if choice not in tuple(Onward):
        raise Refused("unknown_choice", value=choice)
    stored = in_state(held(by=by, obj=cycle), CycleState.DONE)
    if stored.decision != Decision.ADOPT:
        raise Refused("wrong_state")
    last = events_of(stored).filter(verb__in=ONWARD_VERBS.values()).order_by("-pk").first()
    if last is None or last.verb != ONWARD_VERBS[Onward(choice)]:
        record(by=by, verb=ONWARD_VERBS[Onward(choice)], target=stored, scope_id=stored.owner_team_id)
    if choice != Onward.SPREAD:
        return None
    next_one = stored.successors.filter(ended_at=None).order_by("pk").first()
    return next_one or _draft(by, stored, decisions.Decision(Act.SCALE))


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
    return _draft(by, cycle, decision) if decision else None


def _draft(by: User, cycle: Cycle, decision: decisions.Decision) -> Cycle | None:
    draft = draft_next(finished(cycle), decision)
    if draft is None:
        return None
    return draft_cycle(
        by=by, inquiry=cycle.inquiry, predecessor=cycle, try_what=draft.what[:LONGEST_NAME], idea=cycle.idea,
        measure=cycle.measure, who_where=draft.where, count_what=draft.count_what, why_follows=draft.why,
        who_counts=draft.who_counts, steps=draft.steps, level=draft.level, size=str(draft.size),
        carried_over=list(draft.carries_over), unit_name=cycle.unit_name, out_of=cycle.out_of,
        planned_counts=cycle.planned_counts,
    )  # fmt: skip
