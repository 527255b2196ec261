from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.adapters.pdf import html_to_pdf
from aimwell.contexts.reports import queries
from aimwell.contexts.reports.handover.queries import notes_of
from aimwell.contexts.reports.views.base import team_of
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.errors import NotFound

PAPERS = ("letter", "a4")


@login_required
@require_safe
def today(request: HttpRequest, team_id: int) -> HttpResponse:
    """The team's page: one next step, the aim, the theory, the open cycle, the newest reading."""
    team = team_of(request, team_id)
    skip = request.GET.get("after", "")
    view = queries.team_view(request.user, team, lang=get_language() or "en", after=int(skip) if skip.isdigit() else 0)
    day = timezone.localdate()
    notes = notes_of(request.user, team, day)
    context = {"view": view, "notes": notes, "sentence": request.session.get("sentence", ""), "today": day}
    return render(request, "reports/today.html", context)


@login_required
@require_POST
def begin(request: HttpRequest, team_id: int) -> HttpResponse:
    """The first sentence becomes the first part of a problem."""
    team = team_of(request, team_id)
    inquiry = start_inquiry(by=request.user, team=team, problem=request.POST.get("sentence", ""))
    request.session.pop("sentence", None)
    return redirect("theory:problem", inquiry.pk)


@login_required
@require_safe
def more(request: HttpRequest, team_id: int) -> HttpResponse:
    team = team_of(request, team_id)
    return render(request, "reports/more.html", {"is_member": queries.is_member(request.user, team)})


@login_required
@require_safe
def sheet(request: HttpRequest, team_id: int) -> HttpResponse:
    team = team_of(request, team_id)
    context = {
        "sheet": queries.sheet_of(request.user, team, lang=get_language() or "en"),
        "today": timezone.localdate(),
    }
    return render(request, "reports/sheet.html", context)


@login_required
@require_safe
def sheet_pdf(request: HttpRequest, team_id: int) -> HttpResponse:
    team = team_of(request, team_id)
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
