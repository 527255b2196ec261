from __future__ import annotations

from django.db import models

from aimwell.core.history.models import Event, EventQuerySet


def events_of(target: models.Model) -> EventQuerySet:
    """The history of one object, newest first."""
    return Event.objects.filter(target_type=target._meta.label_lower, target_id=target.pk)


def events_in(scope_id: int) -> EventQuerySet:
    """The history of everything in one scope (a team), newest first."""
    return Event.objects.filter(scope_id=scope_id)
