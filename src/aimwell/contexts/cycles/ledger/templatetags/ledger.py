"""What the pages of a cycle show of its habits: to its writers only."""

from typing import Any

from django import template

from aimwell.contexts.cycles.forms import PlanForm
from aimwell.contexts.cycles.ledger import queries
from aimwell.contexts.cycles.ledger.forms import cycle_in
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.queries.threads import language
from aimwell.contexts.theory.models import Inquiry

register = template.Library()


@register.inclusion_tag("ledger/on_cycle.html")
def craft(view: CycleView) -> dict[str, Any]:
    """Under the plan: which habits are there, and the smallest next move for the rest (products N-2)."""
    if not view.may_edit or view.cycle.ended_at is not None:
        return {}
    return {"craft": queries.craft_of(view)}


@register.inclusion_tag("ledger/on_plan.html")
def craft_of_plan(form: PlanForm, inquiry: Inquiry, cycle: Cycle | None) -> dict[str, Any]:
    """In the form of a plan, read again while it is typed."""
    typed = cycle_in(form, cycle or None)
    told = queries.Craft(queries.work_of(typed), language(), planning=True)
    return {"craft": told, "inquiry": inquiry, "cycle": cycle}
