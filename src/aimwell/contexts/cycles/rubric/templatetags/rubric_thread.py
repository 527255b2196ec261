"""What the page of a thread shows of the rubric: to its team only."""

from typing import Any

from django import template
from django.template import Context

from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.queries import ThreadView
from aimwell.contexts.cycles.rubric.queries.threads import read_in_thread

register = template.Library()


@register.inclusion_tag("rubric/on_thread.html", takes_context=True)
def rubric_on_thread(context: Context, thread: ThreadView) -> dict[str, Any]:
    begun = [step.row.cycle for step in thread.main if step.row.cycle.state != CycleState.DRAFT]
    return {"read": read_in_thread(context["request"].user, thread), "last": begun[-1] if begun else None}
