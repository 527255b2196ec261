"""Who counts on which day."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field
from ninja.responses import Status

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.api import shapes
from aimwell.contexts.cycles.collecting.api.base import language, own, router
from aimwell.contexts.cycles.collecting.models import CountPlan
from aimwell.contexts.cycles.collecting.queries import plan_view
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Key, Version, line
from aimwell.domain.pdsa.collecting import MOST_DAYS, MOST_PEOPLE

Weekday = Annotated[int, Field(ge=0, le=6)]


class PlanCountsIn(Body):
    """Days without school in the calendar are left out."""

    people: Annotated[list[line(80, least=1)], Field(min_length=1, max_length=MOST_PEOPLE)]
    first: Day
    last: Day
    weekdays: Annotated[list[Weekday], Field(min_length=1, max_length=7, description="0 is Monday.")]
    key: Key = None


class CountPlanIn(Body):
    """What is not sent stays as it is."""

    version: Version
    who: line(80, least=1) = "-"
    days: Annotated[list[Day], Field(max_length=MOST_DAYS)] = []


@router.get("/cycles/{cycle_id}/planned-counts", response={200: shapes.PlannedCountsOut, **READ})
def get_planned_counts(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """Planned counts beside those that came in, by person and day."""
    view = plan_view(own(request, Cycle, cycle_id), language())
    rows = [
        {"plan": row.plan, "planned": row.row.planned, "received": row.row.received, "days": list(row.row.cells)}
        for row in view.rows
    ]
    found = view.grid
    return {"planned": found.planned, "received": found.received, "beside": found.beside, "rows": rows}


@router.post("/cycles/{cycle_id}/planned-counts", response={201: list[shapes.CountPlanOut], **WRITE})
def plan_counts(request: HttpRequest, cycle_id: Id, plan: PlanCountsIn) -> Status[list[CountPlan]]:
    """A row for each room or person; all of them, or none."""
    return Status(201, services.plan_counts(by=request.user, cycle=own(request, Cycle, cycle_id), **dict(plan)))


@router.patch("/count-plans/{plan_id}", response={200: shapes.CountPlanOut, **EDIT})
def change_count_plan(request: HttpRequest, plan_id: Id, plan: CountPlanIn) -> CountPlan:
    """Another name, other days."""
    row = own(request, CountPlan, plan_id)
    sent = plan.sent()
    facts = {"who": sent.get("who", row.who), "days": sent.get("days", row.dates)}
    return services.change_plan(by=request.user, plan=row, version=plan.version, **facts)
