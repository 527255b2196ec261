from __future__ import annotations

import datetime as dt

from aimwell.contexts.orgs.models import Org, Team, TeamKind
from aimwell.contexts.people import services
from aimwell.contexts.people.models import CoachAssignment, TeamRole, User
from aimwell.core.history.services import record
from aimwell.demo.clock import Calendar, as_if
from aimwell.demo.worlds import shapes


def build_team(spec: shapes.Team, calendar: Calendar, places: dict[str, Org], users: dict[str, User]) -> Team:
    """A team with its people: some join by invitation, some are in the list without a login."""
    lead = users[spec.lead]
    with as_if(calendar.at(spec.since, "14:40")):
        team = services.start_team(
            by=lead, name=spec.name, about=spec.about, kind=TeamKind(spec.kind), org=places[spec.place]
        )
        for name, role in spec.unnamed:
            services.add_member_without_login(by=lead, team=team, name=name, role=TeamRole(role))
    for key, role in spec.members:
        with as_if(calendar.at(spec.since, "14:50")):
            invitation = services.invite(by=lead, team=team, role=TeamRole(role))
        with as_if(calendar.at(spec.since + dt.timedelta(days=1), "07:20")):
            services.join_team(by=users[key], token=invitation.token)
    with as_if(calendar.at(spec.since + dt.timedelta(days=7), "10:00")):
        for key in spec.coaches:
            _assign(users[key], team)
    return team


def _assign(coach: User, team: Team) -> None:
    CoachAssignment.objects.create(team=team, user=coach)
    record(by=coach, verb="joined", target=team, scope_id=team.pk, after={"name": coach.name})
