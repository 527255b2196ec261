"""What other pages show: on a meeting what is to be ready and what stands in the way; to a person what is theirs."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib.auth.models import AnonymousUser
from django.template import Context

from aimwell.contexts.meetings.barriers import queries
from aimwell.contexts.meetings.queries import MeetingView
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team

register = template.Library()


@register.inclusion_tag("barriers/tags/ready.html", takes_context=True)
def ready_here(context: Context, view: MeetingView) -> dict[str, Any]:
    """On the page of a meeting, for its team: what is to be ready. One query."""
    lines = list(queries.prep_of(context["request"].user, view.meeting))
    return {"meeting": view.meeting, "lines": lines, "closed": view.closed}


@register.inclusion_tag("barriers/tags/in_the_way.html", takes_context=True)
def in_the_way(context: Context, view: MeetingView) -> dict[str, Any]:
    """On the page of a meeting that is ahead, for its team: what has stood for long. One query."""
    rows = queries.standing_long(context["request"].user, view.team)
    titles = {item.title for item in view.items}
    told = [(row, row.barrier.text[: queries.LONGEST] in titles) for row in rows]
    return {"meeting": view.meeting, "rows": told, "team": view.team}


@register.inclusion_tag("barriers/tags/mine.html")
def named_here(user: User, team: Team) -> dict[str, Any]:
    """On the page of today: what has stood long and the reader clears; what the reader gets ready. Two queries."""
    inside = may_edit_team(user, team)
    lines = queries.mine_to_ready(user, team) if inside else []
    return {"rows": queries.mine_standing(user, team), "lines": lines, "team": team, "inside": inside}


@register.inclusion_tag("barriers/tags/asked.html")
def asked_from_outside(user: User | AnonymousUser) -> dict[str, Any]:
    """For coaches and sponsors: what teams ask them to get ready or to clear, and nothing else of these teams."""
    if not user.is_authenticated:
        return {}
    lines = list(queries.asked_of_coach(user)[: queries.MOST])
    return {"lines": lines, "rows": queries.mine_elsewhere(user)}
