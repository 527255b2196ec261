"""For whom: a measure group by group, and two of its groups side by side."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.measures import queries, services
from aimwell.contexts.measures.views.exports import csv_response
from aimwell.contexts.measures.views.helpers import show
from aimwell.contexts.orgs.models import SmallGroupRule
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash


@login_required
@require_safe
def for_whom(request: HttpRequest, pk: int) -> HttpResponse:
    found = _asked(request, pk)
    measure = found.measure
    crumbs = [
        (_("Data"), reverse("measures:list", args=[measure.owner_team_id])),
        (measure.name, reverse("measures:measure", args=[pk])),
        (_("For whom"), ""),
    ]
    seen_by = [
        {"label": label, "url": f"?by={found.period}{more}", "current": bool(more) == found.outside}
        for label, more in ((_("Your team"), ""), (_("Everyone else"), "&outside=1"))
    ]
    pair = f"&a={found.gap.a.pk}&b={found.gap.b.pk}" if found.gap else ""
    query = f"by={found.period}{'&outside=1' if found.outside else ''}{pair}"
    kind = _kind(request)
    kinds = [
        {"label": label, "url": f"?{query}{more}#gap", "current": bool(more) == (kind == "ratio")}
        for label, more in ((_("Difference"), ""), (_("Ratio"), "&as=ratio"))
    ]
    return show(
        request, "gaps", measure.owner_team, measure=measure, found=found, gap=found.gap, seen_by=seen_by,
        kinds=kinds, kind=kind, crumbs=crumbs, query=query,
    )  # fmt: skip


@login_required
@require_safe
def for_whom_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    found = _asked(request, pk)
    name = found.gap.chart.name if found.gap else found.measure.name
    return csv_response(queries.gap_csv(found.gap), slugify(name) or "numbers")


@login_required
@require_POST
def small_groups(request: HttpRequest, pk: int) -> HttpResponse:
    """The rule stands in the form, or in the address where it is a way back."""
    measure = queries.find_measure(request.user, pk)
    rule = request.POST.get("rule") or request.GET.get("rule", "")
    if rule not in SmallGroupRule.values:
        raise NotFound
    before = urlencode({"rule": measure.owner_team.small_groups})
    services.choose_small_groups(by=request.user, team=measure.owner_team, rule=rule)
    flash(request, _("Small groups are hidden this way now."), undo=f"{request.path}?{before}")
    return redirect(f"{reverse('measures:for_whom', args=[pk])}?outside=1")


def _asked(request: HttpRequest, pk: int) -> queries.ForWhomPage:
    return queries.for_whom_page(
        request.user, queries.find_measure(request.user, pk), a=_line(request, "a"), b=_line(request, "b"),
        period=request.GET.get("by", ""), outside=request.GET.get("outside") == "1",
        page=request.GET.get("page", "1"), kind=_kind(request),
    )  # fmt: skip


def _kind(request: HttpRequest) -> queries.GapKind:
    return "ratio" if request.GET.get("as") == "ratio" else "difference"


def _line(request: HttpRequest, name: str) -> int | None:
    """Raises NotFound for anything that is no number."""
    text = request.GET.get(name, "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > 15:
        raise NotFound
    return int(text)
