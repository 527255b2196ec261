from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.forms import MemberForm, SettingsForm, TeamForm, TokenForm
from aimwell.contexts.people.models import Membership, Theme
from aimwell.domain.errors import NotFound, Refused, sentence
from aimwell.ui.flash import flash

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
    others = queries.visible_teams(request.user).exclude(pk__in=[team.pk for team in own])
    page = Paginator(others.select_related("org__parent"), TEAMS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/home.html", {"own": own, "page": page})


@login_required
def team_new(request: HttpRequest) -> HttpResponse:
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        team = services.start_team(by=request.user, **form.cleaned_data)
        return redirect("reports:today", team.pk)
    return render(request, "people/team_new.html", {"form": form}, status=422 if form.errors else 200)


def own_team(request: HttpRequest, team_id: int) -> Team:
    """The team of this page, for its members. Others are told what they are told of a page that is not there."""
    team = queries.teams_of(request.user).select_related("org").filter(pk=team_id).first()
    if team is None:
        raise NotFound
    request.team = team  # type: ignore[attr-defined]
    return team


@login_required
def members(request: HttpRequest, team_id: int) -> HttpResponse:
    return _members_page(request, own_team(request, team_id), MemberForm())


def _members_page(request: HttpRequest, team: Team, form: MemberForm) -> HttpResponse:
    token = request.session.pop("new_invitation", "")
    link = request.build_absolute_uri(reverse("people:join", args=[token])) if token else ""
    context = {
        "form": form,
        "members": queries.members_of(team),
        "coaches": queries.coaches_of(team),
        "link": link,
        "days": services.INVITATION_DAYS,
    }
    return render(request, "people/members.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def invite(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    request.session["new_invitation"] = services.invite(by=request.user, team=team).token
    return HttpResponseRedirect(reverse("people:members", args=[team.pk]) + "#invite")


@login_required
@require_POST
def add_member(request: HttpRequest, team_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    form = MemberForm(request.POST)
    if not form.is_valid():
        return _members_page(request, team, form)
    services.add_member_without_login(by=request.user, team=team, **form.cleaned_data)
    flash(request, _("%(name)s is in the team list.") % form.cleaned_data)
    return redirect("people:members", team.pk)


@login_required
@require_POST
def end_membership(request: HttpRequest, team_id: int, membership_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    membership = Membership.objects.filter(team=team, ended=None, pk=membership_id).first()
    if membership is None:
        raise NotFound
    services.leave_team(by=request.user, membership=membership)
    flash(request, _("%(name)s left the team. What they wrote stays.") % {"name": membership.name})
    if membership.user_id == request.user.pk:
        return redirect("people:home")
    return redirect("people:members", team.pk)


def join(request: HttpRequest, token: str) -> HttpResponse:
    """An invitation link: says who invites whom to what, then joins on one click."""
    try:
        invitation = services.open_invitation(token)
    except Refused as refusal:
        context = {"words": sentence(refusal, get_language() or "en")}
        return render(request, "people/join_closed.html", context, status=410)
    if not request.user.is_authenticated:
        request.session["join"] = token
    elif request.method == "POST":
        team = services.join_team(by=request.user, token=token)
        flash(request, _("You are in %(team)s.") % {"team": team.name})
        return redirect("reports:today", team.pk)
    return render(request, "people/join.html", {"invitation": invitation})


@login_required
def settings_page(request: HttpRequest) -> HttpResponse:
    form = SettingsForm(request.POST or None, initial={"name": request.user.name, "theme": request.user.theme})
    if request.method == "POST" and form.is_valid():
        services.change_settings(by=request.user, **form.cleaned_data)
        flash(request, _("Saved."))
        return redirect("people:settings")
    return render(request, "people/settings.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    """API tokens: make one, see its text once, take it away."""
    form = TokenForm(request.POST or None)
    text = ""
    if request.method == "POST" and form.is_valid():
        _token, text = services.make_token(by=request.user, **form.cleaned_data)
        form = TokenForm()
    context = {"form": form, "text": text, "tokens": request.user.api_tokens.filter(revoked_at=None)}
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
