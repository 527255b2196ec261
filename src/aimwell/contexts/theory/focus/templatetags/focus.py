from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import may_edit_team
from aimwell.contexts.theory.focus.queries import aims_of, gap_look
from aimwell.contexts.theory.queries import InquiryView

register = template.Library()


@register.inclusion_tag("focus/on_aim.html", takes_context=True)
def gap_on_aim(context: Context, view: InquiryView) -> dict[str, Any]:
    """Among the cards of the aim: for whom it closes a gap (S2 R-17)."""
    look = gap_look(context["request"].user, view)
    return {"look": look, "runs": look.runs, "inquiry": view.inquiry, "view": view}


@register.inclusion_tag("focus/one_aim.html", takes_context=True)
def one_main_aim(context: Context, view: InquiryView) -> dict[str, Any]:
    """For members, on the page of an aim: that it rests, or that more aims are in work than usual (S2 R-19)."""
    if not view.may_edit:
        return {}
    aims = aims_of(context["request"].user, view.inquiry.owner_team)
    return {"aims": aims, "inquiry": view.inquiry, "pause": aims.pause_of(view.inquiry), "request": context["request"]}


@register.inclusion_tag("focus/one_aim.html", takes_context=True)
def aims_at_once(context: Context, team: Team) -> dict[str, Any]:
    """The same in the list of all efforts, with those that rest."""
    if not may_edit_team(context["request"].user, team):
        return {}
    return {"aims": aims_of(context["request"].user, team), "listed": True, "request": context["request"]}
