"""The meetings of a team, and what it decided as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.contexts.measures.views.exports import csv_response
from aimwell.contexts.meetings import queries
from aimwell.contexts.meetings.models import Decision
from aimwell.contexts.meetings.views.base import language
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find_team
from aimwell.contexts.people.views import own_team
from aimwell.domain.tables.cells import harmless

ON_A_PAGE = 20


@login_required
@require_safe
def meeting_list(request: HttpRequest, team_id: int) -> HttpResponse:
    """This week, next, earlier; to those who may help also how often the team could meet."""
    team = find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    shown = queries.team_meetings(request.user, team, language())
    earlier = Paginator(shown.earlier, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "shown": shown,
        "earlier": earlier,
        "earlier_rows": shown.told(earlier),
        "open": queries.open_of_team(request.user, team, language()),
        "held": queries.held_lately(team, language()) if queries.may_hear(request.user, team) else None,
        "months": queries.minutes_by_source(team, language()) if shown.may_edit and shown.any else [],
    }
    return render(request, "meetings/list.html", context)


@login_required
@require_safe
def coming(request: HttpRequest, team_id: int) -> HttpResponse:
    """All that is planned, page by page."""
    team = find_team(request.user, team_id)
    request.team = team  # type: ignore[attr-defined]
    shown = queries.team_meetings(request.user, team, language())
    page = Paginator(shown.all_coming, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "meetings/coming.html", {"page": page, "rows": shown.told(page)})


@login_required
@require_safe
def decisions_csv(request: HttpRequest, team_id: int) -> StreamingHttpResponse:
    """Every decision of the team with its first date, who does it and what became of it (S0 R-51)."""
    team = own_team(request, team_id)
    return csv_response(_lines(request.user, team), f"{slugify(team.name) or 'team'}-decisions")


def _lines(user: User, team: Team) -> Iterator[str]:
    heads = [_("Decided on"), _("Meeting"), _("Decision"), _("Who"), _("By when"), _("Done on"), _("Let go because")]
    yield _line(heads)
    for row in queries.decisions_of_team(user, team).iterator(chunk_size=200):
        yield _line(_cells(row))


def _cells(row: Decision) -> list[str]:
    days = [str(day) if day else "" for day in (row.due_on, row.done_on)]
    who = str(row.owner or "") or row.owner_name
    return [str(row.meeting.on), str(row.meeting.get_kind_display()), row.text, who, *days, row.let_go]


def _line(cells: list[str]) -> str:
    """A cell that a spreadsheet would take for a formula is written as text."""
    out = StringIO()
    csv.writer(out).writerow([harmless(cell) for cell in cells])
    return out.getvalue()
