"""What other pages show of choosing: the open point between an idea and its causes, and what is predicted at large."""

from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.translation import get_language

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team, visible_to
from aimwell.contexts.theory.choosing import queries
from aimwell.contexts.theory.choosing.queries.large import large_prediction_of
from aimwell.contexts.theory.models import Part, PartKind

register = template.Library()


@register.filter
def gap_words(notice: queries.Notice) -> str:
    return notice.says(get_language() or "en")


@register.filter
def next_words(notice: queries.Notice) -> str:
    return notice.next_move(get_language() or "en")


@register.inclusion_tag("choosing/tags/panel.html")
def idea_in_panel(part: Part | None, view: Any) -> dict[str, Any]:
    """In the panel of the driver diagram: the way to choosing, and what is open. Nothing for a driver."""
    if part is None or part.kind != PartKind.IDEA:
        return {}
    shown = queries.board_of(view)
    return {"part": part, "notice": queries.notice_of(part) if shown.sees_notices else None}


@register.inclusion_tag("choosing/tags/start.html")
def before_a_cycle(idea: Any, user: User, *, ask: bool = False, shown: bool = False) -> dict[str, Any]:
    """Where a cycle begins: what is open, and whether more ideas are in work than the team wants.

    `idea` may be its key, as a form holds it. `ask`: inside the form that starts Do, where one sentence says why the
    team goes on; `shown`: that form has such a field already.
    """
    found = _idea(idea, user)
    if found is None or not may_edit_team(user, found.inquiry.owner_team):
        return {}
    load = queries.work_load(found.inquiry.owner_team)
    full = load if load.is_full_for(found) else None
    return {"idea": found, "notice": queries.notice_of(found), "full": full, "ask": ask and not shown}


def _idea(idea: Any, user: User) -> Part | None:
    if isinstance(idea, Part) or not idea:
        return idea or None
    key = str(idea)
    rows = visible_to(user, Part).select_related("inquiry__owner_team")
    return rows.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 19 else None


@register.inclusion_tag("choosing/tags/large.html", takes_context=True)
def large_prediction(context: Context, idea: Part | None) -> dict[str, Any]:
    """What the team predicted for the idea at large, beside what one cycle predicted (S1 R-19)."""
    if idea is None:
        return {}
    return {"large": large_prediction_of(idea, get_language() or "en", user=context["request"].user)}


@register.inclusion_tag("choosing/tags/again.html")
def look_again(user: User, team: Team) -> dict[str, Any]:
    """On the page of today, for members: parked ideas whose day has come (S0 R-21)."""
    return {"parked": queries.parked_for_another_look(user, team, timezone.localdate())}


@register.simple_tag
def coach_notes_for(user: User) -> list[queries.CoachNote]:
    return queries.coach_notes(user)
