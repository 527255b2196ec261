"""The list of forms, one form to print from the browser, and the same as a file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.adapters.pdf import html_to_pdf
from aimwell.contexts.theory.paper.views.filling import Filling
from aimwell.contexts.theory.paper.views.registry import FORMS, GROUPS, PaperForm
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import opened, page
from aimwell.contexts.theory.views.drivers import PAPERS
from aimwell.contexts.theory.views.files import file as to_keep
from aimwell.domain.access.eyes import Detail
from aimwell.domain.errors import NotFound

WAYS = ("blank", "filled")


@login_required
@require_safe
def forms(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """Every form, blank for all who may read the work, filled for those who may read what stands in it."""
    view = opened(request, inquiry_id)
    groups = [(_(step), [(form, _(form.title), form.seen(view)) for form in group]) for step, group in GROUPS]
    return page(request, "paper/forms.html", view, "", groups=groups)


@login_required
@require_safe
def form(request: HttpRequest, inquiry_id: int, key: str) -> HttpResponse:
    """One form on the screen, ready to print."""
    view = opened(request, inquiry_id)
    asked, filled = _asked(request, view, key)
    return page(request, "paper/form.html", view, asked.step, **_content(request, view, asked, filled))


@login_required
@require_safe
def file(request: HttpRequest, inquiry_id: int, key: str) -> HttpResponse:
    """One form as a tagged PDF, black and white."""
    view = opened(request, inquiry_id)
    asked, filled = _asked(request, view, key)
    paper = request.GET.get("paper", PAPERS[0])
    if paper not in PAPERS:
        raise NotFound
    context = {**_content(request, view, asked, filled), "paper": paper, "view": view}
    made = html_to_pdf(render_to_string("paper/pdf.html", context, request), find=finders.find)
    return to_keep(HttpResponse(made, content_type="application/pdf"), f"{_(asked.title)}.pdf")


def _asked(request: HttpRequest, view: InquiryView, key: str) -> tuple[PaperForm, bool]:
    """Raises NotFound for a form that is not there, and for one filled with what is not for these eyes."""
    found, way = FORMS.get(key), request.GET.get("as", WAYS[0])
    if found is None or way not in WAYS or (way == "filled" and not found.seen(view)):
        raise NotFound
    return found, way == "filled"


def _content(request: HttpRequest, view: InquiryView, asked: PaperForm, filled: bool) -> dict[str, Any]:
    team = view.inquiry.owner_team
    return {
        "form": asked,
        "title": _(asked.title),
        "how": _(asked.how),
        "filled": filled,
        "may_fill": asked.seen(view),
        "blocks": asked.parts(Filling(view, request.user, filled)),
        "team_name": team.name if view.eyes.sees(Detail.TEAM) else "",
        "today": timezone.localdate(),
        "page": asked.address(view) if asked.links(view) else "",
        "address": f"{request.get_host()}{asked.address(view)}",
    }
