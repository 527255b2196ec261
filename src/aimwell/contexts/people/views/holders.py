"""Who holds which office in an organisation, and what it keeps out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.forms import CoachForm, HubForm, OfficeForm, SwitchForm
from aimwell.contexts.people.models import OutsideRole
from aimwell.contexts.people.views.sending import done, kept_org, page_of, way
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash


@login_required
@require_safe
def org_people(request: HttpRequest, org_id: int) -> HttpResponse:
    return _page(request, kept_org(request, org_id, Power.PEOPLE))


def _page(request: HttpRequest, org: Org, **sent: Form) -> HttpResponse:
    """`sent`: a form that needs a look."""
    context: dict[str, Any] = {
        "org": org,
        "crumbs": way(org, (_("People and roles"), "")),
        "offices": page_of(request, queries.offices_in(org), "offices"),
        "above": queries.offices_above(org),
        "before": page_of(request, queries.offices_before(org), "before"),
        "coaching": page_of(request, queries.coaching_in(org), "coaching"),
        "hub_places": queries.hub_places_of(org),
        "hubs_kept": queries.hubs_kept(request.user, org),
        "office_form": OfficeForm(),
        "coach_form": CoachForm(teams=org.teams.all()),
        "hub_form": HubForm(networks=queries.joined_by(org)),
        **sent,
    }
    return render(request, "people/org_people.html", context, status=422 if sent else 200)


@login_required
@require_POST
def give_office(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.PEOPLE)
    form = OfficeForm(request.POST)
    if not done(form, partial(services.give_office, by=request.user, org=org)):
        return _page(request, org, office_form=form)
    return redirect("people:org_people", org.pk)


@login_required
@require_POST
def end_office(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.PEOPLE)
    office = queries.find_office(org, pk)
    services.end_office(by=request.user, office=office)
    return _ended(request, org, office.user.name)


@login_required
@require_POST
def name_coach(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.PEOPLE)
    form = CoachForm(request.POST, teams=org.teams.select_related("org"))
    if not done(form, partial(services.name_coach, by=request.user)):
        return _page(request, org, coach_form=form)
    return redirect("people:org_people", org.pk)


@login_required
@require_POST
def end_coaching(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.PEOPLE)
    coaching = queries.find_coaching(org, pk)
    services.end_coaching(by=request.user, coaching=coaching)
    return _ended(request, org, coaching.user.name)


@login_required
@require_POST
def give_hub_place(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.PEOPLE)
    form = HubForm(request.POST, networks=queries.joined_by(org))
    if not done(form, partial(services.give_hub_place, by=request.user)):
        return _page(request, org, hub_form=form)
    return redirect("people:org_people", org.pk)


@login_required
@require_POST
def end_hub_place(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.PEOPLE)
    place = queries.find_hub_place(org, pk)
    services.end_hub_place(by=request.user, place=place)
    return _ended(request, org, place.user.name)


def _ended(request: HttpRequest, org: Org, name: str) -> HttpResponse:
    flash(request, _("The role of %(name)s ended today. It stays in the history.") % {"name": name})
    return redirect("people:org_people", org.pk)


@login_required
@require_safe
def outsiders(request: HttpRequest, org_id: int) -> HttpResponse:
    """Hub and evaluator: open or kept out, here or by an organisation above."""
    return _switches(request, kept_org(request, org_id, Power.OUTSIDERS))


def _switches(request: HttpRequest, org: Org, status: int = 200) -> HttpResponse:
    rows = list(queries.closed_in(org))
    states = [
        {
            "role": role,
            "here": next((row for row in rows if row.role == role and row.org_id == org.pk), None),
            "above": [row.org for row in rows if row.role == role and row.org_id != org.pk],
        }
        for role in OutsideRole
    ]
    context = {"org": org, "crumbs": way(org, (_("Third parties"), "")), "states": states}
    return render(request, "people/outsiders.html", context, status=status)


@login_required
@require_POST
def keep_out(request: HttpRequest, org_id: int, role: str) -> HttpResponse:
    return _switch(request, org_id, role, services.close_to, _("Closed. It counts at once."))


@login_required
@require_POST
def let_in(request: HttpRequest, org_id: int, role: str) -> HttpResponse:
    return _switch(request, org_id, role, services.open_to, _("Open again. Teams still choose what they show."))


def _switch(request: HttpRequest, org_id: int, role: str, act: Callable[..., object], words: str) -> HttpResponse:
    org = kept_org(request, org_id, Power.OUTSIDERS)
    if role not in OutsideRole.values:
        raise NotFound
    form = SwitchForm(request.POST)
    if not form.is_valid():
        return _switches(request, org, status=422)
    act(by=request.user, org=org, role=OutsideRole(role), **form.cleaned_data)
    flash(request, words)
    return redirect("people:outsiders", org.pk)
