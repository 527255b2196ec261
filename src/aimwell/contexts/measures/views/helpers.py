"""Shared by the pages of this context."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import may_edit_team
from aimwell.domain.errors import DomainError, NotAllowed
from aimwell.domain.words.errors import GENERIC, WORDS


def key_of(request: HttpRequest) -> uuid.UUID:
    """The form's key, or a fresh one when it is missing or unreadable."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()


def show(request: HttpRequest, template: str, team: Team, *, status: int = 200, **context: Any) -> HttpResponse:
    request.team = team  # type: ignore[attr-defined]
    return render(request, f"measures/{template}.html", context, status=status)


def require_team(request: HttpRequest, team: Team) -> None:
    """Editing pages are for members. Raises NotAllowed."""
    if not may_edit_team(request.user, team):
        raise NotAllowed


def said(error: DomainError) -> str:
    """The sentence of a refusal, for a form."""
    spanish = (get_language() or "en").startswith("es")
    try:
        return WORDS.get(error.code, GENERIC)[spanish].format(**error.data)
    except KeyError:
        return GENERIC[spanish]
