"""Words and method of an organisation, or of a team that belongs to none."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.views import own_team
from aimwell.contexts.people.views.sending import kept_org
from aimwell.contexts.people.wording import queries, services
from aimwell.contexts.people.wording.forms import MethodForm, WordForm
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused, sentence
from aimwell.domain.words.renaming import local_words, term_of
from aimwell.ui.flash import flash


@login_required
@require_safe
def org_words(request: HttpRequest, org_id: int) -> HttpResponse:
    return _words(request, kept_org(request, org_id, Power.WORDS))


@login_required
@require_safe
def team_words(request: HttpRequest, team_id: int) -> HttpResponse:
    return _words(request, own_team(request, team_id))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def org_word(request: HttpRequest, org_id: int, key: str) -> HttpResponse:
    return _word(request, kept_org(request, org_id, Power.WORDS), key)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def team_word(request: HttpRequest, team_id: int, key: str) -> HttpResponse:
    return _word(request, own_team(request, team_id), key)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def org_method(request: HttpRequest, org_id: int) -> HttpResponse:
    return _method(request, kept_org(request, org_id, Power.WORDS))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def team_method(request: HttpRequest, team_id: int) -> HttpResponse:
    return _method(request, own_team(request, team_id))


def _words(request: HttpRequest, place: services.Place) -> HttpResponse:
    held = queries.held_at(place)
    context = {"lines": queries.word_lines(held, place), "method": queries.method_line(held, place)}
    return render(request, "wording/words.html", {**_about(place), **context})


def _word(request: HttpRequest, place: services.Place, key: str) -> HttpResponse:
    """One term: `look` shows it before it is kept, `save`, `unname` and `again` keep something."""
    term, held, about = term_of(key), queries.held_at(place), _about(place)
    line = next(line for line in queries.word_lines(held, place) if line.key == key)
    form = WordForm(request.POST or None, is_stage=term.is_stage, initial=_typed(line))
    tried: dict[str, list[str]] | None = None
    if request.method == "POST":
        try:
            if request.POST.get("do") == "look":
                tried = local_words(key, form.words(), held.words) if form.is_valid() else None
            elif _kept(request, place, key, form):
                return redirect(about["word_url"], place.pk, key)
        except Refused as refusal:
            form.is_valid()
            form.add_error(None, sentence(refusal, _language()))
    context = {
        "line": line, "form": form, "tried": tried is not None, "samples": queries.samples(held, key, tried),
        "earlier": queries.earlier_words(place, key),
    }  # fmt: skip
    return render(request, "wording/word.html", {**about, **context}, status=422 if form.errors else 200)


def _kept(request: HttpRequest, place: services.Place, key: str, form: WordForm) -> bool:
    """False for a form that needs a look. Raises Refused."""
    do = request.POST.get("do")
    if do == "unname":
        services.unname_term(by=request.user, place=place, key=key)
        flash(request, _("The word from above holds again."))
    elif do == "again":
        services.name_term_again(by=request.user, place=place, key=key)
        flash(request, _("What stood before stands again."))
    elif form.is_valid():
        services.name_term(by=request.user, place=place, key=key, words=form.words())
        flash(request, _("Kept. Pages, print and files say it this way from now on."))
    else:
        return False
    return True


def _typed(line: queries.WordLine) -> dict[str, str]:
    """What the form begins with: the words that are chosen right here, else nothing."""
    if not line.own:
        return {"es_gender": line.usual["es"].gender}
    said = {lang: line.here[lang] for lang in ("en", "es") if line.here[lang] != line.usual[lang]}
    typed = {f"{lang}_{name}": getattr(forms, name) for lang, forms in said.items() for name in ("one", "many")}
    return {**typed, "es_gender": line.here["es"].gender}


def _method(request: HttpRequest, place: services.Place) -> HttpResponse:
    about, held = _about(place), queries.held_at(place)
    form = MethodForm(request.POST or None, initial={"method": held.method})
    if request.method == "POST" and form.is_valid():
        try:
            services.choose_method(by=request.user, place=place, method=form.cleaned_data["method"])
            flash(request, _("The method is chosen. Everything written so far is as it was."))
            return redirect(about["method_url"], place.pk)
        except Refused as refusal:
            form.add_error(None, sentence(refusal, _language()))
    context = {**about, "form": form, "method": queries.method_line(held, place)}
    return render(request, "wording/method.html", context, status=422 if form.errors else 200)


def _about(place: services.Place) -> dict[str, Any]:
    """What every page says of its place, and the addresses of its pages."""
    kind = "org" if isinstance(place, Org) else "team"
    back = reverse("people:org" if kind == "org" else "reports:more", args=[place.pk])
    keeper = None if isinstance(place, Org) else place.org
    return {
        "place": place, "keeper": keeper, "back": back, "words_url": f"vocabulary:{kind}",
        "word_url": f"vocabulary:{kind}_word", "method_url": f"vocabulary:{kind}_method", "lang": _language()[:2],
    }  # fmt: skip


def _language() -> str:
    return get_language() or "en"
