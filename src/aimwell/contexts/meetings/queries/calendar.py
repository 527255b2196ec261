"""Days on which a team does not meet."""

from __future__ import annotations

import datetime

from django.db.models import Q

from aimwell.contexts.orgs.models import CalendarSpan, SpanKind, Team
from aimwell.contexts.orgs.queries import ancestors
from aimwell.domain.calendar.breaks import Closure

CLOSED = (SpanKind.NO_SCHOOL, SpanKind.TESTING)


def closures_of(team: Team, first: datetime.date, last: datetime.date) -> tuple[Closure, ...]:
    """Days without school and days of testing, of the team and of the organisations above it. One query."""
    whose = Q(team=team.pk)
    if team.org is not None:
        whose |= Q(org__path__in=ancestors(team.org.path))
    rows = CalendarSpan.objects.filter(whose, kind__in=CLOSED, ended_at=None, starts_on__lte=last, ends_on__gte=first)
    return tuple(Closure(row.starts_on, row.ends_on, str(row)) for row in rows.order_by("starts_on", "pk"))
