from __future__ import annotations

import datetime
import hashlib
import secrets
import uuid
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Org, Team, TeamKind
from aimwell.contexts.orgs.services import create_team
from aimwell.contexts.people.models import ApiToken, Invitation, Membership, TeamRole, TokenScope, User, Versioned
from aimwell.contexts.people.queries import may, owner_of, relations
from aimwell.core import standing
from aimwell.core.history.services import edit, record
from aimwell.domain.access import Permission, Relation, Rung
from aimwell.domain.errors import NotAllowed, Refused

INVITATION_DAYS = 14
M = TypeVar("M", bound=Versioned)


def require_member(*, by: User, team: Team) -> None:
    """Raises NotAllowed unless `by` has a place in `team`."""
    if not by.is_authenticated or Relation.MEMBER not in relations(by, team):
        raise NotAllowed


def require(*, by: User, permission: Permission, obj: Any) -> None:
    if not may(by, permission, obj):
        raise NotAllowed


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


def change_settings(*, by: User, name: str, theme: str) -> None:
    by.name, by.theme = name.strip(), theme
    by.save(update_fields=["name", "theme"])


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
        record(by=by, verb="joined", target=team, scope_id=team.pk, after={"name": by.name})
    return team


@transaction.atomic
def leave_team(*, by: User, membership: Membership) -> None:
    """End a membership. A member may take any place of the team away; the last one stays."""
    require_member(by=by, team=membership.team)
    open_places = Membership.objects.filter(team=membership.team, ended=None).exclude(user=None)
    if membership.user_id and open_places.count() == 1:
        raise Refused("last_member")
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


@transaction.atomic
def create_content(
    *, by: User, model: type[M], key: uuid.UUID | None = None, verb: str = "created", **fields: Any
) -> M:
    """Create one piece of team work with its history. The same `key` again gives the first one back.

    Raises NotAllowed unless `by` may edit what it hangs on, Refused("key_used") where the key was used elsewhere.
    """
    if key is not None and (twin := model._default_manager.filter(client_key=key).first()):
        return _same_again(by, twin, fields)
    obj = model(client_key=key, created_by=by, **fields)
    require(by=by, permission=Permission.EDIT, obj=obj)
    try:
        with transaction.atomic():
            obj.save(force_insert=True)
    except IntegrityError:  # the same key came twice at the same moment, and the other one was first
        twin = model._default_manager.filter(client_key=key).first() if key is not None else None
        if twin is None:
            raise
        return _same_again(by, twin, fields)
    record(by=by, verb=verb, target=obj, scope_id=owner_of(obj)[0].pk, after=fields)
    return obj


def _same_again(by: User, twin: M, fields: dict[str, Any]) -> M:
    require(by=by, permission=Permission.EDIT, obj=twin)
    _require_same_place(twin, fields)
    return twin


def _require_same_place(twin: Versioned, fields: dict[str, Any]) -> None:
    """A key belongs to one thing in one place; what a thing cannot be without says where that is."""
    for field in twin._meta.concrete_fields:
        needed = field.is_relation and not field.null and field.name in fields
        if needed and getattr(twin, field.attname) != fields[field.name].pk:
            raise Refused("key_used")


def change_content(
    *, by: User, obj: M, version: int | None, verb: str = "changed", reason: str = "", cause: Any = None, **changes: Any
) -> M:
    """Change fields of one piece of team work. Raises NotAllowed, StaleEdit."""
    require(by=by, permission=Permission.EDIT, obj=obj)
    team, _ = owner_of(obj)
    return edit(
        by=by, obj=obj, version=version, changes=changes, scope_id=team.pk, verb=verb, reason=reason, cause=cause
    )


def set_aside(*, by: User, obj: M, reason: str = "") -> M:
    """Take something out of sight. Its links stay in the database, so restoring brings them back (S0 R-89)."""
    return change_content(
        by=by, obj=obj, version=None, verb="set_aside", reason=reason,
        ended_at=obj.ended_at or timezone.now(), ended_by=by, ended_reason=reason,
    )  # fmt: skip


def restore(*, by: User, obj: M, reason: str = "") -> M:
    """Bring back what was set aside. Raises Refused("in_the_way") where only one may stand and another one does."""
    back: dict[str, Any] = {"ended_at": None, "ended_by": None, "ended_reason": ""}
    try:
        return change_content(by=by, obj=obj, version=None, verb="restored", reason=reason, **back)
    except IntegrityError:
        raise Refused("in_the_way") from None


def share(*, by: User, obj: M, rung: Rung) -> M:
    """Open or close one object on the ladder, with a log entry."""
    require(by=by, permission=Permission.SHARE, obj=obj)
    return change_content(by=by, obj=obj, version=None, verb="shared", rung=int(rung))


def make_token(*, by: User, name: str, scope: TokenScope = TokenScope.READ) -> tuple[ApiToken, str]:
    """A new API token and its text. The text is shown once and not kept."""
    text = f"aimwell_{secrets.token_urlsafe(32)}"
    return ApiToken.objects.create(user=by, name=name.strip(), scope=scope, digest=digest_of(text)), text


def revoke_token(*, by: User, token: ApiToken) -> None:
    if token.user_id != by.pk:
        raise NotAllowed
    token.revoked_at = token.revoked_at or timezone.now()
    token.save(update_fields=["revoked_at"])


def digest_of(text: str) -> str:
    """A token has 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(text.encode()).hexdigest()


def token_of(text: str) -> ApiToken | None:
    """The token behind `text` while it is in force; notes the day of use."""
    token = ApiToken.objects.select_related("user").filter(digest=digest_of(text), revoked_at=None).first()
    if token is None or not token.user.is_active:
        return None
    if token.used_on != timezone.localdate():
        token.used_on = timezone.localdate()
        token.save(update_fields=["used_on"])
    return token
