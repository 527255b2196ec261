"""The page on which a person chooses their digest, the look at it, and the stop link of each letter."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from aimwell.contexts.reports.digest import queries, services
from aimwell.contexts.reports.digest.forms import DigestForm
from aimwell.contexts.reports.digest.models import LONGEST_ADDRESS, DigestChoice
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash


def site_of(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")[:LONGEST_ADDRESS]


@login_required
def settings_page(request: HttpRequest) -> HttpResponse:
    choice = queries.choice_of(request.user)
    form = DigestForm(request.POST or None, initial=DigestForm.of(choice))
    if request.method == "POST" and form.is_valid():
        try:
            services.choose(by=request.user, address=site_of(request), **form.cleaned_data)
            flash(request, _("Saved."))
            return redirect("digest:settings")
        except Refused as error:
            form.add_error("at" if request.user.email else None, sentence(error, get_language() or "en"))
    context = {"form": form, "choice": choice, "sends_mail": services.sends_mail()}
    return render(request, "digest/settings.html", context, status=422 if form.errors else 200)


def letter_now(request: HttpRequest) -> tuple[DigestChoice, queries.Letter | None]:
    """The letter as it would go at this moment, with the choice behind it."""
    choice = queries.choice_of(request.user)
    choice.address = choice.address or site_of(request)
    return choice, queries.letter_of(choice, timezone.now())


@login_required
@require_safe
def preview(request: HttpRequest) -> HttpResponse:
    """Exactly what would be sent now. Looking sends nothing and counts as no letter."""
    choice, letter = letter_now(request)
    return render(request, "digest/preview.html", {"choice": choice, "letter": letter})


@csrf_exempt  # a mail program presses it without a page of ours (RFC 8058); the signed text takes the token's place
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """No sign-in. Opening it changes nothing: programs that look at links for safety open each of them."""
    if request.method == "POST":
        services.stop(token=token)
        return render(request, "digest/stopped.html")
    queries.person_of(token)
    return render(request, "digest/stop.html")
