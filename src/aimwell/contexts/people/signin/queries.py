from __future__ import annotations

from typing import TypeVar

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.people.models import Invitation
from aimwell.contexts.people.queries import Reader
from aimwell.contexts.people.signin.access import may_lead, may_manage_people
from aimwell.contexts.people.signin.models import CardAccount, Domain, Provider, ProviderKind
from aimwell.domain.errors import NotFound

T = TypeVar("T")


def provider_for(email: str) -> Provider | None:
    """The provider that speaks for the domain of this address."""
    name = email.rpartition("@")[2]
    found = Provider.objects.filter(domains__name__iexact=name, domains__confirmed_at__isnull=False)
    return found.select_related("app", "org").first()


def find_provider(slug: str) -> Provider:
    """Raises NotFound."""
    return _or_not_found(Provider.objects.select_related("app", "org").filter(slug=slug).first())


def find_provider_of(org: Org, pk: int) -> Provider:
    """Raises NotFound for a provider of another organisation, as for one that does not exist."""
    return _or_not_found(Provider.objects.select_related("app", "org").filter(org=org, pk=pk).first())


def find_domain(provider: Provider, pk: int) -> Domain:
    """Raises NotFound."""
    rows = Domain.objects.select_related("provider__app", "provider__org")
    return _or_not_found(rows.filter(provider=provider, pk=pk).first())


def require_saml(key: str) -> None:
    """Raises NotFound where no provider goes by this key."""
    _or_not_found(Provider.objects.filter(app__provider=ProviderKind.SAML, app__client_id=key).first())


def providers_of(org: Org) -> QuerySet[Provider]:
    return Provider.objects.filter(org=org).select_related("app").prefetch_related("domains")


def site_wide() -> list[tuple[str, str]]:
    """Providers of the whole site, as key and name: Google and Clever, where they are set up."""
    found = settings.SOCIALACCOUNT_PROVIDERS
    return [(key, app["name"]) for key in ("google", "clever") for app in found[key]["APPS"]]


def teams_below(org: Org) -> QuerySet[Team]:
    return Team.objects.filter(under_any([org.path], "org__path")).order_by("name", "id")


def open_invitations(team: Team) -> QuerySet[Invitation]:
    rows = team.invitations.filter(used_at=None, expires_at__gt=timezone.now())
    return rows.select_related("posted", "invited_by").order_by("-id")


def find_invitation(team: Team, pk: int) -> Invitation:
    """An open invitation of the team. Raises NotFound."""
    return _or_not_found(open_invitations(team).select_related("team__org").filter(pk=pk).first())


def card_accounts(*, team: Team | None = None, org: Org | None = None) -> QuerySet[CardAccount]:
    rows = CardAccount.objects.filter(team=team) if team is not None else CardAccount.objects.filter(org=org)
    return rows.select_related("user").order_by("user__name", "pk")


def find_card_account(reader: Reader, pk: int) -> CardAccount:
    """Raises NotFound for an account that `reader` does not look after."""
    account = _or_not_found(CardAccount.objects.select_related("user", "team__org", "org").filter(pk=pk).first())
    led = account.team is not None and may_lead(reader, account.team)
    if not led and not (account.org is not None and may_manage_people(reader, account.org)):
        raise NotFound
    return account


def _or_not_found(row: T | None) -> T:
    if row is None:
        raise NotFound
    return row
