"""Signs on the way to the aim, in the order of time."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import find, visible_to
from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import IndicatorForm, key_of, version_of
from aimwell.contexts.theory.models import Indicator
from aimwell.contexts.theory.queries import InquiryView, signs_of
from aimwell.contexts.theory.views.base import back, found, language, opened, page
from aimwell.domain.theory.indicators import hints
from aimwell.domain.words.aims import say

NAMES = ("name", "moves", "expected_on", "overarching", "owner", "make_by")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def indicators(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    measures = _measures(request, view)
    if request.method != "POST":
        return _page(request, view, measures, IndicatorForm(measures=measures))
    form = IndicatorForm(request.POST, measures=measures)
    if not form.is_valid():
        return _page(request, view, measures, form)
    services.add_indicator(
        by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **_facts(request, form.cleaned_data)
    )
    return back(request, "indicators", view.inquiry, at="signs")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """One sign; a page of its own, so that the list stays calm."""
    sign = found(request, Indicator, pk)
    view = opened(request, sign.inquiry_id)
    measures = _measures(request, view, sign.measure)
    form = IndicatorForm(request.POST or None, measures=measures, initial=_initial(sign))
    if request.method == "POST" and form.is_valid():
        services.change_indicator(
            by=request.user, indicator=sign, version=version_of(request.POST), **_facts(request, form.cleaned_data)
        )
        return back(request, "indicators", view.inquiry, at="signs")
    context = {"view": view, "inquiry": view.inquiry, "sign": sign, "form": form}
    return render(request, "theory/indicator.html", context, status=422 if form.errors else 200)


def _facts(request: HttpRequest, typed: dict[str, Any]) -> dict[str, Any]:
    measure = find(request.user, Measure, typed["measure"], with_ended=True) if typed["measure"] else None
    return {**typed, "measure": measure}


def _initial(sign: Indicator) -> dict[str, Any]:
    return {**{name: getattr(sign, name) for name in NAMES}, "measure": sign.measure_id}


def _measures(request: HttpRequest, view: InquiryView, stands: Measure | None = None) -> list[tuple[int, str]]:
    """Those to choose from. `stands`: the one chosen before; set aside since, it stays until another is chosen."""
    if not view.may_edit:
        return []
    found = list(visible_to(request.user, Measure, team=view.inquiry.owner_team))
    if stands is not None and stands not in found:
        found.append(stands)
    return [(one.pk, one.name) for one in found]


def _page(
    request: HttpRequest, view: InquiryView, measures: list[tuple[int, str]], form: IndicatorForm
) -> HttpResponse:
    rows, signs = signs_of(request.user, view)
    by_when = view.aim.by_when if view.aim else None
    asks = [say(f"sign.{one.code}", language(), name=one.sign) for one in hints(signs, by_when=by_when)]
    return page(
        request, "theory/indicators.html", view, "aim", form=form, rows=rows, asks=asks,
        tasks=sum(one.is_task for one in signs), status=422 if form.errors else 200,
    )  # fmt: skip
