"""Filters, passes through the causes, and levels in their order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import FilterForm, StageForm, key_of, number_of, version_of
from aimwell.contexts.theory.models import Cause, CauseFilter, LevelStage, MarkEffect, Sift, SiftMark
from aimwell.contexts.theory.queries.sifting import Sifting, filters_of
from aimwell.contexts.theory.views.base import again, back, found, language, opened, page
from aimwell.domain.theory.filters import OFFERED, suggested_reason


@dataclass(frozen=True)
class Line:
    """One cause in a pass, with what it says of it and a reason to start from."""

    cause: Cause
    mark: SiftMark | None
    suggested: str


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The team's filters and those offered; POST makes one of the team's own."""
    view = opened(request, inquiry_id)
    form = FilterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        services.make_filter(
            by=request.user, inquiry=view.inquiry, key=key_of(request.POST), name=said["name"],
            question=said["question"], values=form.values(),
        )  # fmt: skip
        return back(request, "filters", view.inquiry, at="filters")
    own = list(filters_of(request.user, view.inquiry))
    taken = {one.seed for one in own}
    lang = language()
    return page(
        request,
        "theory/filters.html",
        view,
        "causes",
        own=own,
        offered=[
            (one.seed, one.name(lang), one.question(lang), one.values(lang)) for one in OFFERED if one.seed not in taken
        ],
        sifting=Sifting(view),
        form=form,
        status=422 if form.errors else 200,
    )


@login_required
@require_POST
def take(request: HttpRequest, inquiry_id: int, seed: str) -> HttpResponse:
    """Use one of the filters offered: it becomes the team's, and a pass starts."""
    view = opened(request, inquiry_id)
    own = services.take_filter(by=request.user, inquiry=view.inquiry, seed=seed, lang=language())
    return redirect("theory:pass", services.start_pass(by=request.user, inquiry=view.inquiry, filter=own).pk)


@login_required
@require_POST
def start(request: HttpRequest, inquiry_id: int, pk: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    own = found(request, CauseFilter, pk)
    return redirect("theory:pass", services.start_pass(by=request.user, inquiry=view.inquiry, filter=own).pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    own = found(request, CauseFilter, pk)
    view = opened(request, own.inquiry_id)
    form = FilterForm(request.POST) if request.method == "POST" else FilterForm(initial=_said(own))
    if request.method == "POST" and form.is_valid():
        services.change_filter(
            by=request.user, filter=own, version=version_of(request.POST), name=form.cleaned_data["name"],
            question=form.cleaned_data["question"], values=[*form.values(), *_beyond(own)],
        )  # fmt: skip
        return back(request, "filters", own.inquiry, at="filters")
    status = 422 if form.errors else 200
    return page(request, "theory/filter.html", view, "causes", filter=own, form=form, status=status)


def _said(own: CauseFilter) -> dict[str, str]:
    first = _first(own)
    said = {"keeps": MarkEffect.KEEP, "aside": MarkEffect.ASIDE, "open": MarkEffect.OPEN}
    names = {key: first[value]["name"] if value in first else "" for key, value in said.items()}
    return {"name": own.name, "question": own.question, **names}


def _first(own: CauseFilter) -> dict[str, dict[str, str]]:
    """The first answer with each effect: those that the three fields of the form hold."""
    found: dict[str, dict[str, str]] = {}
    for answer in own.values:
        found.setdefault(answer["effect"], answer)
    return found


def _beyond(own: CauseFilter) -> list[dict[str, str]]:
    """More answers, which came through the API: the form does not show them and must not lose them."""
    held = _first(own).values()
    return [answer for answer in own.values if answer not in held]


@login_required
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One pass: every cause with the answers of the filter; closed, what was decided in it."""
    sift = found(request, Sift, pk)
    view = opened(request, sift.inquiry_id)
    sifting = Sifting(view)
    marks = {mark.cause_id: mark for mark in _marks(sift, named=view.beside)}
    lines = [
        Line(cause, marks.get(cause.pk), suggested_reason(cause.control, cause.resources, cause.effect, view.lang))
        for cause in sifting.on_bones
        if cause.pk in marks or (cause.ended_at is None and sift.closed_at is None)
    ]
    return page(
        request,
        "theory/pass.html",
        view,
        "causes",
        sift=sift,
        answers=sift.values,
        lines=lines,
        aside=[line for line in lines if line.mark and line.mark.effect == MarkEffect.ASIDE],
        kept=sum(cause.ended_at is None for cause in sifting.on_bones) if sift.closed_at is None else sift.kept,
        asked=number_of(request.GET, "cause"),
    )


def _marks(sift: Sift, *, named: bool) -> list[SiftMark]:
    rows = list(SiftMark.objects.filter(sift=sift, ended_at=None).select_related("decided_by"))
    for mark in () if named else rows:
        mark.decided_by = None
    return rows


@login_required
@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    sift = found(request, Sift, pk)
    cause = found(request, Cause, number_of(request.POST, "cause") or 0)
    services.mark_cause(
        by=request.user, sift=sift, cause=cause, value=request.POST.get("value", ""),
        reason=request.POST.get("reason", "")[:300],
    )  # fmt: skip
    return redirect(f"{_pass_url(sift)}?saved=cause-{cause.pk}#cause-{cause.pk}")


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    taken = found(request, SiftMark, pk)
    services.unmark_cause(by=request.user, mark=taken)
    return redirect(f"{_pass_url(taken.sift)}?saved=cause-{taken.cause_id}#cause-{taken.cause_id}")


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    sift = found(request, Sift, pk)
    services.close_pass(by=request.user, sift=sift)
    return redirect("theory:pass", pk)


def _pass_url(sift: Sift) -> str:
    return str(redirect("theory:pass", sift.pk).url)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def levels(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """First the district, then the classroom: levels in their order, with days."""
    view = opened(request, inquiry_id)
    form = StageForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        services.add_stage(by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data)
        return back(request, "levels", view.inquiry, at="stages")
    status = 422 if form.errors else 200
    sifting = Sifting(view)
    counts = Counter(cause.level for cause in view.causes)
    stages = [
        (
            stage,
            counts[stage.level],
            StageForm(
                initial={name: getattr(stage, name) for name in StageForm.base_fields}, auto_id=f"stage{stage.pk}-%s"
            ),
        )
        for stage in sifting.stages
    ]
    return page(request, "theory/levels.html", view, "causes", stages=stages, form=form, status=status)


@login_required
@require_POST
def change_stage(request: HttpRequest, pk: int) -> HttpResponse:
    stage = found(request, LevelStage, pk)
    form = StageForm(request.POST)
    if not form.is_valid():
        return again(request, stage.inquiry, form)
    services.change_stage(by=request.user, stage=stage, version=version_of(request.POST), **form.cleaned_data)
    return back(request, "levels", stage.inquiry, at="stages")
