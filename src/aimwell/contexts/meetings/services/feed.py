"""The address of a person's calendar: made, renewed, taken back by that person."""

from __future__ import annotations

import secrets

from django.utils import timezone

from aimwell.contexts.meetings.models import CalendarLink
from aimwell.contexts.meetings.queries.feed import digest_of
from aimwell.contexts.people.models import User


def make_link(*, by: User, language: str) -> str:
    """A new secret for the address. The text is shown once; the one before opens nothing any more."""
    text = secrets.token_urlsafe(32)
    facts = {"digest": digest_of(text), "language": language, "made_at": timezone.now()}
    CalendarLink.objects.update_or_create(user=by, defaults=facts)
    return text


def take_link_back(*, by: User) -> None:
    CalendarLink.objects.filter(user=by).delete()
