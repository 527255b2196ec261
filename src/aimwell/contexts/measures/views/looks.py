"""Other ways to look at a measure: histogram, scatter plot, funnel, Pareto chart, CUSUM; as a page and as files."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.adapters.png import svg_to_png
from aimwell.contexts.measures import queries
from aimwell.contexts.measures.views.exports import PICTURE_WIDTH, csv_response
from aimwell.contexts.measures.views.helpers import show
from aimwell.domain.errors import NotFound


@login_required
@require_safe
def looks(request: HttpRequest, pk: int) -> HttpResponse:
    found = _asked(request, pk)
    measure = found.measure
    crumbs = [
        (_("Data"), reverse("measures:list", args=[measure.owner_team_id])),
        (measure.name, reverse("measures:measure", args=[pk])),
        (_("Other ways to look"), ""),
    ]
    return show(
        request, "looks", measure.owner_team, measure=measure, found=found, look=found.drawn, crumbs=crumbs,
        ways=_ways(found), bars_or_dots=_choice(found, "dots", _("Bars"), _("Dots")),
        seen_by=_choice(found, "outside", _("Your team"), _("Everyone else")),
        query=urlencode(_kept(found)), need=found.needs[found.look],
        needed=[need for look, need in found.needs.items() if need and look != found.look],
    )  # fmt: skip


@login_required
@require_safe
def looks_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    look = _drawn(request, pk)
    return csv_response(queries.look_csv(look), _name(look))


@login_required
@require_safe
def looks_svg(request: HttpRequest, pk: int) -> HttpResponse:
    look = _drawn(request, pk)
    return _file(look.svg("print").encode(), "image/svg+xml", f"{_name(look)}.svg")


@login_required
@require_safe
def looks_png(request: HttpRequest, pk: int) -> HttpResponse:
    look = _drawn(request, pk)
    return _file(svg_to_png(look.svg("desktop"), width=PICTURE_WIDTH), "image/png", f"{_name(look)}.png")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _name(look: queries.Look) -> str:
    return slugify(f"{look.title} {look.kind}")


def _asked(request: HttpRequest, pk: int) -> queries.LooksPage:
    asked = request.GET
    return queries.looks_page(
        request.user,
        queries.find_measure(request.user, pk),
        queries.Asked(
            look=asked.get("look", ""), by=asked.get("by", ""), other=_number(asked.get("other", "")),
            on=asked.get("on", ""), dots=asked.get("dots") == "1", wider=asked.get("wider") == "1",
            outside=asked.get("outside") == "1",
        ),
    )  # fmt: skip


def _drawn(request: HttpRequest, pk: int) -> queries.Look:
    """Raises NotFound for a look that the numbers do not allow."""
    found = _asked(request, pk).drawn
    if found is None:
        raise NotFound
    return found


def _number(text: str) -> int | None:
    """Raises NotFound for anything that is no number."""
    if not text:
        return None
    if not text.isdecimal() or len(text) > 15:
        raise NotFound
    return int(text)


def _ways(found: queries.LooksPage) -> list[dict[str, Any]]:
    """Links to the looks that are offered, and to the one asked for."""
    return [
        {
            "label": queries.kind_of(look, found.lang), "url": f"?look={look}&by={found.period}",
            "current": look == found.look,
        }
        for look, need in found.needs.items()
        if not need or look == found.look
    ]  # fmt: skip


def _kept(found: queries.LooksPage) -> dict[str, str]:
    """What the page was asked for, without what is as usual."""
    asked, beside = found.asked, found.source.beside
    marks = {name: "1" for name in ("dots", "wider", "outside") if getattr(asked, name)}
    other = {"other": str(beside[0].pk)} if beside else {}
    day = {"on": asked.on} if asked.on and found.of_lines else {}
    return {"look": found.look, "by": found.period, **other, **day, **marks}


def _choice(found: queries.LooksPage, name: str, without: str, with_it: str) -> list[dict[str, Any]]:
    """Two links: without the mark `name` in the address, and with it."""
    now = getattr(found.asked, name)
    kept = {key: value for key, value in _kept(found).items() if key != name}
    return [
        {"label": label, "url": f"?{urlencode({**kept, **more})}", "current": now == bool(more)}
        for label, more in ((without, {}), (with_it, {name: "1"}))
    ]
