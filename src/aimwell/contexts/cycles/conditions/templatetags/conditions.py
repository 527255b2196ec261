"""What the pages of cycles show of conditions: those of one cycle, the map of a thread, and looks that wait."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from aimwell.contexts.cycles.conditions import queries
from aimwell.contexts.cycles.conditions.queries.looks import looks_shown
from aimwell.contexts.cycles.conditions.queries.ramps import StepWords, drawing_of, lead_of, said_of
from aimwell.contexts.cycles.queries import CycleView, ThreadView
from aimwell.contexts.cycles.queries.threads import StepView
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User

register = template.Library()


@register.inclusion_tag("conditions/on_cycle.html")
def conditions_of_cycle(view: CycleView) -> dict[str, Any]:
    """In Plan: under which conditions it runs. Nothing for readers to whom places are not shown."""
    runs = queries.runs_of(view.user, view.cycle)
    looks = looks_shown(view.user, view.cycle, view.lang) if view.may_edit else []
    may_edit = view.may_edit and view.cycle.ended_at is None
    return {
        "cycle": view.cycle,
        "runs": runs,
        "may_edit": may_edit,
        "look": next((one for one in looks if one.open), None),
        "holds": may_edit and queries.is_watched(view.cycle),
    }


@register.inclusion_tag("conditions/map.html", takes_context=True)
def coverage_map(context: Context, thread: ThreadView) -> dict[str, Any]:
    user = context["request"].user
    return {"map": queries.coverage_of(user, thread), "team": thread.first.owner_team, "thread": thread}


@register.simple_tag(takes_context=True)
def waiting_looks(context: Context, team: Team) -> list[queries.LookView]:
    """Adopted changes of one's own team that wait to be looked at again."""
    user: User = context["request"].user
    return queries.due_looks(user, team, get_language() or "en")


@register.inclusion_tag("conditions/held_today.html")
def held_gains(user: User, team: Team) -> dict[str, Any]:
    """On the page of today, for members: who looks after an adopted change now, and what is counted this week."""
    return {"found": queries.held_today(user, team, get_language() or "en")}


@register.filter
def said(step: StepView, thread: ThreadView) -> StepWords:
    """A cycle of a thread in just the words of the drawing (S2 R-36)."""
    return said_of(step, thread)


@register.filter
def drawn(thread: ThreadView) -> SafeString:
    return drawing_of(thread)


@register.filter
def lead(thread: ThreadView) -> str:
    return lead_of(thread)
