"""Requests for support: those of a team, and those that wait where somebody holds an office."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import OrgRole, OrgRoleKind, User
from aimwell.contexts.people.queries import Reader, visible_to
from aimwell.contexts.theory.queries.escalations import ANSWERING
from aimwell.domain.errors import NotFound


@dataclass(frozen=True)
class Place:
    """A place above the team, with the names of those who can answer there. `leads`: the district team is there."""

    org: Org
    holders: tuple[str, ...]
    leads: bool = False

    @property
    def names(self) -> str:
        return ", ".join(self.holders)


def places_to_ask(team: Team) -> list[Place]:
    """Organisations over the team, nearest first, where somebody holds an office. One query."""
    if team.org is None:
        return []
    rows = OrgRole.objects.filter(org__path__in=ancestors(team.org.path), ended=None, kind__in=ANSWERING)
    found: dict[Org, list[str]] = {}
    leads: set[int] = set()
    for row in rows.filter(user__is_active=True).select_related("org", "user").order_by("-org__path", "user__name"):
        names = found.setdefault(row.org, [])
        if row.user.name not in names:
            names.append(row.user.name)
        if row.kind == OrgRoleKind.DISTRICT_TEAM:
            leads.add(row.org_id)
    return [Place(org, tuple(names), org.pk in leads) for org, names in found.items()]


def place_to_ask_first(team: Team) -> Place | None:
    """The nearest place with a district team, else the nearest at all; None where nobody can answer (S3 R-28)."""
    places = places_to_ask(team)
    return next((place for place in places if place.leads), next(iter(places), None))


@dataclass(frozen=True)
class Asked:
    """One request on the team's list."""

    row: SupportRequest

    @property
    def days(self) -> int | None:
        """Days until it was answered; while it waits, days so far."""
        end = timezone.localdate(self.row.answered_at) if self.row.answered_at else timezone.localdate()
        return max(0, (end - timezone.localdate(self.row.created_at)).days)


@dataclass(frozen=True)
class Support:
    waiting: tuple[Asked, ...]
    answered: tuple[Asked, ...]
    aside: tuple[Asked, ...]

    @property
    def typical_days(self) -> int | None:
        """Half of the answers came within so many days; None while fewer than two came from elsewhere."""
        days = [one.days for one in self.answered if one.row.asked_org_id and one.days is not None]
        return int(statistics.median_low(days)) if len(days) > 1 else None


def support_of(user: User, team: Team) -> Support:
    """One query, whatever is stored."""
    rows = visible_to(user, SupportRequest, team=team, with_ended=True)
    found = list(rows.select_related("asked_org", "answered_by", "created_by", "cycle"))
    return Support(
        _asked(row for row in found if row.ended_at is None and not row.said),
        _asked(row for row in found if row.ended_at is None and row.said),
        _asked(row for row in found if row.ended_at is not None),
    )


def _asked(rows: Iterable[SupportRequest]) -> tuple[Asked, ...]:
    return tuple(Asked(row) for row in rows)


def support_for(user: Reader) -> QuerySet[SupportRequest]:
    """What was asked of the places where `user` holds an office now. Nothing else of the team shows."""
    if not user.is_authenticated:
        return SupportRequest.objects.none()
    held = OrgRole.objects.filter(user=user, ended=None, kind__in=ANSWERING).values("org")
    rows = SupportRequest.objects.filter(asked_org__in=held, ended_at=None)
    return rows.select_related("asked_org", "answered_by", "owner_team__org")


def find_asked_here(user: User, pk: int) -> SupportRequest:
    """Raises NotFound for what was asked elsewhere."""
    row = support_for(user).filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


def cycle_asked_for(user: User, team: Team, pk: int | None) -> Cycle | None:
    """A cycle of the team, from the address of the form."""
    return visible_to(user, Cycle, team=team).filter(pk=pk).first() if pk else None
