"""The style page and the pages for when something is not there."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from aimwell.ui import style_examples
from aimwell.ui.context import THEMES


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Every component in every state, in the theme asked for with ?theme=."""
    asked = request.GET.get("theme", "")
    chosen = {"theme": asked} if asked in THEMES else {}
    return render(request, "ui/style.html", {**style_examples.context(request.get_full_path()), **chosen})


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A page that does not exist and one that is not shared use the same words."""
    return render(request, "ui/404.html", status=404)


def not_shared(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "ui/403.html", status=403)


def too_large(request: HttpRequest, *, limit: str = "") -> HttpResponse:
    """`limit`: the size in words, such as "50 MB"."""
    return render(request, "ui/413.html", {"limit": limit}, status=413)


def conflict(request: HttpRequest, conflict: dict[str, Any]) -> HttpResponse:
    """Both versions side by side. `conflict`: see templates/ui/409.html."""
    return render(request, "ui/409.html", {"conflict": conflict}, status=409)


def broken(request: HttpRequest) -> HttpResponse:
    """Without request context: whatever broke the page must not break this one too."""
    return HttpResponse(render_to_string("ui/500.html"), status=500)


def token_missing(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form whose token is gone: cookies off, or the page lay open over a sign-out."""
    return render(request, "ui/403_csrf.html", status=403)
