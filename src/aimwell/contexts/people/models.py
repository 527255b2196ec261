"""People, what they do in which team, and the fields that every piece of team work shares."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Network, Org, Team
from aimwell.domain.access import Rung


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class Theme(models.TextChoices):
    SYSTEM = "", _("as this device")
    LIGHT = "light", _("light")
    DARK = "dark", _("dark")


class User(AbstractBaseUser):
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    theme = models.CharField(max_length=5, blank=True, choices=Theme.choices, default=Theme.SYSTEM)
    is_active = models.BooleanField(default=True)
    synthetic = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name or self.email


class TeamRole(models.TextChoices):
    LEAD = "lead", _("lead")
    BACKUP = "backup", _("backup")
    FACILITATOR = "facilitator", _("facilitator")
    CONTENT_COACH = "content_coach", _("content coach")
    MEMBER = "member", _("member")


class Dated(models.Model):
    """A bond that starts and ends; it is never deleted."""

    started = models.DateField(default=timezone.localdate)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Membership(Dated):
    """A place in a team. `user` is empty for a member without a login (S1 L982)."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=14, choices=TeamRole.choices, default=TeamRole.MEMBER)

    class Meta:
        verbose_name = _("place in a team")
        verbose_name_plural = _("places in teams")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "user"], condition=models.Q(ended=None), name="one_open_membership_per_team_and_user"
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrgRoleKind(models.TextChoices):
    SPONSOR = "sponsor", _("principal or sponsor")
    LEADER = "leader", _("district leader")


class OrgRole(Dated):
    """A grant on an organisation and all below it. It lets people read what teams have opened, never edit."""

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="org_roles")
    kind = models.CharField(max_length=10, choices=OrgRoleKind.choices)


class CoachAssignment(Dated):
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="coach_assignments")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="coach_assignments")


class NetworkRole(Dated):
    """A place in a network's hub."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="network_roles")


def invitation_token() -> str:
    return secrets.token_urlsafe(24)


class Invitation(models.Model):
    """A link that lets one person join one team, once, for a while."""

    token = models.CharField(max_length=40, unique=True, default=invitation_token)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=14, choices=TeamRole.choices, default=TeamRole.MEMBER)
    invited_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(used_at=None, used_by=None) | models.Q(used_at__isnull=False),
                name="invitation_used_by_needs_used_at",
            )
        ]


class TokenScope(models.TextChoices):
    READ = "read", _("read")
    WRITE = "write", _("read and write")


class ApiToken(models.Model):
    """Lets a program act as one person. Only a digest is kept, so that a stolen database opens no door."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("what it is for"), max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(_("what it may do"), max_length=5, choices=TokenScope.choices, default=TokenScope.READ)
    created_at = models.DateTimeField(auto_now_add=True)
    used_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]


class RungField(models.PositiveSmallIntegerField):
    """How far up the sharing ladder an object is open; see domain.access.Rung."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("default", int(Rung.TEAM))
        super().__init__(**kwargs)


class Versioned(models.Model):
    """What an edit needs: the version it started from. Nothing is deleted; it is set aside with a reason."""

    version = models.PositiveIntegerField(default=1)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ended_reason = models.TextField(blank=True)

    class Meta:
        abstract = True


class TeamContent(Versioned):
    """Work that a team owns and opens rung by rung. Read it only through `people.queries.visible_to`."""

    owner_team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    rung = RungField()

    ROOT: ClassVar[str] = ""

    class Meta:
        abstract = True


class PartOfContent(Versioned):
    """A part of some TeamContent, reached by the field path `ROOT`; it is as visible as that root."""

    ROOT: ClassVar[str]

    class Meta:
        abstract = True
