from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aimwell.api.assembly import api
from aimwell.api.describing import areas


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation with what it takes and an example. Open to all: it holds no content."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    found = [(f"area-{number}", name, rows) for number, (name, rows) in enumerate(areas(schema).items(), start=1)]
    return render(request, "api/docs.html", {"areas": found, "about": api.description.split("\n\n")})
