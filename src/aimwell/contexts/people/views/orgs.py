"""An organisation for those with an office in it, and the page of all roles."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.contexts.orgs.models import Org, OrgKind
from aimwell.contexts.people import queries
from aimwell.contexts.people.views.sending import page_of
from aimwell.domain.access.roles import Power
from aimwell.domain.access.sheet import role_lines
from aimwell.domain.words.roles import TABLE

KEEPING = (
    (Power.STRUCTURE, "people:structure", gettext_lazy("Name, place and networks")),
    (Power.PEOPLE, "people:org_people", gettext_lazy("People and roles")),
    (Power.PEOPLE, "signin:invite_to_org", gettext_lazy("Invite people")),
    (Power.PEOPLE, "signin:cards_of_org", gettext_lazy("Accounts without e-mail")),
    (Power.SIGN_IN, "signin:org_sign_in", gettext_lazy("Sign-in")),
    (Power.ROSTER, "rosters:lists", gettext_lazy("Staff lists")),
    (Power.WORDS, "vocabulary:org", gettext_lazy("Words in use")),
    (Power.WORDS, "vocabulary:org_steps", gettext_lazy("Steps of the path")),
    (Power.WORDS, "rubric:org", gettext_lazy("Rubric for cycles")),
    (Power.WORDS, "windows:org", gettext_lazy("School calendar")),
    (Power.EQUITY, "equity:org", gettext_lazy("What equity means here")),
    (Power.OUTSIDERS, "people:outsiders", gettext_lazy("Third parties")),
    (Power.AUDIT, "reports:audit", gettext_lazy("Who changed what")),
)
COUNTED = {
    OrgKind.COUNTY: gettext_lazy("Counties"),
    OrgKind.DISTRICT: gettext_lazy("Districts"),
    OrgKind.SEGMENT: gettext_lazy("Segments"),
    OrgKind.SCHOOL: gettext_lazy("Schools"),
    "team": gettext_lazy("Teams"),
}


@login_required
@require_safe
def org_list(request: HttpRequest) -> HttpResponse:
    """The organisations in which the reader has an office; straight to it where there is one."""
    page = page_of(request, queries.orgs_held(request.user))
    if page.paginator.count == 1:
        return redirect("people:org", page.object_list[0].pk)
    return render(request, "people/orgs.html", {"page": page})


@login_required
@require_safe
def org(request: HttpRequest, org_id: int) -> HttpResponse:
    look = queries.find_look(request.user, org_id)
    teams = page_of(request, look.teams, "teams")
    context = {
        "org": look.org,
        "look": look,
        "crumbs": [*above, (look.org.name, "")] if (above := _above(look)) else [],
        "counts": [(COUNTED[kind], count) for kind, count in look.counts.items()],
        "children": page_of(request, look.children, "below"),
        "teams": teams,
        "lines": look.lines(teams.object_list),
        "keeping": list(_keeping(look)),
        "closed": queries.closed_in(look.org),
    }
    return render(request, "people/org.html", context)


def _above(look: queries.OrgLook) -> list[tuple[str, str]]:
    return [(org.name, reverse("people:org", args=[org.pk])) for org, opens in look.above if opens]


def _keeping(look: queries.OrgLook) -> Any:
    """Words and address of each page that the reader's office opens; pages of parts that are not installed are left."""
    for power, name, words in KEEPING:
        if power in look.powers and (url := _address(name, look.org)):
            yield words, url


def _address(name: str, org: Org) -> str:
    try:
        return reverse(name, args=[org.pk])
    except NoReverseMatch:
        return ""


@login_required
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Every role, what it reads and may do: printed from the table that the checks read."""
    lang = get_language() or "en"
    heads = {name: TABLE.say(f"head.{name}", lang) for name in ("held", "reads", "comments", "edits", "may")}
    said = {name: TABLE.say(name, lang) for name in ("statement", "several", "outside")}
    return render(
        request, "people/roles.html", {"lines": role_lines(lang), "heads": heads, "said": said, "title": _("Roles")}
    )
