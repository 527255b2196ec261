"""Places of a team that are filled or named vacant (S3 R-3)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from aimwell.contexts.orgs.models import OrgKind, Team
from aimwell.contexts.people.models import CoachAssignment, Membership, NetworkRole, OrgRole, TeamRole
from aimwell.domain.access.roles import SLOTS


@dataclass(frozen=True, slots=True)
class Slot:
    """Who fills it, or since when nobody does."""

    role: TeamRole
    holders: tuple[Membership, ...]
    vacant_since: datetime.date | None


def slots_of(teams: Iterable[Team]) -> dict[int, tuple[Slot, ...]]:
    """The slots of each team, by its key; two queries however many teams."""
    teams = list(teams)
    rows = Membership.objects.filter(team__in=teams, role__in=SLOTS)
    held: dict[tuple[int, str], list[Membership]] = {}
    for place in rows.filter(ended=None).select_related("user").order_by("name", "pk"):
        held.setdefault((place.team_id, place.role), []).append(place)
    left = rows.exclude(ended=None).order_by().values_list("team", "role").annotate(Max("ended"))
    last = {(team, role): day for team, role, day in left}
    return {team.pk: tuple(_slot(team, TeamRole(role), held, last) for role in SLOTS) for team in teams}


def _slot(
    team: Team,
    role: TeamRole,
    held: dict[tuple[int, str], list[Membership]],
    last: dict[tuple[int, str], datetime.date],
) -> Slot:
    holders = tuple(held.get((team.pk, role), ()))
    since = last.get((team.pk, role)) or timezone.localdate(team.created_at)
    return Slot(role, holders, None if holders else since)


def works_elsewhere(place: Membership) -> bool:
    """Whether all we know of where the person works lies outside the team's school (S3 R-5).

    Of somebody with no other place, and of a team without a school, we know nothing.
    """
    org, user = place.team.org, place.user
    if org is None or org.kind != OrgKind.SCHOOL or user is None:
        return False
    teams = Membership.objects.filter(user=user, ended=None).exclude(team=place.team)
    at = set(teams.exclude(team__org=None).values_list("team__org", flat=True))
    at |= set(OrgRole.objects.filter(user=user, ended=None).values_list("org", flat=True))
    if not at:
        return any(
            model._default_manager.filter(user=user, ended=None).exists() for model in (CoachAssignment, NetworkRole)
        )
    return org.pk not in at
