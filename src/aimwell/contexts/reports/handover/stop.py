from __future__ import annotations

from django.urls import reverse

from aimwell.contexts.people.models import Membership, TeamRole
from aimwell.contexts.reports.handover.queries import work_of


def first_stop(place: Membership) -> str:
    """The handover page for somebody who keeps open work or leads the team; empty where nothing would wait."""
    others = place.team.memberships.filter(ended=None).exclude(pk=place.pk).exists()
    if not others or not (place.role == TeamRole.LEAD or work_of(place.team).of(place)):
        return ""
    return reverse("handover:leaving", args=[place.team_id, place.pk])
