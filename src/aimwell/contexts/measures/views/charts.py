from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.contexts.measures import queries
from aimwell.contexts.measures.models import Measure, Series
from aimwell.contexts.measures.views.exports import asked_chart, series_id
from aimwell.contexts.measures.views.helpers import show
from aimwell.contexts.people.queries import find_team, may_edit_team


@login_required
@require_safe
def measure_list(request: HttpRequest, team_id: int) -> HttpResponse:
    team = find_team(request.user, team_id)
    rows = queries.measures_of(request.user, team)
    return show(request, "list", team, rows=rows, member=may_edit_team(request.user, team))


@login_required
@require_safe
def measure_page(request: HttpRequest, pk: int) -> HttpResponse:
    measure = queries.find_measure(request.user, pk)
    series = series_id(request)
    found = queries.measure_page(
        request.user, measure, series=series, period=request.GET.get("by", ""), page=request.GET.get("page", "1")
    )
    kept = f"series={series}" if series else ""
    periods = [
        {"label": label, "url": f"?by={value}{'&' if kept else ''}{kept}", "current": value == found.chart.period}
        for value, label in (("day", _("By day")), ("week", _("By week")), ("month", _("By month")))
        if found.member or value != "day"
    ]
    context = {"measure": measure, "found": found, "chart": found.chart, "periods": periods, "query": _query(request)}
    context["page_query"] = f"by={found.chart.period}"
    return show(request, "measure", measure.owner_team, crumbs=_crumbs(measure, found.chart.series), **context)


def _crumbs(measure: Measure, series: Series | None) -> list[tuple[str, str]]:
    start = [(_("Data"), reverse("measures:list", args=[measure.owner_team_id]))]
    if series is None:
        return [*start, (_("Measure"), "")]
    return [*start, (measure.name, reverse("measures:measure", args=[measure.pk])), (series.name, "")]


@login_required
@require_safe
def numbers(request: HttpRequest, pk: int) -> HttpResponse:
    chart = asked_chart(request, pk)
    measure = chart.measure
    context = {
        "measure": measure,
        "chart": chart,
        "rows": (rows := queries.all_numbers(chart)),
        "with_limits": any(row.limits for row in rows),
        "member": may_edit_team(request.user, measure.owner_team),
        "query": _query(request),
        "crumbs": [
            (_("Data"), reverse("measures:list", args=[measure.owner_team_id])),
            (measure.name, reverse("measures:measure", args=[pk])),
            (_("Numbers"), ""),
        ],
    }
    return show(request, "numbers", measure.owner_team, **context)


def _query(request: HttpRequest) -> str:
    """What the page was asked for, for its links to the same chart."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return f"?{kept.urlencode()}" if kept else ""
