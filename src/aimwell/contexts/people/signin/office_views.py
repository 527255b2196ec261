"""An organisation's own sign-in, for its administrators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people import offices
from aimwell.contexts.people.signin import queries, services
from aimwell.contexts.people.signin.forms import DomainForm, MetadataForm, OidcForm, SamlForm, SecretForm
from aimwell.contexts.people.signin.models import Provider, ProviderKind
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash
from aimwell.ui.stepup import step_up


@login_required
@require_safe
def sign_in(request: HttpRequest, org_id: int) -> HttpResponse:
    """The providers of an organisation."""
    org = _org(request, org_id)
    return render(request, "signin/providers.html", {"org": org, "providers": queries.providers_of(org)})


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, org_id: int, kind: str) -> HttpResponse:
    org = _org(request, org_id)
    shape, act = (OidcForm, services.add_oidc) if kind == "oidc" else (SamlForm, services.add_saml)
    form = shape(request.POST or None)
    provider = _done(form, lambda said: act(by=request.user, org=org, **said))
    if provider is not None:
        flash(request, _("%(name)s is set up. Name the endings of your addresses next.") % {"name": provider})
        return redirect("signin:provider", org.pk, provider.pk)
    context = {"org": org, "form": form, "kind": kind}
    return render(request, "signin/provider_new.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def provider(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    return _page(request, _find(request, org_id, pk))


@login_required
@require_POST
def name_domain(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    found = _find(request, org_id, pk)
    form = DomainForm(request.POST)
    if _done(form, lambda said: services.name_domain(by=request.user, provider=found, **said)) is None:
        return _page(request, found, domain_form=form)
    return redirect("signin:provider", org_id, pk)


@login_required
@require_POST
def confirm_domain(request: HttpRequest, org_id: int, pk: int, domain_id: int) -> HttpResponse:
    domain = queries.find_domain(_find(request, org_id, pk), domain_id)
    services.confirm_domain(by=request.user, domain=domain)
    flash(request, _("People with addresses at %(name)s now sign in here.") % {"name": domain.name})
    return redirect("signin:provider", org_id, pk)


@login_required
@require_POST
def drop_domain(request: HttpRequest, org_id: int, pk: int, domain_id: int) -> HttpResponse:
    domain = queries.find_domain(_find(request, org_id, pk), domain_id)
    services.drop_domain(by=request.user, domain=domain)
    return redirect("signin:provider", org_id, pk)


@login_required
@require_POST
def renew(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    found = _find(request, org_id, pk)
    form = _renew_form(found, request.POST)
    if _done(form, lambda said: services.renew(by=request.user, provider=found, **said)) is None:
        return _page(request, found, renew_form=form)
    flash(request, _("Saved."))
    return redirect("signin:provider", org_id, pk)


@login_required
@require_POST
def remove(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    found = _find(request, org_id, pk)
    services.remove_provider(by=request.user, provider=found)
    flash(request, _("Nobody signs in by %(name)s any more.") % {"name": found.app.name})
    return redirect("signin:org_sign_in", org_id)


def _find(request: HttpRequest, org_id: int, pk: int) -> Provider:
    return queries.find_provider_of(_org(request, org_id), pk)


def _org(request: HttpRequest, org_id: int) -> Org:
    """For its administrators, who show again that it is them. To others it is not there."""
    org = offices.find_org(request.user, org_id, Power.SIGN_IN)
    step_up(request)
    return org


def _page(request: HttpRequest, found: Provider, **forms_: forms.Form) -> HttpResponse:
    """`forms_`: one that was sent and needs a look."""
    key, saml = found.app.provider_id, found.kind == ProviderKind.SAML
    back = reverse("saml_acs", args=[key]) if saml else reverse("openid_connect_callback", args=[key])
    context: dict[str, Any] = {
        "org": found.org,
        "provider": found,
        "domains": found.domains.all(),
        "confirms": request.user.is_site_admin,
        "back": request.build_absolute_uri(back),
        "metadata": request.build_absolute_uri(reverse("saml_metadata", args=[key])) if saml else "",
        "page": request.build_absolute_uri(reverse("signin:org", args=[found.slug])),
        "domain_form": DomainForm(),
        "renew_form": _renew_form(found),
        **forms_,
    }
    return render(request, "signin/provider.html", context, status=422 if forms_ else 200)


def _renew_form(found: Provider, data: Any = None) -> forms.Form:
    return (MetadataForm if found.kind == ProviderKind.SAML else SecretForm)(data)


def _done(form: forms.Form, act: Callable[[dict[str, Any]], Any]) -> Any:
    """What `act` made of a form that was sent and fits; else nothing, and the form says why."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return act(form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, sentence(refusal, get_language() or "en"))
        return None
