"""The chart as files: drawings, tables, and charts that stay editable. They all come from one reading."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from aimwell.adapters.png import svg_to_png
from aimwell.adapters.pptx import chart_pptx as pptx_of
from aimwell.adapters.xlsx_chart import chart_xlsx as xlsx_of
from aimwell.contexts.measures import queries
from aimwell.contexts.measures.models import Series
from aimwell.contexts.people.queries import find
from aimwell.domain.errors import NotFound

PICTURE_WIDTH = 1600
OFFICE = "application/vnd.openxmlformats-officedocument"
PPTX, XLSX = f"{OFFICE}.presentationml.presentation", f"{OFFICE}.spreadsheetml.sheet"


@login_required
@require_safe
def numbers_file(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    chart = asked_chart(request, pk)
    return csv_response(queries.numbers_csv(chart), slugify(chart.name) or "numbers")


@login_required
@require_safe
def chart_svg(request: HttpRequest, pk: int) -> HttpResponse:
    chart = asked_chart(request, pk)
    return _file(chart.svg("print").encode(), "image/svg+xml", chart.name, "svg")


@login_required
@require_safe
def chart_png(request: HttpRequest, pk: int) -> HttpResponse:
    chart = asked_chart(request, pk)
    return _file(svg_to_png(chart.svg("desktop"), width=PICTURE_WIDTH), "image/png", chart.name, "png")


@login_required
@require_safe
def chart_pptx(request: HttpRequest, pk: int) -> HttpResponse:
    chart = asked_chart(request, pk)
    return _file(pptx_of(chart.reading, lang=chart.lang, title=chart.name), PPTX, chart.name, "pptx")


@login_required
@require_safe
def chart_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    chart = asked_chart(request, pk)
    return _file(xlsx_of(chart.reading, lang=chart.lang, title=chart.name), XLSX, chart.name, "xlsx")


@login_required
@require_safe
def numbers_json(request: HttpRequest, pk: int) -> JsonResponse:
    chart = asked_chart(request, pk)
    answer = JsonResponse(queries.numbers_json(chart), json_dumps_params={"ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="{slugify(chart.name) or "numbers"}.json"'
    return answer


def csv_response(rows: object, name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _file(content: bytes, kind: str, name: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{slugify(name) or "chart"}.{ending}"'
    return answer


def asked_chart(request: HttpRequest, pk: int) -> queries.ChartView:
    measure = queries.find_measure(request.user, pk)
    series = series_id(request)
    line = find(request.user, Series, series, measure=measure) if series else None
    return queries.chart_of(request.user, measure, line, period=request.GET.get("by", ""))


def series_id(request: HttpRequest) -> int | None:
    """Raises NotFound for anything that is no number."""
    text = request.GET.get("series", "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > 15:
        raise NotFound
    return int(text)
