from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.adapters.png import svg_to_png
from aimwell.contexts.measures import queries
from aimwell.contexts.measures.models import Measure, Series
from aimwell.contexts.measures.views.helpers import show
from aimwell.contexts.people.queries import find, find_team, may_edit_team
from aimwell.domain.errors import NotFound

PICTURE_WIDTH = 1600


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
    series = _series_id(request)
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
    chart = _chart(request, pk)
    measure = chart.measure
    context = {
        "measure": measure,
        "chart": chart,
        "rows": queries.all_numbers(chart),
        "query": _query(request),
        "crumbs": [
            (_("Data"), reverse("measures:list", args=[measure.owner_team_id])),
            (measure.name, reverse("measures:measure", args=[pk])),
            (_("Numbers"), ""),
        ],
    }
    return show(request, "numbers", measure.owner_team, **context)


@login_required
@require_safe
def numbers_file(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    chart = _chart(request, pk)
    return csv_response(queries.numbers_csv(chart), slugify(chart.name) or "numbers")


@login_required
@require_safe
def chart_svg(request: HttpRequest, pk: int) -> HttpResponse:
    chart = _chart(request, pk)
    return _file(chart.svg("print").encode(), "image/svg+xml", chart.name, "svg")


@login_required
@require_safe
def chart_png(request: HttpRequest, pk: int) -> HttpResponse:
    chart = _chart(request, pk)
    return _file(svg_to_png(chart.svg("desktop"), width=PICTURE_WIDTH), "image/png", chart.name, "png")


def csv_response(rows: object, name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _file(content: bytes, kind: str, name: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{slugify(name) or "chart"}.{ending}"'
    return answer


def _chart(request: HttpRequest, pk: int) -> queries.ChartView:
    measure = queries.find_measure(request.user, pk)
    series = _series_id(request)
    line = find(request.user, Series, series, measure=measure) if series else None
    return queries.chart_of(request.user, measure, line, period=request.GET.get("by", ""))


def _series_id(request: HttpRequest) -> int | None:
    """Raises NotFound for anything that is no number."""
    text = request.GET.get("series", "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > 15:
        raise NotFound
    return int(text)


def _query(request: HttpRequest) -> str:
    """What the page was asked for, for its links to the same chart."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return f"?{kept.urlencode()}" if kept else ""
