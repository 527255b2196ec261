from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.adapters.pdf import html_to_pdf
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import find_team
from aimwell.contexts.reports import queries, services
from aimwell.contexts.theory.services import start_inquiry
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash

EVENTS_A_PAGE = 30
PAPERS = ("letter", "a4")


def _team(request: HttpRequest, team_id: int) -> Team:
    request.team = find_team(request.user, team_id)  # type: ignore[attr-defined]
    return request.team  # type: ignore[attr-defined,no-any-return]


@login_required
@require_safe
def today(request: HttpRequest, team_id: int) -> HttpResponse:
    """The team's page: one next step, the aim, the theory, the open cycle, the newest reading."""
    team = _team(request, team_id)
    skip = request.GET.get("after", "")
    view = queries.team_view(request.user, team, lang=get_language() or "en", after=int(skip) if skip.isdigit() else 0)
    context = {"view": view, "sentence": request.session.get("sentence", ""), "today": timezone.localdate()}
    return render(request, "reports/today.html", context)


@login_required
@require_POST
def begin(request: HttpRequest, team_id: int) -> HttpResponse:
    """The first sentence becomes the first part of a problem."""
    team = _team(request, team_id)
    inquiry = start_inquiry(by=request.user, team=team, problem=request.POST.get("sentence", ""))
    request.session.pop("sentence", None)
    return redirect("theory:problem", inquiry.pk)


@login_required
@require_safe
def more(request: HttpRequest, team_id: int) -> HttpResponse:
    team = _team(request, team_id)
    return render(request, "reports/more.html", {"is_member": queries.is_member(request.user, team)})


@login_required
@require_safe
def sheet(request: HttpRequest, team_id: int) -> HttpResponse:
    team = _team(request, team_id)
    context = {
        "sheet": queries.sheet_of(request.user, team, lang=get_language() or "en"),
        "today": timezone.localdate(),
    }
    return render(request, "reports/sheet.html", context)


@login_required
@require_safe
def sheet_pdf(request: HttpRequest, team_id: int) -> HttpResponse:
    team = _team(request, team_id)
    paper = request.GET.get("paper", PAPERS[0])
    if paper not in PAPERS:
        raise NotFound
    context = {
        "sheet": queries.sheet_of(request.user, team, lang=get_language() or "en"),
        "today": timezone.localdate(),
        "title": f"{_('Where we are')} · {team.name}",
        "paper": paper,
    }
    pdf = html_to_pdf(render_to_string("reports/sheet_pdf.html", context, request), find=finders.find)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="where-we-are-{timezone.localdate():%Y-%m-%d}.pdf"'
    return response


@login_required
@require_safe
def history(request: HttpRequest, team_id: int) -> HttpResponse:
    team = _team(request, team_id)
    page = Paginator(queries.history_of(request.user, team), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "reports/history.html", {"page": page, "lines": queries.history_lines(page.object_list)})


def _event(request: HttpRequest, team: Team, event_id: int) -> Event:
    event = queries.history_of(request.user, team).filter(pk=event_id).first()
    if event is None:
        raise NotFound
    return event


@login_required
@require_POST
def restore(request: HttpRequest, team_id: int, event_id: int) -> HttpResponse:
    team = _team(request, team_id)
    target = services.restore_from(by=request.user, event=_event(request, team, event_id))
    flash(request, _("“%(what)s” is back, with its links.") % {"what": target})
    return redirect("reports:history", team.pk)


@login_required
@require_POST
def revert(request: HttpRequest, team_id: int, event_id: int) -> HttpResponse:
    team = _team(request, team_id)
    services.revert_to(by=request.user, event=_event(request, team, event_id))
    flash(request, _("The earlier words are back. The later ones stay in the history."))
    return redirect("reports:history", team.pk)
