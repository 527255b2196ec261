"""The network on one page: its two goals, who works on what, what teams are drawn to."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.models import Goal, GoalKind, GoalNote, NetworkDriver, NetworkThing, Option
from aimwell.contexts.networks.queries.areas import areas_in
from aimwell.contexts.networks.views.base import language, opened, page
from aimwell.contexts.theory.forms import number_of
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash

A_PAGE = 40
MOST_COLUMNS = 10
"""With more members than this the table is too wide to be read, and the lines say who."""
KINDS: dict[str, tuple[type[NetworkThing], str, str]] = {
    "goal": (Goal, "network", "goals"),
    "note": (GoalNote, "goal__network", "goals"),
    "driver": (NetworkDriver, "year__network", "drivers"),
    "option": (Option, "choice__network", "choices"),
}


@login_required
@require_safe
def networks(request: HttpRequest) -> HttpResponse:
    """The reader's networks; straight to it where there is one."""
    found = list(queries.networks_of(request.user))
    if len(found) == 1:
        return redirect("networks:network", found[0].pk)
    return render(request, "networks/list.html", {"networks": found})


@login_required
@require_safe
def network(request: HttpRequest, network_id: int) -> HttpResponse:
    look = opened(request, network_id)
    year = queries.year_of(look, number_of(request.GET, "year"))
    view = queries.coverage_view(look, year) if year else None
    told = queries.Told(view, language()) if view else None
    found = queries.teams_without(view) if view else None
    return page(
        request,
        "network",
        look,
        "network",
        year=year,
        view=view,
        told=told,
        strands=_strands(look, view),
        areas=areas_in(look, language()),
        wide=len(look.members) <= MOST_COLUMNS,
        listed="page" in request.GET,
        kept=f"year={year.pk}" if year else "",
        without=Paginator(found, A_PAGE).get_page(request.GET.get("page")) if found is not None else None,
        outside=Paginator(view.outside, A_PAGE).get_page(request.GET.get("outside")) if view else None,
    )


def _strands(look: queries.Look, view: queries.CoverageView | None) -> list[tuple[str, list[queries.GoalView], int]]:
    """Kind, goals with their newest note, and how many teams work toward it. Two strands that are never one number."""
    goals = queries.goals_of(look.network)
    return [(kind, goals[kind], view.teams_toward(kind) if view else 0) for kind in GoalKind.values]


def _thing(request: HttpRequest, network_id: int, kind: str, pk: int) -> tuple[NetworkThing, str]:
    look = opened(request, network_id, hub=True)
    if kind not in KINDS:
        raise NotFound
    model, path, name = KINDS[kind]
    return queries.find_thing(model, pk, **{path: look.network}), reverse(f"networks:{name}", args=[network_id])


@login_required
@require_POST
def aside(request: HttpRequest, network_id: int, kind: str, pk: int) -> HttpResponse:
    thing, where = _thing(request, network_id, kind, pk)
    services.put_aside(by=request.user, thing=thing)
    undo = reverse("networks:restore", args=[network_id, kind, pk])
    flash(request, _("“%(name)s” is set aside. What hangs on it stays.") % {"name": str(thing)}, undo=undo)
    return redirect(_where(thing, where))


@login_required
@require_POST
def restore(request: HttpRequest, network_id: int, kind: str, pk: int) -> HttpResponse:
    thing, where = _thing(request, network_id, kind, pk)
    services.bring_back(by=request.user, thing=thing)
    flash(request, _("“%(name)s” is back.") % {"name": str(thing)})
    return redirect(_where(thing, where))


def _where(thing: NetworkThing, page_of_kind: str) -> str:
    """Drivers and options stand on the page of their year and of their choice."""
    match thing:
        case NetworkDriver():
            return f"{page_of_kind}?year={thing.year_id}"
        case Option():
            return f"{page_of_kind}{thing.choice_id}/"
    return page_of_kind
