"""Signing in through an organisation: find it, go there. What comes back is allauth's and `providing`'s."""

from __future__ import annotations

import secrets
from typing import Any

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.base.provider import Provider as AllauthProvider
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from onelogin.saml2.errors import OneLogin_Saml2_Error
from requests import RequestException

from aimwell.contexts.people.signin import queries
from aimwell.contexts.people.signin.codes import svg
from aimwell.contexts.people.signin.forms import WorkForm
from aimwell.contexts.people.signin.models import ProviderKind
from aimwell.domain.errors import NotFound


@require_http_methods(["GET", "POST"])
def work(request: HttpRequest) -> HttpResponse:
    """Finds the organisation's sign-in by the domain of an e-mail address. The address is not kept."""
    form = WorkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = queries.provider_for(form.cleaned_data["email"])
        if found is not None:
            return redirect(_with_onward(request, reverse("signin:org", args=[found.slug])))
        form.add_error("email", _("No organization signs in with this ending. Use your password, or ask your office."))
    context = {"form": form, "site_wide": queries.site_wide(), "onward": _onward(request), "link": _linking(request)}
    return render(request, "signin/work.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def org(request: HttpRequest, slug: str) -> HttpResponse:
    provider = queries.find_provider(slug)
    if request.method == "POST":
        return _leave(request, provider.app.get_provider(request))
    context = {"provider": provider, "onward": _onward(request), "link": _linking(request)}
    return render(request, "signin/org.html", context)


@require_POST
def with_site_provider(request: HttpRequest, key: str) -> HttpResponse:
    """Google or Clever, where the site is set up for them."""
    if key not in {name for name, _label in queries.site_wide()}:
        raise NotFound
    try:
        return _leave(request, get_adapter(request).get_provider(request, key))
    except SocialApp.DoesNotExist:
        raise NotFound from None


def _leave(request: HttpRequest, provider: AllauthProvider) -> HttpResponse:
    """On to the provider, by a page of ours: the policy of our pages lets no form end at another site."""
    process = AuthProcess.CONNECT if _linking(request) else AuthProcess.LOGIN
    if process == AuthProcess.CONNECT and not did_recently_reauthenticate(request):
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.get_full_path()})}")
    try:
        onward = _onward(request) or (reverse("socialaccount_connections") if process == AuthProcess.CONNECT else None)
        target = provider.redirect(request, process=process, next_url=onward, **_nonce(provider))["Location"]
    except (RequestException, OneLogin_Saml2_Error, KeyError, ValueError):
        return render(request, "signin/refused.html", {"why": "away"}, status=502)
    answer = render(request, "signin/leaving.html", {"target": target, "name": provider.name})
    answer["Refresh"] = f"0; url={target}"
    return answer


def _nonce(provider: AllauthProvider) -> dict[str, Any]:
    """For OpenID Connect a fresh number that the answer must repeat; `providing` compares."""
    if provider.id != ProviderKind.OIDC:
        return {}
    nonce = secrets.token_urlsafe(24)
    return {"data": {"nonce": nonce}, "auth_params": {**provider.get_auth_params(), "nonce": nonce}}


def _onward(request: HttpRequest) -> str:
    """Where to go afterwards, when that is a page of ours."""
    return get_next_redirect_url(request) or ""


def _linking(request: HttpRequest) -> bool:
    """A signed-in person adds the sign-in to their account; others sign in with it."""
    return request.user.is_authenticated


def _with_onward(request: HttpRequest, url: str) -> str:
    onward = _onward(request)
    return f"{url}?{urlencode({'next': onward})}" if onward else url


@login_required
@never_cache
@require_safe
def totp_qr(request: HttpRequest) -> HttpResponse:
    """The picture beside the secret while an authenticator app is being set up."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        return redirect("mfa_activate_totp")
    return HttpResponse(svg(get_mfa_adapter().build_totp_url(request.user, secret)), content_type="image/svg+xml")
