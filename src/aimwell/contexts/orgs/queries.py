from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Left
from django.db.models.lookups import In

from aimwell.contexts.orgs.models import CalendarSpan, Org, Team
from aimwell.contexts.orgs.services import STEP
from aimwell.domain.pdsa.rounds import Usual, usual_in

FEW = 20


def under_any(paths: Iterable[str], field: str = "path") -> Q:
    """Rows in any of these subtrees: a few as ranges of an index, many by one condition for each depth."""
    tops, seen = sorted(paths), Q(pk__in=[])
    if len(tops) <= FEW:
        for path in tops:
            seen |= below(path, field)
        return seen
    depths: dict[int, list[str]] = {}
    for path in tops:
        depths.setdefault(len(path), []).append(path)
    for depth, starts in depths.items():
        seen |= Q(In(Left(field, depth), starts))
    return seen


def below(path: str, field: str = "path") -> Q:
    """The node itself and all below it, as a range that an index answers. No step is all of the last letter."""
    return Q(**{f"{field}__gte": path, f"{field}__lt": path + "Z" * STEP})


def ancestors(path: str) -> list[str]:
    """The paths of the nodes above, the nearest last, the node itself included."""
    return [path[:end] for end in range(STEP, len(path) + 1, STEP)]


def spans_over(team: Team, first: datetime.date, last: datetime.date) -> QuerySet[CalendarSpan]:
    """Days of the calendar of a team and of every place above it that touch this stretch. One query."""
    whose = Q(team=team)
    if team.org is not None:
        whose |= Q(org__path__in=ancestors(team.org.path))
    rows = CalendarSpan.objects.filter(whose, ended_at=None, starts_on__lte=last, ends_on__gte=first)
    return rows.select_related("org", "team")


def spans_of_org(org: Org, first: datetime.date, last: datetime.date) -> QuerySet[CalendarSpan]:
    """The same of a place and those above it."""
    rows = CalendarSpan.objects.filter(org__path__in=ancestors(org.path), ended_at=None)
    return rows.filter(starts_on__lte=last, ends_on__gte=first).select_related("org")


def usual_round(words: Mapping[str, Any]) -> Usual:
    """How long most rounds are where these words hold: as a place chose, or as the site has it."""
    return usual_in(words) or Usual(settings.ROUND_SHORTEST, settings.ROUND_LONGEST)
