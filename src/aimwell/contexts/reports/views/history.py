"""The history of a team and of each thing in it; bringing back and putting back."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.reports import queries, services
from aimwell.contexts.reports.queries import Filters
from aimwell.contexts.reports.views.base import number, team_of
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotFound, StaleEdit
from aimwell.ui.flash import flash

EVENTS_A_PAGE = 30


@login_required
@require_safe
def history(request: HttpRequest, team_id: int) -> HttpResponse:
    team, filters = team_of(request, team_id), Filters.of(request.GET.dict())
    everything = queries.history_of(request.user, team)
    page = Paginator(queries.history_of(request.user, team, filters), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": queries.history_lines(request.user, team, page.object_list),
        "filters": filters,
        "people": queries.people_in(everything),
        "kinds": queries.kinds_in(everything),
    }
    return render(request, "reports/history.html", context)


@login_required
@require_safe
def timeline(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """One thing from its beginning. Others than members see only since when it is open to them."""
    told = queries.timeline_of(request.user, kind, pk)
    request.team = told.team  # type: ignore[attr-defined]
    page = Paginator(told.events, EVENTS_A_PAGE).get_page(request.GET.get("page"))
    lines = queries.history_lines(request.user, told.team, page.object_list, created=True)
    newest = lines[0].id if lines and not page.has_previous() else None
    return render(request, "reports/timeline.html", {"told": told, "page": page, "lines": lines, "newest": newest})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def earlier(request: HttpRequest, team_id: int, event_id: int) -> HttpResponse:
    """How a thing stood after an event beside how it stands now; POST puts it back."""
    team = team_of(request, team_id)
    event = event_of(request, team, event_id)
    target = queries.target_of(request.user, event)
    stale = False
    if request.method == "POST":
        try:
            services.put_back(by=request.user, event=event, version=number(request.POST.get("version", "")) or 0)
        except StaleEdit:
            stale = True
        else:
            flash(request, _("It stands as it did then. What stood before is in the history."))
            return redirect("reports:timeline", event.target_type, event.target_id)
    then = queries.earlier(request.user, team, event, target)
    context = {"then": then, "event": event, "stale": stale, "kind": target._meta.verbose_name}
    return render(request, "reports/earlier.html", context, status=409 if stale else 200)


def event_of(request: HttpRequest, team: Team, event_id: int) -> Event:
    event = queries.history_of(request.user, team).filter(pk=event_id).first()
    if event is None:
        raise NotFound
    return event


@login_required
@require_POST
def restore(request: HttpRequest, team_id: int, event_id: int) -> HttpResponse:
    team = team_of(request, team_id)
    target = services.restore_from(by=request.user, event=event_of(request, team, event_id))
    flash(request, _("“%(what)s” is back, with its links.") % {"what": target})
    return redirect("reports:history", team.pk)


@login_required
@require_POST
def revert(request: HttpRequest, team_id: int, event_id: int) -> HttpResponse:
    team = team_of(request, team_id)
    event = event_of(request, team, event_id)
    services.revert_to(by=request.user, event=event)
    settings = _("The earlier settings are back. The later ones stay in the history.")
    words = _("The earlier words are back. The later ones stay in the history.")
    flash(request, settings if queries.is_setting(event) else words)
    return redirect("reports:history", team.pk)
