"""Drawings and outlines to keep: their names are safe in every language."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse

from aimwell.adapters.png import svg_to_png

WIDE = 2240


def picture_file(svg: str, kind: str, name: str) -> HttpResponse:
    """A drawing as SVG or PNG."""
    if kind == "png":
        return file(HttpResponse(svg_to_png(svg, width=WIDE), content_type="image/png"), f"{name}.{kind}")
    return file(HttpResponse(svg, content_type="image/svg+xml; charset=utf-8"), f"{name}.{kind}")


def file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
