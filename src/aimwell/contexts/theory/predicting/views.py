"""The board: write in silence, set side by side, close, and lay the data beside each prediction."""

from __future__ import annotations

import csv
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.queries.numbers import Line
from aimwell.contexts.measures.views.exports import csv_response
from aimwell.contexts.people.queries import find, visible_to
from aimwell.contexts.people.services import restore, set_aside
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.models import Bone
from aimwell.contexts.theory.predicting import services
from aimwell.contexts.theory.predicting.forms import BoardForm, CountsForm, FindingForm, PredictionForm, ResultForm
from aimwell.contexts.theory.predicting.models import Board, CountSheet, Finding, Prediction
from aimwell.contexts.theory.predicting.queries import BoardView, CutView, boards_of, set_aside_boards
from aimwell.contexts.theory.views.base import again, found, found_kind, opened, page, tell_aside, to
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.tables.cells import harmless
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def boards(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = BoardForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = services.open_board(by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data)
        return HttpResponseRedirect(made.get_absolute_url())
    shown = {"boards": boards_of(view), "gone": set_aside_boards(view), "form": form}
    return page(request, "predicting/boards.html", view, "causes", status=422 if form.errors else 200, **shown)


@login_required
@require_safe
def board(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _opened(request, pk))


def _opened(request: HttpRequest, pk: int) -> BoardView:
    one = found(request, Board, pk)
    return BoardView(one, opened(request, one.inquiry_id), request.user)  # type: ignore[arg-type]


def _page(request: HttpRequest, shown: BoardView, form: forms.Form | None = None) -> HttpResponse:
    cut = _asked_cut(request, shown)
    mine = {one.pk for one in shown.predictions if one.created_by_id == request.user.pk}
    rows = [(one, shown.author_of(one), one.pk in mine) for one in shown.predictions]
    may_edit, closed = shown.view.may_edit, shown.closed
    return page(
        request,
        "predicting/board.html",
        shown.view,
        "causes",
        board=shown.board,
        shown=shown,
        rows=rows,
        cut=cut,
        form=form or (PredictionForm(initial=request.session.pop("withdrawn", None)) if not closed else None),
        counts_form=CountsForm(auto_id="counts-%s") if may_edit and shown.team else None,
        results=ResultForm.base_fields["result"].choices,  # type: ignore[attr-defined]
        measures=visible_to(request.user, Measure, team=shown.view.inquiry.owner_team) if may_edit else [],
        status=422 if form is not None and form.errors else 200,
    )


def _asked_cut(request: HttpRequest, shown: BoardView) -> CutView | None:
    """The table in the address, else the first; none while the data are covered."""
    if not shown.closed or not shown.names:
        return None
    return shown.cut(request.GET.get("by") or shown.names[0])


@login_required
@require_safe
def cut_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """The table as a file; small groups stay hidden in it."""
    shown = _opened(request, pk)
    if not shown.team:
        raise NotFound
    cut = shown.cut(request.GET.get("by", ""))
    return csv_response(_lines(cut), slugify(cut.words.title) or "table")


def _lines(found: CutView) -> list[str]:
    heads = [harmless(name) for name in found.names]
    lines = [[*heads, _("count"), _("out of"), _("rate")]]
    for name, cells in found.words.rows:
        for beside, cell in zip(found.words.heads or ("",), cells, strict=True):
            groups = [name, beside] if found.words.heads else [name]
            lines.append([*map(harmless, groups), cell.count, cell.whole, cell.rate])
    writer = csv.writer(Line(), quoting=csv.QUOTE_ALL)
    return [writer.writerow(line) for line in lines]  # type: ignore[misc]


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Board, pk)
    form = BoardForm(request.POST)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    asked = number_of(request.POST, "measure")
    measure = find(request.user, Measure, asked) if asked else None
    services.change_board(
        by=request.user, board=one, version=version_of(request.POST), measure=measure, **form.cleaned_data
    )
    return _at(one, "board")


@login_required
@require_POST
def predict(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _opened(request, pk)
    form = PredictionForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, form)
    services.predict(by=request.user, board=shown.board, key=key_of(request.POST), **form.cleaned_data)
    return _at(shown.board, "predictions")


