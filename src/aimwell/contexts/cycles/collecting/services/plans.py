"""Who counts on which day. The number of planned counts of the cycle follows."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable

from django.db import transaction

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting.models import BETWEEN, CountPlan
from aimwell.contexts.cycles.collecting.services.rooms import one_room, twin_of
from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.orgs.models import SpanKind
from aimwell.contexts.orgs.queries import spans_over
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.collecting import MOST_PEOPLE, checked_days, people_of, planned_days

UNFINISHED = (CycleState.DRAFT, CycleState.DOING, CycleState.STUDYING)


@transaction.atomic
def plan_counts(
    *,
    by: User,
    cycle: Cycle,
    people: Iterable[str],
    first: datetime.date,
    last: datetime.date,
    weekdays: Iterable[int],
    key: uuid.UUID | None = None,
) -> list[CountPlan]:
    """A row for each room or person, with the school days from `first` to `last`. The same `key` again: once.

    Raises NotAllowed, Refused: wrong_state, planned_already, plan_without_people, name_too_long, plan_too_many,
    plan_backwards, plan_without_days, plan_too_long. Nothing is kept then.
    """
    stored = in_state(held(by=by, obj=cycle), *UNFINISHED)
    names = people_of(people)
    shut = spans_over(stored.owner_team, first, last).filter(kind=SpanKind.NO_SCHOOL)
    days = planned_days(first, last, weekdays, shut.values_list("starts_on", "ends_on"))
    keys = {name: uuid.uuid5(key, name) if key else None for name in names}
    kept = list(CountPlan.objects.filter(cycle=stored, ended_at=None))
    for name in names:
        twin = twin_of(kept, name)
        if twin is not None and (twin.client_key is None or twin.client_key != keys[name]):
            raise Refused("planned_already", who=twin.who)
    if len(kept) + sum(twin_of(kept, name) is None for name in names) > MOST_PEOPLE:
        raise Refused("plan_too_many", most=MOST_PEOPLE)
    made = [
        create_content(by=by, model=CountPlan, key=keys[name], cycle=stored, who=name, days=_text(days))
        for name in names
    ]
    follow(by=by, cycle=stored)
    return made


@transaction.atomic
def change_plan(
    *, by: User, plan: CountPlan, version: int | None, who: str, days: Iterable[datetime.date]
) -> CountPlan:
    """Another name, other days. Raises NotAllowed, StaleEdit, Refused: wrong_state, planned_already,
    plan_without_people, plan_without_days, plan_too_long."""
    cycle = in_state(held(by=by, obj=plan.cycle), *UNFINISHED)
    name = one_room(who)
    if twin_of(CountPlan.objects.filter(cycle=cycle, ended_at=None).exclude(pk=plan.pk), name):
        raise Refused("planned_already", who=name)
    changed = change_content(by=by, obj=plan, version=version, who=name, days=_text(checked_days(days)))
    follow(by=by, cycle=cycle)
    return changed


def follow(*, by: User, cycle: Cycle) -> None:
    """The cycle says how many counts are planned in all; where nobody is in the plan any more, it keeps its number."""
    total = sum(len(plan.dates) for plan in CountPlan.objects.filter(cycle=cycle, ended_at=None))
    if total:
        cycles.change_plan(by=by, cycle=cycle, version=None, planned_counts=total)


def _text(days: Iterable[datetime.date]) -> str:
    return BETWEEN.join(day.isoformat() for day in days)
