"""An organisation's own sign-in: added, renewed, removed; and the domains for which it speaks."""

from __future__ import annotations

import secrets
from typing import Any

import requests
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.core.exceptions import ValidationError
from django.core.validators import DomainNameValidator
from django.db import IntegrityError, transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.signin.fetching import UnsafeAddress, guarded_session
from aimwell.contexts.people.signin.models import Domain, Provider, ProviderKind
from aimwell.contexts.people.signin.saml import settings_of
from aimwell.core.history.services import record
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotAllowed, Refused

NEEDED = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


def add_oidc(*, by: User, org: Org, name: str, slug: str, server: str, client_id: str, secret: str) -> Provider:
    """Raises NotAllowed; Refused where the provider does not answer as OpenID Connect Discovery 1.0 says."""
    require_power(by=by, power=Power.SIGN_IN, org=org)
    server = server.strip().rstrip("/").removesuffix("/.well-known/openid-configuration")
    _require_oidc(server)
    app = SocialApp(
        provider=ProviderKind.OIDC, name=name, client_id=client_id, secret=secret, settings={"server_url": server}
    )
    return _add(by, org, slug, app)


def add_saml(*, by: User, org: Org, name: str, slug: str, metadata: str) -> Provider:
    """Raises NotAllowed, Refused("saml_metadata")."""
    require_power(by=by, power=Power.SIGN_IN, org=org)
    app = SocialApp(provider=ProviderKind.SAML, name=name, settings=settings_of(metadata))
    return _add(by, org, slug, app)


def _add(by: User, org: Org, slug: str, app: SocialApp) -> Provider:
    """The inner name of a provider is never used again: accounts hang on it."""
    app.provider_id = f"sso-{secrets.token_hex(8)}"
    if app.provider == ProviderKind.SAML:
        app.client_id = app.provider_id
    try:
        with transaction.atomic():
            app.save(force_insert=True)
            provider = Provider.objects.create(org=org, app=app, slug=slug, created_by=by)
    except IntegrityError as error:
        raise Refused("slug_taken", slug=slug) from error
    _record(by, "sign_in_added", provider, after={"name": app.name, "kind": app.provider, "slug": slug})
    return provider


@transaction.atomic
def renew(*, by: User, provider: Provider, secret: str = "", metadata: str = "") -> Provider:
    """A new secret (OpenID Connect) or a new description with its certificate (SAML); accounts stay linked."""
    require_power(by=by, power=Power.SIGN_IN, org=provider.org)
    if provider.kind == ProviderKind.SAML:
        provider.app.settings = settings_of(metadata)
    elif secret:
        provider.app.secret = secret
    provider.app.save()
    _record(by, "sign_in_renewed", provider)
    return provider


@transaction.atomic
def remove_provider(*, by: User, provider: Provider) -> None:
    """Nobody comes in by it any more; accounts stay, their links to it go."""
    require_power(by=by, power=Power.SIGN_IN, org=provider.org)
    _record(by, "sign_in_removed", provider, before={"name": provider.app.name, "slug": provider.slug})
    SocialAccount.objects.filter(provider=provider.app.provider_id).delete()
    provider.app.delete()


@transaction.atomic
def name_domain(*, by: User, provider: Provider, name: str) -> Domain:
    """Say that the organisation's addresses end so. It counts once `confirm_domain` was called."""
    require_power(by=by, power=Power.SIGN_IN, org=provider.org)
    name = name.strip().lower().removeprefix("@")
    try:
        DomainNameValidator()(name)
    except ValidationError as error:
        raise Refused("not_a_domain", name=name[:80]) from error
    domain, _ = Domain.objects.get_or_create(provider=provider, name=name)
    _record(by, "domain_named", provider, after={"domain": name})
    return confirm_domain(by=by, domain=domain) if by.is_site_admin else domain


@transaction.atomic
def confirm_domain(*, by: User, domain: Domain) -> Domain:
    """For site administrators: whoever signs in there may reach accounts whose address ends so."""
    if not by.is_site_admin:
        raise NotAllowed
    domain.confirmed_at, domain.confirmed_by = timezone.now(), by
    try:
        with transaction.atomic():
            domain.save()
    except IntegrityError as error:
        raise Refused("domain_taken", name=domain.name) from error
    _record(by, "domain_confirmed", domain.provider, after={"domain": domain.name})
    return domain


@transaction.atomic
def drop_domain(*, by: User, domain: Domain) -> None:
    require_power(by=by, power=Power.SIGN_IN, org=domain.provider.org)
    _record(by, "domain_dropped", domain.provider, before={"domain": domain.name})
    domain.delete()


def _record(by: User, verb: str, provider: Provider, **values: Any) -> None:
    record(by=by, verb=verb, target=provider, scope_id=None, org_id=provider.org_id, **values)


def _require_oidc(server: str) -> None:
    """The provider must answer, and call itself by the address at which it was asked (Discovery 1.0, 4.3)."""
    url = f"{server}/.well-known/openid-configuration"
    try:
        with guarded_session() as session:
            answer = session.get(url)
            answer.raise_for_status()
            found = answer.json()
    except requests.exceptions.JSONDecodeError as error:
        raise Refused("provider_description", address=server) from error
    except (UnsafeAddress, requests.RequestException) as error:
        raise Refused("provider_away", address=server) from error
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in NEEDED):
        raise Refused("provider_description", address=server)
    if str(found.get("issuer", "")).rstrip("/") != server:
        raise Refused("provider_issuer", address=server, issuer=str(found.get("issuer", ""))[:200])
