"""What the pages of meetings show of a launch."""

from __future__ import annotations

from typing import Any

from django import template

from aimwell.contexts.meetings.launch.queries import norms_in_force
from aimwell.contexts.orgs.models import Team

register = template.Library()


@register.inclusion_tag("launch/norms_here.html", takes_context=True)
def norms_here(context: dict[str, Any], team: Team) -> dict[str, Any]:
    """The norms in force, folded; nothing where none are agreed."""
    return {"norms": norms_in_force(context["request"].user, team)}
