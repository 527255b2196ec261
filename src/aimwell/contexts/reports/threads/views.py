"""The trace through any piece of work, and the map of principles."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from aimwell.contexts.people.queries import find_team
from aimwell.contexts.reports.threads.queries import Traced, shown_principles, trace_of
from aimwell.domain.theory.trace import Node, Stage
from aimwell.domain.words.coherence import say


@dataclass(frozen=True)
class Stop:
    """One node of the thread. `side`: "before", "here" or "after" the thing that was asked for."""

    label: str
    page: str
    side: str


@login_required
@require_safe
def trace(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    lang = get_language() or "en"
    traced = trace_of(request.user, kind, pk, lang=lang)
    request.team = traced.view.inquiry.owner_team  # type: ignore[attr-defined]
    thread = traced.web.thread(traced.node)
    back = traced.web.back(traced.node)
    stages = [
        (say(f"stage.{stage}", lang), stops)
        for stage in Stage
        if (stops := [_stop(traced, node, back) for node in thread if node.stage is stage])
    ]
    gaps = [(say(f"gap.{gap}", lang, label=node.label), traced.pages.get(node.id, "")) for gap, node in traced.gaps]
    here = traced.web.by_id[traced.node]
    return render(
        request,
        "threads/trace.html",
        {"here": here, "stages": stages, "gaps": gaps, "page": traced.pages[traced.node], "mine": traced.view.may_edit},
    )


def _stop(traced: Traced, node: Node, back: frozenset[str]) -> Stop:
    side = "here" if node.id == traced.node else "before" if node.id in back else "after"
    return Stop(node.label, traced.pages.get(node.id, ""), side)


@login_required
@require_safe
def principles(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    asked = _day(request, "from"), _day(request, "to")
    (first, last), shown = shown_principles(request.user, team, *asked, lang=get_language() or "en")
    return render(request, "threads/principles.html", {"shown": shown, "first": first, "last": last, "team": team})


def _day(request: HttpRequest, name: str) -> datetime.date | None:
    try:
        return parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
