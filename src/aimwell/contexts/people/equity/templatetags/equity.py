"""What equity means, folded, at the head of the pages where a team decides."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from aimwell.contexts.people.equity.queries import at_work
from aimwell.contexts.people.queries import may_edit_team

register = template.Library()


@register.inclusion_tag("equity/at_work.html", takes_context=True)
def equity_definition(context: template.Context, work: Any) -> dict[str, Any]:
    """`work` is an effort: it has a team, and a day on which it began."""
    request = context["request"]
    team = work.owner_team
    return {
        "found": at_work(team, timezone.localdate(work.created_at)),
        "team": team,
        "may_edit": may_edit_team(request.user, team),
        "here": request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }
