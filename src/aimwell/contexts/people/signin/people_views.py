"""Bringing people in: invitations by list, link and QR code; accounts without e-mail and their cards."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import offices
from aimwell.contexts.people.services import INVITATION_DAYS
from aimwell.contexts.people.signin import access, queries, reading, services
from aimwell.contexts.people.signin.codes import svg
from aimwell.contexts.people.signin.forms import AccountForm, InviteListForm, OrgAccountForm
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash
from aimwell.ui.stepup import step_up

CARD = "new_card"


@login_required
@require_http_methods(["GET", "POST"])
def invite_to_org(request: HttpRequest, org_id: int) -> HttpResponse:
    """A list of people for the teams of an organisation."""
    org = offices.find_org(request.user, org_id, Power.PEOPLE)
    step_up(request)
    return _invite(request, queries.teams_below(org), org.name, reverse("signin:invite_to_org", args=[org.pk]))


@login_required
@require_http_methods(["GET", "POST"])
def invite_to_team(request: HttpRequest, team_id: int) -> HttpResponse:
    team = access.find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    here = reverse("signin:invite_to_team", args=[team.pk])
    return _invite(request, Team.objects.filter(pk=team.pk), team.name, here)


def _invite(request: HttpRequest, teams: QuerySet[Team], where: str, here: str) -> HttpResponse:
    """First a look at the list; sent only from the look, and only when no row needs anything."""
    form = InviteListForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "where": where, "here": here, "days": INVITATION_DAYS}
    if request.method == "POST" and form.is_valid():
        try:
            rows = reading.read(form.cleaned_data["text"], teams=teams, by=request.user)
        except Refused as refusal:
            form.add_error(None, _said(refusal))
        else:
            wrong = [(row, [_said(one) for one in row.problems]) for row in rows if row.problems]
            if "send" in request.POST and not wrong:
                return _send(request, [row.invitee for row in rows if row.invitee], here)
            context |= {"rows": rows, "wrong": wrong, "text": form.cleaned_data["text"]}
            return render(request, "signin/invite_look.html", context, status=422 if wrong else 200)
    return render(request, "signin/invite.html", context, status=422 if form.errors else 200)


def _send(request: HttpRequest, invitees: list[reading.Invitee], here: str) -> HttpResponse:
    address, lang = request.build_absolute_uri("/"), get_language() or "en"
    sent = services.invite_all(by=request.user, invitees=invitees, address=address, lang=lang)
    text = ngettext("%(count)s invitation is on its way.", "%(count)s invitations are on their way.", len(sent))
    flash(request, text % {"count": len(sent)})
    return redirect(here)


@login_required
@require_safe
def invitations(request: HttpRequest, team_id: int) -> HttpResponse:
    """The open invitations of a team, for its lead."""
    team = access.find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    return render(request, "signin/invitations.html", {"team": team, "open": queries.open_invitations(team)})


@login_required
@never_cache
@require_safe
def invitation(request: HttpRequest, team_id: int, pk: int) -> HttpResponse:
    """One invitation on a sheet: to be shown, printed or read from the screen."""
    team = access.find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    found = queries.find_invitation(team, pk)
    link = request.build_absolute_uri(reverse("people:join", args=[found.token]))
    return render(request, "signin/invitation.html", {"team": team, "invitation": found, "link": link})


@login_required
@require_POST
def take_back(request: HttpRequest, team_id: int, pk: int) -> HttpResponse:
    team = access.find_team(request.user, team_id)
    services.take_back(by=request.user, invitation=queries.find_invitation(team, pk))
    flash(request, _("The link opens nothing any more."))
    return redirect("signin:invitations", team.pk)


@login_required
@never_cache
@require_safe
def invitation_qr(request: HttpRequest, team_id: int, pk: int) -> HttpResponse:
    found = queries.find_invitation(access.find_team(request.user, team_id), pk)
    link = request.build_absolute_uri(reverse("people:join", args=[found.token]))
    return HttpResponse(svg(link), content_type="image/svg+xml")


@login_required
@require_http_methods(["GET", "POST"])
def cards_of_org(request: HttpRequest, org_id: int) -> HttpResponse:
    """Accounts without e-mail that an organisation looks after."""
    org = offices.find_org(request.user, org_id, Power.PEOPLE)
    step_up(request)
    form = OrgAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _hand_out(request, services.make_account(by=request.user, org=org, **form.cleaned_data))
    context = {"form": form, "accounts": queries.card_accounts(org=org), "where": org.name}
    return render(request, "signin/accounts.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def cards_of_team(request: HttpRequest, team_id: int) -> HttpResponse:
    team = access.find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    step_up(request)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _hand_out(request, services.make_account(by=request.user, team=team, **form.cleaned_data))
    context = {"form": form, "accounts": queries.card_accounts(team=team), "where": team.name}
    return render(request, "signin/accounts.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def new_card(request: HttpRequest, pk: int) -> HttpResponse:
    """A new first password for an account that `request.user` looks after."""
    account = queries.find_card_account(request.user, pk)
    step_up(request)
    return _hand_out(request, services.new_card(by=request.user, user=account.user))


def _hand_out(request: HttpRequest, card: services.Card) -> HttpResponse:
    request.session[CARD] = {"name": card.user.name, "code": card.code, "password": card.password}
    return redirect("signin:card")


@login_required
@never_cache
@require_safe
def card(request: HttpRequest) -> HttpResponse:
    """The card that was just made. It is shown once; its QR code holds the sign-in code, not the password."""
    made = request.session.pop(CARD, None)
    if made is None:
        return redirect("people:home")
    return render(request, "signin/card.html", {"card": made, "address": request.build_absolute_uri("/")})


@never_cache
@require_safe
def card_qr(request: HttpRequest, code: str) -> HttpResponse:
    """The way to the sign-in page with a code filled in. It tells nothing, so anybody may draw it."""
    link = request.build_absolute_uri(f"{reverse('account_login')}?{urlencode({'login': code})}")
    return HttpResponse(svg(link), content_type="image/svg+xml")


def _said(refusal: Refused) -> str:
    return sentence(refusal, get_language() or "en")
