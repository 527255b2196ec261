"""What pages of meetings and Today show of a meeting that runs or has just ended."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from aimwell.contexts.meetings.huddle.queries import HuddleView, LastHuddle, last_huddle
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team

register = template.Library()


@register.filter
def unlocalized(value: float) -> str:
    """A number as drawings need it, in every language."""
    return f"{value:g}"


@register.inclusion_tag("huddle/door.html")
def huddle_door(meeting: Meeting, user: User) -> dict[str, Any]:
    """The way into the one screen of a meeting, for its team. One query at most."""
    return {
        "meeting": meeting,
        "may": may_edit_team(user, meeting.owner_team) and meeting.ended_at is None,
        "running": meeting.started_at is not None and meeting.closed_at is None,
        "ended": meeting.closed_at is not None,
    }


@register.inclusion_tag("huddle/last.html")
def huddle_last(user: User, team: Team) -> dict[str, LastHuddle | None]:
    """Notes and open decisions of the meeting that ended last. Two queries."""
    return {"last": last_huddle(user, team)}


@register.inclusion_tag("huddle/notes.html", takes_context=True)
def notes_to_fields(context: dict[str, Any], meeting: Meeting, user: User) -> dict[str, Any]:
    """The sentences of the notes, to be sent to the meeting's cycle; empty for others than the team, and without any.

    Two queries where there are notes.
    """
    may = bool(meeting.notes) and may_edit_team(user, meeting.owner_team)
    view = HuddleView(meeting, user, timezone.now()) if may else None
    return {"meeting": meeting, "view": view, "beside": True, "csrf_token": context.get("csrf_token")}
