"""The way to the share-out from the page of a cycle."""

from typing import Any

from django import template

from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.meetings.shareout.queries.questions import waiting_on

register = template.Library()


@register.inclusion_tag("shareout/on_cycle.html")
def shareout_on_cycle(view: CycleView) -> dict[str, Any]:
    """For all who may read the cycle; how many questions wait is for its team. One query for members."""
    return {"cycle": view.cycle, "waiting": waiting_on(view.cycle) if view.may_edit else 0}
