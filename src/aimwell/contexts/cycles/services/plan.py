"""Plan: draft a cycle, change it while it is a draft, start Do and lock what we predict."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext

from aimwell.contexts.cycles.models import Amendment, Cycle, CycleState
from aimwell.contexts.cycles.queries.facts import check, complete, facts_of
from aimwell.contexts.cycles.services.do import RUNNING
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.services import annotate
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Inquiry, Part, PartKind
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.pdsa.locks import check_unlocked
from aimwell.domain.pdsa.moves import Move, State, after, check_start
from aimwell.domain.words.speech import HOUSE, spoken

PREDICTION = ("kind", "low", "high", "out_of", "trend", "event", "unit_name")
FIXED = ("try_what", "because", *PREDICTION)  # what was thought before Do
PRACTICAL = ("look_on", "who_where", "count_what", "planned_counts", "measure", "idea", "why_follows")


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

    Raises NotAllowed, NotReady without `try_what`, Refused("bad_prediction") or Refused("unknown_choice").
    """
    inquiry = held(by=by, obj=inquiry)  # one at a time, so that each gets its own number
    if not try_what.strip():
        raise NotReady(missing=["what"])
    fields = {"try_what": try_what.strip(), "look_on": look_on, "idea": idea, "measure": measure, **plan}
    _check(inquiry, {**fields, "predecessor": predecessor})
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
    _check(stored.inquiry, {**{name: getattr(stored, name) for name in PREDICTION}, **changes})
    return change_content(by=by, obj=stored, version=version, verb="changed", **changes)


@transaction.atomic
def start_do(*, by: User, cycle: Cycle, version: int | None = None) -> Cycle:
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
        method=stored.owner_team.method,
    )  # fmt: skip
    _mark_on_chart(by=by, cycle=changed)
    return changed


def _mark_on_chart(*, by: User, cycle: Cycle) -> None:
    if cycle.measure is None:
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
    if complete(Amendment(**fields)) is None:
        raise Refused("bad_prediction")
    return create_content(by=by, model=Amendment, key=key, verb="amended", cycle=cycle, reason=reason.strip(), **fields)


def _check(inquiry: Inquiry, fields: dict[str, Any]) -> None:
    check(Cycle(**{name: fields[name] for name in PREDICTION if name in fields}))
    idea, measure, before = fields.get("idea"), fields.get("measure"), fields.get("predecessor")
    if idea is not None and (idea.inquiry_id != inquiry.pk or idea.kind != PartKind.IDEA):
        raise Refused("unknown_choice", value=str(idea))
    if measure is not None and measure.owner_team_id != inquiry.owner_team_id:
        raise Refused("unknown_choice", value=str(measure))
    if before is not None and before.inquiry_id != inquiry.pk:
        raise Refused("unknown_choice", value=str(before))
