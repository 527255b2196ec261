"""Opening and closing one piece of work, and the page behind the address that a team hands on."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aimwell.contexts.people.services import share
from aimwell.contexts.reports.sharing import queries
from aimwell.contexts.reports.views.base import number
from aimwell.domain.errors import NotFound, StaleEdit
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Who may see this, and how they will see it. GET looks at a rung (`to`) as a reader (`as`); POST goes there."""
    asked = {**request.GET.dict(), **(request.POST.dict() if request.method == "POST" else {})}
    stale = False
    found = _found(request, kind, pk, asked)
    if request.method == "POST":
        try:
            return _shared(request, found, asked)
        except StaleEdit:
            stale, found = True, _found(request, kind, pk, asked)
    context = {
        "found": found,
        "stale": stale,
        "address": request.build_absolute_uri(found.address) if found.address else "",
    }
    return render(request, "sharing/page.html", context, status=409 if stale else 200)


def _found(request: HttpRequest, kind: str, pk: int, asked: dict[str, str]) -> queries.SharingPage:
    to, reader = asked.get("to", ""), asked.get("as", "")
    found = queries.sharing_page(request.user, kind, pk, to=to, reader=reader, lang=get_language() or "en")
    request.team = found.obj.owner_team  # type: ignore[attr-defined]
    return found


def _shared(request: HttpRequest, found: queries.SharingPage, asked: dict[str, str]) -> HttpResponse:
    """Raises NotFound for a rung that does not exist, and StaleEdit where something changed since the look."""
    if (rung := queries.rung_of(asked.get("to", ""))) is None:
        raise NotFound
    here, before = reverse("sharing:page", args=[found.kind, found.obj.pk]), found.now
    obj = share(by=request.user, obj=found.obj, rung=rung, version=number(asked.get("version", "")) or 0)
    words = queries.SharingPage(obj, rung, found.reader, found.lang).now_words
    undo = f"{here}?to={before.key}&version={obj.version}" if rung != before else ""
    flash(request, _("%(now)s. It is in the log with your name.") % {"now": words}, undo=undo)
    return redirect(here)


@never_cache
@require_safe
def shared(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """One piece of work for readers outside its team; without the team's name where that is not told.

    Whoever is not signed in and may not read it is asked to sign in, whether or not there is anything here.
    """
    try:
        shown = queries.shared_at(request.user, kind, key, get_language() or "en")
    except NotFound:
        if request.user.is_authenticated:
            raise
        return redirect_to_login(request.get_full_path())
    answer = render(request, "sharing/shared.html", {"shown": shown})
    answer["X-Robots-Tag"] = "noindex"
    return answer
