"""Who may come in through which provider.

A provider speaks for the e-mail domains of its organisation that a site administrator has confirmed, and for no other.
Only within them does it reach an account that is already there. Everything else is refused before anything is written.
"""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest
from django.shortcuts import render
from requests import Session

from aimwell.contexts.people.models import User
from aimwell.contexts.people.signin.fetching import guarded_session
from aimwell.contexts.people.signin.models import Domain, Provider, ProviderKind

STAFF = {"teacher", "school_admin", "district_admin", "staff"}


class ProviderAdapter(DefaultSocialAccountAdapter):
    def get_requests_session(self) -> Session:
        return guarded_session()

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """Name and address of a new account; only an address that is confirmed is kept.

        Raises ImmediateHttpResponse where the answer itself does not fit: nothing has been looked up or written yet.
        """
        if not _one_subject(sociallogin) or not _staff(sociallogin):
            raise _refusal(request, "answer")
        user, email = sociallogin.user, confirmed_address(sociallogin, data.get("email"))
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = (data.get("name") or " ".join(filter(None, parts)) or (email or "").partition("@")[0])[:120]
        user.email, user.sign_in_code = email, None
        addresses = [EmailAddress(email=email, verified=True, primary=True)] if email else []
        sociallogin.email_addresses = addresses
        sociallogin.claimed = data.get("email")
        return user

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Only an organisation's own provider reaches existing accounts; `populate_user` left it its own domains."""
        return provider_of(login) is not None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Called before anything is written. Raises ImmediateHttpResponse with a page that says what to do."""
        if not _asked_for(sociallogin):
            raise _refusal(request, "answer")
        if sociallogin.is_existing or sociallogin.state.get("process") == AuthProcess.CONNECT:
            return
        email = sociallogin.user.email
        if provider_of(sociallogin) is not None and not email and sociallogin.claimed:
            raise _refusal(request, "address")
        if email and User.objects.filter(email__iexact=email).exists():
            raise _refusal(request, "link")

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """An account without a password and without a team."""
        user = sociallogin.user
        user.set_unusable_password()
        sociallogin.save(request)
        return user


def provider_of(login: SocialLogin) -> Provider | None:
    """The organisation's provider behind this sign-in; nothing for one of the whole site."""
    if not login.provider.app.pk:
        return None
    return Provider.objects.select_related("app", "org").filter(app=login.provider.app.pk).first()


def confirmed_address(login: SocialLogin, email: str | None) -> str | None:
    """`email` in small letters where the provider has checked it and may speak for its domain."""
    if not email:
        return None
    email = email.lower()
    provider = provider_of(login)
    if provider is None:
        return email if _says_verified(login) else None
    if provider.kind == ProviderKind.OIDC and not _says_verified(login):
        return None
    speaks_for = Domain.objects.filter(provider=provider, name__iexact=email.rpartition("@")[2])
    return email if speaks_for.exclude(confirmed_at=None).exists() else None


def _says_verified(login: SocialLogin) -> bool:
    """Whether the provider says so, with the truth value and not with a text such as "false".

    `xms_edov` is how Microsoft Entra says that it knows the owner of the domain.
    """
    claims = login.account.extra_data
    for part in (claims, claims.get("id_token") or {}, claims.get("userinfo") or {}):
        if part.get("email_verified") is True or part.get("xms_edov") is True:
            return True
    return False


def _one_subject(login: SocialLogin) -> bool:
    """OpenID Connect Core 5.3.2: the two answers of a provider must be about the same person."""
    if login.account.provider in ("google", "clever") or login.provider.app.provider != ProviderKind.OIDC:
        return True
    claims = login.account.extra_data
    ticket, told = claims.get("id_token"), claims.get("userinfo")
    return bool(ticket) and (not told or told.get("sub") == ticket.get("sub"))


def _asked_for(login: SocialLogin) -> bool:
    """Whether the ticket carries the nonce of this very question (OpenID Connect Core 3.1.3.7)."""
    nonce = (login.state.get("data") or {}).get("nonce")
    return nonce is None or (login.account.extra_data.get("id_token") or {}).get("nonce") == nonce


def _staff(login: SocialLogin) -> bool:
    """Clever also signs in students; they have no account here."""
    if login.account.provider != "clever":
        return True
    return bool(STAFF & set(login.account.extra_data.get("data", {}).get("roles", {})))


def _refusal(request: HttpRequest, why: str) -> ImmediateHttpResponse:
    return ImmediateHttpResponse(render(request, "signin/refused.html", {"why": why}, status=403))
