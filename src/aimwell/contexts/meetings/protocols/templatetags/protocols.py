"""What the page of a meeting shows of the talks that were led in it."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language

from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.protocols.queries import runs_in

register = template.Library()


@register.inclusion_tag("protocols/in_meeting.html")
def protocols_here(meeting: Meeting) -> dict[str, Any]:
    """For the team's own eyes: the page draws it for members only. One query."""
    return {"meeting": meeting, "runs": runs_in(meeting, get_language() or "en")}
