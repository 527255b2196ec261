"""Plan: draft a cycle, change it while it is a draft, start Do and lock what we predict."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext

from aimwell.contexts.cycles.models import Amendment, Cycle, CycleState, Level, Size
from aimwell.contexts.cycles.queries.facts import check, complete, facts_of, starts_larger
from aimwell.contexts.cycles.services.do import RUNNING
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.services import annotate
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.choosing.services import go_on_with
from aimwell.contexts.theory.models import Inquiry, Part, PartKind
from aimwell.contexts.theory.services import go_on_unchecked
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.pdsa.locks import check_unlocked
from aimwell.domain.pdsa.moves import Move, State, after, check_start
from aimwell.domain.pdsa.predictions import check_chance
from aimwell.domain.words.speech import HOUSE, spoken

PREDICTION = ("kind", "low", "high", "out_of", "trend", "event", "unit_name", "chance")
FIXED = ("try_what", "question", "because", *PREDICTION)  # what was thought before Do
PRACTICAL = (
    *("look_on", "who_where", "count_what", "planned_counts", "measure", "idea", "why_follows"),
    *("steps", "who_counts", "level", "size", "rooms", "meant_for"),
)


@transaction.atomic
def draft_cycle(
    *,
    by: User,
    inquiry: Inquiry,
    try_what: str,
    look_on: datetime.date | None = None,
    idea: Part | None = None,
    measure: Measure | None = None,
    predecessor: Cycle | None = None,
    key: uuid.UUID | None = None,
    **plan: Any,
) -> Cycle:
    """A new draft with the next number of its inquiry. `plan`: prediction fields and the other plan fields.

    What follows from a cycle says in `why_follows` what was learned that leads here (S1 R-33); after one for practice
    it is for practice too. Raises NotAllowed, NotReady, Refused("bad_prediction") or Refused("unknown_choice").
    """
    inquiry = held(by=by, obj=inquiry)  # one at a time, so that each gets its own number
    if not try_what.strip():
        raise NotReady(missing=["what"])
    fields = {"try_what": try_what.strip(), "look_on": look_on, "idea": idea, "measure": measure, **plan}
    _check(inquiry, {**fields, "predecessor": predecessor})
    if predecessor is not None:
        _check_why(plan.get("why_follows", ""))
        fields["practice"] = predecessor.practice or fields.get("practice", False)
    number = (Cycle.objects.filter(inquiry=inquiry).aggregate(last=Max("number"))["last"] or 0) + 1
    return create_content(
        by=by, model=Cycle, key=key, owner_team=inquiry.owner_team, inquiry=inquiry, number=number,
        predecessor=predecessor, **fields,
    )  # fmt: skip


@transaction.atomic
def change_plan(*, by: User, cycle: Cycle, version: int | None, **plan: Any) -> Cycle:
    """Change the plan. Once Do has started, what we try and predict stays; practical things still move, dated.

    Raises Refused("prediction_locked"), StaleEdit, NotAllowed, NotReady, Refused("bad_prediction").
    """
    stored = held(by=by, obj=cycle)
    in_state(stored, CycleState.DRAFT, *RUNNING)
    changes = {name: plan[name] for name in (*FIXED, *PRACTICAL) if name in plan}
    if any(changes[name] != getattr(stored, name) for name in FIXED if name in changes):
        check_unlocked(State(stored.state), stored.locked_at)
    if not changes.get("try_what", stored.try_what).strip():
        raise NotReady(missing=["what"])
    if stored.predecessor_id is not None and "why_follows" in changes:
        _check_why(changes["why_follows"])
    _check(stored.inquiry, {**{name: getattr(stored, name) for name in PREDICTION}, **changes})
    return change_content(by=by, obj=stored, version=version, verb="changed", **changes)


@transaction.atomic
def start_cycle(*, by: User, cycle: Cycle, version: int | None = None, reason: str = "") -> Cycle:
    """Start Do, as a team does. `reason` is kept; asked for where the problem was not checked with data (S4 R-4) or has
    no cause or voice yet (S0 R-1), a point is open between the idea and its causes (S4 R-47), or the start is
    larger than the smallest (S2 R-30).

    Raises Refused: "problem_unchecked", "problem_unseen", "idea_open_point", "larger_start"; what `start_do` raises.
    """
    stored = held(by=by, obj=cycle)
    if stored.locked_at is not None:
        return start_do(by=by, cycle=stored, version=version)
    check_start(facts_of(stored))
    go_on_unchecked(by=by, inquiry=stored.inquiry, reason=reason)
    go_on_with(by=by, idea=stored.idea, reason=reason)
    larger = starts_larger(stored)
    if larger and not reason.strip():
        raise Refused("larger_start")
    return start_do(by=by, cycle=stored, version=version, reason=reason.strip() if larger else "")


@transaction.atomic
def start_do(*, by: User, cycle: Cycle, version: int | None = None, reason: str = "") -> Cycle:
    """Start Do: from now on the prediction is locked. A second call changes nothing.

    Raises NotReady naming what is missing of "what", "prediction", "look_on"; Refused("bad_prediction"), StaleEdit.
    """
    stored = held(by=by, obj=cycle)
    if stored.locked_at is not None and stored.state == CycleState.DOING:
        return stored
    in_state(stored, CycleState.DRAFT)
    check_start(facts_of(stored))
    state = after(State(stored.state), Move.START)
    changed = change_content(
        by=by, obj=stored, version=version, verb="locked", state=str(state), locked_at=timezone.now(), locked_by=by,
        method=stored.owner_team.method, reason=reason,
    )  # fmt: skip
    _mark_on_chart(by=by, cycle=changed)
    return changed


def _mark_on_chart(*, by: User, cycle: Cycle) -> None:
    if cycle.measure is None or cycle.practice:
        return
    start = timezone.localdate(cycle.locked_at)
    with spoken(HOUSE):  # kept in the usual word; each chart says it in the words of its moment
        label = gettext("Cycle %(number)s") % {"number": cycle.number}
    annotate(
        by=by, measure=cycle.measure, kind="cycle", label=label, starts_on=start,
        ends_on=max(start, cycle.look_on) if cycle.look_on else None, source_id=cycle.pk,
    )  # fmt: skip


@transaction.atomic
def amend_prediction(
    *, by: User, cycle: Cycle, reason: str, key: uuid.UUID | None = None, **prediction: Any
) -> Amendment:
    """A dated change beside a locked prediction; the original stays as it was (S1 R-27).

    Raises Refused: "wrong_state" before the lock and after the end, "reason_needed", "bad_prediction".
    """
    in_state(held(by=by, obj=cycle), *RUNNING)
    if not reason.strip():
        raise Refused("reason_needed")
    fields = {name: prediction[name] for name in PREDICTION if name in prediction}
    check_chance(fields.get("chance"))
    if complete(Amendment(**fields)) is None:
        raise Refused("bad_prediction")
    return create_content(by=by, model=Amendment, key=key, verb="amended", cycle=cycle, reason=reason.strip(), **fields)


def _check_why(why: str) -> None:
    if not why.strip():
        raise NotReady(missing=["why_follows"])


def _check(inquiry: Inquiry, fields: dict[str, Any]) -> None:
    check(Cycle(**{name: fields[name] for name in PREDICTION if name in fields}))
    check_chance(fields.get("chance"))
    for name, choices in (("level", Level), ("size", Size)):
        if name in fields and fields[name] not in choices.values:
            raise Refused("unknown_choice", value=fields[name])
    idea, measure, before = fields.get("idea"), fields.get("measure"), fields.get("predecessor")
    if idea is not None and (idea.inquiry_id != inquiry.pk or idea.kind != PartKind.IDEA):
        raise Refused("unknown_choice", value=str(idea))
    if measure is not None and measure.owner_team_id != inquiry.owner_team_id:
        raise Refused("unknown_choice", value=str(measure))
    if before is not None and before.inquiry_id != inquiry.pk:
        raise Refused("unknown_choice", value=str(before))
