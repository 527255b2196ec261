"""What the page of a cycle shows of the rubric."""

from typing import Any

from django import template

from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.rubric.queries import readings_of

register = template.Library()


@register.inclusion_tag("rubric/on_cycle.html")
def rubric_on_cycle(view: CycleView) -> dict[str, Any]:
    """For the team, the way to it, without a query; for others what they were asked for, or what the team opened."""
    if view.cycle.state == CycleState.DRAFT or view.cycle.ended_at is not None:
        return {}
    if view.may_edit:
        return {"cycle": view.cycle, "inside": True}
    found = readings_of(view)
    return {"cycle": view.cycle, "mine": found.mine, "result": found.result}
