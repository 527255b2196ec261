"""The drawings as files: the same ones that the pages offer."""

from typing import Literal

from django.http import HttpRequest, HttpResponse

from aimwell.contexts.people.api.shared import READ, Id, media
from aimwell.contexts.theory.api.base import router
from aimwell.contexts.theory.views import drivers, fishbone

SVG, PNG, PDF = media("image/svg+xml"), media("image/png"), media("application/pdf")


@router.get("/inquiries/{inquiry_id}/drivers.svg", response={200: None, **READ}, openapi_extra=SVG)
def get_drivers_svg(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The driver diagram as SVG."""
    return drivers.picture(request, inquiry_id, kind="svg")


@router.get("/inquiries/{inquiry_id}/drivers.png", response={200: None, **READ}, openapi_extra=PNG)
def get_drivers_png(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The driver diagram as PNG."""
    return drivers.picture(request, inquiry_id, kind="png")


@router.get("/inquiries/{inquiry_id}/drivers.pdf", response={200: None, **READ}, openapi_extra=PDF)
def get_drivers_pdf(request: HttpRequest, inquiry_id: Id, paper: Literal["letter", "a4"] = "letter") -> HttpResponse:
    """The driver diagram on one sheet, in black and white, with its outline on the next. `paper` is letter or a4."""
    return drivers.pdf(request, inquiry_id)


@router.get("/inquiries/{inquiry_id}/causes.svg", response={200: None, **READ}, openapi_extra=SVG)
def get_causes_svg(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The fishbone as SVG."""
    return fishbone.picture(request, inquiry_id, kind="svg")


@router.get("/inquiries/{inquiry_id}/causes.png", response={200: None, **READ}, openapi_extra=PNG)
def get_causes_png(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The fishbone as PNG."""
    return fishbone.picture(request, inquiry_id, kind="png")


@router.get("/inquiries/{inquiry_id}/causes.txt", response={200: None, **READ}, openapi_extra=media("text/plain"))
def get_causes_txt(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The fishbone in words: the same causes as the drawing."""
    return fishbone.words(request, inquiry_id)


@router.get("/inquiries/{inquiry_id}/causes.pdf", response={200: None, **READ}, openapi_extra=media("application/pdf"))
def get_causes_pdf(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The fishbone on paper: drawing and outline."""
    return fishbone.paper(request, inquiry_id)
