from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Org, Team, TeamKind
from aimwell.contexts.orgs.services import create_team, take_part
from aimwell.contexts.people.models import Invitation, Membership, TeamRole, User
from aimwell.contexts.people.services.rights import require_member, require_not_last
from aimwell.core import standing
from aimwell.core.history.services import record
from aimwell.domain.errors import Refused

INVITATION_DAYS = 14


@transaction.atomic
def start_team(*, by: User, name: str, about: str = "", kind: TeamKind = TeamKind.TEAM, org: Org | None = None) -> Team:
    """A team of one; it needs no organisation (S2 R-56)."""
    team = create_team(name=name, about=about, kind=kind, org=org, synthetic=by.synthetic)
    Membership.objects.create(team=team, user=by, name=by.name, role=TeamRole.LEAD)
    standing.forget()
    record(by=by, verb="created", target=team, scope_id=team.pk, after={"name": team.name})
    return team


@transaction.atomic
def welcome_person(*, user: User, name: str, team_name: str, joining: str | None = None) -> Team:
    """Finish a sign-up: the name, and a first team, or the team behind the invitation `joining`."""
    user.name = name.strip()
    user.save(update_fields=["name"])
    if joining is not None:
        return join_team(by=user, token=joining)
    return start_team(by=user, name=team_name)


@transaction.atomic
def invite(*, by: User, team: Team, role: TeamRole = TeamRole.MEMBER) -> Invitation:
    require_member(by=by, team=team)
    expires = timezone.now() + datetime.timedelta(days=INVITATION_DAYS)
    invitation = Invitation.objects.create(team=team, role=role, invited_by=by, expires_at=expires)
    record(by=by, verb="invited", target=team, scope_id=team.pk, after={"role": role})
    return invitation


def open_invitation(token: str) -> Invitation:
    """The invitation behind a link. Raises Refused for a link that is unknown, old or used."""
    invitation = Invitation.objects.select_related("team", "invited_by").filter(token=token).first()
    if invitation is None or invitation.expires_at < timezone.now():
        raise Refused("expired_link")
    if invitation.used_at is not None:
        raise Refused("used_link")
    return invitation


@transaction.atomic
def join_team(*, by: User, token: str) -> Team:
    invitation = open_invitation(token)
    team = invitation.team
    _, created = Membership.objects.get_or_create(
        team=team, user=by, ended=None, defaults={"name": by.name, "role": invitation.role}
    )
    invitation.used_at, invitation.used_by = timezone.now(), by
    invitation.save(update_fields=["used_at", "used_by"])
    standing.forget()
    if created:
        take_part(team)
        record(by=by, verb="joined", target=team, scope_id=team.pk, after={"name": by.name})
    return team


@transaction.atomic
def leave_team(*, by: User, membership: Membership) -> None:
    """End a membership. A member may take any place of the team away; the last one stays."""
    require_member(by=by, team=membership.team)
    require_not_last(membership)
    membership.ended = timezone.localdate()
    membership.save(update_fields=["ended"])
    standing.forget()
    record(by=by, verb="left", target=membership.team, scope_id=membership.team_id, before={"name": membership.name})


@transaction.atomic
def add_member_without_login(*, by: User, team: Team, name: str, role: TeamRole = TeamRole.MEMBER) -> Membership:
    require_member(by=by, team=team)
    membership = Membership.objects.create(team=team, name=name.strip(), role=role)
    record(by=by, verb="joined", target=team, scope_id=team.pk, after={"name": membership.name})
    return membership
