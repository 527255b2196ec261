"""What the page of a cycle shows of support: the way to ask, without a query."""

from typing import Any

from django import template

from aimwell.contexts.cycles.queries import CycleView

register = template.Library()


@register.inclusion_tag("support/on_cycle.html")
def support_on_cycle(view: CycleView) -> dict[str, Any]:
    """For members of the team only."""
    return {"cycle": view.cycle} if view.may_edit and view.cycle.ended_at is None else {}
