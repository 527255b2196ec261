from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.people import queries, services
from aimwell.contexts.people.forms import TeamForm

TEAMS_A_PAGE = 40
SENTENCE_LENGTH = 500


@require_safe
def welcome(request: HttpRequest, demos: Callable[[], list[tuple[str, str, str]]] | None = None) -> HttpResponse:
    """The first page. `demos`: ways into the demo, where there is one."""
    if request.user.is_authenticated:
        return redirect("people:home")
    context = {"demo_mode": settings.DEMO, "demos": demos() if demos else []}
    return render(request, "ui/welcome.html", context)


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Keep the sentence in this browser and go on to the account that will hold it."""
    request.session["sentence"] = request.POST.get("sentence", "").strip()[:SENTENCE_LENGTH]
    if request.user.is_authenticated:
        return redirect("people:home")
    return redirect("account_signup")


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Straight to the one team of most people; a list for those with several, or with none of their own."""
    own = list(queries.teams_of(request.user).select_related("org"))
    if len(own) == 1 and "all" not in request.GET:
        return redirect("reports:today", own[0].pk)
    for team in own[:1]:
        queries.told_in_words_of(request.user, team)
    others = queries.visible_teams(request.user).exclude(pk__in=[team.pk for team in own])
    page = Paginator(others.select_related("org__parent"), TEAMS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "own": own,
        "page": page,
        "has_office": queries.orgs_held(request.user).exists(),
        "helps": queries.helps_from_outside(request.user),
    }
    return render(request, "people/home.html", context)


@login_required
def team_new(request: HttpRequest) -> HttpResponse:
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        team = services.start_team(by=request.user, **form.cleaned_data)
        return redirect("reports:today", team.pk)
    return render(request, "people/team_new.html", {"form": form}, status=422 if form.errors else 200)
