"""The members of a network, and why each joined: for the hub and that member only (S3 R-16)."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.forms import PurposeForm, initial
from aimwell.contexts.networks.models import Purpose, Toward
from aimwell.contexts.networks.queries import Look
from aimwell.contexts.networks.views.base import again, back, opened, page, taken
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.theory.forms import version_of
from aimwell.domain.errors import NotAllowed

PARTS = ("purpose", "central", "why")


@login_required
@require_safe
def purposes(request: HttpRequest, network_id: int) -> HttpResponse:
    """For the hub the members by what they joined for; for a member its own line."""
    look = opened(request, network_id)
    stated = {one.org_id: one for one in queries.purposes_of(look)}
    groups = [
        (label, [(org, stated[org.pk]) for org in look.members if org.pk in stated and stated[org.pk].purpose == value])
        for value, label in Toward.choices
    ]
    context = {
        "groups": [(label, rows) for label, rows in groups if rows],
        "silent": [org for org in (look.members if look.is_hub else look.own) if org.pk not in stated],
        "forms": [(org, stated.get(org.pk), _form(stated.get(org.pk), org.pk)) for org in look.voices],
    }
    return page(request, "purposes", look, "purposes", **context)


def _form(stated: Purpose | None, org: int) -> PurposeForm:
    return PurposeForm(initial=initial(stated, PARTS) if stated else None, auto_id=f"purpose-{org}-%s")


@login_required
@require_POST
def purpose(request: HttpRequest, network_id: int, org_id: int) -> HttpResponse:
    look = opened(request, network_id)
    org = voice(look, org_id)
    form = PurposeForm(request.POST)
    version = version_of(request.POST)
    act = partial(services.state_purpose, by=request.user, network=look.network, org=org, version=version)
    if not taken(form, act):
        return again(request, form)
    return back("purposes", network_id, at=f"member-{org_id}")


def voice(look: Look, org_id: int) -> Org:
    """The member for which the reader speaks here. Raises NotAllowed."""
    found = next((org for org in look.voices if org.pk == org_id), None)
    if found is None:
        raise NotAllowed
    return found
