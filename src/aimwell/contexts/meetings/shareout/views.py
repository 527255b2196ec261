"""The page of a share-out with its questions, and the page for those who were not there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.adapters.pdf import html_to_pdf
from aimwell.contexts.meetings.shareout import services
from aimwell.contexts.meetings.shareout.forms import AloudForm, AnswerForm, OwnQuestionForm, PeerForm, SinceForm
from aimwell.contexts.meetings.shareout.models import PeerQuestion
from aimwell.contexts.meetings.shareout.queries.brief import Brief, brief_of
from aimwell.contexts.meetings.shareout.queries.questions import find_question
from aimwell.contexts.meetings.shareout.queries.told import ShareOutView, share_out_of
from aimwell.contexts.people.services import require
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.views.base import asked_again
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed, NotFound
from aimwell.domain.rhythm.shareout import LENGTHS, USUAL
from aimwell.ui.flash import flash

PAPERS = ("letter", "a4")


def _opened(request: HttpRequest, pk: int) -> ShareOutView:
    """The share-out of this page; the header learns its team."""
    told = share_out_of(request.user, pk, number_of(request.GET, "minutes") or USUAL)
    request.team = told.view.cycle.owner_team  # type: ignore[attr-defined]
    return told


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def share_out(request: HttpRequest, pk: int) -> HttpResponse:
    """One cycle in a quarter of an hour. A question is sent to the page itself."""
    told = _opened(request, pk)
    if request.method != "POST":
        return _page(request, told)
    if not told.questions.may_ask:
        raise NotAllowed
    form = _ask_form(told)(request.POST)
    if not form.is_valid():
        return _page(request, told, ask_form=form)
    made = services.ask(by=request.user, cycle=told.view.cycle, key=key_of(request.POST), **form.cleaned_data)
    words = _("It is on your list.") if made.aloud else _("The team sees your question. You see the answer here.")
    flash(request, words, undo=reverse("shareout:back", args=[made.pk]))
    return _to(made)


def _ask_form(told: ShareOutView) -> type[forms.Form]:
    return AloudForm if told.questions.may_answer else PeerForm


def _page(request: HttpRequest, told: ShareOutView, **again: forms.Form) -> HttpResponse:
    row = told.row
    made: dict[str, Any] = {
        "own_form": OwnQuestionForm(initial={"question": row.question if row else ""}),
        "ask_form": _ask_form(told)(),
        "version": row.version if row else services.FIRST,
        "lengths": LENGTHS,
    }
    context = {**_shown(told), **made, **again}
    return render(request, "shareout/page.html", context, status=422 if again else 200)


def _shown(told: ShareOutView) -> dict[str, Any]:
    return {"told": told, "view": told.view, "cycle": told.view.cycle, "today": timezone.localdate()}


def _to(row: PeerQuestion) -> HttpResponseRedirect:
    at = "questions" if row.ended_at else f"asked-{row.pk}"
    return redirect(f"{reverse('shareout:page', args=[row.cycle_id])}#{at}")


@login_required
@require_safe
def large(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for a wall, in large letters."""
    return render(request, "shareout/large.html", _shown(_opened(request, pk)))


@login_required
@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    told = _opened(request, pk)
    title = f"{told.view.heading} · {told.view.cycle.owner_team.name}"
    return _paper(request, "share-out", {**_shown(told), "title": title, "body": "shareout/parts/paper.html"})


def _paper(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    paper = request.GET.get("paper", PAPERS[0])
    if paper not in PAPERS:
        raise NotFound
    html = render_to_string("shareout/paper_pdf.html", {**context, "paper": paper}, request)
    response = HttpResponse(html_to_pdf(html, find=finders.find), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.pdf"'
    return response


@login_required
@require_POST
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """What the team asks its peers."""
    told, form = _opened(request, pk), OwnQuestionForm(request.POST)
    require(by=request.user, permission=Permission.EDIT, obj=told.view.cycle)
    if not form.is_valid():
        return _page(request, told, own_form=form)
    services.say_question(
        by=request.user, cycle=told.view.cycle, version=version_of(request.POST), **form.cleaned_data
    )  # fmt: skip
    flash(request, _("Your question stands on the page."))
    return redirect(f"{reverse('shareout:page', args=[pk])}#our-question")


def _found(request: HttpRequest, pk: int) -> PeerQuestion:
    row = find_question(request.user, pk)
    request.team = row.owner_team  # type: ignore[attr-defined]
    return row


@login_required
@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.take_back(by=request.user, question=_found(request, pk))
    flash(request, _("It is taken back."), undo=reverse("shareout:again", args=[pk]))
    return _to(row)


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    return _to(services.bring_back(by=request.user, question=_found(request, pk)))


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    row, form = _found(request, pk), AnswerForm(request.POST)
    require(by=request.user, permission=Permission.EDIT, obj=row)
    if not form.is_valid():
        return asked_again(request, form)
    kept = services.answer(by=request.user, question=row, version=version_of(request.POST), **form.cleaned_data)
    flash(request, _("Answered."), undo=reverse("shareout:answer_back", args=[pk]))
    return _to(kept)


@login_required
@require_POST
def answer_back(request: HttpRequest, pk: int) -> HttpResponse:
    row = services.take_back_answer(by=request.user, question=_found(request, pk))
    flash(request, _("The question waits again."))
    return _to(row)


@login_required
@require_POST
def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """A line for the next meeting."""
    row = _found(request, pk)
    item = services.put_on_agenda(by=request.user, question=row)
    flash(request, _("It is on your next agenda."), undo=reverse("meetings:part_aside", args=["item", item.pk]))
    return _to(row)


@login_required
@require_safe
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """One page for those who were not there. `?since=`: everything after this day."""
    found, form = _brief(request, pk)
    context = {"brief": found, "form": form, "today": timezone.localdate()}
    return render(request, "shareout/brief.html", context, status=422 if form.errors else 200)


def _brief(request: HttpRequest, pk: int) -> tuple[Brief, SinceForm]:
    form = SinceForm(request.GET or None)
    since = form.cleaned_data["since"] if form.is_bound and form.is_valid() else None
    found = brief_of(request.user, pk, since)
    request.team = found.view.team  # type: ignore[attr-defined]
    return found, form if form.is_bound else SinceForm(initial={"since": found.since})


@login_required
@require_safe
def brief_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    found, _form = _brief(request, pk)
    title = f"{found.view.title} · {found.view.team.name}"
    context = {"brief": found, "today": timezone.localdate(), "title": title, "body": "shareout/parts/brief_paper.html"}
    return _paper(request, "brief", context)
