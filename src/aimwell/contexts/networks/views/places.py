"""The page on which a team says where its work stands in its networks (S3 R-15)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.forms import PlaceForm
from aimwell.contexts.networks.views.base import back, language
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import opened
from aimwell.contexts.theory.views.base import page as page_of_inquiry
from aimwell.domain.errors import NotFound, Refused, sentence


@login_required
@require_safe
def inquiry(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    return _page(request, opened(request, inquiry_id))


def _page(request: HttpRequest, view: InquiryView, sent: PlaceForm | None = None) -> HttpResponse:
    """`sent`: the form that needs a look; the others are as they stand."""
    places = queries.places_of(view.inquiry)
    asked = sent.view.year.pk if sent else None
    rows = [
        (one, sent if one.year.pk == asked else PlaceForm(view=one, auto_id=f"y{one.year.pk}-%s")) for one in places
    ]
    mine = {network.pk for network in queries.networks_of(request.user)}
    return page_of_inquiry(
        request, "networks/inquiry.html", view, "problem", rows=rows, mine=mine, status=422 if sent else 200
    )


@login_required
@require_POST
def place(request: HttpRequest, inquiry_id: int, year_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    found = next((one for one in queries.places_of(view.inquiry) if one.year.pk == year_id), None)
    if found is None:
        raise NotFound
    form = PlaceForm(request.POST, view=found, auto_id=f"y{year_id}-%s")
    if form.is_valid() and _taken(request, view, found, form):
        return back("inquiry", inquiry_id, at=f"year-{year_id}")
    return _page(request, view, form)


def _taken(request: HttpRequest, view: InquiryView, found: queries.PlaceView, form: PlaceForm) -> bool:
    try:
        services.place_inquiry(
            by=request.user, inquiry=view.inquiry, year=found.year, version=version_of(request.POST),
            key=key_of(request.POST), **form.answer,
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, sentence(refusal, language()))
        return False
    return True
