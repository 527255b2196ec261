"""Words, method and path of an organisation, or of a team that belongs to none."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.orgs.queries import usual_round
from aimwell.contexts.people.views import own_team
from aimwell.contexts.people.views.sending import kept_org
from aimwell.contexts.people.wording import queries, services
from aimwell.contexts.people.wording.forms import (
    AimsForm,
    DecisionsForm,
    MethodForm,
    RoundsForm,
    StagesForm,
    StepsForm,
    WordForm,
)
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused, sentence
from aimwell.domain.theory.focus import USUAL
from aimwell.domain.theory.path import Kind
from aimwell.domain.words.path import say as say_path
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


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def org_steps(request: HttpRequest, org_id: int) -> HttpResponse:
    return _steps(request, kept_org(request, org_id, Power.WORDS))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def team_steps(request: HttpRequest, team_id: int) -> HttpResponse:
    return _steps(request, own_team(request, team_id))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def org_cycle(request: HttpRequest, org_id: int) -> HttpResponse:
    return _cycle(request, kept_org(request, org_id, Power.WORDS))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def team_cycle(request: HttpRequest, team_id: int) -> HttpResponse:
    return _cycle(request, own_team(request, team_id))


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


def _steps(request: HttpRequest, place: services.Place) -> HttpResponse:
    """The steps of the path: `arrange` keeps a form, `choose`, `printed`, `go` and `again` are single presses."""
    about = _about(place)
    line = queries.path_line(queries.held_at(place), place)
    form = StepsForm(request.POST if request.POST.get("do") == "arrange" else None, path=line.path)
    refusal = ""
    if request.method == "POST":
        try:
            if _arranged(request, place, line, form):
                return redirect(about["steps_url"], place.pk)
        except Refused as error:
            refusal = sentence(error, _language())
    status = 422 if refusal or form.errors else 200
    kinds = [(kind, say_path(f"kind.{kind}", _language()), say_path(f"about.{kind}", _language())) for kind in Kind]
    context = {**about, "line": line, "form": form, "kinds": kinds, "refusal": refusal, "stops": _stops(line)}
    return render(request, "wording/steps.html", context, status=status)


def _arranged(request: HttpRequest, place: services.Place, line: queries.PathLine, form: StepsForm) -> bool:
    """False for a form that needs a look. Raises Refused."""
    do = request.POST.get("do")
    by: dict[str, Any] = {"by": request.user, "place": place, "seen": _seen(request)}
    if do == "arrange":
        if not form.is_valid():
            return False
        services.arrange_path(**by, kind=line.path.kind, steps=form.wishes())
    elif do == "again":
        services.path_again(**by)
    elif do == "go":
        services.let_path_go(**by)
    else:
        services.choose_path(**by, kind=line.path.kind if do == "printed" else request.POST.get("kind", ""))
    flash(request, _("Kept. The pages show these steps from now on. Everything written so far is as it was."))
    return True


def _cycle(request: HttpRequest, place: services.Place) -> HttpResponse:
    """`map`, `offer`, `rounds` and `aims` keep a form, `go` and `again` are single presses."""
    about, do = _about(place), request.POST.get("do")
    held = queries.held_at(place)
    words = queries.cycle_words(held, place)
    form = StagesForm(request.POST if do == "map" else None, local=words.local)
    offer = DecisionsForm(
        request.POST if do == "offer" else None, initial={"offered": [one for one, on in words.decisions if on]}
    )
    length = RoundsForm(request.POST if do == "rounds" else None, initial=asdict(usual_round(held.words)))
    aims = AimsForm(request.POST if do == "aims" else None, initial={"most": words.most_aims or USUAL})
    refusal = ""
    if request.method == "POST":
        try:
            if _cycle_kept(request, place, form, offer, length, aims):
                return redirect(about["cycle_url"], place.pk)
        except Refused as error:
            refusal = sentence(error, _language())
    found = {"form": form, "offer": offer, "length": length, "aims": aims}
    context = {**about, **found, "words": words, "refusal": refusal, "part": do}
    status = 422 if refusal or any(one.errors for one in found.values()) else 200
    return render(request, "wording/cycle.html", context, status=status)


def _cycle_kept(
    request: HttpRequest, place: services.Place, form: StagesForm, offer: DecisionsForm, length: RoundsForm,
    aims: AimsForm,
) -> bool:  # fmt: skip
    """False for a form that needs a look. Raises Refused, NotFound."""
    do, key = request.POST.get("do"), request.POST.get("key", "")
    by: dict[str, Any] = {"by": request.user, "place": place, "seen": _seen(request)}
    if do == "map":
        if not form.is_valid():
            return False
        services.map_stages(**by, **form.wishes())
    elif do == "offer":
        if not offer.is_valid():
            return False
        services.choose_decisions(**by, hidden=offer.hidden())
    elif do == "rounds":
        if not length.is_valid():
            return False
        services.choose_rounds(**by, **length.cleaned_data)
    elif do == "aims":
        if not aims.is_valid():
            return False
        services.choose_aims(**by, **aims.cleaned_data)
    elif do == "again":
        services.cycle_again(**by, key=key)
    else:
        services.let_cycle_go(**by, key=key)
    flash(request, _("Kept. Cycles show it this way from now on. Everything written so far is as it was."))
    return True


def _seen(request: HttpRequest) -> int | None:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdigit() else None


def _stops(line: queries.PathLine) -> list[tuple[str, str]]:
    """Name and meaning of each step, for those who only read."""
    return [(stop.name(_language()), stop.gloss(_language())) for stop in line.path.stops]


def _about(place: services.Place) -> dict[str, Any]:
    """What every page says of its place, and the addresses of its pages."""
    kind = "org" if isinstance(place, Org) else "team"
    back = reverse("people:org" if kind == "org" else "reports:more", args=[place.pk])
    keeper = None if isinstance(place, Org) else place.org
    return {
        "place": place, "keeper": keeper, "back": back, "words_url": f"vocabulary:{kind}",
        "word_url": f"vocabulary:{kind}_word", "method_url": f"vocabulary:{kind}_method",
        "steps_url": f"vocabulary:{kind}_steps", "cycle_url": f"vocabulary:{kind}_cycle", "lang": _language()[:2],
    }  # fmt: skip


def _language() -> str:
    return get_language() or "en"
