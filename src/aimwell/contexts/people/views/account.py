from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.people import queries, services
from aimwell.contexts.people.forms import SettingsForm, TokenForm
from aimwell.contexts.people.models import Theme
from aimwell.domain.errors import NotFound
from aimwell.domain.words.tables import say
from aimwell.ui.flash import flash


@login_required
def settings_page(request: HttpRequest) -> HttpResponse:
    initial = {name: getattr(request.user, name) for name in ("name", "theme", "words_shown")}
    form = SettingsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.change_settings(by=request.user, **form.cleaned_data)
        flash(request, _("Saved."))
        return redirect("people:settings")
    context = {
        "form": form,
        "statement": say("roles.statement", get_language() or "en"),
        "has_office": queries.orgs_held(request.user).exists(),
    }
    return render(request, "people/settings.html", context, status=422 if form.errors else 200)


@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    """API tokens: make one, see its text once, take it away."""
    form = TokenForm(request.POST or None, user=request.user)
    text = ""
    if request.method == "POST" and form.is_valid():
        _token, text = services.make_token(by=request.user, **form.cleaned_data)
        form = TokenForm(user=request.user)
    context = {"form": form, "text": text, "tokens": services.tokens_of(request.user)}
    return render(request, "people/tokens.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def revoke_token(request: HttpRequest, token_id: int) -> HttpResponse:
    token = request.user.api_tokens.filter(pk=token_id).first()
    if token is None:
        raise NotFound
    services.revoke_token(by=request.user, token=token)
    flash(request, _("The token “%(name)s” opens nothing any more.") % {"name": token.name})
    return redirect("people:tokens")


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """The theme of this browser, for readers without an account."""
    chosen = request.POST.get("theme", "")
    onward = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        onward = reverse("welcome")
    response = HttpResponseRedirect(onward)
    if chosen in Theme.values:
        response.set_cookie("theme", chosen, max_age=31_536_000, samesite="Lax", secure=settings.SECURE, httponly=True)
    return response
