"""How an organisation's people sign in, and what is kept about invitations and accounts without e-mail."""

from __future__ import annotations

from allauth.socialaccount.models import SocialApp
from django.core.validators import validate_slug
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.people.models import Invitation, User


class ProviderKind(models.TextChoices):
    OIDC = "openid_connect", _("OpenID Connect")
    SAML = "saml", _("SAML 2.0")


class Provider(models.Model):
    """An organisation's own sign-in. `app` holds what allauth needs; `slug` names it in addresses."""

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="sign_in_providers")
    app = models.OneToOneField(SocialApp, on_delete=models.CASCADE, related_name="provider_of")
    slug = models.CharField(max_length=40, unique=True, validators=[validate_slug])
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.app.name

    @property
    def kind(self) -> ProviderKind:
        return ProviderKind(self.app.provider)


class Domain(models.Model):
    """An e-mail domain for which a provider speaks, once a site administrator has confirmed it."""

    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="domains")
    name = models.CharField(max_length=253)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"), condition=models.Q(confirmed_at__isnull=False), name="one_provider_speaks_for_a_domain"
            ),
            models.UniqueConstraint("provider", Lower("name"), name="a_provider_names_a_domain_once"),
        ]

    def __str__(self) -> str:
        return self.name


class CardAccount(models.Model):
    """An account without e-mail, and who looks after it: a team, or an organisation.

    `first_password` is true while the password that was printed on the card is in force.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="card_account")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.SET_NULL, related_name="card_accounts")
    org = models.ForeignKey(Org, null=True, blank=True, on_delete=models.SET_NULL, related_name="card_accounts")
    first_password = models.BooleanField(default=True)
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)


class Posted(models.Model):
    """The person and address an invitation went to, so that a list can say to whom."""

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="posted")
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
