"""What the page of a cycle shows of collecting: the plan of counts and photos in Do, the split by room in Study."""

from __future__ import annotations

from typing import Any

from django import template

from aimwell.contexts.cycles.collecting import queries
from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.queries import CycleView

register = template.Library()


@register.inclusion_tag("collecting/on_do.html")
def collecting_do(view: CycleView) -> dict[str, Any]:
    """Counts by person for the team, photos for whoever reads the notes. Two queries."""
    own, cycle = view.may_edit, view.cycle
    open_ = cycle.ended_at is None and cycle.state != CycleState.DONE
    told: dict[str, Any] = {"cycle": cycle, "own": own, "may_change": own and open_}
    if cycle.state != CycleState.DRAFT:
        told["photos"] = list(queries.photos_of(cycle, view.eyes))
    if own:
        told["plan"] = queries.plan_view(cycle, view.lang, view.entries)
    return told


@register.inclusion_tag("collecting/on_study.html")
def collecting_study(view: CycleView) -> dict[str, Any]:
    """How many of the planned counts came in, by person, and results of rooms where the same was done. Two queries."""
    if not view.may_edit:
        return {}
    split = queries.split_of(queries.tries_of(view.cycle), view.rooms)
    plan = queries.plan_view(view.cycle, view.lang, view.entries)
    may_change = view.cycle.ended_at is None and view.cycle.state != CycleState.DONE
    return {"own": True, "cycle": view.cycle, "split": split, "plan": plan, "may_change": may_change}
