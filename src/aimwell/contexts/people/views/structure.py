"""Where an organisation hangs, what is below it, and its networks."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.forms import FindForm, JoinForm, MoveForm, NetworkForm, OrgForm, OrgNameForm, OrgTeamForm
from aimwell.contexts.people.offices import find_org
from aimwell.contexts.people.views.sending import done, kept_org, way
from aimwell.domain.access.roles import Power
from aimwell.ui.flash import flash


@login_required
@require_safe
def structure(request: HttpRequest, org_id: int) -> HttpResponse:
    return _page(request, kept_org(request, org_id, Power.STRUCTURE))


def _page(request: HttpRequest, org: Org, **sent: Form) -> HttpResponse:
    """`sent`: a form that needs a look."""
    context: dict[str, Any] = {
        "org": org,
        "crumbs": way(org, (_("Name, place and networks"), "")),
        "placements": queries.placements_of(org),
        "networks": queries.joined_by(org),
        "times": queries.network_times(org),
        "rename_form": OrgNameForm(initial={"name": org.name}),
        "new_form": OrgForm(),
        "team_form": OrgTeamForm(),
        "join_form": JoinForm(networks=_joinable(request, org)),
        "network_form": NetworkForm(),
        "find_form": FindForm(),
        "may_move": org.parent is not None or request.user.is_site_admin,
        **sent,
    }
    return render(request, "people/structure.html", context, status=422 if sent else 200)


def _joinable(request: HttpRequest, org: Org) -> QuerySet[Network]:
    return queries.networks_to_join(request.user, org)


@login_required
@require_POST
def rename_org(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.STRUCTURE)
    form = OrgNameForm(request.POST)
    if not done(form, partial(services.rename_org, by=request.user, org=org)):
        return _page(request, org, rename_form=form)
    flash(request, _("Saved. The earlier name stays in the history."))
    return redirect("people:structure", org.pk)


@login_required
@require_POST
def make_org(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.STRUCTURE)
    form = OrgForm(request.POST)
    if not done(form, partial(services.make_org, by=request.user, parent=org)):
        return _page(request, org, new_form=form)
    flash(request, _("%(name)s is below %(org)s.") % {"name": form.cleaned_data["name"], "org": org.name})
    return redirect("people:org", org.pk)


@login_required
@require_POST
def make_team(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.STRUCTURE)
    form = OrgTeamForm(request.POST)
    if not done(form, partial(services.make_team, by=request.user, org=org)):
        return _page(request, org, team_form=form)
    flash(request, _("%(name)s is here. Invite its first person next.") % {"name": form.cleaned_data["name"]})
    return redirect("people:org", org.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move_org(request: HttpRequest, org_id: int) -> HttpResponse:
    """First a place by its name, then a look at what would change, then the move."""
    org = kept_org(request, org_id, Power.STRUCTURE)
    crumbs = way(org, (_("Name, place and networks"), reverse("people:structure", args=[org.pk])), (_("Move it"), ""))
    to = request.GET.get("to", "")
    if not to:
        find = FindForm(request.GET if "q" in request.GET else None)
        found = queries.places_to_move(request.user, org, find.cleaned_data["q"]) if find.is_valid() else None
        return render(
            request, "people/move_find.html", {"org": org, "crumbs": crumbs, "find_form": find, "found": found}
        )
    parent = _place(request, to)
    form = MoveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(form, partial(services.move_org, by=request.user, org=org, parent=parent)):
        flash(request, _("%(name)s has moved.") % {"name": org.name})
        return redirect("people:structure", org.pk)
    context = {"org": org, "crumbs": crumbs, "parent": parent, "form": form, "look": queries.move_preview(org, parent)}
    return render(request, "people/move_look.html", context, status=422 if form.errors else 200)


def _place(request: HttpRequest, to: str) -> Org | None:
    """Nothing for the top. Raises NotFound for a place that the reader does not look after."""
    if to == "top":
        return None
    return find_org(request.user, int(to) if to.isdecimal() and len(to) < 19 else 0, Power.STRUCTURE)


@login_required
@require_POST
def join_network(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.STRUCTURE)
    form = JoinForm(request.POST, networks=_joinable(request, org))
    if not done(form, partial(services.join_network, by=request.user, org=org)):
        return _page(request, org, join_form=form)
    return redirect("people:structure", org.pk)


@login_required
@require_POST
def make_network(request: HttpRequest, org_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.STRUCTURE)
    form = NetworkForm(request.POST)
    if not done(form, partial(services.make_network, by=request.user, org=org)):
        return _page(request, org, network_form=form)
    return redirect("people:structure", org.pk)


@login_required
@require_POST
def leave_network(request: HttpRequest, org_id: int, network_id: int) -> HttpResponse:
    org = kept_org(request, org_id, Power.STRUCTURE)
    network = queries.find_joined(org, network_id)
    services.leave_network(by=request.user, org=org, network=network)
    flash(request, _("%(org)s is no longer in %(name)s.") % {"org": org.name, "name": network.name})
    return redirect("people:structure", org.pk)