@login_required
@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Board, pk)
    services.share_board(by=request.user, board=one)
    flash(request, _("All predictions stand side by side now. The data are still covered."))
    return _at(one, "predictions")


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Board, pk)
    services.close_board(by=request.user, board=one, reason=request.POST.get("reason", ""))
    flash(request, _("The round is closed and the data are open. What does each prediction meet?"))
    return _at(one, "data")


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The words wait in the form, so that they can be written again in another way."""
    one = found(request, Prediction, pk)
    services.withdraw(by=request.user, prediction=one)
    kept = ("text", "test", "test_kind", "blames", "signed")
    request.session["withdrawn"] = {name: getattr(one, name) for name in kept}
    undo = reverse("predicting:bring_back", args=[pk])
    flash(request, _("Your prediction is withdrawn. Its words wait in the form below."), undo=undo)
    return _at(one.board, "write")


@login_required
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Prediction, pk)
    services.bring_prediction_back(by=request.user, prediction=one)
    request.session.pop("withdrawn", None)
    return _at(one.board, "predictions")


@login_required
@require_POST
def result(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Prediction, pk)
    form = ResultForm(request.POST)
    if not form.is_valid():
        return again(request, one.board.inquiry, form)
    services.record_result(by=request.user, prediction=one, version=version_of(request.POST), **form.cleaned_data)
    return _at(one.board, f"prediction-{pk}", by=request.POST.get("by", ""))


@login_required
@require_POST
def cause(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """A supported prediction or a finding goes to the fishbone."""
    one = found_kind(request, {"prediction": Prediction, "finding": Finding}, kind, pk)
    bone = found(request, Bone, number_of(request.POST, "bone") or 0)
    services.make_cause_of(by=request.user, found=one, bone=bone, text=request.POST.get("text", ""))
    flash(request, _("It is a cause now, marked as supported, with its evidence."))
    return _at(one.board, f"{kind}-{pk}")


@login_required
@require_POST
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Board, pk)
    form = FindingForm(request.POST)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    asked = number_of(request.POST, "bone")
    bone = found(request, Bone, asked) if asked else None
    made = services.keep_finding(by=request.user, board=one, bone=bone, key=key_of(request.POST), **form.cleaned_data)
    return _at(one, f"finding-{made.pk}", by=form.cleaned_data["read_from"])


@login_required
@require_POST
def counts(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Board, pk)
    form = CountsForm(request.POST, request.FILES)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    sent = form.cleaned_data
    services.put_counts(
        by=request.user, board=one, text=sent["text"], upload=sent["file"], name=sent["name"], times=sent["times"],
        key=key_of(request.POST),
    )  # fmt: skip
    flash(request, _("The table is in. Check which columns are counts and which are groups."))
    return _at(one, "data")


@login_required
@require_POST
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = found(request, CountSheet, pk)
    count = number_of(request.POST, "count")
    if count is None:
        raise Refused("unknown_choice", value=request.POST.get("count", ""))
    used = [int(one) for one in request.POST.getlist("used") if one.isascii() and one.isdigit() and len(one) < 5]
    services.choose_columns(
        by=request.user, sheet=sheet, version=version_of(request.POST), count=count,
        whole=number_of(request.POST, "whole"), used=used,
        lost=request.POST.get("lost") == "1", times=number_of(request.POST, "times") or 0,
    )  # fmt: skip
    return _at(sheet.board, "data")


KINDS: dict[str, Any] = {"board": Board, "finding": Finding, "counts": CountSheet}


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    set_aside(by=request.user, obj=thing)
    tell_aside(request, thing, reverse("predicting:restore", args=[kind, pk]))
    if kind == "board":
        return HttpResponseRedirect(reverse("predicting:boards", args=[thing.inquiry_id]))
    return _at(thing.board, "data")


@login_required
@require_POST
def back(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    return HttpResponseRedirect(restore(by=request.user, obj=found_kind(request, KINDS, kind, pk)).get_absolute_url())


def _at(one: Board, place: str, **query: str) -> HttpResponseRedirect:
    return to(reverse("predicting:board", args=[one.pk]), at=place, **query)
