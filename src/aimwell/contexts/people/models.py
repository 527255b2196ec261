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
    def create_user(self, email: str | None, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class Theme(models.TextChoices):
    SYSTEM = "", _("as this device")
    LIGHT = "light", _("light")
    DARK = "dark", _("dark")


class WordsShown(models.TextChoices):
    """Whose words other teams' pages use (S4 R-61)."""

    THEIRS = "theirs", _("the words of the team whose page it is")
    MINE = "mine", _("the words of my own team, or the usual ones")


class User(AbstractBaseUser):
    """A person who can sign in: by e-mail, or by the sign-in code of an account without one."""

    email = models.EmailField(unique=True, null=True, blank=True)
    sign_in_code = models.CharField(max_length=20, unique=True, null=True, blank=True, editable=False)
    name = models.CharField(max_length=120)
    theme = models.CharField(max_length=5, blank=True, choices=Theme.choices, default=Theme.SYSTEM)
    words_shown = models.CharField(max_length=6, choices=WordsShown.choices, default=WordsShown.THEIRS)
    is_active = models.BooleanField(default=True)
    is_site_admin = models.BooleanField(default=False)
    synthetic = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name or self.email or self.sign_in_code or ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Nobody shares an empty address: none is kept as nothing, which may stand many times."""
        self.email, self.sign_in_code = self.email or None, self.sign_in_code or None
        super().save(*args, **kwargs)


class TeamRole(models.TextChoices):
    LEAD = "lead", _("lead")
    BACKUP = "backup", _("backup")
    FACILITATOR = "facilitator", _("facilitator")
    SPONSOR = "sponsor", _("sponsor")
    CONTENT_COACH = "content_coach", _("content coach")
    MEMBER = "member", _("member")


class DistrictFunction(models.TextChoices):
    """What a district improvement team needs among its people, to see the system from several sides (S3 L102, L298)."""

    CABINET = "cabinet", _("cabinet")
    SUPERVISOR = "supervisor", _("principal supervisor")
    CONTENT = "content", _("math or other content")
    RESEARCH = "research", _("research or data")
    SCHOOL_LINK = "school_link", _("link to schools")
    HUB_COACH = "hub_coach", _("hub coach")


class Dated(models.Model):
    """A bond that starts and ends; it is never deleted."""

    started = models.DateField(default=timezone.localdate)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Membership(Dated):
    """A place in a team. `user` is empty for a member without a login (S1 L982).

    A sponsor has a place but is no member: they read what the team opened to its school (S3 R-4). Members on call
    come when asked (S3 R-6). `covers`: the `DistrictFunction`s they bring to a district improvement team (S3 R-7).
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=14, choices=TeamRole.choices, default=TeamRole.MEMBER)
    on_call = models.BooleanField(default=False)
    covers = models.JSONField(default=list, blank=True)

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
    PRINCIPAL = "principal", _("principal")
    SUPERVISOR = "supervisor", _("principal supervisor")
    DISTRICT_TEAM = "district_team", _("district team")
    EVALUATOR = "evaluator", _("evaluator")
    ORG_ADMIN = "org_admin", _("organization administrator")


class OrgRole(Dated):
    """An office in an organisation and all below it; `domain.access.roles` says what each gives. None of them edits."""

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="org_roles")
    kind = models.CharField(max_length=14, choices=OrgRoleKind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["org", "user", "kind"], condition=models.Q(ended=None), name="one_open_office_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return self.user.name


class OutsideRole(models.TextChoices):
    HUB = "hub", _("hub")
    EVALUATOR = "evaluator", _("evaluator")


class ClosedToOutside(Dated):
    """While it is open, this outside role reads nothing of the organisation and all below it (S1 R-75)."""

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="closed_to")
    role = models.CharField(max_length=10, choices=OutsideRole.choices)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["org", "role"], condition=models.Q(ended=None), name="closed_once_to_an_outside_role"
            )
        ]


class CoachAssignment(Dated):
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="coach_assignments")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="coach_assignments")

    def __str__(self) -> str:
        return self.user.name


class NetworkRole(Dated):
    """A place in a network's hub."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="network_roles")

    def __str__(self) -> str:
        return self.user.name


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
    MEASURES = "measures", _("read and write numbers, nothing else")


class ApiToken(models.Model):
    """Lets a program act as one person. Only a digest is kept, so that a stolen database opens no door.

    `expires_on` is its last day; `team` the only one it opens, where it is for one.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("what it is for"), max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(_("what it may do"), max_length=8, choices=TokenScope.choices, default=TokenScope.READ)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    expires_on = models.DateField(null=True, blank=True)
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


class Edited(models.Model):
    """What an edit needs: the version it started from, and a key that makes the same form sent twice one thing."""

    version = models.PositiveIntegerField(default=1)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Versioned(Edited):
    """Nothing is deleted; it is set aside with a reason."""

    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ended_reason = models.TextField(blank=True)

    class Meta:
        abstract = True


def open_to_everyone(name: str) -> models.Index:
    """The few rows that anyone may read. With it a reader's own rows and these are two searches, not a walk of all."""
    return models.Index(fields=["rung"], condition=models.Q(rung=int(Rung.PUBLIC)), name=name)


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
