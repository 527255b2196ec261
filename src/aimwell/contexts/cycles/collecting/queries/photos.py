"""Photos of Do: for the team, and for those who read its notes. Those beside a count stay with the team."""

from __future__ import annotations

from django.db.models import QuerySet

from aimwell.contexts.cycles.collecting.models import Photo
from aimwell.contexts.cycles.collecting.queries.plans import COUNTING
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, find, may_edit_team
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.errors import NotFound


def photos_of(cycle: Cycle, eyes: Eyes) -> QuerySet[Photo]:
    rows = Photo.objects.filter(entry__cycle=cycle, ended_at=None, entry__ended_at=None).select_related("entry")
    rows = rows.order_by("entry__happened_on", "pk")
    if eyes.sees(Detail.ROOMS):
        return rows
    return rows.exclude(entry__kind__in=COUNTING) if eyes.sees(Detail.NOTES) else rows.none()


def seen_photo(user: User, pk: int) -> Photo:
    """Raises NotFound. One that is set aside, or whose line is, is not shown; of a cycle set aside to its team only."""
    photo = find(user, Photo, pk, also=("entry",))
    eyes = eyes_of(user, photo)
    near = Detail.ROOMS if photo.entry.kind in COUNTING else Detail.NOTES
    cycle = photo.entry.cycle
    if photo.entry.ended_at is not None or not eyes.sees(near):
        raise NotFound
    if cycle.ended_at is not None and not may_edit_team(user, cycle.owner_team):
        raise NotFound
    return photo
