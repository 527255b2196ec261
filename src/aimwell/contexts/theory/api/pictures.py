"""The drawings as files: the same ones that the pages offer."""

from django.http import HttpRequest, HttpResponse

from aimwell.contexts.people.api.shared import READ, Id, media
from aimwell.contexts.theory.api.base import router
from aimwell.contexts.theory.views import causes, drivers

SVG, PNG = media("image/svg+xml"), media("image/png")


@router.get("/inquiries/{inquiry_id}/drivers.svg", response={200: None, **READ}, openapi_extra=SVG)
def get_drivers_svg(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The driver diagram as SVG."""
    return drivers.picture(request, inquiry_id, kind="svg")


@router.get("/inquiries/{inquiry_id}/drivers.png", response={200: None, **READ}, openapi_extra=PNG)
def get_drivers_png(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The driver diagram as PNG."""
    return drivers.picture(request, inquiry_id, kind="png")


@router.get("/inquiries/{inquiry_id}/causes.svg", response={200: None, **READ}, openapi_extra=SVG)
def get_causes_svg(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The fishbone as SVG."""
    return causes.picture(request, inquiry_id, kind="svg")


@router.get("/inquiries/{inquiry_id}/causes.png", response={200: None, **READ}, openapi_extra=PNG)
def get_causes_png(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The fishbone as PNG."""
    return causes.picture(request, inquiry_id, kind="png")
