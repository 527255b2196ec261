from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import queries, services
from aimwell.contexts.people.forms import MemberForm, OnDayForm, PlaceForm, TeamChangeForm
from aimwell.contexts.people.leaving import first_stop
from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.views.sending import done
from aimwell.domain.errors import NotFound, Refused, sentence
from aimwell.ui.flash import flash


def own_team(request: HttpRequest, team_id: int) -> Team:
    """The team of this page, for its members. Others are told what they are told of a page that is not there."""
    team = queries.teams_of(request.user).select_related("org").filter(pk=team_id).first()
    if team is None:
        raise NotFound
    request.team = queries.told_in_words_of(request.user, team)  # type: ignore[attr-defined]
    return team


@login_required
def members(request: HttpRequest, team_id: int) -> HttpResponse:
    return _members_page(request, own_team(request, team_id), MemberForm())


def _members_page(request: HttpRequest, team: Team, form: MemberForm) -> HttpResponse:
    token = request.session.pop("new_invitation", "")
    link = request.build_absolute_uri(reverse("people:join", args=[token])) if token else ""
    asked = OnDayForm(request.GET if "on" in request.GET else None)
    on = asked.cleaned_data["on"] if asked.is_valid() else None
    context = {
        "form": form,
        "asked": asked,
        "on": on,
        "then": queries.members_on(team, on) if on else [],
        "slots": queries.slots_of([team])[team.pk],
        "members": (members := list(queries.members_of(team))),
        "leads": any(one.user_id == request.user.pk and one.role in ("lead", "backup") for one in members),
        "coaches": (coaches := list(queries.coaches_of(team))),
        "functions": queries.functions_of(team, members, coaches),
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
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, team_id: int, membership_id: int) -> HttpResponse:
    """What one person does in the team. A lead who works elsewhere is asked about once (S3 R-5)."""
    team = own_team(request, team_id)
    found = _place(team, membership_id)
    now = {"role": found.role, "on_call": found.on_call, "covers": found.covers}
    form = PlaceForm(request.POST or None, team=team, initial=now)
    if request.method == "POST" and done(form, partial(services.change_place, by=request.user, place=found)):
        flash(request, _("Saved."))
        return redirect("people:members", team.pk) if _still_in(request, team) else redirect("people:home")
    elsewhere = queries.works_elsewhere(found)
    context = {"form": form, "place": found, "elsewhere": elsewhere, "crumbs": _way(team, found.name)}
    return render(request, "people/place.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_team(request: HttpRequest, team_id: int) -> HttpResponse:
    """The team's name and kind."""
    team = own_team(request, team_id)
    form = TeamChangeForm(request.POST or None, initial={"name": team.name, "about": team.about, "kind": team.kind})
    if request.method == "POST" and done(form, partial(services.change_team, by=request.user, team=team)):
        flash(request, _("Saved."))
        return redirect("people:members", team.pk)
    context = {"form": form, "crumbs": _way(team, _("Name and kind"))}
    return render(request, "people/team_change.html", context, status=422 if form.errors else 200)


def _way(team: Team, here: str) -> list[tuple[str, str]]:
    return [(_("People"), reverse("people:members", args=[team.pk])), (here, "")]


def _still_in(request: HttpRequest, team: Team) -> bool:
    return queries.may_edit_team(request.user, team)


def _place(team: Team, pk: int) -> Membership:
    found = Membership.objects.select_related("user", "team__org").filter(team=team, ended=None, pk=pk).first()
    if found is None:
        raise NotFound
    return found


@login_required
@require_POST
def end_membership(request: HttpRequest, team_id: int, membership_id: int) -> HttpResponse:
    team = own_team(request, team_id)
    membership = _place(team, membership_id)
    if stop := first_stop(membership):
        return redirect(stop)
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
