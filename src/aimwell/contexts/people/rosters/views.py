from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.people.rosters import queries, services
from aimwell.contexts.people.rosters.access import find_import, find_org
from aimwell.contexts.people.rosters.forms import ListForm, ReasonForm
from aimwell.contexts.people.rosters.models import RosterImport, RosterState
from aimwell.domain.errors import DomainError, Refused, sentence
from aimwell.ui.flash import flash
from aimwell.ui.stepup import step_up

A_PAGE = 50
AGAIN_SECONDS = 3
SHOW_WORDS = {
    "new": gettext_lazy("New"),
    "changed": gettext_lazy("Changed"),
    "ended": gettext_lazy("Ended"),
    "unchanged": gettext_lazy("As before"),
    "problems": gettext_lazy("Problems"),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def lists(request: HttpRequest, org_id: int) -> HttpResponse:
    """The staff lists of an organisation, and a new one. Shown again at once: a file that was sent can't be kept."""
    org = find_org(request.user, org_id)
    step_up(request)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if request.method == "POST" and form.is_valid():
        try:
            made = services.start_list(
                by=request.user, org=org, upload=form.cleaned_data["file"], whole=form.cleaned_data["whole"],
                key=_key(request),
            )  # fmt: skip
            return redirect("rosters:list", org.pk, made.pk)
        except DomainError as refusal:
            form.add_error("file", _said(refusal))
    page = Paginator(queries.lists_of(org), A_PAGE).get_page(request.GET.get("page"))
    context = {"org": org, "form": form, "page": page, "book": queries.book_of(org)}
    return render(request, "rosters/lists.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def one_list(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    """A list that is being read, looked at, in, or taken back."""
    found = find_import(request.user, pk, org_id=org_id)
    view = queries.list_view(found)
    context: dict[str, Any] = {"org": found.book.org, "list": found, "view": view, "form": ReasonForm()}
    context["crumbs"] = [(_("Staff lists"), reverse("rosters:lists", args=[org_id])), (found.file_name, "")]
    if found.state in (*queries.WAITING, RosterState.REFUSED, RosterState.DISCARDED):
        answer = render(request, "rosters/wait.html", context)
        if found.state in queries.WAITING:
            answer["Refresh"] = str(AGAIN_SECONDS)
        return answer
    return render(request, "rosters/list.html", context | _shown(request, found, view))


def _shown(request: HttpRequest, found: RosterImport, view: queries.ListView) -> dict[str, Any]:
    """The part of the comparison that was asked for; without a wish the first one that holds something."""
    asked = request.GET.get("show", "")
    first = next((name for name in queries.SHOWN if view.counts[name] and name != "unchanged"), "unchanged")
    show = asked if asked in queries.SHOWN else first
    rows: Any = found.problems.all() if show == "problems" else queries.rows_of(found, show)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = queries.problem_views(page) if show == "problems" else queries.row_views(found, page)
    items = [
        {"label": f"{word} ({view.counts[name]})", "url": f"?show={name}", "current": name == show}
        for name, word in SHOW_WORDS.items()
    ]
    return {"show": show, "page": page, "rows": shown, "items": items}


def _to_act_on(request: HttpRequest, org_id: int, pk: int) -> RosterImport:
    """For those who look after it, who show again that it is them. To others it is not there."""
    found = find_import(request.user, pk, org_id=org_id)
    step_up(request)
    return found


@login_required
@require_POST
def put_in(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    found = _to_act_on(request, org_id, pk)
    try:
        services.apply_list(by=request.user, roster_import=found, reason=request.POST.get("reason", "")[:500])
    except Refused as refusal:
        flash(request, _said(refusal), look=True)
    return redirect("rosters:list", org_id, pk)


@login_required
@require_POST
def undo(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    found = _to_act_on(request, org_id, pk)
    try:
        services.undo_list(by=request.user, roster_import=found)
        flash(request, _("The list is taken back. Everything it changed is as before."))
    except Refused as refusal:
        flash(request, _said(refusal), look=True)
    return redirect("rosters:list", org_id, pk)


@login_required
@require_POST
def discard(request: HttpRequest, org_id: int, pk: int) -> HttpResponse:
    found = _to_act_on(request, org_id, pk)
    try:
        services.discard_list(by=request.user, roster_import=found)
        flash(request, _("Nothing went in. What was compared is removed."))
    except Refused as refusal:
        flash(request, _said(refusal), look=True)
    return redirect("rosters:lists", org_id)


@login_required
@require_POST
def students(request: HttpRequest, org_id: int) -> HttpResponse:
    """Turn the keeping of students on or off."""
    org = find_org(request.user, org_id)
    step_up(request)
    keep = request.POST.get("keep") == "yes"
    services.keep_students(by=request.user, org=org, keep=keep)
    flash(
        request,
        _("From the next list on, students are kept without names.")
        if keep
        else _("Students are not kept. What was kept of them is removed."),
    )
    return redirect("rosters:lists", org_id)


@login_required
@require_safe
def problems(request: HttpRequest, org_id: int, pk: int) -> StreamingHttpResponse:
    return problems_file(find_import(request.user, pk, org_id=org_id))


def problems_file(found: RosterImport) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(queries.problems_csv(found), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="staff-list-{found.pk}-problems.csv"'
    return answer


def _key(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()


def _said(refusal: DomainError) -> str:
    return sentence(refusal, get_language() or "en")
