"""Invitations by e-mail, one or a whole list. All of a list go, or none."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import Invitation, User
from aimwell.contexts.people.services import INVITATION_DAYS
from aimwell.contexts.people.signin.access import require_lead
from aimwell.contexts.people.signin.models import Posted
from aimwell.contexts.people.signin.reading import Invitee
from aimwell.core.history.services import record
from aimwell.core.jobs.services import enqueue
from aimwell.domain.errors import NotAllowed


@transaction.atomic
def invite_all(*, by: User, invitees: Sequence[Invitee], address: str, lang: str) -> list[Invitation]:
    """`address`: the site's own, before /join/; `lang`: of the mail. Raises NotAllowed for any team of another."""
    for team in {invitee.team for invitee in invitees}:
        require_lead(by=by, team=team)
    expires = timezone.now() + datetime.timedelta(days=INVITATION_DAYS)
    made = [_invite(by, invitee, expires) for invitee in invitees]
    for invitation in made:
        enqueue(
            by=by, kind="signin.invite", scope_id=invitation.team_id, key=f"invite-{invitation.pk}",
            args={"invitation": invitation.pk, "address": address, "lang": lang},
        )  # fmt: skip
    return made


def _invite(by: User, invitee: Invitee, expires: datetime.datetime) -> Invitation:
    team = invitee.team
    invitation = Invitation.objects.create(team=team, role=invitee.role, invited_by=by, expires_at=expires)
    Posted.objects.create(invitation=invitation, email=invitee.email, name=invitee.name)
    record(by=by, verb="invited", target=team, scope_id=team.pk, after={"role": invitee.role, "email": invitee.email})
    return invitation


@transaction.atomic
def take_back(*, by: User, invitation: Invitation) -> Invitation:
    """The link opens nothing from now on. By whoever made it, or the lead."""
    if invitation.invited_by_id != by.pk:
        require_lead(by=by, team=invitation.team)
    if invitation.used_at is not None:
        raise NotAllowed
    invitation.expires_at = min(invitation.expires_at, timezone.now())
    invitation.save(update_fields=["expires_at"])
    team = invitation.team
    record(by=by, verb="invitation_taken_back", target=team, scope_id=team.pk)
    return invitation
