from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from aimwell.contexts.reports import queries


@login_required
@require_safe
def examples(request: HttpRequest) -> HttpResponse:
    """One invented effort in every field, to read beside an empty form."""
    return render(request, "reports/examples.html", {"sheets": queries.examples(get_language() or "en")})
