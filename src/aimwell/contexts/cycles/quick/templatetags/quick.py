"""What the page of a cycle shows of the short ways in: that it rests, is only for practice, where it came from."""

from typing import Any

from django import template

from aimwell.contexts.cycles.models import CycleState, Origin
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.quick import queries
from aimwell.contexts.theory.queries.loose import is_loose

register = template.Library()


@register.inclusion_tag("quick/on_cycle.html", takes_context=True)
def quick_head(context: template.Context, view: CycleView) -> dict[str, Any]:
    """At the head of a cycle. One query where it rests, else none."""
    cycle = view.cycle
    return {
        "view": view, "cycle": cycle, "csrf_token": context.get("csrf_token"),
        "resting": queries.resting_of(view.user, cycle),
        "quick": cycle.origin == Origin.QUICK, "loose": is_loose(cycle.inquiry) and not cycle.practice,
        "may_edit": view.may_edit and cycle.ended_at is None,
    }  # fmt: skip


@register.inclusion_tag("quick/at_foot.html")
def quick_foot(view: CycleView) -> dict[str, Any]:
    """At the foot: the way to let an open cycle rest."""
    open_now = view.cycle.state != CycleState.DONE and view.cycle.paused_on is None
    return {"cycle": view.cycle, "may_rest": open_now and not view.cycle.practice}
